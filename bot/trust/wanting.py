"""Signals of whether a sentence holds the kind of thing that was asked for."""

from collections.abc import Callable, Mapping

from bot.trust.wording import Text
from retrieval.forward.kinds import KIND_OF, is_number
from retrieval.ranking.asking import asked

__all__ = ["wanting"]

NUMBERS = "how many,how much,how long,how large,how often,which number".split(",")
GROUPS: Mapping[str, str] = {
    **dict.fromkeys(("when", "which time"), "time"),
    **dict.fromkeys(("who", "which person"), "person"),
    **dict.fromkeys(("where", "which place"), "place"),
    **dict.fromkeys(NUMBERS, "number"),
    "why": "reason",
    "how": "how",
    "yes or no": "yes or no",
    "other": "other",
}
TIMES = ("time word", "ordinal")


def wanting(question: Text, sentence: Text) -> Mapping[str, float]:
    """Return, for the kind that is asked for, 1 where the sentence holds it and -1 where not.

    Only words that the question does not hold count; kinds that nothing shows are left out.
    """
    kind = GROUPS.get(asked(list(question.words)).type, "thing")
    found = {f"asks {name}": float(name == kind) for name in ("how", "yes or no", "other", "thing")}
    for name, holds in HOLDS.items():
        found[f"holds {name}"] = (1.0 if holds(question, sentence) else -1.0) * (name == kind)
    return found


def _has_time(question: Text, sentence: Text) -> bool:
    return _has(question, sentence, lambda w: is_number(w) or KIND_OF.get(w) in TIMES)


def _has_number(question: Text, sentence: Text) -> bool:
    return _has(question, sentence, is_number)


def _has_reason(question: Text, sentence: Text) -> bool:
    return _has(question, sentence, lambda w: KIND_OF.get(w) == "reason" or w in ("to", "for"))


def _has_name(question: Text, sentence: Text) -> bool:
    asked_for = set(question.stems)
    return any(
        sentence.is_capital[at] and sentence.stems[at] not in asked_for
        for at in range(1, len(sentence.words))
    )


HOLDS: Mapping[str, Callable[[Text, Text], bool]] = {
    "time": _has_time,
    "person": _has_name,
    "place": _has_name,
    "number": _has_number,
    "reason": _has_reason,
}


def _has(question: Text, sentence: Text, is_of_kind: Callable[[str], bool]) -> bool:
    wanted = set(question.words)
    return any(is_of_kind(word) and word not in wanted for word in sentence.words)
