from xml.etree import ElementTree

from tests.load.charts import Axis, Chart, draw

SVG = "{http://www.w3.org/2000/svg}"
LINEAR, POWERS = Axis("a"), Axis("b", is_logarithmic=True)


def lines(picture: str) -> list[list[tuple[float, float]]]:
    """Return the points of the drawn lines, without the grid."""
    drawn = ElementTree.fromstring(picture).iter(SVG + "polyline")  # noqa: S314 - our own
    return [
        [(float(x), float(y)) for x, y in (p.split(",") for p in line.attrib["points"].split())]
        for line in drawn
        if line.attrib["stroke-width"] == "2"
    ]


def texts(picture: str) -> dict[str | None, float]:
    """Return the height of each text."""
    found = ElementTree.fromstring(picture).iter(SVG + "text")  # noqa: S314 - our own
    return {text.text: float(text.attrib["y"]) for text in found}


def test_a_linear_axis_begins_at_zero_and_ends_at_a_round_number() -> None:
    picture = draw(Chart("t", LINEAR, LINEAR, {"a": [(0.0, 0.0), (5.0, 5.0), (10.0, 10.0)]}))

    # Across from 70 to 560, up from 390 to 50; 10 is the last tick of both.
    assert lines(picture) == [[(70.0, 390.0), (315.0, 220.0), (560.0, 50.0)]]


def test_a_logarithmic_axis_places_equal_ratios_at_equal_distances() -> None:
    picture = draw(Chart("t", POWERS, POWERS, {"a": [(1.0, 10.0), (10.0, 100.0), (100.0, 1e3)]}))

    assert lines(picture) == [[(70.0, 390.0), (315.0, 220.0), (560.0, 50.0)]]


def test_what_never_ends_is_left_out() -> None:
    points = {"a": [(1.0, 1.0), (10.0, float("inf"))], "b": [(1.0, float("inf"))]}

    picture = draw(Chart("t", POWERS, POWERS, points))

    assert [len(line) for line in lines(picture)] == [1]


def test_each_line_is_named_with_its_last_value_and_no_name_covers_another() -> None:
    picture = draw(Chart("<t>", LINEAR, LINEAR, {"a": [(1.0, 2.0)], "b": [(1.0, 2.0)]}))

    heights = texts(picture)
    assert heights["b 2"] - heights["a 2"] == 15
    assert "<t>" in heights
