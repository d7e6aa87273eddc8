"""Files that a command is given."""

from pathlib import Path

import pytest

from bot.commands.files import open_input, open_output, read_text
from bot.errors import BadInput


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "f"
    file.write_bytes(b"\xef\xbb\xbfa\xc3\xa4")

    with open_input(file) as opened:
        assert [read_text(file), opened.read()] == ["aä", "aä"]


def test_bytes_that_are_no_utf8_are_marked_in_lines_and_refused_as_a_text(tmp_path: Path) -> None:
    file = tmp_path / "f"
    file.write_bytes(b"a\xff")

    with open_input(file) as opened:
        assert opened.read() == "a\ufffd"
    with pytest.raises(BadInput, match="not UTF-8"):
        read_text(file)


def test_half_a_character_is_written_as_json_escapes_it(tmp_path: Path) -> None:
    with open_output(tmp_path / "f") as opened:
        opened.write('"\ud800ä"')

    assert (tmp_path / "f").read_bytes() == b'"\\ud800\xc3\xa4"'


@pytest.mark.parametrize("path", [None, Path("-")])
def test_without_a_file_the_output_is_the_output(
    path: Path | None, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_output(path) as opened:
        opened.write("line\n")

    assert capsys.readouterr().out == "line\n"
