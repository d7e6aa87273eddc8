import re

from bot.settings import VARIABLES, read_settings
from tests.deploy.folder import DEPLOY

TEXT = (DEPLOY / "env.example").read_text()
LINES = re.findall(r"^# (.+)\n#(QUOTH_[A-Z_]+)=(.*)$", TEXT, re.MULTILINE)
SET_BY = re.compile(r"(QUOTH_[A-Z_]+)[=:]")


def test_it_names_every_setting_once_in_the_order_of_the_settings() -> None:
    assert [name for _, name, _ in LINES] == list(VARIABLES)


def test_it_sets_nothing_before_it_is_edited() -> None:
    assert [line for line in TEXT.splitlines() if line and not line.startswith("#")] == []


def test_it_holds_only_comments_and_settings() -> None:
    # Two lines of heading; then for each setting an empty line, its comment and itself.
    assert len(TEXT.splitlines()) == 2 + 3 * len(VARIABLES)


def test_each_example_is_a_value_that_the_setting_takes() -> None:
    settings = read_settings({name: value for _, name, value in LINES})

    assert settings.chats == "*"
    assert settings.telegram_mode == "polling"


def test_it_holds_no_token() -> None:
    assert [value for _, name, value in LINES if name == "QUOTH_TELEGRAM_TOKEN"] == [""]


def test_no_file_of_the_folder_sets_a_variable_that_is_no_setting() -> None:
    files = ["quoth.service", "compose.yaml", "Dockerfile", "README.md"]
    given = {name for file in files for name in SET_BY.findall((DEPLOY / file).read_text())}

    assert given == {"QUOTH_HOME", "QUOTH_TELEGRAM_TOKEN_FILE"}
