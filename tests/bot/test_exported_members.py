"""What the modules offer, and what importing the three packages costs."""

import importlib
import pkgutil
import subprocess
import sys

import pytest

import bot
from tests.bot.calling import environment

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(bot.__path__, "bot.")
    if not module.ispkg and module.name != "bot.__main__"
)
FOREIGN = {"telegram", "sklearn", "numpy", "scipy", "pydantic", "rich", "prompt_toolkit"}


def loaded_by(code: str) -> set[str]:
    """Return the modules that some code adds to those of a bare start."""
    whole = f"import sys; bare = set(sys.modules); {code}; print(*(set(sys.modules) - bare))"
    run = subprocess.run(
        [sys.executable, "-c", whole],
        capture_output=True, text=True, check=True, env=environment(),
    )  # fmt: skip
    return set(run.stdout.split())


def test_the_package_offers_its_version() -> None:
    assert bot.__all__ == ["__version__"]
    assert all(part.isdecimal() for part in bot.__version__.split("."))


@pytest.mark.parametrize("name", MODULES)
def test_every_offered_name_exists_once(name: str) -> None:
    module = importlib.import_module(name)

    offered = list(module.__all__)

    assert len(set(offered)) == len(offered)
    assert [member for member in offered if not hasattr(module, member)] == []


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_in_its_first_line_what_it_is(name: str) -> None:
    doc = importlib.import_module(name).__doc__ or ""

    assert doc.splitlines()[0].endswith(".")


def test_importing_the_packages_loads_no_large_library() -> None:
    loaded = loaded_by("import bot, retrieval, corpus")

    assert not loaded & FOREIGN


def test_the_command_line_loads_no_large_library_before_it_knows_the_command() -> None:
    loaded = loaded_by("import bot.command_line as c; c._parser()")

    assert not loaded & (FOREIGN | {"json", "bot.wiring", "bot.settings"})
