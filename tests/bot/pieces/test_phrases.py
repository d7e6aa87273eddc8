"""Nouns with what belongs to them."""

import pytest

from bot.pieces.names import names
from bot.pieces.phrases import PhraseReader
from bot.pieces.sentence import cut


def phrase(text: str) -> str:
    """Return the phrase that begins behind the first word and its articles."""
    sentence = cut(text)
    reader = PhraseReader(sentence, {run.first: run.last for run in names(sentence)})
    found = reader.phrase(reader.behind_article(1))
    return sentence.shown(*found) if found else ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in the old mill", "old mill"),
        ("in the north of Nordby", "north of Nordby"),
        ("in Nordby, Denmark, and", "Nordby, Denmark"),
        ("in eastern Nordby and southern Fano they", "eastern Nordby and southern Fano"),
        ("in Nordby's old harbour district", "Nordby's old harbour district"),
        ("in the Nordby area they", "Nordby area"),
        ("in some Danish towns they", "Danish towns"),
        ("in boats manufactured there", "boats"),
        ("in which they", ""),
        ("in 1998", ""),
        ("in", ""),
    ],
)
def test_a_phrase_ends_with_what_belongs_to_its_nouns(text: str, found: str) -> None:
    assert phrase(text) == found


def test_a_long_list_is_cut_short() -> None:
    # The first name and four more parts.
    assert phrase("in " + ", ".join("BCDEFGHI")) == "B, C, D, E, F"
