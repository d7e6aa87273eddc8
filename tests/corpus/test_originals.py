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


@pytest.mark.parametrize("harm", [b"It snows.", b"It", b"", b"It rains. It pours."])
def test_a_damaged_original_is_mended_when_it_is_put_again(tmp_path: Path, harm: bytes) -> None:
    store = OriginalStore(tmp_path / "originals")
    (tmp_path / "a.txt").write_bytes(b"It rains.")
    sha256 = store.put(b"It rains.")
    path = tmp_path / "originals" / sha256[:2] / sha256

    mended = []
    for is_file in (False, True):
        path.chmod(0o644)
        path.write_bytes(harm)
        put = store.put_file(tmp_path / "a.txt") if is_file else store.put(b"It rains.")
        mended.append((put, store.read(sha256), stat.S_IMODE(path.stat().st_mode)))

    assert mended == [(sha256, b"It rains.", 0o444)] * 2
    assert list(path.parent.parent.rglob("*")) == [path.parent, path]


def test_an_original_is_whole_with_its_size_and_its_digest(tmp_path: Path) -> None:
    store = OriginalStore(tmp_path)
    sha256 = store.put(b"It rains.")
    path = tmp_path / sha256[:2] / sha256
    path.chmod(0o644)

    whole = [store.is_whole(sha256, 9), store.is_whole(sha256, 8), store.is_whole("0" * 64, 9)]
    path.write_bytes(b"It snows.")
    whole.append(store.is_whole(sha256, 9))

    assert whole == [True, False, False, False]


def test_a_large_original_is_judged_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "00" / ("0" * 64)
    path.parent.mkdir()
    limit = 64 << 20

    whole = []
    for size in (limit, limit + 1):
        with path.open("wb") as file:
            file.truncate(size)
        whole.append(OriginalStore(tmp_path).is_whole("0" * 64, size))

    # Neither has the digest that its name tells; above the limit nobody looks.
    assert whole == [False, True]


def test_only_the_originals_that_are_wanted_are_kept_and_every_other_file(tmp_path: Path) -> None:
    store = OriginalStore(tmp_path)
    wanted, unwanted = store.put(b"It rains."), store.put(b"It snows.")
    others = [
        "notes.txt",
        f"{unwanted[:2]}/notes.txt",
        f"zz/{unwanted}",
        f"{wanted[:2]}/{'f' * 64}",
    ]
    for name in others:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Not put by the store.")

    store.keep_only({wanted})

    kept = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert kept == {f"{wanted[:2]}/{wanted}", *others}


def test_what_a_killed_run_left_half_written_is_removed(tmp_path: Path) -> None:
    store = OriginalStore(tmp_path)
    wanted = store.put(b"It rains.")
    for name in (".new-a8x_", ".new-", "new-a8x_"):
        (tmp_path / name).write_bytes(b"It ra")

    store.keep_only({wanted})

    kept = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert kept == {f"{wanted[:2]}/{wanted}", "new-a8x_"}


def test_an_unfinished_original_that_cannot_be_removed_stays(tmp_path: Path) -> None:
    (tmp_path / ".new-folder").mkdir()

    OriginalStore(tmp_path).remove_unfinished()

    assert [path.name for path in tmp_path.iterdir()] == [".new-folder"]


def test_where_nothing_was_put_nothing_is_removed(tmp_path: Path) -> None:
    OriginalStore(tmp_path / "originals").keep_only(set())

    assert list(tmp_path.iterdir()) == []


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


def test_the_place_of_an_original_is_known_before_it_is_put(tmp_path: Path) -> None:
    store = OriginalStore(tmp_path)
    digest = hashlib.sha256(b"It rains.").hexdigest()

    expected = store.path(digest)

    assert (expected, expected.exists()) == (tmp_path / digest[:2] / digest, False)
    store.put(b"It rains.")
    assert expected.read_bytes() == b"It rains."


def test_a_file_that_is_gone_is_named_and_nothing_is_put(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        OriginalStore(tmp_path / "originals").put_file(tmp_path / "nowhere.txt")

    assert caught.value.filename == str(tmp_path / "nowhere.txt")
    assert not (tmp_path / "originals").exists()
