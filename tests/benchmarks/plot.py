"""How the cost of searching grows with the corpus, drawn as SVG on two logarithmic axes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor, log10

from tests.benchmarks.figures import Figures, shown
from tests.drawing import apart, stroke

__all__ = ["draw"]

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 600, 50, 390
TITLE = "Mean milliseconds of a search, one thread, top 10 (dashed: growing as the corpus does)"
COLOURS = ("#1b6ca8", "#d5a021", "#c8553d", "#8e5572", "#7fc8a9", "#333333", "#5aa9e6")

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Axes:
    """Logarithms to base 10 of what lies at the edges: sentences, then milliseconds."""

    left: float
    right: float
    bottom: float
    top: float

    def place(self, n_sentences: float, milliseconds: float) -> Point:
        """Return pixels from the top left corner."""
        across = (log10(n_sentences) - self.left) / (self.right - self.left)
        up = (log10(milliseconds) - self.bottom) / (self.top - self.bottom)
        return LEFT + across * (RIGHT - LEFT), BOTTOM - up * (BOTTOM - TOP)


def draw(rows: Sequence[Figures]) -> str:
    """Draw a line for each engine: mean milliseconds a question over sentences."""
    axes = _axes(rows)
    size = f'width="{WIDTH}" height="{HEIGHT}"'
    lines = {
        name: [(row.n_sentences, row.times.mean_ms) for row in by_engine]
        for name, by_engine in groupby(
            sorted(rows, key=lambda row: (row.engine, row.n_sentences)), lambda row: row.engine
        )
    }
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">',
        f'<rect {size} fill="white"/>',
        f'<text x="10" y="20">{TITLE}</text>',
        f'<text x="{RIGHT}" y="{HEIGHT - 10}" text-anchor="end">sentences</text>',
        *_grid(axes, sorted({row.n_sentences for row in rows})),
        *_guide(axes),
        *_lines(axes, lines),
    ]
    return "\n".join([*parts, "</svg>", ""])


def _axes(rows: Sequence[Figures]) -> _Axes:
    sizes = [log10(row.n_sentences) for row in rows]
    times = [log10(row.times.mean_ms) for row in rows]
    bottom, top = floor(min(times)), ceil(max(times))
    # One size alone stands in the middle.
    margin = 0.5 if min(sizes) == max(sizes) else 0.0
    return _Axes(min(sizes) - margin, max(sizes) + margin, bottom, max(top, bottom + 1))


def _grid(axes: _Axes, sizes: Sequence[int]) -> list[str]:
    parts = []
    for power in range(int(axes.bottom), int(axes.top) + 1):
        _, y = axes.place(sizes[0], 10**power)
        parts.append(stroke([(LEFT, y), (RIGHT, y)], "#dddddd", 1))
        label = f"{10.0**power:,g}"
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{label}</text>')
    for n_sentences in sizes:
        x, _ = axes.place(n_sentences, 1)
        parts.append(stroke([(x, TOP), (x, BOTTOM)], "#dddddd", 1))
        label = f"{n_sentences:,}"
        parts.append(f'<text x="{x:.1f}" y="{BOTTOM + 18}" text-anchor="middle">{label}</text>')
    return parts


def _guide(axes: _Axes) -> list[str]:
    """Draw the slope of a cost that grows as the corpus does, as far as it fits."""
    rise = min(axes.right - axes.left, axes.top - axes.bottom)
    ends = [
        (10**axes.left, 10**axes.bottom),
        (10 ** (axes.left + rise), 10 ** (axes.bottom + rise)),
    ]
    line = stroke([axes.place(*end) for end in ends], "#999999", 1)
    return [line.replace("/>", ' stroke-dasharray="4 4"/>')]


def _lines(axes: _Axes, lines: dict[str, list[tuple[int, float]]]) -> list[str]:
    parts = []
    colours = {name: COLOURS[place % len(COLOURS)] for place, name in enumerate(lines)}
    for name, values in lines.items():
        points = [axes.place(*value) for value in values]
        parts.append(stroke(points, colours[name], 2))
        for (x, y), (n_sentences, milliseconds) in zip(points, values, strict=True):
            says = f"{name}, {n_sentences:,} sentences: {shown(milliseconds)} ms"
            parts.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colours[name]}">'
                f"<title>{says}</title></circle>"
            )
    lasts = {name: axes.place(*values[-1]) for name, values in lines.items()}
    for name, y in apart({name: y for name, (_, y) in lasts.items()}).items():
        says = f"{name} {shown(lines[name][-1][1])}"
        x = lasts[name][0] + 10
        parts.append(f'<text x="{x:.1f}" y="{y + 4:.1f}" fill="{colours[name]}">{says}</text>')
    return parts
