"""A conversation asks no more than what everything that answers can do."""

from bot import wiring
from bot.answering import Answerer
from bot.home import Home
from bot.responding import Responder

VIEWS = {"answer", "check", "check_forwarded", "explain", "timeline"}
ASKED = {*VIEWS, "index", "now", "query", "quoter"}


def test_an_answerer_and_a_serving_one_can_do_all_that_is_asked(
    harbour: Home, answerer: Answerer
) -> None:
    responders: list[Responder] = [answerer, wiring.serving_answerer(harbour)]

    assert {name for name in vars(Responder) if not name.startswith("_")} == ASKED
    assert all(hasattr(responder, name) for responder in responders for name in ASKED)
