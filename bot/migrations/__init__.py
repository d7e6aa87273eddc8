"""Numbered scripts that bring the database to the newest schema."""
