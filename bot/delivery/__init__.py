"""From what is received to what is sent, so that a kill at any moment loses nothing."""

__all__: list[str] = []
