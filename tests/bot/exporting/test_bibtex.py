"""Whatever a title says, BibTeX reads one entry, and LaTeX shows the title."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.exporting.bibtex import ESCAPES, bibtex, escaped
from bot.exporting.cited import cited
from bot.history import Turn
from bot.visible import visible_line
from tests.bot.exporting.making import CLAIM, TURN, TURNS

SPECIAL = st.text(st.sampled_from('\\{}~^#$%&_"@,= \na') | st.characters())
BACK = {chr(character): each for character, each in ESCAPES.items()}
WRITTEN = re.compile("|".join(sorted(map(re.escape, BACK.values()), key=len, reverse=True)))


def shown(text: str) -> str:
    """Read an escaped text as LaTeX does; anything else that means something is an error."""
    plain = {each: character for character, each in BACK.items()}
    assert not set(WRITTEN.sub("", text)) & set(BACK)
    return WRITTEN.sub(lambda found: plain[found[0]], text)


def value_at(text: str, start: int) -> str:
    """Return what stands between the brace at a place and the one that closes it."""
    depth = 0
    for end in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        if depth == 0:
            return text[start + 1 : end]
    raise AssertionError("a brace is never closed")


def entries(text: str) -> list[dict[str, str]]:
    """Read entries as BibTeX does, which counts braces."""
    found, at = [], 0
    while (start := text.find("@misc{", at)) >= 0:
        body = value_at(text, start + 5)
        key, _, rest = body.partition(",")
        fields, place = {"key": key}, 0
        while (field := re.compile(r"\s*(\w+) = (?={)").match(rest, place)) is not None:
            fields[field[1]] = value_at(rest, field.end())
            place = field.end() + len(fields[field[1]]) + 3
        assert rest[place:].strip() == ""
        found.append(fields)
        at = start + 5 + len(body) + 2
    assert text[at:].strip() == ""
    return found


def test_an_entry_has_what_is_known_of_a_document() -> None:
    assert bibtex([TURN]) == (
        "@misc{0123456789abcdef-ab41bec1,\n"
        "  title = {{Ferry Kestrel sails again}},\n"
        "  year = {2021},\n"
        "  date = {2021-09-14},\n"
        "  howpublished = {Coast Desk},\n"
        f"  note = {{2021/ferry.txt, SHA-256 {CLAIM.sha256}}},\n"
        "}\n"
    )


def test_what_is_not_known_is_left_out_and_an_address_is_one() -> None:
    bare = replace(CLAIM, date=None, source="")
    linked = replace(CLAIM, document="b", source="https://example.org/a_b%20c")

    first, second = entries(bibtex([replace(TURN, quotes=(bare, linked))]))

    assert list(first) == ["key", "title", "note"]
    assert second["url"] == "https://example.org/a_b%20c"
    assert "howpublished" not in second


@given(SPECIAL)
def test_an_escaped_text_shows_every_character_and_its_braces_match(text: str) -> None:
    written = escaped(text)

    assert shown(written) == visible_line(text)
    assert value_at("{" + written + "}", 0) == written


@given(SPECIAL, SPECIAL)
def test_every_entry_is_read_back_whole(title: str, source: str) -> None:
    turns = [replace(TURN, quotes=(replace(CLAIM, title=title, source=source),))]

    (entry,), (document,) = entries(bibtex(turns)), cited(turns)

    assert shown(value_at(entry["title"], 0)) == visible_line(document.title)
    assert shown(entry.get("howpublished", "")) == (
        "" if document.link else visible_line(document.source)
    )


@given(TURNS)
def test_there_is_an_entry_for_each_cited_document(turns: list[Turn]) -> None:
    assert [each["key"] for each in entries(bibtex(turns))] == [each.key for each in cited(turns)]


@pytest.mark.parametrize("turns", [[], [replace(TURN, quotes=())]])
def test_nothing_cited_is_nothing_written(turns: list[Turn]) -> None:
    assert bibtex(turns) == ""
