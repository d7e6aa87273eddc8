"""Documents that come from outside: read behind limits, added, listed and removed."""
