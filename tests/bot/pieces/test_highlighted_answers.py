"""The row programme's measures, and the share of answers inside the highlights."""

import gzip
import json
from pathlib import Path

import pytest

from bot.answers import Highlight
from bot.pieces import kind_asked
from tests.quality.pieces import Case, Mark, cases, is_inside, mark, share, table
from tests.quality.shared import shared

TEXT = "It rained. Ada Lund left in 1998."
QUESTION = {"question": "When did Ada leave?", "answers": [{"answer_start": 28, "text": "1998."}]}


def test_a_case_is_a_question_with_the_sentence_that_holds_its_answer(tmp_path: Path) -> None:
    squad = {"data": [{"paragraphs": [{"context": TEXT, "qas": [QUESTION]}]}]}
    (tmp_path / "squad.json.gz").write_bytes(gzip.compress(json.dumps(squad).encode()))

    found = list(cases(tmp_path / "squad.json.gz"))

    # The second sentence begins at 11.
    assert found == [Case(0, "When did Ada leave?", "Ada Lund left in 1998.", 17, 22)]


@pytest.mark.parametrize(
    ("start", "end", "inside"),
    [(0, 8, True), (4, 8, True), (0, 13, False), (14, 21, False)],
)
def test_an_answer_is_inside_when_all_its_words_are(start: int, end: int, inside: bool) -> None:
    found = [Highlight(0, 8, "person", "Ada Lund")]

    assert is_inside("Ada Lund left in 1998.", start, end, found) is inside


def test_stop_words_of_an_answer_need_no_highlight() -> None:
    assert is_inside("Ada left in 1998.", 9, 16, [Highlight(12, 16, "date", "1998")])


def test_the_share_is_of_the_words_of_the_sentence() -> None:
    found = [Highlight(0, 8, "person", "Ada Lund")]

    assert share("Ada Lund left again.", found) == 0.5  # two words of four


def test_a_table_has_a_line_a_row_and_one_of_all_that_is_claimed() -> None:
    marks = [Mark("date, when", True, 0.1), Mark("date, when", False, 0.3)]

    lines = table(marks)

    assert [line.split() for line in lines[1:]] == [
        ["date,", "when", "2", "0.500", "0.200"],
        ["when,", "who,", "where,", "how", "2", "0.500", "0.200"],
    ]


def test_three_in_five_answers_are_inside_highlights_of_at_most_a_third() -> None:
    squad = shared("data/squad/tune-v1.1.json.gz")
    chosen = [case for case in cases(squad) if case.article in (1, 3, 5, 7)]

    asked = ((case, kind_asked(case.question, "en")) for case in chosen)
    marks = [mark(case, kind) for case, kind in asked if kind]

    for line in table(marks)[1:]:
        name, n, inside, median = line.rsplit(maxsplit=3)
        if int(n) >= 50 and not name.startswith("reason"):
            assert (name, float(inside) >= 0.6, float(median) <= 1 / 3) == (name, True, True)
