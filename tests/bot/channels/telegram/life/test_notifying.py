import socket
from pathlib import Path

from bot.channels.telegram.life.notifying import Notifier


def test_the_service_manager_is_told(tmp_path: Path) -> None:
    path = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(path)

        Notifier({"NOTIFY_SOCKET": path}).tell("READY=1")

        assert manager.recv(100) == b"READY=1"


def test_nobody_is_told_where_nobody_asks() -> None:
    Notifier({}).tell("READY=1")
    Notifier({"NOTIFY_SOCKET": "/no/such/socket"}).tell("READY=1")


def test_a_sign_of_life_comes_twice_in_the_time_the_watchdog_waits() -> None:
    intervals = [
        Notifier({"WATCHDOG_USEC": given}).interval for given in ("60000000", "", "0", "soon")
    ]

    assert intervals == [30.0, 10.0, 10.0, 10.0]
