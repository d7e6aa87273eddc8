"""A word of the question counts by where it stands and by what it is for."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.ranking.features import FEATURES
from retrieval.ranking.view import Floats, View
from tests.retrieval.ranking.making import harbour, view_of

# Each example looks at a whole index.
FEWER = settings(max_examples=40, deadline=None)
QUESTION = "Did Seoul end the pact in 2019?"
ROLES = ("names", "numbers", "plain words")
# Words that a feature counts in sentences 0, 1 and 3. Title: Harbour pact. 0 holds all of the
# question, 1 nothing of it beside 0, 3 Seoul and end, and its paragraph no more than that.
STANDING = {
    "names in sentence": ("seoul", "", "seoul"),
    "names in paragraph": ("seoul", "seoul", "seoul"),
    "names in paragraph or title": ("seoul", "seoul", "seoul"),
    "numbers in sentence": ("2019", "", ""),
    "numbers in paragraph": ("2019", "2019", ""),
    "numbers in paragraph or title": ("2019", "2019", ""),
    "plain words in sentence": ("end", "", "end"),
    "plain words in sentence and title": ("pact", "", ""),
    "plain words in paragraph": ("end", "end", "end"),
    "plain words in paragraph and title": ("pact", "pact", ""),
    "plain words in paragraph or title": ("end pact", "end pact", "end pact"),
}


def share(view: View, name: str) -> Floats:
    return np.asarray(FEATURES[name](view), np.float32)


@pytest.mark.parametrize("name", STANDING)
def test_a_place_and_a_role_count_the_words_that_have_both(name: str) -> None:
    idf = harbour().idf
    mass = sum(idf(word) for word in ("seoul", "end", "pact", "2019"))

    found = share(view_of(harbour(), QUESTION, 0, 1, 3), name)

    expected = [sum(map(idf, words.split())) / mass for words in STANDING[name]]
    assert found == pytest.approx(expected, rel=1e-5)


@FEWER
@given(st.lists(st.sampled_from([*QUESTION.split(), "Harbour", "rain", "snow"]), max_size=7))
def test_a_nearer_word_counts_wherever_one_further_off_does(words: list[str]) -> None:
    view = view_of(harbour(), " ".join(words), *range(6))

    found = {
        (role, place): share(view, f"{role} in {place}")
        for role in ROLES
        for place in (
            "sentence",
            "sentence and title",
            "paragraph",
            "paragraph and title",
            "paragraph or title",
        )
    }

    for role in ROLES:
        alone, titled = found[role, "paragraph"], found[role, "paragraph and title"]
        assert (found[role, "sentence"] <= alone + 1e-6).all()
        assert (found[role, "sentence and title"] <= titled + 1e-6).all()
        assert (alone + titled <= found[role, "paragraph or title"] + 1e-6).all()
    anywhere = view.share(np.maximum(view.in_paragraph, view.in_title))
    assert sum(found[role, "paragraph or title"] for role in ROLES) == pytest.approx(
        anywhere, abs=1e-5
    )
