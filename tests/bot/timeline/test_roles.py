"""The part a date plays in its sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.timeline.roles import Part, Role, part

CASES = (
    ("The tunnel opened on May 5.", Role.EVENT),
    ("On May 5, the mayor opened the tunnel.", Role.EVENT),
    ("The mayor spoke on the evening of May 5.", Role.EVENT),
    ("The lane is closed, the mayor said on May 5.", Role.REPORT),
    ("The mayor told reporters in Ellen on May 5 that she agrees.", Role.REPORT),
    ("On May 5 the mayor said it was shut.", Role.REPORT),
    ("The lane was shut on May 5, the mayor said.", Role.EVENT),
    ("On May 5, the mayor said it was shut.", Role.REPORT),
    ("The mayor recalled the May 5 vote.", Role.NAMING),
    ("The mayor recalled the vote of May 5.", Role.NAMING),
    ("The mayor praised May 5's vote.", Role.NAMING),
    ("It was the first flood since May 5.", Role.BOUND),
    ("It was colder than on May 5.", Role.BOUND),
    ("They must pay before May 5.", Role.BOUND),
    ("It would have opened on May 5.", Role.UNREAL),
    ("Every year the tunnel is washed on May 5.", Role.UNREAL),
    ("It ended on May 5 of that year.", Role.UNREAL),
)


@pytest.mark.parametrize(("text", "role"), CASES)
def test_the_words_around_a_date_say_what_it_dates(text: str, role: Role) -> None:
    start = text.index("May 5")

    assert part(text, start, start + len("May 5")) == Part(role)


def test_a_year_is_named_in_full_where_something_happens_every_year() -> None:
    text = "Washed every year, it opened on May 5, 2019."
    start = text.index("May")

    assert part(text, start, len(text) - 1).role is Role.EVENT


def test_a_newspaper_called_today_is_no_day() -> None:
    text = "The tunnel leaks, as Ellen Today argued."
    start = text.index("Today")

    assert part(text, start, start + 5).role is Role.UNREAL
    assert part("Today it leaks.", 0, 5).role is Role.EVENT


@pytest.mark.parametrize(
    ("text", "role", "clause"),
    [
        ("The tunnel, opened on May 5, is wet.", Role.ASIDE, ", opened"),
        ("Mara Lind, who retired on May 5, is well.", Role.ASIDE, ", who"),
        ("It has been wet since the mayor left on May 5.", Role.UNDER, "since the"),
    ],
)
def test_a_clause_beside_the_main_one_begins_where_it_is_joined(
    text: str, role: Role, clause: str
) -> None:
    start = text.index("May 5")

    assert part(text, start, start + len("May 5")) == Part(role, text.index(clause))


@given(text=st.text(max_size=60), spot=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_any_place_in_any_text_has_a_part(text: str, spot: tuple[int, int]) -> None:
    start, end = sorted(min(place, len(text)) for place in spot)

    assert 0 <= part(text, start, end).start <= max(start, 0)
