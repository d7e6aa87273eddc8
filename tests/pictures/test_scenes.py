"""What the bot does today is what the pictures show."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.bot_api.wire import Body

from .playing import FOLDER, PAGE, Theatre, page
from .said import Said
from .scenes import SCENES, Scene
from .stage import Stage


@pytest.fixture(scope="module")
def theatre() -> Iterator[Theatre]:
    with TemporaryDirectory() as folder:
        yield Theatre(Path(folder))


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_picture_shows_what_the_bot_says_now(theatre: Theatre, scene: Scene) -> None:
    stored = (FOLDER / f"{scene.name}.svg").read_text(encoding="utf-8")

    assert await theatre.draw(scene) == stored, "python -m tests.pictures draws it anew"


def test_the_page_shows_every_scene_and_no_picture_is_left_over() -> None:
    stored = PAGE.read_text(encoding="utf-8")
    pictures = sorted(file.stem for file in FOLDER.glob("*.svg"))

    assert stored == page(SCENES)
    assert pictures == sorted(scene.name for scene in SCENES)


async def test_a_scene_in_which_the_server_refuses_something_is_not_drawn(theatre: Theatre) -> None:
    async def play(stage: Stage) -> list[Said]:
        await stage.server.respond("not the token", "getMe", Body())
        return [Said("Nothing.")]

    with pytest.raises(AssertionError, match="Not Found"):
        await theatre.draw(Scene("wrong", "Wrong", "It goes wrong.", play))


def test_no_two_scenes_have_a_name_or_a_heading_in_common() -> None:
    names, headings = ({each.name for each in SCENES}, {each.heading for each in SCENES})

    assert len(names) == len(headings) == len(SCENES)
