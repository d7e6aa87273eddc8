"""Short real runs: the bot as a process, questions for a second or two."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.load.arrivals import Arrival, poisson
from tests.load.bots import Bot, quoth, stock
from tests.load.documents import QUESTIONS
from tests.load.options import Workshop
from tests.load.rig import Load, run
from tests.load.waiting import summed_up

# A bot that takes half a second for each question, one after the other.
SLUGGISH = """
import json, os, time
from urllib.request import urlopen
from urllib.parse import urlencode
root = os.environ["QUOTH_TELEGRAM_API"] + "/bot" + os.environ["QUOTH_TELEGRAM_TOKEN"]
offset = 0
while True:
    updates = json.load(urlopen(f"{root}/getUpdates?timeout=5&limit=1&offset={offset}"))["result"]
    for update in updates:
        time.sleep(0.5)
        message, offset = update["message"], update["update_id"] + 1
        reference = json.dumps({"message_id": message["message_id"]})
        given = {"chat_id": message["chat"]["id"], "text": "a", "reply_parameters": reference}
        urlopen(f"{root}/sendMessage", urlencode(given).encode())
"""


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("load"))


@pytest.mark.parametrize("bot", [lambda: quoth(limits=True), stock])
async def test_both_bots_answer_everybody_once_at_an_easy_rate(
    workshop: Workshop, bot: Callable[[], Bot]
) -> None:
    arrivals = poisson(10, 2, chats=range(100), texts=QUESTIONS, seed=1)

    seen = await run(Load(bot(), arrivals, 2, patience=20), workshop.home())

    waiting = summed_up(seen.ledger.waits())
    assert (waiting.n_asked, waiting.n_answered) == (len(arrivals), len(arrivals))
    assert (seen.ledger.n_extra, seen.n_refused, seen.n_errors) == (0, 0, 0)
    assert seen.calls["sendmessage"] == len(arrivals)
    assert seen.exit_code == 0


async def test_a_slow_bot_is_charged_with_the_time_that_questions_stood_in_line(
    tmp_path: Path,
) -> None:
    bot = Bot("sluggish", ("-c", SLUGGISH))
    arrivals = [Arrival(0.1, 0, "why?")] * 4

    seen = await run(Load(bot, arrivals, 0.2, patience=20), tmp_path / "home")

    # All are due at once, and each takes half a second after the one before.
    assert [int(wait / 0.5) for wait in seen.ledger.waits()] == [1, 2, 3, 4]
