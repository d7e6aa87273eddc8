"""S8: odd characters hide no word of a question and steer no screen; a quote stays as it is."""

import hashlib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import wiring
from bot.answers import Answer
from bot.conversation import Conversation
from bot.home import Home
from bot.questions import Question
from bot.visible import STEERING, visible
from tests.security.hostile import STEERED, check_accepted, conversation, home_of

KEEPER = "The lighthouse keeper István Kovács was paid 1,200 crowns a year in 1911."
HARBOUR = "The harbour of İzmit was closed to sailing ships in 1924."
CAFE = "The cafe\u0301 at the pier sold 400 cups a day."


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Conversation:
    return conversation(home_of([KEEPER, HARBOUR, CAFE], tmp_path_factory.mktemp("plain")))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What was the light\u00adhouse keeper paid?", KEEPER),
        ("Ｗｈａｔ ｗａｓ ｔｈｅ ｌｉｇｈｔｈｏｕｓｅ ｋｅｅｐｅｒ ｐａｉｄ?", KEEPER),
        (unicodedata.normalize("NFD", "What was István Kovács paid?"), KEEPER),
        ("WHAT WAS THE LİGHTHOUSE KEEPER PAID?", KEEPER),
        ("What was the \u202elighthouse\u202c keeper paid?", KEEPER),
        ("What w\u0300\u0301\u0302as the ligh\u0300\u0301thouse keeper paid?", KEEPER),
        ("What was the lighthouse\U000e0041\U000e0042 keeper paid?", KEEPER),
        ("What was \ud83d the lighthouse keeper paid?", KEEPER),
        ("When was the harbour of izmit closed?", HARBOUR),
        ("How many cups a day did the café at the pier sell?", CAFE),
    ],
)
def test_a_spoofed_spelling_finds_what_the_plain_one_finds(
    plain: Conversation, question: str, sentence: str
) -> None:
    messages = check_accepted(plain, question)

    assert sentence in messages[0].text


@pytest.mark.parametrize(
    "question", ["What was the l\u0456ghth\u043euse k\u0435\u0435per paid?", "light\u200bhouse"]
)
def test_look_alikes_that_are_not_seen_through_are_declined_and_not_guessed(
    plain: Conversation, question: str
) -> None:
    messages = check_accepted(plain, question)

    assert messages[0].text.startswith("The documents do not answer this.")


def test_a_quote_is_the_bytes_of_the_original_and_steers_nothing_where_it_is_shown(
    hostile: Home, asked: Conversation
) -> None:
    question = "how often did the signal ring at eight on the pier"
    outcome = wiring.answerer(hostile).answer(Question(question), question)

    (message,) = check_accepted(asked, question)

    assert isinstance(outcome, Answer)
    quote = outcome.quotes[0]
    original = hostile.originals / quote.sha256[:2] / quote.sha256
    assert quote.text == STEERED
    assert hashlib.sha256(original.read_bytes()).hexdigest() == quote.sha256
    assert visible(STEERED) in message.text
    assert not STEERING.search(message.text)
    # Each of the steering characters is marked: two overrides, two isolates, a mark, an escape.
    assert message.text.count("\ufffd") == 6


@settings(max_examples=60, deadline=None)
@given(st.lists(st.characters(), max_size=300).map("".join))
def test_any_question_gets_messages_that_telegram_takes(asked: Conversation, text: str) -> None:
    check_accepted(asked, text)


def test_a_file_name_that_reverses_itself_is_shown_marked(tmp_path: Path) -> None:
    source = tmp_path / "annual\u202etxt.fdp"
    source.write_text(KEEPER)
    renamed = source.rename(tmp_path / "annual\u202efdp.txt")
    home = Home(tmp_path / "home")
    wiring.indexer(home).update([renamed])

    messages = check_accepted(conversation(home), "What was the lighthouse keeper paid?")

    assert KEEPER in messages[0].text
    assert "\u202e" not in messages[0].text
