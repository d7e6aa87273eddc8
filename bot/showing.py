"""What stands behind an answer: its documents, their sentences around it, why, the proof."""

from collections.abc import Iterable, Iterator, Sequence

from bot import phrases
from bot.explaining import Explanation
from bot.proof.claims import Claim
from bot.proof.verifying import Check
from bot.replies import Part, cite, quoted
from corpus.documents import Document
from retrieval.index import Index

__all__ = ["checked", "context", "explained", "reasons", "sources"]

# Sentences shown on either side of a quoted one: a document given as a list of sentences is one
# paragraph, however long.
N_AROUND = 2


def sources(index: Index, quotes: Sequence[Claim]) -> tuple[Part, ...]:
    """Cite each document once: title, date, author, source, digest of the original."""
    documents = {document.id: document for document, _ in _present(index, quotes)}
    return tuple(Part("text", _describe(document)) for document in documents.values())


def context(index: Index, quotes: Sequence[Claim]) -> tuple[Part, ...]:
    """Quote each quote with its neighbours in the paragraph, once where two share them."""
    around: dict[tuple[str, int], tuple[Document, set[int]]] = {}
    for document, sentence in _present(index, quotes):
        paragraph = document.sentences[sentence].paragraph
        _, numbers = around.setdefault((document.id, paragraph), (document, set()))
        numbers.update(_around(document, sentence))
    return tuple(
        part
        for document, numbers in around.values()
        for run in _runs(numbers)
        for part in _passage(document, run)
    )


def explained(why: Explanation) -> tuple[Part, ...]:
    """Quote what comes first, and say why."""
    return (*quoted([why.first]), *reasons(why))


def reasons(why: Explanation) -> tuple[Part, ...]:
    """List what adds up to the first score, and quote what comes next."""
    lines = [phrases.score(why.first.score)]
    lines += [phrases.points(each.points, each.name) for each in why.contributions]
    parts = [Part("text", "\n".join(lines))]
    if why.is_newer:
        parts.append(Part("note", phrases.IS_NEWER))
    if why.carried:
        parts.append(Part("note", phrases.carried(why.carried)))
    if why.runner_up is not None and why.margin is not None:
        parts += [Part("text", phrases.margin(why.margin)), *quoted([why.runner_up])]
    return tuple(parts)


def checked(checks: Sequence[Check]) -> tuple[Part, ...]:
    """Say how many quotes hold, and of each where its bytes stand or what is wrong."""
    if not checks:
        return ()
    count = phrases.held(sum(check.holds for check in checks), len(checks))
    return (Part("text", count), *(Part("text", _proof(check)) for check in checks))


def _proof(check: Check) -> str:
    claim = check.claim
    name = _on_one_line(check.cited or f"{claim.document}, sentence {claim.sentence + 1}")
    if check.problem:
        return f"{name}: {check.problem}"
    place = f", bytes {claim.byte_start}-{claim.byte_end}" if claim.byte_start is not None else ""
    return f"{name}\nsha256 {claim.sha256}{place}"


def _present(index: Index, quotes: Iterable[Claim]) -> Iterator[tuple[Document, int]]:
    """Leave out what a newer generation no longer holds."""
    for claim in quotes:
        for position in index.library.positions([claim.document]):
            document = index.library.document(position)
            if claim.sentence < len(document.sentences):
                yield document, claim.sentence


def _around(document: Document, sentence: int) -> list[int]:
    """Return the numbers of a sentence and its neighbours in the paragraph, in order."""
    first, last = max(sentence - N_AROUND, 0), sentence + N_AROUND
    paragraph = document.sentences[sentence].paragraph
    near = enumerate(document.sentences[first : last + 1], first)
    return [number for number, other in near if other.paragraph == paragraph]


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """Split numbers into runs of consecutive ones, ascending."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _passage(document: Document, numbers: list[int]) -> tuple[Part, Part]:
    start, end = document.sentences[numbers[0]].start, document.sentences[numbers[-1]].end
    title = document.title.strip() or document.id
    citation = cite(title, document.date, document.source, numbers)
    return Part("quote", document.text[start:end]), Part("citation", citation)


def _describe(document: Document) -> str:
    day = document.date.isoformat() if document.date else ""
    fields = (document.title, day, document.author, document.source)
    head = ", ".join(filter(None, map(_on_one_line, fields)))
    name = _on_one_line(document.id)
    return f"{head or name}\n{name}, sha256 {document.original.sha256}"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
