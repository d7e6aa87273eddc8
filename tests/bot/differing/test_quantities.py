"""Amounts have a value in a base, a noun, a measure and a limit."""

from bot.differing.quantities import quantities


def test_weeks_are_told_in_days() -> None:
    (amount,) = quantities("The notice period is two weeks.")

    assert (amount.value, amount.unit) == (14.0, "day")


def test_what_an_amount_is_measured_by_belongs_to_it() -> None:
    text = "Riders pay 4 dollars a trip."
    (amount,) = quantities(text)

    assert (text[amount.start : amount.end], amount.per) == ("4 dollars a trip", "trip")


def test_what_was_the_case_before_is_left_out() -> None:
    values = [q.value for q in quantities("The limit is 20 kilograms instead of 15 kilograms.")]

    assert values == [20.0]


def test_limits_are_kept() -> None:
    texts = ("up to 10 books", "more than 10 books", "about 10 books", "between 8 and 10 books")

    assert [quantities(text)[-1].bound for text in texts] == ["most", "above", "about", "between"]


def test_each_amount_has_the_words_of_its_own_clause() -> None:
    killed, hurt = quantities("The crash killed three people and injured 14 people.")

    assert ("die" in killed.clause, "injure" in killed.clause) == (True, False)
    assert ("die" in hurt.clause, "injure" in hurt.clause) == (False, True)


def test_a_few_of_the_whole_are_marked() -> None:
    (amount,) = quantities("The college took in 600 new students.")

    assert "partial" in amount.clause
