"""CSL-JSON of the cited documents reads back as what was cited."""

import json
from dataclasses import replace

from hypothesis import given

from bot.exporting.cited import cited
from bot.exporting.csl import csl
from bot.history import Turn
from tests.bot.exporting.making import CLAIM, TURN, TURNS


def test_an_item_has_what_is_known_of_a_document() -> None:
    assert json.loads(csl([TURN])) == [
        {
            "id": "0123456789abcdef-ab41bec1",
            "type": "document",
            "title": "Ferry Kestrel sails again",
            "issued": {"date-parts": [[2021, 9, 14]]},
            "source": "Coast Desk",
            "note": f"2021/ferry.txt, SHA-256 {CLAIM.sha256}",
        }
    ]


def test_what_is_not_known_is_left_out_and_an_address_is_one() -> None:
    bare = replace(CLAIM, date=None, source="")
    linked = replace(CLAIM, document="b", source="https://example.org/a")

    first, second = json.loads(csl([replace(TURN, quotes=(bare, linked))]))

    assert list(first) == ["id", "type", "title", "note"]
    assert second["URL"] == "https://example.org/a"
    assert "source" not in second


@given(TURNS)
def test_every_title_is_read_back_and_the_file_is_ascii(turns: list[Turn]) -> None:
    written = csl(turns)

    read = [(item["id"], item["title"]) for item in json.loads(written)]
    assert read == [(each.key, each.title) for each in cited(turns)]
    assert written.isascii()
