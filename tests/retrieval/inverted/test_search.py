"""A search returns what the definition of points puts first, for any limit and any scope."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from retrieval.inverted.bounds import choose
from retrieval.inverted.engines import Numpy
from retrieval.inverted.points import Points, Some, Wanted
from retrieval.inverted.scoring import Scorer
from retrieval.inverted.search import search
from tests.retrieval.inverted import laws
from tests.retrieval.inverted.corpora import CORPORA, QUESTIONS, SEEDS, WORDS, grown, large
from tests.retrieval.inverted.laws import ALL, Pairs, everything
from tests.retrieval.inverted.making import Made, Text, line, made_of
from tests.retrieval.inverted.reference import points_of, rows_of

SOME = settings(max_examples=30, deadline=None)
FEW = settings(max_examples=15, deadline=None)
# More sections than any corpus here has.
COUNTLESS = 1 << 20


class Watched(Scorer):
    """Remembers which sections it scored."""

    def __init__(self, made: Made) -> None:
        scorer = made.scorer
        super().__init__(
            scorer.postings, scorer.passages, scorer.lengths, scorer.fields, made.means
        )
        self.scored: list[int] = []

    def points(self, wanted: Wanted, some: Some) -> Points:
        self.scored += some.sections.tolist()
        return super().points(wanted, some)


def found(
    made: Made,
    question: list[str],
    limit: int,
    allowed: NDArray[np.bool_] | None = None,
    *,
    few: int = COUNTLESS,
) -> Pairs:
    return laws.found(Numpy(made.scorer, few=few), made, question, limit, allowed)


def places(best: Pairs) -> list[int]:
    return [passage for passage, _ in best]


def check_against_the_definition(made: Made, question: list[str]) -> None:
    part_first = made.scorer.passages.part_first.tolist()
    expected = points_of(made.texts, part_first, set(question), made.fields)
    rows = rows_of(made.texts, part_first)

    best = found(made, question, ALL)

    assert {passage for passage, _ in best} == {n for n, x in enumerate(expected) if x > 0}
    assert [total for _, total in best] == pytest.approx([expected[n] for n, _ in best])
    keys = [
        (-total, -made.texts[rows[n].document].day, rows[n].sentence, rows[n].document)
        for n, total in best
    ]
    assert keys == sorted(keys)


@SOME
@given(CORPORA, QUESTIONS)
def test_few_documents_are_found_by_the_definition(texts: list[Text], question: list[str]) -> None:
    check_against_the_definition(made_of(texts), question)


@FEW
@given(SEEDS, QUESTIONS)
def test_long_documents_are_found_by_the_definition(seed: int, question: list[str]) -> None:
    check_against_the_definition(made_of(grown(seed, 12)), question)


@SOME
@given(CORPORA, QUESTIONS, st.data())
def test_every_limit_and_scope_returns_the_best_of_what_it_may(
    texts: list[Text], question: list[str], data: st.DataObject
) -> None:
    made = made_of(texts)
    chosen = data.draw(st.sets(st.sampled_from(range(len(texts))))) if texts else set()
    scopes = None, made.scorer.passages.of_documents(chosen)
    expected = [everything(made, question, scope) for scope in scopes]
    limits = range(1, max(map(len, expected)) + 2)

    best = [[found(made, question, limit, scope) for limit in limits] for scope in scopes]

    assert best == [[front[:limit] for limit in limits] for front in expected]


@SOME
@given(QUESTIONS, st.integers(1, 400))
def test_a_limit_returns_the_front_of_everything_among_many_sections(
    question: list[str], limit: int
) -> None:
    best = [found(large(), question, limit, few=few) for few in (0, COUNTLESS)]

    assert best == [everything(large(), question)[:limit]] * 2


@SOME
@given(QUESTIONS, st.integers(1, 100), st.sets(st.integers(0, 169)))
def test_a_scope_leaves_out_all_other_documents_and_changes_nothing_else(
    question: list[str], limit: int, chosen: set[int]
) -> None:
    scope = large().scorer.passages.of_documents(chosen)

    best = found(large(), question, limit, scope)

    assert best == everything(large(), question, scope)[:limit]


@pytest.mark.parametrize("limit", [1, 3, 50, 2000])
def test_where_few_passages_hold_the_rare_word_those_with_common_ones_follow(limit: int) -> None:
    # The common word is not looked up for bounds: see `bounds.choose`.
    question = ["ash", "grove"]
    n_rare = len(everything(large(), ["grove"]))

    best = found(large(), question, limit, few=0)

    assert 50 < n_rare < 2000 < len(everything(large(), question))
    assert best == everything(large(), question)[:limit]


@pytest.mark.parametrize("limit", [1, 40, 41, 400])
def test_sections_of_common_words_alone_are_found_behind_a_single_rare_one(limit: int) -> None:
    # Ninety documents hold the common word alone, in every sentence; one holds the rare word too.
    made = made_of([*[Text(((line("ash"),) * 40,))] * 90, Text(((line("elm ash"),) * 40,))])
    question = made.wanted("ash", "elm")
    chosen = choose(made.scorer.postings, question, made.scorer.passages.n_sections)

    best = found(made, ["ash", "elm"], limit, few=0)

    assert [made.vocabulary[n] for n in question.terms[chosen.places]] == ["elm"]
    assert best == everything(made, ["ash", "elm"])[:limit]
    assert len(best) == limit


@SOME
@given(CORPORA, QUESTIONS, st.data())
def test_the_order_of_documents_only_decides_between_equals(
    texts: list[Text], question: list[str], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(texts))))
    straight = made_of(texts)

    moved = made_of([texts[n] for n in order])

    assert totals_by_text(moved, question, list(order)) == pytest.approx(
        totals_by_text(straight, question, list(range(len(texts))))
    )


def totals_by_text(
    made: Made, question: list[str], order: list[int]
) -> dict[tuple[int, int], float]:
    """Return the points of passages by the number of their text before it was moved."""
    passages = made.scorer.passages
    best = found(made, question, ALL)
    documents = passages.document_of(np.array(places(best), np.int64)).tolist()
    return {
        (order[document], passage - int(passages.first[document])): total
        for (passage, total), document in zip(best, documents, strict=True)
    }


def test_sections_that_cannot_reach_the_best_are_not_scored() -> None:
    # A hundred documents hold the common word; one holds the rare one as well.
    common = Text(((line("ash"),) * 40,))
    rare = Text(((line("ash elm"), *(line("ash"),) * 39),))
    made = made_of([*(common,) * 99, rare])
    scorer = Watched(made)

    best = search(Numpy(scorer), made.scorer.passages, made.wanted("ash", "elm"), 1)

    assert best.passages.tolist() == [99 * 40]
    assert len(scorer.scored) < 50


@pytest.mark.parametrize("newest", [0, 15, 24, 29])
def test_a_document_found_by_its_title_alone_is_found_wherever_it_stands(newest: int) -> None:
    # Thirty sections of equal points, of which the search scores some before the others.
    made = made_of(
        Text(((line("ash"),) * 40,), ("elm",), day=6 if n == newest else 5) for n in range(30)
    )

    assert places(found(made, ["elm"], 1)) == [40 * newest]


def test_no_section_is_scored_twice() -> None:
    scorer = Watched(large())

    search(Numpy(scorer), large().scorer.passages, large().wanted(*WORDS), 300)

    assert len(set(scorer.scored)) == len(scorer.scored) > 24


def test_a_question_without_known_terms_finds_nothing() -> None:
    assert found(large(), ["zinc"], 5) == []


def test_without_documents_nothing_is_found() -> None:
    assert found(made_of([]), ["ash"], 5) == []


def test_equals_go_by_newer_document_then_earlier_sentence_then_id() -> None:
    twice = ((line("ash bay"),), (line("ash bay"),))
    made = made_of([Text(twice, day=5), Text(twice), Text(twice, day=6), Text(twice, day=5)])

    best = found(made, ["ash"], ALL)

    # Passages: 0 and 1 of day 5, 2 and 3 undated, 4 and 5 of day 6, 6 and 7 of day 5.
    assert places(best) == [4, 5, 0, 6, 1, 7, 2, 3]


def test_a_limit_cuts_equals_by_the_same_order() -> None:
    made = made_of([Text(((line("ash"),) * 40,), day=n % 2) for n in range(60)])

    best = found(made, ["ash"], 3)

    # The first sentences of the documents 1, 3 and 5, which are a day newer.
    assert places(best) == [40, 120, 200]
    assert places(found(made, ["ash"], 31))[30] == 41


def test_a_scope_of_documents_without_a_sentence_finds_nothing() -> None:
    made = made_of([Text(())])

    assert found(made, ["ash"], 5, made.scorer.passages.of_documents([0])) == []
