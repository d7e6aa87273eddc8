import json
from itertools import islice
from pathlib import Path

import pytest

from tests.benchmarks.real import Real, splice

SENTENCES = ("The ferry left at noon.", "Nobody was late for it.", "It rained all day long.")
ASKED = ("Where does the ferry go?", "Who?", "When did it leave the harbour?")


def write(folder: Path, sentences: tuple[str, ...], questions: tuple[str, ...]) -> None:
    folder.mkdir()
    document = json.dumps({"id": "a", "title": "Ferry", "sentences": sentences})
    (folder / "corpus.jsonl").write_text(document + "\n", encoding="utf-8")
    lines = [json.dumps({"id": str(n), "question": text}) for n, text in enumerate(questions)]
    (folder / "questions.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_real_documents_come_before_spliced_ones(tmp_path: Path) -> None:
    write(tmp_path / "ferries", SENTENCES, ASKED)

    pieces = list(islice(Real(tmp_path, 1).pieces(), 3))

    assert [(piece.title, piece.is_real) for piece in pieces] == [
        ("Ferry", True),
        ("Spliced 0", False),
        ("Spliced 1", False),
    ]
    assert pieces[0].sentences == SENTENCES


def test_a_spliced_sentence_is_made_of_two_real_ones(tmp_path: Path) -> None:
    write(tmp_path / "ferries", SENTENCES, ASKED)

    spliced = list(islice(Real(tmp_path, 1).pieces(), 2))[1]

    possible = {splice(front, back) for front in SENTENCES for back in SENTENCES}
    assert len(spliced.sentences) == 20
    assert set(spliced.sentences) <= possible


def test_a_long_document_is_cut_into_parts_of_twenty_sentences(tmp_path: Path) -> None:
    write(tmp_path / "ferries", SENTENCES * 15, ASKED)

    pieces = [piece for piece in islice(Real(tmp_path, 1).pieces(), 4) if piece.is_real]

    # 45 sentences.
    assert sorted(len(piece.sentences) for piece in pieces) == [5, 20, 20]


def test_only_questions_of_four_to_twelve_words_are_asked(tmp_path: Path) -> None:
    write(tmp_path / "ferries", SENTENCES, (*ASKED, *ASKED, "word " * 13))

    questions = Real(tmp_path, 1).questions()

    assert sorted(questions) == [ASKED[2], ASKED[0]]


def test_sets_of_other_languages_are_left_out(tmp_path: Path) -> None:
    write(tmp_path / "ferries", SENTENCES, ASKED[:1])
    write(tmp_path / "language-ko", ("배는 정오에 떠났다.",), ASKED[2:])

    source = Real(tmp_path, 1)

    assert [piece.title for piece in islice(source.pieces(), 2)] == ["Ferry", "Spliced 0"]
    assert source.questions() == [ASKED[0]]


def test_a_folder_without_sets_is_refused(tmp_path: Path) -> None:
    source = Real(tmp_path, 1)

    with pytest.raises(FileNotFoundError, match="no question set"):
        next(source.pieces())
