"""The Bot API: calls out, updates in."""
