"""Random documents made of few words, small ones to shrink and large ones to search through."""

import random
from functools import cache

from hypothesis import strategies as st

from tests.retrieval.inverted.making import Line, Made, Text, made_of

__all__ = ["CORPORA", "QUESTIONS", "SEEDS", "WORDS", "grown", "large"]

# The first are common, the last rare.
WORDS = "ash bay cliff dune elm fern grove".split()
DAYS = (0, 737_000, 737_001)
# Sentences of a document: none, few, as many as a section holds, one more, and several sections.
SIZES = (0, 1, 2, 3, 7, 20, 33, 63, 64, 65, 127, 130, 200)

TERMS = st.sampled_from(WORDS)
LINES = st.builds(Line, st.lists(TERMS, max_size=6).map(tuple), st.booleans())
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=4).map(tuple)
TEXTS = st.builds(
    Text,
    st.lists(PARAGRAPHS, max_size=4).map(tuple),
    st.lists(TERMS, max_size=3).map(tuple),
    st.sampled_from(DAYS),
)
CORPORA = st.lists(TEXTS, max_size=6)
SEEDS = st.integers(0, 1 << 20)
QUESTIONS = st.lists(TERMS, min_size=1, max_size=5, unique=True)


@cache
def large() -> Made:
    """Return an index of some 270 sections."""
    return made_of(grown(7, 170, sizes=(33, 40, 64, 150)))


def grown(seed: int, n_texts: int, sizes: tuple[int, ...] = SIZES) -> list[Text]:
    """Return documents of up to 200 sentences, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - test documents, no secret
    return [_text(chance, chance.choice(sizes)) for _ in range(n_texts)]


def _text(chance: random.Random, size: int) -> Text:
    paragraphs = list[tuple[Line, ...]]()
    while size:
        length = min(size, chance.choice((1, 1, 2, 3, 5, 30)))
        paragraphs.append(tuple(_line(chance) for _ in range(length)))
        size -= length
    return Text(tuple(paragraphs), _terms(chance, 2), chance.choice(DAYS))


def _line(chance: random.Random) -> Line:
    return Line(_terms(chance, 6), chance.random() < 0.1)


def _terms(chance: random.Random, most: int) -> tuple[str, ...]:
    weights = [3.0**-n for n in range(len(WORDS))]
    return tuple(chance.choices(WORDS, weights, k=chance.randint(0, most)))
