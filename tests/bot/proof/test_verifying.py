"""Every quote of a saved answer is held against the original; one changed thing and it fails."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import wiring
from bot.answers import Quote
from bot.home import Home
from bot.proof.claims import Claim
from bot.proof.verifying import Check, Verifier, summarise
from corpus.documents import Document
from corpus.originals import OriginalStore

Quotes = Iterable[tuple[Home, Quote]]
ELSE = "the original says something else"
NO_BYTES = "it does not say where the bytes stand"
MARKED = '\ufeff{"id": "a", "text": "The \\"old\\" tower fell."}\n{"id": "b", "text": "It rose."}\n'
OLD = 'The "old" tower fell.'


class NothingIndexed:
    """An index without documents."""

    def find(self, document: str, sha256: str) -> None:
        """Find nothing."""

    def cited(self, heads: Collection[str]) -> Iterator[tuple[str, Document]]:
        """Yield nothing."""
        return iter(())


def claim(quote: Quote) -> Claim:
    return Claim(
        document=quote.document,
        sentence=quote.sentence,
        start=quote.start,
        end=quote.end,
        text=quote.text,
        sha256=quote.sha256,
        byte_start=quote.byte_start,
        byte_end=quote.byte_end,
        title=quote.title,
        date=quote.date.isoformat() if quote.date else None,
        source=quote.source,
    )


def bare(document: str, text: str, sha256: str, first: int | None = None) -> Claim:
    """Claim the whole text of a document, whose bytes start at `first`, without a citation."""
    last = None if first is None else first + len(text)
    return Claim(document, 0, 0, len(text), text, sha256, first, last, "", None, "")


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Verifier, str]:
    """A verifier, and the digest of a JSONL original that opens with a byte order mark."""
    store = OriginalStore(tmp_path / "originals")
    return Verifier([store], NothingIndexed()), store.put(MARKED.encode())


def test_every_quote_as_it_was_given_holds_and_so_does_its_citation(all_quotes: Quotes) -> None:
    checks = [wiring.verifier(home).check(claim(q)) for home, q in all_quotes]

    assert len(checks) > 5
    assert {(check.problem, check.is_indexed) for check in checks} == {("", True)}


def test_every_quote_holds_without_an_index_too(all_quotes: Quotes) -> None:
    checks = [
        Verifier([OriginalStore(home.originals)], NothingIndexed()).check(claim(quote))
        for home, quote in all_quotes
    ]

    assert {(check.problem, check.is_indexed) for check in checks} == {("", False)}


def test_a_quote_with_one_thing_changed_does_not_hold(all_quotes: Quotes) -> None:
    for home, quote in all_quotes:
        true = claim(quote)
        changed = [
            replace(true, text=true.text.replace(true.text[0], "x", 1)),
            replace(true, text=true.text + "."),
            replace(true, start=true.start + 1),
            replace(true, end=true.end - 1),
        ]
        if true.byte_start is not None and true.byte_end is not None:
            changed.append(replace(true, byte_start=true.byte_start + 1))
            changed.append(replace(true, byte_end=true.byte_end - 1))
        verifiers = [
            wiring.verifier(home),
            Verifier([OriginalStore(home.originals)], NothingIndexed()),
        ]

        problems = {verifier.check(each).problem for verifier in verifiers for each in changed}

        assert problems == {ELSE}


def test_a_citation_with_one_thing_changed_does_not_hold(all_quotes: Quotes) -> None:
    for home, quote in all_quotes:
        true, verifier = claim(quote), wiring.verifier(home)
        changed = {
            "title": replace(true, title="Another"),
            "date": replace(true, date="1999-01-01"),
            "source": replace(true, source="Another"),
            "sentence": replace(true, sentence=true.sentence + 1),
            "title, sentence": replace(true, title="Another", sentence=10_000),
        }

        problems = [verifier.check(each).problem for each in changed.values()]

        assert problems == [f"the document has another {name}" for name in changed]


def test_a_quote_of_no_words_is_no_quote(all_quotes: Quotes) -> None:
    for home, quote in all_quotes:
        true, verifier = claim(quote), wiring.verifier(home)
        empty = [replace(true, text=""), replace(true, end=true.start)]
        empty.append(replace(true, text="", end=true.start, byte_start=0, byte_end=0))

        problems = {verifier.check(each).problem for each in empty}

        assert problems == {"the quote is empty"}


def test_only_json_lines_may_leave_out_where_the_bytes_stand(
    harbour: Home, all_quotes: Quotes
) -> None:
    for home, quote in all_quotes:
        without = replace(claim(quote), byte_start=None, byte_end=None)
        originals = OriginalStore(home.originals)
        verifiers = wiring.verifier(home), Verifier([originals], NothingIndexed())

        problems = {verifier.check(without).problem for verifier in verifiers}

        is_plain = quote.document.endswith((".txt", ".md"))
        assert problems == ({NO_BYTES} if is_plain else {""})


def test_a_json_line_is_found_by_its_id_behind_a_byte_order_mark(
    kept: tuple[Verifier, str],
) -> None:
    verifier, sha256 = kept
    true = bare("a", OLD, sha256)

    checks = [verifier.check(each) for each in (true, replace(true, document="b"))]

    assert [check.problem for check in checks] == ["", ELSE]
    assert [check.holds for check in checks] == [True, False]


def test_the_bytes_of_a_json_line_are_those_of_its_text(kept: tuple[Verifier, str]) -> None:
    verifier, sha256 = kept
    content = MARKED.encode()
    place = content.index(b"It rose.")

    problems = [
        verifier.check(bare("b", "It rose.", sha256, first)).problem
        for first in (place, place + 1, 5, len(content) + 9)
    ]

    assert problems == ["", ELSE, ELSE, ELSE]


def test_an_original_that_is_gone_or_altered_is_said_to_be(tmp_path: Path) -> None:
    store = OriginalStore(tmp_path)
    sha256 = store.put(b"It rose.")
    true = bare("b.txt", "It rose.", sha256, 0)
    path = tmp_path / sha256[:2] / sha256
    path.chmod(0o644)
    path.write_bytes(b"It fell.")
    altered = Verifier([store], NothingIndexed()).check(true).problem
    path.unlink()

    gone = Verifier([store, OriginalStore(tmp_path / "another")], NothingIndexed()).check(true)

    assert altered == f"original {sha256} has changed ({path})"
    assert gone.problem.startswith(f"original {sha256} is missing")


def test_the_summary_counts_and_says_what_was_checked() -> None:
    each = bare("a", "Word", "0" * 64, 0)
    cited, uncited, wrong = Check(each, "", True), Check(each, "", False), Check(each, "x", True)
    original, index = "words, characters, bytes", "title, date, source, sentence"
    gone = "the document is no longer indexed"

    summaries = [summarise(s) for s in ([cited, wrong], [uncited] * 2, [cited, uncited], [wrong])]

    assert summaries == [
        f"1 of 2 quotes hold (checked: {original}, {index})",
        f"2 of 2 quotes hold (checked: {original}; citation not checked: {gone})",
        f"2 of 2 quotes hold (checked: {original}, {index}; citation of 1 not checked: {gone})",
        "0 of 1 quotes hold",
    ]
