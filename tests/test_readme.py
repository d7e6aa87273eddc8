"""What the README shows is what happens."""

import re
from pathlib import Path

import pytest

from tests.readme import README, Block, blocks, run


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reader")


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block.command)
def test_a_command_prints_what_the_readme_says(block: Block, home: Path) -> None:
    assert run(block.command, home) == block.output


def test_every_file_that_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^):]+)\)", README.read_text(encoding="utf-8"))

    missing = [link for link in links if not (README.parent / link).exists()]

    assert links
    assert missing == []
