"""People who ask at a rate, by a seed, and whatever the bot does meanwhile."""

import asyncio
import math
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from tests.bot_api import BotApi, Chat, Person
from tests.faults.corpora import GOODS, MONTHS, PLACES
from tests.faults.delivery.history import Question

__all__ = ["N_PEOPLE", "SAYINGS", "Crowd"]

# So many that ten questions a second bring few people a second one within a second.
N_PEOPLE = 40
# What edition 0 of the documents answers, each in one sentence.
SAYINGS: Final = tuple(
    saying
    for n, place in enumerate(PLACES)
    for saying in (
        (
            f"When does the treaty of {place} expire?",
            f"The treaty of {place} expires on {MONTHS[0]} {n + 3}.",
        ),
        (
            f"How many tonnes of goods leave the harbour of {place}?",
            f"Each year {2_000 + 7 * n} tonnes of {GOODS[0]} leave the harbour of {place}.",
        ),
    )
)


class Crowd:
    """People in private chats, and what they are owed.

    Attributes:
        questions: asked so far.
        people: all of them.

    Parameters
    ----------
    server
        where they are.
    chance
        decides who asks what, and when.
    """

    def __init__(self, server: BotApi, chance: random.Random) -> None:
        self.questions: list[Question] = []
        self.people = [server.world.person(f"P{n}") for n in range(N_PEOPLE)]
        self._chance = chance

    def ask(
        self,
        person: Person | None = None,
        *,
        chat: Chat | None = None,
        text: str | None = None,
        expected: str = "",
        is_owed: bool = True,
    ) -> Question:
        """Ask one question.

        Parameters
        ----------
        person
            who asks; anybody where None.
        chat
            where; in private where None.
        text, expected
            what is asked, and what the answer must say; one of the documents' facts where None.
        is_owed
            whether the bot must answer it.
        """
        asker = person or self._chance.choice(self.people)
        saying = (text, expected) if text is not None else self._chance.choice(SAYINGS)
        command = "/ask " if chat is not None else ""
        post = asker.says(f"{command}{saying[0]}", chat=chat)
        if post.update is None:
            raise RuntimeError("the bot does not hear this chat")
        question = Question(
            post.update["update_id"],
            post.chat.chat_id,
            post.message_id,
            saying[1],
            time.monotonic(),
        )
        if is_owed:
            self.questions.append(question)
        return question

    @asynccontextmanager
    async def asking(self, rate: float, most: float = math.inf) -> AsyncIterator[None]:
        """Ask so many questions a second, `most` in all, at random moments of the block."""
        task = asyncio.create_task(self._ask_on(rate, most + len(self.questions)))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def _ask_on(self, rate: float, most: float) -> None:
        """Keep to the plan of moments: a late one does not move those behind it."""
        due = time.monotonic()
        while len(self.questions) < most:
            due += self._chance.expovariate(rate)
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            self.ask()
