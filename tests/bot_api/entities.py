"""The rules a text and its entities obey, in UTF-16 code units from 0."""

from urllib.parse import urlsplit

from .refusals import Json, Refusal, bad_request
from .strictness import Strictness
from .text import utf16_length, utf16_slice

__all__ = ["check_entities", "check_text"]

LONGEST_TEXT = 4096
MOST_ENTITIES = 100
STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
MONOSPACE = frozenset({"code", "pre"})
DETECTED = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
)
# Entities that mean nothing without one more field, and the field.
NEEDS = {
    "text_link": "url",
    "text_mention": "user",
    "custom_emoji": "custom_emoji_id",
    "date_time": "unix_time",
}
KNOWN = STYLES | QUOTES | MONOSPACE | DETECTED | NEEDS.keys()
OWNER = {
    "url": "text_link",
    "user": "text_mention",
    "custom_emoji_id": "custom_emoji",
    "unix_time": "date_time",
    "date_time_format": "date_time",
    "language": "pre",
}
LINK_SCHEMES = frozenset({"http", "https", "tg"})


def check_text(text: str, strictness: Strictness, *, longest: int = LONGEST_TEXT) -> None:
    """Refuse a text that is empty, too long, or would be trimmed."""
    if not text.strip():
        raise bad_request("message text is empty")
    if utf16_length(text) > longest:
        raise bad_request("message is too long")
    if strictness.text_edges and text != text.strip():
        raise bad_request("message text starts or ends in white space")


def check_entities(text: str, entities: list[Json], strictness: Strictness) -> None:
    """Refuse entities that do not fit the text or each other."""
    if strictness.entity_count and len(entities) > MOST_ENTITIES:
        raise bad_request(f"more than {MOST_ENTITIES} entities")
    for entity in entities:
        _check_fields(entity)
        _check_place(text, entity, strictness)
    _check_nesting(entities)


def _check_fields(entity: Json) -> None:
    kind = entity["type"]
    if kind not in KNOWN:
        raise _wrong(entity, "unknown type")
    if kind in NEEDS and NEEDS[kind] not in entity:
        raise _wrong(entity, f'"{NEEDS[kind]}" is missing')
    for name, owner in OWNER.items():
        if name in entity and kind != owner:
            raise _wrong(entity, f'"{name}" belongs to {owner} only')
    if kind == "text_link":
        link = urlsplit(entity["url"])
        if link.scheme not in LINK_SCHEMES or not link.netloc:
            raise _wrong(entity, f"unsupported URL {entity['url']!r}")


def _check_place(text: str, entity: Json, strictness: Strictness) -> None:
    offset, length = entity["offset"], entity["length"]
    if length <= 0:
        raise _wrong(entity, "the length must be positive")
    if offset < 0 or offset + length > utf16_length(text):
        raise _wrong(entity, "it ends outside the text")
    try:
        covered = utf16_slice(text, offset, length)
    except UnicodeDecodeError as error:
        raise _wrong(entity, "it splits a surrogate pair") from error
    if strictness.entity_edges and covered != covered.strip():
        raise _wrong(entity, "it starts or ends in white space")


def _check_nesting(entities: list[Json]) -> None:
    """Walk from left to right, the longer first, with the entities still open on a stack."""
    open_entities: list[Json] = []
    for entity in sorted(entities, key=lambda each: (each["offset"], -each["length"], _rank(each))):
        while open_entities and _end(open_entities[-1]) <= entity["offset"]:
            open_entities.pop()
        for outer in open_entities:
            if _end(entity) > _end(outer):
                raise _wrong(entity, f"it overlaps {outer['type']} without lying inside it")
            if not _may_contain(outer["type"], entity["type"]):
                raise _wrong(entity, f"it may not lie inside {outer['type']}")
        open_entities.append(entity)


def _end(entity: Json) -> int:
    return int(entity["offset"] + entity["length"])


def _rank(entity: Json) -> int:
    """Order entities of one and the same range from the outermost kind to the innermost."""
    kind = entity["type"]
    return 0 if kind in QUOTES else 3 if kind in MONOSPACE else 1 if kind in STYLES else 2


def _may_contain(outer: str, inner: str) -> bool:
    if outer in MONOSPACE or outer == inner:
        return False
    if outer in QUOTES:
        return inner not in QUOTES
    if outer in STYLES:
        return inner not in MONOSPACE
    return inner in STYLES


def _wrong(entity: Json, why: str) -> Refusal:
    place = f"{entity['type']} at {entity['offset']}, length {entity['length']}"
    return bad_request(f"can't use the entity ({place}): {why}")
