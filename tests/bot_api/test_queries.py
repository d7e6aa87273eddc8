"""What is known of an inline question once it is answered."""

import pytest

from .people import Person
from .refusals import Json
from .world import World


@pytest.fixture
def world() -> World:
    return World(700000001)


@pytest.mark.parametrize(
    ("answer", "kept_for_ada", "kept_for_bob"),
    [
        # Each line: after 0, 59, 60, 299 and 300 seconds.
        (None, "00000", "00000"),
        ({}, "11110", "11110"),
        ({"cache_time": 60}, "11000", "11000"),
        ({"cache_time": 60, "is_personal": True}, "11000", "00000"),
        ({"cache_time": 0}, "00000", "00000"),
    ],
)
def test_results_are_kept_for_as_long_and_for_whom_the_bot_says(
    world: World, answer: Json | None, kept_for_ada: str, kept_for_bob: str
) -> None:
    ada, bob = world.person("Ada"), world.person("Bob")
    question = ada.inline("when")
    question.answer = answer

    def kept(person: Person) -> str:
        return "".join(str(int(question.is_kept_for(person, s))) for s in (0, 59, 60, 299, 300))

    assert (kept(ada), kept(bob)) == (kept_for_ada, kept_for_bob)


def test_the_next_results_are_asked_for_with_the_offset_that_the_bot_gave(world: World) -> None:
    question = world.person("Ada").inline("when")

    offsets = []
    answers: list[Json | None] = [None, {"results": []}, {"results": [], "next_offset": "10 a"}]
    for answer in answers:
        question.answer = answer
        offsets.append(question.next_offset)

    assert offsets == ["", "", "10 a"]
