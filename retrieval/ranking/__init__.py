"""The second stage: the best candidates, ranked by a sum of named contributions."""
