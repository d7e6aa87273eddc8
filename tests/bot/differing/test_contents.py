"""A sentence is about its words, without values and speakers."""

from bot.differing.contents import content


def test_values_are_set_aside() -> None:
    found = content("The toll is $3.", ((12, 14),), frozenset())

    assert found.concepts == {"price"}


def test_who_said_it_is_set_aside() -> None:
    found = content("The union said the bridge is closed.", (), frozenset())

    assert found.concepts == {"bridg", "end"}


def test_a_speaker_whom_the_question_names_stays() -> None:
    found = content("Kim said the tax falls.", (), frozenset({"kim"}))

    assert "kim" in found.concepts


def test_what_a_preposition_ties_to_something_else_is_known() -> None:
    found = content("The road across the dam was mended.", (), frozenset())

    assert found.governing == {"dam": "road"}


def test_words_behind_a_preposition_are_placed() -> None:
    found = content("Dogs are banned from the hall in the park.", (), frozenset())

    assert found.placed == {"park": "in"}
