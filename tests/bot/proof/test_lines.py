"""Lines of a text are told apart by what stands in front of their words."""

import pytest

from bot.proof.lines import Line, read_lines


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("| 18 crowns.", Line(("18", "crowns."), "barred", opens=True)),
        ("            | 18 crowns.", Line(("18", "crowns."), "barred", opens=True)),
        ("2021-09-14  | 18 crowns.", Line(("18", "crowns."), "barred", opens=True)),
        ("|", Line((), "barred", opens=True)),
        ("| | a | b |", Line(("|", "a", "|", "b", "|"), "barred", opens=True)),
        ("2021-09-14/2021-09-16", Line(("2021-09-14/2021-09-16",), "above", opens=True)),
        ("> who repairs it?", Line(("who", "repairs", "it?"), "above", opens=True)),
        ("  Ferry, sentence 3", Line(("Ferry,", "sentence", "3"), "words", opens=True)),
        ("  ", Line((), "blank", opens=True)),
    ],
)
def test_a_line_is_what_stands_in_front_of_it(line: str, expected: Line) -> None:
    (read,) = read_lines(line)

    prompt = (">",) if line.startswith(">") else ()
    assert read == Line(prompt + expected.words, expected.kind, opens=True)


@pytest.mark.parametrize(
    ("before", "line", "opens"),
    [
        ("", "18 crowns.", True),
        ("Understood as: fare", "18 crowns.", False),
        ("2021-09-14", "18 crowns.", True),
        ("Quoth, [14.09.21 10:05]", "18 crowns.", True),
        ("A, [about 9 to 10]", "18 crowns.", False),
        ("Ferry, 2021-09-14, sentence 3", "18 crowns.", True),
        ("| A ticket costs", "18 crowns.", False),
        ("| A ticket costs", "| 18 crowns.", False),
        ("| A ticket costs", "2021 | 18 crowns.", True),
        ("Understood as: fare", "| 18 crowns.", True),
    ],
)
def test_a_quote_opens_behind_what_cannot_be_part_of_it(
    before: str, line: str, opens: bool
) -> None:
    *_, last = read_lines(f"{before}\n{line}")

    assert last.opens is opens
