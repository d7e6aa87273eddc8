"""Those whom a sentence names by what they are: "the prime minister", "government officials"."""

from bot.pieces.names import FUNCTION_WORDS, Run
from bot.pieces.sentence import Sentence

__all__ = ["roles"]

_PEOPLE = """activist actor actress admiral ally ambassador analyst architect artist attendee author
    bishop boy brother captain cardinal chairman chief child coach colonel colonist commander
    composer contestant criminal critic customer dancer daughter deputy designer dictator director
    doctor driver economist editor emperor enemy engineer envoy eunuch executive expert explorer
    fan farmer father fisherman founder friend general girl governor graduate guard guerrilla head
    historian hunter husband immigrant inhabitant inventor journalist judge king knight lama lawyer
    leader lieutenant lord manager man mayor member merchant minister missionary monarch monk mother
    musician neighbor neighbour nobleman nun nurse officer official opponent owner painter parent
    person philosopher pilot pirate player poet pope president priest prince princess prisoner
    producer professor queen refugee reporter researcher resident ruler sailor saint scholar
    scientist secretary senator servant settler singer sister slave soldier son sovereign student
    supporter survivor suspect teacher tourist trader tribe user victim visitor volunteer voter
    wife woman worker writer yogi biologist being citizen"""
_GROUPS = """agency aristocracy army audience authority bank board bureau church clergy club
    commission committee community company congress corporation council court crew dynasty family
    generation government group judiciary legislature media military nation navy nobility
    organisation organization parliament party police population press public senate team union"""
_PLURALS = "people men women children noblemen fishermen wives media"
_ROLES = frozenset(
    form
    for word in (_PEOPLE + " " + _GROUPS).split()
    for form in (word, f"{word}s", f"{word}es", f"{word[:-1]}ies" if word[-1] == "y" else word)
) | frozenset(_PLURALS.split())
_BEFORE = frozenset("prime vice deputy foreign former first chief".split())
# What stands in front of the words that tell which.
_LEADS = frozenset(
    """the a an his her its their this that these those some many most several all other by to of
    from and or with for were are was is both two three four five""".split()
)
_MOST_BEFORE = 3
# Most plurals that end so are people.
_ENDINGS = ("ers", "ors", "ists", "ians", "smen")
_SHORTEST = 5
_THINGS = frozenset(
    """answers assists barriers behaviors boosters borders centers centimeters chapters characters
    clusters colors colours computers conductors considers consists containers corners covers
    delivers differs discovers disorders doors enters errors exists factors favors filters
    fingers flavors floors flowers folders generators harbors harbours headers helicopters
    honors honours indicators insists kilometers labors labours layers letters liters manners
    matters meters millimeters mirrors monitors motors newspapers numbers offers orders others
    papers parameters persists powers prefers printers processors quarters refers registers
    remainders remembers resists rivers routers sectors sensors servers shelters shoulders
    suffers theaters thrusters towers tractors trailers transfers transistors twists vectors
    waters""".split()
)


def roles(sentence: Sentence) -> tuple[Run, ...]:
    """Return the roles in order, with the words that tell which.

    >>> from bot.pieces.sentence import cut
    >>> found = cut("It was approved by the prime minister and local officials.")
    >>> [found.shown(*role) for role in roles(found)]
    ['prime minister', 'local officials']
    """
    return tuple(
        Run(_first(sentence, number), number)
        for number in range(len(sentence.words))
        if _is_role(sentence.folded(number).rsplit("-", 1)[-1])
    )


def _is_role(word: str) -> bool:
    return word in _ROLES or (
        len(word) > _SHORTEST and word.endswith(_ENDINGS) and word not in _THINGS
    )


def _first(sentence: Sentence, number: int) -> int:
    """Return the first of up to three words that tell which, where an article or the like leads."""
    first = number
    while number - first < _MOST_BEFORE and _tells_which(sentence, first):
        first -= 1
    if first == 0 or sentence.gap(first) != " " or sentence.folded(first - 1) in _LEADS:
        return first
    return number - 1 if sentence.folded(number - 1) in _BEFORE else number


def _tells_which(sentence: Sentence, first: int) -> bool:
    """Say whether the word in front of one is an adjective or a noun next to it."""
    front = sentence.folded(first - 1)
    return first > 0 and sentence.gap(first) == " " and front not in FUNCTION_WORDS
