"""Documents in many spellings, questions of their words, and a reader of its own for the proof."""
