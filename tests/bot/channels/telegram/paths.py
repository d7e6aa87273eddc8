"""What a path through the bot is: what somebody does, and every call that it leads to."""

import itertools
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from contextlib import closing
from dataclasses import dataclass

from bot.channels.telegram.looks.buttons import Press, Signer
from tests.bot.channels.telegram.whole import Whole
from tests.bot_api import Call, Chat, Person, Post, World
from tests.bot_api.posts import Button

__all__ = [
    "DELETION",
    "EDIT",
    "FETCH",
    "FILE",
    "LEAVE",
    "LOOK_UP",
    "MENU",
    "MESSAGE",
    "NOTICE",
    "RESULTS",
    "Act",
    "Path",
    "Stage",
    "followed",
    "said_in",
]

MESSAGE, FILE, EDIT, DELETION = "sendMessage", "sendDocument", "editMessageText", "deleteMessage"
NOTICE, RESULTS, MENU = "answerCallbackQuery", "answerInlineQuery", "setMyCommands"
LOOK_UP, FETCH, LEAVE = "getChatMember", "getFile", "leaveChat"
# What is no answer to anybody: receiving, and the sign that the bot is at work.
UNCOUNTED = frozenset({"getUpdates", "sendChatAction"})


@dataclass(slots=True)
class Stage:
    """Where paths are walked.

    Attributes:
        bot: runs.
        owner: administers it.
    """

    bot: Whole
    owner: Person

    @property
    def world(self) -> World:
        """People and chats."""
        return self.bot.server.world

    def newcomer(self) -> Person:
        """Return somebody whom the bot does not know yet."""
        return self.world.person(f"Person {len(self.world.people)}")

    def room(self, *administrators: Person) -> Chat:
        """Return a new group."""
        members = {person.user_id: "administrator" for person in administrators}
        return self.world.supergroup(f"Room {len(self.world.chats)}", members=members)

    async def settled(self) -> None:
        """Wait until all is answered."""
        await self.bot.until_idle()

    async def asked(self, person: Person, text: str, chat: Chat | None = None) -> Post:
        """Return the last message of the bot once it has answered a text."""
        person.says(text, chat=chat)
        await self.settled()
        return (chat or person.chat).messages[-1]

    async def press(self, person: Person, post: Post, label: str) -> None:
        """Press the button of a label."""
        person.presses(post.button(label))
        await self.settled()

    async def press_made(
        self, person: Person, post: Post, press: Press, clock: Callable[[], float]
    ) -> None:
        """Press a button that the bot made at another time: it is not under the post."""
        (((key,),),) = [self.rows("SELECT value FROM keys WHERE name = 'buttons'")]
        if not isinstance(key, bytes):
            raise TypeError("the key is no bytes")
        data = Signer(key, clock).sign(press, post.chat.chat_id, person.user_id)
        person.presses(Button("made", {"text": "made", "callback_data": data}, post))
        await self.settled()

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """Look into the database."""
        with closing(sqlite3.connect(self.bot.file)) as other:
            return other.execute(sql).fetchall()


Act = Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Path:
    """Something that somebody does.

    Attributes:
        name: says what; begins with what it is a path for.
        act: does it.
        gets: the methods of all calls that it leads to, in any order.
        says: stands in what one of them carries.
    """

    name: str
    act: Act
    gets: tuple[str, ...]
    says: str = ""


async def followed(stage: Stage, paths: Iterable[Path]) -> dict[str, str]:
    """Follow each path, and return what did not come out as it should, by the path's name."""
    wrong: dict[str, str] = {}
    calls = stage.bot.server.calls
    for path in paths:
        begin = len(calls)
        try:
            await path.act(stage)
            await stage.settled()
        except (AssertionError, TimeoutError, LookupError, ValueError) as error:
            wrong[path.name] = repr(error)
            continue
        got = [call for call in calls[begin:] if call.method not in UNCOUNTED]
        problem = _problem(path, got)
        if problem:
            wrong[path.name] = problem
    return wrong


def said_in(call: Call) -> list[str]:
    """Return every text that a call carries, however deep."""
    return list(_texts(call.parameters))


def _problem(path: Path, got: list[Call]) -> str:
    methods = Counter(call.method for call in got)
    if methods != Counter(path.gets):
        return f"got {dict(methods)}, should get {dict(Counter(path.gets))}"
    texts = list(itertools.chain.from_iterable(map(said_in, got)))
    return "" if any(path.says in text for text in ("", *texts)) else f"says {texts}"


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
