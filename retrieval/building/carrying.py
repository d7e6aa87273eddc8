"""Documents of the generation before, as batches: they are not analysed again."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.building.analysed import Analysed
from retrieval.index import Index
from retrieval.library import Identity
from retrieval.ragged import spans

__all__ = ["carried"]

Places = NDArray[np.int64]

# Documents of one batch.
CHUNK = 4096


def carried(index: Index, identities: Sequence[Identity], chosen: Places) -> Iterator[Analysed]:
    """Yield some documents of a generation as they were analysed.

    Parameters
    ----------
    index
        the generation.
    identities
        of all its documents.
    chosen
        (n,) positions of the documents to carry over.
    """
    keys = index.forward.keys()
    for begin in range(0, len(chosen), CHUNK):
        yield _batch(index, identities, chosen[begin : begin + CHUNK], keys)


def _batch(
    index: Index, identities: Sequence[Identity], chosen: Places, keys: list[str]
) -> Analysed:
    library, arrays = index.library, index.library.arrays
    first = index.passages.first.astype(np.int64)
    rows = spans(first[chosen], first[chosen + 1])[0]
    forms, row = index.forward.read(rows)
    titles, title = index.forward.read(len(index.passages) + chosen)
    records = [library.packed_record(n) for n in chosen.tolist()]
    texts = [library.packed_text(n) for n in chosen.tolist()]
    start = arrays["sentence_start"][rows].astype(np.int64)
    columns = {
        "n_sentences": first[chosen + 1] - first[chosen],
        "day": index.passages.day[chosen].astype(np.int64),
        "record_size": np.array([len(one) for one in records], np.int64),
        "text_size": np.array([len(one) for one in texts], np.int64),
        "start": start,
        "end": start + arrays["sentence_size"][rows],
        "opens": arrays["sentence_opens"][rows].astype(np.uint8),
        "asks": index.passages.asks[rows].astype(np.uint8),
        "marks": index.forward.marks[rows],
        "forms": forms,
        "row_size": np.bincount(row, minlength=len(rows)),
        "title_forms": titles,
        "title_size": np.bincount(title, minlength=len(chosen)),
        "records": np.frombuffer(b"".join(records), np.uint8),
        "texts": np.frombuffer(b"".join(texts), np.uint8),
    }
    return Analysed(
        documents=[identities[n] for n in chosen.tolist()],
        languages=[record["language"] for record in library.records(chosen.tolist())],
        keys=keys,
        skipped=[],
        arrays=columns,
    )
