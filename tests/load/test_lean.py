import asyncio
import json
from typing import Any

from tests.load.ceilings import Ceilings
from tests.load.lean import LeanTelegram
from tests.load.ledger import Ledger


class Server:
    """A server whose clock stands at second 5, and its answers."""

    def __init__(self, ceilings: Ceilings | None = None) -> None:
        self.ledger = Ledger()
        self.telegram = LeanTelegram(self.ledger, lambda: 5.0, ceilings)
        self.answers: list[tuple[int, Any]] = []
        self.answered = asyncio.Event()

    def call(self, method: str, **parameters: str) -> None:
        def respond(status: int, body: bytes) -> None:
            self.answers.append((status, json.loads(body)))
            self.answered.set()

        self.telegram.call(method, parameters, b"", respond)

    def update_ids(self) -> list[int]:
        """Return the ids in the last answer."""
        return [update["update_id"] for update in self.answers[-1][1]["result"]]


def reply_to(number: int) -> str:
    return json.dumps({"message_id": number, "allow_sending_without_reply": True})


def test_updates_come_again_until_an_offset_confirms_them() -> None:
    server = Server()
    for text in ("a", "b", "c"):
        server.telegram.ask(0, text, 1.0)

    server.call("getUpdates")
    first = server.update_ids()
    server.call("getUpdates", offset=str(first[1]))
    second = server.update_ids()

    # Ids follow on each other; the second's own id as the offset confirms the first alone.
    assert first == [500_001, 500_002, 500_003]
    assert second == [500_002, 500_003]
    assert server.telegram.n_confirmed == 1


def test_no_more_updates_come_than_were_wanted() -> None:
    server = Server()
    for _ in range(5):
        server.telegram.ask(0, "why?", 1.0)

    server.call("getUpdates", limit="2")

    assert server.update_ids() == [500_001, 500_002]


async def test_a_poll_is_held_until_there_is_a_question() -> None:
    server = Server()

    server.call("getUpdates", timeout="30")
    before = list(server.answers)
    server.telegram.ask(3, "why?", 1.0)

    assert before == []
    message = server.answers[0][1]["result"][0]["message"]
    assert (message["text"], message["chat"]["id"]) == ("why?", 10_003)


async def test_a_poll_ends_with_nothing_when_its_time_is_over() -> None:
    server = Server()

    server.call("getUpdates", timeout="0.01")
    await asyncio.wait_for(server.answered.wait(), 5)

    assert server.answers == [(200, {"ok": True, "result": []})]


def test_a_reply_is_the_answer_to_its_question_at_the_time_it_comes() -> None:
    server = Server()
    server.telegram.ask(0, "why?", 4.0)

    server.call("sendMessage", chat_id="10000", text="so", reply_parameters=reply_to(1))

    # Due at second 4, answered at second 5.
    assert server.ledger.waits() == [1.0]
    assert server.answers[0][0] == 200


def test_too_many_messages_are_refused_with_the_seconds_to_wait() -> None:
    server = Server(Ceilings())
    server.telegram.ask(0, "why?", 4.0)
    for _ in range(5):
        server.call("sendMessage", chat_id="10000", text="so")

    server.call("sendMessage", chat_id="10000", text="so", reply_parameters=reply_to(1))

    assert server.answers[-1] == (
        429,
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 1",
            "parameters": {"retry_after": 1},
        },
    )
    assert server.ledger.n_answered == 0


def test_a_new_ledger_knows_nothing_of_the_questions_before() -> None:
    server, ledger = Server(), Ledger()
    server.telegram.ask(0, "warm", 0.0)

    server.telegram.begin(ledger, None)
    number = server.telegram.ask(0, "why?", 4.0)
    for each in (1, number):
        server.call("sendMessage", chat_id="10000", text="so", reply_parameters=reply_to(each))

    # Message ids count on: the warm-up has 1, and is in no ledger that counts.
    assert number == 2
    assert (len(ledger), ledger.n_answered, ledger.n_extra) == (1, 1, 0)
    assert server.ledger.n_answered == 0
