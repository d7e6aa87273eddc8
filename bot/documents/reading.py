"""A process that reads one document from outside, within its limits, and says what it holds.

Its input is a line with the ending that the file's name has, then the file. What it reads goes no
further than this process: it prints counts, titles and reasons, nothing that is indexed.
"""

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.documents import Skipped

__all__ = ["MOST_TOLD", "main", "survey"]

# Reasons to tell of one file.
MOST_TOLD = 5
# Characters of a reason; a line of JSONL can put its own words into one.
LONGEST_REASON = 200


def survey(content: bytes, suffix: str) -> dict[str, Any]:
    """Read a file and return what it holds.

    Parameters
    ----------
    content
        the file.
    suffix
        the ending of its name, which tells how to read it.

    Returns
    -------
    "documents" and "sentences" it holds, how many were "skipped", the first "reasons" for that, and
    the number of sentences of the "longest" document.
    """
    from corpus.documents import Skipped
    from corpus.reading import read_content

    found = read_content(content, f"the file{suffix}")
    n_documents, n_sentences, longest, n_skipped = 0, 0, 0, 0
    reasons: list[str] = []
    for item in found:
        if isinstance(item, Skipped):
            n_skipped += 1
            reasons += [_reason(item)] if len(reasons) < MOST_TOLD else []
            continue
        n_documents += 1
        n_sentences += len(item.sentences)
        longest = max(longest, len(item.sentences))
    return {
        "documents": n_documents,
        "sentences": n_sentences,
        "longest": longest,
        "skipped": n_skipped,
        "reasons": reasons,
    }


def _reason(skipped: "Skipped") -> str:
    """Return why a file, or a line of it, is no document."""
    line = skipped.name.rpartition(":")[2] if ":" in skipped.name else ""
    where = f"line {line} " if line else ""
    return f"{where}{skipped.reason}; {skipped.remedy}"[:LONGEST_REASON]


def main() -> None:
    """Read standard input, confined, and print what it holds."""
    from bot.documents.limits import confine

    confine()
    suffix = sys.stdin.buffer.readline().decode().strip()
    print(json.dumps(survey(sys.stdin.buffer.read(), suffix)))  # noqa: T201 - its parent listens


if __name__ == "__main__":
    main()
