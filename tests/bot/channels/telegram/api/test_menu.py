from bot.channels.telegram.api.menu import GROUP, PRIVATE
from bot.phrases import menu as words
from tests.bot.channels.telegram.conftest import Start
from tests.bot_api import BotApi, Person

SETTING = ("setMyCommands", "setMyDescription", "setMyShortDescription")


def scopes(server: BotApi) -> dict[str, list[str]]:
    """Return the menus that were set, by their scopes."""
    return {
        call.parameters["scope"]["type"]: [each["command"] for each in call.parameters["commands"]]
        for call in server.calls_of("setMyCommands")
    }


async def test_each_place_has_its_own_menu(server: BotApi, start: Start, ada: Person) -> None:
    async with start(admins=(ada.user_id,)):
        ada.says("/start")
        await server.until(lambda: "chat" in scopes(server))

    assert scopes(server) == {
        "default": list(PRIVATE),
        "all_group_chats": list(GROUP),
        "chat": [*PRIVATE, *words.ADMINISTRATION],
    }
    assert set(words.IN_GROUPS) == set(GROUP)
    assert server.refused == []


async def test_what_is_set_already_is_not_set_again(
    server: BotApi, start: Start, ada: Person
) -> None:
    for n in (1, 2):
        async with start():
            ada.says("/help")
            await ada.chat.until(n)
        if n == 1:
            n_set = sum(len(server.calls_of(method)) for method in SETTING)

    assert n_set == 4
    assert sum(len(server.calls_of(method)) for method in SETTING) == n_set


def test_the_texts_are_as_long_as_telegram_allows() -> None:
    assert len(words.DESCRIPTION) <= 512
    assert len(words.SHORT_DESCRIPTION) <= 120
    for name, text in {**PRIVATE, **words.ADMINISTRATION}.items():
        assert 1 <= len(name) <= 32
        assert 1 <= len(text) <= 256
