import json
import stat
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SettingsError
from bot.secret import Secret, read_secret

VARIABLE = "QUOTH_TELEGRAM_TOKEN_FILE"
CANARY = "canary-words-that-must-not-show"


@dataclass
class Holder:
    secret: Secret


def write(folder: Path, text: bytes, mode: int) -> Path:
    path = folder / "secret"
    path.write_bytes(text)
    path.chmod(mode)
    return path


def accepts(path: Path, mode: int) -> bool:
    path.chmod(mode)
    try:
        read_secret(VARIABLE, path)
    except SettingsError as error:
        return error.remedy != f"chmod 600 {path}"
    return True


@pytest.mark.parametrize("show", [repr, str, "{}".format, "{!r}".format, "%s".__mod__])
def test_a_secret_prints_as_three_stars(show: Callable[[object], str]) -> None:
    assert show(Secret(CANARY)) == "***"


def test_a_secret_stays_closed_when_its_holder_is_turned_into_a_dictionary() -> None:
    assert str(asdict(Holder(Secret(CANARY)))) == "{'secret': ***}"


def test_a_secret_has_no_json() -> None:
    with pytest.raises(TypeError) as caught:
        json.dumps({"secret": Secret(CANARY)})

    assert CANARY not in str(caught.value)


def test_secrets_are_equal_when_their_texts_are() -> None:
    assert len({Secret("a"), Secret("a"), Secret("b")}) == 2
    assert Secret("a") != "a"


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=200))
def test_reveal_gives_the_text_as_it_was(text: str) -> None:
    assert Secret(text).reveal() == text


def test_a_secret_is_read_without_the_space_around_it(tmp_path: Path) -> None:
    path = write(tmp_path, b"\n  s3cret \r\n", 0o600)

    assert read_secret(VARIABLE, path) == Secret("s3cret")


def test_exactly_the_modes_closed_to_group_and_others_are_accepted(tmp_path: Path) -> None:
    path = write(tmp_path, CANARY.encode(), 0o600)
    readable = [mode for mode in range(0o1000) if mode & stat.S_IRUSR]  # 256 of 512

    accepted = [mode for mode in readable if accepts(path, mode)]

    assert accepted == [0o400, 0o500, 0o600, 0o700]


def test_a_systemd_credential_may_show_the_mask_of_its_access_list(tmp_path: Path) -> None:
    path = write(tmp_path, b"s", 0o440)

    assert read_secret(VARIABLE, path, credentials=tmp_path) == Secret("s")
    path.chmod(0o444)
    with pytest.raises(SettingsError, match="mode 0444"):
        read_secret(VARIABLE, path, credentials=tmp_path)


@pytest.mark.parametrize("content", [b"", b" \n", b"\xff\xfe", "пароль".encode()])
def test_a_file_without_plain_text_holds_no_secret(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(SettingsError, match="holds no text: write the secret into it"):
        read_secret(VARIABLE, write(tmp_path, content, 0o600))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read_secret(VARIABLE, tmp_path / "nothing")

    expected = f"{tmp_path}/nothing cannot be read (No such file or directory)"
    assert (caught.value.variable, caught.value.problem) == (VARIABLE, expected)


def test_a_refused_file_is_not_repeated_in_the_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read_secret(VARIABLE, write(tmp_path, CANARY.encode() + b"\xff", 0o600))

    assert CANARY not in repr(caught.value)
    assert caught.value.__context__ is None
