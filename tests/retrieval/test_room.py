"""Faults of a disk are told of by the folder that is on it, those of a file as they are."""

import errno
from pathlib import Path

import pytest

from retrieval.errors import RetrievalError
from retrieval.room import room_in

HOME = Path("/home")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_names_the_folder_and_the_remedy(number: int) -> None:
    with (
        pytest.raises(RetrievalError, match=r"^no space left in /home: free some and index again$"),
        room_in(HOME),
    ):
        raise OSError(number, "full", "/home/index/a.npy")


def test_a_fault_that_names_no_file_names_the_folder() -> None:
    with pytest.raises(RetrievalError, match=r"^/home: input/output error: check"), room_in(HOME):
        raise OSError(errno.EIO, "Input/output error")


@pytest.mark.parametrize("error", [FileNotFoundError(2, "none", "a.txt"), BrokenPipeError(32, "")])
def test_other_errors_pass_as_they_are(error: OSError) -> None:
    with pytest.raises(type(error)) as caught, room_in(HOME):
        raise error

    assert caught.value is error
