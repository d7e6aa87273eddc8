from xml.etree import ElementTree

from tests.benchmarks.figures import Figures, Times
from tests.benchmarks.plot import draw
from tests.benchmarks.processes import Built

BUILT = Built(1.0, 1.0, 1, 1, is_exact=False, version="1.0")
SVG = "{http://www.w3.org/2000/svg}"


def row(engine: str, n_sentences: int, mean_ms: float) -> Figures:
    return Figures(engine, n_sentences, Times(mean_ms, 1.0, 1.0, 1), 1.0, BUILT, 1.0, None)


def elements(picture: str, tag: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(picture).iter(SVG + tag))  # noqa: S314 - our own


def test_both_axes_are_logarithmic() -> None:
    picture = draw([row("a", 1_000, 0.1), row("a", 10_000, 1.0), row("a", 100_000, 10.0)])

    places = [(float(c.attrib["cx"]), float(c.attrib["cy"])) for c in elements(picture, "circle")]

    # From 1,000 at the left edge (70) to 100,000 at the right (600), and from 0.1 ms at the bottom
    # (390) to 10 ms at the top (50): the middle of each is the middle of its logarithms.
    assert places == [(70.0, 390.0), (335.0, 220.0), (600.0, 50.0)]


def test_every_engine_is_named_once_with_its_last_figure() -> None:
    rows = [row("quick", 10, 1.0), row("slow", 10, 5.0), row("quick", 100, 2.0)]

    labels = [text.text for text in elements(draw(rows), "text")]

    named = [label for label in labels if label and label.startswith(("quick", "slow"))]
    assert sorted(named) == ["quick 2", "slow 5"]


def test_labels_do_not_lie_on_each_other() -> None:
    rows = [row(name, 1_000, 1.0) for name in ("a", "b", "c")]

    labels = {text.text: float(text.attrib["y"]) for text in elements(draw(rows), "text")}

    assert labels["b 1"] - labels["a 1"] == 15
    assert labels["c 1"] - labels["b 1"] == 15


def test_a_single_size_is_drawn_in_the_middle() -> None:
    (circle,) = elements(draw([row("a", 1_000, 1.0)]), "circle")

    # Half way from 70 to 600.
    assert circle.attrib["cx"] == "335.0"
