"""S10: no address is ever fetched: none is taken for a file, and nothing here reads one."""

import ast
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.bot.calling import quoth
from tests.security.sources import PACKAGES, code

# Libraries that fetch. Only the channel to Telegram has them, and it takes no address from anybody.
FETCHING = {"urllib.request", "http.client", "requests", "httpx", "aiohttp", "urllib3", "ftplib"}


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        server.settimeout(0.2)
        yield server


def calls(listener: socket.socket) -> int:
    """Count who called."""
    n = 0
    while True:
        try:
            listener.accept()[0].close()
        except TimeoutError:
            return n
        n += 1


HOSTS = [
    "http://127.0.0.1:{port}/a.txt",
    "https://127.0.0.1:{port}/a.txt",
    "http://localhost:{port}/a.txt",
    "http://0x7f.1:{port}/",
    "http://2130706433:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/a.txt",
    "http://example.org@127.0.0.1:{port}/a.txt",
    "ftp://127.0.0.1:{port}/a.txt",
    "file:///etc/passwd",
    "//127.0.0.1:{port}/a.txt",
]


def test_an_address_given_as_a_source_is_refused_in_one_line_and_not_called(
    tmp_path: Path, listener: socket.socket
) -> None:
    port = listener.getsockname()[1]

    results = [
        quoth("index", host.format(port=port), "--home", tmp_path / "home") for host in HOSTS
    ]

    assert [result.code for result in results] == [1] * len(HOSTS)
    assert all(result.err.count("\n") == 1 for result in results)
    assert all("no such file or folder: check the path" in result.err for result in results)
    assert calls(listener) == 0


def test_addresses_inside_documents_are_not_called(tmp_path: Path, listener: socket.socket) -> None:
    port, source = listener.getsockname()[1], tmp_path / "source"
    source.mkdir()
    for number, host in enumerate(HOSTS):
        address = host.format(port=port)
        (source / f"{number}.md").write_text(f"The tower stands at ![]({address}), says {address}.")
    (source / "a.jsonl").write_text(
        f'{{"id": "a", "text": "It rains.", "source": "{HOSTS[0].format(port=port)}"}}\n'
    )

    indexed = quoth("index", source, "--home", tmp_path / "home")
    asked = quoth("ask", "Where does the tower stand?", "--home", tmp_path / "home")

    assert indexed.out.startswith("11 documents")
    assert asked.code in (0, 3)
    assert calls(listener) == 0


def test_the_listener_counts(listener: socket.socket) -> None:
    socket.create_connection(listener.getsockname()).close()

    assert calls(listener) == 1


def test_no_module_but_those_of_the_channels_imports_what_fetches() -> None:
    found = {
        (path.name, name)
        for path in code(PACKAGES)
        if "channels" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        for name in _imported(node)
        if any(name == bad or name.startswith(f"{bad}.") for bad in FETCHING)
    }

    assert found == set()


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
