"""Many drawn replies rendered, and each message held against what Telegram accepts.

    python -m tests.bot.channels.telegram.rendering_many --answers 100000 --seed 1

prints one line at the end. The n-th reply of a seed is always the same.
"""

import argparse
import json
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Any

from bot.channels.telegram.looks import keyboards
from bot.channels.telegram.looks.buttons import Press, Signer
from bot.channels.telegram.looks.cleaning import cleaned, is_blank
from bot.channels.telegram.looks.writing import Content, contents, letters
from bot.replies import Reply
from bot.visible import visible
from tests.bot.channels.telegram.any_reply import draw_reply
from tests.bot_api import Refusal, Strictness
from tests.bot_api.entities import check_entities, check_text
from tests.bot_api.markup import check_markup
from tests.bot_api.schema import method_fields
from tests.bot_api.shapes import check_fields
from tests.bot_api.text import utf16_length

__all__ = ["Found", "examine", "main", "problems", "summary"]

STRICT = Strictness()
LONGEST_DATA = 64
CHAT, USER, UPDATE = -1_000_000_000_001, 5_000_000_000, 2**31
# The marks that Telegram drops.
DROPPED = "\u030a\u0333\u033f"
SIGNER = Signer(bytes(32), clock=lambda: 1_700_000_000.0)
# How many replies between two lines of progress.
STEP = 5_000


class _Ink(dict[int, int | None]):
    """Leaves out of a text what is not seen, each character looked at once."""

    def __missing__(self, code: int) -> int | None:
        character = chr(code)
        self[code] = None if character in DROPPED or is_blank(character) else code
        return self[code]


INK = _Ink()


@dataclass(slots=True)
class Found:
    """What came of the replies so far.

    Attributes:
        counts: of "answers", "messages", "units", "entities", "keyboards", and of "blank", the
            replies of which nothing can be seen.
        longest: UTF-16 code units of the longest message.
        wrong: for each kind of fault, the numbers of the replies that have it.
    """

    counts: Counter[str] = field(default_factory=Counter)
    longest: int = 0
    wrong: dict[str, list[str]] = field(default_factory=dict)


def examine(seed: int, number: int, found: Found) -> None:
    """Render the reply of a number, and note what is wrong with it."""
    reply = draw_reply(Random(f"{seed} {number}"))  # noqa: S311 - no secret
    messages, markups = contents(reply), [*_markups(reply)]
    found.counts["answers"] += 1
    found.counts["blank"] += not messages
    for message in messages:
        found.counts["messages"] += 1
        found.counts["units"] += utf16_length(message["text"])
        found.counts["entities"] += len(message.get("entities", ()))
        found.longest = max(found.longest, utf16_length(message["text"]))
    found.counts["keyboards"] += len(markups)
    for kind, problem in problems(reply, messages, markups):
        found.wrong.setdefault(kind, []).append(f"{number}: {problem}")


def _markups(reply: Reply) -> Iterator[dict[str, Any]]:
    """Yield every keyboard that the reply can have."""

    def sign(press: Press) -> str:
        return SIGNER.sign(press, CHAT, USER)

    yield keyboards.reasons(sign, UPDATE)
    yield keyboards.view(sign, Press("context", UPDATE, 2), 3)
    if reply.turn is not None:
        yield keyboards.answer(sign, UPDATE, reply)
    timeline = keyboards.timeline(sign, UPDATE, reply.pages) if reply.pages else None
    if timeline is not None:
        yield timeline


def problems(
    reply: Reply, messages: list[Content], markups: list[dict[str, Any]]
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the messages and keyboards of a reply: the kind, and the words."""
    for message in messages:
        text, entities = message["text"], message.get("entities", [])
        yield from _faults("text", partial(check_text, text, STRICT))
        yield from _faults("entities", partial(check_entities, text, entities, STRICT))
    for markup in markups:
        yield from _faults("keyboard", partial(check_markup, markup))
        data = [each.get("callback_data", "") for row in markup["inline_keyboard"] for each in row]
        if any(len(each.encode()) > LONGEST_DATA for each in data):
            yield "keyboard", "data too long"
    if messages:
        yield from _faults("call", partial(_check_calls, messages, markups[-1]))
    if not _is_same(reply, messages):
        yield "difference", "the messages do not show the reply"


def _faults(kind: str, check: Callable[[], None]) -> Iterator[tuple[str, str]]:
    try:
        check()
    except Refusal as refusal:
        yield kind, refusal.description


def _check_calls(messages: list[Content], markup: dict[str, Any]) -> None:
    """Check the calls as they come over the wire, against the parameters that there are."""
    for letter in letters(CHAT, {}, messages, markup=markup):
        sent = json.loads(json.dumps({"chat_id": letter.chat, **letter.payload}))
        check_fields(sent, method_fields(letter.method), "")


def _is_same(reply: Reply, messages: list[Content]) -> bool:
    """Say whether the messages show all of a reply in its order, and nothing else.

    What is seen is compared with letters and marks apart; and each message has to be a piece of
    the text, with nothing but white space and inkless characters between two.
    """
    plain = visible(reply.plain())
    shown = "".join(message["text"] for message in messages)
    if _ink(shown) != _ink(plain):
        return False
    whole, _ = cleaned(plain)
    end = 0
    for message in messages:
        start = whole.find(message["text"], end)
        if start < 0 or not is_blank(whole[end:start]):
            return False
        end = start + len(message["text"])
    return is_blank(whole[end:])


def _ink(text: str) -> str:
    return unicodedata.normalize("NFD", text).translate(INK)


def summary(found: Found, seed: int, seconds: float) -> str:
    """Say in one line what came of it."""
    counts = {name: f"{found.counts[name]:,}" for name in ("answers", "messages", "units")}
    said = ", ".join(f"{count} {name}" for name, count in counts.items())
    kinds = ("text", "entities", "keyboard", "call", "difference")
    wrong = ", ".join(f"{kind} {len(found.wrong.get(kind, ()))}" for kind in kinds)
    return (
        f"rendered {said}, {found.counts['entities']:,} entities, "
        f"{found.counts['keyboards']:,} keyboards, {found.counts['blank']:,} blank, "
        f"longest {found.longest:,}; wrong: {wrong}; seed {seed}, {seconds / 60:.1f} minutes"
    )


def main() -> int:
    """Render as many as the command line says; 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    found, begun = Found(), time.monotonic()
    for number in range(given.answers):
        examine(given.seed, number, found)
        if (number + 1) % STEP == 0:
            print(f"{number + 1:,} of {given.answers:,}", file=sys.stderr, flush=True)
    for kind, problems in found.wrong.items():
        print(f"{kind}: {'; '.join(problems[:5])}", file=sys.stderr)
    print(summary(found, given.seed, time.monotonic() - begun))
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
