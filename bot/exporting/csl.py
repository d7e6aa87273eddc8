"""The cited documents as CSL-JSON items."""

import json
from collections.abc import Sequence
from typing import Any

from bot.exporting.cited import Cited, cited
from bot.history import Turn

__all__ = ["csl"]


def csl(turns: Sequence[Turn]) -> str:
    """Return a JSON list with an item for each document quoted in an answer."""
    # Escaped wherever it is not ASCII: programs disagree on the rest.
    return json.dumps([_item(each) for each in cited(turns)], indent=2) + "\n"


def _item(each: Cited) -> dict[str, Any]:
    item: dict[str, Any] = {"id": each.key, "type": "document", "title": each.title}
    if each.date is not None:
        item["issued"] = {"date-parts": [[each.date.year, each.date.month, each.date.day]]}
    if each.link:
        item["URL"] = each.link
    elif each.source:
        item["source"] = each.source
    return {**item, "note": f"{each.document}, SHA-256 {each.sha256}"}
