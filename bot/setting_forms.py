"""The forms that the text of a setting takes: ids, a web address, `HOST:PORT`."""

import re
from typing import Final
from urllib.parse import urlsplit

from bot.errors import SettingsError

__all__ = [
    "check_admin",
    "check_database",
    "is_person",
    "read_address",
    "read_choice",
    "read_ids",
    "read_limit",
    "read_listen",
    "read_number",
]

NUMBER: Final = re.compile(r"[1-9][0-9]{0,6}")
ID: Final = re.compile(r"-?[1-9][0-9]{0,18}")
LISTEN: Final = re.compile(r"(\[(?P<ipv6>[0-9a-f:.]+)\]|(?P<host>[\w.-]+)):(?P<port>[0-9]{1,5})")
LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
SHARED_SENDERS: Final = {
    1087968824: "stands for every anonymous group administrator",
    777000: "is Telegram's own account, which forwards channel posts",
    136817688: "stands for every channel that writes in a group",
}


def read_ids(variable: str, value: str, form: str) -> frozenset[int]:
    """Read comma-separated ids."""
    items = [item.strip() for item in value.split(",")]
    for item in items:
        if not ID.fullmatch(item):
            raise SettingsError(variable, f"{item!r} is not an id", f"give whole numbers, {form}")
    return frozenset(map(int, items))


def is_person(user: int) -> bool:
    """Say whether an id can be one person's: groups and channels have negative ones."""
    return user > 0 and user not in SHARED_SENDERS


def check_admin(admin: int) -> None:
    """Refuse an id that is not one person's."""
    remedy = "give the ids of people"
    if admin < 0:
        raise SettingsError("QUOTH_ADMINS", f"{admin} is a group or a channel", remedy)
    if admin in SHARED_SENDERS:
        raise SettingsError("QUOTH_ADMINS", f"{admin} {SHARED_SENDERS[admin]}", remedy)


def read_choice(variable: str, value: str, what: str, choices: tuple[str, str]) -> str:
    """Take one of two words."""
    if value not in choices:
        raise SettingsError(variable, f"no {what} {value!r}", " or ".join(choices))
    return value


def read_number(variable: str, value: str, what: str, example: int) -> int:
    """Read how many there are of something, 1 to 9,999,999."""
    if not NUMBER.fullmatch(value.strip()):
        problem, remedy = f"{value!r} is not a number of {what}", f"give one, such as {example}"
        raise SettingsError(variable, problem, remedy)
    return int(value)


def check_database(value: str) -> str:
    """Refuse what is no path of a file."""
    if value.startswith(("postgresql:", "postgres:")):
        problem, remedy = "PostgreSQL is not supported yet", "leave QUOTH_DATABASE unset"
        raise SettingsError("QUOTH_DATABASE", problem, remedy)
    if "://" in value:
        raise SettingsError("QUOTH_DATABASE", "not a file", "give the path of a SQLite file")
    return value


def read_limit(variable: str, value: str) -> int:
    """Read how many there may be of something, 1 to 9,999,999; 0 stands for any number."""
    if value.strip() != "0" and not NUMBER.fullmatch(value.strip()):
        raise SettingsError(variable, f"{value!r} is no limit", "give a number, or 0 for none")
    return int(value)


def read_address(variable: str, value: str) -> str:
    """Check an address that the token or people's questions travel to."""
    remedy = "give https://HOST[:PORT]/..., or http:// on this machine"
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise SettingsError(variable, "this is not an address", remedy) from None
    if not host or parts.username is not None or parts.query or parts.fragment:
        raise SettingsError(variable, "this is not a plain web address", remedy)
    if parts.scheme != "https" and not (parts.scheme == "http" and host in LOOPBACK):
        raise SettingsError(variable, "the connection would not be encrypted", remedy)
    return value


def read_listen(value: str) -> tuple[str, int]:
    """Split `host:port`, or `[host]:port` for IPv6."""
    found = LISTEN.fullmatch(value)
    if not found or not 1 <= int(found["port"]) <= 65535:
        remedy = "give HOST:PORT, such as 127.0.0.1:8443"
        raise SettingsError("QUOTH_WEBHOOK_LISTEN", "this is no address to listen on", remedy)
    return found["ipv6"] or found["host"], int(found["port"])
