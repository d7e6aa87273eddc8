"""Each generation finds the ledger of what it was made from, whenever a run is killed."""

from pathlib import Path

import pytest

from retrieval.ledger import Entry, Ledger
from retrieval.ledgers import Ledgers

FIRST, SECOND, THIRD = (
    Ledger({"/notes": {"/notes/a.txt": Entry("a.txt", size, 0, f"{size:064x}")}})
    for size in (1, 2, 3)
)


@pytest.fixture
def ledgers(tmp_path: Path) -> Ledgers:
    return Ledgers(tmp_path / "home" / "sources")


def keep(ledgers: Ledgers, *kept: tuple[str, Ledger]) -> None:
    for generation, ledger in kept:
        ledgers.promise(generation, ledger)
    ledgers.settle([generation for generation, _ in kept])


def names(ledgers: Ledgers) -> list[str]:
    return sorted(path.name for path in ledgers.folder.iterdir())


def test_each_generation_has_its_own(ledgers: Ledgers) -> None:
    keep(ledgers, ("g-000001", FIRST), ("g-000002", SECOND))

    loaded = [ledgers.load(generation) for generation in ("g-000001", "g-000002", "g-000003")]

    assert loaded == [FIRST, SECOND, Ledger()]


def test_where_no_generation_can_be_read_the_newest_tells_the_sources(ledgers: Ledgers) -> None:
    keep(ledgers, ("g-000001", FIRST), ("g-000002", SECOND))

    assert ledgers.load("") == SECOND


def test_before_the_first_there_is_none(ledgers: Ledgers) -> None:
    ledgers.settle([])

    assert ledgers.load("") == Ledger()
    assert not ledgers.folder.exists()


def test_a_promise_counts_when_its_generation_is_there(ledgers: Ledgers) -> None:
    keep(ledgers, ("g-000001", FIRST))
    ledgers.promise("g-000002", SECOND)

    ledgers.settle(["g-000001", "g-000002"])

    assert [ledgers.load(name) for name in ("g-000001", "g-000002")] == [FIRST, SECOND]
    assert names(ledgers) == ["g-000001.json", "g-000002.json"]


def test_a_promise_goes_when_its_generation_did_not_come(ledgers: Ledgers) -> None:
    keep(ledgers, ("g-000001", FIRST))
    ledgers.promise("g-000002", SECOND)

    ledgers.settle(["g-000001"])

    assert ledgers.load("") == FIRST
    assert names(ledgers) == ["g-000001.json"]


def test_what_a_killed_run_left_half_written_takes_no_place(ledgers: Ledgers) -> None:
    keep(ledgers, ("g-000001", FIRST))
    (ledgers.folder / "g-000001.half").write_bytes(b'{"/no')

    ledgers.settle(["g-000001"])

    assert ledgers.load("g-000001") == FIRST
    assert names(ledgers) == ["g-000001.json"]


def test_a_promise_that_cannot_be_written_leaves_nothing(ledgers: Ledgers) -> None:
    unspeakable = Ledger({"/notes": {"\ud800": FIRST.sources["/notes"]["/notes/a.txt"]}})

    with pytest.raises(UnicodeEncodeError):
        ledgers.promise("g-000001", unspeakable)

    assert names(ledgers) == []


def test_a_second_ledger_of_a_generation_takes_the_place_of_the_first(ledgers: Ledgers) -> None:
    keep(ledgers, ("g-000001", FIRST))
    keep(ledgers, ("g-000001", SECOND))

    assert ledgers.load("g-000001") == SECOND


def test_the_ledger_of_a_generation_goes_with_it(ledgers: Ledgers) -> None:
    keep(ledgers, ("g-000001", FIRST), ("g-000002", SECOND))
    keep(ledgers, ("g-000002", SECOND), ("g-000003", THIRD))

    assert names(ledgers) == ["g-000002.json", "g-000003.json"]


def test_where_every_generation_is_gone_the_ledgers_stay(ledgers: Ledgers) -> None:
    keep(ledgers, ("g-000001", FIRST))

    ledgers.settle([])

    assert ledgers.load("") == FIRST


def test_a_single_ledger_of_all_generations_serves_until_one_has_its_own(ledgers: Ledgers) -> None:
    single = ledgers.folder.with_suffix(".json")
    single.parent.mkdir()
    FIRST.write(single)

    ledgers.settle(["g-000001"])
    loaded = [ledgers.load(""), ledgers.load("g-000001")]
    keep(ledgers, ("g-000002", SECOND))

    assert loaded == [FIRST, FIRST]
    assert (ledgers.load(""), single.exists()) == (SECOND, False)
