"""From hits to what is said: which sentences to quote, in whose company, and what disagrees."""
