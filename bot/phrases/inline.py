"""Fixed phrases of inline results and of links to the bot."""

__all__ = [
    "ASK_OWNER",
    "ASK_PRIVATELY",
    "BROKEN_LINK",
    "DISAGREED",
    "GOES_ON",
    "HINT",
    "NOTHING_FOUND",
    "NO_DOCUMENT",
    "OPEN_DOCUMENT",
    "OUTDATED",
    "UNTITLED",
]

HINT = "Type a question to quote the documents"
NOTHING_FOUND = "Nothing found. Ask privately"
ASK_PRIVATELY = "Ask privately"
ASK_OWNER = "No access yet. Ask the owner"
OPEN_DOCUMENT = "Open the document"
UNTITLED = "A document"
OUTDATED = "A newer document says otherwise."
DISAGREED = "Another document disagrees."
GOES_ON = "The sentence goes on in the document."
BROKEN_LINK = "This link is damaged or too old. Type the question instead."
NO_DOCUMENT = "The document that this link leads to is not there, or not for this chat."
