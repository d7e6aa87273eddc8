"""S3: no markup is ever interpreted: no entity is resolved, no address called, no file read."""

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot import wiring
from bot.documents.adding import Added, Library
from bot.home import Home
from retrieval.index import Index
from tests.security.archives import zipped
from tests.security.uploading import upload

SECRET = "The key of the lighthouse lies under the third stone."  # noqa: S105 - a sentence


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A port of this machine; whoever calls it is waiting in its queue."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        server.settimeout(0.2)
        yield server


def is_called(listener: socket.socket) -> bool:
    try:
        listener.accept()[0].close()
    except TimeoutError:
        return False
    return True


def files(address: str, secret: Path) -> dict[str, bytes]:
    """Return documents that call an address, read a file, or grow without end."""
    external = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{address}">]><a>&x;</a>'
    local = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    return {
        "external entity": f'<?xml version="1.0"?>{external}'.encode(),
        "entity in UTF-16": f'<?xml version="1.0"?>{external}'.encode("utf-16"),
        "local file": local.encode(),
        "billion laughs": f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a>&l9;</a>'.encode(),
        "picture": f'<svg><image href="{address}"/></svg>'.encode(),
        "page": f'<html><img src="{address}"><script src="{address}"></script></html>'.encode(),
        "nested": b"<html>" + b"<b>" * 1_000_000,
        "office": zipped({"word/document.xml": external.encode(), "[Content_Types].xml": b""}),
    }


KINDS = list(files("", Path("/")))


@pytest.mark.parametrize("name", ["a.html", "a.xml", "a.svg", "a.docx", "a.txt", "a.md"])
@pytest.mark.parametrize("kind", KINDS)
def test_markup_is_refused_and_calls_nobody(
    tmp_path: Path, listener: socket.socket, kind: str, name: str
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/x"

    found = upload(tmp_path, files(address, secret)[kind], name)

    assert found.is_refused_at_once, found
    assert not is_called(listener)


def test_markup_inside_a_text_stays_text_and_calls_nobody(
    tmp_path: Path, listener: socket.socket
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
    text = (
        f"The tower was painted ![]({address}) in May.\n\n"
        f'<img src="{address}"> <!ENTITY x SYSTEM "{secret.as_uri()}"> &x;\n\n[link]: {address}\n'
    )
    home = Home(tmp_path / "home")

    added = Library(home).add(text.encode(), "tower.md")

    assert isinstance(added, Added)
    assert not is_called(listener)
    library = Index.open(home.index).library
    assert library.document(0).text == text
    kept = [path.read_bytes() for path in home.path.rglob("*") if path.is_file()]
    assert not any(SECRET.encode() in content for content in kept)


def test_a_folder_of_markup_is_skipped_and_calls_nobody(
    tmp_path: Path, listener: socket.socket
) -> None:
    source, secret = tmp_path / "source", tmp_path / "secret.txt"
    source.mkdir()
    secret.write_text(SECRET)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
    for number, content in enumerate(files(address, secret).values()):
        for ending in ("html", "xml", "docx"):
            (source / f"{number}.{ending}").write_bytes(content)

    summary = wiring.indexer(Home(tmp_path / "home")).update([source])

    assert (summary.n_documents, len(summary.skipped)) == (0, 3 * len(KINDS))
    assert not is_called(listener)
