"""Every byte of a generation is vouched for, and what is not is refused."""

import errno
import hashlib
import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval import storage
from retrieval.building.inmemory import build
from retrieval.errors import IndexDamaged
from retrieval.storage import FORMAT_VERSION, Stored, Writer
from tests.retrieval.forging import MANIFEST, replace, reseal
from tests.retrieval.making import contents, document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small whole generation."""
    made = document("a", "The pact expires. | Seoul ends it.", title="Pact")
    write(tmp_path, build([made]))
    return tmp_path


def write(folder: Path, stored: Stored) -> None:
    writer = Writer(folder)
    writer.add(stored)
    writer.finish(stored.facts)


@contextmanager
def files_of_at_most(n_bytes: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size, as where a disk is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def altered(content: bytes) -> Iterator[bytes]:
    """Yield what single flipped bits, truncations and additions make of some bytes."""
    for place in sorted({0, len(content) // 3, len(content) // 2, len(content) - 1}):
        if 0 <= place < len(content):
            flipped = content[place] ^ 1 << place % 8
            yield content[:place] + bytes([flipped]) + content[place + 1 :]
            yield content[:place]
    yield content + b"\n"


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    arrays: dict[str, NDArray[np.int32]] = {
        "a": np.arange(6, dtype=np.int32).reshape(2, 3),
        "nothing": np.empty(0, np.int32),
    }
    write(tmp_path, Stored(arrays, {"b": b"\x00bytes", "none": b""}, {"n": 2}))

    stored = storage.read(tmp_path)

    assert {name: a.tolist() for name, a in stored.arrays.items()} == {
        "a": [[0, 1, 2], [3, 4, 5]],
        "nothing": [],
    }
    assert (stored.blobs, stored.facts) == ({"b": b"\x00bytes", "none": b""}, {"n": 2})


def test_a_blob_written_piece_by_piece_is_one_file_and_vouched_for(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    with writer.blob("rows") as sink:
        sizes = [sink.write(b"one"), sink.write(np.array([2, 3], np.int64).data), sink.write(b"")]
    writer.finish({"n": 1})

    stored = storage.read(tmp_path)

    # Three bytes, two numbers of eight bytes each, nothing.
    assert sizes == [3, 16, 0]
    assert stored.blobs["rows"] == b"one" + np.array([2, 3], np.int64).tobytes()


def test_a_blob_that_breaks_off_is_not_vouched_for(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    with suppress(RuntimeError), writer.blob("rows") as sink:
        sink.write(b"half")
        raise RuntimeError

    writer.finish({})

    with pytest.raises(IndexDamaged, match="rows: not in the manifest"):
        storage.read(tmp_path)


def test_nothing_is_written_twice(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.array("a", np.arange(3))

    with pytest.raises(FileExistsError):
        writer.array("a", np.arange(4))


@pytest.mark.parametrize("array", [np.arange(12).reshape(3, 4).T, np.arange(9)[::3]])
def test_an_array_that_is_no_stretch_of_memory_is_written_as_one(
    tmp_path: Path, array: NDArray[np.int64]
) -> None:
    write(tmp_path, Stored({"a": array}, {}, {}))

    assert storage.read(tmp_path).arrays["a"].tolist() == array.tolist()


def test_arrays_are_mapped_and_cannot_be_written_to(folder: Path) -> None:
    stored = storage.read(folder)

    assert not any(array.flags.writeable for array in stored.arrays.values())


def test_files_are_made_read_only(folder: Path) -> None:
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o444}


def test_the_manifest_names_every_file_with_its_size_and_digest(folder: Path) -> None:
    body, seal = (folder / MANIFEST).read_bytes().removesuffix(b"\n").rsplit(b"\n", 1)
    manifest = json.loads(body)

    files = {name: raw for name, raw in contents(folder).items() if name != MANIFEST}
    expected = {
        name: {"bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}
        for name, raw in files.items()
    }
    assert manifest["files"] == expected
    assert seal == hashlib.sha256(body + b"\n").hexdigest().encode()


def test_the_digest_is_that_of_the_manifest(folder: Path) -> None:
    expected = hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest()

    assert storage.digest(folder) == expected


def test_a_changed_file_of_any_kind_is_found(folder: Path) -> None:
    n_changes = 0

    for name, content in contents(folder).items():
        for changed in altered(content):
            replace(folder / name, changed)
            with pytest.raises(IndexDamaged) as caught:
                storage.read(folder)
            assert caught.value.file == folder / name
            n_changes += 1
        replace(folder / name, content)

    assert storage.read(folder).facts["documents"] == 1
    assert n_changes > len(contents(folder))


def test_a_missing_file_of_any_kind_is_found(folder: Path) -> None:
    for name, content in contents(folder).items():
        (folder / name).unlink()
        with pytest.raises(IndexDamaged) as caught:
            storage.read(folder)
        assert caught.value.file == folder / name
        (folder / name).write_bytes(content)

    assert storage.read(folder).facts["documents"] == 1


def test_a_file_left_over_is_found(folder: Path) -> None:
    (folder / "extra.npy").write_bytes(b"")

    with pytest.raises(IndexDamaged, match=r"extra\.npy: not in the manifest"):
        storage.read(folder)


@pytest.mark.parametrize("version", [FORMAT_VERSION + 1, FORMAT_VERSION - 1, None, "1"])
def test_another_format_version_is_refused_and_the_remedy_named(
    folder: Path, version: object
) -> None:
    reseal(folder, format_version=version)

    expected = f"index format {version}, expected {FORMAT_VERSION}: run `quoth index`"
    with pytest.raises(IndexDamaged, match=expected):
        storage.read(folder)


def test_a_folder_that_is_gone_is_damage(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match="No such file"):
        storage.read(tmp_path / "nowhere")


def test_an_array_of_objects_is_never_written(tmp_path: Path) -> None:
    objects = Stored({"a": np.array([{}], object)}, {}, {})

    with pytest.raises(ValueError, match="allow_pickle=False"):
        write(tmp_path, objects)


def test_a_planted_array_of_objects_is_refused_even_with_a_forged_manifest(folder: Path) -> None:
    planted = folder / "term_idf.npy"
    planted.chmod(0o644)
    np.save(planted, np.array([{"any": "object"}], object), allow_pickle=True)
    reseal(folder)

    with pytest.raises(IndexDamaged) as caught:
        storage.read(folder)

    assert caught.value.file == planted


@pytest.mark.parametrize("planted", [b"", b"\x80\x04N.", b"PK\x03\x04", b"\x93NUMPY\x01\x00"])
def test_what_is_no_array_is_refused_even_with_a_forged_manifest(
    folder: Path, planted: bytes
) -> None:
    replace(folder / "term_idf.npy", planted)
    reseal(folder)

    with pytest.raises(IndexDamaged, match=r"term_idf\.npy: not an array"):
        storage.read(folder)


def test_an_array_of_an_impossible_shape_is_refused_even_with_a_forged_manifest(
    folder: Path,
) -> None:
    whole = (folder / "term_idf.npy").read_bytes()
    start, end = whole.index(b"(") + 1, whole.index(b",)")
    # The header is padded with spaces: the new digits take the place of some.
    header = whole[:start] + b"9" * 30 + whole[end:]
    replace(folder / "term_idf.npy", header.replace(b" " * (30 - (end - start)) + b"\n", b"\n", 1))
    reseal(folder)

    with pytest.raises(IndexDamaged, match=r"term_idf\.npy: not an array"):
        storage.read(folder)


@pytest.mark.parametrize(
    "change",
    [
        *({"files": None}, {"files": []}, {"files": 3}, {"facts": None}, {"facts": "none"}),
        *({"files": {}}, {"files": {"../elsewhere": {}}}, {"files": {"\0": {}}}),
    ],
)
def test_a_forged_manifest_that_tells_something_else_is_refused(
    folder: Path, change: dict[str, object]
) -> None:
    reseal(folder, **change)

    with pytest.raises(IndexDamaged):
        storage.read(folder)


@pytest.mark.parametrize("entry", [None, [], {}, {"bytes": 1}, {"sha256": 1}, "text"])
def test_a_forged_entry_of_the_manifest_is_refused(folder: Path, entry: object) -> None:
    names = [path.name for path in folder.iterdir() if path.name != MANIFEST]
    reseal(folder, files=dict.fromkeys(names, entry))

    with pytest.raises(IndexDamaged, match="not those that were written"):
        storage.read(folder)


@pytest.mark.parametrize("body", [b"", b"no JSON", b"[]", b"3", b"null", b"\xff", b"[" * 100_000])
def test_what_is_sealed_and_no_manifest_is_refused(folder: Path, body: bytes) -> None:
    sealed = body + b"\n"
    replace(folder / MANIFEST, sealed + hashlib.sha256(sealed).hexdigest().encode() + b"\n")

    with pytest.raises(IndexDamaged, match=r"not JSON|index format None"):
        storage.read(folder)


def test_an_array_that_finds_no_room_fails_with_the_reason(tmp_path: Path) -> None:
    # 8 bytes a number: more than a file may hold.
    large = Stored({"a": np.arange(1000, dtype=np.int64)}, {}, {})

    with pytest.raises(OSError) as caught, files_of_at_most(4096):
        write(tmp_path, large)

    assert caught.value.errno == errno.EFBIG


@pytest.mark.parametrize("content", [b"", b"\n", b"\n\n", b"{}\n", b"{}", b"\xff" * 200])
def test_bytes_without_their_checksum_are_no_manifest(folder: Path, content: bytes) -> None:
    replace(folder / MANIFEST, content)

    with pytest.raises(IndexDamaged, match="its own checksum does not hold"):
        storage.read(folder)


def test_a_folder_that_holds_something_already_is_not_written_over(folder: Path) -> None:
    before = contents(folder)

    with pytest.raises(FileExistsError):
        write(folder, build([document("b", "Other text.")]))

    assert contents(folder) == before
