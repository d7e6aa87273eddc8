"""The inner loops of the search, compiled by numba.

`score` takes the same sums as `scoring.Scorer.points`, in the same order and in the same types, so
that the results are equal to the bit. `bound` and `narrow` say which sections need not be scored,
and `search` puts these together.
"""
