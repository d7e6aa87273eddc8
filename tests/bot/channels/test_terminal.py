"""The terminal: styled where it is one, plain lines where it is none."""

from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import phrases
from bot.answers import Highlight
from bot.channels.terminal import TypedLines, save, show_reply
from bot.home import Home
from bot.replies import Attachment, Kind, Part, Reply
from bot.visible import visible
from tests.bot.calling import quoth
from tests.bot.screen import Screen
from tests.bot.test_progress import Terminal

FARE = "What does a return ticket for the ferry cost?"
KINDS: list[Kind] = ["text", "note", "quote", "citation"]
REPLY = Reply(
    (
        Part("note", "Understood as: fare"),
        Part("quote", "It costs\n18 [crowns].", (Highlight(9, 11, "term", "18"),)),
        Part("citation", "Ferry, sentence 1"),
    )
)


def printed(reply: Reply, screen: StringIO) -> str:
    with redirect_stdout(screen):
        show_reply(reply)
    return screen.getvalue()


def test_plain_lines_have_a_bar_before_quotes_and_no_colour() -> None:
    shown = printed(REPLY, StringIO())

    assert shown == ("Understood as: fare\n\n| It costs\n| 18 [crowns].\n  Ferry, sentence 1\n")


def test_a_terminal_shows_colour_and_takes_nothing_in_a_quote_for_markup() -> None:
    shown = printed(REPLY, Terminal())

    assert "[crowns]." in shown


@given(st.lists(st.builds(Part, st.sampled_from(KINDS), st.text(min_size=1)), min_size=1))
def test_no_reply_steers_a_screen(parts: list[Part]) -> None:
    shown = printed(Reply(tuple(parts)), StringIO())

    assert visible(shown) == shown


def test_piped_lines_are_messages_blank_ones_are_not_and_exit_ends(harbour: Home) -> None:
    lines = f"\n  \n{FARE}\n/EXIT\nzeppelin\n"

    result = quoth("chat", "--home", harbour.path, stdin=lines.encode())

    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "| A return ticket for the ferry costs 18 crowns.\n"
        "  Ferry Kestrel sails again, 2021-09-14, Coast Desk, sentence 3\n\n"
    )


def test_bytes_that_are_no_text_are_a_question_like_any_other(harbour: Home) -> None:
    result = quoth("chat", "--home", harbour.path, stdin=b"zeppelin \xff\x00\n/quit")

    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(phrases.DECLINED)


@pytest.mark.parametrize("leave", ["/exit\r", "\x04"])
def test_a_chat_on_a_terminal_greets_answers_and_leaves(leave: str, harbour: Home) -> None:
    with Screen("chat", "--home", harbour.path) as screen:
        screen.wait_for("Ask a question in your own words.")
        screen.wait_for(">")
        screen.type(f"{FARE}\r")
        screen.wait_for("A return ticket for the ferry costs 18 crowns.")
        screen.wait_for("Ferry Kestrel sails again, 2021-09-14, Coast Desk, sentence 3")
        screen.wait_for(">")
        screen.type(leave)
        code = screen.wait_for_end()

    assert code == 0
    assert "Traceback" not in screen.text


def test_an_attachment_overwrites_nothing(tmp_path: Path) -> None:
    attachment = Attachment("citations.bib", "application/x-bibtex", "@misc\r\né\udc80")
    (tmp_path / "citations.bib").write_text("mine")

    saved = [save(attachment, tmp_path) for _ in range(2)]

    assert [path.name for path in saved] == ["citations-2.bib", "citations-3.bib"]
    assert [path.read_bytes() for path in saved] == [b"@misc\r\n\xc3\xa9\\udc80"] * 2
    assert (tmp_path / "citations.bib").read_text() == "mine"


def test_an_export_is_a_file_in_the_current_folder_and_says_where(
    harbour: Home, tmp_path: Path
) -> None:
    lines = f"{FARE}\n/export json\n"

    result = quoth("chat", "--home", harbour.path, stdin=lines.encode(), cwd=tmp_path)

    path = tmp_path / "conversation.json"
    assert (result.code, result.err) == (0, "")
    assert f"\nSaved as {path}\n" in result.out
    assert "18 crowns" in path.read_text()


def test_lines_that_were_typed_can_be_forgotten(tmp_path: Path) -> None:
    lines = TypedLines(tmp_path)
    lines.forget("terminal")
    was_made = lines.file.exists()
    lines.file.write_text("+When does GSOMIA expire?")

    lines.forget("terminal")

    assert (was_made, lines.file.read_bytes()) == (False, b"")
