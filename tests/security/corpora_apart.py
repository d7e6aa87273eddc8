"""Three corpora on the same topics with other facts, each with words that no other has."""

import json
from dataclasses import dataclass
from pathlib import Path

__all__ = ["CANARIES", "TOPICS", "Canaries", "Topic", "write"]


@dataclass(frozen=True, slots=True)
class Canaries:
    """Words that only one corpus has.

    Attributes:
        place: where everything in it happens.
        people: who does it, one for each topic.
        objects: what with, one for each topic.
        year: when the first of it happened; one of each corpus.
    """

    place: str
    people: tuple[str, ...]
    objects: tuple[str, ...]
    year: int

    @property
    def words(self) -> tuple[str, ...]:
        """Every one of them, in lower case."""
        return tuple(map(str.lower, (self.place, *self.people, *self.objects)))

    @property
    def known(self) -> tuple[str, ...]:
        """Those that chats of other corpora may ask about: of every second topic."""
        return tuple(map(str.lower, (self.place, *self.people[::2], *self.objects[::2])))


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that every corpus tells about.

    Attributes:
        number: its place among the topics, from 0.
        noun: what it is about.
        question: what to ask about it.
        told: what is told, with places for the facts.
    """

    number: int
    noun: str
    question: str
    told: str

    def sentence(self, canaries: Canaries) -> str:
        """Tell it as one corpus does."""
        return self.told.format(
            who=canaries.people[self.number],
            what=canaries.objects[self.number],
            place=canaries.place,
            year=canaries.year + self.number,
        )


CANARIES = {
    "home": Canaries(
        "Velmora",
        ("Brantwick", "Quillory", "Fenderly", "Ostrava", "Nimbelle", "Carrowby"),
        ("larchwood", "tinplate", "oilskin", "brassware", "flagstone", "hempcord"),
        1905,
    ),
    "north": Canaries(
        "Brantwell",
        ("Hjordvik", "Skarnell", "Ulfsted", "Vintrholm", "Grimsola", "Torvald"),
        ("birchbark", "whalebone", "sealskin", "runestone", "icepick", "reindeer"),
        1925,
    ),
    "south": Canaries(
        "Zaphirosa",
        ("Quilloro", "Mirasol", "Palomera", "Tamarindo", "Coralina", "Bellavar"),
        ("bamboo", "terracotta", "sugarcane", "palmleaf", "coconut", "mahogany"),
        1945,
    ),
}
TOPICS = (
    Topic(0, "lighthouse", "who rebuilt the lighthouse of the harbour?",
          "{who} rebuilt the lighthouse of the harbour at {place} with {what} on 3 May {year}."),
    Topic(1, "ferry", "who steered the first ferry across the bay?",
          "{who} steered the first ferry across the bay of {place}, laden with {what}, in {year}."),
    Topic(2, "market", "who opened the fish market on the quay?",
          "{who} opened the fish market on the quay of {place} for {what} on 9 June {year}."),
    Topic(3, "bridge", "when was the bridge over the river finished?",
          "The bridge over the river at {place} was finished by {who} with {what} in May {year}."),
    Topic(4, "school", "who founded the school of the village?",
          "{who} founded the school of the village {place} and paid in {what} on 1 July {year}."),
    Topic(5, "festival", "who invented the festival of the boats?",
          "{who} invented the festival of the boats at {place}, with games of {what}, in {year}."),
)  # fmt: skip
# Sentences that a corpus has of its own number, so that counts differ between corpora too.
N_FURTHER = {"home": 2, "north": 5, "south": 9}


def write(name: str, folder: Path) -> Path:
    """Write a corpus, one document a topic, and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    canaries = CANARIES[name]
    lines = [json.dumps(_document(topic, canaries, N_FURTHER[name])) for topic in TOPICS]
    file = folder / f"{name}.jsonl"
    file.write_text("\n".join(lines) + "\n")
    return file


def _document(topic: Topic, canaries: Canaries, n_further: int) -> dict[str, object]:
    further = [
        f"In {canaries.year + topic.number + n} the {topic.noun} of {canaries.place} was painted"
        f" with {canaries.objects[(topic.number + n) % len(TOPICS)]}."
        for n in range(1, n_further + 1)
    ]
    return {
        "id": f"{topic.noun}-{canaries.place.lower()}",
        "title": f"The {topic.noun} of {canaries.place}",
        "date": f"{2018 + topic.number % 3}-03-01",
        "sentences": [topic.sentence(canaries), *further],
    }
