"""The rules keyboards and links obey beyond the kinds of their fields."""

from urllib.parse import urlsplit

from .refusals import Json, bad_request
from .text import utf16_length

__all__ = ["ACTIONS", "check_markup", "has_web_address"]

ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
STYLES = frozenset({"danger", "success", "primary"})
LARGEST_CALLBACK_DATA = 64
LONGEST_COPY_TEXT = 256
MOST_BUTTONS = 100
LONGEST_PLACEHOLDER = 64


def check_markup(markup: Json) -> None:
    """Refuse a keyboard Telegram could not show."""
    if "inline_keyboard" in markup:
        _check_inline_keyboard(markup["inline_keyboard"])
    if markup.get("remove_keyboard") is False or markup.get("force_reply") is False:
        raise bad_request("remove_keyboard and force_reply can only be true")
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None and not 1 <= len(placeholder) <= LONGEST_PLACEHOLDER:
        raise bad_request("input_field_placeholder must have 1 to 64 characters")


def has_web_address(url: str, *schemes: str) -> bool:
    """Tell whether a URL names a host and has one of the schemes."""
    parts = urlsplit(url)
    return parts.scheme in schemes and bool(parts.netloc)


def _check_inline_keyboard(rows: list[list[Json]]) -> None:
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    for row in rows:
        if not row:
            raise bad_request("a row of the inline keyboard is empty")
        for button in row:
            _check_button(button)


def _check_button(button: Json) -> None:
    if not button["text"].strip():
        raise bad_request("text buttons are unallowed without text")
    actions = [name for name in ACTIONS if name in button]
    if len(actions) != 1:
        raise bad_request(f"a button needs exactly one action, this one has {len(actions)}")
    if "callback_data" in button:
        size = len(button["callback_data"].encode())
        if not 1 <= size <= LARGEST_CALLBACK_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not has_web_address(button["url"], "http", "https", "tg"):
        raise bad_request("BUTTON_URL_INVALID")
    if "copy_text" in button and not (
        1 <= utf16_length(button["copy_text"]["text"]) <= LONGEST_COPY_TEXT
    ):
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if button.get("style", "primary") not in STYLES:
        raise bad_request("unknown button style")
