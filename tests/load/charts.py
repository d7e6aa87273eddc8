"""Lines over two axes, logarithmic or not, drawn as SVG."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.drawing import apart, stroke

__all__ = ["Axis", "Chart", "draw"]

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 560, 50, 390
COLOURS = ("#1b6ca8", "#c8553d", "#d5a021", "#8e5572", "#7fc8a9", "#333333", "#5aa9e6")
# How many steps a linear axis has, at most.
STEPS = 6

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axis:
    """One direction of a chart.

    Attributes:
        label: what it counts.
        is_logarithmic: whether equal lengths are equal ratios; values must be above 0 then.
    """

    label: str
    is_logarithmic: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture.

    Attributes:
        title: above it.
        across, up: its axes.
        lines: points by name, at least one in all; what is not finite is left out.
        has_diagonal: whether a dashed line shows where both axes say the same.
    """

    title: str
    across: Axis
    up: Axis
    lines: Mapping[str, Sequence[Point]]
    has_diagonal: bool = False


@dataclass(frozen=True, slots=True)
class _Scale:
    """Places values of one axis between two pixels."""

    axis: Axis
    ticks: Sequence[float]
    first: int
    last: int

    def place(self, value: float) -> float:
        low, high, here = (self._measure(v) for v in (self.ticks[0], self.ticks[-1], value))
        return self.first + (here - low) / (high - low) * (self.last - self.first)

    def _measure(self, value: float) -> float:
        return math.log10(value) if self.axis.is_logarithmic else value


def draw(chart: Chart) -> str:
    """Draw a chart."""
    lines = {name: _finite(points) for name, points in chart.lines.items()}
    lines = {name: points for name, points in lines.items() if points}
    across = _scale(chart.across, [x for points in lines.values() for x, _ in points], LEFT, RIGHT)
    up = _scale(chart.up, [y for points in lines.values() for _, y in points], BOTTOM, TOP)
    size = f'width="{WIDTH}" height="{HEIGHT}"'
    below = f'x="{RIGHT}" y="{HEIGHT - 10}" text-anchor="end"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">',
        f'<rect {size} fill="white"/>',
        f'<text x="10" y="20">{escape(chart.title)}</text>',
        f'<text x="10" y="38" fill="#666666">{escape(chart.up.label)}</text>',
        f"<text {below}>{escape(chart.across.label)}</text>",
        *_grid(across, up),
        *(_diagonal(across, up) if chart.has_diagonal else ()),
        *_drawn(lines, across.place, up.place),
    ]
    return "\n".join([*parts, "</svg>", ""])


def _finite(points: Sequence[Point]) -> list[Point]:
    return [point for point in points if all(map(math.isfinite, point))]


def _scale(axis: Axis, values: Sequence[float], first: int, last: int) -> _Scale:
    return _Scale(axis, (_powers if axis.is_logarithmic else _steps)(values), first, last)


def _powers(values: Sequence[float]) -> list[float]:
    """Return the powers of ten around values."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return [10.0**power for power in range(low, max(high, low + 1) + 1)]


def _steps(values: Sequence[float]) -> list[float]:
    """Return round numbers from 0 to above all values."""
    top = max(*values, 0.0) or 1.0
    step = 10.0 ** math.floor(math.log10(top))
    while top / step < STEPS / 2:
        step /= 2
    return [step * number for number in range(math.ceil(top / step) + 1)]


def _grid(across: _Scale, up: _Scale) -> list[str]:
    parts = []
    for tick in up.ticks:
        y = up.place(tick)
        parts.append(stroke([(LEFT, y), (RIGHT, y)], "#dddddd", 1))
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{tick:,g}</text>')
    for tick in across.ticks:
        x = across.place(tick)
        parts.append(stroke([(x, TOP), (x, BOTTOM)], "#dddddd", 1))
        label = f'<text x="{x:.1f}" y="{BOTTOM + 18}" text-anchor="middle">{tick:,g}</text>'
        parts.append(label)
    return parts


def _diagonal(across: _Scale, up: _Scale) -> list[str]:
    low = max(across.ticks[0], up.ticks[0])
    high = min(across.ticks[-1], up.ticks[-1])
    line = stroke([(across.place(end), up.place(end)) for end in (low, high)], "#999999", 1)
    return [line.replace("/>", ' stroke-dasharray="4 4"/>')]


def _drawn(
    lines: Mapping[str, Sequence[Point]],
    across: Callable[[float], float],
    up: Callable[[float], float],
) -> list[str]:
    colours = {name: COLOURS[place % len(COLOURS)] for place, name in enumerate(lines)}
    placed = {name: [(across(x), up(y)) for x, y in points] for name, points in lines.items()}
    parts = [stroke(points, colours[name], 2) for name, points in placed.items()]
    heights = apart({name: points[-1][1] for name, points in placed.items()})
    for name, y in heights.items():
        x, says = placed[name][-1][0] + 10, f"{name} {lines[name][-1][1]:,.4g}"
        start = f'<text x="{x:.1f}" y="{y + 4:.1f}" fill="{colours[name]}">'
        parts.append(f"{start}{escape(says)}</text>")
    return parts
