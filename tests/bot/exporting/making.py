"""Turns to export, whatever they say."""

import datetime

from hypothesis import strategies as st

from bot.history import Turn, utc
from bot.proof.claims import Claim

__all__ = ["CLAIM", "TEXTS", "TURN", "TURNS", "claims"]

TEXTS = st.text(max_size=30)
DAYS = st.none() | st.dates()
# The 3 sentences of a document of lines have no bytes.
CLAIM = Claim(
    document="2021/ferry.txt",
    sentence=2,
    start=40,
    end=86,
    text="A return ticket for the ferry costs 18 crowns.",
    sha256="0123456789abcdef" * 4,
    byte_start=40,
    byte_end=86,
    title="Ferry Kestrel sails again",
    date="2021-09-14",
    source="Coast Desk",
)
TURN = Turn(
    "What does it cost?",
    "What does it cost? ferry",
    "g-000001",
    (CLAIM,),
    datetime.date(2021, 9, 30),
    number=4,
    asked_at=utc(1_700_000_000.0),
)


def claims(texts: st.SearchStrategy[str] = TEXTS) -> st.SearchStrategy[Claim]:
    """Claims whose texts are of a kind."""
    return st.builds(
        Claim,
        document=texts,
        sentence=st.integers(0, 99),
        start=st.integers(0, 99),
        end=st.integers(0, 99),
        text=texts,
        sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
        byte_start=st.none(),
        byte_end=st.none(),
        title=texts,
        date=DAYS.map(lambda day: day and day.isoformat()),
        source=texts,
    )


TURNS = st.lists(
    st.builds(
        Turn,
        TEXTS,
        TEXTS,
        TEXTS,
        st.lists(claims(), max_size=3).map(tuple),
        DAYS,
        st.booleans(),
        st.integers(1, 99),
        st.none() | st.datetimes(timezones=st.just(datetime.UTC)),
    ),
    max_size=3,
)
