"""How often a word of a question is missing where the answer stands all the same.

"In what year" is answered by sentences without "year"; a town's name is not left out like that.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Usual"]


@dataclass(frozen=True, slots=True)
class Usual:
    """Shares of the answered questions in which the answer's surroundings lack a word.

    Attributes:
        shares: share by stem, above 0 and below 1.
        other: share of a word that is not listed, above 0 and below 1.
    """

    shares: Mapping[str, float]
    other: float

    def surprise(self, stem: str) -> float:
        """Return -ln of the share: how much a missing word speaks against an answer, 0 or more."""
        return -math.log(self.shares.get(stem, self.other))

    def relief(self, stem: str) -> float:
        """Return -ln of one minus the share: how much a word that is there speaks for it."""
        return -math.log(1 - self.shares.get(stem, self.other))
