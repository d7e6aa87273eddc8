import os
from pathlib import Path

import pytest

from bot.secret import Secret
from bot.settings import TelegramSettings, Webhook, read_settings
from tests.bot.test_settings import TOKEN, refusal

SECRET = "s" * 32


def write(path: Path, text: str) -> str:
    path.touch(mode=0o600)
    path.write_text(text)
    return str(path)


@pytest.fixture
def webhook(tmp_path: Path) -> dict[str, str]:
    """A complete and valid environment for receiving by webhook."""
    return {
        "QUOTH_TELEGRAM_TOKEN": TOKEN,
        "QUOTH_TELEGRAM_MODE": "webhook",
        "QUOTH_WEBHOOK_LISTEN": "127.0.0.1:8443",
        "QUOTH_WEBHOOK_URL": "https://bot.example/hook",
        "QUOTH_WEBHOOK_SECRET_FILE": write(tmp_path / "secret", SECRET),
    }


def test_a_token_is_missed_only_when_telegram_is_asked_for() -> None:
    line = refusal({})

    assert line.startswith("QUOTH_TELEGRAM_TOKEN_FILE: there is no bot token: get one")


def test_the_token_file_wins_over_the_variable(tmp_path: Path) -> None:
    path = write(tmp_path / "token", f"{TOKEN}\n")

    telegram = read_settings(
        {"QUOTH_TELEGRAM_TOKEN": TOKEN[::-1], "QUOTH_TELEGRAM_TOKEN_FILE": path}
    ).telegram()

    assert telegram == TelegramSettings(Secret(TOKEN), "https://api.telegram.org", webhook=None)


def test_a_token_file_that_others_read_is_refused_though_the_variable_is_good(
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "token", TOKEN)
    os.chmod(path, 0o644)  # noqa: PTH101 - the path is text here

    line = refusal({"QUOTH_TELEGRAM_TOKEN": TOKEN, "QUOTH_TELEGRAM_TOKEN_FILE": path})

    assert line.endswith(f"mode 0644, so others can read it: chmod 600 {path}")


@pytest.mark.parametrize("wrong", [TOKEN[:30], TOKEN[10:], f"x{TOKEN}", f"{TOKEN} {TOKEN}"])
def test_a_malformed_token_is_refused_and_not_repeated(tmp_path: Path, wrong: str) -> None:
    path = write(tmp_path / "token", wrong)

    lines = [
        refusal({"QUOTH_TELEGRAM_TOKEN": wrong}),
        refusal({"QUOTH_TELEGRAM_TOKEN_FILE": path}),
    ]

    assert [line.split(": ")[1] for line in lines] == ["this is not a bot token"] * 2
    assert not [line for line in lines if wrong in line]


def test_secrets_never_print(webhook: dict[str, str]) -> None:
    settings = read_settings(webhook)

    printed = f"{settings!r} {settings} {settings.model_dump()} {settings.telegram()!r}"

    assert "***" in printed
    assert TOKEN not in printed
    assert SECRET not in printed


def test_a_complete_webhook_is_read(webhook: dict[str, str]) -> None:
    telegram = read_settings(webhook).telegram()

    assert telegram.webhook == Webhook(
        host="127.0.0.1", port=8443, url="https://bot.example/hook", secret=Secret(SECRET)
    )


def test_polling_looks_at_no_webhook_setting() -> None:
    environ = {"QUOTH_TELEGRAM_TOKEN": TOKEN, "QUOTH_WEBHOOK_URL": "nonsense"}

    assert read_settings(environ).telegram().webhook is None


@pytest.mark.parametrize("name", ["LISTEN", "URL", "SECRET_FILE"])
def test_a_webhook_needs_each_of_its_settings(webhook: dict[str, str], name: str) -> None:
    del webhook[f"QUOTH_WEBHOOK_{name}"]

    assert refusal(webhook).startswith(f"QUOTH_WEBHOOK_{name}: ")


@pytest.mark.parametrize(
    "secret", ["s" * 31, "s" * 257, "s" * 31 + ".", "s" * 16 + " " + "s" * 16, "s" * 31 + "é"]
)
def test_a_weak_or_unrepeatable_webhook_secret_is_refused(
    webhook: dict[str, str], tmp_path: Path, secret: str
) -> None:
    webhook["QUOTH_WEBHOOK_SECRET_FILE"] = write(tmp_path / "weak", secret)

    line = refusal(webhook)

    assert line.startswith("QUOTH_WEBHOOK_SECRET_FILE: ")
    assert secret not in line


def test_limits_are_kept_and_the_backlog_is_bounded_unless_told_otherwise() -> None:
    token = {"QUOTH_TELEGRAM_TOKEN": TOKEN}
    other = {"QUOTH_TELEGRAM_LIMITS": "off", "QUOTH_TELEGRAM_BACKLOG": "50"}

    usual, told = read_settings(token).telegram(), read_settings(token | other).telegram()

    assert (usual.has_limits, usual.most_open) == (True, 10_000)
    assert (told.has_limits, told.most_open) == (False, 50)


@pytest.mark.parametrize(
    ("variable", "value", "line"),
    [
        ("LIMITS", "no", "no limits 'no': on or off"),
        ("BACKLOG", "0", "'0' is not a number of updates: give one, such as 10000"),
        ("BACKLOG", "many", "'many' is not a number of updates: give one, such as 10000"),
    ],
)
def test_limits_that_make_no_sense_are_refused(variable: str, value: str, line: str) -> None:
    name = f"QUOTH_TELEGRAM_{variable}"

    assert refusal({"QUOTH_TELEGRAM_TOKEN": TOKEN, name: value}) == f"{name}: {line}"
