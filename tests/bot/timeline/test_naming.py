"""The words that sentences name a topic by."""

from bot.timeline.naming import Names, names_of, stems_in
from tests.bot.timeline.tunnel import Opened


def test_a_topic_is_named_by_its_own_stems(reports: Opened) -> None:
    names = names_of(reports.query("the tunnels under the Lune"), ["The Lune tunnel is long."])

    assert names == Names(
        frozenset({"tunnel", "lune", "under"}), frozenset({"tunnel", "lune", "under"})
    )


def test_an_acronym_is_named_by_what_it_is_short_for_too(reports: Opened) -> None:
    texts = ["He signed the Harbour Bag of Agreements (HARBAG) and the Other Thing (OT)."]

    names = names_of(reports.query("HARBAG"), texts)

    # "of" says nothing; the other acronym is none of the topic's.
    assert names.own == {"harbag"}
    assert names.any == {"harbag", "harbour", "bag", "agreement"}


def test_a_name_in_small_letters_is_no_acronym(reports: Opened) -> None:
    names = names_of(reports.query("harbag"), ["the Harbour Bag (HARBAG)"])

    assert names.any == {"harbag"}


def test_stems_stand_where_their_words_begin() -> None:
    assert list(stems_in("The tunnels of Café Lune")) == [("tunnel", 4), ("cafe", 15), ("lune", 20)]
