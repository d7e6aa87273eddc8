"""The methods by which the bot describes itself."""

import json
import re

from .refusals import Json, bad_request
from .world import World

__all__ = [
    "delete_my_commands",
    "get_me",
    "get_my_commands",
    "get_my_text",
    "set_chat_menu_button",
    "set_my_commands",
    "set_my_text",
]

MOST_COMMANDS = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LONGEST_COMMAND_DESCRIPTION = 256
LONGEST_TEXT = {"name": 64, "description": 512, "short_description": 120}
LANGUAGE = re.compile(r"([a-z]{2})?")


def get_me(world: World, given: Json) -> Json:
    """Say who the bot is."""
    return world.bot_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy_mode,
        "supports_guest_queries": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def set_my_commands(world: World, given: Json) -> bool:
    """Put a list of commands in place for a scope and a language."""
    commands = given["commands"]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"].strip()) <= LONGEST_COMMAND_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    if len({command["command"] for command in commands}) < len(commands):
        raise bad_request("BOT_COMMAND_INVALID")
    world.profile.commands[_commands_key(world, given)] = commands
    return True


def get_my_commands(world: World, given: Json) -> list[Json]:
    """Return the commands of exactly that scope and language."""
    return world.profile.commands.get(_commands_key(world, given), [])


def delete_my_commands(world: World, given: Json) -> bool:
    """Remove the commands of a scope and a language."""
    world.profile.commands.pop(_commands_key(world, given), None)
    return True


def _commands_key(world: World, given: Json) -> tuple[str, str]:
    scope = given.get("scope", {"type": "default"})
    if "chat_id" in scope:
        world.find_chat(scope["chat_id"])
    return json.dumps(scope, sort_keys=True), _language(given)


def _language(given: Json) -> str:
    language = str(given.get("language_code", ""))
    if not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def set_my_text(world: World, given: Json, name: str) -> bool:
    """Set the name, the description or the short description; an empty one removes it."""
    text = given.get(name, "")
    if len(text) > LONGEST_TEXT[name]:
        raise bad_request(f"{name} is too long")
    key = (name, _language(given))
    if text:
        world.profile.texts[key] = text
    else:
        world.profile.texts.pop(key, None)
    return True


def get_my_text(world: World, given: Json, name: str) -> Json:
    """Return the text of a language, else that of all languages."""
    texts, language = world.profile.texts, _language(given)
    unset = world.bot_json()["first_name"] if name == "name" else ""
    return {name: texts.get((name, language), texts.get((name, ""), unset))}


def set_chat_menu_button(world: World, given: Json) -> bool:
    """Set the menu button of a private chat, or of all."""
    chat_id = given.get("chat_id")
    if chat_id is not None and world.find_chat(chat_id).kind != "private":
        raise bad_request("a menu button is for private chats")
    world.profile.menu_buttons[chat_id] = given.get("menu_button", {"type": "default"})
    return True
