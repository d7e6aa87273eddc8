"""The bot as a process: started, watched, stopped."""
