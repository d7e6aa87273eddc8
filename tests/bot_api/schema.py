"""A field of a method or an object of the Bot API, and the one-line notation the tables use.

``name!:Kind|Kind`` is a required field, ``name:Kind`` an optional one; ``[Kind]`` is an array.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .methods import METHODS
from .objects import OBJECTS

__all__ = ["Field", "is_array", "item_kind", "method_fields", "object_fields", "parse_fields"]


@dataclass(frozen=True, slots=True)
class Field:
    """A named value with the kinds it may have, ``[Kind]`` for an array."""

    name: str
    kinds: tuple[str, ...]
    is_required: bool


def parse_fields(line: str) -> Mapping[str, Field]:
    """Read the fields of one table line, by name."""
    return {field.name: field for field in map(_parse_field, line.split())}


def _parse_field(word: str) -> Field:
    name, _, kinds = word.partition(":")
    return Field(name.rstrip("!"), tuple(kinds.split("|")), name.endswith("!"))


@cache
def method_fields(method: str) -> Mapping[str, Field]:
    """Return the parameters of a method, by name."""
    return parse_fields(METHODS[method])


@cache
def object_fields(kind: str) -> Mapping[str, Field]:
    """Return the fields of an object, by name."""
    return parse_fields(OBJECTS[kind])


def is_array(kind: str) -> bool:
    """Tell whether a kind is an array of another."""
    return kind.startswith("[")


def item_kind(kind: str) -> str:
    """Return the kind of an array's items."""
    return kind[1:-1]
