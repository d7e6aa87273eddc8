"""Documents in, the files of a generation out, in bounded memory and on all cores."""
