"""Labels of pictures do not lie on another."""

from tests.drawing import LINE, apart


def test_a_label_too_near_the_one_above_moves_down() -> None:
    # "a" is 8 below "b"; a line is 15 high. "c" is far enough from where "a" comes to lie.
    assert apart({"a": 20.0, "b": 12.0, "c": 60.0}) == {"a": 12.0 + LINE, "b": 12.0, "c": 60.0}
