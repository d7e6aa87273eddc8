from collections import Counter
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.preparing import analysed
from tests.benchmarks.zipf import N_WORDS, Zipf, spell

ranks = st.integers(0, N_WORDS - 1)


@given(ranks)
def test_analysis_leaves_a_generated_word_as_it_is(rank: int) -> None:
    word = spell(rank)

    terms = [token.term for token in analysed(word)]

    assert terms == [word]


@given(ranks, ranks)
def test_ranks_are_spelt_apart(one: int, other: int) -> None:
    spellings = {spell(one), spell(other)}

    assert len(spellings) == len({one, other})


def test_the_same_seed_gives_the_same_text() -> None:
    first, second = (list(islice(Zipf(3).pieces(), 2)) for _ in range(2))

    assert first == second
    assert list(Zipf(3).questions()) == list(Zipf(3).questions())


def test_another_seed_gives_another_text() -> None:
    pieces = {next(Zipf(seed).pieces()).sentences for seed in (1, 2, 3)}

    assert len(pieces) == 3


def test_words_are_as_frequent_as_the_law_says() -> None:
    pieces = islice(Zipf(1).pieces(), 500)
    counts = Counter(
        word for piece in pieces for sentence in piece.sentences for word in sentence.split()
    )

    # 10,000 sentences of 11 words in the mean. The sum of 1 / r for r from 11 to 200,010 is
    # ln(200,010.5 / 10.5) = 9.855, so the commonest word is 1 / 11 / 9.855 = 0.922 % of all.
    assert abs(counts.total() - 110_000) < 2_000
    assert abs(counts[spell(0)] / counts.total() - 0.00922) < 0.001
    # Rank 100 is (1 + 10) / (100 + 10) times as frequent.
    assert abs(counts[spell(99)] / counts.total() - 0.000922) < 0.0003


def test_a_question_has_three_to_seven_words() -> None:
    lengths = {len(question.split()) for question in Zipf(1).questions()}

    assert lengths == {3, 4, 5, 6, 7}
