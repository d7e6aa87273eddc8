"""One whole generation is in use at any moment, whatever breaks."""

import shutil
import subprocess
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from retrieval.errors import IndexBusy, IndexDamaged, IndexMissing
from retrieval.generations import KEPT, Generations
from retrieval.storage import Stored, Writer
from tests.retrieval.making import contents, document, publish

FIRST = document("first", "The pact expires.")
SECOND = document("second", "Seoul ends the pact.")
BUILD_ELSEWHERE = """
import sys
from contextlib import suppress
from pathlib import Path
from retrieval.errors import IndexBusy
from retrieval.generations import Generations
try:
    with Generations(Path(sys.argv[1])).building():
        print("building")
except IndexBusy as busy:
    print("busy", busy.folder)
"""


def break_midway(folder: Path) -> None:
    """Write one file of a generation and fail, as when memory or the disk gives out."""
    Writer(folder).add(Stored({}, {"first": b"first"}, {}))
    raise OSError(28, "No space left on device")


def write_no_array(folder: Path) -> None:
    """Write a generation that nobody can read."""
    writer = Writer(folder)
    writer.add(Stored({}, {"term_idf.npy": b"no array"}, {}))
    writer.finish({})


def build_elsewhere(folder: Path) -> str:
    """Try to build in a second process; return what it says."""
    run = [sys.executable, "-c", BUILD_ELSEWHERE, str(folder)]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def test_generations_are_numbered_and_the_last_is_in_use(tmp_path: Path) -> None:
    published = [publish(tmp_path, [FIRST]), publish(tmp_path, [SECOND])]

    assert published == ["g-000001", "g-000002"]
    digest = sha256((tmp_path / "g-000002" / "MANIFEST.json").read_bytes()).hexdigest()
    assert (tmp_path / "CURRENT").read_text() == f"g-000002 {digest}\n"
    assert Generations(tmp_path).open()[0] == Generations(tmp_path).current() == "g-000002"


def test_the_next_name_is_that_of_the_next_publication(tmp_path: Path) -> None:
    expected = [Generations(tmp_path).next_name()]
    published = [publish(tmp_path, [FIRST])]
    expected.append(Generations(tmp_path).next_name())
    published.append(publish(tmp_path, [SECOND]))

    assert published == expected == ["g-000001", "g-000002"]


def test_nothing_is_left_beside_generations_the_lock_and_the_name_in_use(tmp_path: Path) -> None:
    publish(tmp_path, [FIRST])

    assert sorted(p.name for p in tmp_path.iterdir()) == ["CURRENT", "build.lock", "g-000001"]


def test_before_the_first_there_is_none(tmp_path: Path) -> None:
    generations = Generations(tmp_path / "index")

    assert (generations.current(), generations.has_any()) == (None, False)
    with pytest.raises(IndexMissing, match="run `quoth index SOURCE`"):
        generations.open()


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    published = [publish(tmp_path, [FIRST]) for _ in range(KEPT + 2)]

    assert names(tmp_path) == published[-KEPT:]


def test_a_generation_in_use_survives_being_collected(tmp_path: Path) -> None:
    publish(tmp_path, [FIRST])
    _, stored = Generations(tmp_path).open()
    expected = {name: array.tolist() for name, array in stored.arrays.items()}

    for _ in range(KEPT):
        publish(tmp_path, [SECOND])

    assert "g-000001" not in names(tmp_path)
    assert {name: array.tolist() for name, array in stored.arrays.items()} == expected


def test_a_damaged_file_of_any_kind_makes_the_previous_generation_serve(tmp_path: Path) -> None:
    publish(tmp_path, [FIRST])
    newest = tmp_path / publish(tmp_path, [SECOND])

    for name, content in contents(newest).items():
        path = newest / name
        path.chmod(0o644)
        path.write_bytes(content[:-1] or b"\x00")
        assert Generations(tmp_path).open()[0] == "g-000001"
        path.write_bytes(content)

    assert Generations(tmp_path).open()[0] == "g-000002"


