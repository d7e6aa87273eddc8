"""Exported answers verify, until a byte of them changes."""

import json
from dataclasses import asdict, replace
from pathlib import Path

from hypothesis import given

from bot import wiring
from bot.answering import Answerer
from bot.conversation import Conversation
from bot.exporting.answers import answers
from bot.history import MemoryHistories, Turn
from bot.home import Home
from bot.proof.claims import read_claims
from tests.bot.calling import call
from tests.bot.exporting.making import TURN, TURNS

ASKED = ["What does a return ticket for the ferry cost?", "Who tended the lighthouse?", "zeppelin"]


def exported(answerer: Answerer) -> str:
    """Ask a few questions, one of them in vain, and export the conversation."""
    conversation = Conversation(answerer, MemoryHistories())
    for text in ASKED:
        conversation.reply("a", text)
    attachment = conversation.reply("a", "/export json").attachment
    assert attachment is not None
    return attachment.content


def test_an_answer_has_what_was_asked_when_and_what_was_quoted() -> None:
    (fields,) = json.loads(answers([replace(TURN, is_answered=False)]))

    assert fields == {
        "id": 4,
        "asked_at": "2023-11-14T22:13:20+00:00",
        "question": "What does it cost?",
        "understood": "What does it cost? ferry",
        "as_of": "2021-09-30",
        "answered": False,
        "quotes": [asdict(quote) for quote in TURN.quotes],
        "generation": "g-000001",
    }


def test_an_exported_conversation_verifies_from_its_file(
    harbour: Home, answerer: Answerer, tmp_path: Path
) -> None:
    saved = tmp_path / "conversation.json"
    saved.write_text(exported(answerer), encoding="utf-8")

    result = call("verify", saved, "--home", harbour.path)

    assert (result.code, result.err) == (0, "")
    assert "quotes hold (checked: words, characters, bytes, title, date, " in result.lines[-1]


def test_one_changed_byte_of_any_quote_is_found(
    harbour: Home, answerer: Answerer, tmp_path: Path
) -> None:
    content, saved = exported(answerer), tmp_path / "conversation.json"
    claims = read_claims(content)

    for claim in claims:
        text = json.dumps(claim.text, ensure_ascii=False)
        last = "x" if text[-3] != "x" else "y"
        saved.write_text(content.replace(text, text[:-3] + last + text[-2:]), encoding="utf-8")
        result = call("verify", saved, "--home", harbour.path)
        assert result.code == 1
        assert "the original says something else" in result.out

    assert claims


@given(TURNS)
def test_every_quote_is_read_back_as_it_was(turns: list[Turn]) -> None:
    read = json.loads(answers(turns))

    assert [each["question"] for each in read] == [turn.question for turn in turns]
    assert [each["quotes"] for each in read] == [
        [asdict(quote) for quote in turn.quotes] for turn in turns
    ]


def test_a_document_without_bytes_of_its_own_verifies_too(aquarium: Home, tmp_path: Path) -> None:
    conversation = Conversation(wiring.answerer(aquarium), MemoryHistories())
    conversation.reply("a", "What is the octopus called?")
    attachment = conversation.reply("a", "/export json").attachment
    assert attachment is not None
    (tmp_path / "saved.json").write_text(attachment.content, encoding="utf-8")

    result = call("verify", tmp_path / "saved.json", "--home", aquarium.path)

    assert result.code == 0
