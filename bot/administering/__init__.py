"""What administrators tell the bot, in private: who may ask what, and how it is doing."""
