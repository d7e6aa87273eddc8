"""Where conversations come in and go out: the terminal and Telegram."""
