"""Asked words made by hand."""

from bot.trust.wording import SENTENCE, Asked, Text, read

__all__ = ["asked_of", "english"]


def asked_of(question: Text, **places: int) -> tuple[Asked, ...]:
    """Return the words of a question that are no stop words, each of weight 1.

    They stand in the sentence, or where `places` says by stem.
    """
    return tuple(
        Asked(word, stem, at, 1.0, False, word.isdigit(), places.get(stem, SENTENCE))
        for at, (word, stem) in enumerate(zip(question.words, question.stems, strict=True))
        if not question.is_stop[at]
    )


def english(text: str) -> Text:
    """Take an English text apart."""
    return read(text)
