"""English words that say nothing about what a passage is about."""

__all__ = ["STOP_WORDS"]

# Articles, pronouns, auxiliaries, the commonest prepositions and conjunctions, and the words that
# open a question. "us" is not among them: folded to lower case it is also the country.
STOP_WORDS = frozenset(
    """
    a an the this that these those there
    i me my we our you your he him his she her it its they them their
    who whom whose which what when where why how
    am is are was were be been being do does did done have has had having
    can could may might must shall should will would
    and or but if than then so such as also not no
    of in on at to for from by with into about
    s t
    """.split()
)
