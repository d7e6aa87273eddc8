"""Uploads lie under their digest, readable by their user alone, and are called what was shown."""

import hashlib
import stat
from pathlib import Path

import pytest

from bot.documents.uploads import Upload, Uploads
from corpus.naming import NAMES, read_names
from corpus.sources import Found, find_files

RAIN, SNOW = b"It rains.", b"It snows."


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_a_file_is_stored_under_its_digest_with_mode_600(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path / "uploads")

    stored = uploads.put(RAIN, "weather.TXT")

    assert stored == Upload("weather.TXT", tmp_path / "uploads" / f"{digest(RAIN)}.txt")
    assert stored.path.read_bytes() == RAIN
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in uploads.folder.iterdir()}
    assert modes == {stored.path.name: 0o600, NAMES: 0o600}
    assert stat.S_IMODE(uploads.folder.stat().st_mode) == 0o700


def test_files_are_found_by_digest_and_listed_by_name(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path)
    rain, snow = uploads.put(RAIN, "weather.txt"), uploads.put(SNOW, "weather.txt")

    assert snow.name == "weather (2).txt"
    assert uploads.all() == [snow, rain]
    assert uploads.find(rain.sha256) == rain
    assert uploads.find(digest(b"other")) is None
    assert uploads.n_bytes() == len(RAIN) + len(SNOW)
    assert list(find_files(tmp_path)) == [
        Found(snow.path, "weather (2).txt"), Found(rain.path, "weather.txt")
    ]  # fmt: skip


def test_a_deleted_file_leaves_neither_bytes_nor_name(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path)
    rain, snow = uploads.put(RAIN, "rain.txt"), uploads.put(SNOW, "snow.txt")

    uploads.delete(rain)
    uploads.delete(rain)

    assert uploads.all() == [snow]
    assert read_names(tmp_path) == {snow.path.name: "snow.txt"}
    assert {path.name for path in tmp_path.iterdir()} == {snow.path.name, NAMES}


def test_a_file_whose_list_of_names_is_lost_goes_by_its_digest(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path)
    rain = uploads.put(RAIN, "rain.txt")
    (tmp_path / NAMES).unlink()

    assert uploads.all() == [Upload(rain.path.name, rain.path)]


@pytest.mark.parametrize("name", ["../../rain.txt", "/rain.txt", "CON.txt", "\u202etxt.txt"])
def test_no_name_leads_out_of_the_folder_cleaned_or_not(tmp_path: Path, name: str) -> None:
    uploads = Uploads(tmp_path / "deep" / "uploads")

    uploads.put(RAIN, name)

    found = {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if p.is_file()}
    assert found == {f"deep/uploads/{digest(RAIN)}.txt", f"deep/uploads/{NAMES}"}


def test_a_name_that_is_taken_elsewhere_gets_a_number(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path / "uploads")

    upload = uploads.put(b"It rains.", "rain.txt", {"rain.txt"})

    assert upload.name == "rain (2).txt"
