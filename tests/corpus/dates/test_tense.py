"""Which way sentences point."""

import pytest

from corpus.dates.place import Place
from corpus.dates.tense import Direction, direction

PAST, FUTURE, UNKNOWN = Direction.PAST, Direction.FUTURE, Direction.UNKNOWN


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("They met on Friday.", PAST),
        ("They will meet on Friday.", FUTURE),
        ("He said they will meet on Friday.", FUTURE),
        ("They will appeal, he said Friday.", PAST),
        ("On Friday, the minister will resign.", FUTURE),
        ("On Friday, the minister resigned.", PAST),
        ("A vote is to be held on Friday.", FUTURE),
        ("The vote was held on Friday.", PAST),
        ("The talks are scheduled for Friday.", FUTURE),
        ("He condemned the plan, and Friday's vote will show it.", FUTURE),
        ("The road has been closed since Friday.", PAST),
        ("They gave him until Friday.", FUTURE),
        ("The launch was postponed to Friday.", FUTURE),
        ("He argued and they agreed Friday.", PAST),
        ("Talks Friday", UNKNOWN),
        ("A hundred need seed and feed Friday", UNKNOWN),
        ("He left. Friday", UNKNOWN),
        ("They lost before the vote Friday", UNKNOWN),
    ],
)
def test_the_verb_nearest_to_a_date_says_which_way_it_lies(text: str, way: Direction) -> None:
    start = text.index("Friday")
    place = Place(text, start, start + len("Friday"), None, None)

    assert direction(place) is way
