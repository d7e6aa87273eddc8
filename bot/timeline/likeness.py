"""How alike two sentences about one topic are in what they say happened."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from bot.timeline.naming import stems_in
from retrieval.analysis import stems

__all__ = ["Words", "likeness", "words_of"]

Words = Mapping[str, float]

# Words of news that say the same of an event; the first one stands for the others.
_ALIKE = (
    "end terminate termination expire expiry expiration lapse scrap leave withdraw withdrawal exit",
    "sign signing signature conclude conclusion",
    "suspend suspension halt pause freeze",
    "decide decision resolve announce announcement declare",
    "notify notice inform notification note",
    "meet meeting talk talks summit session",
    "agreement agree accord deal pact treaty arrangement settle settlement bargain",
    "rule ruling verdict judgment order",
    "compensate compensation damages reparations",
    "curb restriction restrict control tighten",
    "remove removal strike drop exclude",
    "visit trip travel arrive",
    "kill death die dead",
    "shoot shooting gunman massacre",
    "start begin launch open",
    "labor labour worker",
    "deliver give hand",
    "korea korean seoul",
    "japan japanese tokyo",
    "china chinese beijing",
    "america american washington",
    "russia russian moscow kremlin",
    "ukraine ukrainian kyiv",
    "britain british london",
    "restore normalize normalization resume",
)
# Words that a report of anything may hold.
_PLAIN = frozenset(
    stem
    for stem, _ in stems_in(
        """said say says told year month week day time two three four first last monday tuesday
        wednesday thursday friday saturday sunday january february march april may june july august
        september october november december jan feb mar apr jun jul aug sep sept oct nov dec only
        than after before since until other more most one all over between under
        spring summer autumn fall winter"""
    )
)
_PART = re.compile(r"[^,;:()]+")
# A part of a sentence that tells of something beside the event counts less.
_BESIDE = re.compile(
    r"\s*(?:(?:\w+ )?(?:before|after)|which|who|whose|whom|where|when|unless|if|as|because|although"
    r"|though|while|whereas|since|despite|following|so|including)\b",
    re.IGNORECASE,
)
_LITTLE = 0.3


def words_of(
    text: str,
    clause: tuple[int, int],
    date: tuple[int, int],
    *,
    leaving: frozenset[str],
    idf: Callable[[str], float],
) -> Words:
    """Return the words that tell what happened, as stems with what they weigh.

    Parameters
    ----------
    text
        a sentence.
    clause
        where the clause of its date begins and ends: other clauses weigh little.
    date
        where the date itself begins and ends: what stands between the same commas weighs full, the
        date nothing.
    leaving
        stems to leave out: those of the topic, which all its sentences share.
    idf
        rarity of a stem.
    """
    found: dict[str, float] = {}
    for part in _PART.finditer(text):
        is_within = clause[0] <= part.start() + 1 < clause[1]
        is_here = part.start() <= date[0] < part.end()
        is_beside = not is_within or (not is_here and _BESIDE.match(part[0]))
        words = ((stem, part.start() + at) for stem, at in stems_in(part[0]))
        for term in {stem for stem, at in words if not date[0] <= at < date[1]} - leaving - _PLAIN:
            weight = idf(term) * (_LITTLE if is_beside else 1.0)
            name = _alike().get(term, term)
            found[name] = max(weight, found.get(name, 0.0))
    return found


def likeness(one: Words, other: Words) -> float:
    """Return how much of the shorter sentence the other says too, by weight, 0 to 1.

    >>> likeness({"sign": 2.0, "seoul": 1.0}, {"sign": 2.0, "tokyo": 1.0, "minist": 1.0})
    0.6666666666666666
    """
    shared = sum(min(weight, other[word]) for word, weight in one.items() if word in other)
    return shared / (min(sum(one.values()), sum(other.values())) or 1.0)


@cache
def _alike() -> dict[str, str]:
    """Return, by stem, the stem of the word that stands for it."""
    stem = stems("en")
    return {
        stem(word): stem(group.split()[0]) for group in reversed(_ALIKE) for word in group.split()
    }
