"""What is in order and what is not: each finding names its subject and, where bad, the remedy."""

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from bot import wiring
from bot.checkup import Finding, examine
from bot.database import Database
from bot.home import Home
from retrieval.generations import Generations
from tests.retrieval.disks import make_read_only, small_disk
from tests.retrieval.forging import reseal

SUBJECTS = ["installation", "settings", "home", "index", "originals", "database", "token"]
TOKEN = "123456789:" + "A" * 35


def findings(home: Path, environ: Mapping[str, str] | None = None) -> dict[str, Finding]:
    return {finding.subject: finding for finding in examine(str(home), environ or {})}


def bad(found: Mapping[str, Finding]) -> list[str]:
    return [subject for subject, finding in found.items() if not finding.is_well]


@pytest.fixture
def home(harbour: Home, tmp_path: Path) -> Home:
    """A copy of the harbour's home that a test may damage."""
    return Home(shutil.copytree(harbour.path, tmp_path / "home"))


def damage(file: Path) -> None:
    """Change the first byte of a file."""
    content = file.read_bytes()
    file.chmod(0o644)
    file.write_bytes(bytes([content[0] ^ 1]) + content[1:])


def test_a_home_in_order_is_well_in_every_point(home: Home) -> None:
    Database(home.path / "quoth.db").close()

    found = findings(home.path)

    assert list(found) == SUBJECTS
    assert bad(found) == []
    assert found["index"].text.startswith("g-000001: 3 documents, ")
    assert found["originals"].text == "3 files, all digests hold"
    assert found["database"].text == str(home.path / "quoth.db")


def test_a_home_not_made_yet_is_well_and_stays_unmade(tmp_path: Path) -> None:
    found = findings(tmp_path / "nowhere")

    assert list(found) == SUBJECTS
    assert bad(found) == []
    assert list(tmp_path.iterdir()) == []


def test_every_damaged_file_of_the_index_is_found_by_name(home: Home) -> None:
    for file in sorted((home.index / "g-000001").iterdir()):
        whole = file.read_bytes()
        damage(file)

        found = findings(home.path)

        assert bad(found) == ["index"]
        assert str(file) in found["index"].text
        assert "quoth index" in found["index"].text
        file.write_bytes(whole)


def test_an_older_generation_that_serves_instead_is_no_good_news(
    home: Home, tmp_path: Path
) -> None:
    (tmp_path / "more.txt").write_text("A second generation is made of this sentence.")
    wiring.indexer(home).update([tmp_path / "more.txt"])
    damage(home.index / "g-000002" / "texts.zlib")

    found = findings(home.path)

    assert Generations(home.index).open()[0] == "g-000001"
    assert bad(found) == ["index"]
    assert found["index"].text == (
        "g-000002 is damaged, g-000001 is used instead: run `quoth index` again"
    )


@pytest.mark.parametrize("content", [b"g-000009\n", b"g-000001\n", b"", b"\xff", None])
def test_a_damaged_name_of_the_index_in_use_is_named_and_indexing_again_mends_it(
    home: Home, tmp_path: Path, content: bytes | None
) -> None:
    (tmp_path / "more.txt").write_text("A second generation is made of this sentence.")
    file = home.index / "CURRENT"
    file.unlink()
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)

    found = findings(home.path)
    wiring.indexer(home).update([tmp_path / "more.txt"])

    assert bad(found) == ["index"]
    assert found["index"].text == (
        f"{file} fits no generation, g-000001 is used instead: run `quoth index` again"
    )
    assert bad(findings(home.path)) == []


def test_a_forged_index_is_found(home: Home) -> None:
    reseal(home.index / "g-000001", facts={})

    found = findings(home.path)

    assert bad(found) == ["index"]
    assert str(home.index / "g-000001") in found["index"].text


