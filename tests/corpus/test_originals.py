"""Originals are kept once, unchanged, and checked when they are read."""

import hashlib
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import OriginalDamaged
from corpus.originals import OriginalStore


@given(content=st.binary())
def test_what_is_put_is_read_back(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    store = OriginalStore(tmp_path_factory.mktemp("home") / "originals")

    sha256 = store.put(content)

    assert sha256 == hashlib.sha256(content).hexdigest()
    assert store.read(sha256) == content


def test_a_file_is_stored_under_its_digest_readable_only(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(b"It rains." * 200_000)

    sha256 = OriginalStore(tmp_path / "originals").put_file(source)

    stored = tmp_path / "originals" / sha256[:2] / sha256
    assert stored.read_bytes() == source.read_bytes()
    assert stat.S_IMODE(stored.stat().st_mode) == 0o444


def test_a_stored_original_is_never_written_again(tmp_path: Path) -> None:
    store = OriginalStore(tmp_path)
    sha256 = store.put(b"It rains.")
    before = (tmp_path / sha256[:2] / sha256).stat()

    store.put(b"It rains.")
    (tmp_path / "a.txt").write_bytes(b"It rains.")
    store.put_file(tmp_path / "a.txt")

    after = (tmp_path / sha256[:2] / sha256).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_nothing_but_originals_is_left_behind(tmp_path: Path) -> None:
    sha256 = OriginalStore(tmp_path / "originals").put(b"It rains.")

    files = [path.name for path in (tmp_path / "originals").rglob("*") if path.is_file()]

    assert files == [sha256]


def test_a_changed_original_is_refused_by_name(tmp_path: Path) -> None:
    store = OriginalStore(tmp_path)
    sha256 = store.put(b"It rains.")
    path = tmp_path / sha256[:2] / sha256
    path.chmod(0o644)
    path.write_bytes(b"It snows.")

    with pytest.raises(OriginalDamaged, match="has changed") as caught:
        store.read(sha256)

    assert (caught.value.sha256, caught.value.path) == (sha256, path)


def test_a_missing_original_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(OriginalDamaged, match="original abc1 is missing"):
        OriginalStore(tmp_path).read("abc1")


def test_a_part_is_read_without_the_rest(tmp_path: Path) -> None:
    store = OriginalStore(tmp_path)
    sha256 = store.put(b"It rains. It pours.")

    part = store.part(sha256, 10, 19)

    assert part == b"It pours."


def test_a_part_of_an_original_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OriginalDamaged, match="is missing"):
        OriginalStore(tmp_path).part("0" * 64, 0, 1)
