"""The tables, and every object given out, agree with the published description of the API."""

import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from telegram import Bot

from . import BotApi
from .dispatch import HANDLERS, WEBHOOK_HANDLERS
from .methods import METHODS
from .objects import OBJECTS, UNIONS
from .refusals import Json
from .schema import method_fields, object_fields
from .stories import tell_everything
from .updates import UPDATE_KINDS

PUBLISHED = Path(__file__).parents[3] / "shared" / "data" / "telegram_bot_api" / "api-10.0.json.gz"
PLAIN: Mapping[str, set[type]] = {
    "Integer": {int},
    "String": {str},
    "Boolean": {bool},
    "Float": {int, float},
}


@pytest.fixture(scope="module")
def published() -> Json:
    """The published description, where it is at hand."""
    if not PUBLISHED.exists():
        pytest.skip("the published description of the API is not beside the repository")
    description: Json = json.loads(gzip.decompress(PUBLISHED.read_bytes()))
    return description


def as_bracketed(kind: str) -> str:
    """Write ``Array of X`` as ``[X]``."""
    found = re.fullmatch("Array of (.*)", kind)
    return f"[{as_bracketed(found[1])}]" if found else kind


def fields_of(entry: Json) -> dict[str, tuple[frozenset[str], bool]]:
    return {
        field["name"]: (frozenset(map(as_bracketed, field["types"])), field["required"])
        for field in entry.get("fields", [])
    }


@pytest.mark.parametrize("method", METHODS)
def test_a_methods_parameters_are_the_published_ones(published: Json, method: str) -> None:
    ours = {
        name: (frozenset(field.kinds), field.is_required)
        for name, field in method_fields(method).items()
    }

    assert ours == fields_of(published["methods"][method])


@pytest.mark.parametrize("kind", OBJECTS)
def test_an_objects_fields_are_the_published_ones(published: Json, kind: str) -> None:
    ours = {
        name: (frozenset(field.kinds), field.is_required)
        for name, field in object_fields(kind).items()
    }

    assert ours == fields_of(published["types"][kind])


def test_a_union_has_only_published_members(published: Json) -> None:
    for kind, members in UNIONS.items():
        assert set(members.values()) <= set(published["types"][kind]["subtypes"])


def test_the_kinds_of_update_are_the_published_ones(published: Json) -> None:
    assert fields_of(published["types"]["Update"]).keys() - {"update_id"} == UPDATE_KINDS


def test_every_kind_a_table_names_has_a_table() -> None:
    lines = "\n".join((*METHODS.values(), *OBJECTS.values()))
    named = set(re.findall(r"[A-Z][A-Za-z]+", lines))

    assert named - {*PLAIN, "InputFile"} == OBJECTS.keys() - inner_members() | UNIONS.keys()


def inner_members() -> set[str]:
    """Return the objects only a union names."""
    return {member for members in UNIONS.values() for member in members.values()}


def test_every_method_is_carried_out_by_something() -> None:
    elsewhere = {"getUpdates", "logOut", "close"}

    assert METHODS.keys() == HANDLERS.keys() | WEBHOOK_HANDLERS.keys() | elsewhere


async def test_every_object_given_out_is_as_published(published: Json, server: BotApi) -> None:
    async with Bot(server.token, base_url=server.url + "/bot") as bot:
        await tell_everything(server, bot)

    assert server.refused == []
    assert {call.method for call in server.calls} == METHODS.keys() - {"logOut", "close"}
    checker = Checker(published["types"])
    for queued in server.world.updates.pending.values():
        checker.check(queued.update, ["Update"], "Update")
    for call in server.calls:
        result = json.loads(call.reply.body)["result"]
        checker.check(result, published["methods"][call.method]["returns"], call.method)
    assert checker.wrong == []


class Checker:
    """Collects what an object has and should not, or lacks and should have."""

    def __init__(self, types: Json) -> None:
        self.types = types
        self.wrong: list[str] = []

    def check(self, value: object, kinds: list[str], where: str) -> None:
        if not any(self._fits(value, kind, where) for kind in kinds):
            self.wrong.append(f"{where} is none of {kinds}: {value!r}")

    def _fits(self, value: object, kind: str, where: str) -> bool:
        if kind in PLAIN:
            return type(value) in PLAIN[kind]
        if kind.startswith("Array of "):
            item = kind.removeprefix("Array of ")
            if isinstance(value, list):
                for index, each in enumerate(value):
                    self.check(each, [item], f"{where}[{index}]")
            return isinstance(value, list)
        if not isinstance(value, dict):
            return False
        subtypes = self.types[kind].get("subtypes")
        if subtypes:
            return any(self._complaints(value, each) == [] for each in subtypes)
        self.wrong += [f"{where}: {each}" for each in self._complaints(value, kind)]
        return True

    def _complaints(self, value: Json, kind: str) -> list[str]:
        fields = {field["name"]: field for field in self.types[kind].get("fields", [])}
        inner = Checker(self.types)
        for name, given in value.items():
            if name in fields:
                inner.check(given, fields[name]["types"], f"{kind}.{name}")
        missing = [
            f"{kind}.{name} is missing"
            for name, field in fields.items()
            if field["required"] and name not in value
        ]
        unknown = [f"{kind}.{name} is unknown" for name in value if name not in fields]
        return inner.wrong + missing + unknown
