"""The answer no: an error the server gives in Telegram's shape."""

from typing import Any

__all__ = ["Json", "Refusal", "bad_request", "forbidden"]

Json = dict[str, Any]


class Refusal(Exception):
    """A request is refused.

    Attributes
    ----------
    code
        The HTTP status, which is the ``error_code`` too.
    description
        The sentence in the answer.
    parameters
        What a well-behaved bot needs to go on: ``retry_after`` or ``migrate_to_chat_id``.
    is_fault
        Whether the request itself is wrong, rather than the situation (blocked, migrated, ...).

    """

    def __init__(
        self,
        code: int,
        description: str,
        *,
        parameters: Json | None = None,
        is_fault: bool = True,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters
        self.is_fault = is_fault

    def as_json(self) -> Json:
        """Return the body of the answer."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(why: str, *, is_fault: bool = True, parameters: Json | None = None) -> Refusal:
    """Return the refusal of a request that cannot be carried out."""
    return Refusal(400, f"Bad Request: {why}", is_fault=is_fault, parameters=parameters)


def forbidden(why: str) -> Refusal:
    """Return the refusal of a request that people have ruled out."""
    return Refusal(403, f"Forbidden: {why}", is_fault=False)
