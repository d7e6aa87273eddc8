"""However the work is spread, the index is the same, and what breaks it off leaves no trace."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval.errors import RetrievalError
from tests.retrieval.building.making import children
from tests.retrieval.sources import Home, put, put_lines

LANGUAGES = {
    "en": "The pact between Seoul and Tokyo expires on Saturday. Nobody waits for it any more.",
    "de": "Der Vertrag zwischen Seoul und Tokio endet am Samstag. Niemand wartet mehr darauf.",
    "ru": "Договор между Сеулом и Токио заканчивается в субботу. Никто его больше не ждёт.",
    "ja": "日韓の軍事情報協定は土曜日に終了する。もう誰も待っていない。",
    "ko": "한일 군사정보협정은 토요일에 종료된다. 이제 아무도 기다리지 않는다.",
}
# Indexes with two processes and is interrupted as from a terminal once the first task is read.
INTERRUPT = """
import os, signal, sys
from pathlib import Path
from tests.retrieval.sources import Home
indexer = Home(Path(sys.argv[1])).indexer_of(2, task_bytes=100)
try:
    indexer.update([Path(sys.argv[2])], lambda *_: os.killpg(0, signal.SIGINT))
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A source of files and lines in five languages, some of them bad."""
    for n in range(12):
        code, text = [*LANGUAGES.items()][n % 5]
        put(tmp_path / "many" / code / f"{n}.txt", f"{text} {n}.")
    lines = {f"line {n}": [*LANGUAGES.values()][n % 5] for n in range(40)} | {"bad": ""}
    put_lines(tmp_path / "many" / "all.jsonl", lines)
    put(tmp_path / "many" / "empty.txt", "")
    return tmp_path / "many"


def mirror(tmp_path: Path, name: str) -> Home:
    (tmp_path / name).mkdir()
    return Home(tmp_path / name)


def left_behind(home: Home) -> list[str]:
    """Return what is in the index folder besides generations, and half-written originals."""
    names = [path.name for path in (home.path / "index").iterdir()]
    halves = [path.name for path in (home.path / "originals").glob(".new-*")]
    known = {"CURRENT", "build.lock", *home.generations.names()}
    return sorted({*names, *halves} - known)


def test_any_number_of_processes_and_any_size_of_task_give_the_same_index(
    home: Home, many: Path, tmp_path: Path
) -> None:
    expected = home.indexer.update([many])

    for n_processes, task_bytes in ((1, 1), (2, 100), (3, 5_000)):
        other = mirror(tmp_path, f"{n_processes} processes")
        summary = other.indexer_of(n_processes, task_bytes=task_bytes).update([many])

        expected.seconds = summary.seconds
        assert summary == expected
        assert other.files == home.files
        assert other.ledger.read_bytes() == home.ledger.read_bytes()
    assert (expected.n_documents, len(expected.skipped), children()) == (52, 2, [])


def test_documents_of_several_languages_are_read_back_as_they_were(home: Home, many: Path) -> None:
    home.indexer_of(2, task_bytes=500).update([many])

    found = home.documents

    texts = {d.id: d.text for d in found if d.id.startswith("line")}
    assert texts == {f"line {n}": [*LANGUAGES.values()][n % 5] for n in range(40)}
    assert {d.language for d in found} == set(LANGUAGES)
    for document in found:
        kept = home.originals.read(document.original.sha256)
        part = kept[document.original.start : document.original.end].decode()
        assert document.text in (part if document.original.format == "plain" else texts.values())


def test_documents_added_and_removed_later_give_the_index_of_what_is_there(
    home: Home, many: Path, tmp_path: Path
) -> None:
    home.indexer.update([many])
    made = {"at first": home.files}
    lines = (many / "all.jsonl").read_text()

    talks = put(many / "talks.txt", "Tokyo and Seoul hold talks.")
    put(many / "all.jsonl", lines + '{"id": "late", "text": "It is late."}\n', minute=1)
    made["with more"] = files_after_both(home, mirror(tmp_path, "with more"), many)
    talks.unlink()
    put(many / "all.jsonl", lines, minute=2)
    made["without"] = files_after_both(home, mirror(tmp_path, "without"), many)

    assert made["without"] == made["at first"] != made["with more"]


def files_after_both(kept: Home, fresh: Home, source: Path) -> dict[str, bytes]:
    """Index a source into a home that knows it and into a new one; return the files of both."""
    kept.indexer_of(2, task_bytes=300).update([source])
    fresh.indexer.update([source])
    assert kept.files == fresh.files
    return kept.files


def kill_a_worker() -> None:
    for number in children()[:1]:
        os.kill(number, signal.SIGKILL)


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.parametrize(
    ("harm", "error"), [(kill_a_worker, RetrievalError), (interrupt, KeyboardInterrupt)]
)
def test_a_run_that_is_broken_off_changes_nothing_and_leaves_nothing(
    home: Home, many: Path, harm: Callable[[], None], error: type[BaseException]
) -> None:
    home.indexer.update([many / "en"])
    files, ledger = home.files, home.ledger.read_bytes()

    with pytest.raises(error):
        home.indexer_of(2, task_bytes=100).update([many], lambda *_: harm())

    assert (children(), left_behind(home)) == ([], [])
    assert (home.generations.names(), home.files) == (["g-000001"], files)
    assert home.ledger.read_bytes() == ledger
    assert home.indexer.update([many]).generation == "g-000002"


def test_an_interruption_from_a_terminal_says_nothing_but_itself(home: Home, many: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", INTERRUPT, str(home.path), str(many)],
        capture_output=True,
        text=True,
        check=True,
        start_new_session=True,
    )

    assert (run.stdout, run.stderr) == ("interrupted\n", "")
    assert (home.generations.names(), left_behind(home)) == ([], [])


def test_what_a_killed_run_left_is_gone_after_the_next(home: Home, many: Path) -> None:
    (home.path / "index" / ".tmp-spool").mkdir(parents=True)
    (home.path / "index" / ".tmp-spool" / "forms").write_bytes(b"1234")

    home.indexer.update([many])

    assert left_behind(home) == []
