"""No term adds more to a passage than the bound of its section says."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

from retrieval.fields import Field, Fields
from retrieval.inverted.bounding import Entries, Stretch, bound
from retrieval.inverted.inverting import invert
from retrieval.inverted.points import Means
from tests.retrieval.inverted.corpora import CORPORA, SEEDS, grown
from tests.retrieval.inverted.making import Line, Made, Text, line, made_of

# Weight, k1 and b such that a term that occurs n times gives n / (n + 1) of its idf.
PLAIN = Field(weight=1.0, saturation=1.0, length_penalty=0.0)
FOUR = Fields(PLAIN, PLAIN, PLAIN, PLAIN)
SOME = settings(max_examples=30, deadline=None)
FEW = settings(max_examples=15, deadline=None)


def whole(numbers: list[int]) -> NDArray[np.int64]:
    return np.array(numbers, np.int64)


def bounded(asks: tuple[int, ...] = (), fields: Fields = FOUR) -> Entries:
    """Bound term 0 (idf 2, title idf 4) and term 1 (idf 6) in four passages of two documents.

    Passages "0 0", "1" in one paragraph; "0" in the next; "1" in the second document, which is a
    section of its own. The first document's title is "0".
    """
    one_each = np.arange(3)
    stretch = Stretch(
        paragraph=whole([0, 0, 1, 2]),
        part=whole([0, 0, 0, 1]),
        document=whole([0, 0, 0, 1]),
        section=whole([0, 0, 0, 1]),
        n_terms=np.array([2.0, 1, 1, 1]),
        asks=np.isin(np.arange(4), asks),
    )
    terms = one_each[:2].astype(np.int32)
    return bound(
        invert(whole([0, 0, 1, 0, 1]), whole([2, 1, 1, 1]), terms, one_each),
        invert(whole([0]), whole([1, 0]), terms, one_each),
        stretch,
        n_title_terms=whole([1, 0]),
        idf=np.array([2.0, 6.0]),
        title_idf=np.array([4.0, 4.0]),
        fields=fields,
        means=Means(1.25, 5 / 3, 2.5, 0.5),
    )


def test_bounds_are_worked_out_by_hand() -> None:
    entries = bounded()

    # Term 0 in section 0: sentence and paragraph 2/3 of 2; document 3/4 of 2, title 1/2 of 4.
    # Term 1 in sections 0 and 1: sentence, paragraph and document 1/2 of 6 each.
    assert entries.term.tolist() == [0, 1, 1]
    assert entries.section.tolist() == [0, 0, 1]
    assert entries.top.tolist() == pytest.approx([4 / 3, 3, 3])
    assert entries.near.tolist() == pytest.approx([4 / 3, 3, 3])
    assert entries.wide.tolist() == pytest.approx([3.5, 3, 3])
    assert entries.size.tolist() == [2, 1, 1]
    assert entries.mask.tolist() == [1, 1, 1]


def test_where_a_question_stands_the_answer_may_get_half_as_much_on_top() -> None:
    entries = bounded(asks=(1,))

    assert entries.top.tolist() == pytest.approx([4 / 3 * 1.5, 3 * 1.5, 3])
    assert entries.near.tolist() == pytest.approx([4 / 3 * 1.5, 3 * 1.5, 3])
    assert entries.wide.tolist() == pytest.approx([3.5 * 1.5, 3 * 1.5, 3])


def test_a_field_of_no_weight_adds_nothing() -> None:
    nothing = dataclasses.replace(PLAIN, weight=0.0)

    entries = bounded(fields=Fields(PLAIN, nothing, nothing, nothing))

    assert entries.top.tolist() == pytest.approx([4 / 3, 3, 3])
    assert entries.near.tolist() == entries.wide.tolist() == [0, 0, 0]


def test_a_bound_is_rounded_up_and_nothing_stays_nothing() -> None:
    near = bounded().near[:1].astype(np.float64)

    assert 4 / 3 < near[0] < 4 / 3 * (1 + 1e-6)


def test_a_term_of_a_title_alone_has_an_entry_without_passages() -> None:
    made = made_of([Text(((line("ash"),),), title=("elm",))])
    [ash, elm] = (made.vocabulary.index(word) for word in ("ash", "elm"))
    postings = made.scorer.postings

    sizes = [postings.size(term) for term in (ash, elm)]
    n_entries = [len(range(*postings.entries(term))) for term in (ash, elm)]

    assert (sizes, n_entries) == ([1, 0], [1, 1])
    [place] = range(*postings.entries(elm))
    assert (postings.near[place], postings.wide[place], postings.mask[place]) == (0, 255, 0)


def test_a_mask_tells_the_eighths_of_the_paragraphs_that_hold_the_term() -> None:
    # Passages 0 to 8, one paragraph, hold it at the end; so does 20, a paragraph of its own.
    long = (*(line("ash"),) * 8, line("elm"))
    made = made_of([Text((long, *((line("ash"),),) * 11, (line("elm"),), (line("ash"),)))])
    postings = made.scorer.postings

    [entry] = range(*postings.entries(made.vocabulary.index("elm")))

    # Eighths are of eight passages: the paragraph is in eighths 0 and 1, passage 20 in eighth 2.
    assert postings.mask[entry] == 0b111


def test_what_a_long_paragraph_adds_is_told_for_the_whole_section() -> None:
    # Thirty sentences are in four eighths; the last sentence, in the fourth, holds the word.
    made = made_of([Text(((*(line("ash"),) * 29, line("elm")),))], FOUR)
    postings, elm = made.scorer.postings, made.vocabulary.index("elm")
    idf = float(made.idf[elm])

    [entry] = range(*postings.entries(elm))

    # It gives half its idf in the sentence; paragraph and document give half each, to all thirty.
    assert (postings.near[entry], postings.mask[entry]) == (0, 0)
    assert float(postings.top_scale[elm]) == pytest.approx(idf / 2, rel=1e-5)
    assert float(postings.wide_scale[elm]) == pytest.approx(idf, rel=1e-5)


def test_a_paragraph_is_long_from_three_eighths_on() -> None:
    # Sixteen sentences are in two eighths, seventeen in three; either holds the word once.
    texts = [Text(((*(line("ash"),) * n, line("elm")),)) for n in (15, 16)]

    made = [made_of([text], FOUR) for text in texts]

    lists, elm = [one.scorer.postings for one in made], made[0].vocabulary.index("elm")
    entries = [postings.entries(elm)[0] for postings in lists]
    assert [postings.mask[n] for postings, n in zip(lists, entries, strict=True)] == [0b11, 0]
    # Near and wide give half the idf each, or wide gives it all.
    idf = [float(one.idf[elm]) for one in made]
    near = [float(postings.near_scale[elm]) for postings in lists]
    wide = [float(postings.wide_scale[elm]) for postings in lists]
    assert near == pytest.approx([idf[0] / 2, 0], rel=1e-5)
    assert wide == pytest.approx([idf[0] / 2, idf[1]], rel=1e-5)


def check_every_bound(made: Made) -> None:
    """Compare what single terms add with the entries that bound it."""
    scorer, postings = made.scorer, made.scorer.postings
    sections = np.arange(scorer.passages.n_sections)
    for number in range(len(made.vocabulary)):
        wanted = made.wanted(made.vocabulary[number])
        points = made.points(wanted)
        entry, section = postings.entries_in(number, sections)
        of_section = np.full(len(sections), -1)
        of_section[section] = entry
        held = scorer.passages.section_of(points.passages)
        mine = of_section[held]
        near = postings.near[mine] * (float(postings.near_scale[number]) / 255)
        wide = postings.wide[mine] * (float(postings.wide_scale[number]) / 255)
        place = points.passages - scorer.passages.section_first.astype(np.int64)[held]
        near *= postings.mask[mine] >> (place // 8) & 1
        assert (mine >= 0).all()
        top, beside = float(postings.top_scale[number]), near + wide
        assert (points.sentence <= top).all()
        assert (points.document + points.title <= wide * (1 + 1e-7)).all()
        others = points.paragraph + points.document + points.title
        assert (others <= beside * (1 + 1e-7)).all()
        assert (points.total <= (top + beside) * (1 + 1e-7)).all()


@SOME
@given(CORPORA)
def test_no_passage_gets_more_of_a_term_than_its_entry_says(texts: list[Text]) -> None:
    check_every_bound(made_of(texts))


@FEW
@given(SEEDS)
def test_no_passage_of_a_long_document_gets_more_of_a_term_than_its_entry_says(seed: int) -> None:
    check_every_bound(made_of(grown(seed, 8)))


def in_short_paragraphs(text: Text) -> Text:
    """Return a document of paragraphs of one sentence, none of which asks."""
    return text._replace(paragraphs=tuple((Line(line.terms),) for line in text.lines))


@FEW
@given(SEEDS)
def test_where_nobody_asks_and_paragraphs_are_short_the_largest_bounds_are_reached(
    seed: int,
) -> None:
    made = made_of(map(in_short_paragraphs, grown(seed, 8)))

    reached = [made.points(made.wanted(term)) for term in made.vocabulary]

    top = [float(points.sentence.max(initial=0)) for points in reached]
    near = [float(points.paragraph.max(initial=0)) for points in reached]
    wide = [float((points.document + points.title).max(initial=0)) for points in reached]
    postings = made.scorer.postings
    assert postings.top_scale.tolist() == pytest.approx(top, rel=1e-5)
    assert postings.near_scale.tolist() == pytest.approx(near, rel=1e-5)
    assert postings.wide_scale.tolist() == pytest.approx(wide, rel=1e-5)
