"""All rules together."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import DateMention, find_dates
from tests.corpus.dates.reading import THURSDAY, read

PIECES = st.sampled_from(
    "Friday|Nov. 23|in 1998|1910-45|the 1990s|last|next|week|year|from|to|and|-|, |. |14|2019|May"
    "|said|will|two weeks ago|Q3|profit|first half of|over the weekend|Christmas|30|Feb."
    "|99 years ago|later in the day|19th century|'s|1/2/2019|\n".split("|")
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map(" ".join))


def test_a_mention_says_where_it_stands_and_which_days_it_means() -> None:
    found = find_dates("It ends on Nov. 23 or in 2020.", THURSDAY)

    assert found == (
        DateMention(11, 18, date(2019, 11, 23), date(2019, 11, 23), "day"),
        DateMention(25, 29, date(2020, 1, 1), date(2020, 12, 31), "year"),
    )


def test_without_a_day_of_publication_only_dates_with_a_year_are_found() -> None:
    text = "On Friday, Nov. 23, as in May 2003, he said last year was like 1998 or like 2001-03."

    assert [shown for shown, _ in read(text, None)] == ["May 2003", "2001-03"]


@given(TEXTS, st.none() | st.dates())
def test_mentions_are_in_order_and_apart_and_never_end_before_they_begin(
    text: str, published: date | None
) -> None:
    found = find_dates(text, published)

    ends = [0, *(mention.end for mention in found)]
    assert all(end <= mention.start for end, mention in zip(ends, found, strict=False))
    assert all(mention.start < mention.end <= len(text) for mention in found)
    assert all(mention.first <= mention.last for mention in found)
    assert all((m.first == m.last) >= (m.grain == "day") for m in found)


@given(TEXTS)
def test_what_is_found_without_a_day_of_publication_needs_none(text: str) -> None:
    days = {date(1999, 5, 5), date(2019, 11, 14)}

    told = [{(m.first, m.last) for m in find_dates(text, day)} for day in days]

    for mention in find_dates(text, None):
        inside = [any(a <= mention.first and mention.last <= b for a, b in days) for days in told]
        assert all(inside)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "seed",
    [
        *("Friday ", "in 2019 ", "2019-", "Nov. 1-", "Nov. 14 and 15 ", "from Monday to ", "1 "),
        *("every Monday, ", "said ", "September 2021 to ", "1910-45 ", "1/", "Christmas ", "\n"),
        *("later in the day ", "will be a ", "last ", "1910 and ", "Mon, ", "A. ", '" ', "  "),
    ],
)
def test_time_grows_in_step_with_the_text(seed: str) -> None:
    short, long = (_seconds(seed * (n // len(seed))) for n in (4_000, 16_000))

    # Four times the text; were it in the square of the text, it would be sixteen.
    assert long <= 10 * short


def _seconds(text: str) -> float:
    """Return the least processor time of five runs, which other programs do not add to."""
    taken = []
    for _ in range(5):
        start = time.process_time()
        find_dates(text, THURSDAY)
        taken.append(time.process_time() - start)
    return min(taken)
