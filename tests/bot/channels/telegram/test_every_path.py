"""Every command, button, inline, settings and other path, by polling and by webhook.

Each path of the tables is followed on a strict server, which refuses whatever Telegram would; each
has to get exactly the calls that its row names.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.channels.telegram.api.menu import GROUP, PRIVATE
from bot.channels.telegram.api.receiving import KINDS
from bot.channels.telegram.deciding.librarian import COMMANDS as LIBRARY
from bot.channels.telegram.looks.buttons import ACTIONS
from bot.conversation import COMMANDS
from bot.exporting.forms import FORMS
from bot.feedback import VERDICTS
from bot.home import Home
from bot.keeping import KEEPING_COMMANDS
from bot.phrases.menu import ADMINISTRATION
from tests.bot.calling import ROOT
from tests.bot.channels.telegram.mill import make_mill
from tests.bot.channels.telegram.paths import EDIT, MESSAGE, Stage, followed
from tests.bot.channels.telegram.paths import Path as Step
from tests.bot.channels.telegram.paths_around import AROUND
from tests.bot.channels.telegram.paths_inline import INLINE
from tests.bot.channels.telegram.paths_pressed import PRESSED
from tests.bot.channels.telegram.paths_typed import TYPED, typing
from tests.bot.channels.telegram.process import polling, webhook
from tests.bot.channels.telegram.whole import whole
from tests.bot_api import BotApi
from tests.bot_api.methods import METHODS

Environment = Callable[[BotApi, Path, Path], dict[str, str]]

PATHS = (*TYPED, *PRESSED, *INLINE, *AROUND)
# Methods of the Bot API in the source, and those whose names it puts together.
METHOD = re.compile(r'"((?:get|set|send|edit|delete|answer|leave)[A-Z]\w+)"')
PUT_TOGETHER = {
    *("getMyDescription", "setMyDescription"),
    *("getMyShortDescription", "setMyShortDescription"),
}
# One way of receiving does without the methods of the other.
OF_POLLING, OF_WEBHOOK = {"getUpdates", "deleteWebhook"}, {"setWebhook"}
# Asked for after 45 idle seconds.
OF_IDLE = {"getMe"}


def methods_of_the_bot() -> set[str]:
    """Return the methods of the Bot API that the source names."""
    sources = (ROOT / "bot" / "channels" / "telegram").glob("*.py")
    found = {name for path in sources for name in METHOD.findall(path.read_text())}
    return found | PUT_TOGETHER


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return make_mill(tmp_path_factory.mktemp("mill"))


@pytest.mark.parametrize("environment", [polling, webhook])
async def test_every_path_gets_what_it_should_and_no_call_is_refused(
    server: BotApi, mill: Home, tmp_path: Path, environment: Environment
) -> None:
    owner = server.world.person("Ola")
    shutil.copytree(mill.path, tmp_path / "home")
    environ = environment(server, tmp_path / "home", tmp_path)
    rights = {"QUOTH_ADMINS": f"{owner.user_id}", "QUOTH_GAPS": "on"}

    async with whole(server, environ | rights) as bot:
        owner.says("/help")
        await owner.chat.until(1, timeout=20)
        await bot.until_idle()
        wrong = await followed(Stage(bot, owner), PATHS)
        administrators = set(bot.desk._administration.commands)

    assert "\n".join(f"{name}: {problem}" for name, problem in wrong.items()) == ""
    assert [(call.method, call.refusal) for call in server.refused] == []
    assert server.faults == []
    called = {call.method for call in server.calls}
    other = OF_WEBHOOK if environment is polling else OF_POLLING
    assert methods_of_the_bot() - other <= called | OF_IDLE
    assert {f"/{name} by an administrator" for name in administrators} <= starts()


async def test_a_path_that_gets_more_less_or_something_else_is_told_of(
    server: BotApi, mill: Home, tmp_path: Path
) -> None:
    owner = server.world.person("Ola")
    paths = [
        Step("as it should", typing("/help"), (MESSAGE,), "/timeline TOPIC"),
        Step("more", typing("/help"), ()),
        Step("less", typing("/help"), (MESSAGE, MESSAGE)),
        Step("another call", typing("/help"), (EDIT,)),
        Step("other words", typing("/help"), (MESSAGE,), "zither"),
    ]

    async with whole(server, polling(server, mill.path, tmp_path)) as bot:
        owner.says("/help")
        await owner.chat.until(1, timeout=20)
        wrong = await followed(Stage(bot, owner), paths)

    assert list(wrong) == ["more", "less", "another call", "other words"]


def starts() -> set[str]:
    """Return what the names of the paths begin with."""
    return {path.name.partition(separator)[0] for path in PATHS for separator in (":", ",")}


def test_the_server_has_a_table_for_every_method_that_the_bot_calls() -> None:
    assert methods_of_the_bot() <= METHODS.keys()


def test_the_paths_have_names_of_their_own() -> None:
    names = [path.name for path in PATHS]

    assert sorted(set(names)) == sorted(names)


def test_every_command_has_a_path() -> None:
    private = {f"/{name}" for name in (*COMMANDS, *KEEPING_COMMANDS, *PRIVATE, "start")}
    group = {f"/{name} in a group" for name in GROUP}
    managing = {*ADMINISTRATION, *(name.removeprefix("/") for name in LIBRARY)}
    administrators = {f"/{name} by an administrator" for name in managing}
    others = {f"/{name} by others" for name in managing}

    assert private | group | administrators | others <= starts()


def test_every_form_and_every_verdict_has_a_path() -> None:
    assert {f"/export {form}" for form in FORMS} <= starts()
    assert {f"/feedback {verdict}" for verdict in VERDICTS} <= starts()


def test_every_button_has_a_path() -> None:
    assert {f"button {action}" for action in ACTIONS} <= starts()


def test_every_kind_of_update_has_a_path() -> None:
    assert set(KINDS) <= starts()
