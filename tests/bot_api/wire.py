"""Turns the body of a request, in any of its three encodings, into checked parameters."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .refusals import Json, bad_request
from .schema import Field, method_fields
from .shapes import Upload, check_fields

__all__ = ["Body", "read_parameters"]

INTEGER = re.compile(r"-?[0-9]{1,20}")


@dataclass(frozen=True, slots=True)
class Body:
    """What a request carried: form or query values and files, or a JSON body."""

    values: Mapping[str, list[bytes]] = field(default_factory=dict)
    files: Mapping[str, Upload] = field(default_factory=dict)
    json: bytes | None = None


def read_parameters(method: str, body: Body) -> Json:
    """Decode and check the parameters of a known method."""
    fields = method_fields(method)
    parameters = _from_form(body.values, fields)
    if body.json is not None:
        parameters |= _from_json(body.json)
    for name, upload in body.files.items():
        parameters[name] = upload
    check_fields(parameters, fields, "")
    return parameters


def _from_json(body: bytes) -> Json:
    try:
        parameters = json.loads(body)
    except ValueError as error:
        raise bad_request("can't parse the JSON body") from error
    if not isinstance(parameters, dict):
        raise bad_request("the JSON body must be an object")
    return parameters


def _from_form(values: Mapping[str, list[bytes]], fields: Mapping[str, Field]) -> Json:
    parameters: Json = {}
    for name, given in values.items():
        if name not in fields:
            raise bad_request(f'unknown field "{name}"')
        if len(given) != 1:
            raise bad_request(f'field "{name}" is given more than once')
        parameters[name] = _decode(_as_text(name, given[0]), fields[name])
    return parameters


def _as_text(name: str, raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error


def _decode(text: str, field: Field) -> object:
    """Read a form value as JSON unless its field takes the characters as they are."""
    if "String" in field.kinds:
        is_number = "Integer" in field.kinds and INTEGER.fullmatch(text)
        return int(text) if is_number else text
    try:
        return json.loads(text)
    except ValueError as error:
        raise bad_request(f'can\'t parse "{field.name}" as JSON') from error
