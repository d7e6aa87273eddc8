from bot.channels.telegram.deciding.once import Once


def test_a_key_is_new_once() -> None:
    once = Once()

    answers = [once.is_new(key) for key in (1, 2, 1, (1, 2), 2)]

    assert answers == [True, True, False, True, False]


def test_the_oldest_key_is_forgotten_when_there_are_too_many() -> None:
    once = Once(most=2)

    # 3 pushes 1 out, and then 1 pushes 2 out, so that 3 and 1 are still known.
    answers = [once.is_new(key) for key in (1, 2, 3, 1, 3, 2)]

    assert answers == [True, True, True, True, False, True]
