"""The command that tells what was asked and declined most, without who asked it."""

from collections import Counter

from bot.administering.administration import Command
from bot.courtesies import courtesy
from bot.database import Database
from bot.phrases import administering
from bot.replies import Reply, say
from retrieval.stopwords import STOP_WORDS
from retrieval.words import words

__all__ = ["MOST_GAPS", "gaps"]

# Questions to show.
MOST_GAPS = 10
# Declined questions to look through, the newest: this bounds the time that it takes.
MOST_READ = 2_000
# Words of a question to go by.
MOST_WORDS = 12

_DECLINED = "SELECT understood FROM turns WHERE is_answered = 0 ORDER BY number DESC LIMIT ?"


def gaps(database: Database, *, is_on: bool) -> dict[str, Command]:
    """Return the command `gaps`.

    It counts in the conversations that are kept anyhow, and keeps nothing: what a chat has
    forgotten is not counted any more.

    Parameters
    ----------
    database
        keeps the conversations.
    is_on
        whether the operator lets administrators see what is asked.
    """

    def command(by: int, rest: str) -> Reply:
        if not is_on:
            return say(administering.GAPS_OFF)
        asked: Counter[str] = Counter()
        for (understood,) in database.rows(_DECLINED, MOST_READ):
            searched = _searched(str(understood))
            if searched and not courtesy(str(understood)):
                asked[searched] += 1
        # Those asked as often as another come in the order of their words, whoever asked last.
        most = sorted(asked.items(), key=lambda item: (-item[1], item[0]))[:MOST_GAPS]
        return say(administering.gaps(most) if most else administering.NO_GAPS)

    return {"gaps": command}


def _searched(question: str) -> str:
    """Return the words of a question that are searched for, folded, in their order.

    >>> _searched("Where is the Ferry of  SEOUL?")
    'ferry seoul'
    """
    found = [word.text for word in words(question) if word.text not in STOP_WORDS]
    return " ".join(found[:MOST_WORDS])
