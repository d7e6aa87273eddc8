"""Quotes held against the originals they were taken from, saved, printed or forwarded."""
