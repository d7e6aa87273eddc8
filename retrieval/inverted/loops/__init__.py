"""The inner loops of the search, compiled by numba.

`score` takes the same sums as `scoring.Scorer.points`, in the same order and in the same types, so
that the results are equal to the bit. `bound` does what `bounds.bounds` does, in stretches of
sections that the nearest memory holds, and more narrowly.
"""
