from bot.phrases import buttons as words
from bot.quotas import PRESSES_A_GROUP, Quotas, rules
from tests.bot.channels.telegram.conftest import Start
from tests.bot.channels.telegram.in_process import Bot
from tests.bot.channels.telegram.talk import ANSWER, QUESTION, QUOTE
from tests.bot_api import BotApi, Person, Post, Press
from tests.bot_api.faults import Fault, refused

LATE = "Bad Request: query is too old and response timeout expired or query ID is invalid"
DOUBTS = "SELECT doubts FROM outbox WHERE method = 'editMessageText'"

LABELS = [
    [words.CONTEXT, words.SOURCES, words.WHY, words.VERIFY],
    [words.HELPFUL, words.NOT_HELPFUL],
    [words.COPY],
]


async def answered(server: BotApi, press: Press) -> str:
    """Return what the presser of a button is told."""
    await server.until(lambda: press.answer is not None)
    return str((press.answer or {}).get("text", ""))


async def turned(server: BotApi, post: Post, n_versions: int) -> Post:
    """Return a post once it was edited so often."""
    await server.until(lambda: len(post.versions) >= n_versions)
    return post


def labels(post: Post) -> list[list[str]]:
    return [[button.text for button in row] for row in post.rows]


async def test_an_answer_has_buttons_for_what_stands_behind_it(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    ada.says(QUESTION)

    (post,) = await ada.chat.until(1)

    assert labels(post) == LABELS
    copied = post.button(words.COPY).content["copy_text"]["text"]
    assert copied == ANSWER.removeprefix(f"{QUOTE}\n")


async def test_what_is_no_answer_has_none(server: BotApi, bot: Bot, ada: Person) -> None:
    ada.says("/help")

    (post,) = await ada.chat.until(1)

    assert labels(post) == []


async def test_a_view_takes_the_place_of_the_answer_and_gives_it_back(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    ada.says(QUESTION)
    (post,) = await ada.chat.until(1)
    looks = dict(post.payload)

    for n, label in enumerate((words.CONTEXT, words.SOURCES, words.WHY, words.VERIFY)):
        press = ada.presses(post.button(label))
        view = await turned(server, post, 2 * n + 1)
        assert QUOTE in view.text or "sha256" in view.text
        assert view.text != ANSWER
        assert await answered(server, press) == ""
        ada.presses(post.button(words.BACK))
        back = await turned(server, post, 2 * n + 2)
        assert {k: v for k, v in back.payload.items() if k != "edit_date"} == looks

    assert len(ada.chat.messages) == 1
    assert server.refused == []


async def test_a_verdict_is_noted_and_a_bad_one_is_asked_for_its_reason(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    ada.says(QUESTION)
    (post,) = await ada.chat.until(1)

    good = ada.presses(post.button(words.HELPFUL))
    assert await answered(server, good) == words.NOTED
    bad = ada.presses(post.button(words.NOT_HELPFUL))
    assert await answered(server, bad) == words.WHAT_IS_WRONG
    await turned(server, post, 1)
    assert labels(post) == [
        [words.WRONG, words.INCOMPLETE],
        [words.OUTDATED, words.NOT_ASKED],
        [words.BACK],
    ]
    reason = ada.presses(post.button(words.OUTDATED))
    assert await answered(server, reason) == words.NOTED
    await turned(server, post, 2)

    assert labels(post) == LABELS
    rows = bot.database.rows("SELECT verdict, user, question FROM feedback")
    assert rows == [("outdated", ada.user_id, QUESTION)]


async def test_the_same_button_pressed_twice_changes_nothing_twice(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    ada.says(QUESTION)
    (post,) = await ada.chat.until(1)
    button = post.button(words.WHY)

    presses = [ada.presses(button), ada.presses(button)]
    for press in presses:
        await answered(server, press)
    ada.says("/help")
    await ada.chat.until(2)

    assert len(post.versions) == 1
    assert server.refused == []


async def test_a_press_that_is_answered_too_late_shows_its_view_all_the_same(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    ada.says(QUESTION)
    (post,) = await ada.chat.until(1)
    server.rules.append(Fault("answerCallbackQuery", refused(400, LATE)))

    ada.presses(post.button(words.WHY))
    await turned(server, post, 1)
    ada.presses(post.button(words.BACK))
    await turned(server, post, 2)

    assert post.text == ANSWER


async def test_a_view_that_was_refused_is_shown_by_the_next_press(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    ada.says(QUESTION)
    (post,) = await ada.chat.until(1)
    server.rules.append(Fault("editMessageText", refused(400, "Bad Request: message is too young")))
    ada.presses(post.button(words.WHY))
    await server.until(lambda: len(server.calls_of("editMessageText")) == 1)
    before = len(post.versions)

    ada.presses(post.button(words.WHY))
    await turned(server, post, 1)

    assert before == 0
    assert post.text != ANSWER


async def test_a_view_that_the_server_may_not_have_shown_is_shown_again_and_counted_as_doubtful(
    server: BotApi, bot: Bot, ada: Person
) -> None:
    ada.says(QUESTION)
    (post,) = await ada.chat.until(1)
    server.rules.append(Fault("editMessageText", refused(500, "Internal Server Error")))

    ada.presses(post.button(words.WHY))
    await turned(server, post, 1)

    assert bot.database.rows(DOUBTS) == [(1,)]


async def test_in_a_group_presses_take_no_more_than_half_of_the_pace(
    server: BotApi, start: Start, ada: Person
) -> None:
    group = server.world.supergroup("Room")
    async with start(quotas=Quotas(rules(10, 0, 0))):
        ada.says(f"/ask {QUESTION}", chat=group)
        (post,) = await group.until(1)

        presses = [ada.presses(post.button(words.HELPFUL)) for _ in range(PRESSES_A_GROUP + 1)]
        told = [await answered(server, press) for press in presses]

    assert told == [words.NOTED] * PRESSES_A_GROUP + [words.TOO_FAST]


async def test_a_press_of_what_is_not_theirs_uses_up_nobodys_presses(
    server: BotApi, start: Start, ada: Person
) -> None:
    group = server.world.supergroup("Room")
    bob = server.world.person("Bob")
    async with start(quotas=Quotas(rules(10, 0, 0))):
        ada.says(f"/ask {QUESTION}", chat=group)
        (post,) = await group.until(1)

        for _ in range(PRESSES_A_GROUP):
            await answered(server, bob.presses(post.button(words.HELPFUL)))
        own = ada.presses(post.button(words.HELPFUL))

        assert await answered(server, own) == words.NOTED


async def test_nobody_but_the_asker_can_press(server: BotApi, bot: Bot, ada: Person) -> None:
    group = server.world.supergroup("Room")
    bob = server.world.person("Bob")
    ada.says(f"/ask {QUESTION}", chat=group)
    (post,) = await group.until(1)

    press = bob.presses(post.button(words.WHY))

    assert await answered(server, press) == words.NOT_YOURS
    assert post.versions == []
    assert bot.database.rows("SELECT count(*) FROM feedback") == [(0,)]


async def test_a_button_from_elsewhere_does_nothing(server: BotApi, bot: Bot, ada: Person) -> None:
    bob = server.world.person("Bob")
    ada.says(QUESTION)
    bob.says("/help")
    (post,) = await ada.chat.until(1)
    (other,) = await bob.chat.until(1)

    button = post.button(words.WHY)
    stolen = type(button)(button.text, button.content, other, None)
    press = bob.presses(stolen)

    assert await answered(server, press) == words.NOT_YOURS
    assert other.versions == []


async def test_a_timeline_turns_its_pages_in_place(server: BotApi, bot: Bot, ada: Person) -> None:
    ada.says("/timeline ferry")
    (post,) = await ada.chat.until(1)
    first = post.text
    if not post.buttons:
        # The harbour's own timeline may have one page: then there is nothing to turn.
        assert "1 of" not in first
        return

    ada.presses(post.buttons[0])
    await turned(server, post, 1)
    second = post.text
    ada.presses(post.button(post.buttons[0].text))
    await turned(server, post, 2)

    assert post.text == first != second
