from tests.load.ceilings import Ceilings


def test_a_chat_takes_a_burst_of_five_then_one_a_second() -> None:
    ceilings = Ceilings()

    burst = [ceilings.admit("a", 0.0) for _ in range(6)]
    later = [ceilings.admit("a", at) for at in (1.0, 1.5, 2.0)]

    # The sixth waits a second for its place; after 1.5 s half a place is there.
    assert burst == [0, 0, 0, 0, 0, 1]
    assert later == [0, 1, 0]
    assert ceilings.n_refused == 2


def test_all_chats_together_take_thirty_at_once_and_thirty_a_second() -> None:
    ceilings = Ceilings()

    first = [ceilings.admit(f"chat {n}", 0.0) for n in range(31)]
    second = [ceilings.admit(f"chat {n}", 1.0) for n in range(100, 131)]

    assert first == second == [*[0] * 30, 1]


def test_a_refused_message_takes_no_place() -> None:
    ceilings = Ceilings()
    for _ in range(5):
        ceilings.admit("a", 0.0)

    refused = [ceilings.admit("a", 0.5) for _ in range(3)]

    assert refused == [1, 1, 1]
    assert ceilings.admit("a", 1.0) == 0
