"""Texts to write out in many ways: made up, or from the corpora of question sets."""

import datetime
import json
import random
from collections.abc import Iterator
from pathlib import Path

from tests.quality.proving.variants import Text

__all__ = ["made", "taken"]

MOST_PARAGRAPHS = 12
FIRST_DAY = datetime.date(2031, 1, 1)
PLACES = ("Brenholm", "Østvik", "Kárdoba", "Santa Júlia", "Wexbury", "Île-Rouge", "Málaga Alta")
PEOPLE = ("Ida Berg", "Olof Dahl", "Zoë Février", "Marek Ruiz", "Ann O'Dell", "Jürgen Weiß")
THINGS = ("the ferry", "the old crane", "the salt market", "the toll bridge", "the night train")
DEEDS = ("opened", "closed", "moved", "was sold", "was repaired", "burned down", "reopened")
GOODS = ("copper", "barley", "timber", "wool", "crème brûlée", "cod")
FORMS = (
    "{thing} in {place} {deed} on {month} {day}, {year}.",
    '"{thing} never {deed} while I lived here," {person} said on {month} {day}.',
    "About {n} tonnes of {good} leave the harbour of {place} each year.",
    "{person} has looked after {thing} of {place} for {small} years.",
    "The council of {place} voted {n} to {small} for it, because the {good} had spoiled.",
    "A ticket costs €{small} in {place} – {person}'s sister paid {n} crowns.",
    "In {month} {year} {person} left {place} for {place2} with {n} sacks of {good}.",
    "Nobody in {place2} knows why {thing} {deed}.",
)
MONTHS = ("January", "March", "April", "May", "June", "August", "October", "December")


def made(seed: int, n: int) -> list[Text]:
    """Make texts up, always the same for the same numbers."""
    return [_made(random.Random(f"{seed} {number}"), number) for number in range(n)]  # noqa: S311


def _made(chance: random.Random, number: int) -> Text:
    paragraphs = tuple(
        tuple(_sentence(chance) for _ in range(chance.randint(1, 5)))
        for _ in range(chance.randint(2, 6))
    )
    title = f"Notes from {chance.choice(PLACES)}, part {number + 1}"
    return Text(title, FIRST_DAY + datetime.timedelta(days=number), paragraphs)


def _sentence(chance: random.Random) -> str:
    text = chance.choice(FORMS).format(
        thing=chance.choice(THINGS),
        place=chance.choice(PLACES),
        place2=chance.choice(PLACES),
        deed=chance.choice(DEEDS),
        person=chance.choice(PEOPLE),
        good=chance.choice(GOODS),
        month=chance.choice(MONTHS),
        day=chance.randint(1, 28),
        year=chance.randint(2024, 2030),
        n=chance.randint(20, 9_000),
        small=chance.randint(2, 19),
    )
    return text[0].upper() + text[1:]


def taken(path: Path, seed: int, n: int) -> list[Text]:
    """Take some documents of a corpus, those with prose, in random order.

    Parameters
    ----------
    path
        a corpus.jsonl whose lines give texts.
    seed
        of the order.
    n
        how many, at most.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    random.Random(seed).shuffle(lines)  # noqa: S311
    return [text for _, text in zip(range(n), _taken(lines), strict=False)]


def _taken(lines: list[str]) -> Iterator[Text]:
    for number, line in enumerate(filter(None, lines)):
        fields = json.loads(line)
        blocks = [" ".join(block.split()) for block in fields.get("text", "").split("\n\n")]
        prose = [block for block in blocks if len(block.split()) >= 8][:MOST_PARAGRAPHS]
        title = " ".join(str(fields.get("title", "")).split()) or f"Document {number}"
        given = str(fields.get("date") or FIRST_DAY).replace("/", "-")[:10]
        if prose:
            yield Text(title, datetime.date.fromisoformat(given), tuple((p,) for p in prose))
