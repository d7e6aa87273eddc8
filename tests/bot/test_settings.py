import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.errors import SettingsError
from bot.settings import VARIABLES, Settings, read_settings

TOKEN = "123456789:" + "Aa0_-" * 7  # 35 characters after the colon
IDS = st.integers(min_value=1, max_value=10**13)


def refusal(environ: dict[str, str]) -> str:
    """The line that refuses an environment, at the reading or when Telegram is asked for."""
    with pytest.raises(SettingsError) as caught:
        read_settings(environ).telegram()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_an_empty_environment_needs_nothing_and_lets_nobody_ask() -> None:
    settings = read_settings({})

    assert settings == Settings.model_construct(
        home=settings.home,
        telegram_api="https://api.telegram.org",
        telegram_mode="polling",
        chats=frozenset(),
        admins=frozenset(),
    )
    assert settings.home.name == "quoth"
    assert settings.database_file == settings.home / "quoth.db"


def test_only_the_given_environment_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTH_HOME", "/elsewhere")
    monkeypatch.setenv("home", "/elsewhere")

    assert read_settings({"QUOTH_HOME": "/data"}).home == Path("/data")
    assert read_settings({}).home != Path("/elsewhere")


def test_empty_variables_count_as_unset() -> None:
    assert read_settings(dict.fromkeys(VARIABLES, " ")) == read_settings({})


def test_the_variables_are_the_contract() -> None:
    assert set(VARIABLES) == {
        "QUOTH_HOME",
        "QUOTH_TELEGRAM_TOKEN_FILE",
        "QUOTH_TELEGRAM_TOKEN",
        "QUOTH_TELEGRAM_API",
        "QUOTH_TELEGRAM_MODE",
        "QUOTH_TELEGRAM_LIMITS",
        "QUOTH_TELEGRAM_BACKLOG",
        "QUOTH_TELEGRAM_CHAT_BACKLOG",
        "QUOTH_WEBHOOK_LISTEN",
        "QUOTH_WEBHOOK_URL",
        "QUOTH_WEBHOOK_SECRET_FILE",
        "QUOTH_CHATS",
        "QUOTH_ADMINS",
        "QUOTH_QUESTIONS_PER_MINUTE",
        "QUOTH_QUESTIONS_PER_DAY",
        "QUOTH_QUESTIONS_OVERALL",
        "QUOTH_DATABASE",
        "QUOTH_RETENTION_DAYS",
        "QUOTH_GAPS",
        "QUOTH_INDEX",
    }


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        ("QUOTH_TELEGRAM_TOKN", "QUOTH_TELEGRAM_TOKEN"),
        ("QUOTH_TOKEN_FILE", "QUOTH_TELEGRAM_TOKEN_FILE"),
        ("QUOTH_CHAT", "QUOTH_CHATS"),
        ("quoth_home", "QUOTH_HOME"),
    ],
)
def test_a_misspelt_variable_is_refused_with_the_nearest_name(typo: str, meant: str) -> None:
    line = refusal({typo: TOKEN})

    assert line == f"{typo}: there is no such setting: did you mean {meant}?"


@given(st.text(st.characters(categories=["Lu", "Nd"], include_characters="_"), max_size=30))
def test_every_unknown_variable_is_refused(rest: str) -> None:
    name = f"QUOTH_{rest}"
    if name not in VARIABLES:
        assert refusal({name: "x"}).startswith(f"{name}: there is no such setting")


def test_variables_of_others_are_nobodys_business() -> None:
    assert read_settings({"PATH": "/bin", "QUOTHE": "x", "HOME": "/root"}) == read_settings({})


def test_a_home_may_start_with_a_tilde() -> None:
    assert read_settings({"QUOTH_HOME": "~/quoth"}).home == Path.home() / "quoth"


@given(st.lists(IDS | IDS.map(lambda number: -number), min_size=1), st.sampled_from([",", " , "]))
def test_chats_are_read_back_whatever_the_spaces_and_repeats(ids: list[int], comma: str) -> None:
    environ = {"QUOTH_CHATS": comma.join(map(str, ids + ids))}

    assert read_settings(environ).chats == frozenset(ids)


