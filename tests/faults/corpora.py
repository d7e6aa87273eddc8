"""Invented documents in several editions that answer the same questions differently."""

import json
import os
import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["N_EDITIONS", "QUESTIONS", "Edition", "edition", "lay"]

N_EDITIONS = 4
# A day in 2031; each edition is one day younger, so that a change of a file shows in its time.
BEGINNING_NS = 1_930_000_000 * 10**9
DAY_NS = 86_400 * 10**9

PLACES = ("Brenholm", "Østvik", "Kárdoba", "Łęgowo", "Santa Júlia", "Wexbury")
MONTHS = ("March", "April", "May", "June")
GOODS = ("copper", "barley", "salt", "timber")
QUESTIONS = tuple(
    question
    for place in PLACES
    for question in (
        f"When does the treaty of {place} expire?",
        f"How many tonnes of goods leave the harbour of {place}?",
    )
)

SYLLABLES = (
    "ba dor el fin gra hu ilm jo ka len mo nar ost pri qua rin su tel ulm vor wy zen".split()
)
# Scripts, joined emoji, combining marks and marks of direction.
UNUSUAL = (
    "서울의 조약은 토요일에 끝난다.",
    "Η συνθήκη λήγει το Σάββατο.",
    "انتهت المعاهدة يوم السبت.",
    "The crew 👩🏽‍🚀 wrote cafe\u0301 and naïve in one line.",
    "Договор истекает в субботу.",
)


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of the source folder.

    Attributes:
        number: from 0.
        files: contents by path below the folder.
    """

    number: int
    files: Mapping[str, bytes]


def edition(number: int, *, n_files: int, n_sentences: int) -> Edition:
    """Return an edition: always the same for the same numbers.

    Parameters
    ----------
    number
        from 0 to `N_EDITIONS - 1`.
    n_files
        files of made-up prose; half of them differ between editions.
    n_sentences
        sentences in each of them.
    """
    files = {f"pacts/{n}.txt": _pact(n, number) for n in range(len(PLACES))}
    files["harbours.jsonl"] = _harbours(number)
    files["ünusual.md"] = f"# Edition {number}\n\n{' '.join(UNUSUAL)}\n".encode()
    files[f"only-{number}.txt"] = f"Only edition {number} has this line.\n".encode()
    for n in range(n_files):
        seed = f"{n} {number if n % 2 else 'same'}"
        files[f"prose/{n:03d}.txt"] = _prose(random.Random(seed), n_sentences)  # noqa: S311
    return Edition(number, files)


def lay(folder: Path, what: Edition) -> None:
    """Make a folder hold one edition and no other file."""
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        if path.relative_to(folder).as_posix() not in what.files:
            path.unlink()
    for name, content in what.files.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            changed_ns = BEGINNING_NS + what.number * DAY_NS
            os.utime(path, ns=(changed_ns, changed_ns))


def _pact(place: int, number: int) -> bytes:
    name = PLACES[place]
    day = f"{MONTHS[number]} {place + 3}"
    return (
        f"date 2031-01-{place + 10} The treaty of {name}\n\n"
        f"{name.upper()}, Jan. {place + 10} --\n\n"
        f"The treaty of {name} was signed in a small hall. It rained that morning.\n\n"
        f"The treaty of {name} expires on {day}. Nobody asked for a longer one.\n"
    ).encode()


def _harbours(number: int) -> bytes:
    lines = []
    for place, name in enumerate(PLACES):
        tonnes = 1_000 * (number + 2) + 7 * place
        text = (
            f"Ships call at {name} every week. "
            f"Each year {tonnes} tonnes of {GOODS[number]} leave the harbour of {name}."
        )
        record = {"id": f"harbour-{place}", "text": text, "date": f"2031-02-{place + 10}"}
        lines.append(json.dumps(record, ensure_ascii=False) + "\n")
    return "".join(lines).encode()


def _prose(source: random.Random, n_sentences: int) -> bytes:
    sentences = [
        " ".join(_word(source) for _ in range(source.randint(6, 18))).capitalize() + "."
        for _ in range(n_sentences)
    ]
    paragraphs = (" ".join(sentences[n : n + 5]) for n in range(0, n_sentences, 5))
    return ("\n\n".join(paragraphs) + "\n").encode()


def _word(source: random.Random) -> str:
    # The square leans towards the first syllables: some words are common and most are rare.
    chosen = (int(len(SYLLABLES) * source.random() ** 2) for _ in range(source.randint(1, 3)))
    return "".join(SYLLABLES[n] for n in chosen)
