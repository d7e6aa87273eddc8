"""Commands as everybody reads them, so that nothing is one thing to a guard and another to use."""

from typing import Final

__all__ = ["asks", "normalised", "split"]

# Commands that ask something, whatever follows them; the others do something.
ASKING: Final = frozenset({"/ask", "/timeline"})
AS_OF: Final = "/asof"


def split(text: str) -> tuple[str, str]:
    """Return a command's name in small letters, with its slash, and what follows; "" for none.

    >>> split(" /Ask  When?")
    ('/ask', 'When?')
    >>> split("When?")
    ('', 'When?')
    """
    text = text.strip()
    if not text.startswith("/"):
        return "", text
    name, *rest = text.split(maxsplit=1)
    return name.lower(), "".join(rest)


def normalised(text: str) -> str:
    """Return a command in its one form, and another text as it is.

    >>> normalised(" /FORGET  yes "), normalised(" yes ")
    ('/forget yes', ' yes ')
    """
    name, rest = split(text)
    return f"{name} {rest}".rstrip() if name else text


def asks(text: str) -> bool:
    """Say whether a text asks something, and does not only do something.

    >>> [asks(text) for text in ("when", "/ASK when", "/asof 2024-01-01 when", "/asof 2024-01-01")]
    [True, True, True, False]
    """
    name, rest = split(text)
    is_question_of_a_day = name == AS_OF and len(rest.split(maxsplit=1)) > 1
    return not name or name in ASKING or is_question_of_a_day
