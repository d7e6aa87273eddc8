"""The forward index: the words of every text in order, for reading candidates closely."""
