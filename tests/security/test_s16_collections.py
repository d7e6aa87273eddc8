"""S16: no chat sees anything of a collection that it has no right to, nor that it exists."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import phrases
from bot.channels.telegram.deciding.senders import Sender
from bot.replies import say
from tests.security.corpora_apart import CANARIES, TOPICS
from tests.security.crossing import CORPUS_OF, Building, build, foreign, run
from tests.security.requests_apart import GROUP, GUEST, MAKERS, OWNER, READER, Request

N_REQUESTS = 1000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the corpora are indexed, once."""
    return tmp_path_factory.mktemp("crossing")


@pytest.fixture
def building(folder: Path, tmp_path: Path) -> Iterator[Building]:
    made = build(folder, tmp_path)
    yield made
    made.close()


def private(user: int) -> Sender:
    return Sender(user, user, None, is_private=True)


def test_nothing_crosses_over_in_many_mixed_requests(building: Building) -> None:
    found = run(building, N_REQUESTS, seed=16)

    assert found.leaks == []
    assert found.n_requests == N_REQUESTS
    assert len(found.kinds) == len(MAKERS)


def test_the_requests_get_answers_from_each_corpus(building: Building) -> None:
    senders = [private(OWNER), private(READER), Sender(GROUP, READER, 7, is_private=False)]

    said = [str(building.desk.reply(sender, TOPICS[0].question)) for sender in senders]

    # The first topic is told by the first of the people of each corpus.
    people = ("Brantwick", "Hjordvik", "Quilloro")
    assert [name in text for name, text in zip(people, said, strict=True)] == [True] * 3


@pytest.mark.parametrize("chat", [READER, GROUP])
def test_a_chat_with_the_wrong_documents_is_found_out(
    chat: int, folder: Path, tmp_path: Path
) -> None:
    wrong = build(folder, tmp_path, CORPUS_OF | {chat: "home"})

    found = run(wrong, 100, seed=16)
    wrong.close()

    assert any(" of home" in leak for leak in found.leaks)
    assert all(leak.startswith(CORPUS_OF[chat]) for leak in found.leaks)


def test_words_of_another_corpus_are_found_in_what_is_said() -> None:
    told = "Part(text='The lighthouse of Brantwell, nearest: \"Mirasol\"')"

    assert list(foreign(told, "home")) == [("brantwell", "north"), ("mirasol", "south")]
    assert list(foreign(told, "north")) == [("mirasol", "south")]


def test_no_word_stands_in_two_corpora() -> None:
    words = [word for canaries in CANARIES.values() for word in canaries.words]

    # A place, six people and six objects in each of three.
    assert len(set(words)) == len(words) == 39


def test_a_chat_that_changes_its_collection_forgets_what_it_was_told(building: Building) -> None:
    told = building.desk.reply(private(READER), TOPICS[1].question)
    changed = building.desk.reply(private(OWNER), f"/collection {READER} south")
    replies = [building.desk.reply(private(READER), f"/{name}") for name in ("sources", "context")]
    again = building.desk.reply(private(READER), TOPICS[1].question)

    assert "Skarnell" in str(told)
    assert "south" in str(changed)
    assert [str(reply) for reply in replies] == [str(say(phrases.NO_ANSWER_YET))] * 2
    assert list(foreign(str(again), "south")) == []


def test_a_chat_that_has_no_right_to_ask_learns_nothing(building: Building) -> None:
    dice = random.Random(3)  # noqa: S311 - nothing secret
    texts = [maker(dice, canaries) for maker, _ in MAKERS for canaries in CANARIES.values()]

    said = {str(building.desk.reply(private(GUEST), text)) for text in texts}

    assert said == {"None", str(say(phrases.not_allowed(GUEST)))}


def test_whoever_does_not_administer_learns_no_name_of_a_collection(building: Building) -> None:
    texts = ("/collection", "/collection 22 south", "/collection 22 nowhere", "/collection 22 -")

    said = {str(building.desk.reply(private(READER), text)) for text in texts}

    assert said == {str(say(phrases.NOT_ADMIN))}
    assert list(building.ask(Request(private(READER), TOPICS[0].question))) == []