@pytest.mark.parametrize("below", [".", "not/made/yet"])
def test_a_home_in_the_place_of_a_file_is_found(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("A file.")

    found = findings(tmp_path / "file" / below)

    assert "home" in bad(found)
    assert found["home"].text == (
        f"{tmp_path / 'file' / below}: not a directory: check its permissions and its space"
    )


@pytest.mark.parametrize("below", [".", "not/made/yet"])
def test_a_home_that_cannot_be_written_to_is_found(tmp_path: Path, below: str) -> None:
    with small_disk(tmp_path / "disk", "64k") as disk:
        make_read_only(disk)

        found = findings(disk / below)

    assert bad(found) == ["home"]
    assert found["home"].text == (
        f"{disk / below}: read-only file system: check its permissions and its space"
    )


def test_a_home_without_any_space_is_found(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "64k") as disk:
        # 64 KiB, and not a byte more.
        (disk / "large").write_bytes(bytes(64 << 10))

        found = findings(disk)

    assert bad(found) == ["home"]
    assert "no space left on device" in found["home"].text


def test_trying_a_home_out_leaves_nothing_behind(home: Home) -> None:
    before = sorted(home.path.iterdir())

    found = findings(home.path)

    assert found["home"] == Finding("home", True, str(home.path))
    assert sorted(home.path.iterdir()) == before


@pytest.mark.parametrize("harm", [damage, Path.unlink])
def test_indexing_again_mends_an_original(harm: object, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("The tower is forty metres tall.")
    home = Home(tmp_path / "home")
    wiring.indexer(home).update([note])
    assert callable(harm)

    harm(next(home.originals.glob("??/*")))
    found = findings(home.path)
    wiring.indexer(home).update([note])

    assert bad(found) == ["originals"]
    assert bad(findings(home.path)) == []


@pytest.mark.parametrize("harm", [damage, Path.unlink])
def test_an_original_that_is_altered_or_gone_is_found(harm: object, home: Home) -> None:
    file = sorted(home.originals.glob("??/*"))[1]
    assert callable(harm)

    harm(file)
    found = findings(home.path)

    assert bad(found) == ["originals"]
    assert file.name in found["originals"].text
    assert found["originals"].text.endswith("index the document again")


def test_a_damaged_database_is_found(home: Home) -> None:
    file = home.path / "quoth.db"
    Database(file).close()
    damage(file)

    found = findings(home.path)

    assert bad(found) == ["database"]
    assert found["database"].text.endswith("restore it from a backup")


def test_a_database_of_a_newer_version_is_found(home: Home) -> None:
    file = home.path / "quoth.db"
    Database(file).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 10000")

    found = findings(home.path)

    assert bad(found) == ["database"]
    assert found["database"].text.endswith("made by a newer version of Quoth: update Quoth")


def test_a_token_in_good_form_is_well_and_never_shown(home: Home) -> None:
    found = findings(home.path, {"QUOTH_TELEGRAM_TOKEN": TOKEN})

    assert found["token"] == Finding("token", True, "has the form of a bot token")


@pytest.mark.parametrize(
    ("content", "mode", "problem"),
    [(TOKEN, 0o644, "read"), ("12:short", 0o600, "this is not a bot token")],
)
def test_a_token_file_that_others_can_read_or_that_holds_none_is_found(
    content: str, mode: int, problem: str, home: Home, tmp_path: Path
) -> None:
    file = tmp_path / "token"
    file.write_text(content)
    file.chmod(mode)

    found = findings(home.path, {"QUOTH_TELEGRAM_TOKEN_FILE": str(file)})

    assert bad(found) == ["token"]
    assert problem in found["token"].text
    assert content not in found["token"].text


def test_a_setting_that_cannot_be_used_ends_the_examination(home: Home) -> None:
    found = findings(home.path, {"QUOTH_CHATZ": "1"})

    assert list(found) == ["installation", "settings"]
    assert found["settings"].text.endswith("did you mean QUOTH_CHATS?")
