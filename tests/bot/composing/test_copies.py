"""The same sentence in several documents is quoted once, from the earliest."""

from bot.composing.copies import collapse
from retrieval.hits import Hit
from retrieval.index import Index
from tests.retrieval.making import document, index_of

CLOSED = "The city closed the bridge on Monday."
OTHER = "Shops expect a hard spring."


def hit(index: Index, name: str, sentence: int, score: float) -> Hit:
    (position,) = index.library.positions([name])
    return Hit(int(index.passages.first[position]) + sentence, position, sentence, score)


def test_copies_join_the_earliest_and_a_document_without_a_date_comes_last() -> None:
    index = index_of(
        document("a", CLOSED),
        document("b", f"{OTHER} | {CLOSED}", date="2018-03-13"),
        document("c", CLOSED, date="2018-03-12"),
    )
    undated, later, earliest = hit(index, "a", 0, 3), hit(index, "b", 1, 2), hit(index, "c", 0, 1)

    (copied,) = collapse(index, [undated, later, earliest])

    assert (copied.hit, copied.others) == (earliest, (later, undated))


def test_other_words_stay_apart_and_keep_their_places() -> None:
    index = index_of(
        document("a", f"{CLOSED} | {OTHER}", date="2018-03-12"),
        document("b", CLOSED, date="2018-03-13"),
    )
    other, first, copy = hit(index, "a", 1, 3), hit(index, "a", 0, 2), hit(index, "b", 0, 1)

    found = collapse(index, [other, copy, first])

    assert [(each.hit, each.others) for each in found] == [(other, ()), (first, (copy,))]


def test_a_document_that_says_it_twice_is_no_copy_of_itself() -> None:
    index = index_of(document("a", f"{CLOSED} | {CLOSED}", date="2018-03-12"))
    first, again = hit(index, "a", 0, 2), hit(index, "a", 1, 1)

    (copied,) = collapse(index, [first, again])

    assert (copied.hit, copied.others) == (first, ())
