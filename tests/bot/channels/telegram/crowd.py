"""People who send a bot everything it handles, and what they must hear."""

import random
from collections import defaultdict
from collections.abc import Callable
from itertools import groupby

from tests.bot_api import BotApi, Chat, Person, Post

__all__ = ["Crowd"]

QUESTIONS = [
    "When was the lighthouse switched off?",
    "Who had tended the lighthouse for 31 years?",
    "When did the ferry Kestrel resume its crossings?",
    "and what does a return ticket for it cost?",
    "Where was the propeller of the Kestrel repaired?",
    "Who owns the moon? 🌕",
    "why?",
    "/sources",
    "/context",
    "/help",
    "/privacy",
    "/ask",
    "/ask Where is anchoring forbidden?",
]
BOT = "quoth_test_bot"
Lane = tuple[int, int | None]


class Crowd:
    """Three people in private, two groups, and two topics of a forum.

    Args:
        server: where they are.
        seed: of the choice of what they send.
    """

    def __init__(self, server: BotApi, seed: int = 7) -> None:
        self._server = server
        self._choice = random.Random(seed)  # noqa: S311 - the same crowd every time
        world = server.world
        self._people = [world.person(name) for name in ("Ada", "Bob", "Eve")]
        self._groups = [world.group("Room"), world.supergroup("Hall")]
        self._forum = world.supergroup("Forum", is_forum=True)
        self._topics = [self._forum.topic("Boats"), self._forum.topic("Rules")]
        # By chat and topic: each keeps its order, and waits for no other.
        self._expected: defaultdict[Lane, list[int]] = defaultdict(list)
        self.n_updates = 2  # the topics
        self.n_expected = 0
        self._kinds: list[Callable[[], None]] = [
            *[self._asks_in_private] * 4,
            self._asks_in_a_group,
            self._asks_in_a_topic,
            self._talks_in_a_group,
            self._sends_a_file,
            self._hides_behind_the_group,
            self._replies_to_the_bot,
        ]

    @property
    def chats(self) -> list[Chat]:
        """Every chat."""
        return [*(person.chat for person in self._people), *self._groups, self._forum]

    def send(self, n_updates: int) -> None:
        """Send that many updates, one after the other."""
        goal = self.n_updates + n_updates
        while self.n_updates < goal:
            self._choice.choice(self._kinds)()

    def is_answered(self) -> bool:
        """Say whether there is an answer to everything that must have one."""
        if sum(len(chat.messages) for chat in self.chats) < self.n_expected:
            return False
        return sum(len(set(numbers)) for numbers in self._replied().values()) >= self.n_expected

    def check(self) -> None:
        """Check that everything was answered once, in the order in which it was asked."""
        # A long answer is several messages, one after the other.
        answered = {lane: [n for n, _ in groupby(ids)] for lane, ids in self._replied().items()}
        assert answered == self._expected

    def _replied(self) -> dict[Lane, list[int]]:
        """Return the numbers of the messages replied to, in the order of the replies."""
        replied: defaultdict[Lane, list[int]] = defaultdict(list)
        for chat in self.chats:
            for post in chat.messages:
                replied[_lane(post)].append(post.payload["reply_to_message"]["message_id"])
        return replied

    def _note(self, post: Post, *, is_meant: bool = True) -> None:
        assert post.update is not None
        self.n_updates += 1
        if is_meant:
            self._expected[_lane(post)].append(post.message_id)
            self.n_expected += 1

    def _person(self) -> Person:
        return self._choice.choice(self._people)

    def _asks_in_private(self) -> None:
        self._note(self._person().says(self._choice.choice(QUESTIONS)))

    def _asks_in_a_group(self) -> None:
        group, question = self._choice.choice(self._groups), self._choice.choice(QUESTIONS)
        name, _, rest = question.partition(" ")
        meant = f"{name}@{BOT} {rest}" if question.startswith("/") else f"@{BOT} {question}"
        self._note(self._person().says(meant.strip(), chat=group))

    def _asks_in_a_topic(self) -> None:
        topic, question = self._choice.choice(self._topics), self._choice.choice(QUESTIONS[:6])
        self._note(self._person().says(f"/ask {question}", chat=self._forum, topic=topic))

    def _talks_in_a_group(self) -> None:
        words = self._choice.choice(["good morning", "/ask@other_bot why?", "/start", "@other_bot"])
        group = self._choice.choice(self._groups)
        self._note(self._person().says(words, chat=group), is_meant=False)

    def _sends_a_file(self) -> None:
        person, group = self._person(), self._choice.choice([None, *self._groups])
        send: Callable[[], Post] = self._choice.choice(
            [
                lambda: person.sends_photo(caption="why?", chat=group),
                lambda: person.sends_voice(chat=group),
                lambda: person.sends_sticker(chat=group),
                lambda: person.sends_document("a.txt", b"a", chat=group),
                lambda: person.sends_location(52.5, 13.4, chat=group),
            ]
        )
        self._note(send(), is_meant=group is None)

    def _hides_behind_the_group(self) -> None:
        group = self._choice.choice(self._groups)
        self._note(group.anonymous_admin_says(f"/ask {self._choice.choice(QUESTIONS[:6])}"))

    def _replies_to_the_bot(self) -> None:
        chat = self._choice.choice(self._groups)
        if chat.messages:
            said = self._choice.choice(chat.messages)
            self._note(self._person().says("and why?", chat=chat, reply_to=said))


def _lane(post: Post) -> Lane:
    is_in_topic = post.payload.get("is_topic_message")
    return post.chat.chat_id, post.payload["message_thread_id"] if is_in_topic else None
