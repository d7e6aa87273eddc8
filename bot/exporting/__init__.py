"""A conversation with its citations as a file, for reading, for checking or for a bibliography."""
