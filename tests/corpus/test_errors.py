"""Errors carry what a caller needs, and say what to do."""

from pathlib import Path

from corpus.errors import CorpusError, NoDocuments, OriginalDamaged, SourceMissing


def test_an_error_reads_as_its_reason_and_its_remedy() -> None:
    error = CorpusError("has no id", "give it one")

    assert (error.reason, error.remedy) == ("has no id", "give it one")
    assert str(error) == "has no id: give it one"


def test_a_missing_source_names_its_path() -> None:
    error = SourceMissing(Path("notes"))

    assert error.source == Path("notes")
    assert str(error) == "notes: no such file or folder: check the path"


def test_a_source_without_documents_says_which_files_are_read() -> None:
    error = NoDocuments(Path("notes"), (".txt", ".md"))

    assert error.suffixes == (".txt", ".md")
    assert str(error) == "notes: no documents: put files there that end in .txt .md"


def test_a_damaged_original_names_its_digest_and_its_place() -> None:
    error = OriginalDamaged("ab12", Path("originals/ab/ab12"), "is missing")

    assert (error.sha256, error.path) == ("ab12", Path("originals/ab/ab12"))
    expected = "original ab12 is missing (originals/ab/ab12): index the document again"
    assert str(error) == expected
