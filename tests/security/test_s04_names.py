"""S4: the name of an upload is shown and never opened: it leads nowhere and hides nothing."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.documents.adding import Added, Library
from bot.documents.administering import Documents
from bot.documents.names import cleaned
from bot.documents.uploads import Uploads
from bot.home import Home
from bot.visible import STEERING
from corpus.naming import NAMES
from retrieval.index import Index

NAMES_SENT = {
    "climbing": ("../../../outside.txt", "outside.txt"),
    "climbing on Windows": ("..\\..\\outside.txt", "outside.txt"),
    "absolute": ("/tmp/outside.txt", "outside.txt"),  # noqa: S108 - it is not opened
    "NUL": ("a\0b.txt", "ab.txt"),
    "300 characters": ("n" * 300 + ".txt", "n" * 96 + ".txt"),
    "turned around": ("annexe\u202etxt.exe.txt", "annexetxt.exe.txt"),
    "a device": ("CON.txt", "CON.txt"),
    "emoji": ("\U0001f469\u200d\U0001f680 log.txt", "\U0001f469\u200d\U0001f680 log.txt"),
    "two lines": ("a\nAdded b.txt", "a Added b.txt"),
    "hidden": (f"../{NAMES}.txt", "quoth-names.json.txt"),
}


@pytest.mark.parametrize("kind", NAMES_SENT)
def test_an_upload_is_stored_under_its_digest_whatever_it_is_called(
    tmp_path: Path, kind: str
) -> None:
    sent, shown = NAMES_SENT[kind]
    home, content = Home(tmp_path / "deep" / "home"), f"It rains in {shown}.".encode()

    added = Library(home).add(content, sent)

    assert isinstance(added, Added)
    assert (added.name, added.ids) == (shown, (shown,))
    stored = {path.name for path in home.uploads.iterdir()}
    assert stored == {f"{hashlib.sha256(content).hexdigest()}.txt", NAMES}
    outside = [p for p in tmp_path.rglob("*") if p.is_file() and home.path not in p.parents]
    assert outside == []


@given(st.lists(st.text(max_size=120), max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_name_at_all_puts_a_file_outside_the_store(tmp_path: Path, names: list[str]) -> None:
    uploads = Uploads(tmp_path / "uploads")
    for name in names:
        for upload in uploads.all():
            uploads.delete(upload)
        uploads.put(b"It rains.", f"{cleaned(name)}.txt")

    found = {p.relative_to(tmp_path).parts[0] for p in tmp_path.rglob("*") if p.is_file()}

    assert found <= {"uploads"}
    assert all(not STEERING.search(upload.name) for upload in uploads.all())


def test_the_same_name_twice_are_two_documents_and_each_can_be_removed(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    documents = Documents(home, lambda: Index.open(home.index))

    said = [documents.add(f"Rain fell {n} times.".encode(), "rain.txt").plain() for n in (2, 3)]
    removed = documents.remove("rain (2).txt").plain()

    assert [line.partition(":")[0] for line in said] == ["Added rain.txt", "Added rain (2).txt"]
    assert removed == "Removed 1 document: rain (2).txt (g-000003)."
