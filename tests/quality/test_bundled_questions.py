"""The judged questions of the bundled corpus are well formed, and point at its sentences."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import pytest

from corpus.bundled import BUNDLED

__all__: list[str] = []

# Fewer questions of a kind than this would make its figures move in steps too coarse to read.
LEAST_OF_KIND = {
    "answerable": 80,
    "paraphrased": 50,
    "unanswerable": 40,
    "follow-up": 24,
    "as-of": 16,
}
LEAST_IN_ALL = 200
MOST_OF_ARTICLE = 8
CONVERSATIONS = range(10, 13)
TURNS = range(2, 4)

SENTENCE_START = re.compile(r"(?:^|\n|\) -- |[.?!][\"”’')]*\s)\Z")
SENTENCE = re.compile(r"[^\n]+?[.?!][\"”’')]*(?=\s|\Z)")
HEADER = re.compile(r"date \d{4}-\d\d-\d\d |By [A-Z]\w+ [A-Z]\w+\n")
IDENT = re.compile(r"b\d{3}")
QUESTION_KEYS = {"id", "question", "conversation", "as_of"}
GOLD_KEYS = {"id", "kind", "spans", "unanswerable"}


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with its gold.

    Attributes
    ----------
    ident
        Id of both lines.
    question, conversation, as_of
        The question line; the last two are empty where the line has none.
    kind
        One of the keys of `LEAST_OF_KIND`.
    spans
        File name and offset of each answering sentence, in characters from 0.

    """

    ident: str
    question: str
    conversation: str
    as_of: str
    kind: str
    spans: tuple[tuple[str, int], ...]


def lines(name: str) -> list[dict[str, object]]:
    text = (BUNDLED.parent / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@cache
def judged() -> tuple[Judged, ...]:
    pairs = zip(lines("questions.jsonl"), lines("gold.jsonl"), strict=True)
    return tuple(one_judged(question, gold) for question, gold in pairs)


def one_judged(question: dict[str, object], gold: dict[str, object]) -> Judged:
    spans = gold.get("spans", [])
    assert isinstance(spans, list)
    return Judged(
        ident=str(question["id"]),
        question=str(question["question"]),
        conversation=str(question.get("conversation", "")),
        as_of=str(question.get("as_of", "")),
        kind=str(gold["kind"]),
        spans=tuple((str(document), int(offset)) for document, offset in spans),
    )


@cache
def article(name: str) -> str:
    return (BUNDLED / name).read_text(encoding="utf-8")


def spans() -> Iterator[tuple[str, str, int]]:
    for one in judged():
        for document, offset in one.spans:
            yield one.ident, document, offset


def conversations() -> list[list[Judged]]:
    runs = groupby(judged(), key=lambda one: one.conversation)
    return [list(turns) for name, turns in runs if name]


def test_both_files_hold_the_same_ids_in_the_same_order() -> None:
    asked = [line["id"] for line in lines("questions.jsonl")]
    answered = [line["id"] for line in lines("gold.jsonl")]

    assert asked == answered
    assert asked == [f"b{number:03}" for number in range(1, len(asked) + 1)]


@pytest.mark.parametrize(
    ("name", "keys"), [("questions.jsonl", QUESTION_KEYS), ("gold.jsonl", GOLD_KEYS)]
)
def test_a_line_holds_known_keys_only(name: str, keys: set[str]) -> None:
    assert {key for line in lines(name) for key in line} == keys


def test_every_kind_has_its_number_of_questions() -> None:
    counts = Counter(one.kind for one in judged())

    assert counts.keys() == LEAST_OF_KIND.keys()
    assert {kind: n for kind, n in counts.items() if n < LEAST_OF_KIND[kind]} == {}
    assert counts.total() >= LEAST_IN_ALL


def test_only_unanswerable_questions_have_no_spans() -> None:
    said = [line["id"] for line in lines("gold.jsonl") if line.get("unanswerable") is True]

    assert said == [one.ident for one in judged() if one.kind == "unanswerable"]
    assert said == [one.ident for one in judged() if not one.spans]


def test_every_span_names_an_article_of_the_corpus() -> None:
    known = {path.name for path in BUNDLED.glob("*.txt")}

    assert {document for _, document, _ in spans()} <= known


def test_every_article_answers_a_question() -> None:
    known = {path.name for path in BUNDLED.glob("*.txt")}

    assert known - {document for _, document, _ in spans()} == set()


def test_no_article_leads_the_gold_of_too_many_questions() -> None:
    leading = Counter(one.spans[0][0] for one in judged() if one.spans)

    assert {name: n for name, n in leading.items() if n > MOST_OF_ARTICLE} == {}


def test_every_offset_is_the_first_character_of_a_sentence() -> None:
    wrong = [
        (ident, document, offset)
        for ident, document, offset in spans()
        if not SENTENCE_START.search(article(document)[:offset])
        or not SENTENCE.match(article(document), offset)
    ]

    assert wrong == []


def test_no_offset_lies_before_a_dateline_or_in_the_header() -> None:
    wrong = [
        (ident, document, offset)
        for ident, document, offset in spans()
        if HEADER.match(article(document), offset)
        or " (Quoth Desk) -- " in article(document)[offset : offset + 60]
    ]

    assert wrong == []


def test_a_question_never_counts_as_an_answer() -> None:
    wrong = [
        (ident, document, offset)
        for ident, document, offset in spans()
        if (found := SENTENCE.match(article(document), offset)) and found[0].endswith("?")
    ]

    assert wrong == []


def test_no_sentence_is_named_twice_for_one_question() -> None:
    assert [one.ident for one in judged() if len(set(one.spans)) < len(one.spans)] == []


def test_exactly_the_as_of_questions_have_a_date() -> None:
    assert [one.ident for one in judged() if (one.kind == "as-of") != bool(one.as_of)] == []


def test_an_as_of_answer_is_no_younger_than_its_date() -> None:
    # The name of an article begins with its date, and ISO dates sort as text.
    wrong = [
        (one.ident, document)
        for one in judged()
        for document, _ in one.spans
        if one.as_of and document[:10] > one.as_of
    ]

    assert wrong == []


def test_the_turns_of_a_conversation_follow_one_another() -> None:
    names = [turns[0].conversation for turns in conversations()]

    assert len(names) == len(set(names))
    assert len(names) in CONVERSATIONS
    assert [turns[0].ident for turns in conversations() if len(turns) not in TURNS] == []


def test_a_conversation_opens_with_an_answerable_question_and_goes_on_with_follow_ups() -> None:
    kinds = [[one.kind for one in turns] for turns in conversations()]

    assert all(first == "answerable" for first, *_ in kinds)
    assert all(kind == "follow-up" for _, *rest in kinds for kind in rest)
    assert sum(len(rest) for _, *rest in kinds) == Counter(o.kind for o in judged())["follow-up"]


def test_a_question_is_asked_again_only_under_another_date() -> None:
    # A follow-up means something else in each conversation, so its words may recur.
    asked = Counter((one.question.lower(), one.conversation, one.as_of) for one in judged())

    assert [key for key, n in asked.items() if n > 1] == []


def test_outside_conversations_a_question_stands_once_without_a_date() -> None:
    asked = Counter(
        one.question.lower().rstrip("?")
        for one in judged()
        if one.kind != "follow-up" and not one.as_of
    )

    assert [question for question, n in asked.items() if n > 1] == []