def test_where_none_is_whole_the_first_damage_is_named(tmp_path: Path) -> None:
    for made in (FIRST, SECOND):
        (tmp_path / publish(tmp_path, [made]) / "MANIFEST.json").unlink()

    with pytest.raises(IndexDamaged) as caught:
        Generations(tmp_path).open()

    assert caught.value.file == tmp_path / "g-000002" / "MANIFEST.json"


@pytest.mark.parametrize(
    "content", [b"g-000009\n", b"g-000001\n", b"", b"../elsewhere 0\n", b"\xff\xfe"]
)
def test_a_name_of_no_generation_leaves_the_newest_in_use(tmp_path: Path, content: bytes) -> None:
    publish(tmp_path, [FIRST])
    publish(tmp_path, [SECOND])

    (tmp_path / "CURRENT").write_bytes(content)

    assert Generations(tmp_path).current() is None
    assert Generations(tmp_path).open()[0] == "g-000002"


def test_a_folder_in_place_of_the_name_is_replaced_by_the_next_publication(tmp_path: Path) -> None:
    publish(tmp_path, [FIRST])
    (tmp_path / "CURRENT").unlink()
    (tmp_path / "CURRENT" / "deep").mkdir(parents=True)

    serving = Generations(tmp_path).open()[0]
    published = publish(tmp_path, [SECOND])

    assert (serving, published) == ("g-000001", "g-000002")
    assert Generations(tmp_path).current() == "g-000002"


def test_a_link_in_place_of_the_name_is_replaced_and_what_it_leads_to_stays(
    tmp_path: Path,
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").write_text("It rains.")
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "CURRENT").symlink_to(tmp_path / "elsewhere")

    publish(tmp_path / "index", [FIRST])

    assert Generations(tmp_path / "index").current() == "g-000001"
    assert (tmp_path / "elsewhere" / "a.txt").read_text() == "It rains."


def test_what_nothing_can_be_made_of_is_damage_and_the_previous_one_serves(tmp_path: Path) -> None:
    first, second = (publish(tmp_path, [made]) for made in (FIRST, SECOND))
    pointer = (tmp_path / "CURRENT").read_bytes()

    def name_of_first(name: str, stored: Stored) -> str:
        return {first: "made"}[name]

    assert Generations(tmp_path).open_as(name_of_first) == "made"
    (tmp_path / "CURRENT").write_bytes(pointer)
    shutil.rmtree(tmp_path / first)
    with pytest.raises(IndexDamaged, match="its files are not those of an index") as caught:
        Generations(tmp_path).open_as(name_of_first)
    assert caught.value.file == tmp_path / second


def test_without_a_name_in_use_the_newest_serves(tmp_path: Path) -> None:
    publish(tmp_path, [FIRST])

    (tmp_path / "CURRENT").unlink()

    assert Generations(tmp_path).open()[0] == "g-000001"


def test_the_named_generation_is_in_use_even_where_a_newer_one_stands(tmp_path: Path) -> None:
    publish(tmp_path, [FIRST])
    pointer = (tmp_path / "CURRENT").read_bytes()
    publish(tmp_path, [SECOND])

    (tmp_path / "CURRENT").write_bytes(pointer)

    assert Generations(tmp_path).open()[0] == "g-000001"


def test_a_name_of_another_generation_that_is_kept_leaves_the_newest_in_use(
    tmp_path: Path,
) -> None:
    for made in (FIRST, SECOND, FIRST):
        publish(tmp_path, [made])
    digest = (tmp_path / "CURRENT").read_text().split()[1]

    (tmp_path / "CURRENT").write_text(f"g-000002 {digest}\n")

    assert Generations(tmp_path).current() is None
    assert Generations(tmp_path).open()[0] == "g-000003"


def test_a_build_that_breaks_midway_changes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, [FIRST])
    before = sorted(path.name for path in tmp_path.iterdir())
    generations = Generations(tmp_path)

    with pytest.raises(OSError, match="No space left"), generations.building():
        generations.publish(break_midway)

    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert generations.open()[0] == "g-000001"


