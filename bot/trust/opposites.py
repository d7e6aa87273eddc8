"""Words that exclude each other: a sentence about one says nothing of the other."""

from collections.abc import Mapping
from functools import cache

from retrieval.analysis import stems
from retrieval.stopwords import STOP_WORDS

__all__ = ["opposites"]

# A group a line or part of one; each word of a group excludes the others.
GROUPS = """
more less fewer; most least fewest; increase decrease reduce; rise fall drop decline; high low
higher lower; highest lowest; large small; larger smaller; largest smallest; big little; long short
longer shorter; longest shortest; old new young; older newer younger; oldest newest youngest
early late; earlier later; earliest latest; first last second third fourth fifth final; before after
north south east west; northern southern eastern western
northeast northwest southeast southwest; above below; over under; begin end; start stop finish
open close; win lose; gain loss; best worst; good bad; better worse; strong weak; hot cold warm cool
hottest coldest; major minor; majority minority; public private; male female; men women; man woman
boy girl; husband wife; father mother; son daughter; brother sister; king queen; import export
internal external; inside outside; inner outer; positive negative; always never; all none some
few many; rich poor; fast slow; fastest slowest; light dark heavy; left right; up down; top bottom
front back; near far; closest farthest furthest; accept reject; allow prohibit forbid ban
legal illegal; support oppose; buy sell; arrive leave; enter exit; create destroy; include exclude
possible impossible; able unable; known unknown; common uncommon rare; usual unusual
similar different; same different; ancient modern; urban rural; friend enemy; attack defend
victory defeat; birth death; born died; live die; wet dry; thick thin; wide narrow; deep shallow
full empty; hard soft easy difficult; simple complex; safe dangerous; true false; success failure
succeed fail; summer winter spring autumn; monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
black white red blue green yellow; land water sea; upper lower; primary secondary
minimum maximum; expand contract; agree disagree; lead follow; teach learn; odd even
domestic foreign; national international local; formal informal; direct indirect
voluntary involuntary; natural artificial; active passive; liberal conservative; morning evening
one two three four five six seven eight nine ten; hire fire; lend borrow; send receive
present absent; day night; yesterday today tomorrow; deny confirm; guilty innocent; profit loss
"""


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """Return, for each English stem or stop word of a group, the others of its groups.

    >>> sorted(opposites()["dri"]), "north" in opposites()["south"]
    (['wet'], True)
    """
    stem = stems("en")
    found: dict[str, set[str]] = {}
    for line in GROUPS.strip().split("\n"):
        for group in line.split(";"):
            own = [word if word in STOP_WORDS else stem(word) for word in group.split()]
            for word in own:
                found.setdefault(word, set()).update(other for other in own if other != word)
    return {word: frozenset(others) for word, others in found.items()}
