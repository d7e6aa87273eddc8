"""Load: how many chats and questions the bot bears, and how long they wait."""
