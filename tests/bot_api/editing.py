"""The methods that change or react to what was said."""

from telegram.constants import ReactionEmoji

from .markup import check_markup
from .posts import Post
from .queries import InlineMessage
from .refusals import Json, bad_request
from .sending import check_content, refuse_rare_parameters
from .world import World

__all__ = ["delete_message", "edit_message_reply_markup", "edit_message_text", "react"]

EDITABLE = ("text", "entities", "link_preview_options", "reply_markup")
EMOJI = frozenset(emoji.value for emoji in ReactionEmoji)


def edit_message_text(world: World, given: Json) -> Json | bool:
    """Replace text, entities and keyboard."""
    check_content(given["text"], given, world.strictness)
    return _edit(world, given, {name: given[name] for name in EDITABLE if given.get(name)})


def edit_message_reply_markup(world: World, given: Json) -> Json | bool:
    """Replace the keyboard, or take it away."""
    markup = given.get("reply_markup", {})
    check_markup(markup)
    target = _target(world, given)
    old = target.content if isinstance(target, InlineMessage) else target.payload
    kept = {name: old[name] for name in EDITABLE[:-1] if old.get(name)}
    return _edit(world, given, kept | ({"reply_markup": markup} if _has_buttons(markup) else {}))


def _has_buttons(markup: Json) -> bool:
    return bool(markup.get("inline_keyboard"))


def _edit(world: World, given: Json, content: Json) -> Json | bool:
    """Put the new content in place, or refuse if it is the old one."""
    if not _has_buttons(content.get("reply_markup", {})):
        content.pop("reply_markup", None)
    target = _target(world, given)
    old = target.content if isinstance(target, InlineMessage) else target.payload
    if content == {name: old[name] for name in EDITABLE if old.get(name)}:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    rest = {name: value for name, value in old.items() if name not in EDITABLE}
    if isinstance(target, InlineMessage):
        target.revise(content)
        world.pulse.beat()
        return True
    target.revise(rest | {"edit_date": world.now()} | content)
    world.pulse.beat()
    return target.payload


def _target(world: World, given: Json) -> Post | InlineMessage:
    """Find the message an edit names, in one of the two ways there are."""
    refuse_rare_parameters(given)
    if "inline_message_id" in given:
        if given.keys() & {"chat_id", "message_id"}:
            raise bad_request("an inline message has no chat_id and message_id")
        message = world.queries.inline_messages.get(given["inline_message_id"])
        if message is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return message
    if "chat_id" not in given or "message_id" not in given:
        raise bad_request("message identifier is not specified")
    chat = world.find_chat(given["chat_id"])
    chat.check_bot_is_here()
    post = chat.live_post(given["message_id"], "message to edit not found")
    if not post.is_from_bot:
        raise bad_request("message can't be edited")
    return post


def delete_message(world: World, given: Json) -> bool:
    """Delete a message of the bot, or of others where it may."""
    chat = world.find_chat(given["chat_id"])
    chat.check_bot_is_here()
    post = chat.live_post(given["message_id"], "message to delete not found")
    may_delete = post.is_from_bot or chat.kind == "private" or chat.bot_status == "administrator"
    if not may_delete:
        raise bad_request("message can't be deleted")
    post.is_deleted = True
    world.pulse.beat()
    return True


def react(world: World, given: Json) -> bool:
    """Put the bot's reaction on a message, or take it away."""
    reactions = given.get("reaction", [])
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(each["type"] != "emoji" or each["emoji"] not in EMOJI for each in reactions):
        raise bad_request("REACTION_INVALID")
    chat = world.find_chat(given["chat_id"])
    chat.check_bot_is_here()
    post = chat.live_post(given["message_id"], "message to react not found")
    post.reactions = reactions
    world.pulse.beat()
    return True
