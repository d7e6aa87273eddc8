"""Log lines as JSON, one event a line, with every secret blotted out."""

import logging
import re
import sys
from collections.abc import Iterable
from types import TracebackType

import structlog

from bot.secret import Secret

__all__ = ["Redacting", "configure"]

# The shape of every bot token, in case one comes by that is not ours.
TOKEN = re.compile(r"\d{6,}(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
BLOT = "***"
# Libraries that put request addresses, and with them the token, into their log lines.
TALKATIVE = ("httpx", "httpcore", "telegram", "tornado")


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
        """Return the line, without secrets."""
        line = TOKEN.sub(BLOT, self._inner.format(record))
        for secret in self._secrets:
            line = line.replace(secret, BLOT)
        return line


def configure(secrets: Iterable[Secret]) -> None:
    """Send the log lines of this process, warnings and uncaught errors too, to the error output."""
    before: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    inner = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=before,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting(inner, secrets))
    handler.addFilter(_is_wanted)
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    logging.captureWarnings(True)
    sys.excepthook = _log_uncaught


def _is_wanted(record: logging.LogRecord) -> bool:
    """Leave out how the library tries again: the bot itself says so, in one line and no trace."""
    return record.module != "networkloop"


def _log_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log the error that ends the process: Python's own report knows of no secrets."""
    logging.getLogger(__name__).critical("uncaught error", exc_info=(kind, error, trace))
