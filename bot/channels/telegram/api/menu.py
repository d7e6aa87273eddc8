"""What Telegram shows of the bot before anybody asks: its menus of commands, and what it is for."""

from collections.abc import Mapping
from typing import Any, Final

from bot.channels.telegram.api.calling import LONGEST_CALL, Api
from bot.conversation import COMMANDS
from bot.delivery.values import Letter
from bot.phrases import menu as words

__all__ = ["GROUP", "PRIVATE", "administrators_menu", "set_menus"]

# What is offered in a chat with the bot alone, and in groups.
PRIVATE: Final[Mapping[str, str]] = {**COMMANDS, "settings": words.SETTINGS}
GROUP: Final[Mapping[str, str]] = {
    name: text for name, text in PRIVATE.items() if name in words.IN_GROUPS
}


async def set_menus(api: Api) -> None:
    """Set every menu and text that differs from what Telegram has."""
    await _set_commands(api, {"type": "default"}, PRIVATE)
    await _set_commands(api, {"type": "all_group_chats"}, GROUP)
    await _set_text(api, "Description", "description", words.DESCRIPTION)
    await _set_text(api, "ShortDescription", "short_description", words.SHORT_DESCRIPTION)


def administrators_menu(user: int) -> Letter:
    """Return what gives one who administers the bot, and has written to it, the menu for that."""
    commands = _listed({**PRIVATE, **words.ADMINISTRATION})
    scope = {"type": "chat", "chat_id": user}
    return Letter(0, "setMyCommands", {"commands": commands, "scope": scope})


def _listed(commands: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"command": name, "description": text} for name, text in commands.items()]


async def _set_commands(api: Api, scope: dict[str, Any], commands: Mapping[str, str]) -> None:
    wanted = _listed(commands)
    if await api.call("getMyCommands", {"scope": scope}, LONGEST_CALL) != wanted:
        await api.call("setMyCommands", {"commands": wanted, "scope": scope}, LONGEST_CALL)


async def _set_text(api: Api, method: str, name: str, text: str) -> None:
    if (await api.call(f"getMy{method}", {}, LONGEST_CALL)).get(name) != text:
        await api.call(f"setMy{method}", {name: text}, LONGEST_CALL)
