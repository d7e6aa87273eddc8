"""The settings: one frozen value, read once from the environment."""

import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final, Literal

import platformdirs
from pydantic import Field, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot import setting_forms as forms
from bot.errors import SettingsError
from bot.retention import RETENTION_DAYS
from bot.secret import Secret, read_secret
from bot.telegram_settings import TelegramSettings, Webhook

__all__ = ["VARIABLES", "Settings", "TelegramSettings", "Webhook", "read_settings"]

PREFIX: Final = "QUOTH_"
LIMITS: Final = tuple(f"questions_{each}" for each in ("per_minute", "per_day", "overall"))
# Telegram's tokens are the bot's id, a colon and 35 characters; the range leaves room for change.
TOKEN: Final = re.compile(r"[0-9]{6,}:[A-Za-z0-9_-]{30,64}")
# The alphabet and the upper limit are Telegram's; 32 characters of it are 192 bits.
WEBHOOK_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{32,256}")


class Settings(BaseSettings):
    """Every setting; the variable of `telegram_api` is `QUOTH_TELEGRAM_API`, and so on.

    Attributes:
        home: the folder that holds everything.
        chats: ids of the chats that may ask, or `*` for all; empty until the owner pairs.
        admins: ids of the users who may administer; empty until the owner pairs.
        questions_per_minute, questions_per_day, questions_overall: limits; 0 for none.
        database: the SQLite file, or None for `quoth.db` in the home.
        retention_days: how long to keep what was said, in days.
        gaps: whether administrators may see what is declined, without who asked it.
        index: None, the files in the home.

    The `telegram_` and `webhook_` values are as given: `telegram()` checks them and reads the
    secret files, so that commands that need no Telegram ask for no token.
    """

    model_config = SettingsConfigDict(
        frozen=True, arbitrary_types_allowed=True, validate_default=False
    )

    home: Path = Field(default_factory=lambda: platformdirs.user_data_path("quoth"))
    telegram_token_file: Path | None = None
    telegram_token: Secret | None = None
    telegram_api: str = "https://api.telegram.org"
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_limits: Literal["on", "off"] = "on"
    telegram_backlog: int = 10_000
    telegram_chat_backlog: int = 50
    webhook_listen: str = ""
    webhook_url: str = ""
    webhook_secret_file: Path | None = None
    chats: frozenset[int] | Literal["*"] = frozenset()
    admins: frozenset[int] = frozenset()
    questions_per_minute: int = 10
    questions_per_day: int = 200
    questions_overall: int = 1_800
    database: Path | None = None
    retention_days: int = RETENTION_DAYS
    gaps: Literal["on", "off"] = "off"
    index: None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what is passed in: the environment is received, not fetched."""
        return (init_settings,)

    # Plain validators raise SettingsError, which passes through pydantic as it is.

    @field_validator("home", "telegram_token_file", "webhook_secret_file", mode="plain")
    @classmethod
    def _path(cls, value: str) -> Path:
        return Path(os.path.expanduser(value))  # noqa: PTH111 - Path's raises for an unknown user

    @field_validator("telegram_token", mode="plain")
    @classmethod
    def _secret(cls, value: str) -> Secret:
        return Secret(value)

    @field_validator("telegram_mode", mode="plain")
    @classmethod
    def _mode(cls, value: str) -> str:
        return forms.read_choice("QUOTH_TELEGRAM_MODE", value, "mode", ("polling", "webhook"))

    @field_validator("telegram_limits", "gaps", mode="plain")
    @classmethod
    def _switch(cls, value: str, info: ValidationInfo) -> str:
        variable, what = (
            f"{PREFIX}{info.field_name}".upper(),
            (info.field_name or "").split("_")[-1],
        )
        return forms.read_choice(variable, value, what, ("on", "off"))

    @field_validator("telegram_backlog", mode="plain")
    @classmethod
    def _backlog(cls, value: str) -> int:
        return forms.read_number("QUOTH_TELEGRAM_BACKLOG", value, "updates", 10_000)

    @field_validator("telegram_chat_backlog", *LIMITS, mode="plain")
    @classmethod
    def _limit(cls, value: str, info: ValidationInfo) -> int:
        return forms.read_limit(f"{PREFIX}{info.field_name}".upper(), value)

    @field_validator("retention_days", mode="plain")
    @classmethod
    def _days(cls, value: str) -> int:
        return forms.read_number("QUOTH_RETENTION_DAYS", value, "days", RETENTION_DAYS)

    @field_validator("chats", mode="plain")
    @classmethod
    def _chats(cls, value: str) -> frozenset[int] | str:
        is_all = value.strip() == "*"
        return "*" if is_all else forms.read_ids("QUOTH_CHATS", value, "comma-separated, or *")

    @field_validator("admins", mode="plain")
    @classmethod
    def _admins(cls, value: str) -> frozenset[int]:
        admins = forms.read_ids("QUOTH_ADMINS", value, "comma-separated user ids")
        for admin in sorted(admins):
            forms.check_admin(admin)
        return admins

    @field_validator("database", mode="plain")
    @classmethod
    def _database(cls, value: str) -> Path:
        return cls._path(forms.check_database(value))

    @field_validator("index", mode="plain")
    @classmethod
    def _index(cls, value: str) -> None:
        problem, remedy = "only the files in the home are supported yet", "leave QUOTH_INDEX unset"
        raise SettingsError("QUOTH_INDEX", problem, remedy)

    @property
    def database_file(self) -> Path:
        """The SQLite file."""
        return self.database or self.home / "quoth.db"

    def telegram(self) -> TelegramSettings:
        """Check what the Telegram bot needs, and read its secret files.

        Raises
        ------
        SettingsError
            Something is missing, malformed, or readable by others.
        """
        return TelegramSettings(
            token=self._token(),
            api=forms.read_address("QUOTH_TELEGRAM_API", self.telegram_api).rstrip("/"),
            webhook=self._webhook() if self.telegram_mode == "webhook" else None,
            has_limits=self.telegram_limits == "on",
            most_open=self.telegram_backlog,
            most_of_chat=self.telegram_chat_backlog,
            retention_days=self.retention_days,
        )

    def _token(self) -> Secret:
        variable, token = "QUOTH_TELEGRAM_TOKEN", self.telegram_token
        if self.telegram_token_file is not None:
            variable = "QUOTH_TELEGRAM_TOKEN_FILE"
            token = read_secret(variable, self.telegram_token_file)
        if token is None:
            remedy = "get one from @BotFather, and name a file that holds it, with mode 600"
            raise SettingsError("QUOTH_TELEGRAM_TOKEN_FILE", "there is no bot token", remedy)
        if not TOKEN.fullmatch(token.reveal()):
            remedy = "copy it again from @BotFather: digits, a colon, 35 characters"
            raise SettingsError(variable, "this is not a bot token", remedy)
        return token

    def _webhook(self) -> Webhook:
        host, port = forms.read_listen(self.webhook_listen)
        url = forms.read_address("QUOTH_WEBHOOK_URL", self.webhook_url)
        variable = "QUOTH_WEBHOOK_SECRET_FILE"
        remedy = "name a file with at least 32 characters of A-Z a-z 0-9 _ -, with mode 600"
        if self.webhook_secret_file is None:
            raise SettingsError(variable, "the webhook has no secret", remedy)
        secret = read_secret(variable, self.webhook_secret_file)
        if not WEBHOOK_SECRET.fullmatch(secret.reveal()):
            raise SettingsError(variable, "this secret is not one that Telegram repeats", remedy)
        return Webhook(host=host, port=port, url=url, secret=secret)


VARIABLES: Final = tuple(f"{PREFIX}{name.upper()}" for name in Settings.model_fields)


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Read the settings out of an environment; a variable that is empty counts as unset.

    Raises
    ------
    SettingsError
        A variable is unknown, or its value cannot be used.

    Examples
    --------
    >>> settings = read_settings({"QUOTH_HOME": "/data", "QUOTH_CHATS": "-1001, 42, 42"})
    >>> settings.database_file.as_posix(), sorted(settings.chats)
    ('/data/quoth.db', [-1001, 42])
    """
    given = {name: value for name, value in environ.items() if name.upper().startswith(PREFIX)}
    for name in sorted(given.keys() - set(VARIABLES)):
        nearest = get_close_matches(name.upper(), VARIABLES, n=1, cutoff=0)[0]
        raise SettingsError(name, "there is no such setting", f"did you mean {nearest}?")
    return Settings.model_validate(
        {name.removeprefix(PREFIX).lower(): value for name, value in given.items() if value.strip()}
    )
