"""Every answer to an inline question is one the server takes, with quotes and nothing else."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import phrases, wiring
from bot.answering import Answerer
from bot.channels.telegram.deciding.inlining import N_ON_PAGE
from bot.channels.telegram.deciding.linking import LinkedDocument, LinkedQuestion, linked
from bot.home import Home
from bot.inline import MOST_FOUND
from bot.phrases import inline
from tests.bot.channels.telegram.inline_asking import (
    House,
    all_pages,
    asked,
    given_to,
    marked,
    message_of,
    start_of,
)
from tests.bot_api import Person
from tests.bot_api.world import World

N_ISLES = 24
SAILS = "When does the ferry to the isle leave?"
LONG_LIST = "The ledger lists " + ", ".join(f"crate {n} of herring" for n in range(400)) + "."
ODD = {"id": "\u2800", "title": "\u200b", "sentences": ["The \u202ekraken\u2028 😀 sleeps\x1b[2J."]}


@pytest.fixture(scope="module")
def isles(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """Many sentences that answer one question, and one that no message can hold."""
    folder = tmp_path_factory.mktemp("isles")
    for number in range(N_ISLES):
        said = f"The ferry to the isle of Number{number} leaves at {number}:05 from Quay{number}."
        (folder / f"{number:02}.txt").write_text(f"{said}\n")
    # JSON lines hold what plain text would be cut or cleaned for.
    lists = [{"id": "ledger", "sentences": [LONG_LIST]}, ODD]
    (folder / "odd.jsonl").write_text("".join(json.dumps(each) + "\n" for each in lists))
    home = Home(tmp_path_factory.mktemp("home"))
    wiring.indexer(home).update([folder])
    return wiring.answerer(home, 0.0)


@pytest.fixture
def world() -> World:
    return World(700000001)


@pytest.fixture
def ada(world: World) -> Person:
    return world.person("Ada")


def test_a_result_is_a_quote_with_its_citation_as_a_message(
    answerer: Answerer, ada: Person
) -> None:
    question = asked(ada, House(answerer), "When was the lighthouse switched off?")

    first = question.results[0]
    quote = "The lighthouse of Port Ellen was switched off on Thursday."
    title = "Port Ellen switches off its lighthouse"
    (cited,) = marked(first, "italic")
    assert (first["type"], first["title"], first["description"]) == ("article", title, quote)
    assert marked(first, "blockquote") == [quote]
    assert cited.endswith(f"{title}, 2019-05-02, Coast Desk, sentence 1")
    assert message_of(first) == f"{quote}\n{cited}"
    assert first["input_message_content"]["link_preview_options"] == {"is_disabled": True}


def test_a_result_that_is_pasted_elsewhere_can_be_verified(
    answerer: Answerer, harbour: Home, ada: Person
) -> None:
    query = "Who had tended the lighthouse for 31 years?"
    houses = [House(answerer), House(wiring.answerer(harbour, 1.0))]
    results = [result for house in houses for result in asked(ada, house, query).results]

    checks = [answerer.check_forwarded(message_of(result)) for result in results]

    assert [len(found) for found in checks] == [1] * len(results)
    assert all(check.holds for (check,) in checks)


def test_the_button_of_a_result_opens_its_document(answerer: Answerer, ada: Person) -> None:
    house = House(answerer)

    (row,) = asked(ada, house, "lighthouse").results[0]["reply_markup"]["inline_keyboard"]

    name, parameter = row[0]["url"].split("?start=")
    assert (row[0]["text"], name) == (inline.OPEN_DOCUMENT, "https://t.me/quoth_test_bot")
    assert linked(parameter, house.texts) == LinkedDocument("2019-05-02-lighthouse.txt")


def test_a_bot_that_does_not_know_its_name_gives_no_links(answerer: Answerer, ada: Person) -> None:
    question = asked(ada, House(answerer, username=""), "lighthouse")

    assert question.results
    assert all("reply_markup" not in result for result in question.results)


def test_there_are_ten_results_a_page_until_all_are_shown(isles: Answerer, ada: Person) -> None:
    pages = all_pages(ada, House(isles), SAILS)

    ids = [result["id"] for page in pages for result in page.results]
    assert [len(page.results) for page in pages] == [10, 10, 4]
    assert len(set(ids)) == N_ISLES
    assert len(ids) <= MOST_FOUND


def test_the_same_quote_has_the_same_id_whoever_asks(isles: Answerer, world: World) -> None:
    people = [world.person("Ada"), world.person("Bob")]

    first, second = (asked(person, House(isles), SAILS).results for person in people)

    assert first == second


@pytest.mark.parametrize("offset", ["10", "x", "10 g-999999", "9999 g-000001", "-1 g-000001", "😀"])
def test_an_offset_of_another_generation_or_made_up_leads_to_an_empty_last_page(
    isles: Answerer, ada: Person, offset: str
) -> None:
    question = asked(ada, House(isles), SAILS, offset=offset)

    assert (question.results, question.next_offset) == ([], "")


@pytest.mark.parametrize("query", ["", "   ", "\n"])
def test_without_a_question_there_is_a_hint(answerer: Answerer, ada: Person, query: str) -> None:
    question = asked(ada, House(answerer), query)

    assert question.results == []
    assert given_to(question)["button"] == {"text": inline.HINT, "start_parameter": "help"}


def test_who_has_no_access_gets_no_results_and_is_sent_to_the_owner(
    answerer: Answerer, world: World
) -> None:
    ada, bob = world.person("Ada"), world.person("Bob")
    house = House(answerer, guests=frozenset({ada.user_id}))

    refused, empty = asked(bob, house, "lighthouse"), asked(bob, house, "")

    button = {"text": inline.ASK_OWNER, "start_parameter": "ask"}
    denied = {"button": button, "cache_time": 0, "is_personal": True}
    assert asked(ada, house, "lighthouse").results
    assert (refused.results, given_to(refused), given_to(empty)) == ([], denied, denied)
    assert house.texts.kept == {}


def test_results_are_kept_for_others_only_where_everybody_may_see_the_same(
    answerer: Answerer, world: World
) -> None:
    ada, bob = world.person("Ada"), world.person("Bob")
    houses = [
        House(answerer),
        House(answerer, guests=frozenset({ada.user_id})),
        House(answerer, shelves={bob.user_id: answerer}),
    ]

    questions = [asked(ada, house, "lighthouse") for house in houses]

    assert [each.is_kept_for(bob, 1) for each in questions] == [True, False, False]
    assert [each.is_kept_for(ada, 59) for each in questions] == [True, True, True]
    assert [each.is_kept_for(ada, 60) for each in questions] == [False, False, False]


def test_nobody_is_shown_documents_of_another_shelf(
    isles: Answerer, answerer: Answerer, world: World
) -> None:
    ada, bob = world.person("Ada"), world.person("Bob")
    house = House(answerer, shelves={ada.user_id: isles})
    on_the_shelf = {f"{number:02}.txt" for number in range(N_ISLES)}

    hers, his = (
        {result["title"] for page in all_pages(person, house, SAILS) for result in page.results}
        for person in (ada, bob)
    )

    assert hers & on_the_shelf
    assert his
    assert not his & (hers | on_the_shelf)


@pytest.mark.parametrize("query", ["lighthouse", "lighthouse " * 40, "Leuchtturm 🗼" * 100])
def test_the_button_asks_the_same_question_in_private_however_long(
    answerer: Answerer, ada: Person, query: str
) -> None:
    house = House(answerer)

    parameter = start_of(asked(ada, house, query))

    assert linked(parameter, house.texts) == LinkedQuestion(query.strip())
    assert {chat for _, chat in house.texts.kept.values()} <= {ada.user_id}


def test_a_declined_question_says_so_in_each_result(harbour: Home, ada: Person) -> None:
    never_sure = House(wiring.answerer(harbour, 1.0))

    results = asked(ada, never_sure, "Who had tended the lighthouse for 31 years?").results

    assert results
    assert all(message_of(result).startswith(phrases.DECLINED) for result in results)
    assert all(result["description"].startswith(phrases.DECLINED) for result in results)
    assert all(len(marked(result, "blockquote")) == 1 for result in results)


def test_a_sentence_too_long_for_a_message_is_cut_and_keeps_its_citation(
    isles: Answerer, ada: Person
) -> None:
    result = asked(ada, House(isles), "What does the ledger of herring list?").results[0]

    (quote,) = marked(result, "blockquote")
    assert len(LONG_LIST) > 4096
    assert len(quote) > 3900
    assert LONG_LIST.startswith(quote)
    assert marked(result, "italic") == [inline.GOES_ON, "ledger, sentence 1"]


def test_a_document_without_a_visible_name_gets_one(isles: Answerer, ada: Person) -> None:
    result = asked(ada, House(isles), "kraken").results[0]

    assert result["title"] == inline.UNTITLED
    assert result["description"] == "The �kraken 😀 sleeps�[2J."


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(
        st.text(max_size=300),
        # `st.text` would leave halves of surrogate pairs out.
        st.lists(st.characters(), max_size=20).map("".join),
        st.lists(st.sampled_from("ferry isle leaves ledger kraken quay 😀 list".split())).map(
            " ".join
        ),
    ),
    st.sampled_from(["", "10 g-000001", "20 g-000001", "0 g-000001", "999 g-000001"]),
)
def test_the_server_takes_the_answer_to_whatever_is_typed(
    isles: Answerer, query: str, offset: str
) -> None:
    person = World(700000001).person("Ada")

    question = asked(person, House(isles), query, offset=offset)

    assert len(question.results) <= N_ON_PAGE
