"""What is said about what is kept: new conversations, exports, feedback and privacy."""

__all__ = [
    "BEGUN",
    "FEEDBACK_FORM",
    "FORGET",
    "FORGOTTEN",
    "NOTED",
    "NOTHING_TO_EXPORT",
    "UNKNOWN_FORM",
    "exported",
    "privacy",
]

BEGUN = "A new conversation begins. What was asked before is not carried over."
FORGET = (
    "This deletes all that is kept of this chat: its questions and answers, its feedback and what "
    "it has set. It cannot be undone. To do it, type /forget yes"
)
FORGOTTEN = "What was kept of this chat is deleted, and soon gone from the disk."
NOTED = "Thank you, noted."
FEEDBACK_FORM = (
    "Type how the last answer was: helpful, not helpful, wrong, incomplete, outdated or not asked; "
    "more words may follow. For example: /feedback outdated the fare has changed"
)
NOTHING_TO_EXPORT = "There is nothing to export yet. Ask a question first."
UNKNOWN_FORM = "Type the form after the command: md, json, bibtex or csl. md is for reading."


def exported(n_turns: int, n_documents: int) -> str:
    """Say what an export holds.

    >>> exported(2, 1)
    '2 questions, quotes from 1 document.'
    """
    questions = f"{n_turns} question{'' if n_turns == 1 else 's'}"
    return f"{questions}, quotes from {n_documents} document{'' if n_documents == 1 else 's'}."


def privacy(days: int) -> str:
    """Say what is kept about a chat, and for how long.

    >>> privacy(30)[:26]
    'Kept for this chat, for 30'
    """
    kept = f"Kept for this chat, for {days} day{'' if days == 1 else 's'}"
    return (
        f"{kept}: its questions with the quotes that answered them, what it has set and its "
        "feedback, so that follow-up questions, buttons, /verify and /export work; for at most as "
        "long, and at most eight days, also a message that could not be answered or sent. In a "
        "terminal all of it ends with the program, but for the lines typed. Numbers of chats, "
        "users and messages stay, for access, for limits and against repeats. Questions are not "
        "logged. Nothing is sent anywhere else. /forget deletes all that was said."
    )
