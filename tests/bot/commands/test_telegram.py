"""`quoth telegram`: what is missing is said before anything is started."""

from pathlib import Path

from tests.bot.calling import call, quoth


def test_without_a_token_it_says_where_to_get_one(tmp_path: Path) -> None:
    result = quoth("telegram", "--home", tmp_path / "home")

    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "quoth: QUOTH_TELEGRAM_TOKEN_FILE: there is no bot token: "
        "get one from @BotFather, and name a file that holds it, with mode 600\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_setting_that_cannot_be_used_is_one_line(tmp_path: Path) -> None:
    environ = {"QUOTH_TELEGRAM_MODE": "pigeons"}

    result = call("telegram", "--home", tmp_path, environ=environ)

    assert result.code == 1
    assert result.err == "quoth: QUOTH_TELEGRAM_MODE: no mode 'pigeons': polling or webhook\n"
