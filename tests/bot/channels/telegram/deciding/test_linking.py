"""A link leads where it was made to lead, or nowhere."""

import doctest
import re
from dataclasses import dataclass, field
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.deciding import linking
from bot.channels.telegram.deciding.linking import (
    BrokenLink,
    LinkedDocument,
    LinkedQuestion,
    link,
    linked,
    to_document,
    to_question,
    whole,
)

TEXTS = st.one_of(
    st.text(max_size=80),
    st.text(st.sampled_from("when does it end?"), max_size=70),
    # `st.text` would leave halves of surrogate pairs out.
    st.lists(st.characters(), max_size=20).map("".join),
)
PARAMETERS = st.from_regex(r"[qd]_[A-Za-z0-9_-]{0,62}", fullmatch=True)
SHORT = "When does it end?"
LONG = "When does the agreement on military information expire?"


@dataclass(slots=True)
class MemoryTexts:
    """Keeps texts as long as a test lasts.

    Attributes:
        kept: text and chat by key.
        secret: what its digests depend on.
    """

    kept: dict[str, tuple[str, int]] = field(default_factory=dict)
    secret: bytes = b"known to these texts alone"

    def digest(self, text: bytes) -> bytes:
        return sha256(self.secret + text).digest()

    def keep(self, key: str, text: str, chat: int) -> None:
        self.kept[key] = (text, chat)

    def find(self, key: str) -> str | None:
        return self.kept[key][0] if key in self.kept else None


@given(TEXTS)
def test_a_link_to_any_question_asks_that_question(text: str) -> None:
    texts = MemoryTexts()

    parameter = to_question(text, 7, texts)

    assert linked(parameter, texts) == LinkedQuestion(whole(text))


@given(TEXTS)
def test_a_link_to_any_document_opens_that_document(document: str) -> None:
    texts = MemoryTexts()

    parameter = to_document(document, texts)

    assert linked(parameter, texts) == LinkedDocument(whole(document))


@given(TEXTS)
def test_telegram_takes_every_link(text: str) -> None:
    texts = MemoryTexts()

    for parameter in (to_question(text, 7, texts), to_document(text, texts)):
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", parameter)


@given(PARAMETERS)
def test_a_link_that_was_made_up_is_refused_or_is_the_one_that_would_be_made(
    parameter: str,
) -> None:
    texts = MemoryTexts()

    found = linked(parameter, texts)

    if isinstance(found, LinkedQuestion):
        assert to_question(found.text, 7, texts) == parameter
    elif isinstance(found, LinkedDocument):
        assert to_document(found.id, texts) == parameter
    else:
        assert found == BrokenLink()


def test_of_all_links_with_one_letter_changed_hardly_any_is_taken_for_another() -> None:
    parameter = to_question(SHORT, 7, MemoryTexts())
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    changed = [
        parameter[:place] + letter + parameter[place + 1 :]
        for place in range(2, len(parameter))
        for letter in letters
        if letter != parameter[place]
    ]

    taken = [each for each in changed if linked(each, MemoryTexts()) != BrokenLink()]

    # "When does it end?" has 17 bytes: 23 letters of base64 and 2 of check, each with 63 others.
    # One in 4,096 would be 0.4 of them.
    assert len(changed) == 25 * 63
    assert len(taken) <= 2


def test_a_link_cut_short_or_with_something_behind_it_is_refused() -> None:
    texts = MemoryTexts()
    made = [to_question(SHORT, 7, texts), to_question(LONG, 7, texts), to_document("a.txt", texts)]

    damaged = [each[:-1] for each in made] + [each + "A" for each in made] + ["q_", "d_x", "q_\n"]

    assert {linked(each, texts) for each in damaged} == {BrokenLink()}


@pytest.mark.parametrize("other", ["", "help", "ask", "K7X2M9QRTW", "Q_AAAA", "qAAAA"])
def test_what_is_no_link_is_left_to_others(other: str) -> None:
    assert linked(other, MemoryTexts()) is None


def test_a_short_text_is_in_the_link_and_a_long_one_is_kept_for_its_chat() -> None:
    texts = MemoryTexts()

    # 45 bytes are 60 letters of base64; with "q_" and two of check that is 64.
    short, longer = to_question("a" * 45, 7, texts), to_question("a" * 46, 7, texts)
    document = to_document("d" * 46, texts)

    # 22 letters of key behind "-".
    assert (len(short), len(longer), len(document)) == (64, 27, 27)
    assert sorted(texts.kept.values()) == [("a" * 46, 7), ("d" * 46, 0)]


def test_a_link_whose_text_is_no_longer_kept_is_refused() -> None:
    parameter = to_question(LONG, 7, MemoryTexts())

    assert linked(parameter, MemoryTexts()) == BrokenLink()


def test_a_kept_question_is_not_found_as_a_document() -> None:
    texts = MemoryTexts()

    question, document = to_question(LONG, 7, texts), to_document(LONG, texts)

    assert question[2:] != document[2:]
    assert linked("d" + question[1:], texts) == BrokenLink()


def test_the_link_to_a_long_question_is_another_in_every_chat_and_with_every_secret() -> None:
    texts, others = MemoryTexts(), MemoryTexts(secret=b"another")

    made = {to_question(LONG, 7, texts), to_question(LONG, 8, texts), to_question(LONG, 7, others)}

    # So nobody who has a text can see by a link whether another chat has it too.
    assert len(made) == 3
    assert to_question(LONG, 7, texts) in made


def test_a_link_asks_and_never_commands() -> None:
    texts = MemoryTexts()

    found = linked(to_question("/forget yes", 7, texts), texts)

    assert isinstance(found, LinkedQuestion)
    assert found.message == "/ask /forget yes"


def test_a_link_is_a_web_address_of_the_bot() -> None:
    assert link("quoth_bot", "d_YQxx") == "https://t.me/quoth_bot?start=d_YQxx"


def test_the_examples_of_the_module_are_true() -> None:
    # One of a link, one of a sound text.
    assert doctest.testmod(linking) == (0, 2)
