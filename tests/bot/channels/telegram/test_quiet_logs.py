"""Nobody's words are in the log, whatever becomes of them."""

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot import phrases
from bot.database import Database
from bot.delivery.deciding import MOST_TRIES, Decider
from bot.delivery.inbox import Inbox
from bot.delivery.outbox import Outbox
from bot.delivery.values import Arrival, Call, Letter, Poison
from bot.home import Home
from bot.phrases import keeping
from tests.bot.channels.telegram.process import polling, started, webhook
from tests.bot_api import BotApi, Person

Environment = Callable[[BotApi, Path, Path], dict[str, str]]

WORD = "zanzibar"


class Failing:
    """Fails with an error that carries what was asked."""

    def __init__(self, error: Callable[[str], Exception]) -> None:
        self._error = error

    def handle(self, raw: str, known: Mapping[str, object]) -> Sequence[Letter]:
        raise self._error(raw)

    def apology(self, raw: str, reference: str) -> Sequence[Letter]:
        return ()

    def excuse(self, call: Call, reference: str) -> Sequence[Letter]:
        return ()


def unencodable(raw: str) -> Exception:
    return UnicodeEncodeError("utf-8", raw, 0, 1, "surrogates not allowed")


@pytest.mark.parametrize("error", [unencodable, lambda raw: Poison("no update")])
def test_an_answer_that_fails_leaves_no_word_of_the_question_in_the_log(
    error: Callable[[str], Exception], tmp_path: Path
) -> None:
    database = Database(tmp_path / "quoth.db")
    inbox = Inbox(database)
    inbox.add([Arrival(1, 5, "5", f"where is {WORD}?")])
    decider = Decider(database, inbox, Outbox(database), Failing(error))

    with capture_logs() as lines:
        for _ in range(MOST_TRIES):
            if inbox.is_open(1):
                decider.decide(1, {})

    told = [{**line, "exc_info": str(line.get("exc_info"))} for line in lines]
    assert not inbox.is_open(1)
    assert lines
    assert WORD not in json.dumps(told)
    database.close()


@pytest.mark.parametrize("environment", [polling, webhook])
async def test_what_people_say_is_in_no_line_that_a_bot_logs(
    server: BotApi, ada: Person, harbour: Home, tmp_path: Path, environment: Environment
) -> None:
    home = Path(shutil.copytree(harbour.path, tmp_path / "home"))
    said = [f"Where is {WORD}?", f"/feedback wrong {WORD}", f"/{WORD}", "/forget yes"]

    async with started(environment(server, home, tmp_path)) as process:
        for number, text in enumerate(said, 1):
            ada.says(text)
            await ada.chat.until(number, timeout=20)
        ended = await process.end()

    told = [post.text for post in ada.chat.messages]
    assert told[0].startswith(phrases.DECLINED)
    assert told[1:] == [keeping.NOTED, phrases.UNKNOWN_COMMAND, keeping.FORGOTTEN]
    assert (ended.code, WORD in ended.out + ended.err) == (0, False)
