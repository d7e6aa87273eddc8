import pytest

from bot.channels.telegram.life.health import Health, Patiences, Unwell


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def health(clock: Clock) -> Health:
    return Health(Patiences(), clock)


def test_a_server_that_answers_is_well_for_ever(health: Health, clock: Clock) -> None:
    for _ in range(100):
        clock.now += 60
        health.good()
        health.check(busy_for=0.0)

    assert not health.needs_renewal()


def test_connections_are_made_anew_after_ninety_seconds_and_not_at_once_again(
    health: Health, clock: Clock
) -> None:
    clock.now = 91.0

    assert [health.needs_renewal(), health.needs_renewal()] == [True, False]


def test_five_minutes_without_an_answer_are_the_end(health: Health, clock: Clock) -> None:
    clock.now = 300.0
    health.check(busy_for=0.0)
    clock.now = 301.0

    with pytest.raises(Unwell, match="no good answer from the API server for 300 s") as ended:
        health.check(busy_for=0.0)
    assert (ended.value.code, ended.value.is_stuck) == (1, False)


def test_a_conflict_is_borne_for_ten_minutes_from_its_beginning(
    health: Health, clock: Clock
) -> None:
    health.conflict()
    clock.now = 600.0
    health.conflict()
    health.good()  # it answers other calls
    health.check(busy_for=0.0)
    clock.now = 601.0

    with pytest.raises(Unwell) as ended:
        health.check(busy_for=0.0)
    assert ended.value.code == 75


def test_what_ends_in_time_was_nothing(health: Health, clock: Clock) -> None:
    health.conflict()
    health.refused()
    clock.now = 170.0
    health.received()
    clock.now = 400.0
    health.good()

    health.check(busy_for=0.0)

    assert not health.is_refused


def test_a_token_is_refused_when_it_has_been_for_three_minutes(
    health: Health, clock: Clock
) -> None:
    health.refused()
    clock.now = 180.0
    before = health.is_refused
    clock.now = 181.0

    assert (before, health.is_refused) == (False, True)


def test_an_answer_that_takes_for_ever_ends_the_process_without_its_thread(health: Health) -> None:
    with pytest.raises(Unwell) as ended:
        health.check(busy_for=301.0)
    assert ended.value.is_stuck
