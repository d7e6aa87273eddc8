"""A transcript's file is taken apart and put together without loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transcripts.transcript import (
    FOLDER,
    NAMES,
    Exchange,
    Transcript,
    parse,
    read_transcript,
)

LINE = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=20)
# A reply never opens a line with the prompt: quotes have a bar in front, phrases are fixed.
SPOKEN = LINE.filter(lambda line: not line.startswith("> "))
SCREENS = st.lists(SPOKEN, max_size=4).map(lambda lines: "\n".join(lines).rstrip("\n"))
EXCHANGES = st.builds(Exchange, typed=LINE, screen=SCREENS)


def test_messages_and_replies_are_told_apart() -> None:
    text = "# A remark\ncorpus: harbour\n\n> Who?\n| Mara.\n  A title\n\n| Ida.\n\n> /help\nAsk.\n"

    transcript = parse(text)

    who = Exchange("Who?", "| Mara.\n  A title\n\n| Ida.")
    help_ = Exchange("/help", "Ask.")
    assert transcript == Transcript("# A remark\ncorpus: harbour", "harbour", (who, help_))
    assert transcript.typed() == "Who?\n/help\n"
    assert transcript.screen() == "| Mara.\n  A title\n\n| Ida.\n\nAsk.\n\n"


def test_the_plain_reply_lacks_the_margin_and_nothing_else() -> None:
    exchange = Exchange("Who?", "| | Mara > Ida.\n  A title\n\nMissing:  nothing.")

    assert exchange.plain == "| Mara > Ida.\nA title\n\nMissing:  nothing."


@pytest.mark.parametrize("text", ["> Who?\n| Mara.\n", "corpus: harbour\n", ""])
def test_a_file_without_a_corpus_or_a_message_is_no_transcript(text: str) -> None:
    with pytest.raises(ValueError, match="corpus: NAME"):
        parse(text)


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_written_back_as_it_is(name: str) -> None:
    transcript = read_transcript(name)

    assert transcript.text() == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


@given(st.lists(EXCHANGES, min_size=1, max_size=3))
def test_every_transcript_survives_its_file(exchanges: list[Exchange]) -> None:
    transcript = Transcript("corpus: harbour", "harbour", tuple(exchanges))

    assert parse(transcript.text()) == transcript
