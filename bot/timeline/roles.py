"""What part a date plays in its sentence: when the thing happened, when it was said, or neither."""

import re
from dataclasses import dataclass
from enum import Enum

__all__ = ["Part", "Role", "part"]

_REACH = 140


class Role(Enum):
    """The part a date plays.

    Attributes:
        EVENT: the day of what the main clause tells.
        ASIDE: the day of what a clause tells that describes something: "the pact, signed in 2016".
        UNDER: the day of what a clause tells behind a conjunction: "since it was signed in 2016".
        REPORT: the day on which somebody said so.
        NAMING: it tells one thing from others of its kind: "the 1965 treaty".
        BOUND: it only borders or measures: "before Friday", "the first since 2015".
        UNREAL: of something that did not happen, or happens again and again.
    """

    EVENT = "event"
    ASIDE = "aside"
    UNDER = "under"
    REPORT = "report"
    NAMING = "naming"
    BOUND = "bound"
    UNREAL = "unreal"


_SAYING = (
    r"(?:said|says|told|added|noted|stressed|warned|explained|insisted|wrote|tweeted|commented"
    r"|according to)"
)
_WHOM = (
    r"(?:reporters|lawmakers|parliament|journalists|the [\w-]+(?: [\w-]+){0,2}|[A-Z][\w.]*"
    r"(?: [A-Z][\w.]*){0,3})"
)
_WHERE = r"(?: (?:in|at|during|via|by|through|to) [^,;]{1,40}?)?"
_ON = r"(?: (?:on|late|early|in|last))*"
_SAID_BEFORE = re.compile(rf"\b{_SAYING}(?: {_WHOM})?{_WHERE},?{_ON} \Z")
_SAID_BEHIND = re.compile(rf"(?P<comma>,?)(?: [\w.'’-]+){{0,3}} {_SAYING}\b(?! to\b)")
# "On Friday, the mayor said" but not "It ended on Friday, the mayor said".
_OPENS = re.compile(r"\W*(?:(?:On|In|At|Late|Early|Earlier|Last) )*(?:on |in )?\Z")

_TEMPORAL = (
    r"(?:end|start|beginning|evening|morning|night|afternoon|middle|close|half|summer|spring|autumn"
    r"|fall|winter|days?|weeks?|months?|year|early hours|hours)"
)
_OF = re.compile(
    r"\b(?P<what>\w+)\)?,? (?:dated|of) "
    r"(?:(?:late|early|spring|summer|autumn|fall|winter) |mid-|[A-Z]\w+ (?:and|or|to) )*\Z"
)
_TIME_OF = re.compile(rf"{_TEMPORAL}\Z")
_DETERMINED = re.compile(
    r"(?<!on )(?<!in )\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Tt]his|[Tt]hat"
    r"|[Tt]hose|[Bb]oth|[Aa]ny|\w+['’]s|\w+s['’])(?: [a-z-]+(?:ed|al|ous|ive|est|ic))? \Z"
)
_NOUN_BEHIND = re.compile(r"\A(?:['’]s?)? (?!and\b|or\b|to\b|as\b|when\b|after\b|before\b)[\w“\"]")
_POSSESSED = re.compile(r"\A['’]s?\s")

_MEASURED = re.compile(
    r"\b(?:first|only|lowest|highest|worst|best|biggest|largest|longest|most|least|deadliest|second"
    r"|third|\w{3,}est)\b[^;]{0,90}\bsince\b[^,;]{0,60}\Z"
)
_COMPARED = re.compile(
    r"\b(?:than|like|as in|unlike|compared (?:with|to)|from) (?:in |on |the )*\Z"
)
_BORDER = re.compile(r"\b(?:[Bb]efore|[Aa]fter|[Ff]ollowing|[Aa]head of) (?:the )?\Z")

