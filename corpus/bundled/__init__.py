"""The bundled corpus: news and background about GSOMIA, written for this project."""

from pathlib import Path

__all__ = ["BUNDLED"]

# A folder of articles; beside it stand the judged questions and their gold answers.
BUNDLED = Path(__file__).parent / "corpus"
