"""How good the grammar is on sentences labelled by hand."""

from tests.corpus.dates.score import Labelled, Score, read_labelled, score

SENTENCES = read_labelled()


def test_the_labelled_set_is_large_enough_and_says_nothing_twice() -> None:
    n_dates = sum(len(sentence.dates) for sentence in SENTENCES)
    n_without = sum(not sentence.dates for sentence in SENTENCES)

    assert n_dates >= 320
    assert n_without >= 200
    assert len({sentence.text for sentence in SENTENCES}) == len(SENTENCES)


def test_the_kept_half_reaches_the_bar() -> None:
    reached = score(sentence for sentence in SENTENCES if sentence.half == "kept")

    assert reached.precision >= 0.95
    assert reached.f1 >= 0.85


def test_no_date_is_found_in_a_sentence_without_one() -> None:
    free = [sentence for sentence in SENTENCES if not sentence.dates]

    assert [sentence.text for sentence in free if sentence.found] == []


def test_a_value_is_right_only_with_its_span_and_its_days() -> None:
    # Two dates found; only the first one's ISO form is as labelled, and one label is not found.
    sentence = Labelled(
        None,
        "In 1998, in 2001 and at dawn.",
        (("1998", "1998"), ("2001", "2002"), ("dawn", "2001")),
    )

    reached = score([sentence])

    assert reached == Score(n_right=1, n_found=2, n_expected=3)
    assert (reached.precision, reached.recall) == (1 / 2, 1 / 3)
    # 2 * 1 / (2 + 3)
    assert reached.f1 == 0.4
