"""The forms in which a conversation can be had as a file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.exporting.answers import answers
from bot.exporting.bibtex import bibtex
from bot.exporting.csl import csl
from bot.exporting.markdown import markdown
from bot.history import Turn
from bot.replies import Attachment

__all__ = ["FORMS", "Form", "attachment"]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a file.

    Attributes:
        name: of the file.
        media_type: as in a header of the web.
        write: returns what the file holds.
    """

    name: str
    media_type: str
    write: Callable[[Sequence[Turn]], str]


# By what is typed for them.
FORMS: Final[Mapping[str, Form]] = {
    "md": Form("conversation.md", "text/markdown", markdown),
    "json": Form("conversation.json", "application/json", answers),
    "bibtex": Form("citations.bib", "application/x-bibtex", bibtex),
    "csl": Form("citations.json", "application/vnd.citationstyles.csl+json", csl),
}


def attachment(form: Form, turns: Sequence[Turn]) -> Attachment:
    """Return a conversation as a file."""
    return Attachment(form.name, form.media_type, form.write(turns))
