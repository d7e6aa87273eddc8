"""The confidence is a probability that grows with what the sentence covers of the question."""

from bot.answering import Answerer
from bot.confidence import SPEAK_FROM
from bot.questions import Question

COVERED = "Keeper Mara Lind had tended the lighthouse for 31 years"
HALF = "Keeper Mara Lind painted the planetarium for 31 zeppelins"
UNKNOWN = "zeppelin hangar"
HARDLY = "Which keeper painted zeppelins in the planetarium of Reykjavik"


def test_the_more_of_a_question_stands_in_the_sentence_the_surer_it_is(
    answerer: Answerer,
) -> None:
    sure = [answerer.answer(Question(text), text).confidence for text in (COVERED, HALF, HARDLY)]

    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == 3


def test_a_sentence_put_as_the_question_is_spoken_and_unknown_words_are_not(
    answerer: Answerer,
) -> None:
    sure = [answerer.answer(Question(text), text).confidence for text in (COVERED, UNKNOWN)]

    assert 0 <= sure[1] < SPEAK_FROM <= sure[0] <= 1
