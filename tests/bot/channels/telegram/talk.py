"""One question with its answer, and what to look at in messages."""

from tests.bot_api import Post

__all__ = ["ANSWER", "QUESTION", "QUOTE", "answered", "texts"]

QUESTION = "What does a return ticket for the ferry cost?"
QUOTE = "A return ticket for the ferry costs 18 crowns."
ANSWER = f"{QUOTE}\nFerry Kestrel sails again, 2021-09-14, Coast Desk, sentence 3"


def texts(posts: list[Post]) -> list[str]:
    """Return what posts say."""
    return [post.text for post in posts]


def answered(post: Post) -> object:
    """Return the text of the message that a post replies to."""
    return post.payload.get("reply_to_message", {}).get("text")
