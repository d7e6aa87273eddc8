import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SettingsError
from bot.setting_forms import is_person, read_address, read_listen

HOSTS = st.from_regex(r"[a-z]{1,10}(\.[a-z]{1,10}){0,3}", fullmatch=True)
PORTS = st.integers(min_value=1, max_value=65535)


@given(HOSTS, PORTS)
def test_an_address_to_listen_on_is_read_back(host: str, port: int) -> None:
    assert read_listen(f"{host}:{port}") == (host, port)


def test_an_ipv6_address_stands_in_brackets() -> None:
    assert read_listen("[::1]:8443") == ("::1", 8443)


@pytest.mark.parametrize(
    "text",
    ["", "8443", ":8443", "host", "host:", "host:0", "host:65536", "host:x", "host:８", "::1:80",
     "[host]:80", "[]:80", "[::1:80"],
)  # fmt: skip
def test_anything_else_is_no_address_to_listen_on(text: str) -> None:
    with pytest.raises(SettingsError, match=r"QUOTH_WEBHOOK_LISTEN: .* 127\.0\.0\.1:8443"):
        read_listen(text)


@given(HOSTS, PORTS)
def test_an_encrypted_address_is_taken_as_it_is(host: str, port: int) -> None:
    address = f"https://{host}:{port}/some/path"

    assert read_address("QUOTH_WEBHOOK_URL", address) == address


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_an_address_on_this_machine_needs_no_encryption(host: str) -> None:
    assert read_address("QUOTH_TELEGRAM_API", f"http://{host}:8081") == f"http://{host}:8081"


@pytest.mark.parametrize(
    "text",
    [
        "http://bot.example/hook",
        "http://127.0.0.1.example/",
        "http://localhost@bot.example/",
        "ftp://127.0.0.1/",
        "https://user:pw@bot.example/",
        "https://bot.example/?token=pw",
        "https://bot.example/#pw",
        "https://bot.example:99999/",
        "https://[::1/",
        "https://",
        "bot.example",
        "",
    ],
)
def test_an_address_that_is_open_or_odd_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_address("QUOTH_WEBHOOK_URL", text)

    assert "pw" not in str(caught.value)
    assert caught.value.variable == "QUOTH_WEBHOOK_URL"


@pytest.mark.parametrize("shared", [1087968824, 777000, 136817688, 0, -1, -1001234567890])
def test_a_number_that_many_share_is_no_persons(shared: int) -> None:
    assert not is_person(shared)
    assert is_person(1087968825)
