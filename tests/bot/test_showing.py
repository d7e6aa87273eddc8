"""What stands behind an answer, even when a newer generation no longer holds all of it."""

import json
from pathlib import Path

import pytest

from bot import wiring
from bot.answering import Answerer
from bot.home import Home
from bot.proof.claims import Claim, claim
from bot.showing import context, sources
from retrieval.index import Index
from tests.bot.test_answers import quote

LIGHTHOUSE, FERRY = "2019-05-02-lighthouse.txt", "2021-09-14-ferry.txt"
PARAGRAPH = (
    "A return ticket for the ferry costs 18 crowns. Cyclists pay nothing for their bicycles."
)


@pytest.fixture
def listed(tmp_path: Path) -> Index:
    """A document "d" of nine given sentences, S0. to S8., with line breaks in what cites it."""
    fields = {"id": "d", "title": "T\n| X", "author": "A\u2028B", "source": "S\r\nS"}
    line = json.dumps(fields | {"sentences": [f"S{number}." for number in range(9)]})
    (tmp_path / "notes.jsonl").write_text(line + "\n", encoding="utf-8")
    home = Home(tmp_path / "home")
    wiring.indexer(home).update([tmp_path / "notes.jsonl"])
    return Index.open(home.index)


def claims(*places: tuple[str, int]) -> list[Claim]:
    return [claim(quote(document, sentence)) for document, sentence in places]


def test_each_document_is_named_once_with_author_and_digest(answerer: Answerer) -> None:
    parts = sources(answerer.index, claims((FERRY, 0), (LIGHTHOUSE, 1), (FERRY, 2)))

    texts = [part.text.splitlines() for part in parts]
    assert [lines[0] for lines in texts] == [
        "Ferry Kestrel sails again, 2021-09-14, Olof Dahl, Coast Desk",
        "Port Ellen switches off its lighthouse, 2019-05-02, Ida Berg, Coast Desk",
    ]
    assert [lines[1].partition(", sha256 ")[0] for lines in texts] == [FERRY, LIGHTHOUSE]
    assert {len(lines[1].partition(", sha256 ")[2]) for lines in texts} == {64}


def test_the_paragraph_around_quotes_is_quoted_once_and_cited(answerer: Answerer) -> None:
    parts = context(answerer.index, claims((FERRY, 2), (FERRY, 3)))

    assert [(part.kind, part.text) for part in parts] == [
        (
            "quote",
            PARAGRAPH,
        ),
        ("citation", "Ferry Kestrel sails again, 2021-09-14, Coast Desk, sentences 3-4"),
    ]


def test_what_is_no_longer_there_is_left_out(answerer: Answerer) -> None:
    gone = claims(("deleted.txt", 0), (FERRY, 10_000))

    assert sources(answerer.index, gone) == ()
    assert context(answerer.index, gone) == ()


@pytest.mark.parametrize(
    ("sentences", "shown"),
    [
        ([4], [(2, 6)]),
        ([0], [(0, 2)]),
        ([8], [(6, 8)]),
        # 0-3 and 5-8 leave out number 4; 0-2 and 3-7 touch.
        ([1, 7], [(0, 3), (5, 8)]),
        ([5, 0], [(0, 7)]),
    ],
)
def test_at_most_two_sentences_on_either_side_of_a_quote_are_shown_as_one_span(
    sentences: list[int], shown: list[tuple[int, int]], listed: Index
) -> None:
    parts = context(listed, claims(*(("d", number) for number in sentences)))

    spans = ["\n".join(f"S{n}." for n in range(first, last + 1)) for first, last in shown]
    places = [f"T | X, S S, sentences {first + 1}-{last + 1}" for first, last in shown]
    assert [part.text for part in parts[::2]] == spans
    assert [part.text for part in parts[1::2]] == places


def test_line_breaks_in_what_names_a_document_make_no_lines(listed: Index) -> None:
    (part,) = sources(listed, claims(("d", 0)))

    head, name = part.text.splitlines()
    assert head == "T | X, A B, S S"
    assert name.startswith("d, sha256 ")
