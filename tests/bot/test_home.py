"""The folder that holds everything, and what lies where in it."""

from pathlib import Path

from bot.home import Home


def test_everything_lies_below_the_home() -> None:
    home = Home(Path("/h"))

    lies = (home.originals, home.index, home.sources, home.bundled)

    assert lies == (
        Path("/h/originals"),
        Path("/h/index"),
        Path("/h/sources"),
        Home(Path("/h/bundled")),
    )


def test_naming_a_home_makes_no_folder(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")

    assert not home.originals.exists()
    assert list(tmp_path.iterdir()) == []
