"""Which sentences tell the same event."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.timeline.merging import Dated, merge
from tests.bot.timeline.tunnel import told, when

SOON, LATER = date(2021, 9, 7), date(2023, 1, 1)
MONDAY = when("2021-09-06")
SEPTEMBER = when("2021-09-01", "2021-09-30")
OPENED = {"open": 1.0, "mayor": 1.0}
FLOODED = {"flood": 1.0, "duck": 1.0}


def grouped(*dated: Dated) -> list[list[str]]:
    return [[one.told.text for one in group] for group in merge(dated)]


def test_alike_sentences_of_one_day_tell_one_event() -> None:
    one = Dated(told("one", SOON), MONDAY, OPENED)
    other = Dated(told("other", SOON), MONDAY, {"open": 1.0, "band": 1.0})

    assert grouped(one, other) == [["one", "other"]]


def test_sentences_of_one_day_that_share_no_word_tell_two_events() -> None:
    one = Dated(told("one", SOON), MONDAY, OPENED)
    other = Dated(told("other", SOON), MONDAY, FLOODED)

    assert grouped(one, other) == [["one"], ["other"]]


def test_alike_sentences_of_two_days_tell_two_events() -> None:
    one = Dated(told("one", SOON), MONDAY, OPENED)
    other = Dated(told("other", SOON), when("2021-09-08"), OPENED)

    assert grouped(one, other) == [["one"], ["other"]]


def test_a_month_joins_the_like_day_within_it_and_the_day_comes_first() -> None:
    month = Dated(told("month", SOON), SEPTEMBER, OPENED)
    day = Dated(told("day", SOON), MONDAY, OPENED)

    assert grouped(month, day) == [["day", "month"]]


def test_what_looks_back_needs_to_be_little_alike() -> None:
    day = Dated(told("day", SOON), MONDAY, OPENED)
    # One word of eight is shared: too little for a report of the same days.
    little = {"open": 1.0} | dict.fromkeys("abcdefg", 1.0)
    near = {"open": 0.1} | FLOODED

    assert grouped(day, Dated(told("then", LATER), SEPTEMBER, near)) == [["day", "then"]]
    assert grouped(day, Dated(told("now", SOON), SEPTEMBER, near)) == [["day"], ["now"]]
    assert grouped(day, Dated(told("long", LATER), SEPTEMBER, little)) == [["day", "long"]]


def test_what_looks_back_at_the_same_day_needs_no_word_in_common() -> None:
    day = Dated(told("day", SOON), MONDAY, OPENED)

    assert grouped(day, Dated(told("then", LATER), MONDAY, FLOODED)) == [["day", "then"]]


def test_what_is_much_like_two_groups_of_a_day_brings_them_together() -> None:
    one = Dated(told("one", SOON), MONDAY, OPENED)
    other = Dated(told("other", SOON), MONDAY, FLOODED)
    # It holds half of each.
    both = Dated(told("both", SOON), MONDAY, {"open": 1.0, "flood": 1.0})

    assert grouped(one, other, both) == [["one", "both", "other"]]


def test_a_plan_and_what_came_instead_are_two_events() -> None:
    planned = Dated(told("plan", SOON), when("2021-09-06", is_ahead=True), OPENED)
    done = Dated(told("done", SOON), MONDAY, {"open": 0.5, "flood": 2.0})

    # They share a fourth of the shorter one.
    assert grouped(planned, done) == [["plan"], ["done"]]


@given(
    rows=st.lists(
        st.tuples(
            st.integers(1, 9),
            st.integers(0, 3),
            st.booleans(),
            st.dictionaries(st.sampled_from("abcd"), st.just(1.0)),
        ),
        max_size=9,
    )
)
def test_every_sentence_is_in_one_group_whose_first_days_lie_in_all_its_days(
    rows: list[tuple[int, int, bool, dict[str, float]]],
) -> None:
    all_dated = [
        Dated(
            told(str(n)),
            when(f"2021-09-0{day}", f"2021-09-1{more}" if more else "", is_ahead=is_ahead),
            words,
        )
        for n, (day, more, is_ahead, words) in enumerate(rows)
    ]

    groups = merge(all_dated)

    assert sorted(int(one.told.text) for group in groups for one in group) == [*range(len(rows))]
    for group in groups:
        days = group[0].when
        assert all(one.when.first <= days.first and days.last <= one.when.last for one in group)
