"""Digests tell question sets apart by what they hold, wherever they lie."""

from pathlib import Path

from bot.trust.digests import data_digest, model_digest


def make(folder: Path, **files: str) -> list[Path]:
    """Write files into a new folder."""
    folder.mkdir()
    paths = []
    for name, text in files.items():
        paths.append(folder / name)
        paths[-1].write_text(text)
    return paths


def test_the_same_files_elsewhere_and_in_another_order_have_one_digest(tmp_path: Path) -> None:
    here = make(tmp_path / "here", gold="g", questions="q")
    there = make(tmp_path / "there", questions="q", gold="g")

    assert data_digest(here) == data_digest(there)


def test_a_changed_or_renamed_file_changes_the_digest(tmp_path: Path) -> None:
    digests = {
        data_digest(make(tmp_path / name, **files))
        for name, files in {
            "one": {"gold": "g", "questions": "q"},
            "text": {"gold": "g", "questions": "p"},
            "name": {"gold": "g", "question": "q"},
            "moved": {"gold": "gq", "questions": ""},
        }.items()
    }

    assert len(digests) == 4


def test_a_folder_counts_with_all_that_lies_below_it(tmp_path: Path) -> None:
    make(tmp_path / "corpus", a="1")
    before = data_digest([tmp_path / "corpus"])

    make(tmp_path / "corpus" / "deeper", b="2")

    assert data_digest([tmp_path / "corpus"]) != before


def test_the_digest_of_the_model_is_a_sha256() -> None:
    assert len(bytes.fromhex(model_digest())) == 32
