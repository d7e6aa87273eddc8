"""What each update gets, and who may have it."""
