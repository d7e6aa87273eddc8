import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.looks.buttons import ACTIONS, LIFE, Action, Forged, Press, Signer, Stale

KEY = bytes(range(32))
USERS = st.integers(1, 2**52)
CHATS = st.integers(-(2**52), 2**52)
PRESSES = st.builds(
    Press, st.sampled_from(ACTIONS), st.integers(0, 2**62), st.integers(0, 2**16 - 1)
)


class Clock:
    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@given(PRESSES, CHATS, USERS)
def test_a_button_does_what_it_was_made_for_and_fits(press: Press, chat: int, user: int) -> None:
    signer = Signer(KEY)

    data = signer.sign(press, chat, user)

    assert signer.read(data, chat, user) == press
    assert len(data.encode()) == 32


@given(PRESSES, CHATS, USERS, CHATS, USERS)
def test_it_works_for_nobody_else_and_nowhere_else(
    press: Press, chat: int, user: int, other_chat: int, other_user: int
) -> None:
    signer = Signer(KEY)
    data = signer.sign(press, chat, user)

    for somewhere, somebody in ((other_chat, user), (chat, other_user)):
        if (somewhere, somebody) != (chat, user):
            with pytest.raises(Forged):
                signer.read(data, somewhere, somebody)


@given(st.text(max_size=64))
def test_whatever_else_is_sent_is_forged(data: str) -> None:
    with pytest.raises(Forged):
        Signer(KEY).read(data, 7, 7)


@given(PRESSES, st.integers(0, 23), st.integers(1, 255))
def test_one_changed_byte_is_forged(press: Press, place: int, change: int) -> None:
    signer = Signer(KEY)
    signed = bytearray(base64.urlsafe_b64decode(signer.sign(press, 7, 7)))
    signed[place] ^= change

    with pytest.raises(Forged):
        signer.read(base64.urlsafe_b64encode(signed).decode(), 7, 7)


@pytest.mark.parametrize("action", ACTIONS)
def test_it_ends_after_a_week(action: Action) -> None:
    clock = Clock()
    signer = Signer(KEY, clock)
    data = signer.sign(Press(action), 7, 7)

    clock.now += LIFE - 60
    assert signer.read(data, 7, 7) == Press(action)
    clock.now += 120
    with pytest.raises(Stale):
        signer.read(data, 7, 7)


def test_another_bot_cannot_make_it() -> None:
    data = Signer(bytes(32)).sign(Press("why", 1), 7, 7)

    with pytest.raises(Forged):
        Signer(KEY).read(data, 7, 7)
