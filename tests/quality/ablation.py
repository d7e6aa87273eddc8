"""What each group of contributions is worth: `python -m tests.quality.ablation SETS`.

Learns the ranking from three of five folds with one group left out at a time, measures the first
place on the other two, and draws the losses as `ablation.svg` beside this module.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from retrieval.ranking.examples import Examples, examples
from retrieval.ranking.features import FEATURES, PLACES, ROLES
from retrieval.ranking.fitting import fit
from retrieval.ranking.training import LESSONS
from tests.quality.crossvalidation import measures, scores

__all__ = ["GROUPS", "draw", "main"]

LEARN, MEASURE = frozenset((2, 3, 4)), frozenset((0, 1))
PICTURE = Path(__file__).with_name("ablation.svg")

# Every feature belongs to one group; the kinds of evidence are a group of their own.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "answer types": (),
    "pieces of words": tuple(name for name in FEATURES if "pieces" in name),
    "where the words stand": tuple(f"{name} in {place}" for name in ROLES for place in PLACES),
    "points of fields": (
        "document",
        "title",
        "sentence, rarity in document",
        "paragraph, rarity in document",
        "pairs of words in paragraph",
    ),
    "other coverage": (
        "covered, rarity among candidates",
        "stop words covered",
        "numbers held",
        "plain words held",
        "the focus held",
    ),
    "order and nearness": ("words close together", "words in the question's order"),
    "neighbours": ("sentence before", "sentence after"),
    "place": (
        "opens the document",
        "place in document",
        "relative place in document",
        "opens the paragraph",
    ),
    "length": ("length of paragraph", "length", "fewer than six words"),
    "question, pronoun": (
        *(name for name in FEATURES if "pronoun" in name),
        "is a question",
        "opens the paragraph, which says more",
    ),
}


def without(part: Examples, group: str) -> Examples:
    """Blank a group's features, or the evidence."""
    if not GROUPS[group]:
        return replace(part, evidence=np.zeros_like(part.evidence))
    columns = [list(FEATURES).index(name) for name in GROUPS[group]]
    features = part.features.copy()
    features[:, columns] = 0
    return replace(part, features=features)


def measure(parts: Mapping[str, Examples]) -> dict[str, float]:
    """Learn and measure: P@1 by set."""
    model = fit(list(parts.values()), LEARN)
    return {
        name: measures(part, scores(model, part), MEASURE)["P@1"] for name, part in parts.items()
    }


def draw(losses: Mapping[str, Mapping[str, float]]) -> str:
    """Draw, for each group, a bar a set: points of P@1 that are lost without it."""
    sets = list(next(iter(losses.values())))
    bar, gap, left, scale = 9, 14, 270, 70
    height = len(losses) * (len(sets) * bar + gap) + 70
    size = f'width="860" height="{height}"'
    title = "Points of P@1 lost without a group, the rest learnt anew (held-out folds)"
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">',
        f'<rect {size} fill="white"/>',
        f'<text x="10" y="20">{title}</text>',
    ]
    colours = ("#1b6ca8", "#5aa9e6", "#7fc8a9", "#d5a021", "#c8553d", "#8e5572", "#888888")
    for number, name in enumerate(sets):
        place, colour = 10 + 120 * number, colours[number % len(colours)]
        rows.append(f'<rect x="{place}" y="32" width="10" height="10" fill="{colour}"/>')
        rows.append(f'<text x="{place + 14}" y="41">{name}</text>')
    y = 60
    for group, by_set in losses.items():
        rows.append(f'<text x="10" y="{y + len(sets) * bar / 2 + 4:.0f}">{group}</text>')
        for number, name in enumerate(sets):
            lost = 100 * by_set[name]
            width, x = abs(lost) * scale, left + min(lost, 0) * scale
            colour = colours[number % len(colours)]
            rows.append(
                f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{bar - 1}" fill="{colour}">'
                f"<title>{name}: {lost:+.1f}</title></rect>"
            )
            y += bar
        y += gap
    rows.append(f'<line x1="{left}" y1="55" x2="{left}" y2="{y}" stroke="black"/>')
    return "\n".join([*rows, "</svg>", ""])


def main(argv: Sequence[str] | None = None) -> None:
    """Print a table of the losses and draw them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, help="folder of question sets")
    arguments = parser.parse_args(argv)
    parts = {name: examples(arguments.sets / name, lesson) for name, lesson in LESSONS.items()}
    whole = measure(parts)
    losses: dict[str, dict[str, float]] = {}
    print("all groups", {name: round(value, 4) for name, value in whole.items()}, flush=True)
    for group in GROUPS:
        rest = measure({name: without(part, group) for name, part in parts.items()})
        losses[group] = {name: whole[name] - rest[name] for name in whole}
        print(group, {name: round(lost, 4) for name, lost in losses[group].items()}, flush=True)
    PICTURE.write_text(draw(losses), encoding="utf-8")


if __name__ == "__main__":
    main()
