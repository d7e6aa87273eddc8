"""A document that is opened shows what it is and how it begins."""

import pytest

from bot.answering import Answerer
from bot.opening import N_SHOWN, opened
from bot.phrases import inline
from bot.replies import say

LIGHTHOUSE = "2019-05-02-lighthouse.txt"


def test_a_document_opens_with_its_title_and_its_first_sentences(answerer: Answerer) -> None:
    library = answerer.index.library
    document = library.document(library.positions([LIGHTHOUSE])[0])

    head, quote, citation = opened(answerer.index, LIGHTHOUSE).parts

    first, last = document.sentences[0], document.sentences[N_SHOWN - 1]
    assert head.text.startswith("Port Ellen switches off its lighthouse, 2019-05-02")
    assert (quote.kind, quote.text) == ("quote", document.text[first.start : last.end])
    assert (citation.kind, citation.text[-13:]) == ("citation", "sentences 1-3")


@pytest.mark.parametrize(
    ("document", "seen"),
    [("nowhere.txt", None), (LIGHTHOUSE, frozenset[str]()), (LIGHTHOUSE, frozenset({"rules.md"}))],
)
def test_what_is_not_there_and_what_is_not_for_this_chat_look_the_same(
    answerer: Answerer, document: str, seen: frozenset[str] | None
) -> None:
    assert opened(answerer.index, document, seen) == say(inline.NO_DOCUMENT)


def test_a_document_that_a_chat_may_see_opens_as_for_all(answerer: Answerer) -> None:
    seen = frozenset({LIGHTHOUSE})

    assert opened(answerer.index, LIGHTHOUSE, seen) == opened(answerer.index, LIGHTHOUSE)
