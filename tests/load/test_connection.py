import asyncio

from hypothesis import given
from hypothesis import strategies as st

from tests.load.connection import Connection, Respond

FORM = (
    b"POST /bot1:T/sendMessage HTTP/1.1\r\nHost: a\r\ncontent-length: 21\r\n\r\n"
    b"chat_id=5&text=a+b%26"
)
JSON = (
    b"POST /bot1:T/getMe HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n"
    b'{"a":1}'
)
QUERY = b"GET /bot1:T/getUpdates?offset=3 HTTP/1.1\r\nHost: a\r\n\r\n"
CALLS = [
    ("sendMessage", {"chat_id": "5", "text": "a b&"}, b""),
    ("getMe", {}, b'{"a":1}'),
    ("getUpdates", {"offset": "3"}, b""),
]


class Noting:
    """Notes the calls, and answers each with its number."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, str], bytes]] = []

    def call(self, method: str, parameters: dict[str, str], body: bytes, respond: Respond) -> None:
        self.calls.append((method, parameters, body))
        respond(200, str(len(self.calls)).encode())


class Wire(asyncio.WriteTransport):
    """Keeps what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.written = b""

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.written += bytes(data)

    def is_closing(self) -> bool:
        return False


@given(st.lists(st.integers(1, 40), min_size=1))
def test_calls_are_the_same_however_the_bytes_arrive(sizes: list[int]) -> None:
    noting = Noting()
    connection = Connection(noting)
    sent, place = FORM + JSON + QUERY, 0

    while place < len(sent):
        size = sizes[place % len(sizes)]
        connection.data_received(sent[place : place + size])
        place += size

    assert noting.calls == CALLS


def test_an_answer_carries_its_status_and_its_length() -> None:
    wire, connection = Wire(), Connection(Noting())
    connection.connection_made(wire)

    connection.data_received(QUERY)

    assert wire.written == (
        b"HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n1"
    )
