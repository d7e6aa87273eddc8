"""A secret: a text that never prints, and is read only from a file that others cannot read."""

import os
import stat
from hmac import compare_digest
from pathlib import Path
from typing import Final

from bot.errors import SettingsError

__all__ = ["Secret", "read_secret"]

LARGEST_FILE: Final = 4096  # bytes; no token or webhook secret comes near
# systemd hands credentials over below this folder, which root alone can write.
SYSTEMD_CREDENTIALS: Final = Path("/run/credentials")


class Secret:
    """A text that prints as `***`; only `reveal()` gives it away.

    It is no dataclass, so that nothing that turns values into dictionaries or JSON finds the text.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "***"

    def __eq__(self, other: object) -> bool:
        """Compare in a time that does not depend on where two secrets differ."""
        if not isinstance(other, Secret):
            return NotImplemented
        return compare_digest(self._text.encode(), other._text.encode())

    def __hash__(self) -> int:
        return hash(self._text)

    def reveal(self) -> str:
        """Give the text itself, for the one request or comparison that needs it."""
        return self._text


def read_secret(variable: str, path: Path, *, credentials: Path = SYSTEMD_CREDENTIALS) -> Secret:
    """Read the secret in a file, without the white space around it.

    Parameters
    ----------
    variable
        The setting that names the file, for errors.
    path
        The file.
    credentials
        The folder whose files have an access list instead of plain modes.

    Raises
    ------
    SettingsError
        There is no such file, others can read it, or it holds no line of ASCII.
    """
    try:
        with path.open("rb") as file:
            # The open file is asked, not the path: nobody can swap it in between.
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            _check_private(variable, path, mode, path.is_relative_to(credentials))
            text = file.read(LARGEST_FILE).decode("ascii").strip()
    except OSError as error:
        problem, remedy = f"{path} cannot be read ({error.strerror})", "name a file that can"
        raise SettingsError(variable, problem, remedy) from None
    except UnicodeDecodeError:
        text = ""  # the error would hold the bytes
    if not text:
        raise SettingsError(variable, f"{path} holds no text", "write the secret into it")
    return Secret(text)


def _check_private(variable: str, path: Path, mode: int, has_access_list: bool) -> None:
    """Refuse a file whose mode lets group or others in."""
    # With an access list, the group bits are its mask; the list names the service's user only.
    shared = stat.S_IRWXO if has_access_list else stat.S_IRWXG | stat.S_IRWXO
    if os.name == "posix" and mode & shared:
        problem = f"{path} has mode {mode:04o}, so others can read it"
        raise SettingsError(variable, problem, f"chmod 600 {path}")
