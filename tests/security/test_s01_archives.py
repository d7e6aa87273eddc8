"""S1: no archive is ever opened: by its ending or its first bytes it is refused at once."""

from pathlib import Path

import pytest

from bot import wiring
from bot.home import Home
from tests.security.archives import ARCHIVES
from tests.security.uploading import reader_peak, upload


@pytest.mark.parametrize("ending", ["zip", "docx", "epub", "gz"])
@pytest.mark.parametrize("kind", ARCHIVES)
def test_an_archive_is_refused_by_its_ending(tmp_path: Path, kind: str, ending: str) -> None:
    found = upload(tmp_path, ARCHIVES[kind], f"documents.{ending}")

    assert found.is_refused_at_once, found
    assert found.reason.startswith(f"Files that end in .{ending} are not read.")


@pytest.mark.parametrize("ending", ["txt", "md", "jsonl"])
@pytest.mark.parametrize("kind", ARCHIVES)
def test_an_archive_under_another_name_is_refused_by_its_bytes(
    tmp_path: Path, kind: str, ending: str
) -> None:
    found = upload(tmp_path, ARCHIVES[kind], f"documents.{ending}")

    assert found.is_refused_at_once, found
    assert found.reason.startswith("There is no document in the file: ")


@pytest.mark.parametrize("kind", ["bomb", "many entries"])
def test_whoever_looks_at_its_bytes_needs_no_more_memory_than_they_do(kind: str) -> None:
    assert reader_peak(ARCHIVES[kind], ".txt") < (64 << 20) + 2 * len(ARCHIVES[kind])


def test_a_folder_of_archives_is_skipped_and_nothing_leaves_them(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for number, content in enumerate(ARCHIVES.values()):
        (source / f"{number}.zip").write_bytes(content)
        (source / f"{number}.txt").write_bytes(content)
    home = Home(tmp_path / "home")

    summary = wiring.indexer(home).update([source])

    assert (summary.n_documents, len(summary.skipped)) == (0, 2 * len(ARCHIVES))
    # Nothing was unpacked: neither beside the source nor where an entry leads.
    assert {path.suffix for path in source.iterdir()} == {".zip", ".txt"}
    assert not (tmp_path / "climbed.txt").exists()
    assert not Path("/tmp/climbed.txt").exists()  # noqa: S108 - where an entry leads
