"""Which sentence tells an event best."""

from datetime import date

from bot.timeline.choosing import event_of
from bot.timeline.events import Event
from bot.timeline.gathering import Told
from bot.timeline.merging import Dated
from tests.bot.timeline.tunnel import told, when

MONDAY = when("2021-09-06")
LATER = date(2023, 1, 1)
FULL = "The mayor of Lunehaven opened the tunnel on Monday."


def chosen(*telling: Told) -> str:
    return best_of([Dated(one, MONDAY, {}) for one in telling])


def best_of(group: list[Dated]) -> str:
    event = event_of(group)
    return next(one.told.text for one in group if one.told.hit == event.hit)


def numbered(text: str, n: int, published: date = LATER, share: float = 1.0) -> Told:
    return told(text, published, share=share, score=n / 1000)


def test_a_sentence_that_stands_by_itself_comes_before_one_that_leans() -> None:
    leaning = numbered("It was opened by the mayor on that very Monday.", 9)

    assert chosen(leaning, numbered(FULL, 1)) == FULL


def test_a_sentence_that_names_the_topic_comes_before_one_that_does_not() -> None:
    unnamed = numbered("Boats hooted and a band played all day on Monday.", 9, share=0.0)

    assert chosen(unnamed, numbered(FULL, 1)) == FULL


def test_a_first_hand_report_comes_before_a_later_one() -> None:
    later = numbered("On that Monday the mayor of Lunehaven opened the tunnel.", 9)

    assert chosen(later, numbered(FULL, 1, date(2021, 9, 7))) == FULL


def test_a_report_comes_before_a_plan() -> None:
    plan = numbered("The mayor is to open the Lunehaven tunnel on Monday.", 9)
    planned = Dated(plan, when("2021-09-06", is_ahead=True), {})

    assert best_of([planned, Dated(numbered(FULL, 1), MONDAY, {})]) == FULL


def test_a_sentence_of_few_words_comes_last() -> None:
    assert chosen(numbered("The tunnel opened Monday.", 9), numbered(FULL, 1)) == FULL


def test_the_event_has_the_finest_date_and_all_other_sentences() -> None:
    month = Dated(
        numbered("The whole tunnel was open in September 2021.", 9),
        when("2021-09-01", "2021-09-30"),
        {},
    )
    day = Dated(numbered(FULL, 1), MONDAY, {})

    event = event_of([day, month])

    assert event == Event(
        first=date(2021, 9, 6),
        last=date(2021, 9, 6),
        grain="day",
        label="2021-09-06",
        start=0,
        end=0,
        hit=day.told.hit,
        also=(month.told.hit,),
    )
