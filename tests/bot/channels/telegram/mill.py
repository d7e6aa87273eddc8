"""Documents about a mill: more dates than a page holds, and sentences that fill a message."""

from pathlib import Path

from bot import wiring
from bot.home import Home
from tests.transcripts.homes import CORPORA

__all__ = ["FLOOD", "MILL", "QUARRY", "make_mill"]

# What they answer: with a timeline of two pages, with more context than one message holds, and
# with a timeline that takes two.
MILL = "Alder mill"
FLOOD = "What did the great flood carry away?"
QUARRY = "Elm quarry"

DEEDS = (
    "got its first wheel",
    "ground rye for the garrison",
    "burned down in a storm",
    "was rebuilt in brick",
    "began to saw planks",
    "lit its rooms with electric lamps",
    "lost its chimney",
    "closed its gates",
    "was sold to the county",
    "reopened as a museum",
    "won a prize for its bread",
    "welcomed a hundred thousand guests",
)
MONTHS = (
    "January February March April May June July August September October November December"
).split()
# About 1,500 characters: three such sentences are too long for one message of 4,096.
THINGS = ", ".join(f"barn {n} with everything that was stored below its roof" for n in range(27))


def make_mill(folder: Path) -> Home:
    """Index them into a home, beside the documents about the harbour."""
    texts = folder / "texts"
    texts.mkdir(parents=True)
    texts.joinpath("2001-01-01-mill.txt").write_text(_chronicle())
    texts.joinpath("2001-01-02-flood.txt").write_text(_flood())
    texts.joinpath("2001-01-03-quarry.txt").write_text(_quarry())
    home = Home(folder / "home")
    wiring.indexer(home).update([CORPORA / "harbour", texts])
    wiring.indexer(home.collection("harbour")).update([CORPORA / "harbour"])
    return home


def _chronicle() -> str:
    events = zip(DEEDS, MONTHS, range(1901, 1913), strict=True)
    lines = [f"The {MILL} {deed} on 3 {month} {year}." for deed, month, year in events]
    return "date 2001-01-01 The Alder mill\nBy Ida Berg\n" + "\n\n".join(lines) + "\n"


def _flood() -> str:
    lines = (
        f"The river rose and reached {THINGS}.",
        f"The great flood carried away {THINGS}.",
        f"The council later rebuilt {THINGS}.",
    )
    return "date 2001-01-02 The great flood\nBy Ida Berg\n" + " ".join(lines) + "\n"


def _quarry() -> str:
    lines = [
        f"On 5 May {year} the {QUARRY} sent to the town of {town} {THINGS}."
        for town, year in (("Orrell", 1921), ("Kingsbay", 1924), ("Norrholm", 1927))
    ]
    return "date 2001-01-03 The Elm quarry\nBy Ida Berg\n" + "\n\n".join(lines) + "\n"
