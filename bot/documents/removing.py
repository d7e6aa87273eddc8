"""Documents taken out of every answer: uploads are deleted, those of other sources left out."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from bot.documents.checking import Refused
from bot.documents.children import never
from bot.documents.finding import Known, find, known, nearest
from bot.documents.indexing import Updated, bring_up_to_date
from bot.documents.uploads import Uploads
from bot.home import Home
from bot.phrases import documents as phrases
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.left_out import LeftOut

__all__ = ["Removed", "Restored", "remove", "restore"]

# Ids to name where a part of a name fits several documents.
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Removed:
    """Documents that answers are no longer taken from.

    Attributes:
        ids: their ids.
        generation: the generation that is without them.
        n_left: documents that are left.
    """

    ids: tuple[str, ...]
    generation: str
    n_left: int


@dataclass(frozen=True, slots=True)
class Restored:
    """Documents that were left out and no longer are.

    Attributes:
        ids: their ids.
        generation: the generation that may have them again.
    """

    ids: tuple[str, ...]
    generation: str


def remove(
    home: Home,
    wanted: Sequence[str],
    *,
    every: bool = False,
    is_over: Callable[[], bool] = never,
) -> Removed | Refused:
    """Remove documents; either all that are named, or none.

    Parameters
    ----------
    home
        whose own documents they are.
    wanted
        each an id, a title, the name of an uploaded file, or a part of an id or a title.
    every
        whether a name may stand for several documents.
    is_over
        says whether to break off.
    """
    if not Generations(home.index).has_any():
        return Refused(phrases.NOTHING_INDEXED)
    documents, uploads = known(Index.open(home.index).library), Uploads(home.uploads)
    chosen: dict[str, Known] = {}
    for name in wanted:
        found = _of_upload(documents, uploads, name) or find(documents, name)
        is_file = bool(_of_upload(documents, uploads, name))
        if not found:
            return Refused(phrases.unknown(name, nearest(documents, name)))
        if len(found) > 1 and not (every or is_file):
            ids = [document.id for document in found[:MOST_NAMED]]
            return Refused(phrases.several(name, ids, len(found)))
        chosen |= {document.id: document for document in found}
    return _revoke(home, uploads, documents, chosen, is_over)


def restore(home: Home, ids: Collection[str]) -> Restored | Refused:
    """Let documents in again that were removed while their source still has them."""
    left_out = LeftOut(home.left_out)
    listed = [Known(name, "", "") for name in sorted(left_out.ids())]
    for name in ids:
        if name not in left_out.ids():
            return Refused(phrases.unknown(name, nearest(listed, name)))
    left_out.take_off(ids)
    found = bring_up_to_date(home, afresh=True)
    if isinstance(found, Refused):
        left_out.add(ids)
        return found
    return Restored(tuple(ids), found.generation)


def _of_upload(documents: Sequence[Known], uploads: Uploads, name: str) -> list[Known]:
    """Return the documents of the uploaded file of that name."""
    digests = {upload.sha256 for upload in uploads.all() if upload.name == name}
    return [document for document in documents if document.sha256 in digests]


def _revoke(
    home: Home,
    uploads: Uploads,
    documents: Sequence[Known],
    chosen: dict[str, Known],
    is_over: Callable[[], bool],
) -> Removed | Refused:
    """Delete the uploads that lose every document, leave the other documents out, and index."""
    kept = {document.sha256 for document in documents if document.id not in chosen}
    going = {document.sha256 for document in chosen.values()} - kept
    gone = [upload for upload in uploads.all() if upload.sha256 in going]
    deleted = {upload.sha256 for upload in gone}
    left_out = LeftOut(home.left_out)
    left_out.add(name for name, document in chosen.items() if document.sha256 not in deleted)
    for upload in gone:
        uploads.delete(upload)
    paths = [upload.path for upload in gone]
    found = bring_up_to_date(home, gone=paths, is_over=is_over)
    # A file of the same content may be below another source, too.
    still = _still_there(home, chosen) if isinstance(found, Updated) else []
    if still:
        left_out.add(still)
        found = bring_up_to_date(home, is_over=is_over)
    if isinstance(found, Refused):
        return found
    return Removed(tuple(sorted(chosen)), found.generation, found.n_documents)


def _still_there(home: Home, ids: Collection[str]) -> list[str]:
    library = Index.open(home.index).library
    return [library.id(place) for place in library.positions(ids)]
