"""The buttons under a message, as the Bot API takes them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.channels.telegram.deciding.preferences import Choice
from bot.channels.telegram.looks.buttons import Press
from bot.channels.telegram.looks.cleaning import is_blank
from bot.channels.telegram.looks.splitting import units
from bot.phrases import buttons as words
from bot.replies import Pages, Reply
from bot.visible import visible_line

__all__ = ["Markup", "Sign", "answer", "choices", "paged", "reasons", "timeline", "view"]

# Makes the data of a button for the chat and the user that it is for.
Sign = Callable[[Press], str]
Markup = dict[str, Any]
Button = dict[str, Any]

# UTF-16 code units that a button can copy.
LONGEST_COPY = 256


def answer(sign: Sign, of: int, reply: Reply) -> Markup:
    """Return the buttons under an answer.

    Parameters
    ----------
    sign
        makes their data.
    of
        the update that it answers.
    reply
        the answer; the citation of its first quote can be copied.
    """
    looks = [
        _button(words.CONTEXT, sign(Press("context", of, 1))),
        _button(words.SOURCES, sign(Press("sources", of, 1))),
        _button(words.WHY, sign(Press("why", of, 1))),
        _button(words.VERIFY, sign(Press("verify", of, 1))),
    ]
    verdicts = [
        _button(words.HELPFUL, sign(Press("helpful", of))),
        _button(words.NOT_HELPFUL, sign(Press("unhelpful", of))),
    ]
    return _markup([looks, verdicts, *_copy(reply)])


def view(sign: Sign, action: Press, n_pages: int) -> Markup:
    """Return the buttons under what is shown in the place of an answer."""
    back = _button(words.BACK, sign(Press("answer", action.of)))
    return _markup([*_turning(sign, action, n_pages), [back]])


def reasons(sign: Sign, of: int) -> Markup:
    """Return the buttons that ask what is wrong with an answer."""
    first = [
        _button(words.WRONG, sign(Press("wrong", of))),
        _button(words.INCOMPLETE, sign(Press("incomplete", of))),
    ]
    second = [
        _button(words.OUTDATED, sign(Press("outdated", of))),
        _button(words.NOT_ASKED, sign(Press("not asked", of))),
    ]
    return _markup([first, second, [_button(words.BACK, sign(Press("answer", of)))]])


def timeline(sign: Sign, of: int, pages: Pages) -> Markup | None:
    """Return the buttons that turn the pages of a timeline, or None where it has one page."""
    return paged(sign, Press("page", of, pages.number), pages.total)


def paged(sign: Sign, action: Press, n_pages: int) -> Markup | None:
    """Return the buttons that turn pages, or None where there is one."""
    rows = _turning(sign, action, n_pages)
    return _markup(rows) if rows else None


def choices(sign: Sign, standing: Mapping[Choice, bool]) -> Markup:
    """Return a button for each choice of a chat."""
    return _markup(
        [
            [_button(words.choice(name, is_on=is_on), sign(Press(name)))]
            for name, is_on in standing.items()
        ]
    )


def _turning(sign: Sign, action: Press, n_pages: int) -> list[list[Button]]:
    row = []
    if action.page > 1:
        before = Press(action.action, action.of, action.page - 1)
        row.append(_button(f"{words.PREVIOUS} {before.page}/{n_pages}", sign(before)))
    if action.page < n_pages:
        after = Press(action.action, action.of, action.page + 1)
        row.append(_button(f"{after.page}/{n_pages} {words.NEXT}", sign(after)))
    return [row] if row else []


def _copy(reply: Reply) -> Sequence[Sequence[Button]]:
    """Return the button that copies the first citation, where it is short enough for one."""
    first = next((part.text for part in reply.parts if part.kind == "citation"), "")
    cited = visible_line(first)
    if is_blank(cited) or units(cited) > LONGEST_COPY:
        return ()
    return [[{"text": words.COPY, "copy_text": {"text": cited}}]]


def _button(text: str, data: str) -> Button:
    return {"text": text, "callback_data": data}


def _markup(rows: Sequence[Sequence[Button]]) -> Markup:
    return {"inline_keyboard": [list(row) for row in rows]}
