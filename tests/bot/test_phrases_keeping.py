"""What is said about what is kept is plain and names only commands and words that exist."""

import re

from bot.conversation import COMMANDS
from bot.exporting.forms import FORMS
from bot.feedback import VERDICTS
from bot.phrases import keeping

FIXED = [value for name in keeping.__all__ if isinstance(value := getattr(keeping, name), str)]
SAID = [*FIXED, keeping.privacy(1), keeping.exported(1, 0)]


def test_every_command_that_is_named_exists() -> None:
    named = set(re.findall(r"(?<!\w)/([a-z]+)", " ".join(SAID)))

    assert named
    assert named <= set(COMMANDS)


def test_no_phrase_raises_its_voice_or_shows_markup() -> None:
    assert not re.findall(r"[!*_<>`]", " ".join(SAID))


def test_every_verdict_and_every_form_is_named_where_one_is_wanted() -> None:
    assert [verdict for verdict in VERDICTS if verdict not in keeping.FEEDBACK_FORM] == []
    assert [form for form in FORMS if form not in keeping.UNKNOWN_FORM] == []


def test_one_of_a_kind_is_one() -> None:
    assert keeping.exported(1, 2) == "1 question, quotes from 2 documents."
    assert keeping.privacy(1).startswith("Kept for this chat, for 1 day: ")
