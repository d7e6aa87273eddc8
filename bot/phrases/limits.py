"""What a chat is told that asks for more than it may."""

import math

__all__ = ["TOO_MANY_OPEN", "over", "span"]

TOO_MANY_OPEN = (
    "More messages came from this chat at once than I take up, and some stay unanswered. "
    "Please send what matters again, one message at a time."
)
WHOSE = {"user": "from one person", "chat": "from one chat", "all": "from everybody together"}


def over(scope: str, most: int, seconds: float, wait: float) -> str:
    """Say which limit is reached, and when it ends.

    Parameters
    ----------
    scope
        whose doings count: "user", "chat" or "all".
    most, seconds
        how many are taken in how long.
    wait
        seconds until there is room again.

    >>> over("user", 10, 60.0, 41.2)
    'I take 10 messages a minute from one person. Please go on in 42 seconds.'
    """
    period = "minute" if seconds <= 60 else "day"
    return f"I take {most:,} messages a {period} {WHOSE[scope]}. Please go on in {span(wait)}."


def span(seconds: float) -> str:
    """Return a length of time in whole seconds, minutes or hours, never too short.

    >>> span(0.2), span(91.0), span(5401.0)
    ('1 second', '2 minutes', '2 hours')
    """
    for unit, length, most in (("second", 1, 90), ("minute", 60, 90 * 60)):
        if seconds <= most:
            return _counted(seconds / length, unit)
    return _counted(seconds / 3600, "hour")


def _counted(number: float, unit: str) -> str:
    whole = max(1, math.ceil(number))
    return f"{whole} {unit}" if whole == 1 else f"{whole} {unit}s"
