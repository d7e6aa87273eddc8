"""The methods that answer presses and inline questions."""

import re

from .markup import check_markup, has_web_address
from .refusals import Json, bad_request
from .sending import check_content
from .text import utf16_length
from .world import World

__all__ = ["answer_callback_query", "answer_inline_query"]

LONGEST_NOTICE = 200
MOST_RESULTS = 50
LONGEST_ID = 64
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


def answer_callback_query(world: World, given: Json) -> bool:
    """Answer a press of a button."""
    if utf16_length(given.get("text", "")) > LONGEST_NOTICE:
        raise bad_request("MESSAGE_TOO_LONG")
    if given.get("show_alert") and not given.get("text"):
        raise bad_request("an alert needs a text")
    if "url" in given and not given["url"].startswith(f"https://t.me/{world.bot_username}?start="):
        raise bad_request("URL_INVALID")
    _check_cache_time(given)
    world.queries.open_press(given["callback_query_id"]).answer = given
    world.pulse.beat()
    return True


def answer_inline_query(world: World, given: Json) -> bool:
    """Offer results to an inline question."""
    results = given["results"]
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len(given.get("next_offset", "").encode()) > LONGEST_ID:
        raise bad_request("NEXT_OFFSET_INVALID")
    _check_cache_time(given)
    if "button" in given:
        _check_button(given["button"])
    for result in results:
        _check_result(world, result)
    world.queries.open_question(given["inline_query_id"]).answer = given
    world.pulse.beat()
    return True


def _check_cache_time(given: Json) -> None:
    if given.get("cache_time", 0) < 0:
        raise bad_request("cache_time must not be negative")


def _check_result(world: World, result: Json) -> None:
    if not 1 <= len(result["id"].encode()) <= LONGEST_ID:
        raise bad_request("RESULT_ID_INVALID")
    if not result["title"].strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result["input_message_content"]
    check_content(content["message_text"], content, world.strictness)
    check_markup(result.get("reply_markup", {}))
    for name in ("url", "thumbnail_url"):
        if name in result and not has_web_address(result[name], "http", "https"):
            raise bad_request("WEBDOCUMENT_URL_INVALID")


def _check_button(button: Json) -> None:
    if not button["text"].strip():
        raise bad_request("the button of inline results needs a text")
    if ("web_app" in button) == ("start_parameter" in button):
        raise bad_request("the button of inline results needs exactly one action")
    if not START_PARAMETER.fullmatch(button.get("start_parameter", "none")):
        raise bad_request("START_PARAM_INVALID")
