"""The methods by which the bot gets its updates."""

import ipaddress
import re
from urllib.parse import urlsplit

from .refusals import Json, Refusal, bad_request
from .webhook import Webhook, WebhookSettings
from .world import World

__all__ = ["delete_webhook", "get_updates", "get_webhook_info", "set_webhook"]

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


async def get_updates(world: World, webhook: Webhook, given: Json) -> list[Json]:
    """Hand out unconfirmed updates, waiting for one if asked to."""
    if webhook.settings is not None:
        raise Refusal(
            409,
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to "
            "delete the webhook first",
            is_fault=False,
        )
    limit, seconds = given.get("limit", 100), given.get("timeout", 0)
    if not 1 <= limit <= 100:
        raise bad_request("limit must be between 1 and 100")
    if seconds < 0:
        raise bad_request("timeout must not be negative")
    world.updates.allow(given.get("allowed_updates"))
    return await world.updates.poll(given.get("offset", 0), limit=limit, seconds=float(seconds))


def set_webhook(world: World, webhook: Webhook, given: Json) -> bool:
    """Deliver updates to an address; an empty one ends that."""
    if not given["url"]:
        return delete_webhook(world, webhook, given)
    settings = _webhook_settings(given)
    world.updates.allow(given.get("allowed_updates"))
    _drop_if_asked(world, given)
    world.updates.end_polls("setWebhook request")
    webhook.start(settings)
    return True


def _webhook_settings(given: Json) -> WebhookSettings:
    address = urlsplit(given["url"])
    is_near = address.scheme == "http" and address.hostname in LOOPBACK
    if not address.hostname or not (address.scheme == "https" or is_near):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = given.get("secret_token")
    if secret is not None and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if not 1 <= given.get("max_connections", 40) <= 100:
        raise bad_request("max_connections must be between 1 and 100")
    if "ip_address" in given:
        _check_ip_address(given["ip_address"])
    return WebhookSettings(
        given["url"],
        secret,
        given.get("max_connections", 40),
        given.get("ip_address"),
        "certificate" in given,
    )


def _check_ip_address(text: str) -> None:
    try:
        ipaddress.ip_address(text)
    except ValueError as error:
        raise bad_request("bad webhook: invalid IP address specified") from error


def delete_webhook(world: World, webhook: Webhook, given: Json) -> bool:
    """Go back to getUpdates."""
    webhook.stop()
    _drop_if_asked(world, given)
    return True


def _drop_if_asked(world: World, given: Json) -> None:
    if given.get("drop_pending_updates"):
        world.updates.forget(list(world.updates.pending))


def get_webhook_info(world: World, webhook: Webhook, given: Json) -> Json:
    """Say where updates go, and how many wait."""
    settings = webhook.settings or WebhookSettings("")
    info: Json = {
        "url": settings.url,
        "has_custom_certificate": settings.has_certificate,
        "pending_update_count": len(world.updates.pending),
        "max_connections": settings.max_connections,
        "allowed_updates": sorted(world.updates.allowed),
    }
    if settings.ip_address:
        info["ip_address"] = settings.ip_address
    if settings.url and webhook.last_error:
        info |= {"last_error_date": world.now(), "last_error_message": webhook.last_error}
    return info
