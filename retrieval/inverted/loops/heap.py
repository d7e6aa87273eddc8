"""The largest of many values: a heap, whose first is the least of them."""

from numba import njit

__all__ = ["put"]


@njit(nogil=True)
def put(value, heap):  # type: ignore[no-untyped-def]
    """Put a value among the largest, in place of the least."""
    place, child = 0, 1
    while child < len(heap):
        if child + 1 < len(heap) and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= value:
            break
        heap[place] = heap[child]
        place, child = child, 2 * child + 1
    heap[place] = value
