"""What a file holds is counted, and why it holds nothing is said."""

import pytest

from bot.documents.reading import MOST_TOLD, survey


def test_a_text_is_one_document_with_its_sentences() -> None:
    assert survey(b"It rains. It snows.", ".txt") == {
        "documents": 1, "sentences": 2, "longest": 2, "skipped": 0, "reasons": []
    }  # fmt: skip


def test_lines_are_a_document_each_and_bad_ones_are_told_by_their_number() -> None:
    found = survey(
        b'{"id": "a", "text": "It rains. It snows."}\n3\n{"id": "b", "text": "Wind."}', ".jsonl"
    )

    assert found == {
        "documents": 2,
        "sentences": 3,
        "longest": 2,
        "skipped": 1,
        "reasons": ["line 2 is no JSON object; give one JSON object per line"],
    }


def test_of_many_reasons_the_first_few_are_told() -> None:
    found = survey(b"3\n" * 1000, ".jsonl")

    assert (found["documents"], found["skipped"], len(found["reasons"])) == (0, 1000, MOST_TOLD)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty; write something in it or remove it"),
        (b"\x89PNG\r\n", "looks like a PNG picture; save its text as a .txt or .md file"),
    ],
)
def test_a_file_without_a_document_has_one_reason(content: bytes, reason: str) -> None:
    assert survey(content, ".txt")["reasons"] == [reason]


def test_a_reason_with_words_of_the_file_is_cut_short() -> None:
    line = b'{"id": "' + b"x" * 5000 + b'", "text": "It rains."}\n'

    [reason] = survey(line * 2, ".jsonl")["reasons"]

    assert len(reason) == 200
