"""S20: settings that would let somebody in are refused before anything starts.

Each setting by itself: tests/bot/test_settings.py, test_settings_telegram.py, test_secret.py.
"""

from pathlib import Path

import pytest

from tests.bot.calling import call

TOKEN = "700000001:Canary-key_" + "K" * 24
SECRET = "s" * 32


def environment(folder: Path, **changed: str) -> dict[str, str]:
    """Return settings that are in order, but for the ones that are changed."""
    for name, text in (("token", TOKEN), ("secret", SECRET)):
        (folder / name).touch(mode=0o600)
        (folder / name).write_text(text)
    return {
        "QUOTH_HOME": str(folder / "home"),
        "QUOTH_TELEGRAM_TOKEN_FILE": str(folder / "token"),
        "QUOTH_TELEGRAM_API": "http://127.0.0.1:9",
        "QUOTH_TELEGRAM_MODE": "webhook",
        "QUOTH_WEBHOOK_LISTEN": "127.0.0.1:8443",
        "QUOTH_WEBHOOK_URL": "https://bot.example/hook",
        "QUOTH_WEBHOOK_SECRET_FILE": str(folder / "secret"),
        # A file is in its way: a bot that is not refused ends there, and not as it must.
        "QUOTH_DATABASE": str(folder / "token" / "quoth.db"),
        **changed,
    }


def refusal(environ: dict[str, str], home: Path) -> str:
    """Start the bot, which must refuse in one line and leave nothing behind."""
    result = call("telegram", environ=environ)
    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1
    assert TOKEN.rpartition(":")[2] not in result.err
    assert not home.exists()
    return result.err


@pytest.mark.parametrize(
    ("variable", "value", "problem"),
    [
        ("QUOTH_TELEGRAM_TOKEN_FILE", "/nowhere/token", "cannot be read"),
        ("QUOTH_TELEGRAM_API", "http://api.example", "the connection would not be encrypted"),
        ("QUOTH_TELEGRAM_MODE", "push", "no mode 'push'"),
        ("QUOTH_WEBHOOK_LISTEN", "8443", "this is no address to listen on"),
        ("QUOTH_WEBHOOK_URL", "http://bot.example/hook", "the connection would not be encrypted"),
        ("QUOTH_WEBHOOK_SECRET_FILE", "", "the webhook has no secret"),
        ("QUOTH_CHATS", "@everybody", "'@everybody' is not an id"),
        ("QUOTH_CHATS", "1,*", "'*' is not an id"),
        ("QUOTH_ADMINS", "*", "'*' is not an id"),
        ("QUOTH_ADMINS", "-1001", "is a group or a channel"),
        ("QUOTH_ADMINS", "1087968824", "stands for every anonymous group administrator"),
        ("QUOTH_ADMINS", "777000", "is Telegram's own account"),
        ("QUOTH_ADMINS", "136817688", "stands for every channel"),
        ("QUOTH_ADMIN", "42", "there is no such setting: did you mean QUOTH_ADMINS?"),
        ("QUOTH_ALLOW_ALL", "yes", "there is no such setting"),
        ("QUOTH_DATABASE", "postgresql://user:word@host/base", "not supported"),
    ],
)
def test_a_setting_that_is_wrong_is_named_and_nothing_starts(
    tmp_path: Path, variable: str, value: str, problem: str
) -> None:
    line = refusal(environment(tmp_path, **{variable: value}), tmp_path / "home")

    assert line.startswith(f"quoth: {variable}: ")
    assert problem in line
    assert "word" not in line


@pytest.mark.parametrize("name", ["token", "secret"])
@pytest.mark.parametrize("mode", [0o604, 0o640, 0o660, 0o644, 0o666, 0o620, 0o777])
def test_a_secret_that_others_can_read_or_write_is_refused_with_the_remedy(
    tmp_path: Path, name: str, mode: int
) -> None:
    environ = environment(tmp_path)
    (tmp_path / name).chmod(mode)

    line = refusal(environ, tmp_path / "home")

    assert f"{tmp_path / name} has mode {mode:04o}, so others can read it" in line
    assert line.endswith(f"chmod 600 {tmp_path / name}\n")


@pytest.mark.parametrize("secret", ["", "s" * 31, "s" * 257, "s" * 31 + "!", "pass word " * 4])
def test_a_webhook_secret_that_is_short_or_not_telegrams_is_refused(
    tmp_path: Path, secret: str
) -> None:
    environ = environment(tmp_path)
    (tmp_path / "secret").write_text(secret)

    line = refusal(environ, tmp_path / "home")

    assert line.startswith("quoth: QUOTH_WEBHOOK_SECRET_FILE: ")
    assert not secret or secret not in line


@pytest.mark.parametrize("token", ["", "12:short", "700000001 " + "K" * 35, "x" * 46])
def test_what_is_no_token_is_refused_and_not_repeated(tmp_path: Path, token: str) -> None:
    environ = environment(tmp_path)
    (tmp_path / "token").write_text(token)

    line = refusal(environ, tmp_path / "home")

    assert line.startswith("quoth: QUOTH_TELEGRAM_TOKEN_FILE: ")
    assert not token or token not in line


def test_settings_that_are_in_order_are_not_refused(tmp_path: Path) -> None:
    result = call("telegram", environ=environment(tmp_path))

    assert result.err.startswith(f"quoth: {tmp_path}/token/quoth.db: ")


def test_the_command_line_takes_no_token(tmp_path: Path) -> None:
    result = call("telegram", TOKEN, environ=environment(tmp_path))

    assert result.code == 2
    assert "unrecognized arguments" in result.err
    assert not (tmp_path / "home").exists()
