"""A generation opened for searching."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.languages import detect_language
from retrieval.analysis import ENGLISH, pairs, tokens
from retrieval.background import background
from retrieval.fields import FIELDS, Name, Unit
from retrieval.forward.texts import Forward
from retrieval.generations import Generations
from retrieval.hits import Hit, Query, QueryTerm, Scope
from retrieval.library import Library
from retrieval.passages import Passages
from retrieval.postings import Postings
from retrieval.storage import Stored
from retrieval.top import top
from retrieval.vocabulary import Vocabulary

__all__ = ["Index"]

# A question in a document answers nothing: it keeps this share of its points, and the sentence
# behind it in the same paragraph takes over that share.
OF_QUESTION = 0.3
TO_ANSWER = 0.5

# Words that ask for a number and are no part of what is asked about.
ASKING = frozenset((("how", "mani"), ("how", "much")))

# Languages that are not written in Latin letters.
OTHER_SCRIPTS = frozenset("ar bg el fa he hi hy ja ko ne ru sr ta th uk yi zh".split())

FIELD_UNITS: dict[Name, Unit] = {field.name: field.unit for field in FIELDS}


class Index:
    """Finds passages; holds one generation for as long as it lives.

    Parameters
    ----------
    name
        the generation's name.
    stored
        its content.
    """

    def __init__(self, name: str, stored: Stored) -> None:
        self.name = name
        self.library = Library(stored)
        self.passages = Passages.open(stored)
        self.means: dict[str, float] = stored.facts["means"]
        self.forward = Forward.open(stored)
        self._idf = stored.arrays["idf"]
        self._vocabulary = Vocabulary(stored)
        self._languages: list[str] = stored.facts["languages"] or ["und"]
        asks = self.passages.asks
        same = self.passages.paragraph[1:] == self.passages.paragraph[:-1]
        self._asking = np.flatnonzero(asks[:-1] & ~asks[1:] & same)
        self._background = background(self._languages[0])
        self._units = self._unit_of_passage()
        self._postings = {
            field.name: Postings(stored, field.name, self._n_units(field.unit)) for field in FIELDS
        }

    @classmethod
    def open(cls, folder: Path) -> "Index":
        """Open the generation in use below an index folder."""
        return Generations(folder).open_as(cls._with_documents)

    @classmethod
    def _with_documents(cls, name: str, stored: Stored) -> "Index":
        index = cls(name, stored)
        # A library reads its arrays when a document is wanted: one shows that they are all there.
        if index.library.n_documents:
            index.library.document(0)
        return index

    def query(self, text: str, language: str) -> Query:
        """Analyse a question as its passages were analysed."""
        surfaces: dict[str, str] = {}
        found = list(tokens(text, language))
        before = ""
        for token in found:
            is_asking = (before, token.term) in ASKING
            before = token.term
            if not token.is_stop and not is_asking:
                surfaces.setdefault(token.term, text[token.start : token.end])
        neighbours = dict.fromkeys(pairs(found)) if language in ENGLISH else {}
        return Query(
            text=text,
            terms=tuple(QueryTerm(term, surface) for term, surface in surfaces.items()),
            pairs=tuple(neighbours),
            language=language,
        )

    @property
    def language(self) -> str:
        """The language of most passages."""
        return self._languages[0]

    def language_of(self, question: str) -> str:
        """Return the language to analyse a question in: its own where documents have it too.

        A question too short to tell is taken for the commonest language of its script.
        """
        detected = detect_language(question)
        if detected in self._languages:
            return detected
        is_latin = not any(character >= "\u0370" for character in question if character.isalpha())
        alike = (x for x in self._languages if (x not in OTHER_SCRIPTS) == is_latin)
        return next(alike, self._languages[0])

    def search(self, query: Query, limit: int, scope: Scope | None = None) -> list[Hit]:
        """Return the best passages of the first stage, best first; a larger limit only appends.

        Ties: higher score, newer document, earlier sentence, document id.
        """
        scores = self.total(self.points(query), scope)
        best = top(scores, self.passages.precedence, limit)
        return self.hits(best, scores[best])

    def points(self, query: Query) -> dict[Name, NDArray[np.float32]]:
        """Return, by field, (n_passages,) the points of a question's terms."""
        singles = self._numbers(term.term for term in query.terms)
        pairs = self._numbers(query.pairs)
        found: dict[Name, NDArray[np.float32]] = {}
        for field in FIELDS:
            of_units = self._postings[field.name].scores(pairs if field.of_pairs else singles)
            unit = self._units[field.unit]
            found[field.name] = of_units if unit is None else of_units[unit]
        return found

    def total(
        self, points: Mapping[Name, NDArray[np.float32]], scope: Scope | None
    ) -> NDArray[np.float32]:
        """Add the fields up: (n_passages,), 0 for what is out of scope."""
        total = np.zeros(len(self.passages), np.float32)
        for field in FIELDS:
            total += points[field.name]
        self._turn_to_answers(total)
        if scope is not None:
            total *= self._allowed(scope)
        return total

    def hits(self, passages: NDArray[np.int64], scores: NDArray[np.float32]) -> list[Hit]:
        """Return hits for passages, in their order."""
        documents = self.passages.document[passages]
        sentences = passages - self.passages.first[documents]
        rows = zip(
            passages.tolist(), documents.tolist(), sentences.tolist(), scores.tolist(), strict=True
        )
        return [Hit(*row) for row in rows]

    def number(self, term: str) -> int:
        """Return a term's number, -1 for one that the index does not hold."""
        found = self._vocabulary.number(term)
        return -1 if found is None else found

    @property
    def n_terms(self) -> int:
        """Number of terms, pairs included."""
        return len(self._vocabulary)

    def holders_between(
        self, name: Name, term: int, first: NDArray[np.integer], last: NDArray[np.integer]
    ) -> NDArray[np.int64]:
        """Count the units of a field that hold a term in ranges from first to before last."""
        units = self._postings[name].holders(term)
        return np.searchsorted(units, last) - np.searchsorted(units, first)

    def holders(self, term: str) -> int:
        """Return how many passages hold a term."""
        number = self._vocabulary.number(term)
        return 0 if number is None else len(self._postings["sentence"].holders(number))

    def idf(self, term: str) -> float:
        """Return a term's rarity weight; for an unknown one, that of a term in no passage."""
        number = self._vocabulary.number(term)
        if number is not None:
            return float(self._idf[number])
        nobody = np.zeros(1, np.int64)
        return float(self._background.idf(nobody, [term], len(self.passages))[0])

    def holds(self, name: Name, passage: int, term: str) -> bool:
        """Say whether a passage's sentence, paragraph, document or title holds a term."""
        number = self._vocabulary.number(term)
        if number is None:
            return False
        unit = FIELD_UNITS[name]
        return self._postings[name].impact(number, self._unit(unit, passage)) > 0

    def _turn_to_answers(self, scores: NDArray[np.float32]) -> None:
        """Let a question in a document give way to the sentence behind it, which answers it."""
        asking = self._asking
        scores[asking + 1] += np.float32(TO_ANSWER) * scores[asking]
        scores[asking] *= np.float32(OF_QUESTION)

    def _numbers(self, terms: Iterable[str]) -> list[int]:
        numbers = (self._vocabulary.number(term) for term in terms)
        return [number for number in numbers if number is not None]

    def _allowed(self, scope: Scope) -> NDArray[np.bool_]:
        allowed = np.ones(len(self.passages), np.bool_)
        if scope.documents is not None:
            allowed &= self.passages.of_documents(self.library.positions(scope.documents))
        if scope.as_of is not None:
            allowed &= self.passages.published_by(scope.as_of)
        return allowed

    def _unit_of_passage(self) -> dict[Unit, NDArray[np.int32] | None]:
        document = self.passages.document
        return {
            "sentence": None,
            "paragraph": self.passages.paragraph,
            "document": document,
            "title": document,
        }

    def _unit(self, unit: Unit, passage: int) -> int:
        numbers = self._units[unit]
        return passage if numbers is None else int(numbers[passage])

    def _n_units(self, unit: Unit) -> int:
        numbers = self._units[unit]
        if numbers is None:
            return len(self.passages)
        if unit == "paragraph":
            return int(numbers[-1]) + 1 if len(numbers) else 0
        return self.library.n_documents
