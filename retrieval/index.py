"""A generation opened for searching."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.languages import detect_language
from retrieval.analysis import tokens
from retrieval.background import background
from retrieval.fields import Fields, Name
from retrieval.forward.texts import Forward
from retrieval.generations import Generations
from retrieval.hits import Hit, Query, QueryTerm, Scope
from retrieval.inverted.engines import engine
from retrieval.inverted.points import Lengths, Means, Points, Wanted
from retrieval.inverted.postings import Postings
from retrieval.inverted.scoring import Scorer
from retrieval.inverted.search import search
from retrieval.library import Library
from retrieval.passages import Passages
from retrieval.ragged import spans
from retrieval.storage import Stored
from retrieval.vocabulary import Vocabulary

__all__ = ["Index"]

# Words that ask for a number and are no part of what is asked about.
ASKING = frozenset((("how", "mani"), ("how", "much")))

# Languages that are not written in Latin letters.
OTHER_SCRIPTS = frozenset("ar bg el fa he hi hy ja ko ne ru sr ta th uk yi zh".split())

Places = NDArray[np.int64]


class Index:
    """Finds passages; holds one generation for as long as it lives.

    Attributes:
        name: the generation's name.
        library: its documents.
        passages: where its passages stand.
        forward: its texts as rows of words.
        means: mean lengths over the index, by `forward.tally.MEANS`.
        scorer: gives passages their points.
        languages: of its documents, the one with the most passages first; one at least.

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
        self.languages: list[str] = stored.facts["languages"] or ["und"]
        self._idf = stored.arrays["term_idf"]
        self._title_idf = stored.arrays["title_idf"]
        self._vocabulary = Vocabulary(stored)
        self._background = background(self.languages[0])
        self._postings = Postings.open(stored)
        self.scorer = Scorer(
            self._postings,
            self.passages,
            Lengths(**{name: stored.arrays[f"{name}_terms"] for name in Lengths.__slots__}),
            Fields.parse(stored.facts["fields"]),
            Means(**stored.facts["unit_means"]),
        )
        self._engine = engine(self.scorer)

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
        before = ""
        for token in tokens(text, language):
            is_asking = (before, token.term) in ASKING
            before = token.term
            if not token.is_stop and not is_asking:
                surfaces.setdefault(token.term, text[token.start : token.end])
        terms = tuple(QueryTerm(term, surface) for term, surface in surfaces.items())
        return Query(text=text, terms=terms, language=language)

    @property
    def language(self) -> str:
        """The language of most passages."""
        return self.languages[0]

    def language_of(self, question: str) -> str:
        """Return the language to analyse a question in: its own where documents have it too.

        A question too short to tell is taken for the commonest language of its script.
        """
        detected = detect_language(question)
        if detected in self.languages:
            return detected
        is_latin = not any(character >= "\u0370" for character in question if character.isalpha())
        alike = (x for x in self.languages if (x not in OTHER_SCRIPTS) == is_latin)
        return next(alike, self.languages[0])

    def search(self, query: Query, limit: int, scope: Scope | None = None) -> Points:
        """Return the best passages of the first stage, best first; a larger limit only appends.

        Exact. Ties: more points, newer document, earlier sentence, document id.
        """
        allowed = self._allowed(scope) if scope else None
        return search(self._engine, self.passages, self.wanted(query), limit, allowed)

    def wanted(self, query: Query) -> Wanted:
        """Return the terms of a question that the index holds, with their rarity."""
        found = (self._vocabulary.number(term.term) for term in query.terms)
        terms = np.array(sorted(number for number in found if number is not None), np.int64)
        return Wanted(
            terms,
            self._idf[terms].astype(np.float64),
            self._title_idf[terms].astype(np.float64),
        )

    def hits(self, passages: Places, scores: NDArray[np.floating]) -> list[Hit]:
        """Return hits for passages, in their order."""
        documents = self.passages.document_of(passages)
        sentences = passages - self.passages.first[documents].astype(np.int64)
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
        """Number of terms."""
        return len(self._vocabulary)

    def holders(self, term: str) -> int:
        """Return how many passages hold a term."""
        number = self.number(term)
        return self._postings.size(number) if number >= 0 else 0

    def idf(self, term: str) -> float:
        """Return a term's rarity weight; for an unknown one, that of a term in no passage."""
        number = self._vocabulary.number(term)
        return self._unknown_idf(term) if number is None else float(self._idf[number])

    @cached_property
    def rarest(self) -> float:
        """The rarity weight of a term that nothing holds, here or anywhere."""
        return self._unknown_idf("")

    def _unknown_idf(self, term: str) -> float:
        nobody = np.zeros(1, np.int64)
        return float(self._background.idf(nobody, [term], len(self.passages))[0])

    def holds(self, name: Name, passage: int, term: str) -> bool:
        """Say whether a passage's sentence, paragraph, document or title holds a term."""
        number = self.number(term)
        if number < 0:
            return False
        here = np.array([passage])
        document = self.passages.document_of(here)
        if name == "title":
            return bool(len(self._postings.titles_in(number, document)[0]))
        if name == "sentence":
            first, last = passage, passage + 1
        else:
            starts = self.passages.paragraph_first if name == "paragraph" else self.passages.first
            unit = self.passages.paragraph_of(here) if name == "paragraph" else document
            first, last = (int(starts[unit[0] + step]) for step in (0, 1))
        return bool(len(self._holders(number, first, last)))

    def holders_in_documents(
        self, terms: Iterable[int], documents: Places
    ) -> tuple[Places, Places, Places]:
        """Return the passages of some documents that hold terms.

        Parameters
        ----------
        terms
            term numbers.
        documents
            ascending, no two alike.

        Returns
        -------
        place among the terms, place among the documents, passage; no order is promised
        """
        first, last = (sections[documents] for sections in self.passages.section_of_document)
        begin, end = self._ranges([*terms], first, last)
        which, passage = self._read(begin, end)
        term, document = np.divmod(which, len(documents))
        mine = self.passages.document_of(passage) == documents[document]
        return term[mine], document[mine], passage[mine]

    def _ranges(self, terms: list[int], first: Places, last: Places) -> tuple[Places, Places]:
        ranges = [self._postings.entries_between(term, first, last) for term in terms]
        empty = np.empty(0, np.int64)
        begin = np.concatenate([empty, *(begin for begin, _ in ranges)])
        return begin, np.concatenate([empty, *(end for _, end in ranges)])

    def _holders(self, term: int, first: int, last: int) -> Places:
        """Return the passages from first to before last that hold a term."""
        if first >= last:
            return np.empty(0, np.int64)
        sections = self.passages.section_of(np.array([first, last - 1]))
        begin, end = self._postings.entries_between(term, sections[:1], sections[1:])
        _, passage = self._read(begin, end)
        return passage[(passage >= first) & (passage < last)]

    def _read(self, begin: Places, end: Places) -> tuple[Places, Places]:
        """Return, for every posting in ranges of entries, its range and its passage."""
        entry, which = spans(begin, end)
        held, local, _ = self._postings.read(entry)
        section = self._postings.section[entry].astype(np.int64)[held]
        return which[held], self.passages.section_first[section].astype(np.int64) + local

    def _allowed(self, scope: Scope) -> NDArray[np.bool_] | None:
        """Return (n_documents,) which may be returned, None for all."""
        allowed = None
        if scope.documents is not None:
            allowed = self.passages.of_documents(self.library.positions(scope.documents))
        if scope.as_of is not None:
            by_then = self.passages.published_by(scope.as_of)
            allowed = by_then if allowed is None else allowed & by_then
        return allowed
