"""An inline question, typed behind the bot's name in any chat, to a page of single quotes."""

import json
import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Protocol

from telegram import InlineQuery

from bot.answering import Answerer
from bot.answers import Quote
from bot.channels.telegram.deciding.linking import Texts, link, to_document, to_question, whole
from bot.channels.telegram.deciding.senders import Sender
from bot.channels.telegram.looks.cleaning import is_blank
from bot.channels.telegram.looks.rendering import Message, render
from bot.channels.telegram.looks.splitting import LONGEST_MESSAGE, split, units
from bot.delivery.values import Letter
from bot.inline import Found, cited, laid
from bot.phrases import inline
from bot.questions import Question
from bot.replies import Part, Reply
from bot.visible import visible_line

__all__ = ["N_ON_PAGE", "Admission", "inline_letters"]

N_ON_PAGE = 10
# Seconds for which Telegram may answer the same question itself: no longer than somebody waits
# for what a new generation holds.
KEPT_FOR = 60
# Characters shown of a title and of the start of a quote; a screen has room for fewer.
LONGEST_TITLE = 100
LONGEST_DESCRIPTION = 200
# However long a citation is, so much of the quote is shown, in UTF-16 code units.
LEAST_OF_QUOTE = 500
# The page that is asked for: how many quotes came before it, and the generation they are from.
OFFSET = re.compile(r"(\d{1,3}) (.+)", re.DOTALL)
START_HELP = "help"
START_ASK = "ask"


class Admission(Protocol):
    """Says who may ask inline, and of what."""

    @property
    def texts(self) -> Texts:
        """What keeps the texts that are too long for a link."""
        ...

    @property
    def username(self) -> str:
        """The bot's name without "@"; empty where it is not known."""
        ...

    @property
    def is_for_everybody(self) -> bool:
        """Whether everybody may ask, all of them the same documents."""
        ...

    def may_ask(self, sender: Sender) -> bool:
        """Say whether the sender may ask."""
        ...

    def answerer(self, sender: Sender) -> Answerer:
        """Return what answers the sender's questions."""
        ...


def inline_letters(query: InlineQuery, desk: Admission) -> Sequence[Letter]:
    """Return the answer to an inline question: at most ten quotes, and how to see the next.

    It belongs to no chat, so its letter goes to chat 0.

    Parameters
    ----------
    query
        what was typed, by whom, and which page of it.
    desk
        says who may ask, and of what.
    """
    user = query.from_user.id
    sender = Sender(chat=user, user=user, topic=None, is_private=True)
    if not desk.may_ask(sender):
        denied = {"results": [], "button": _button(inline.ASK_OWNER, START_ASK)}
        return [_letter(query, {**denied, "cache_time": 0, "is_personal": True})]
    asked = whole(query.query).strip()
    page = _page(asked, query.offset, sender, desk) if asked else _hint()
    cached = {"cache_time": KEPT_FOR, "is_personal": not desk.is_for_everybody}
    return [_letter(query, {**page, **cached})]


def _letter(query: InlineQuery, answer: dict[str, Any]) -> Letter:
    return Letter(0, "answerInlineQuery", {"inline_query_id": query.id, **answer})


def _hint() -> dict[str, Any]:
    return {"results": [], "button": _button(inline.HINT, START_HELP)}


def _page(asked: str, offset: str, sender: Sender, desk: Admission) -> dict[str, Any]:
    """Lay out a page; an offset that no page of these documents gave leads to no further one."""
    answerer = desk.answerer(sender)
    first = _first(offset, answerer.index.name)
    question = Question(asked)
    found = () if first is None else cited(answerer, question, first, N_ON_PAGE + 1)
    results = {result["id"]: result for result in (_result(f, desk) for f in found[:N_ON_PAGE])}
    words = inline.ASK_PRIVATELY if found or offset else inline.NOTHING_FOUND
    page = {
        "results": list(results.values()),
        "button": _button(words, to_question(asked, sender.chat, desk.texts)),
    }
    if first is not None and len(found) > N_ON_PAGE:
        page["next_offset"] = f"{first + N_ON_PAGE} {answerer.index.name}"
    return page


def _first(offset: str, generation: str) -> int | None:
    """Return how many quotes came before; None where they came from another generation."""
    if not offset:
        return 0
    found = OFFSET.fullmatch(offset)
    return int(found[1]) if found and found[2] == generation else None


def _result(found: Found, desk: Admission) -> dict[str, Any]:
    """Return a quote as an article, which becomes a message when somebody chooses it."""
    content = _content(_only(found))
    result = {
        "type": "article",
        "id": _digest([found.quote.document, found.quote.sentence, content]),
        "title": _title(found.quote),
        "description": _description(found),
        "input_message_content": content,
    }
    if desk.username:
        start = to_document(found.quote.document, desk.texts)
        button = {"text": inline.OPEN_DOCUMENT, "url": link(desk.username, start)}
        result["reply_markup"] = {"inline_keyboard": [[button]]}
    return result


def _only(found: Found) -> Message:
    """Lay a quote out as one message, of a longer one the start, whose words stay as they are."""
    reply = laid(found)
    if len(messages := render(reply)) > 1:
        messages = render(_shortened(reply))
    return messages[0] if messages else render(Reply((Part("text", inline.UNTITLED),)))[0]


def _shortened(reply: Reply) -> Reply:
    """Cut the quote after a sentence or a word, so that its citation still fits."""
    rest = sum(units(part.text) + 2 for part in reply.parts if part.kind != "quote")
    room = LONGEST_MESSAGE - rest - units(inline.GOES_ON) - 2
    cut = (_cut(part, max(room, LEAST_OF_QUOTE)) for part in reply.parts)
    return Reply((Part("note", inline.GOES_ON), *cut))


def _cut(part: Part, room: int) -> Part:
    """Keep the start of a quote; all else stays whole."""
    if part.kind != "quote":
        return part
    _, end = split(part.text, room)[0]
    marks = tuple(mark for mark in part.highlights if mark.end <= end)
    return Part("quote", part.text[:end].rstrip(), marks)


def _content(message: Message) -> dict[str, Any]:
    entities = [
        {"type": each.look, "offset": each.offset, "length": each.length}
        for each in message.entities
    ]
    return {
        "message_text": message.text,
        **({"entities": entities} if entities else {}),
        "link_preview_options": {"is_disabled": True},
    }


def _title(quote: Quote) -> str:
    """Return the name of a document, something of which can be seen."""
    names = (_start(name, LONGEST_TITLE) for name in (quote.title, quote.document))
    return next((name for name in names if not is_blank(name)), inline.UNTITLED)


def _description(found: Found) -> str:
    """Return the start of the quote, behind the first sentence of what is said of it."""
    note, stop, _ = found.note.partition(".")
    return _start(f"{note}{stop} {found.quote.text}", LONGEST_DESCRIPTION)


def _start(text: str, longest: int) -> str:
    """Return the start of a text on one line, cut after a word."""
    line = " ".join(visible_line(text).split())
    if len(line) <= longest:
        return line
    start, space, _ = line[:longest].rpartition(" ")
    return f"{start if space else line[: longest - 1]}…"


def _button(text: str, parameter: str) -> dict[str, Any]:
    return {"text": text, "start_parameter": parameter}


def _digest(content: object) -> str:
    return sha256(json.dumps(content).encode()).hexdigest()[:32]
