"""Where documents state different values for one thing, the newest stands and the others follow."""

from collections.abc import Sequence

from bot.composing.conflicts import Found, find_conflicts
from corpus.documents import Document
from retrieval.hits import Hit
from tests.retrieval.making import document, index_of

QUESTION = "How much is the bridge toll for a car?"


def toll(name: str, crowns: str, date: str = "") -> Document:
    return document(name, f"The bridge toll is {crowns} crowns for a car.", date=date)


def found(*documents: Document, order: Sequence[int]) -> Found:
    """Compare the first sentences of documents that were found in this order."""
    hits = [Hit(number, number, 0, 9.0 - place) for place, number in enumerate(order)]
    index = index_of(*documents)
    return find_conflicts(index, index.query(QUESTION, "en"), hits)


def shown(outcome: Found) -> tuple[int, Sequence[tuple[int, str, str]]]:
    others = [(o.hit.document, o.relation, o.difference.other.value) for o in outcome.others]
    return outcome.standing.document, others


def test_the_newest_stands_and_the_older_ones_follow_newest_first() -> None:
    tolls = (
        toll("a", "2", "2018-03-12"), toll("b", "3", "2019-06-03"), toll("c", "5", "2021-01-11"),
    )  # fmt: skip

    outcome = found(*tolls, order=[0, 1, 2])

    assert outcome.standing.document == 2
    assert [(document, how) for document, how, _ in shown(outcome)[1]] == [
        (1, "changed since"),
        (0, "changed since"),
    ]


def test_the_same_value_is_shown_once() -> None:
    tolls = (
        toll("a", "2", "2018-03-12"), toll("b", "2", "2018-06-03"), toll("c", "5", "2021-01-11"),
    )  # fmt: skip

    _, others = shown(found(*tolls, order=[2, 0, 1]))

    # Of the two that say 2 crowns, the newer one is shown.
    assert [document for document, _, _ in others] == [1]


def test_without_days_of_publication_the_best_stands_and_they_disagree() -> None:
    outcome = found(toll("a", "2"), toll("b", "3"), order=[1, 0])

    assert outcome.standing.document == 1
    assert [how for _, how, _ in shown(outcome)[1]] == ["disagreeing"]


def test_nothing_differs_where_all_say_the_same() -> None:
    outcome = found(toll("a", "2", "2018-03-12"), toll("b", "2", "2021-01-11"), order=[0, 1])

    assert shown(outcome) == (0, [])


def test_a_document_does_not_contradict_itself_and_other_languages_are_not_compared() -> None:
    twice = document("a", "The toll is 2 crowns. | The toll is 3 crowns.", date="2018-03-12")
    german = document("b", "Die Maut kostet 2 Kronen.", date="2018-03-12", language="de")
    later = document("c", "Die Maut kostet 3 Kronen.", date="2019-03-12", language="de")
    hits = [Hit(0, 0, 0, 9.0), Hit(1, 0, 1, 8.0)]

    index = index_of(twice)
    alone = find_conflicts(index, index.query(QUESTION, "en"), hits)
    foreign = found(german, later, order=[0, 1])

    assert shown(alone) == (0, [])
    assert shown(foreign) == (0, [])
