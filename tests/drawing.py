"""What the pictures made by code share: lines, and labels that do not lie on another."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

__all__ = ["LINE", "apart", "stroke"]

# Height of a line of text, in pixels.
LINE = 15


def apart(heights: Mapping[str, float]) -> dict[str, float]:
    """Move labels down until none lies on another."""
    names = sorted(heights, key=lambda name: heights[name])
    moved = dict(heights)
    for above, below in pairwise(names):
        moved[below] = max(moved[below], moved[above] + LINE)
    return moved


def stroke(points: Sequence[tuple[float, float]], colour: str, width: int) -> str:
    """Return a line through points as an element of SVG."""
    places = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="{width}"/>'