def test_a_first_build_that_breaks_leaves_no_generation(tmp_path: Path) -> None:
    generations = Generations(tmp_path)

    with pytest.raises(OSError, match="No space left"), generations.building():
        generations.publish(break_midway)

    assert not generations.has_any()
    assert names(tmp_path) == []


def test_what_a_reader_could_not_open_is_not_published(tmp_path: Path) -> None:
    publish(tmp_path, [FIRST])
    generations = Generations(tmp_path)

    with pytest.raises(IndexDamaged, match="not an array"), generations.building():
        generations.publish(write_no_array)

    assert names(tmp_path) == ["g-000001"]


def test_the_number_of_a_broken_build_is_used_again(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    with pytest.raises(OSError, match="No space left"), generations.building():
        generations.publish(break_midway)

    assert publish(tmp_path, [FIRST]) == "g-000001"


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, SystemExit])
def test_a_build_that_is_interrupted_leaves_what_was_there(
    tmp_path: Path, error: type[BaseException]
) -> None:
    publish(tmp_path, [FIRST])
    before = sorted(path.name for path in tmp_path.iterdir())
    generations = Generations(tmp_path)

    def interrupted(folder: Path) -> None:
        (folder / "half.npy").write_bytes(b"\x93NUM")
        raise error

    with pytest.raises(error), generations.building():
        generations.publish(interrupted)

    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert generations.open()[0] == "g-000001"


def test_a_spool_is_an_empty_folder_that_goes_whatever_happens(tmp_path: Path) -> None:
    generations = Generations(tmp_path)

    with generations.building():
        with generations.spooling() as folder:
            (folder / "forms").write_bytes(b"1234")
        with suppress(KeyboardInterrupt), generations.spooling() as again:
            assert (again, list(again.iterdir())) == (folder, [])
            raise KeyboardInterrupt

    assert sorted(path.name for path in tmp_path.iterdir()) == ["build.lock"]


def test_what_a_killed_build_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".tmp-g-000001").mkdir()
    (tmp_path / ".tmp-g-000001" / "half.npy").write_bytes(b"\x93NUM")
    (tmp_path / ".tmp-CURRENT").write_bytes(b"g-")
    (tmp_path / ".tmp-spool").mkdir()
    (tmp_path / ".tmp-spool" / "forms").write_bytes(b"1234")

    publish(tmp_path, [FIRST])

    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".tmp-")]


def test_folders_that_only_look_like_generations_are_passed_over(tmp_path: Path) -> None:
    publish(tmp_path, [FIRST])
    (tmp_path / "g-000001 (copy)").mkdir()
    (tmp_path / "g-old").mkdir()

    name = publish(tmp_path, [SECOND])

    assert name == "g-000002"
    assert Generations(tmp_path).open()[0] == "g-000002"


def test_a_second_builder_in_this_process_is_told_to_wait(tmp_path: Path) -> None:
    with (
        Generations(tmp_path).building(),
        pytest.raises(IndexBusy) as caught,
        Generations(tmp_path).building(),
    ):
        pass

    assert caught.value.folder == tmp_path


def test_a_second_builder_in_another_process_is_told_to_wait(tmp_path: Path) -> None:
    with Generations(tmp_path).building():
        meanwhile = build_elsewhere(tmp_path)
    afterwards = build_elsewhere(tmp_path)

    assert (meanwhile, afterwards) == (f"busy {tmp_path}", "building")


def test_a_builder_that_fails_lets_the_next_one_build(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), Generations(tmp_path).building():
        raise RuntimeError

    assert publish(tmp_path, [FIRST]) == "g-000001"


def test_a_builder_does_not_keep_readers_waiting(tmp_path: Path) -> None:
    publish(tmp_path, [FIRST])

    with Generations(tmp_path).building():
        name, _ = Generations(tmp_path).open()

    assert name == "g-000001"
