"""The cited documents as BibTeX entries."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.exporting.cited import Cited, cited
from bot.history import Turn
from bot.visible import visible_line

__all__ = ["bibtex", "escaped"]

# What LaTeX takes for commands. Braces become words, because BibTeX counts them even behind a
# backslash.
ESCAPES: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "#$%&_"},
    }
)


def bibtex(turns: Sequence[Turn]) -> str:
    """Return one entry for each document quoted in an answer; empty where there is none."""
    return "\n".join(_entry(each) for each in cited(turns))


def escaped(text: str) -> str:
    r"""Return a text as it stands in a field, on one line.

    >>> escaped("50 % of {all}")
    '50 \\% of \\textbraceleft{}all\\textbraceright{}'
    """
    return visible_line(text).translate(ESCAPES)


def _entry(each: Cited) -> str:
    lines = [f"  {name} = {{{value}}}," for name, value in _fields(each)]
    return "\n".join([f"@misc{{{each.key},", *lines, "}", ""])


def _fields(each: Cited) -> Iterator[tuple[str, str]]:
    # The second pair of braces keeps the capitals of the title.
    yield "title", f"{{{escaped(each.title)}}}"
    if each.date is not None:
        yield "year", str(each.date.year)
        yield "date", each.date.isoformat()
    if each.link:
        # As it is: what shows an address takes nothing in it for a command, and it has no braces.
        yield "url", each.link
    elif each.source:
        yield "howpublished", escaped(each.source)
    yield "note", escaped(f"{each.document}, SHA-256 {each.sha256}")
