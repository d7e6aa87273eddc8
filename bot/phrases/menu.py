"""What Telegram shows of the bot before anybody asks."""

from collections.abc import Mapping
from typing import Final

__all__ = ["ADMINISTRATION", "DESCRIPTION", "IN_GROUPS", "SETTINGS", "SHORT_DESCRIPTION"]

# Telegram allows 512 and 120 characters.
DESCRIPTION = (
    "Ask a question in your own words. The answer is quoted from the documents, word for word, "
    "each quote with its source. Where the documents are silent, this bot says so. It says "
    "nothing of its own, and every quote can be verified."
)
SHORT_DESCRIPTION = "Answers from documents, word for word, each quote with its source."
SETTINGS = "what this chat chooses"

IN_GROUPS: Final = frozenset(
    {"ask", "timeline", "asof", "sources", "context", "why", "verify", "help", "settings"}
)
ADMINISTRATION: Final[Mapping[str, str]] = {
    "add": "add a document: send it with this as its caption",
    "remove": "remove a document",
    "documents": "list the documents",
    "reindex": "read every document again",
    "gaps": "what was asked and not answered",
    "stats": "numbers about the bot",
    "allow": "let a chat or a user ask",
    "deny": "let a chat or a user ask no more",
    "collection": "which documents a chat asks",
    "open": "let everybody ask",
    "close": "end that",
}
