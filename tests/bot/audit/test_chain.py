"""The chain: an entry that is changed, removed or moved is found, and named first."""

import doctest
import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.audit import chain
from bot.audit.chain import BEGINNING, Break, Entry, Head, follow, parse_head, seal

TEXTS = st.text(max_size=8)
SAID = st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), min_size=1, max_size=6)


def sealed(said: Sequence[tuple[str, str, str, str]]) -> list[Entry]:
    """Return a chain that says something."""
    entries: list[Entry] = []
    before = BEGINNING
    for number, (at, actor, action, detail) in enumerate(said, 1):
        before = seal(before, number, at, actor, action, detail)
        entries.append(Entry(number, at, actor, action, detail, before))
    return entries


def three() -> list[Entry]:
    return sealed([("t", "quoth", action, "") for action in ("start", "index", "stop")])


def test_an_empty_chain_holds() -> None:
    assert follow([]) == Head(0, BEGINNING)


@given(SAID)
def test_a_chain_as_it_was_sealed_holds_to_its_last_entry(said: list[tuple[str, ...]]) -> None:
    entries = sealed([(a, b, c, d) for a, b, c, d in said])

    assert follow(entries) == Head(len(said), entries[-1].digest)


@given(SAID, st.data())
def test_a_change_to_any_value_is_named_as_the_first_that_does_not_fit(
    said: list[tuple[str, str, str, str]], data: st.DataObject
) -> None:
    entries = sealed(said)
    place = data.draw(st.integers(0, len(entries) - 1))
    field = data.draw(st.sampled_from(["at", "actor", "action", "detail", "digest"]))
    changed = getattr(entries[place], field) + data.draw(st.text(min_size=1, max_size=3))

    entries[place] = replace(entries[place], **{field: changed})

    found = follow(entries)
    assert isinstance(found, Break)
    assert found.number == place + 1


@given(SAID, st.data())
def test_an_entry_taken_out_of_the_middle_is_missing(
    said: list[tuple[str, str, str, str]], data: st.DataObject
) -> None:
    entries = sealed([*said, ("t", "quoth", "stop", "")])
    place = data.draw(st.integers(0, len(entries) - 2))

    del entries[place]

    assert follow(entries) == Break(
        place + 1, f"it is missing: entry {place + 2} stands in its place"
    )


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(range(3), 2)))
def test_two_entries_that_change_places_are_found(one: int, other: int) -> None:
    entries = three()
    moved = [replace(entry) for entry in entries]
    moved[one] = replace(entries[other], number=one + 1)
    moved[other] = replace(entries[one], number=other + 1)

    found = follow(moved)

    assert isinstance(found, Break)
    assert found.number == one + 1


def test_values_that_run_together_differently_are_sealed_differently() -> None:
    seals = {
        seal(BEGINNING, 1, "t", "a", "bc", ""),
        seal(BEGINNING, 1, "t", "ab", "c", ""),
        seal(BEGINNING, 11, "t", "a", "bc", ""),
        seal(BEGINNING, 1, "1t", "a", "bc", ""),
    }

    assert len(seals) == 4


def test_an_end_that_is_cut_off_shows_against_an_earlier_head() -> None:
    entries = three()
    head = Head(3, entries[2].digest)

    assert follow(entries[:2]) == Head(2, entries[1].digest)
    assert follow(entries[:2], head) == Break(3, "it is missing, and so is all up to 3")


def test_a_chain_that_is_sealed_anew_shows_against_an_earlier_head() -> None:
    head = Head(2, three()[1].digest)
    anew = sealed([("t", "quoth", action, "") for action in ("start", "other", "stop")])

    assert isinstance(follow(anew), Head)
    assert follow(anew, head) == Break(2, "it is not the one that was seen earlier")


def test_a_chain_that_has_grown_runs_through_its_earlier_heads() -> None:
    entries = three()
    heads = [Head(entry.number, entry.digest) for entry in entries]

    assert [follow(entries, head) for head in heads] == [heads[-1]] * 3


def test_a_head_reads_back_as_it_is_written() -> None:
    head = Head(12, "ab" * 32)

    assert parse_head(str(head)) == head


@pytest.mark.parametrize("text", ["", "12", "x:" + "a" * 64, "12:" + "A" * 64, "1:" + "a" * 63])
def test_what_is_no_head_is_none(text: str) -> None:
    assert parse_head(text) is None


def test_the_examples_are_true() -> None:
    results = doctest.testmod(chain)

    assert results.attempted > 0
    assert results.failed == 0
