"""A server, a person, and a plain client that asks it for anything, right or wrong."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from . import BotApi, Person
from .refusals import Json


class Client:
    """Calls methods by form, as a bot does, and gives back the body of the answer."""

    def __init__(self, server: BotApi, http: httpx.AsyncClient) -> None:
        self.server = server
        self.http = http

    async def __call__(self, method: str, **parameters: object) -> Json:
        form = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in parameters.items()
        }
        answer = await self.http.post(
            f"{self.server.url}/bot{self.server.token}/{method}", data=form
        )
        body: Json = answer.json()
        assert answer.status_code == body.get("error_code", 200)
        return body

    async def result(self, method: str, **parameters: object) -> Any:
        """Return the result of a call that must succeed."""
        body = await self(method, **parameters)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **parameters: object) -> str:
        """Return the description of the refusal of a call that must be refused as wrong."""
        body = await self(method, **parameters)
        assert not body["ok"], body
        assert body["error_code"] == 400, body
        assert self.server.refused[-1].method == method
        assert self.server.refused[-1].refusal is not None
        assert self.server.refused[-1].refusal.description == body["description"]
        return str(body["description"]).removeprefix("Bad Request: ")


@pytest.fixture
async def server() -> AsyncIterator[BotApi]:
    async with BotApi() as running:
        yield running


@pytest.fixture
async def ask(server: BotApi) -> AsyncIterator[Client]:
    async with httpx.AsyncClient(trust_env=False) as http:
        yield Client(server, http)


@pytest.fixture
def ada(server: BotApi) -> Person:
    person = server.world.person("Ada", username="ada_l")
    person.starts()
    return person
