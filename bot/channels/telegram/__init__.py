"""Telegram: which messages are meant for the bot, and how replies look there."""
