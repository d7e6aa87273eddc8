from hypothesis import given
from hypothesis import strategies as st

from tests.bot_api.refusals import Json

from .lines import Line, Run, fitted, lines
from .widths import width

TEXTS = st.text(st.sampled_from("aWil .😀한\n"), max_size=120)
ROOMS = st.sampled_from([30.0, 80.0, 400.0])


def plain(found: list[Line]) -> str:
    return "".join(run.text for line in found for run in line.runs)


@given(TEXTS, ROOMS)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, room: float) -> None:
    found = lines(text, [], 14.0, room)

    assert all(line.width(14.0) <= room for line in found)
    assert "".join(plain(found).split()) == "".join(text.split())


@given(TEXTS)
def test_with_room_enough_there_is_a_line_for_each_of_the_text(text: str) -> None:
    found = lines(text.strip("\n"), [], 14.0, 10_000.0)

    given_lines = text.strip("\n").split("\n") if text.strip("\n") else []
    assert [plain([line]) for line in found] == [line.rstrip() for line in given_lines]


def test_a_text_breaks_between_words_and_a_long_word_inside() -> None:
    # In a font of 10 pixels "a" is 5.56 wide: six fit into 34 pixels.
    assert [plain([line]) for line in lines("aaa aa aaaaaaaa", [], 10.0, 34.0)] == [
        "aaa aa",
        "aaaaaa",
        "aa",
    ]


def test_entities_count_in_units_of_utf_16_and_look_as_they_do() -> None:
    # The emoji is two units: "b" is at 3, and the quotation begins at 5.
    entities: list[Json] = [
        {"type": "bold", "offset": 3, "length": 1},
        {"type": "blockquote", "offset": 5, "length": 3},
        {"type": "italic", "offset": 6, "length": 1},
        {"type": "spoiler", "offset": 0, "length": 1},
    ]

    found = lines("😀ab\ncde", entities, 14.0, 400.0)

    assert found == [
        Line((Run("😀a"), Run("b", frozenset({"bold"})))),
        Line((Run("c"), Run("d", frozenset({"italic"})), Run("e")), is_quote=True),
    ]


def test_an_empty_line_between_two_stays() -> None:
    assert lines("a\n\nb", [], 14.0, 400.0) == [Line((Run("a"),)), Line(()), Line((Run("b"),))]


@given(TEXTS, ROOMS)
def test_what_is_fitted_is_one_line_that_fits_and_begins_as_the_text_does(
    text: str, room: float
) -> None:
    found = fitted(text, 14.0, room)

    assert width(found, 14.0) <= room
    assert "\n" not in found
    assert " ".join(text.split()).startswith(found.removesuffix("…"))
