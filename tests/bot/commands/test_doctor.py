"""`quoth doctor`: a line a check, and 1 where one is bad; tests/bot/test_checkup.py has each."""

from pathlib import Path

from bot.home import Home
from tests.bot.calling import call, quoth


def test_a_home_in_order_ends_with_0_and_every_line_is_ok(harbour: Home) -> None:
    result = quoth("doctor", "--home", harbour.path)

    assert (result.code, result.err) == (0, "")
    assert {line[:5] for line in result.lines} == {"ok   "}
    assert len(result.lines) == 7


def test_one_bad_check_ends_with_1_and_is_marked(harbour: Home, tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text("12:short")
    token.chmod(0o600)

    result = call(
        "doctor", "--home", harbour.path, environ={"QUOTH_TELEGRAM_TOKEN_FILE": str(token)}
    )

    assert result.code == 1
    assert [line.split()[1] for line in result.lines if line.startswith("BAD")] == ["token"]
