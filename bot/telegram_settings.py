"""What the Telegram bot needs to know before it starts."""

from dataclasses import dataclass

from bot.retention import RETENTION_DAYS
from bot.secret import Secret

__all__ = ["TelegramSettings", "Webhook"]


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram delivers updates, and where Quoth takes them in.

    Attributes:
        host: address to listen on.
        port: TCP port to listen on, 1 to 65535.
        url: the public address that is told to Telegram.
        secret: what Telegram repeats in the header of each delivery.
    """

    host: str
    port: int
    url: str
    secret: Secret


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """What the Telegram bot needs.

    Attributes:
        token: the bot's token.
        api: address of the Bot API server, without a slash at the end.
        webhook: how updates are delivered, or None for long polling.
        has_limits: whether to keep to the speed that Telegram allows.
        most_open: how many updates may wait here before the rest is left with Telegram.
        most_of_chat: how many updates of one chat and kind may wait here; 0 for any number.
        retention_days: how long to keep what was said, in days.
    """

    token: Secret
    api: str
    webhook: Webhook | None
    has_limits: bool = True
    most_open: int = 10_000
    most_of_chat: int = 50
    retention_days: int = RETENTION_DAYS
