"""Log lines, one event a line, with every secret blotted out, whatever it is that speaks."""

import json
import logging
import re
import sys
import threading
from collections.abc import Iterable, Mapping, MutableMapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Final, Literal, TextIO

import structlog

from bot.secret import Secret
from bot.visible import SPACES, STEERING

__all__ = ["Redacting", "configure", "described"]

# The shape of every bot token, in case one comes by that is not ours.
TOKEN: Final = re.compile(r"\d{6,}(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
BLOT: Final = "***"
# Libraries that put request addresses, and with them the token, into their log lines.
TALKATIVE = ("httpx", "httpcore", "telegram", "tornado")
# What breaks a line, or steers the terminal that shows it.
UNSEEN: Final = re.compile(f"{SPACES.pattern}|{STEERING.pattern}|\n")
PLAIN: Final = re.compile(r"[\w.:/@+*-]+")


class Redacting(logging.Formatter):
    """Formats a record to its last line, traceback and all, and only then blots secrets out.

    Parameters
    ----------
    inner
        formats the record.
    secrets
        blotted out wherever they stand.
    """

    def __init__(self, inner: logging.Formatter, secrets: Iterable[Secret]) -> None:
        super().__init__()
        self._inner = inner
        # The number before a token's colon is no secret, and what follows is one by itself.
        self._secrets = [secret.reveal().rpartition(":")[2] for secret in secrets]

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without secrets and without what would make two lines of it."""
        line = TOKEN.sub(BLOT, self._inner.format(record))
        for secret in self._secrets:
            line = line.replace(secret, BLOT)
        return UNSEEN.sub(_escaped, line)


class _Handler(logging.StreamHandler[TextIO]):
    """Writes lines; one that cannot be formatted is named, for its values may be secret."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        said = f"a line of {record.name}:{record.lineno} cannot be logged"
        instead = {"name": __name__, "levelno": logging.ERROR, "levelname": "ERROR", "msg": said}
        with suppress(Exception):
            self.stream.write(self.format(logging.makeLogRecord(instead)) + self.terminator)


def configure(secrets: Iterable[Secret], form: Literal["json", "text"] | None = None) -> None:
    """Send the log lines of this process, warnings and uncaught errors too, to the error output.

    Parameters
    ----------
    secrets
        blotted out wherever they stand.
    form
        how to write a line; where None, as text on a terminal and as JSON everywhere else.
    """
    before: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    is_text = form == "text" or (form is None and sys.stderr.isatty())
    inner = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=before,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            _as_text if is_text else structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
    handler = _Handler(sys.stderr)
    handler.setFormatter(Redacting(inner, secrets))
    handler.addFilter(_is_wanted)
    _take_over(handler)
    structlog.configure(
        processors=[*before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    _hear_errors()


def described(error: BaseException) -> str:
    """Say what went wrong, without what an error carries beside its message.

    One that says that a text cannot be encoded carries the text, which may be somebody's question.

    >>> described(ValueError("no such day"))
    'ValueError: no such day'
    """
    return f"{type(error).__name__}: {error}"


def _take_over(handler: logging.Handler) -> None:
    """Make one handler that of every logger: one of a library's own would blot nothing out."""
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
            logger.propagate = True
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def _hear_errors() -> None:
    """Log what Python itself would print: its reports know of no secrets.

    Errors of the event loop's tasks and callbacks need nothing: asyncio logs them.
    """
    logging.captureWarnings(True)
    sys.excepthook = _log_uncaught
    threading.excepthook = lambda args: _log_uncaught(
        args.exc_type, args.exc_value, args.exc_traceback
    )
    sys.unraisablehook = lambda args: _log_uncaught(
        args.exc_type, args.exc_value, args.exc_traceback
    )


def _is_wanted(record: logging.LogRecord) -> bool:
    """Leave out how the library tries again: the bot itself says so, in one line and no trace."""
    return record.module != "networkloop"


def _log_uncaught(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    """Log an error that nothing catches, at the end of the process, of a thread or of an object."""
    found = (kind, error or kind(), trace)
    logging.getLogger(__name__).critical("uncaught error", exc_info=found)


def _as_text(logger: object, name: str, event: MutableMapping[str, Any]) -> str:
    """Write a line as `TIME LEVEL EVENT KEY=VALUE ...`."""
    first = " ".join(str(event.pop(key, "")) for key in ("timestamp", "level", "event"))
    return " ".join([first, *_pairs(event)])


def _pairs(event: Mapping[str, Any]) -> Iterable[str]:
    for key, value in event.items():
        text = value if isinstance(value, str) else repr(value)
        is_plain = PLAIN.fullmatch(text)
        yield f"{key}={text if is_plain else json.dumps(text, ensure_ascii=False)}"


def _escaped(found: re.Match[str]) -> str:
    """Write characters as JSON does, by their numbers."""
    return json.dumps(found[0])[1:-1]
