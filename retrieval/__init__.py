"""What is relevant: terms, weights, the index on disk, search, and how good a ranking is."""
