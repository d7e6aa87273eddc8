"""Each cited document once, under a key of its own."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given

from bot.exporting.cited import Cited, cited
from bot.history import Turn
from tests.bot.exporting.making import CLAIM, TURN, TURNS


def test_a_document_is_cited_once_with_what_is_known_of_it() -> None:
    turns = [TURN, replace(TURN, quotes=(replace(CLAIM, sentence=5), CLAIM))]

    # The second half of the key is the beginning of the digest of "2021/ferry.txt".
    assert cited(turns) == (
        Cited(
            key="0123456789abcdef-ab41bec1",
            title="Ferry Kestrel sails again",
            date=datetime.date(2021, 9, 14),
            source="Coast Desk",
            link="",
            document="2021/ferry.txt",
            sha256=CLAIM.sha256,
        ),
    )


def test_what_is_only_near_an_answer_is_not_cited() -> None:
    assert cited([replace(TURN, is_answered=False)]) == ()


def test_documents_of_one_file_and_files_of_one_name_are_told_apart() -> None:
    other_name, other_file = replace(CLAIM, document="b"), replace(CLAIM, sha256="f" * 64)

    found = cited([replace(TURN, quotes=(CLAIM, other_name, other_file))])

    assert len({each.key for each in found}) == 3


@pytest.mark.parametrize(
    ("source", "link"),
    [
        ("https://example.org/a?b=c%20d", "https://example.org/a?b=c%20d"),
        ("http://example.org/{a}\\b c", "http://example.org/%7Ba%7D%5Cb%20c"),
        ("javascript:alert(1)", ""),
        ("ftp://example.org/a", ""),
        ("https://", ""),
        ("http://[half", ""),
        ("Coast Desk", ""),
    ],
)
def test_only_a_source_that_is_an_address_of_the_web_is_a_link(source: str, link: str) -> None:
    (found,) = cited([replace(TURN, quotes=(replace(CLAIM, source=source),))])

    assert found.link == link


def test_a_document_without_a_title_has_its_id_for_one() -> None:
    (found,) = cited([replace(TURN, quotes=(replace(CLAIM, title=" \n"),))])

    assert found.title == "2021/ferry.txt"


@given(TURNS)
def test_what_is_cited_is_what_answers_quote(turns: list[Turn]) -> None:
    found = cited(turns)

    places = [(each.sha256, each.document) for each in found]
    quoted = {(q.sha256, q.document) for turn in turns if turn.is_answered for q in turn.quotes}
    assert len(places) == len(set(places))
    assert set(places) == quoted
