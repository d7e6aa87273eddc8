"""How much the server refuses beyond what Telegram does."""

from dataclasses import dataclass

__all__ = ["Strictness"]


@dataclass(frozen=True, slots=True)
class Strictness:
    """What Telegram would quietly accept or alter, and is refused here instead.

    Attributes
    ----------
    parse_mode
        Any ``parse_mode``: markup written into the text can break, entities cannot.
    text_edges
        White space at either end of a text: Telegram cuts it off, and with it the offsets.
    entity_edges
        White space at either end of an entity: Telegram trims it.
    entity_count
        More than 100 entities: Telegram drops the rest.

    """

    parse_mode: bool = True
    text_edges: bool = True
    entity_edges: bool = True
    entity_count: bool = True
