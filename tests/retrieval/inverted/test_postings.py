"""Inverted lists are read back as they were told."""

from collections import Counter, defaultdict

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.inverted.postings import SPAN, Postings
from tests.retrieval.inverted.corpora import SEEDS, grown, large
from tests.retrieval.inverted.making import Made, Text, line, made_of

FEW = settings(max_examples=15, deadline=None)
# Passages 0 and 1, 2 and 3; all in section 0.
TWO = (
    Text(((line("ash bay"), line("ash ash")),), title=("ash", "bay", "ash")),
    Text(((line("bay"),), (line("ash ash ash ash ash"),)), title=("bay",)),
)

Held = dict[tuple[int, int], Counter[int]]


def told(made: Made) -> Held:
    """Return how often the passages of sections hold terms: by term and section, by place."""
    passages = made.scorer.passages
    here = np.arange(len(passages))
    sections = passages.section_of(here)
    place = here - passages.section_first.astype(np.int64)[sections]
    number = {term: n for n, term in enumerate(made.vocabulary)}
    held: Held = defaultdict(Counter)
    rows = [row.terms for text in made.texts for row in text.lines]
    for n, row in enumerate(rows):
        for term in row:
            held[number[term], int(sections[n])][int(place[n])] += 1
    return dict(held)


def read(made: Made) -> Held:
    """Read the same from the lists."""
    postings = made.scorer.postings
    term = np.repeat(np.arange(len(made.vocabulary)), np.diff(postings.first_entry.astype(int)))
    which, place, count = postings.read(np.arange(len(postings.section)))
    held: Held = defaultdict(Counter)
    for entry, inside, often in zip(which.tolist(), place.tolist(), count.tolist(), strict=True):
        held[int(term[entry]), int(postings.section[entry])][inside] += often
    return dict(held)


def lists() -> Postings:
    return made_of(TWO).scorer.postings


def test_postings_of_entries_are_read_in_their_order() -> None:
    which, place, count = lists().read(np.array([1, 0]))

    # Terms: ash in passages 0, 1 and 3, once, twice and five times; bay in 0 and 2, once.
    assert which.tolist() == [0, 0, 1, 1, 1]
    assert place.tolist() == [0, 2, 0, 1, 3]
    assert count.tolist() == [1, 1, 1, 2, 5]


def test_the_size_of_a_term_is_the_number_of_passages_that_hold_it() -> None:
    assert [lists().size(term) for term in (0, 1)] == [3, 2]


def test_titles_tell_how_often_they_hold_a_term() -> None:
    postings, both = lists(), np.array([0, 1])

    found = [[part.tolist() for part in postings.titles_in(term, both)] for term in (0, 1)]

    assert found == [[[0], [2]], [[0, 1], [1, 1]]]
    assert [part.tolist() for part in postings.titles_in(1, np.array([1]))] == [[0], [1]]


def test_stored_lists_open_as_they_were() -> None:
    postings = lists()

    opened = Postings.open(postings.store())

    assert all(getattr(opened, name) is getattr(postings, name) for name in Postings.__slots__)


@FEW
@given(SEEDS)
def test_what_was_told_of_documents_is_read_again(seed: int) -> None:
    made = made_of(grown(seed, 9))

    assert read(made) == told(made)


def test_more_entries_than_share_a_base_are_read_right() -> None:
    assert len(large().scorer.postings.section) > 4 * SPAN
    assert read(large()) == told(large())


@FEW
@given(st.integers(0, 6), st.sets(st.integers(0, 199), max_size=150))
def test_both_ways_to_find_the_entries_of_sections_agree(term: int, wanted: set[int]) -> None:
    made, postings = large(), large().scorer.postings
    sections = np.array(sorted(wanted), np.int64)
    slots = np.full(made.scorer.passages.n_sections, -1, np.int32)
    slots[sections] = np.arange(len(sections), dtype=np.int32)

    entry, held = postings.entries_in(term, sections)

    first, last = postings.entries(term)
    expected = [n for n in range(first, last) if int(postings.section[n]) in wanted]
    assert entry.tolist() == expected
    assert sections[held].tolist() == postings.section[entry].tolist()
    assert [part.tolist() for part in postings.entries_at(term, slots)] == [
        entry.tolist(),
        held.tolist(),
    ]


@FEW
@given(st.integers(0, 6), st.integers(0, 199), st.integers(0, 199))
def test_entries_between_two_sections_are_those_in_them(term: int, one: int, other: int) -> None:
    postings, (low, high) = large().scorer.postings, sorted((one, other))

    [begin], [end] = postings.entries_between(term, np.array([low]), np.array([high]))

    entry, _ = postings.entries_in(term, np.arange(low, high + 1))
    assert list(range(begin, end)) == entry.tolist()


def test_entries_of_a_term_in_every_section_up_to_one_are_found_by_number() -> None:
    # Sections of forty sentences each; the first three hold the term.
    made = made_of([*[Text(((line("ash"),) * 40,))] * 3, *[Text(((line("elm"),) * 40,))] * 2])
    postings = made.scorer.postings

    entry, held = postings.entries_in(0, np.array([0, 2, 3, 4]))

    assert (entry.tolist(), held.tolist()) == ([0, 2], [0, 1])
