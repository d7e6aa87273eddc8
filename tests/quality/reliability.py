"""How near confidences come to how often they are right, as a number and as a picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.trust.choosing import Judged

__all__ = ["Bin", "bins", "calibration_error", "draw"]

N_BINS = 10
SIZE, EDGE = 320, 40
COLOURS = ("#1b6ca8", "#c8553d", "#4a8c5c", "#8e5572")


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of about the same confidence.

    Attributes:
        n: how many.
        confidence: their mean confidence, 0 to 1.
        right: share that is right, 0 to 1.
    """

    n: int
    confidence: float
    right: float


def bins(answers: Sequence[Judged]) -> list[Bin]:
    """Sort answers into ten bins of equal width by confidence, empty ones left out."""
    sorted_in: dict[int, list[Judged]] = {}
    for sure, is_right in answers:
        sorted_in.setdefault(min(int(sure * N_BINS), N_BINS - 1), []).append((sure, is_right))
    return [_bin(sorted_in[number]) for number in sorted(sorted_in)]


def calibration_error(answers: Sequence[Judged]) -> float:
    """Return the expected calibration error: the mean gap of the bins, by their sizes."""
    gaps = sum(one.n * abs(one.confidence - one.right) for one in bins(answers))
    return gaps / max(len(answers), 1)


def draw(by_set: Mapping[str, Sequence[Judged]]) -> str:
    """Return an SVG picture: share right over confidence, a line a set, a dot a bin."""
    width, height = SIZE + 2 * EDGE, SIZE + 2 * EDGE + 16 * len(by_set)
    size = f'width="{width}" height="{height}"'
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">',
        f'<rect {size} fill="white"/>',
        f'<text x="{EDGE}" y="20">Share of answers that are right, over confidence</text>',
        _line([(0.0, 0.0), (1.0, 1.0)], "#bbbbbb"),
        *(_tick(step / 5) for step in range(6)),
    ]
    for number, (name, answers) in enumerate(by_set.items()):
        colour = COLOURS[number % len(COLOURS)]
        found = bins(answers)
        rows.append(_line([(one.confidence, one.right) for one in found], colour))
        rows += [_dot(one, colour) for one in found]
        label = f"{name}: expected calibration error {calibration_error(answers):.3f}"
        y = SIZE + 2 * EDGE + 16 * number
        rows.append(f'<text x="{EDGE}" y="{y}" fill="{colour}">{label}</text>')
    return "\n".join([*rows, "</svg>", ""])


def _bin(answers: Sequence[Judged]) -> Bin:
    n = len(answers)
    return Bin(n, sum(sure for sure, _ in answers) / n, sum(right for _, right in answers) / n)


def _at(across: float, up: float) -> tuple[float, float]:
    return EDGE + SIZE * across, EDGE + SIZE * (1 - up)


def _line(points: Sequence[tuple[float, float]], colour: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (_at(*point) for point in points))
    return f'<polyline points="{path}" fill="none" stroke="{colour}"/>'


def _dot(one: Bin, colour: str) -> str:
    x, y = _at(one.confidence, one.right)
    title = f"<title>{one.n} answers, {one.right:.0%} right</title>"
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}">{title}</circle>'


def _tick(share: float) -> str:
    (x, bottom), (left, y) = _at(share, 0), _at(0, share)
    below = f'<text x="{x:.0f}" y="{bottom + 14:.0f}" text-anchor="middle">{share:.0%}</text>'
    return f'{below}<text x="{left - 6:.0f}" y="{y + 4:.0f}" text-anchor="end">{share:.0%}</text>'
