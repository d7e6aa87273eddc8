"""The contributions to a candidate's score, each under a name that a reader understands."""

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np

from retrieval.ranking import matching, shape, wanted
from retrieval.ranking.view import Floats, View, once

__all__ = ["FEATURES", "FREE", "HELPING", "PLACES", "ROLES", "Feature", "features"]

# A feature gives each of n candidates a number: (n,).
Feature = Callable[[View], np.ndarray]


def features(view: View) -> Floats:
    """Return (n, n_features) in the order of `FEATURES`."""
    table = np.empty((len(view), len(FEATURES)), np.float32)
    for column, feature in enumerate(FEATURES.values()):
        table[:, column] = feature(view)
    return table


def covered_among_candidates(view: View) -> Floats:
    """Share of the question held, with rarity taken among the candidates themselves."""
    holders = view.held.sum(axis=0)
    rarity = np.log1p((len(view) - holders + 0.5) / (holders + 0.5)) * (view.wanted.weight > 0)
    return np.asarray(view.held @ rarity / max(float(rarity[holders > 0].sum()), 1e-6))


def stop_words_covered(view: View) -> Floats:
    """Share of the question's stop words that the sentence holds."""
    stops = view.wanted.is_stop.astype(np.float32)
    return view.held @ stops / max(float(stops.sum()), 1.0)


# Where a word of the question can stand. A word in the sentence counts for paragraph and nearby as
# well, so that with weights of 0 or more a nearer word never counts less than one further off.
PLACES = (
    "sentence", "sentence and title", "paragraph", "paragraph and title", "paragraph or title",
)  # fmt: skip


@once
def standings(view: View) -> Floats:
    """Return (n_places, n, n_roles) shares of the question that stand in a place, by role."""
    sentence, paragraph, title = view.held, view.in_paragraph, view.in_title
    found = (
        sentence * (1 - title),
        sentence * title,
        paragraph * (1 - title),
        paragraph * title,
        np.maximum(paragraph, title),
    )
    weights = view.wanted.weight * view.wanted.roles / view.wanted.mass
    # Not a matrix product, which rounds equal rows differently.
    return np.asarray(np.einsum("pnw,rw->pnr", np.stack(found), weights))


def standing(view: View, role: int, place: int) -> np.ndarray:
    """Share of the question that has a role and stands in a place."""
    return np.asarray(standings(view)[place, :, role])


def held_points(view: View, role: str) -> Floats:
    """Idf of the words that have a role and that the sentence holds."""
    return view.share(view.held, role) * view.wanted.mass


@once
def gap(view: View) -> Floats:
    """Share of the question that the paragraph holds beyond the sentence."""
    return view.share(np.maximum(view.held, view.in_paragraph)) - view.share(view.held)


def relative_place(view: View) -> Floats:
    """How far down in its document the sentence stands, 0 to 1, on a logarithmic scale."""
    relative = np.log1p(shape.place(view)) / np.log1p(shape.document_length(view))
    return relative.astype(np.float32)


def is_bare(view: View) -> np.ndarray:
    """Whether the sentence has fewer than six words."""
    return shape.length(view) < 6


ROLES = {"names": "name", "numbers": "number", "plain words": "plain word"}

# These can only say that a sentence is about what is asked: their weights are 0 or more, so that
# they stay sensible on corpora unlike those that they were learnt from.
HELPING: Mapping[str, Feature] = {
    "document": lambda view: view.points_of("document"),
    "title": lambda view: view.points_of("title"),
    "pairs of words in paragraph": matching.paragraph_pairs,
    "sentence, rarity in document": matching.local_sentence,
    "paragraph, rarity in document": matching.local_paragraph,
    "pieces of words": matching.pieces,
    "pieces of words in paragraph": matching.paragraph_pieces,
    "pieces of words in title": matching.title_pieces,
    "share of pieces": lambda view: matching.pieces(view) / matching.piece_mass(view),
    **{
        f"{name} in {place}": partial(standing, role=wanted.ROLES.index(role), place=number)
        for name, role in ROLES.items()
        for number, place in enumerate(PLACES)
    },
    "covered, rarity among candidates": covered_among_candidates,
    "numbers held": partial(held_points, role="number"),
    "plain words held": partial(held_points, role="plain word"),
    "the focus held": partial(held_points, role="focus"),
    "words close together": lambda view: shape.nearness(view) / view.wanted.mass,
}
# These may speak for a sentence or against it.
FREE: Mapping[str, Feature] = {
    "pieces of words in sentence before": matching.pieces_before,
    "pieces of words in sentence after": matching.pieces_after,
    "stop words covered": stop_words_covered,
    "words in the question's order": shape.order,
    "sentence before": matching.points_before,
    "sentence after": matching.points_after,
    "opens the document": lambda view: shape.place(view) == 0,
    "place in document": lambda view: np.log1p(shape.place(view)),
    "relative place in document": relative_place,
    "opens the paragraph": shape.opens_paragraph,
    "length of paragraph": lambda view: np.log1p(shape.paragraph_length(view)),
    "length": lambda view: np.log1p(shape.length(view)),
    "fewer than six words": is_bare,
    "is a question": shape.is_question,
    "opens with a pronoun": shape.opens_with_pronoun,
    "opens with a pronoun, paragraph says more": lambda view: (
        shape.opens_with_pronoun(view) * gap(view)
    ),
    "opens the paragraph, which says more": lambda view: shape.opens_paragraph(view) * gap(view),
    "opens with a pronoun, sentence before": lambda view: (
        shape.opens_with_pronoun(view) * matching.points_before(view)
    ),
}
FEATURES: Mapping[str, Feature] = {**HELPING, **FREE}
