"""A full disk is named, and costs nothing that was there."""

import errno
import os
from pathlib import Path

import pytest

from corpus.originals import OriginalStore
from retrieval.errors import RetrievalError
from retrieval.indexing import Indexer
from tests.retrieval.disks import small_disk
from tests.retrieval.sources import Home, put

PACT = "The pact expires on Saturday."


class Failing(OriginalStore):
    """A store whose disk has a fault."""

    def __init__(self, folder: Path, number: int) -> None:
        super().__init__(folder)
        self._number = number

    def put_file(self, path: Path) -> str:
        raise OSError(self._number, os.strerror(self._number))


def words(n: int) -> str:
    """Return a text of n words, no two alike, in sentences of ten."""
    listed = [f"word{number:06d}" for number in range(n)]
    return " ".join(" ".join(listed[k : k + 10]).capitalize() + "." for k in range(0, n, 10))


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_where_no_space_is_left_the_home_and_the_remedy_are_named(
    home: Home, notes: Path, number: int
) -> None:
    indexer = Indexer(Failing(home.path, number), home.generations, home.sources)

    with pytest.raises(RetrievalError) as caught:
        indexer.update([notes])

    assert str(caught.value) == f"no space left in {home.path}: free some and index again"


@pytest.mark.parametrize(
    ("number", "problem"),
    [(errno.EIO, "input/output error"), (errno.EFBIG, "file too large")],
)
def test_a_fault_that_names_no_file_is_told_by_the_home_with_a_remedy(
    home: Home, notes: Path, number: int, problem: str
) -> None:
    indexer = Indexer(Failing(home.path, number), home.generations, home.sources)

    with pytest.raises(RetrievalError) as caught:
        indexer.update([notes])

    remedy = "check its disk and the limits on it, and index again"
    assert str(caught.value) == f"{home.path}: {problem}: {remedy}"


def test_a_fault_that_names_a_file_is_told_as_it_is(home: Home, notes: Path) -> None:
    home.sources.write_text("A file where the ledgers belong.")

    with pytest.raises(FileExistsError) as caught:
        home.indexer.update([notes])

    assert caught.value.filename == str(home.sources)


def test_a_reader_that_goes_away_is_no_fault_of_the_disk(home: Home, notes: Path) -> None:
    indexer = Indexer(Failing(home.path, errno.EPIPE), home.generations, home.sources)

    with pytest.raises(BrokenPipeError):
        indexer.update([notes])


# A home of one sentence takes 228 KiB in blocks, one of the shortest text 2.3 MiB: the first size
# fails in a file of the index, the second while the original is copied, the third in the spool.
@pytest.mark.parametrize("n_words", [20_000, 100_000, 300_000])
def test_a_full_disk_leaves_the_index_and_nothing_half_written(
    tmp_path: Path, n_words: int
) -> None:
    long = put(tmp_path / "long.txt", words(n_words))
    with small_disk(tmp_path / "disk", "1500k") as disk:
        home = Home(disk)
        home.indexer.update([put(tmp_path / "pact.txt", PACT)])
        before = files_below(disk)

        with pytest.raises(RetrievalError, match=r"no space left in .*/disk: free some"):
            home.indexer.update([long])

        after = files_below(disk)
        left = {name for name in after if not name.startswith("originals/")} - set(before)
        assert home.texts == {"pact.txt": PACT}
        assert left == set()
        assert {name: after[name] for name in before} == before
        assert not [name for name in after if ".new" in name or ".tmp" in name]