def test_a_star_opens_to_every_chat() -> None:
    assert read_settings({"QUOTH_CHATS": " * "}).chats == "*"


@pytest.mark.parametrize("text", ["1,*", "1,,2", "@name", "1.0", "0", "+5", "1_000", "１２", "1;2"])
def test_what_is_not_an_id_is_refused(text: str) -> None:
    assert "QUOTH_CHATS: " in refusal({"QUOTH_CHATS": text})
    assert "QUOTH_ADMINS: " in refusal({"QUOTH_ADMINS": text})


def test_admins_are_people() -> None:
    assert read_settings({"QUOTH_ADMINS": "42, 7,42"}).admins == {7, 42}


@pytest.mark.parametrize(
    ("admin", "reason"),
    [
        ("-1001234", "is a group or a channel"),
        ("1087968824", "stands for every anonymous group administrator"),
        ("777000", "is Telegram's own account, which forwards channel posts"),
        ("136817688", "stands for every channel that writes in a group"),
    ],
)
def test_an_id_that_is_not_one_person_cannot_administer(admin: str, reason: str) -> None:
    line = refusal({"QUOTH_ADMINS": f"42,{admin}"})

    assert line == f"QUOTH_ADMINS: {admin} {reason}: give the ids of people"


def test_the_database_may_be_another_sqlite_file() -> None:
    assert read_settings({"QUOTH_DATABASE": "/var/x.db"}).database_file == Path("/var/x.db")


@pytest.mark.parametrize(
    ("variable", "value", "line"),
    [
        ("DATABASE", "postgresql://u:pw@h/d", "PostgreSQL is not supported yet: leave"),
        ("DATABASE", "mysql://u:pw@h/d", "not a file: give the path of a SQLite file"),
        ("INDEX", "milvus", "only the files in the home are supported yet: leave"),
    ],
)
def test_stores_that_do_not_exist_yet_are_refused(variable: str, value: str, line: str) -> None:
    refused = refusal({f"QUOTH_{variable}": value})

    assert refused.startswith(f"QUOTH_{variable}: {line}")
    assert "pw" not in refused


def test_an_unknown_mode_is_refused() -> None:
    line = refusal({"QUOTH_TELEGRAM_MODE": "Webhook"})

    assert line == "QUOTH_TELEGRAM_MODE: no mode 'Webhook': polling or webhook"


def test_settings_cannot_be_changed() -> None:
    settings = read_settings({})

    with pytest.raises(ValidationError):
        settings.home = Path("/elsewhere")


def test_importing_the_bot_reads_no_settings_and_loads_no_pydantic() -> None:
    code = "import bot, bot.errors, bot.secret, sys; print('pydantic' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


def test_a_limit_is_a_number_and_nothing_stands_for_none() -> None:
    usual = read_settings({})
    told = read_settings({"QUOTH_QUESTIONS_PER_MINUTE": "0", "QUOTH_QUESTIONS_PER_DAY": " 30 "})

    assert (usual.questions_per_minute, usual.questions_per_day) == (10, 200)
    assert (usual.questions_overall, usual.telegram_chat_backlog) == (1800, 50)
    assert (told.questions_per_minute, told.questions_per_day) == (0, 30)


@pytest.mark.parametrize("text", ["-1", "many", "1.5", "00", "1e3", "10000000"])
def test_a_limit_that_is_no_number_is_refused(text: str) -> None:
    line = refusal({"QUOTH_QUESTIONS_OVERALL": text})

    assert line == f"QUOTH_QUESTIONS_OVERALL: {text!r} is no limit: give a number, or 0 for none"


def test_what_was_said_is_kept_for_a_month_unless_told_otherwise() -> None:
    assert read_settings({}).retention_days == 30
    assert read_settings({"QUOTH_RETENTION_DAYS": "1"}).retention_days == 1


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "for ever"])
def test_nothing_is_kept_for_ever_or_for_no_time(value: str) -> None:
    line = refusal({"QUOTH_RETENTION_DAYS": value})

    assert line == (
        f"QUOTH_RETENTION_DAYS: {value!r} is not a number of days: give one, such as 30"
    )
