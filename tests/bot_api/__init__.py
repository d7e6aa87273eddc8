"""A strict Bot API server for tests: people talk, a bot answers, and every rule is checked."""

from .chats import Chat, Topic
from .faults import Act, Fault, dropped, half, hung, late, page, refused
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
    "Act",
    "BotApi",
    "Button",
    "Call",
    "Chat",
    "Delivery",
    "Fault",
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
    "dropped",
    "half",
    "hung",
    "late",
    "page",
    "refused",
]
