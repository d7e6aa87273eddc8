"""The day of publication tells a change from a disagreement."""

import datetime

from bot.differing.relating import relation
from bot.differing.statements import Statement

MAY = datetime.date(2024, 5, 1)
JUNE = datetime.date(2024, 6, 1)


def test_a_later_statement_changes_an_earlier_one() -> None:
    older, newer = Statement("a", MAY, "Old."), Statement("b", JUNE, "New.")

    assert relation(older, newer) == relation(newer, older) == "changed since"


def test_statements_of_one_day_disagree() -> None:
    assert relation(Statement("a", MAY, "One."), Statement("b", MAY, "Other.")) == "disagreeing"


def test_a_statement_without_a_day_disagrees() -> None:
    assert relation(Statement("a", None, "One."), Statement("b", MAY, "Other.")) == "disagreeing"
