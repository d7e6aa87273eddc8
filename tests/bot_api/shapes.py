"""Checks that a value has the kind a table asks for, down to the innermost field."""

from collections.abc import Mapping
from dataclasses import dataclass

from .objects import UNIONS
from .refusals import Json, bad_request
from .schema import Field, is_array, item_kind, object_fields
from .text import is_unicode

__all__ = ["Upload", "check_fields", "check_value"]

LARGEST_INTEGER = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a multipart request."""

    filename: str
    content: bytes


def check_fields(values: Json, fields: Mapping[str, Field], where: str) -> None:
    """Refuse unknown, missing and wrongly typed fields; `where` is the path so far."""
    for name in values:
        if name not in fields:
            raise bad_request(f'unknown field "{where}{name}"')
    for field in fields.values():
        if field.name in values:
            check_value(values[field.name], field.kinds, where + field.name)
        elif field.is_required:
            raise bad_request(f'field "{where}{field.name}" is missing')


def check_value(value: object, kinds: tuple[str, ...], where: str) -> None:
    """Refuse a value that has none of the kinds."""
    if isinstance(value, dict) and len(kinds) > 1:
        kinds = (_likeliest(value, kinds, where),)
    if len(kinds) == 1:
        _check_kind(value, kinds[0], where)
    elif not any(_is_plain(value, kind) for kind in kinds):
        raise _wrong(where, kinds)


def _likeliest(value: Json, kinds: tuple[str, ...], where: str) -> str:
    """Choose the object whose required fields are all there: no two of a table share them."""
    for kind in kinds:
        if kind[0].isupper() and kind not in {"Integer", "String", "Boolean", "Float"}:
            required = {field.name for field in object_fields(kind).values() if field.is_required}
            if required <= value.keys():
                return kind
    raise _wrong(where, kinds)


def _check_kind(value: object, kind: str, where: str) -> None:
    if is_array(kind):
        if not isinstance(value, list):
            raise _wrong(where, (kind,))
        for index, item in enumerate(value):
            check_value(item, (item_kind(kind),), f"{where}[{index}]")
    elif kind in {"Integer", "String", "Boolean", "Float", "InputFile"}:
        if not _is_plain(value, kind):
            raise _wrong(where, (kind,))
    elif not isinstance(value, dict):
        raise _wrong(where, (kind,))
    else:
        _check_object(value, kind, where)


def _check_object(value: Json, kind: str, where: str) -> None:
    members = UNIONS.get(kind)
    if members is not None:
        name = str(value.get("type", ""))
        if name not in members:
            raise bad_request(f'"{where}" has the unsupported type "{name}"')
        kind = members[name]
    check_fields(value, object_fields(kind), f"{where}.")


def _is_plain(value: object, kind: str) -> bool:
    if kind == "Integer":
        is_number = isinstance(value, int) and not isinstance(value, bool)
        return is_number and abs(int(str(value))) <= LARGEST_INTEGER
    if kind == "Float":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind == "String":
        return isinstance(value, str) and is_unicode(value)
    if kind == "Boolean":
        return isinstance(value, bool)
    return isinstance(value, Upload)


def _wrong(where: str, kinds: tuple[str, ...]) -> Exception:
    return bad_request(f'"{where}" must be {" or ".join(kinds)}')
