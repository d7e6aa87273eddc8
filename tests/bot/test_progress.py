"""Progress is shown on a terminal only."""

from contextlib import redirect_stderr
from io import StringIO

from bot.progress import progress


class Terminal(StringIO):
    """A text buffer that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_without_a_terminal_progress_is_mute() -> None:
    with redirect_stderr(StringIO()) as error, progress() as advance:
        advance("reading", 1, 2)

    assert error.getvalue() == ""


def test_on_a_terminal_it_shows_what_is_done_and_clears_itself() -> None:
    with redirect_stderr(Terminal()) as error, progress() as advance:
        advance("reading", 1, 2)
        advance("indexing", 30, 40)

    shown = error.getvalue()
    assert "reading" in shown
    # 1 of 2 and 30 of 40, of whatever there is: bytes to read, passages to index.
    assert "50%" in shown
    assert "75%" in shown
    assert "30/40" not in shown
    # The last thing it does is to erase its lines: CSI 2 K.
    assert shown.rstrip("\r").endswith("\x1b[2K")
