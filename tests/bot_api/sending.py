"""The methods that say something: sendMessage, sendDocument and sendChatAction."""

from .chats import Chat
from .entities import check_entities, check_text
from .markup import check_markup, has_web_address
from .posts import Post
from .refusals import Json, bad_request
from .shapes import Upload
from .strictness import Strictness
from .text import occurs_at, utf16_find, utf16_length
from .world import World

__all__ = ["check_content", "said_by_bot", "send_chat_action", "send_document", "send_message"]

LONGEST_QUOTE = 1024
LONGEST_CAPTION = 1024
ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def send_message(world: World, given: Json) -> Json:
    """Say a text in a chat."""
    refuse_rare_parameters(given)
    chat = world.find_chat(given["chat_id"])
    check_content(given["text"], given, world.strictness)
    thread_id = given.get("message_thread_id")
    chat.check_bot_may_write(thread_id)
    if "message_effect_id" in given and chat.kind != "private":
        raise bad_request("message effects are for private chats")
    head = said_by_bot(world, chat) | _thread_head(chat, thread_id)
    if "reply_parameters" in given:
        head |= _reply_head(world, chat, given["reply_parameters"])
    return world.store(chat, head, _content(given), is_from_bot=True).payload


def send_document(world: World, given: Json) -> Json:
    """Send a file into a chat: one that is uploaded, or one that the server has."""
    refuse_rare_parameters(given)
    chat = world.find_chat(given["chat_id"])
    _check_caption(given, world.strictness)
    thread_id = given.get("message_thread_id")
    chat.check_bot_may_write(thread_id)
    head = said_by_bot(world, chat) | _thread_head(chat, thread_id)
    if "reply_parameters" in given:
        head |= _reply_head(world, chat, given["reply_parameters"])
    content = _document(world, given["document"]) | _captioned(given)
    return world.store(chat, head, content, is_from_bot=True).payload


def _document(world: World, document: Upload | str) -> Json:
    if isinstance(document, str):
        world.files.describe(document)
        raise bad_request("files are uploaded here, each time")
    if not document.content:
        raise bad_request("file must be non-empty")
    if not document.filename:
        raise bad_request("the file has no name")
    return world.files.document(
        document.filename, document.content, "application/octet-stream", None
    )


def _check_caption(given: Json, strictness: Strictness) -> None:
    """Refuse what a message without a file could not say either, or a caption too long."""
    if strictness.parse_mode and "parse_mode" in given:
        raise bad_request("parse_mode is not used here: send entities")
    caption = given.get("caption", "")
    if caption:
        check_text(caption, strictness, longest=LONGEST_CAPTION)
    check_entities(caption, given.get("caption_entities", []), strictness)
    check_markup(given.get("reply_markup", {}))


def _captioned(given: Json) -> Json:
    """Return the caption of a file, and its buttons."""
    content: Json = {
        name: given[name] for name in ("caption", "caption_entities") if given.get(name)
    }
    if "inline_keyboard" in given.get("reply_markup", {}):
        content["reply_markup"] = given["reply_markup"]
    return content


def check_content(text: str, given: Json, strictness: Strictness) -> None:
    """Refuse a text, its entities, its link preview or its keyboard."""
    if strictness.parse_mode and "parse_mode" in given:
        raise bad_request("parse_mode is not used here: send entities")
    check_text(text, strictness)
    check_entities(text, given.get("entities", []), strictness)
    check_markup(given.get("reply_markup", {}))
    preview = given.get("link_preview_options", {})
    if "url" in preview and not has_web_address(preview["url"], "http", "https"):
        raise bad_request("the link preview needs a web address")
    if preview.get("prefer_small_media") and preview.get("prefer_large_media"):
        raise bad_request("a link preview is small or large, not both")


def refuse_rare_parameters(given: Json) -> None:
    """Refuse what leads to accounts, shops and topics that do not exist here."""
    if "business_connection_id" in given:
        raise bad_request("business connection not found")
    for name in ("direct_messages_topic_id", "suggested_post_parameters"):
        if name in given:
            raise bad_request(f"{name} is for chats of direct messages")


def said_by_bot(world: World, chat: Chat) -> Json:
    """Return who says what the bot says: in a channel, the channel does."""
    return {"sender_chat": chat.as_json()} if chat.kind == "channel" else {"from": world.bot_json()}


def _thread_head(chat: Chat, thread_id: int | None) -> Json:
    if thread_id is None:
        return {}
    opening = chat.topics[thread_id].opening
    return {
        "message_thread_id": thread_id,
        "is_topic_message": True,
        "reply_to_message": opening.as_replied(),
    }


def _content(given: Json) -> Json:
    content: Json = {"text": given["text"]}
    for name in ("entities", "link_preview_options"):
        if given.get(name):
            content[name] = given[name]
    if "inline_keyboard" in given.get("reply_markup", {}):
        content["reply_markup"] = given["reply_markup"]
    if given.get("protect_content"):
        content["has_protected_content"] = True
    return content


def _reply_head(world: World, chat: Chat, reply: Json) -> Json:
    """Return what a reply adds to a message, or nothing if it may go without."""
    elsewhere = world.find_chat(reply["chat_id"]) if "chat_id" in reply else chat
    post = elsewhere.posts.get(reply["message_id"])
    if post is None or post.is_deleted:
        if reply.get("allow_sending_without_reply") and elsewhere is chat:
            return {}
        raise bad_request("message to be replied not found")
    head = {} if elsewhere is not chat else {"reply_to_message": post.as_replied()}
    if elsewhere is not chat:
        head["external_reply"] = {
            "origin": post.origin(),
            "chat": elsewhere.as_json(),
            "message_id": post.message_id,
        }
    return head | _quote_head(world, post, reply)


def _quote_head(world: World, post: Post, reply: Json) -> Json:
    if "quote" not in reply:
        if reply.keys() & {"quote_entities", "quote_position", "quote_parse_mode"}:
            raise bad_request("quote is missing")
        return {}
    quote, entities = reply["quote"], reply.get("quote_entities", [])
    if world.strictness.parse_mode and "quote_parse_mode" in reply:
        raise bad_request("quote_parse_mode is not used here: send quote_entities")
    if not 1 <= utf16_length(quote) <= LONGEST_QUOTE:
        raise bad_request("QUOTE_TEXT_INVALID")
    position = reply.get("quote_position", utf16_find(post.text, quote))
    if not occurs_at(post.text, quote, position):
        raise bad_request("QUOTE_TEXT_INVALID")
    check_entities(quote, entities, world.strictness)
    head = {"text": quote, "position": position, "is_manual": True}
    return {"quote": head | ({"entities": entities} if entities else {})}


def send_chat_action(world: World, given: Json) -> bool:
    """Show that the bot is at work."""
    refuse_rare_parameters(given)
    if given["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = world.find_chat(given["chat_id"])
    chat.check_bot_may_write(given.get("message_thread_id"))
    chat.actions.append(given["action"])
    return True
