"""A question set is read whole or refused, and answered aside."""

from pathlib import Path

import pytest

from bot.errors import BadInput
from bot.question_sets import answers, read_set, texts
from tests.bot.test_evaluating import make_set


def test_every_question_gets_its_line_in_order_and_the_folder_stays_as_it_is(
    tmp_path: Path,
) -> None:
    folder = make_set(tmp_path)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    found = list(answers(read_set(folder)))

    assert [line["id"] for line in found] == [1, 2]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_documents_are_found_by_id(tmp_path: Path) -> None:
    assert texts(read_set(make_set(tmp_path))) == {"d": "The tower is old.\nFerries sail at noon."}


@pytest.mark.parametrize("name", ["corpus.jsonl", "questions.jsonl", "gold.jsonl"])
def test_a_set_without_one_of_its_files_is_refused(name: str, tmp_path: Path) -> None:
    folder = make_set(tmp_path)
    (folder / name).unlink()

    with pytest.raises(BadInput, match=name.removesuffix(".jsonl")):
        read_set(folder)
