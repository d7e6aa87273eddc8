"""Small numbers in few bytes: seven bits a byte, the highest first."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["LIMIT", "decode", "encode", "last_bytes"]

BITS = 7
MOST_BYTES = 4
LIMIT = 1 << BITS * MOST_BYTES
# Set in every byte of a number but its last.
MORE = 1 << BITS

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]


def encode(values: NDArray[np.integer]) -> tuple[Bytes, Places]:
    """Write numbers one after the other.

    Parameters
    ----------
    values
        (n,) 0 or more, below `LIMIT`.

    Returns
    -------
    tuple
        the bytes, and (n,) how many each number takes, 1 to 4.

    >>> encoded, sizes = encode(np.array([5, 300]))
    >>> encoded.tolist(), sizes.tolist()
    ([5, 130, 44], [1, 2])
    """
    sizes = np.ones(len(values), np.int64)
    for n_bytes in range(1, MOST_BYTES):
        sizes += values >= 1 << BITS * n_bytes
    place, rest = np.cumsum(sizes) - 1, values
    encoded = np.empty(sizes.sum(), np.uint8)
    encoded[place] = rest & MORE - 1
    while len(place):
        further = rest >= MORE
        place, rest = place[further] - 1, rest[further] >> BITS
        encoded[place] = rest & MORE - 1 | MORE
    return encoded, sizes


def decode(encoded: Bytes) -> NDArray[np.int32]:
    """Read all numbers of some bytes.

    >>> decode(np.array([5, 130, 44], np.uint8)).tolist()
    [5, 300]
    """
    low = (encoded & MORE - 1).astype(np.int32)
    # 128, which moves seven bits up, where a number goes on, else 0.
    more = (encoded & MORE).astype(np.int32)
    values = low.copy()
    for _ in range(MOST_BYTES - 1):
        values[1:] = values[:-1] * more[:-1] + low[1:]
    return values[last_bytes(encoded)]


def last_bytes(encoded: Bytes) -> Places:
    """Return where the last byte of each number stands."""
    return np.flatnonzero(encoded < MORE)
