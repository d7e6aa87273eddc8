"""A document that is opened shows what it is and how it begins."""

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


def test_what_is_not_there_is_one_line(answerer: Answerer) -> None:
    assert opened(answerer.index, "nowhere.txt") == say(inline.NO_DOCUMENT)
