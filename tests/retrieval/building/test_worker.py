"""A worker answers every task with its batch, and ends with whoever started it."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

from corpus.reading import read_file
from retrieval.building.analysed import load
from retrieval.building.analysing import analyse
from retrieval.building.tasks import Files, dump
from retrieval.building.worker import serve
from retrieval.forward.forms import Forms
from tests.retrieval.building.making import dumped
from tests.retrieval.sources import put

RUN = [sys.executable, "-m", "retrieval.building.worker"]


def test_every_line_is_answered_in_order(tmp_path: Path) -> None:
    paths = [put(tmp_path / f"{n}.txt", f"It rains in {n}.") for n in range(3)]
    source = BytesIO(b"".join(dump(Files(((str(p), p.name),))) for p in paths))
    target = BytesIO()

    serve(source, target)

    # Each batch tells the forms that are new in it.
    forms, told, expected = Forms(), 0, b""
    for path in paths:
        expected += dumped(analyse(read_file(path, path.name), forms), told)
        told = len(forms.keys)
    assert target.getvalue() == expected


def test_a_process_answers_and_ends_when_its_input_does(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", "It rains.")

    run = subprocess.run(
        RUN, input=dump(Files(((str(path), "a.txt"),))), capture_output=True, check=True
    )

    batch = load(BytesIO(run.stdout))
    assert batch
    assert [document.id for document in batch.documents] == ["a.txt"]
    assert run.stderr == b""


def test_a_process_that_nobody_listens_to_ends_without_a_word(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", "It rains.")
    with subprocess.Popen(
        RUN, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(dump(Files(((str(path), "a.txt"),))))
        process.stdin.close()

        said = process.stderr.read()

    assert (process.returncode, said) == (0, b"")
