"""Files that a command is given."""

import os
import threading
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


def test_a_file_takes_its_place_at_the_end_and_keeps_its_mode(tmp_path: Path) -> None:
    file, link = tmp_path / "f", tmp_path / "link"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)

    with open_output(link) as opened:
        opened.write("new")
        opened.flush()
        meanwhile = file.read_text()

    assert (meanwhile, file.read_text()) == ("old", "new")
    assert (file.stat().st_mode & 0o777, link.is_symlink()) == (0o640, True)
    assert sorted(tmp_path.iterdir()) == [file, link]


@pytest.mark.parametrize("error", [KeyboardInterrupt, BadInput])
def test_whatever_goes_wrong_on_the_way_leaves_the_old_file_and_no_other(
    error: type[BaseException], tmp_path: Path
) -> None:
    file = tmp_path / "f"
    file.write_text("old")

    def write() -> None:
        with open_output(file) as opened:
            opened.write("new")
            raise error("a", "b")

    with pytest.raises(error):
        write()

    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_place_that_is_not_there_is_named_as_it_was_given(tmp_path: Path) -> None:
    file = tmp_path / "missing" / "f"

    with pytest.raises(FileNotFoundError) as caught, open_output(file):
        pass

    assert caught.value.filename == str(file)


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", list[str]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()

    with open_output(pipe) as opened:
        opened.write("line\n")
    reader.join()

    assert read == ["line\n"]
    assert pipe.is_fifo()


@pytest.mark.parametrize("path", [None, Path("-")])
def test_without_a_file_the_output_is_the_output(
    path: Path | None, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_output(path) as opened:
        opened.write("line\n")

    assert capsys.readouterr().out == "line\n"