_UNREAL = re.compile(
    r"\b(?:would|could|might|should)(?:n['’]t| not| never)? have\b[^,;]*\Z|\bwas to have\b[^,;]*\Z"
)
_AGAIN = re.compile(
    r"\b(?:each|every) (?:year|month|week|day|time|term|summer|fall|spring|\w+day|jan|feb|mar|apr"
    r"|may|jun|jul|aug|sep|oct|nov|dec)|\bannually\b"
    r"|\bevery \w+ years\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each|every|any|a) \Z", re.IGNORECASE)
_THAT_YEAR = re.compile(
    r"\A,? (?:of )?(?:that|the same|the (?:following|next|previous)|each|every|any)"
    r" (?:year|month|week|day)"
)
_VAGUE = re.compile(r"(?:this|the) (?:year|month|century|decade)|today|[Tt]his year")
_YEAR = re.compile(r"\d{4}")

_ASIDE = re.compile(
    r"(?:,|\b(?:a|an|the) \w+) (?:who|whom|whose|which|that|where)\b[^,;]*\Z"
    r"|, (?:\w+ly )?(?:\w+ed|held|begun|made|in (?:force|office|effect|place)|including|born|set"
    r"|given|taken|sent|won|led)\b[^,;]*\Z"
    r"|\((?:[^)]*)\Z"
)
_UNDER = re.compile(
    r"\b(?:after|because|since|as|while|before|whereas|although|though)\b [^,;]{8,}\Z"
    r"|(?:\b[a-z]+s?|\)) (?:who|that|which)\b (?:(?!\b(?:who|that|which)\b)[^,;])*\Z"
)


@dataclass(frozen=True, slots=True)
class Part:
    """The part a date plays in its sentence.

    Attributes:
        role: which.
        start: where the clause begins that holds the date, for `ASIDE` and `UNDER`; else 0.
    """

    role: Role
    start: int = 0


def part(text: str, start: int, end: int) -> Part:
    """Return the part a date plays in a sentence.

    Parameters
    ----------
    text
        the sentence.
    start, end
        where the words of the date stand in it.

    >>> text = "The pact of 2016 ended on Friday, Kim said on Saturday."
    >>> [part(text, text.index(day), text.index(day) + len(day)).role.value
    ...  for day in ("2016", "Friday", "Saturday")]
    ['naming', 'event', 'report']
    """
    shown, behind = text[start:end], text[end:]
    front = text[max(0, start - _REACH) : start]
    if _is_unreal(text, front, shown, behind):
        return Part(Role.UNREAL)
    if _MEASURED.search(front) or _COMPARED.search(front) or _BORDER.search(front):
        return Part(Role.BOUND)
    if _SAID_BEFORE.search(front) or _is_said_behind(front, behind):
        return Part(Role.REPORT)
    if _is_naming(front, behind):
        return Part(Role.NAMING)
    for role, opening in ((Role.ASIDE, _ASIDE), (Role.UNDER, _UNDER)):
        if clause := opening.search(front):
            return Part(role, start - len(front) + clause.start())
    return Part(Role.EVENT)


def _is_unreal(text: str, front: str, shown: str, behind: str) -> bool:
    if _UNREAL.search(front) or _EACH.search(front) or _THAT_YEAR.match(behind):
        return True
    # A newspaper is called so inside a sentence.
    if _VAGUE.fullmatch(shown) or (shown == "Today" and front.strip('"“‘ ')):
        return True
    return _AGAIN.search(text) is not None and not _YEAR.search(shown)


def _is_said_behind(front: str, behind: str) -> bool:
    said = _SAID_BEHIND.match(behind)
    return said is not None and (not said["comma"] or _OPENS.match(front) is not None)


def _is_naming(front: str, behind: str) -> bool:
    of = _OF.search(front)
    if of is not None:
        return _TIME_OF.search(of["what"]) is None
    if _POSSESSED.match(behind):
        return True
    return bool(_DETERMINED.search(front) and _NOUN_BEHIND.match(behind))
