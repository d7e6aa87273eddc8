"""What the service manager is told: ready, still alive, about to stop."""

import contextlib
import socket
from collections.abc import Mapping

__all__ = ["Notifier"]


class Notifier:
    """Tells systemd, where it asks to be told.

    Parameters
    ----------
    environ
        names the socket and the watchdog's patience.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._address = environ.get("NOTIFY_SOCKET", "")
        micros = environ.get("WATCHDOG_USEC", "")
        # Seconds between signs of life: twice in the time the watchdog waits.
        self.interval = int(micros) / 2e6 if micros.isdecimal() and int(micros) else 10.0

    def tell(self, state: str) -> None:
        """Send a state such as `READY=1`; nobody may be listening."""
        if not self._address:
            return
        address = self._address.replace("@", "\0", 1)  # names without a file begin with a null
        with (
            contextlib.suppress(OSError),
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as datagrams,
        ):
            datagrams.setblocking(False)
            datagrams.sendto(state.encode(), address)
