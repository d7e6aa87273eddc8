"""Which function carries out which method."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from . import answering, editing, introducing, looking, receiving, sending
from .refusals import Json
from .webhook import Webhook
from .world import World

__all__ = ["carry_out"]

Handler = Callable[[World, Json], object]

HANDLERS: Final[Mapping[str, Handler]] = {
    "getMe": introducing.get_me,
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "setMessageReaction": editing.react,
    "answerCallbackQuery": answering.answer_callback_query,
    "answerInlineQuery": answering.answer_inline_query,
    "setMyCommands": introducing.set_my_commands,
    "getMyCommands": introducing.get_my_commands,
    "deleteMyCommands": introducing.delete_my_commands,
    "setMyDescription": partial(introducing.set_my_text, name="description"),
    "getMyDescription": partial(introducing.get_my_text, name="description"),
    "setMyShortDescription": partial(introducing.set_my_text, name="short_description"),
    "getMyShortDescription": partial(introducing.get_my_text, name="short_description"),
    "setMyName": partial(introducing.set_my_text, name="name"),
    "getMyName": partial(introducing.get_my_text, name="name"),
    "setChatMenuButton": introducing.set_chat_menu_button,
    "getChat": looking.get_chat,
    "getChatMember": looking.get_chat_member,
    "getChatAdministrators": looking.get_chat_administrators,
    "leaveChat": looking.leave_chat,
    "getFile": looking.get_file,
}
WEBHOOK_HANDLERS: Final[Mapping[str, Callable[[World, Webhook, Json], object]]] = {
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
}


async def carry_out(world: World, webhook: Webhook, method: str, given: Json) -> object:
    """Carry out a method of the table and return its result, or raise `Refusal`."""
    if method == "getUpdates":
        return await receiving.get_updates(world, webhook, given)
    if method in WEBHOOK_HANDLERS:
        return WEBHOOK_HANDLERS[method](world, webhook, given)
    if method in {"logOut", "close"}:
        return True
    return HANDLERS[method](world, given)
