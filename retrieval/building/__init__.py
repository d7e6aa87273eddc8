"""Documents in, the files of a generation out, on all cores."""
