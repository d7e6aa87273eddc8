"""How much of a topic passages hold, and what is around them."""

import numpy as np

from bot.timeline.coverage import cover
from tests.bot.timeline.tunnel import Opened


def passage(reports: Opened, opening: str) -> int:
    """Return the number of the passage that opens so."""
    index = reports.index
    for n in range(len(index.passages)):
        hit = index.hits(np.array([n]), np.array([0.0]))[0]
        if reports.text(hit).startswith(opening):
            return n
    raise LookupError(opening)


def test_a_share_is_told_of_sentence_paragraph_and_title(reports: Opened) -> None:
    places = [passage(reports, start) for start in ("The Lune tunnel will", "Nobody", "Herons")]

    found = cover(reports.index, ["lune", "tunnel"], np.array(places))

    # The first holds both; the second's paragraph neither, the third's neither; all titles both.
    assert found.sentence.tolist() == [1.0, 0.0, 0.0]
    assert found.paragraph.tolist() == [1.0, 0.0, 0.0]
    assert found.title.tolist() == [1.0, 1.0, 1.0]
    assert found.together.tolist() == [1.0, 1.0, 1.0]


def test_the_rarer_term_is_the_larger_share(reports: Opened) -> None:
    place = passage(reports, "The bank was planted")

    found = cover(reports.index, ["bank", "tunnel"], np.array([place]))

    assert 0.5 < found.sentence[0] < 1.0


def test_what_a_topic_is_only_called_is_a_small_share(reports: Opened) -> None:
    place = passage(reports, "The Lune tunnel will")

    found = cover(reports.index, ["tunnel", "disput"], np.array([place]))

    # Without its smaller weight the rarer "dispute" would be the larger share.
    assert found.sentence[0] > 0.5


def test_a_sentence_may_hold_a_date_that_holds_a_word_of_dates(reports: Opened) -> None:
    places = [passage(reports, start) for start in ("The bank was planted", "Herons")]

    found = cover(reports.index, ["bank"], np.array(places))

    assert found.may_date.tolist() == [True, False]
