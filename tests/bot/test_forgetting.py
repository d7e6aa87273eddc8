"""What a chat wants forgotten is gone: its rows, and its words from the bytes of the files."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.database import Database
from bot.feedback import Feedback, Opinion
from bot.forgetting import StoredForgetter
from bot.history import ChatKey, State, Turn
from bot.proof.claims import claim
from bot.stored_histories import StoredHistories
from tests.bot.filling import insert, tables
from tests.bot.test_answers import quote

# Tables that hold a chat's number at most, and no words that were said in it.
WORDLESS = {
    "access",
    "audit",
    "collections",
    "keys",
    "moves",
    "outcomes",
    "purges",
    "quotas",
}
# Tables that a chat's words are deleted from; of those in the second row the numbers stay.
HANDLED = {"turns", "states", "feedback", "shown", "choices", "links"} | {"inbox", "outbox"}
WORD = "zanzibar"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quoth.db"


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    opened = Database(file)
    yield opened
    opened.close()


def words_in(file: Path, word: str) -> list[str]:
    """Return the names of the files in a folder that hold a word."""
    held = [path for path in file.parent.iterdir() if word.encode() in path.read_bytes()]
    return sorted(path.name for path in held)


def talk(database: Database, chat: ChatKey, number: int, words: str, update: int = 1) -> None:
    """Keep words of a chat wherever words are kept."""
    histories = StoredHistories(database)
    shown = (claim(quote(words, 1)),)
    turn = histories.add(chat, Turn(words, words, "g-000001", shown))
    histories.keep(chat, State(topic=words))
    kept = histories.turn(chat, turn)
    assert kept is not None
    Feedback(database).give(chat, kept, Opinion("wrong", words))
    insert(database, "shown", update_id=update, chat=number, question=update, message=words)
    insert(database, "choices", chat=number, name=words)
    insert(database, "links", key=words, chat=number, text=words)
    insert(database, "inbox", update_id=update, chat=number, raw=words, state="dead")
    insert(
        database,
        "outbox",
        id=update,
        update_id=update,
        chat=number,
        payload=words,
        state="dead",
        next_at=None,
    )


def counts(database: Database) -> dict[str, int]:
    return {
        name: int(str(database.rows(f"SELECT count(*) FROM {name}")[0][0]))  # noqa: S608
        for name in HANDLED
    }


def test_every_table_is_either_forgotten_or_known_to_hold_no_words(database: Database) -> None:
    assert set(tables(database)) - WORDLESS == HANDLED


def test_rows_of_the_chat_and_its_topics_go_and_those_of_others_stay(database: Database) -> None:
    for update, (chat, number) in enumerate(
        [
            ("telegram:-100", -100),
            ("telegram:-100:7", -100),
            ("telegram:-1001", -1001),
            ("telegram:-10", -10),
            ("telegram:100", 100),
        ]
    ):
        talk(database, chat, number, f"words of {chat}", update)

    StoredForgetter(database).forget("telegram:-100:7")

    # Three chats have a row of each kind left; the inbox and the outbox keep all five numbers.
    assert counts(database) == {**dict.fromkeys(HANDLED, 3), "inbox": 5, "outbox": 5}
    assert database.rows("SELECT raw FROM inbox WHERE chat = -100") == [("",), ("",)]
    assert database.rows("SELECT payload FROM outbox WHERE chat = -100") == [("{}",), ("{}",)]


def test_what_is_kept_under_a_later_number_of_a_group_goes_too(database: Database) -> None:
    insert(database, "moves", new=-100200, old=-5)
    talk(database, "telegram:-100200", -100200, WORD)

    StoredForgetter(database).forget("telegram:-5")

    assert counts(database)["turns"] == counts(database)["shown"] == 0


def test_an_inline_answer_that_came_too_late_goes_with_its_asker(database: Database) -> None:
    for update, asker in ((1, 5), (2, 6)):
        insert(database, "inbox", update_id=update, chat=asker, state="done")
        row = {"id": update, "update_id": update, "chat": 0, "payload": f"words of {asker}"}
        insert(database, "outbox", **row, state="dead", next_at=None)

    StoredForgetter(database).forget("telegram:5")

    assert database.rows("SELECT payload FROM outbox ORDER BY id") == [("{}",), ("words of 6",)]


def test_what_is_still_to_be_sent_is_sent(database: Database) -> None:
    insert(database, "outbox", id=1, chat=5, payload='{"text": 1}', state="uncertain", next_at=1.0)

    StoredForgetter(database).forget("telegram:5")

    assert database.rows("SELECT payload FROM outbox") == [('{"text": 1}',)]


def test_a_chat_that_is_forgotten_can_go_on(database: Database) -> None:
    histories = StoredHistories(database)
    talk(database, "telegram:5", 5, WORD)

    histories.forget("telegram:5")
    histories.add("telegram:5", Turn("Who?", "who", "g-000001", ()))

    assert [each.question for each in histories.turns("telegram:5")] == ["Who?"]


@pytest.mark.parametrize("seed", range(8))
def test_no_byte_of_what_is_forgotten_stays_in_any_file(
    seed: int, database: Database, file: Path
) -> None:
    # Texts of many lengths among those of others, so that pages are split and joined.
    chance = random.Random(seed)  # noqa: S311 - no secret
    with database.transaction():
        for update in range(chance.randint(20, 150)):
            number = chance.choice([5, 6, 7])
            word = f"{WORD}{update} " if number == 5 else "other "
            topic = chance.choice(["", ":1"])
            words = word * chance.choice([1, 3, 20, 60, 400])
            talk(database, f"telegram:{number}{topic}", number, f"{words}{update}", update)
    before = words_in(file, WORD)

    StoredForgetter(database).forget("telegram:5")
    is_done = database.purge()

    assert before
    assert is_done
    assert words_in(file, WORD) == []
    assert "quoth.db" in words_in(file, "other ")


def test_a_purge_waits_for_whoever_is_at_work(database: Database, file: Path) -> None:
    talk(database, "telegram:5", 5, WORD)

    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM turns").fetchall()
        StoredForgetter(database).forget("telegram:5")
        at_first = database.purge()
        needed = database.needs_purge
        other.execute("COMMIT")
    then = database.purge()

    assert (at_first, needed, then, database.needs_purge) == (False, True, True, False)
    assert words_in(file, WORD) == []


def test_a_purge_that_a_restart_comes_before_is_still_needed_after_it(file: Path) -> None:
    before = Database(file)
    StoredForgetter(before).forget("telegram:5")
    before.close()

    after = Database(file)
    needed = after.needs_purge
    after.purge()
    after.close()
    last = Database(file)

    assert (needed, last.needs_purge) == (True, False)
    last.close()


def test_a_forgetting_that_does_not_take_effect_needs_no_purge_after_a_restart(
    file: Path,
) -> None:
    before = Database(file)
    talk(before, "telegram:5", 5, WORD)

    def fail() -> None:
        with before.transaction():
            StoredForgetter(before).forget("telegram:5")
            raise ValueError("after it was forgotten")

    with pytest.raises(ValueError, match="forgotten"):
        fail()
    before.close()

    after = Database(file)
    assert counts(after)["turns"] == 1
    assert not after.needs_purge
    after.close()
