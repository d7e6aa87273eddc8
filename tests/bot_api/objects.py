"""The objects a bot may send, with their fields in the notation of `schema`."""

from collections.abc import Mapping
from typing import Final

__all__ = ["OBJECTS", "UNIONS"]

OBJECTS: Final[Mapping[str, str]] = {
    "MessageEntity": (
        "type!:String offset!:Integer length!:Integer url:String user:User language:String "
        "custom_emoji_id:String unix_time:Integer date_time_format:String"
    ),
    "User": (
        "id!:Integer is_bot!:Boolean first_name!:String last_name:String username:String "
        "language_code:String is_premium:Boolean added_to_attachment_menu:Boolean "
        "can_join_groups:Boolean can_read_all_group_messages:Boolean "
        "supports_guest_queries:Boolean supports_inline_queries:Boolean "
        "can_connect_to_business:Boolean has_main_web_app:Boolean has_topics_enabled:Boolean "
        "allows_users_to_create_topics:Boolean can_manage_bots:Boolean"
    ),
    "LinkPreviewOptions": (
        "is_disabled:Boolean url:String prefer_small_media:Boolean prefer_large_media:Boolean "
        "show_above_text:Boolean"
    ),
    "SuggestedPostParameters": "price:SuggestedPostPrice send_date:Integer",
    "SuggestedPostPrice": "currency!:String amount!:Integer",
    "ReplyParameters": (
        "message_id!:Integer chat_id:Integer|String allow_sending_without_reply:Boolean "
        "quote:String quote_parse_mode:String quote_entities:[MessageEntity] "
        "quote_position:Integer checklist_task_id:Integer poll_option_id:String"
    ),
    "InlineKeyboardMarkup": "inline_keyboard!:[[InlineKeyboardButton]]",
    "InlineKeyboardButton": (
        "text!:String icon_custom_emoji_id:String style:String url:String callback_data:String "
        "web_app:WebAppInfo login_url:LoginUrl switch_inline_query:String "
        "switch_inline_query_current_chat:String "
        "switch_inline_query_chosen_chat:SwitchInlineQueryChosenChat copy_text:CopyTextButton "
        "callback_game:CallbackGame pay:Boolean"
    ),
    "WebAppInfo": "url!:String",
    "LoginUrl": (
        "url!:String forward_text:String bot_username:String request_write_access:Boolean"
    ),
    "SwitchInlineQueryChosenChat": (
        "query:String allow_user_chats:Boolean allow_bot_chats:Boolean "
        "allow_group_chats:Boolean allow_channel_chats:Boolean"
    ),
    "CopyTextButton": "text!:String",
    "CallbackGame": "",
    "ReplyKeyboardMarkup": (
        "keyboard!:[[KeyboardButton]] is_persistent:Boolean resize_keyboard:Boolean "
        "one_time_keyboard:Boolean input_field_placeholder:String selective:Boolean"
    ),
    "KeyboardButton": (
        "text!:String icon_custom_emoji_id:String style:String "
        "request_users:KeyboardButtonRequestUsers request_chat:KeyboardButtonRequestChat "
        "request_managed_bot:KeyboardButtonRequestManagedBot request_contact:Boolean "
        "request_location:Boolean request_poll:KeyboardButtonPollType web_app:WebAppInfo"
    ),
    "KeyboardButtonRequestUsers": (
        "request_id!:Integer user_is_bot:Boolean user_is_premium:Boolean max_quantity:Integer "
        "request_name:Boolean request_username:Boolean request_photo:Boolean"
    ),
    "KeyboardButtonRequestChat": (
        "request_id!:Integer chat_is_channel!:Boolean chat_is_forum:Boolean "
        "chat_has_username:Boolean chat_is_created:Boolean "
        "user_administrator_rights:ChatAdministratorRights "
        "bot_administrator_rights:ChatAdministratorRights bot_is_member:Boolean "
        "request_title:Boolean request_username:Boolean request_photo:Boolean"
    ),
    "KeyboardButtonRequestManagedBot": (
        "request_id!:Integer suggested_name:String suggested_username:String"
    ),
    "KeyboardButtonPollType": "type:String",
    "ChatAdministratorRights": (
        "is_anonymous!:Boolean can_manage_chat!:Boolean can_delete_messages!:Boolean "
        "can_manage_video_chats!:Boolean can_restrict_members!:Boolean "
        "can_promote_members!:Boolean can_change_info!:Boolean can_invite_users!:Boolean "
        "can_post_stories!:Boolean can_edit_stories!:Boolean can_delete_stories!:Boolean "
        "can_post_messages:Boolean can_edit_messages:Boolean can_pin_messages:Boolean "
        "can_manage_topics:Boolean can_manage_direct_messages:Boolean can_manage_tags:Boolean"
    ),
    "ReplyKeyboardRemove": "remove_keyboard!:Boolean selective:Boolean",
    "ForceReply": "force_reply!:Boolean input_field_placeholder:String selective:Boolean",
    "InlineQueryResultArticle": (
        "type!:String id!:String title!:String input_message_content!:InputMessageContent "
        "reply_markup:InlineKeyboardMarkup url:String description:String thumbnail_url:String "
        "thumbnail_width:Integer thumbnail_height:Integer"
    ),
    "InputTextMessageContent": (
        "message_text!:String parse_mode:String entities:[MessageEntity] "
        "link_preview_options:LinkPreviewOptions"
    ),
    "InlineQueryResultsButton": "text!:String web_app:WebAppInfo start_parameter:String",
    "BotCommand": "command!:String description!:String",
    "BotCommandScopeDefault": "type!:String",
    "BotCommandScopeAllPrivateChats": "type!:String",
    "BotCommandScopeAllGroupChats": "type!:String",
    "BotCommandScopeAllChatAdministrators": "type!:String",
    "BotCommandScopeChat": "type!:String chat_id!:Integer|String",
    "BotCommandScopeChatAdministrators": "type!:String chat_id!:Integer|String",
    "BotCommandScopeChatMember": "type!:String chat_id!:Integer|String user_id!:Integer",
    "MenuButtonCommands": "type!:String",
    "MenuButtonWebApp": "type!:String text!:String web_app!:WebAppInfo",
    "MenuButtonDefault": "type!:String",
    "ReactionTypeEmoji": "type!:String emoji!:String",
    "ReactionTypeCustomEmoji": "type!:String custom_emoji_id!:String",
    "ReactionTypePaid": "type!:String",
}

# Kinds that stand for one of several objects, told apart by their `type`. An inline result may
# only be an article, and its content only a text: the bot has nothing else to offer.
UNIONS: Final[Mapping[str, Mapping[str, str]]] = {
    "InlineQueryResult": {"article": "InlineQueryResultArticle"},
    "InputMessageContent": {"": "InputTextMessageContent"},
    "BotCommandScope": {
        "default": "BotCommandScopeDefault",
        "all_private_chats": "BotCommandScopeAllPrivateChats",
        "all_group_chats": "BotCommandScopeAllGroupChats",
        "all_chat_administrators": "BotCommandScopeAllChatAdministrators",
        "chat": "BotCommandScopeChat",
        "chat_administrators": "BotCommandScopeChatAdministrators",
        "chat_member": "BotCommandScopeChatMember",
    },
    "MenuButton": {
        "commands": "MenuButtonCommands",
        "web_app": "MenuButtonWebApp",
        "default": "MenuButtonDefault",
    },
    "ReactionType": {
        "emoji": "ReactionTypeEmoji",
        "custom_emoji": "ReactionTypeCustomEmoji",
        "paid": "ReactionTypePaid",
    },
}
