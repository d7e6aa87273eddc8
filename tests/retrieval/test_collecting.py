"""A removed text leaves the disk when no generation that is kept holds it."""

from pathlib import Path

from corpus.originals import OriginalStore
from retrieval.collecting import collect
from retrieval.generations import KEPT
from retrieval.ledger import Entry, Ledger
from tests.retrieval.making import document, publish
from tests.retrieval.sources import Home, put

PACT = "The pact expires on Saturday."
RAIN = "Rain falls on Seoul today."


def kept(home: Home) -> set[str]:
    """Return the texts of the originals that are on the disk."""
    return {path.read_text() for path in (home.path / "originals").glob("??/*")}


def publish_change(home: Home, notes: Path, number: int) -> None:
    put(notes / "news.txt", f"Bulletin number {number} is out.", minute=number)
    home.indexer.update([notes])


def test_the_original_of_a_removed_file_goes_with_the_last_generation_that_holds_it(
    home: Home, notes: Path
) -> None:
    home.indexer.update([notes])
    (notes / "pact.txt").unlink()

    there = []
    for number in range(KEPT):
        publish_change(home, notes, number)
        there.append(PACT in kept(home))

    # Three generations are kept: two publications without the text leave one that holds it.
    assert there == [True, True, False]
    assert not [p for p in home.path.rglob("*") if p.is_file() and PACT.encode() in p.read_bytes()]
    assert RAIN in kept(home)


def test_the_originals_of_documents_in_use_stay_and_can_be_read(home: Home, notes: Path) -> None:
    home.indexer.update([notes])

    for number in range(KEPT + 2):
        publish_change(home, notes, number)

    expected = {PACT, RAIN, *(f"Bulletin number {n} is out." for n in range(2, 5))}
    assert kept(home) == expected


def test_an_original_that_only_the_ledger_names_stays(home: Home) -> None:
    store = OriginalStore(home.path / "originals")
    noted, unnoted = store.put(PACT.encode()), store.put(RAIN.encode())
    ledger = Ledger({"notes": {"notes/pact.txt": Entry("pact.txt", 29, 0, noted)}})

    with home.generations.building():
        collect(store, home.generations, ledger)

    assert kept(home) == {PACT}
    assert not store.is_whole(unnoted, len(RAIN))


def test_while_a_generation_cannot_be_read_everything_stays(home: Home) -> None:
    store = OriginalStore(home.path / "originals")
    store.put(PACT.encode())
    name = publish(home.path / "index", [])
    records = home.path / "index" / name / "documents.jsonl"
    records.chmod(0o644)

    stayed = []
    for harm in (b"{", b"{}\n", b"[]\n", b"\xff\n", b'{"original": {"sha256": []}}\n'):
        records.write_bytes(harm)
        collect(store, home.generations, Ledger())
        stayed.append(kept(home))

    assert stayed == [{PACT}] * 5


def test_what_a_failed_run_put_goes_with_the_next_publication(home: Home, notes: Path) -> None:
    OriginalStore(home.path / "originals").put(b"Left by a run that was killed.")

    home.indexer.update([notes])

    assert kept(home) == {PACT, RAIN}


def test_a_title_that_looks_like_a_name_names_nothing(home: Home) -> None:
    store = OriginalStore(home.path / "originals")
    store.put(PACT.encode())
    title = '"original": {"sha256": "' + store.put(RAIN.encode()) + '"}'
    publish(home.path / "index", [document("a", "It rains.", title=title)])

    collect(store, home.generations, Ledger())

    assert kept(home) == set()
