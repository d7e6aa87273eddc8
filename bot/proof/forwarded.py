"""Quotes of a printed, copied or forwarded answer, checked against what their citations name."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.proof.claims import Claim
from bot.proof.printed import Page, Printed
from bot.proof.verifying import Check, Verifier
from corpus.documents import Document
from corpus.provenance import byte_span

__all__ = ["check_forwarded"]

NOT_FOUND = "no indexed document is cited so"
NO_SENTENCE = "the document has no such sentence"
DIFFERS = "the document says something else there"


@dataclass(frozen=True, slots=True)
class _Fit:
    """A citation, and a document that it may be of.

    Attributes:
        printed: the citation.
        head: what it says of the document.
        start: the word of the text with which it begins, from 0.
        document: one that is cited so.
    """

    printed: Printed
    head: str
    start: int
    document: Document

    def claim(self) -> Claim | None:
        """Return what the document has at the sentences; None where it has fewer."""
        document, (first, last) = self.document, (self.printed.first, self.printed.last)
        if not first <= last < len(document.sentences):
            return None
        start, end = document.sentences[first].start, document.sentences[last].end
        # Lines of JSON need not say where their bytes stand.
        is_lines = document.original.format == "jsonl"
        span = None if is_lines else byte_span(document, start, end, b"")
        return Claim(
            document=document.id,
            sentence=first,
            start=start,
            end=end,
            text=document.text[start:end],
            sha256=document.original.sha256,
            byte_start=span[0] if span else None,
            byte_end=span[1] if span else None,
            title=document.title,
            date=document.date.isoformat() if document.date else None,
            source=document.source,
        )


@dataclass(frozen=True, slots=True)
class _Tried:
    """What came of holding a citation against a document.

    Attributes:
        check: whether the quote holds.
        weight: larger for what tells more: that it holds, and else the longer citation.
        quote: the words of the text that are the quote; none where the document has others.
    """

    check: Check
    weight: tuple[bool, int]
    quote: range


def check_forwarded(text: str, verifier: Verifier) -> list[Check]:
    """Check every quote in a text that has its citation below it.

    Of several documents with one citation, one that holds the words suffices. What stands around
    the quotes is not looked at.

    Parameters
    ----------
    text
        what `quoth ask` or `quoth chat` printed, or what was copied or forwarded from Telegram.
    verifier
        holds the words against the originals.

    Returns
    -------
    In the order of the text; empty where there is no citation.
    """
    page = Page(text)
    found: dict[int, _Tried] = {}
    for fit in _fits(page, verifier):
        tried, before = _try(page, fit, verifier), found.get(fit.printed.at)
        if before is None or tried.weight > before.weight:
            found[fit.printed.at] = tried
    quoted = {word for tried in found.values() for word in tried.quote}
    return [
        found[printed.at].check if printed.at in found else _unknown(printed)
        for printed in page.printed
        # A line of a quote may itself look like a citation.
        if printed.at not in quoted
    ]


def _fits(page: Page, verifier: Verifier) -> Iterator[_Fit]:
    wanted: defaultdict[str, list[tuple[Printed, int]]] = defaultdict(list)
    for printed in page.printed:
        for head, start in printed.heads:
            wanted[head].append((printed, start))
    for head, document in verifier.documents.cited(wanted.keys()) if wanted else ():
        for printed, start in wanted[head]:
            yield _Fit(printed, head, start, document)


def _try(page: Page, fit: _Fit, verifier: Verifier) -> _Tried:
    claim = fit.claim()
    name = fit.printed.named(" ".join(fit.document.title.split()) or fit.document.id)
    if claim is None:
        check = replace(_unknown(fit.printed), problem=NO_SENTENCE, cited=name)
        return _Tried(check, (False, len(fit.head)), range(0))
    quote = page.quote(claim.text, fit.start)
    problem = DIFFERS if quote is None else verifier.problem(claim, fit.document)
    check = Check(claim, problem, is_indexed=True, cited=name)
    return _Tried(check, (check.holds, len(fit.head)), quote or range(0))


def _unknown(printed: Printed) -> Check:
    """Fail a citation that leads to no sentence, under the name it goes by itself."""
    nothing = Claim(printed.line, printed.first, 0, 0, "", "", None, None, "", None, "")
    return Check(nothing, NOT_FOUND, is_indexed=False, cited=printed.named(printed.line))
