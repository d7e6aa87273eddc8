"""Small talk, which gets a fixed phrase and never a quote."""

import re

from bot import phrases

__all__ = ["courtesy"]

END = r"[\s!.,?)(:;~👋🙏🙂😊❤️👍]*"
TALK = {
    phrases.GREETING: r"(?:hi|hello|hey|hiya|howdy|greetings"
    r"|good (?:morning|afternoon|evening|day))"
    r"(?:,? (?:there|again|all|everyone|everybody|quoth|bot))?",
    phrases.WELCOME: r"(?:many |ok,? |great,? )?(?:thanks?|thank you|thx|ty|cheers)"
    r"(?:,? (?:you|a lot|so much|very much|a million|again|quoth|bot|all|everyone"
    r"|for (?:your|the|all (?:your|the)) (?:help|answers?)|for that|for helping(?: me)?))*",
    phrases.FAREWELL: r"(?:good ?bye|bye(?:[ -]bye)?|see you(?: later| soon| tomorrow)?|good night"
    r"|farewell)(?:,? (?:quoth|bot|all|everyone))?",
    phrases.ABOUT: r"(?:who|what) (?:are|r) (?:you|u)|what(?: i|')s your name|are you (?:a )?"
    r"(?:bot|robot|human|person|real|an? ai)|how are (?:you|u)(?: doing| today)*|how do you do"
    r"|how(?: i|')s it going",
    phrases.HELP: r"help(?: me)?(?:,? please)?|what can (?:you|i) (?:do|ask)(?: here| you)?"
    r"|how (?:does this|do you) work",
}
PATTERNS = {
    phrase: re.compile(rf"{END}(?:{talk}){END}", re.IGNORECASE) for phrase, talk in TALK.items()
}


def courtesy(text: str) -> str:
    """Return the phrase that answers a message of nothing but small talk, "" for any other.

    >>> courtesy("Thanks a lot!") == phrases.WELCOME, courtesy("Thanks to whom did it end?")
    (True, '')
    """
    plain = text.replace("’", "'")
    return next((phrase for phrase, talk in PATTERNS.items() if talk.fullmatch(plain)), "")
