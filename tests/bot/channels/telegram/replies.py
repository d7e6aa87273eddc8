"""Replies of every shape, for laws that hold for all of them."""

from hypothesis import strategies as st

from bot.answers import Highlight
from bot.replies import Kind, Part, Reply

__all__ = ["REPLIES"]

# What Telegram trims, drops or counts in its own way, and what must not reach it at all.
ODD = (
    " \n\t\r\x00\x1b\x85\u00a0\u00ad\u2028\u202e\u200b\u200d\u2800\u3000\u3164\ufeff\ufffc\ufffe"
    "\u0301\u030a\u0333\u033f😀👍\U0001f3fd\U000e0041한A<&*_\ud800\udfff"
)
KINDS: list[Kind] = ["text", "note", "quote", "citation"]
CHARACTERS = st.one_of(st.characters(), st.sampled_from(ODD), st.sampled_from("word .?\n"))
# Short ones by themselves, long ones by repeating them.
TEXTS = st.builds(
    lambda text, times: text * times,
    # `st.text` would leave halves of surrogate pairs out.
    st.lists(CHARACTERS, min_size=1, max_size=40).map("".join),
    st.sampled_from([1, 1, 1, 2, 30, 150]),
)


@st.composite
def parts(draw: st.DrawFn) -> Part:
    """A part of any kind; quotes with highlights in reading order, disjoint."""
    kind = draw(st.sampled_from(KINDS))
    text = draw(TEXTS)
    if kind != "quote":
        return Part(kind, text)
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    marks = tuple(Highlight(start, end, "term", text[start:end]) for start, end in pairs)
    return Part("quote", text, marks)


REPLIES = st.lists(parts(), min_size=1, max_size=6).map(lambda found: Reply(tuple(found)))
