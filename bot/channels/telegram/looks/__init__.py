"""How replies look in Telegram: text, marks, buttons."""
