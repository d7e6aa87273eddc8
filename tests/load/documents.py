"""A home with a small real index, and questions that it answers in one message each."""

from pathlib import Path

from tests.faults.corpora import QUESTIONS, edition, lay
from tests.faults.homes import run_index

__all__ = ["QUESTIONS", "indexed_home"]


def indexed_home(folder: Path, *, n_files: int = 20, n_sentences: int = 100) -> Path:
    """Index invented documents into a home in a folder, and return the home.

    Parameters
    ----------
    folder
        where to put the documents and the home.
    n_files, n_sentences
        how many files of prose, and sentences in each, stand beside the answers.
    """
    sources, home = folder / "sources", folder / "home"
    lay(sources, edition(0, n_files=n_files, n_sentences=n_sentences))
    result = run_index(home, [sources])
    if result.code != 0:
        raise OSError(f"quoth index: {result.err}")
    return home
