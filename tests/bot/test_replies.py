"""A reply: each quote with its citation beside it, and nothing of a document altered."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import phrases
from bot.answers import Answer, Conflict, Copy, Highlight, Quote, Reason, Refusal, Unheld
from bot.replies import Part, Reply, cite, quoted, say, show
from tests.bot.test_answers import answer, quote

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
QUOTES = st.lists(
    st.builds(
        lambda text, number: replace(quote("a", number), text=text), TEXTS, st.integers(0, 99)
    ),
    min_size=1,
    max_size=3,
).map(tuple)


@given(QUOTES)
def test_every_citation_follows_its_quote_and_every_quote_has_one(
    quotes: tuple[Quote, ...],
) -> None:
    parts = show("word", Answer("word", 0.9, quotes, (), "g-000001")).parts

    assert [part.kind for part in parts] == ["quote", "citation"] * len(quotes)


@given(QUOTES)
def test_a_quote_is_never_altered(quotes: tuple[Quote, ...]) -> None:
    parts = list(quoted(quotes))

    assert [part.text for part in parts[::2]] == [q.text for q in quotes]


@given(QUOTES, st.booleans())
def test_groups_hold_every_part_in_order(quotes: tuple[Quote, ...], is_declined: bool) -> None:
    reason = Reason(("why",))
    refusal = Refusal("word", 0.1, reason, quotes, (), "g-000001")
    reply = show("word", refusal if is_declined else Answer("word", 1.0, quotes, (), "g-000001"))

    groups = reply.groups()

    assert tuple(part for group in groups for part in group) == reply.parts
    assert all([part.kind for part in group][1:] in ([], ["citation"]) for group in groups)


def test_quotes_are_shown_in_reading_order() -> None:
    reply = show("word", answer([("b", 7), ("a", 2), ("b", 3)]))

    citations = [part.text for part in reply.parts if part.kind == "citation"]
    assert citations == ["b, sentence 4", "b, sentence 8", "a, sentence 3"]


def test_what_was_understood_is_said_only_where_it_differs() -> None:
    outcome = answer([("a", 0)])

    same, other = show(" word ", outcome), show("its word", outcome)

    assert same.parts[0].kind == "quote"
    assert other.parts[0] == Part("note", phrases.understood("word"))
    assert other.parts[1:] == same.parts


def test_a_refusal_says_so_first_and_offers_the_nearest_as_such() -> None:
    refusal = Refusal("word", 0.1, Reason(unheld=(Unheld("w"),)), (quote("a", 0),), (), "g-000001")

    assert show("word", refusal).plain() == (
        'The documents do not answer this. Missing: "w" appears nowhere.\n\n'
        "The nearest they come:\n\nWord\na, sentence 1"
    )


def test_a_refusal_with_nothing_near_is_one_line() -> None:
    refusal = Refusal("word", 0.0, Reason(), (), (), "g-000001")

    assert show("word", refusal) == say(phrases.DECLINED)


@pytest.mark.parametrize(
    ("title", "day", "source", "sentences", "cited"),
    [
        ("A", datetime.date(2019, 5, 2), "Desk", [0], "A, 2019-05-02, Desk, sentence 1"),
        ("A", None, "", [4], "A, sentence 5"),
        ("A", None, "Desk", [1, 2, 3], "A, Desk, sentences 2-4"),
        ("A\n| B\u2028", None, "De \t sk\r\n", [0], "A | B, De sk, sentence 1"),
    ],
)
def test_a_citation_names_only_what_is_known(
    title: str, day: datetime.date | None, source: str, sentences: list[int], cited: str
) -> None:
    assert cite(title, day, source, sentences) == cited


def test_a_document_without_a_title_is_cited_by_its_id() -> None:
    untitled, titled = quote("notes/a.txt", 0), replace(quote("a", 0), title="T")
    blank = replace(untitled, title=" \n")

    parts = quoted([untitled, titled, blank])

    citations = [part.text for part in parts if part.kind == "citation"]
    assert citations == ["notes/a.txt, sentence 1", "T, sentence 1", "notes/a.txt, sentence 1"]


def test_the_plain_reply_sets_a_blank_line_before_each_quote_and_phrase() -> None:
    reply = Reply((Part("note", "n"), Part("quote", "q"), Part("citation", "c"), Part("text", "t")))

    assert reply.plain() == "n\n\nq\nc\n\nt"


DATED = replace(
    quote("a", 0),
    text="It expires on Nov. 23, said Moon.",
    date=datetime.date(2019, 11, 14),
    highlights=(
        Highlight(3, 10, "term", "expir"),
        Highlight(14, 21, "date", "2019-11-23"),
        Highlight(28, 32, "person", "Moon"),
    ),
)


def test_the_day_that_words_mean_stands_beside_the_quote_and_never_inside() -> None:
    shown, citation = quoted([DATED])

    assert shown.text == DATED.text
    assert citation.text == "[Nov. 23 = 2019-11-23] a, 2019-11-14, sentence 1"


def test_a_date_that_names_its_year_needs_no_telling() -> None:
    plain = replace(DATED, text="It expires on 23/11/2019.", highlights=(
        Highlight(14, 24, "date", "2019-11-23"),
    ))  # fmt: skip

    _, citation = quoted([plain])

    assert citation.text == "a, 2019-11-14, sentence 1"


@pytest.mark.parametrize(
    ("kind", "bold"),
    [("date", "Nov. 23"), ("person", "Moon"), ("place", "expires"), ("", "expires")],
)
def test_the_piece_asked_for_is_bold_and_else_the_words_of_the_question(
    kind: str, bold: str
) -> None:
    shown, _ = quoted([DATED], kind)

    assert [shown.text[mark.start : mark.end] for mark in shown.highlights] == [bold]


def test_copies_are_named_behind_the_citation() -> None:
    copies = (
        Copy("b", 4, "Wire", datetime.date(2019, 11, 15), ""),
        Copy("c", 0, "", None, "Desk"),
    )

    _, citation = quoted([replace(quote("a", 0), copies=copies)])

    assert citation.text == (
        "a, sentence 1; the same in 2 others: Wire, 2019-11-15, sentence 5; c, Desk, sentence 1"
    )


def test_what_has_changed_follows_the_answer_under_one_heading() -> None:
    said = answer([("a", 0)])
    older = [Conflict("changed since", "number", said.quotes[0], quote(name, 1)) for name in "bc"]
    other = Conflict("disagreeing", "number", said.quotes[0], quote("d", 1))

    shown = show("word", replace(said, conflicts=(*older, other)))

    texts = [part.text for part in shown.parts if part.kind in ("text", "citation")]
    assert texts == [
        "a, sentence 1", phrases.CHANGED, "b, sentence 2", "c, sentence 2",
        phrases.DISAGREEING, "d, sentence 2",
    ]  # fmt: skip


def test_an_answer_as_of_a_day_says_so_first() -> None:
    shown = show("word", answer([("a", 0)]), datetime.date(2019, 11, 14))

    assert shown.parts[0] == Part("note", "As of 2019-11-14.")


def test_small_talk_is_answered_by_its_phrase_alone() -> None:
    refusal = Refusal("hi", 0.0, Reason(courtesy=phrases.GREETING), (), (), "g-000001")

    assert show("hi", refusal) == say(phrases.GREETING)


def test_a_date_a_quote_and_its_citation_are_one_group() -> None:
    parts = [Part("date", "2019"), Part("quote", "q"), Part("citation", "c"), Part("quote", "r")]

    assert Reply(tuple(parts)).groups() == [parts[:3], parts[3:]]
