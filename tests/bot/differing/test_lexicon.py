"""Words are known by what they mean."""

import pytest

from bot.differing.lexicon import concept, contrasts, is_event, is_light, is_person
from bot.differing.meanings import CONTRASTS, MEANINGS


@pytest.mark.parametrize(
    ("one", "other"),
    [("fare", "pays"), ("killed", "dead"), ("bridges", "bridge"), ("sent", "sends")],
)
def test_words_of_one_meaning_have_one_name(one: str, other: str) -> None:
    assert concept(one) == concept(other)


@pytest.mark.parametrize(("one", "other"), [("open", "closed"), ("passed", "pass")])
def test_words_of_two_meanings_have_two(one: str, other: str) -> None:
    assert concept(one) != concept(other)


def test_members_of_one_line_exclude_each_other() -> None:
    assert contrasts({concept("summer")}, {concept("winter")})


def test_a_shared_member_excludes_nothing() -> None:
    assert not contrasts({"summer", "winter"}, {"summer"})


def test_light_words_people_and_events_are_known() -> None:
    assert (is_light("now"), is_person(concept("persons")), is_event(concept("quake"))) == (
        True, True, True,
    )  # fmt: skip


def test_no_line_holds_a_word_twice() -> None:
    lines = [*MEANINGS.strip().splitlines(), *CONTRASTS.strip().splitlines()]

    assert [line for line in lines if len(set(line.split())) < len(line.split())] == []
