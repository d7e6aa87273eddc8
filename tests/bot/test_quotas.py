from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import windows
from bot.quotas import DAY, MINUTE, Admitted, Kind, Limit, Quotas, Refused, rules

ADA, BOB, GROUP = 42, 43, -500
MOMENTS = st.lists(st.integers(0, 300).map(float), max_size=60)
ASKED = st.lists(
    st.tuples(
        st.sampled_from([ADA, BOB, None]), st.sampled_from([ADA, GROUP]), st.integers(0, 300)
    ),
    max_size=80,
)


def admitted(quotas: Quotas, moments: list[float], user: int = ADA) -> list[float]:
    """Return the moments at which a user is let in, in private."""
    return [at for at in moments if quotas.admit(user, user, at) == Admitted()]


def most_in_a_window(moments: list[float], seconds: float) -> int:
    return max((sum(at <= each < at + seconds for each in moments) for at in moments), default=0)


@given(MOMENTS.map(sorted), st.integers(1, 5))
def test_no_window_holds_more_than_the_limit(moments: list[float], most: int) -> None:
    quotas = Quotas({"question": [Limit("user", most)]})

    let_in = admitted(quotas, moments)

    assert most_in_a_window(let_in, MINUTE) <= most


@given(ASKED, st.integers(1, 20))
def test_no_window_holds_more_than_the_limit_of_everybody(
    asked: list[tuple[int | None, int, int]], most: int
) -> None:
    quotas = Quotas({"question": [Limit("all", most)]})

    let_in = [
        float(at)
        for user, chat, at in sorted(asked, key=lambda each: each[2])
        if quotas.admit(user, chat, float(at)) == Admitted()
    ]

    assert most_in_a_window(let_in, MINUTE) <= most


@given(ASKED, st.integers(0, 360).map(float))
def test_who_did_nothing_within_the_window_is_let_in_whatever_others_do(
    asked: list[tuple[int | None, int, int]], at: float
) -> None:
    quotas = Quotas(rules(3, 20, 0))
    for user, chat, earlier in asked:
        quotas.admit(user, chat, float(earlier))

    assert quotas.admit(BOB + 1, BOB + 1, at) == Admitted()


@given(st.integers(1, 9), st.lists(st.floats(0, 59), min_size=9, max_size=9).map(sorted))
def test_who_keeps_to_the_limit_never_waits(most: int, offsets: list[float]) -> None:
    quotas = Quotas({"question": [Limit("user", most)]})
    moments = [MINUTE * minute + offsets[n] for minute in range(0, 10, 2) for n in range(most)]

    assert admitted(quotas, moments) == moments


@given(MOMENTS.map(sorted))
def test_a_wait_is_as_long_as_it_is_said_to_be(moments: list[float]) -> None:
    quotas = Quotas({"question": [Limit("user", 2)]})
    admitted(quotas, moments)
    last = moments[-1] if moments else 0.0

    while not isinstance(refused := quotas.admit(ADA, ADA, last), Refused):
        pass

    assert isinstance(quotas.admit(ADA, ADA, last + refused.wait - 0.5), Refused)
    assert quotas.admit(ADA, ADA, last + refused.wait) == Admitted()


@given(MOMENTS)
def test_what_comes_late_counts_as_being_at_the_same_time_as_what_came_before(
    moments: list[float],
) -> None:
    quotas = Quotas({"question": [Limit("user", 2)]})
    latest = [max(moments[: place + 1]) for place in range(len(moments))]

    let_in = [at for at, said in zip(latest, moments, strict=True) if admitted(quotas, [said])]

    assert most_in_a_window(let_in, MINUTE) <= 2


@given(MOMENTS.map(sorted))
def test_a_chat_is_told_at_most_once_a_window(moments: list[float]) -> None:
    quotas = Quotas({"question": [Limit("user", 1), Limit("chat", 2)]})

    answers = [(at, quotas.admit(who, GROUP, at)) for at in moments for who in (ADA, BOB, None)]
    told = [at for at, each in answers if isinstance(each, Refused) and each.is_first]

    assert all(later - earlier >= MINUTE for earlier, later in pairwise(told))


def test_a_flood_is_told_of_once_and_the_last_moment_of_the_window_is_still_full() -> None:
    quotas = Quotas(rules(2, 0, 0))
    limit = Limit("user", 2)

    answers = [quotas.admit(ADA, ADA, at) for at in (0.0, 1.0, 2.0, 59.5, 60.0, 60.5)]

    assert answers == [
        Admitted(),
        Admitted(),
        Refused(limit, 58.0, is_first=True),
        Refused(limit, 0.5, is_first=False),
        Admitted(),
        # The second one was at 1.0; the chat was told at 2.0.
        Refused(limit, 0.5, is_first=False),
    ]


