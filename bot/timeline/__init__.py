"""What happened, by date: one quoted sentence per event, in the order of the days."""

from bot.timeline.asking import topic
from bot.timeline.events import Event, Timeline, Undated
from bot.timeline.making import MOST_EVENTS, timeline

__all__ = ["MOST_EVENTS", "Event", "Timeline", "Undated", "timeline", "topic"]
