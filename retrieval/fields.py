"""The fields a passage is found by, and how much each counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["FIELDS", "Field", "Fields", "Name"]

Name = Literal["sentence", "paragraph", "document", "title"]


@dataclass(frozen=True, slots=True)
class Field:
    """How a stretch of text around a passage is weighed against the question.

    Attributes:
        weight: factor of the field's points in the sum; 0 leaves the field out.
        saturation: BM25's k1: how slowly more occurrences of a term stop adding points.
        length_penalty: BM25's b, from 0 (none) to 1 (full).
    """

    weight: float
    saturation: float
    length_penalty: float

    def norm(self, mean: float) -> tuple[float, float]:
        """Return (c, d) so that BM25's norm of a stretch of n terms is c + d n.

        A term that occurs tf times gives weight idf tf / (tf + norm): BM25 without its constant
        factor, so that a term gives a field at most its idf.
        """
        k1, b = self.saturation, self.length_penalty
        return k1 * (1 - b), k1 * b / max(mean, 1.0)


@dataclass(frozen=True, slots=True)
class Fields:
    """The four fields of a passage.

    Attributes:
        sentence: the passage itself.
        paragraph: the passages of its paragraph.
        document: those of its document; of a long one, those of its part.
        title: its document's title.
    """

    sentence: Field
    paragraph: Field
    document: Field
    title: Field

    def as_json(self) -> dict[str, list[float]]:
        """Return the numbers of each field by its name."""
        named = {"sentence": self.sentence, "paragraph": self.paragraph}
        named |= {"document": self.document, "title": self.title}
        return {n: [f.weight, f.saturation, f.length_penalty] for n, f in named.items()}

    @classmethod
    def parse(cls, raw: Mapping[str, Any]) -> "Fields":
        """Read what `as_json` gave."""
        return cls(**{name: Field(*map(float, numbers)) for name, numbers in raw.items()})


# Chosen by a grid on samples of 1,200 tuning questions a set; the optimum is flat.
FIELDS = Fields(
    sentence=Field(weight=1.0, saturation=0.4, length_penalty=0.4),
    paragraph=Field(weight=0.5, saturation=0.6, length_penalty=0.75),
    document=Field(weight=0.3, saturation=1.2, length_penalty=0.6),
    title=Field(weight=0.4, saturation=0.6, length_penalty=0.4),
)
