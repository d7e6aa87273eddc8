"""A strict Bot API server for tests: people talk, a bot answers, and every rule is checked."""

from .chats import Chat, Topic
from .people import Person
from .posts import Button, Post
from .queries import InlineMessage, InlineQuestion, Press
from .refusals import Refusal
from .rules import FloodRule, Proceed, Reply, Request, Rule
from .server import BotApi, Call
from .strictness import Strictness
from .webhook import Delivery
from .world import World

__all__ = [
    "BotApi",
    "Button",
    "Call",
    "Chat",
    "Delivery",
    "FloodRule",
    "InlineMessage",
    "InlineQuestion",
    "Person",
    "Post",
    "Press",
    "Proceed",
    "Refusal",
    "Reply",
    "Request",
    "Rule",
    "Strictness",
    "Topic",
    "World",
]
