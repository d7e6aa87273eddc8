"""What stands behind an answer, even when a newer generation no longer holds all of it."""

from bot.answering import Answerer
from bot.showing import context, sources

LIGHTHOUSE, FERRY = "2019-05-02-lighthouse.txt", "2021-09-14-ferry.txt"
PARAGRAPH = (
    "A return ticket for the ferry costs 18 crowns. Cyclists pay nothing for their bicycles."
)


def test_each_document_is_named_once_with_author_and_digest(answerer: Answerer) -> None:
    parts = sources(answerer.index, ((FERRY, 0), (LIGHTHOUSE, 1), (FERRY, 2)))

    texts = [part.text.splitlines() for part in parts]
    assert [lines[0] for lines in texts] == [
        "Ferry Kestrel sails again, 2021-09-14, Olof Dahl, Coast Desk",
        "Port Ellen switches off its lighthouse, 2019-05-02, Ida Berg, Coast Desk",
    ]
    assert [lines[1].partition(", sha256 ")[0] for lines in texts] == [FERRY, LIGHTHOUSE]
    assert {len(lines[1].partition(", sha256 ")[2]) for lines in texts} == {64}


def test_the_paragraph_around_quotes_is_quoted_once_and_cited(answerer: Answerer) -> None:
    parts = context(answerer.index, ((FERRY, 2), (FERRY, 3)))

    assert [(part.kind, part.text) for part in parts] == [
        (
            "quote",
            PARAGRAPH,
        ),
        ("citation", "Ferry Kestrel sails again, 2021-09-14, Coast Desk, sentences 3-4"),
    ]


def test_what_is_no_longer_there_is_left_out(answerer: Answerer) -> None:
    gone = (("deleted.txt", 0), (FERRY, 10_000))

    assert sources(answerer.index, gone) == ()
    assert context(answerer.index, gone) == ()
