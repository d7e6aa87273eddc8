import math

from tests.load.ledger import NEVER, Ledger


def test_a_wait_runs_from_when_the_question_was_due_to_its_first_answer() -> None:
    ledger = Ledger()
    number = ledger.ask(0, 10.0)

    ledger.answer(number, 10.25)
    ledger.answer(number, 11.0)

    assert ledger.waits() == [0.25]
    assert (ledger.n_answered, ledger.n_extra) == (1, 1)


def test_a_question_without_an_answer_waits_for_ever_and_comes_last() -> None:
    ledger = Ledger()
    ledger.ask(0, 1.0)
    ledger.answer(ledger.ask(0, 2.0), 2.5)

    assert ledger.waits() == [0.5, NEVER]
    assert math.isinf(NEVER)


def test_waits_of_some_chats_leave_out_the_others() -> None:
    ledger = Ledger()
    for chat in (0, 1, 2):
        ledger.answer(ledger.ask(chat, 0.0), chat + 1.0)

    assert ledger.waits(lambda chat: chat != 1) == [1.0, 3.0]


def test_what_replies_to_nothing_known_is_no_answer() -> None:
    ledger = Ledger()
    ledger.ask(0, 0.0)

    for number in (-1, 0, 2):
        ledger.answer(number, 1.0)

    assert (ledger.n_answered, ledger.n_extra) == (0, 0)


def test_answers_are_counted_in_a_span_for_all_and_for_each_chat() -> None:
    ledger = Ledger()
    for chat, sent in ((0, 1.0), (0, 2.0), (1, 2.5), (1, 3.0)):
        ledger.answer(ledger.ask(chat, 0.0), sent)
    ledger.ask(2, 0.0)

    # From second 2 on and before second 3.
    assert ledger.n_answered_between(2.0, 3.0) == 2
    assert ledger.served(2.0, 3.0) == {0: 1, 1: 1, 2: 0}
