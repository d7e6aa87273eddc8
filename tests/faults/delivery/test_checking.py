"""The checker finds what was planted into a history, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.faults.delivery.checking import WINDOW, Excuse, check
from tests.faults.delivery.history import Death, History, Question, Sending

# Two questions of one chat, asked at 1 and 2 s, answered half a second later each.
FIRST = Question(update_id=11, chat=7, message_id=101, expected="March 3", at=1.0)
SECOND = Question(update_id=12, chat=7, message_id=102, expected="March 4", at=2.0)
TO_FIRST = Sending(7, 101, "On March 3.", arrived=1.4, applied=1.5, told=1.6)
TO_SECOND = Sending(7, 102, "On March 4.", arrived=2.4, applied=2.5, told=2.6)


def history(*sendings: Sending, deaths: tuple[Death, ...] = ()) -> History:
    return History((FIRST, SECOND), sendings, deaths)


def again(first: Sending, seconds: float) -> Sending:
    """Return the same message, so many seconds later."""
    at = first.arrived + seconds
    return replace(first, arrived=at, applied=at + 0.1, told=at + 0.2)


def excuses(*sendings: Sending, deaths: tuple[Death, ...] = ()) -> list[Excuse]:
    return [each.excuse for each in check(history(*sendings, deaths=deaths)).repetitions]


def test_a_history_where_each_question_is_answered_once_is_clean() -> None:
    verdict = check(history(TO_SECOND, TO_FIRST))

    assert verdict.breaches == ()
    assert (verdict.n_questions, verdict.lost, verdict.repetitions) == (2, (), ())
    assert verdict.late == pytest.approx(0.5)


def test_a_question_without_an_answer_is_lost() -> None:
    verdict = check(history(TO_FIRST))

    assert verdict.lost == (SECOND,)
    assert verdict.breaches == ("lost: update 12, message 102 of chat 7",)


def test_a_message_that_never_stood_in_the_chat_answers_nothing() -> None:
    verdict = check(history(TO_FIRST, replace(TO_SECOND, applied=None)))

    assert verdict.lost == (SECOND,)


def test_an_answer_in_another_chat_is_no_answer_but_a_stray() -> None:
    elsewhere = replace(TO_SECOND, chat=8)

    verdict = check(history(TO_FIRST, elsewhere))

    assert (verdict.lost, verdict.strays) == ((SECOND,), (elsewhere,))


def test_an_answer_that_names_no_question_is_a_stray() -> None:
    nowhere = replace(TO_SECOND, answers=None)

    verdict = check(history(TO_FIRST, TO_SECOND, nowhere))

    assert verdict.strays == (nowhere,)
    assert verdict.breaches == ("answers nothing: 'On March 4.'",)


def test_the_answer_to_another_question_is_wrong() -> None:
    verdict = check(history(TO_FIRST, replace(TO_SECOND, text=TO_FIRST.text)))

    assert verdict.wrong == (SECOND,)
    assert verdict.breaches == ("not the answer: update 12, message 102 of chat 7",)


def test_a_second_answer_without_a_cause_has_no_excuse() -> None:
    verdict = check(history(TO_FIRST, TO_SECOND, again(TO_FIRST, 5)))

    assert [each.question for each in verdict.unexcused] == [FIRST]
    assert verdict.breaches == ("answered again without need: update 11, message 101 of chat 7",)


def test_a_second_answer_after_an_unknown_outcome_is_excused_once() -> None:
    untold = replace(TO_FIRST, told=None)

    assert excuses(untold, again(TO_FIRST, 5)) == ["unknown outcome"]
    assert excuses(untold, again(TO_FIRST, 5), again(TO_FIRST, 9)) == ["unknown outcome", "none"]


def test_a_message_that_was_refused_and_then_sent_is_no_repetition() -> None:
    refused = replace(TO_FIRST, applied=None, told=None)

    assert excuses(refused, again(TO_FIRST, 5)) == []


@pytest.mark.parametrize(
    ("at", "excuse"),
    [
        # The first answer comes at 1.4 s and its success is told at 1.6 s.
        (1.4 - WINDOW - 0.1, "none"),
        (1.45, "killed"),
        (1.6 + WINDOW - 0.1, "killed"),
        (1.6 + WINDOW + 0.1, "none"),
    ],
)
def test_without_marks_a_kill_soon_after_is_an_excuse(at: float, excuse: Excuse) -> None:
    assert excuses(TO_FIRST, again(TO_FIRST, 5), deaths=(Death(at),)) == [excuse]


@pytest.mark.parametrize(
    ("unsettled", "excuse"),
    [(frozenset({11}), "killed"), (frozenset({12}), "none"), (frozenset[int](), "none")],
)
def test_with_marks_a_kill_is_an_excuse_for_what_was_marked_alone(
    unsettled: frozenset[int], excuse: Excuse
) -> None:
    assert excuses(TO_FIRST, again(TO_FIRST, 5), deaths=(Death(1.7, unsettled),)) == [excuse]


def test_a_kill_after_the_second_answer_excuses_nothing() -> None:
    # The second comes at 1.4 + 5 = 6.4 s.
    death = Death(6.5, frozenset({11}))

    assert excuses(TO_FIRST, again(TO_FIRST, 5), deaths=(death,)) == ["none"]


def test_one_kill_excuses_one_repetition() -> None:
    death = Death(1.7, frozenset({11}))

    found = excuses(TO_FIRST, again(TO_FIRST, 5), again(TO_FIRST, 9), deaths=(death,))

    assert found == ["killed", "none"]


@given(st.data())
def test_whatever_is_planted_is_counted(data: st.DataObject) -> None:
    n = data.draw(st.integers(1, 30))
    asked = [Question(each, 1, each, f"fact {each};", float(each)) for each in range(n)]
    n_answers = data.draw(st.lists(st.integers(0, 3), min_size=n, max_size=n))
    sent = [
        Sending(1, each.message_id, each.expected, each.at + k, each.at + k, each.at + k)
        for each, times in zip(asked, n_answers, strict=True)
        for k in range(times)
    ]

    verdict = check(History(tuple(asked), tuple(data.draw(st.permutations(sent)))))

    assert [each.update_id for each in verdict.lost] == [k for k in range(n) if not n_answers[k]]
    assert len(verdict.unexcused) == sum(max(0, times - 1) for times in n_answers)
    assert (verdict.wrong, verdict.strays) == ((), ())


@pytest.mark.parametrize(("rivalry", "excuse"), [((1.0, 3.0), "two bots"), ((1.0, 1.8), "none")])
def test_two_bots_at_the_time_of_both_answers_are_an_excuse(
    rivalry: tuple[float, float], excuse: Excuse
) -> None:
    # The first answer arrives at 1.4 s, the second at 1.9 s.
    found = check(replace(history(TO_FIRST, again(TO_FIRST, 0.5), TO_SECOND), rivalry=rivalry))

    assert [each.excuse for each in found.repetitions] == [excuse]
