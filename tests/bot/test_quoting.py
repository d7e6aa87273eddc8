"""A quote stands in the original's bytes where it says, whatever the file's encoding."""

from collections.abc import Iterable

from bot.answers import Quote
from bot.home import Home
from corpus.originals import OriginalStore

Quotes = Iterable[tuple[Home, Quote]]


def test_the_bytes_of_every_quote_spell_its_text(all_quotes: Quotes) -> None:
    checked = set()

    for home, quote in all_quotes:
        content = OriginalStore(home.originals).read(quote.sha256)
        if quote.byte_start is None:
            continue
        encoding = "cp1252" if quote.document == "cafe.txt" else "utf-8"
        assert content[quote.byte_start : quote.byte_end].decode(encoding) == quote.text
        checked.add(quote.document)

    assert {"cafe.txt", "octopus", "2019-05-02-lighthouse.txt", "rules.md"} <= checked


def test_a_json_text_with_escapes_has_no_bytes_to_point_at(all_quotes: Quotes) -> None:
    soft = [quote for _, quote in all_quotes if quote.text.startswith("The seahorse’s tank")]

    assert soft
    assert {(q.byte_start, q.byte_end) for q in soft} == {(None, None)}


def test_highlights_are_disjoint_ascending_pieces_of_the_quote(all_quotes: Quotes) -> None:
    n_marks = 0

    for _, quote in all_quotes:
        edges = [edge for mark in quote.highlights for edge in (mark.start, mark.end)]
        assert edges == sorted(edges)
        assert all(0 <= mark.start < mark.end <= len(quote.text) for mark in quote.highlights)
        n_marks += len(quote.highlights)

    assert n_marks > 0
