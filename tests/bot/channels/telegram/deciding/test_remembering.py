from bot.channels.telegram.deciding.remembering import Memory


def test_what_was_found_is_found_again_until_it_is_the_oldest_of_too_many() -> None:
    memory = Memory[int](most=2)

    found = [memory.recall(key, lambda n=n: n) for n, key in enumerate("aabacb")]  # type: ignore[misc]

    # "c" pushes out "a", the oldest; "b" is still known from the third look.
    assert found == [0, 0, 2, 0, 4, 2]
    assert memory.recall("a", lambda: 6) == 6
