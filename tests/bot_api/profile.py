"""What the bot says about itself: commands, descriptions, name, menu button."""

from dataclasses import dataclass, field

from .refusals import Json

__all__ = ["Profile"]


@dataclass(slots=True, eq=False)
class Profile:
    """The bot's profile.

    Attributes
    ----------
    commands
        Lists of BotCommand by scope (sorted items of its object) and language.
    texts
        Name, description and short description, by the parameter's name and language.
    menu_buttons
        MenuButton by chat; the key None is the default.

    """

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)
