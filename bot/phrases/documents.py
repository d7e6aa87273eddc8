"""Fixed phrases about documents that are added, listed, removed and read again."""

import datetime
from collections.abc import Sequence

__all__ = [
    "DISGUISED",
    "EMPTIED",
    "HOW_TO_ADD",
    "NOTHING_INDEXED",
    "NOT_FETCHED",
    "NOT_INDEXED",
    "NO_SUCH_PAGE",
    "SAME_IDS",
    "TOO_LONG",
    "UNREADABLE",
    "WHAT_TO_REMOVE",
    "added",
    "listed",
    "listing",
    "not_read",
    "nothing_in_it",
    "reindexed",
    "removed",
    "restored",
    "several",
    "skipped",
    "store_full",
    "too_large",
    "too_many_sentences",
    "unknown",
]

# Ids to name of many.
MOST_NAMED = 5

DISGUISED = "This is a PDF, HTML or XML file under another name. Save its text as a .txt file."
TOO_LONG = "Reading this file takes too long. Cut it into smaller files."
UNREADABLE = (
    "This file cannot be read within the limits set for files from outside. Cut it into smaller "
    "files, or save its text as UTF-8."
)
HOW_TO_ADD = "Send the file with /add as its caption, or reply /add to it, and it is added."
NOT_FETCHED = "Telegram did not hand the file over. Send it again."
NOT_INDEXED = "The index was not brought up to date: indexing broke off. Try again."
SAME_IDS = (
    "Nothing of this file is new: other documents have its ids, or they were removed. Give its "
    "documents other ids."
)
NOTHING_INDEXED = "There are no documents of your own yet: the bundled ones answer."
NO_SUCH_PAGE = "There is no such page of documents."
WHAT_TO_REMOVE = (
    "Type the id, the title or a part of it after the command, for example: /remove minutes of May"
)
EMPTIED = "No document is left."


def not_read(suffix: str, suffixes: Sequence[str]) -> str:
    """Refuse a type of file.

    >>> not_read(".pdf", (".txt", ".md"))
    'Files that end in .pdf are not read. Save the text as one of .txt .md'
    """
    what = f"Files that end in {suffix[:20]}" if suffix else "Files without an ending"
    return f"{what} are not read. Save the text as one of {' '.join(suffixes)}"


def too_large(most: int) -> str:
    """Refuse a file by its size in bytes."""
    return f"The file is over {most >> 20} MB. Cut it into smaller files."


def too_many_sentences(most: int) -> str:
    """Refuse a document by its length."""
    return f"The document has over {most:,} sentences. Cut it into smaller files."


def store_full(most: int) -> str:
    """Refuse a file as there is no room for it, in bytes."""
    return f"The uploaded files hold {most >> 30} GB, which is the limit. Remove some first."


def nothing_in_it(reasons: Sequence[str]) -> str:
    """Refuse a file that holds no document, and say why.

    >>> nothing_in_it(["is empty; write something in it"])
    'There is no document in the file: is empty; write something in it.'
    """
    return f"There is no document in the file: {reasons[0] if reasons else 'it is empty'}."


def added(name: str, n_documents: int, n_sentences: int, generation: str, *, is_known: bool) -> str:
    """Say that answers are taken from a file now.

    >>> added("minutes.txt", 1, 2, "g-000002", is_known=False)
    'Added minutes.txt: 1 document, 2 sentences (g-000002).'
    """
    first = "Already there as" if is_known else "Added"
    counts = f"{_counted(n_documents, 'document')}, {_counted(n_sentences, 'sentence')}"
    return f"{first} {name}: {counts} ({generation})."


def skipped(n: int, reasons: Sequence[str]) -> str:
    """Say what of a file is left out, and why the first of it is."""
    return f"{n:,} skipped. {'; '.join(reasons[:1])}".rstrip(" ;.") + "."


def listing(n_documents: int, page: int, n_pages: int) -> str:
    """Introduce a page of documents, from 1.

    >>> listing(41, 2, 3)
    '41 documents, page 2 of 3. /documents 3 shows the next.'
    """
    following = f" /documents {page + 1} shows the next." if page < n_pages else ""
    return f"{_counted(n_documents, 'document')}, page {page} of {n_pages}.{following}"


def listed(name: str, title: str, day: datetime.date | None, n_sentences: int) -> str:
    """Name a document.

    >>> listed("a.txt", "Rain", datetime.date(2019, 5, 2), 1)
    'a.txt: Rain, 2019-05-02, 1 sentence'
    """
    parts = (title, day.isoformat() if day else "", _counted(n_sentences, "sentence"))
    return f"{name}: {', '.join(filter(None, parts))}"


def removed(ids: Sequence[str], generation: str) -> str:
    """Say which documents answers are no longer taken from.

    >>> removed(["a.txt", "b.txt"], "g-000003")
    'Removed 2 documents: a.txt; b.txt (g-000003).'
    """
    return f"Removed {_counted(len(ids), 'document')}: {_named(ids)} ({generation})."


def restored(ids: Sequence[str], generation: str) -> str:
    """Say which documents may be quoted again.

    >>> restored(["a.txt"], "g-000004")
    'Let in again 1 document: a.txt (g-000004).'
    """
    return f"Let in again {_counted(len(ids), 'document')}: {_named(ids)} ({generation})."


def unknown(wanted: str, nearest: Sequence[str]) -> str:
    """Say that no document is called so, and which come near.

    >>> unknown("a.tx", ["a.txt"])
    'No document is called "a.tx"; the nearest: a.txt'
    """
    near = f"; the nearest: {'; '.join(nearest)}" if nearest else ""
    return f'No document is called "{wanted[:100]}"{near}'


def several(wanted: str, ids: Sequence[str], n: int) -> str:
    """Say that a part of a name fits several documents."""
    more = f"; and {n - len(ids):,} more" if n > len(ids) else ""
    return f'"{wanted[:100]}" fits {n:,} documents: {"; ".join(ids)}{more}'


def reindexed(n_documents: int, n_sentences: int, generation: str) -> str:
    """Say that every source was read again.

    >>> reindexed(3, 1200, "g-000004")
    'Everything was read again: 3 documents, 1,200 sentences (g-000004).'
    """
    counts = f"{_counted(n_documents, 'document')}, {_counted(n_sentences, 'sentence')}"
    return f"Everything was read again: {counts} ({generation})."


def _named(ids: Sequence[str]) -> str:
    more = f"; and {len(ids) - MOST_NAMED:,} more" if len(ids) > MOST_NAMED else ""
    return "; ".join(ids[:MOST_NAMED]) + more


def _counted(n: int, what: str) -> str:
    return f"{n:,} {what}{'' if n == 1 else 's'}"
