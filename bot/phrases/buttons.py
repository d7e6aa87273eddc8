"""What stands on buttons, and what a press of one is told."""

__all__ = [
    "BACK",
    "CHOICES",
    "CONTEXT",
    "COPY",
    "HELPFUL",
    "INCOMPLETE",
    "NEXT",
    "NOTED",
    "NOT_ASKED",
    "NOT_HELPFUL",
    "NOT_YOURS",
    "NO_MORE",
    "ONLY_ADMINS",
    "OUTDATED",
    "PREVIOUS",
    "SETTINGS",
    "SOURCES",
    "TOO_FAST",
    "TOO_OLD",
    "UNSETTLED",
    "VERIFY",
    "WHAT_IS_WRONG",
    "WHY",
    "WRONG",
    "choice",
]

CONTEXT, SOURCES, WHY, VERIFY = "Context", "Sources", "Why", "Verify"
HELPFUL, NOT_HELPFUL, COPY = "Helpful", "Not helpful", "Copy citation"
WRONG, INCOMPLETE, OUTDATED, NOT_ASKED = "Wrong", "Incomplete", "Outdated", "Not what I asked"
BACK, PREVIOUS, NEXT = "‹ Answer", "‹", "›"

NOTED = "Thank you, noted."
WHAT_IS_WRONG = "What is wrong with it?"
NOT_YOURS = "These buttons belong to whoever asked."
TOO_FAST = "Too many presses. Wait a little."
TOO_OLD = "These buttons are too old. Ask the question again."
NO_MORE = "There is nothing to show for this any more."
ONLY_ADMINS = "Only administrators of this chat, under their own name, can change its settings."
UNSETTLED = "Telegram did not say who administers this chat. Try again."
SETTINGS = "Settings of this chat. Press one to change it."

# What a chat can choose, with what its button says.
CHOICES = {
    "buttons": "Buttons under answers",
    "sure": "Answer unasked when sure",
}


def choice(name: str, *, is_on: bool) -> str:
    """Say how a choice stands.

    >>> choice("buttons", is_on=True)
    'Buttons under answers: on'
    """
    return f"{CHOICES[name]}: {'on' if is_on else 'off'}"
