from bot.windows import Windows


def test_a_window_lets_in_again_once_the_oldest_is_as_old_as_the_window() -> None:
    windows = Windows(2, 60.0, is_shared=False)
    for at in (0.0, 10.0):
        windows.add("a", "a", at)

    assert [windows.wait("a", "a", at) for at in (20.0, 59.5, 60.0)] == [40.0, 0.5, 0.0]
    assert windows.wait("b", "b", 20.0) == 0.0


def test_a_shared_window_keeps_a_tenth_for_askers_who_were_not_let_in() -> None:
    windows = Windows(10, 60.0, is_shared=True)
    for _ in range(9):
        windows.add("all", "ada", 0.0)

    # Nine of ten are taken: the last is for somebody else.
    assert windows.wait("all", "ada", 1.0) == 59.0
    assert windows.wait("all", "bob", 1.0) == 0.0