def test_a_group_may_ask_twice_what_a_user_may() -> None:
    quotas = Quotas(rules(2, 0, 0))

    answers = [quotas.admit(user, GROUP, 0.0) for user in (1, 1, 2, 2, 3)]

    assert answers == [*[Admitted()] * 4, Refused(Limit("chat", 4), 60.0, is_first=True)]


def test_a_private_chat_has_no_other_limit_than_its_user() -> None:
    quotas = Quotas({"question": [Limit("chat", 1)]})

    assert admitted(quotas, [0.0, 0.0]) == [0.0, 0.0]


def test_who_writes_in_the_name_of_a_chat_is_held_to_what_the_chat_may() -> None:
    quotas = Quotas(rules(1, 0, 0))

    answers = [quotas.admit(None, GROUP, 0.0) for _ in range(3)]

    assert answers == [*[Admitted()] * 2, Refused(Limit("chat", 2), 60.0, is_first=True)]


def test_the_end_of_a_day_is_told_to_each_user_and_waited_for() -> None:
    quotas = Quotas(rules(0, 1, 0))
    limit = Limit("user", 1, DAY)
    for user in (ADA, BOB):
        quotas.admit(user, GROUP, 0.0)

    answers = [quotas.admit(user, GROUP, 3600.0) for user in (ADA, BOB, ADA)]

    # 86,400 - 3,600 seconds are left.
    assert answers == [
        Refused(limit, 82_800.0, is_first=True),
        Refused(limit, 82_800.0, is_first=True),
        Refused(limit, 82_800.0, is_first=False),
    ]


def test_an_administrator_is_held_to_what_all_may_do_together_and_to_nothing_else() -> None:
    quotas = Quotas(rules(1, 1, 20))

    answers = [quotas.admit(ADA, ADA, 0.0, is_free=True) for _ in range(19)]

    # A tenth of the twenty is for others.
    assert answers == [*[Admitted()] * 18, Refused(Limit("all", 20), 60.0, is_first=True)]


def test_a_tenth_of_what_all_may_do_together_is_for_those_who_did_nothing() -> None:
    quotas = Quotas({"question": [Limit("all", 20)]})
    for _ in range(30):
        quotas.admit(ADA, ADA, 0.0)

    quiet = [quotas.admit(user, user, 1.0) for user in (BOB, BOB + 1, BOB + 2)]

    assert quiet == [Admitted(), Admitted(), Refused(Limit("all", 20), 59.0, is_first=True)]


def test_each_kind_has_limits_of_its_own() -> None:
    quotas = Quotas(rules(1, 1, 0))
    numbers: dict[Kind, int] = {}
    kinds: tuple[Kind, ...] = ("question", "command", "press", "inline")
    for kind in kinds:
        answers = [quotas.admit(ADA, None, 0.0, kind) for _ in range(100)]
        numbers[kind] = answers.count(Admitted())

    assert numbers == {"question": 1, "command": 2, "press": 60, "inline": 30}


def test_what_nobody_asked_is_refused_without_a_word() -> None:
    quotas = Quotas(rules(1, 0, 0))

    answers = [quotas.admit(ADA, GROUP, 0.0, "unasked") for _ in range(3)]
    told = quotas.may_tell(GROUP, 0.0)

    assert answers[2] == Refused(Limit("chat", 2), 60.0, is_first=False)
    assert told


def test_what_a_chat_was_told_otherwise_is_not_told_again_in_the_same_minute() -> None:
    quotas = Quotas(rules(1, 0, 0))

    told = [quotas.may_tell(ADA, 0.0), quotas.may_tell(ADA, 59.0)]
    quotas.admit(ADA, ADA, 59.0)
    refused = quotas.admit(ADA, ADA, 59.5)
    later = quotas.may_tell(ADA, 60.0)

    assert (told, later) == ([True, False], True)
    assert refused == Refused(Limit("user", 1), 59.5, is_first=False)


def test_without_limits_everything_is_let_in() -> None:
    quotas = Quotas(rules(0, 0, 0))

    kinds: tuple[Kind, ...] = ("question", "command", "press", "inline", "unasked")
    answers = {quotas.admit(ADA, ADA, 0.0, kind) for kind in kinds for _ in range(1000)}

    assert answers == {Admitted()}


@pytest.mark.parametrize("n_others", [0, 5])
def test_who_was_quiet_for_longest_is_forgotten_first(n_others: int) -> None:
    quotas = Quotas({"question": [Limit("user", 1)]})
    quotas.admit(ADA, ADA, 0.0)

    for user in range(1000, 1000 + windows.MOST_KEYS - 1 + n_others):
        quotas.admit(user, user, 1.0)

    assert (quotas.admit(ADA, ADA, 2.0) == Admitted()) is bool(n_others)
