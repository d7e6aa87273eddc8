"""Errors carry what a caller needs, and say what to do."""

from pathlib import Path

from retrieval import errors
from retrieval.errors import IndexBusy, IndexDamaged, IndexMissing, RetrievalError


def test_the_drawn_tree_is_the_real_one() -> None:
    drawn = {
        line.split()[1] for line in (errors.__doc__ or "").splitlines() if line[:1] in {"├", "└"}
    }

    real = {error.__name__ for error in RetrievalError.__subclasses__()}

    assert drawn == real == {"IndexMissing", "IndexDamaged", "IndexBusy"}


def test_a_missing_index_names_its_folder() -> None:
    error = IndexMissing(Path("home/index"))

    assert error.folder == Path("home/index")
    assert str(error) == "no index in home/index: run `quoth index SOURCE`"


def test_damage_names_the_file_and_what_is_wrong_with_it() -> None:
    error = IndexDamaged(Path("g-000001/idf.npy"), "missing")

    assert (error.file, error.problem) == (Path("g-000001/idf.npy"), "missing")
    assert str(error) == "g-000001/idf.npy: missing: run `quoth index` again to rebuild it"


def test_a_busy_index_names_its_folder() -> None:
    error = IndexBusy(Path("home/index"))

    assert error.folder == Path("home/index")
    assert str(error) == ("another process is indexing into home/index: try again when it is done")
