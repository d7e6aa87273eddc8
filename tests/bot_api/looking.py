"""The methods about chats, their members and their files."""

from .membership import member_json
from .refusals import Json, bad_request
from .world import World

__all__ = ["get_chat", "get_chat_administrators", "get_chat_member", "get_file", "leave_chat"]

NO_GIFTS = dict.fromkeys(
    (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    ),
    False,
)
ADMINISTRATORS = frozenset({"creator", "administrator"})


def get_chat(world: World, given: Json) -> Json:
    """Describe a chat."""
    chat = world.find_chat(given["chat_id"])
    chat.check_bot_is_here()
    looks = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}
    return chat.as_json() | looks


def get_chat_member(world: World, given: Json) -> Json:
    """Say what somebody is in a chat."""
    chat, user_id = world.find_chat(given["chat_id"]), given["user_id"]
    chat.check_bot_is_here()
    if user_id != world.bot_id and user_id not in world.people:
        raise bad_request("invalid user_id specified")
    return member_json(world.user_json(user_id), chat.members.get(user_id, "left"))


def get_chat_administrators(world: World, given: Json) -> list[Json]:
    """List who runs a group or a channel; bots only if asked for."""
    chat = world.find_chat(given["chat_id"])
    chat.check_bot_is_here()
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    return [
        member_json(world.user_json(user_id), status)
        for user_id, status in chat.members.items()
        if status in ADMINISTRATORS and (user_id != world.bot_id or given.get("return_bots"))
    ]


def leave_chat(world: World, given: Json) -> bool:
    """Take the bot out of a chat."""
    chat = world.find_chat(given["chat_id"])
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.check_bot_is_here()
    world.change_member(chat, world.bot_id, "left", world.bot_json())
    return True


def get_file(world: World, given: Json) -> Json:
    """Prepare a file for its download."""
    return world.files.describe(given["file_id"])
