"""The methods the server knows, with their parameters in the notation of `schema`."""

from collections.abc import Mapping
from typing import Final

__all__ = ["METHODS"]

METHODS: Final[Mapping[str, str]] = {
    "getMe": "",
    "logOut": "",
    "close": "",
    "getUpdates": "offset:Integer limit:Integer timeout:Integer allowed_updates:[String]",
    "setWebhook": (
        "url!:String certificate:InputFile ip_address:String max_connections:Integer "
        "allowed_updates:[String] drop_pending_updates:Boolean secret_token:String"
    ),
    "deleteWebhook": "drop_pending_updates:Boolean",
    "getWebhookInfo": "",
    "sendMessage": (
        "business_connection_id:String chat_id!:Integer|String message_thread_id:Integer "
        "direct_messages_topic_id:Integer text!:String parse_mode:String "
        "entities:[MessageEntity] link_preview_options:LinkPreviewOptions "
        "disable_notification:Boolean protect_content:Boolean allow_paid_broadcast:Boolean "
        "message_effect_id:String suggested_post_parameters:SuggestedPostParameters "
        "reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|"
        "ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply"
    ),
    "sendDocument": (
        "business_connection_id:String chat_id!:Integer|String message_thread_id:Integer "
        "direct_messages_topic_id:Integer document!:InputFile|String thumbnail:InputFile|String "
        "caption:String parse_mode:String caption_entities:[MessageEntity] "
        "disable_content_type_detection:Boolean disable_notification:Boolean "
        "protect_content:Boolean allow_paid_broadcast:Boolean message_effect_id:String "
        "suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters "
        "reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply"
    ),
    "editMessageText": (
        "business_connection_id:String chat_id:Integer|String message_id:Integer "
        "inline_message_id:String text!:String parse_mode:String entities:[MessageEntity] "
        "link_preview_options:LinkPreviewOptions reply_markup:InlineKeyboardMarkup"
    ),
    "editMessageReplyMarkup": (
        "business_connection_id:String chat_id:Integer|String message_id:Integer "
        "inline_message_id:String reply_markup:InlineKeyboardMarkup"
    ),
    "deleteMessage": "chat_id!:Integer|String message_id!:Integer",
    "sendChatAction": (
        "business_connection_id:String chat_id!:Integer|String message_thread_id:Integer "
        "action!:String"
    ),
    "setMessageReaction": (
        "chat_id!:Integer|String message_id!:Integer reaction:[ReactionType] is_big:Boolean"
    ),
    "answerCallbackQuery": (
        "callback_query_id!:String text:String show_alert:Boolean url:String cache_time:Integer"
    ),
    "answerInlineQuery": (
        "inline_query_id!:String results!:[InlineQueryResult] cache_time:Integer "
        "is_personal:Boolean next_offset:String button:InlineQueryResultsButton"
    ),
    "setMyCommands": "commands!:[BotCommand] scope:BotCommandScope language_code:String",
    "getMyCommands": "scope:BotCommandScope language_code:String",
    "deleteMyCommands": "scope:BotCommandScope language_code:String",
    "setMyDescription": "description:String language_code:String",
    "getMyDescription": "language_code:String",
    "setMyShortDescription": "short_description:String language_code:String",
    "getMyShortDescription": "language_code:String",
    "setMyName": "name:String language_code:String",
    "getMyName": "language_code:String",
    "setChatMenuButton": "chat_id:Integer menu_button:MenuButton",
    "getChat": "chat_id!:Integer|String",
    "getChatMember": "chat_id!:Integer|String user_id!:Integer",
    "getChatAdministrators": "chat_id!:Integer|String return_bots:Boolean",
    "leaveChat": "chat_id!:Integer|String",
    "getFile": "file_id!:String",
}
