"""What decides on messages in Telegram is put together over one home and its collections."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import wiring
from bot.access import Access
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.senders import Sender
from bot.database import Database
from bot.documents.administering import Documents
from bot.home import Home
from bot.settings import read_settings
from bot.wiring_telegram import desk

OWNER, GROUP = 11, -5001
OWNERS = Sender(OWNER, OWNER, None, is_private=True)
ASKED = "When does the quay close?"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    """A desk over a home with one document and a collection with another."""
    home = Home(tmp_path / "home")
    for where, hour in ((home, "ten"), (home.collection("south"), "nine")):
        file = tmp_path / f"{hour}.txt"
        file.write_text(f"The quay closes at {hour} in the evening.")
        wiring.indexer(where).update([file])
    settings = read_settings(
        {"QUOTH_HOME": str(home.path), "QUOTH_CHATS": f"{GROUP}", "QUOTH_ADMINS": f"{OWNER}"}
    )
    database = Database(settings.database_file)
    access = Access(settings.chats, settings.admins, database)
    ready = wiring.serving_answerer(home)
    documents = Documents(home, lambda: ready.index)
    yield desk(settings, database, access, ready, documents)
    database.close()


def said(office: Desk, sender: Sender, text: str) -> str:
    reply = office.reply(sender, text)
    return reply.plain() if reply is not None else ""


def test_a_chat_asks_the_home_until_it_is_given_a_collection(office: Desk) -> None:
    group = Sender(GROUP, OWNER, None, is_private=False)

    before = said(office, group, ASKED)
    said(office, OWNERS, f"/collection {GROUP} south")
    after = said(office, group, ASKED)

    assert "closes at ten" in before
    assert "closes at nine" in after
    assert "closes at ten" in said(office, OWNERS, ASKED)


def test_the_owner_has_every_command_of_administrators(office: Desk) -> None:
    said(office, OWNERS, ASKED)

    assert said(office, OWNERS, "/collection") == "south: no chat"
    assert "QUOTH_GAPS" in said(office, OWNERS, "/gaps")
    assert "Documents: 1, passages: 1" in said(office, OWNERS, "/stats")
    assert "No chat is allowed" in said(office, OWNERS, "/allow")


def test_a_collection_that_goes_away_is_not_answered_from_other_documents(
    tmp_path: Path, office: Desk
) -> None:
    home = Home(tmp_path / "home")
    answers = wiring.collection_answerer(home, "south")
    for file in sorted(home.collection("south").index.rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()

    # The one that was opened serves on.
    assert answers.index.library.n_documents == 1
    assert not home.collection("south").bundled.path.exists()
