"""The fields a passage is found by, and how much each counts."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["FIELDS", "Field", "Name", "Unit"]

Unit = Literal["sentence", "paragraph", "document", "title"]
Name = Literal["sentence", "pairs", "paragraph", "document", "title"]


@dataclass(frozen=True, slots=True)
class Field:
    """A stretch of text around a passage that is matched against the question.

    Attributes:
        name: the field's name.
        unit: the stretch; every passage belongs to exactly one of each unit.
        of_pairs: matched by neighbouring pairs of words instead of single terms.
        weight: factor of the field's points in the sum.
        saturation: BM25's k1: how slowly more occurrences of a term stop adding points.
        length_penalty: BM25's b, from 0 (none) to 1 (full).
    """

    name: Name
    unit: Unit
    weight: float
    saturation: float
    length_penalty: float
    of_pairs: bool = False


# Chosen by a grid on samples of 1,200 tuning questions a set; the optimum is flat.
FIELDS = (
    Field("sentence", "sentence", weight=1.0, saturation=0.4, length_penalty=0.4),
    Field("pairs", "sentence", weight=0.2, saturation=0.6, length_penalty=0.4, of_pairs=True),
    Field("paragraph", "paragraph", weight=0.5, saturation=0.6, length_penalty=0.75),
    Field("document", "document", weight=0.3, saturation=1.2, length_penalty=0.6),
    Field("title", "title", weight=0.4, saturation=0.6, length_penalty=0.4),
)
