"""What the bot says about itself keeps to its limits and reads back as it was set."""

import pytest

from . import BotApi, Person
from .conftest import Client
from .refusals import Json


def command(name: str, description: str = "do it") -> Json:
    return {"command": name, "description": description}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            [command(f"c{each}") for each in range(101)],
            [command(f"c{each}") for each in range(100)],
        ),
        ([command("Ask")], [command("ask_2")]),
        ([command("/ask")], [command("ask")]),
        ([command("a" * 33)], [command("a" * 32)]),
        ([command("")], [command("a")]),
        ([command("a", "")], [command("a", "b")]),
        ([command("a", "b" * 257)], [command("a", "b" * 256)]),
        ([command("a"), command("a")], [command("a"), command("b")]),
    ],
)
async def test_commands_keep_to_their_limits_and_read_back(
    ask: Client, wrong: list[Json], right: list[Json]
) -> None:
    await ask.refusal("setMyCommands", commands=wrong)
    await ask.result("setMyCommands", commands=right)

    assert await ask.result("getMyCommands") == right


async def test_commands_are_kept_by_scope_and_language(ask: Client, ada: Person) -> None:
    scope = {"type": "chat", "chat_id": ada.user_id}
    await ask.result("setMyCommands", commands=[command("ask")])
    await ask.result("setMyCommands", commands=[command("frage")], language_code="de")
    await ask.result("setMyCommands", commands=[command("own")], scope=scope)

    await ask.result("deleteMyCommands", language_code="de")

    assert await ask.result("getMyCommands", scope={"type": "default"}) == [command("ask")]
    assert await ask.result("getMyCommands", language_code="de") == []
    assert await ask.result("getMyCommands", scope=scope) == [command("own")]
    assert "language" in await ask.refusal("getMyCommands", language_code="deu")
    assert "chat" in await ask.refusal("getMyCommands", scope={"type": "chat", "chat_id": 5})


@pytest.mark.parametrize(
    ("suffix", "name", "longest"),
    [
        ("Name", "name", 64),
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
    ],
)
async def test_texts_about_the_bot_keep_to_their_limits_and_read_back(
    ask: Client, suffix: str, name: str, longest: int
) -> None:
    unset = await ask.result(f"getMy{suffix}")

    await ask.refusal(f"setMy{suffix}", **{name: "a" * (longest + 1)})
    await ask.result(f"setMy{suffix}", **{name: "a" * longest})
    await ask.result(f"setMy{suffix}", **{name: "b"}, language_code="de")

    assert await ask.result(f"getMy{suffix}", language_code="en") == {name: "a" * longest}
    assert await ask.result(f"getMy{suffix}", language_code="de") == {name: "b"}
    await ask.result(f"setMy{suffix}", **{name: ""})
    assert await ask.result(f"getMy{suffix}") == unset


async def test_a_menu_button_is_for_private_chats(server: BotApi, ask: Client, ada: Person) -> None:
    group = server.world.group("Room")
    button = {"type": "commands"}

    await ask.refusal("setChatMenuButton", chat_id=group.chat_id, menu_button=button)
    await ask.result("setChatMenuButton", chat_id=ada.user_id, menu_button=button)
    await ask.result("setChatMenuButton")

    assert server.world.profile.menu_buttons == {ada.user_id: button, None: {"type": "default"}}


async def test_members_and_administrators_are_as_the_people_made_them(
    server: BotApi, ask: Client, ada: Person
) -> None:
    group = server.world.group("Room")
    ada.becomes(group, "creator")
    ada.adds_bot(group, status="administrator")

    async def administrators(*, return_bots: bool) -> list[str]:
        found = await ask.result(
            "getChatAdministrators", chat_id=group.chat_id, return_bots=return_bots
        )
        return [member["user"]["first_name"] for member in found]

    assert await administrators(return_bots=False) == ["Ada"]
    assert await administrators(return_bots=True) == ["Quoth", "Ada"]
    member = await ask.result("getChatMember", chat_id=group.chat_id, user_id=ada.user_id)
    assert member["status"] == "creator"
    assert "user_id" in await ask.refusal("getChatMember", chat_id=group.chat_id, user_id=5)
    assert "private" in await ask.refusal("getChatAdministrators", chat_id=ada.user_id)


async def test_a_chat_the_bot_left_is_closed_to_it(
    server: BotApi, ask: Client, ada: Person
) -> None:
    group = server.world.group("Room")

    await ask.refusal("leaveChat", chat_id=ada.user_id)
    await ask.result("leaveChat", chat_id=group.chat_id)

    body = await ask("getChat", chat_id=group.chat_id)
    assert body["description"] == "Forbidden: bot is not a member of the group chat"


async def test_a_file_up_to_20_megabytes_can_be_fetched(
    server: BotApi, ask: Client, ada: Person
) -> None:
    limit = 20 * 1024 * 1024
    small = ada.sends_document("a.txt", b"some bytes", size=limit).payload["document"]
    large = ada.sends_document("b.txt", b"", size=limit + 1).payload["document"]

    described = await ask.result("getFile", file_id=small["file_id"])
    address = f"{server.url}/file/bot{server.token}/{described['file_path']}"

    assert (await ask.http.get(address)).content == b"some bytes"
    assert (await ask.http.get(address + "x")).status_code == 404
    assert await ask.refusal("getFile", file_id=large["file_id"]) == "file is too big"
    assert await ask.refusal("getFile", file_id="none") == "invalid file_id"
