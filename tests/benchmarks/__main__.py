"""Search engines side by side: `python -m tests.benchmarks --sets SETS`.

Takes the same sentences and questions to each engine that is installed, all on one thread, checks
that the exact ones find the same, prints a table for each size, and writes `growth.svg` and
`figures.json` beside this module. Engines that are not installed are left out:
`pip install tantivy bm25s numba` brings all of them. `--prepare` alone writes the corpora below
`--work`; `corpus.jsonl` of each is what `quoth index` reads.
"""

import argparse
import json
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.engines import ENGINES
from tests.benchmarks.figures import Figures
from tests.benchmarks.measuring import Effort, measure
from tests.benchmarks.plot import draw
from tests.benchmarks.prepared import Corpus, Facts
from tests.benchmarks.preparing import prepare
from tests.benchmarks.real import Real
from tests.benchmarks.sources import Source
from tests.benchmarks.table import table
from tests.benchmarks.zipf import Zipf

__all__ = ["main"]

SIZES = (100_000, 1_000_000, 5_000_000)


def main(argv: Sequence[str] | None = None) -> int:
    """Prepare, measure, print and draw; return 1 when exact engines differ."""
    arguments = _parser().parse_args(argv)
    if arguments.work is None:
        with TemporaryDirectory() as folder:
            return _run(arguments, Path(folder))
    return _run(arguments, arguments.work)


def _run(arguments: argparse.Namespace, work: Path) -> int:
    names = _installed(arguments.engines)
    if not names:
        _tell("no engine is installed")
        return 1
    source = _source(arguments)
    effort = Effort(arguments.rounds, arguments.budget)
    measured: list[tuple[Facts, list[Figures]]] = []
    for n_sentences in sorted(set(arguments.sizes)):
        corpus = _prepared(source, n_sentences, arguments, work)
        if not arguments.prepare:
            measured.append((corpus.facts(), measure(corpus, names, effort, _tell)))
            print(table(*measured[-1]), flush=True)
    if measured:
        _write(measured, arguments.output)
    return int(any(_differs(row) for _, rows in measured for row in rows))


def _prepared(
    source: Source, n_sentences: int, arguments: argparse.Namespace, work: Path
) -> Corpus:
    _tell(f"{n_sentences:,} sentences: preparing")
    n_questions, every_word = arguments.questions, arguments.every_word
    corpus = prepare(source, n_sentences, n_questions, work, every_word=every_word)
    _tell(f"{n_sentences:,} sentences: {corpus.documents}")
    return corpus


def _source(arguments: argparse.Namespace) -> Source:
    if arguments.sets is None:
        return Zipf(arguments.seed)
    return Real(arguments.sets, arguments.seed)


def _installed(names: Sequence[str]) -> list[str]:
    for name in names:
        if not ENGINES[name].is_installed:
            _tell(f"{name}: not installed")
    return [name for name in names if ENGINES[name].is_installed]


def _write(measured: Sequence[tuple[Facts, Sequence[Figures]]], output: Path) -> None:
    output.mkdir(parents=True, exist_ok=True)
    report = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "runs": [
            {"corpus": asdict(facts), "engines": [asdict(row) for row in rows]}
            for facts, rows in measured
        ],
    }
    (output / "figures.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    rows = [row for _, rows in measured for row in rows]
    (output / "growth.svg").write_text(draw(rows), encoding="utf-8")


def _differs(row: Figures) -> bool:
    return row.agreement is not None and row.agreement.n_differing > 0


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    add = parser.add_argument
    add("--sets", type=Path, help="folder of question sets; without it the text is generated")
    add("--sizes", type=int, nargs="+", default=SIZES, help="sentences", metavar="N")
    add("--engines", nargs="+", choices=ENGINES, default=list(ENGINES), help="first: the measure")
    add("--rounds", type=int, default=5, help="of all questions to each engine")
    add("--questions", type=int, default=200, help="of a round, at most")
    add("--budget", type=float, default=30.0, help="seconds after which a round stops")
    add("--seed", type=int, default=1, help="of every random choice")
    add("--work", type=Path, help="folder that keeps prepared corpora for the next run")
    add("--output", type=Path, default=Path(__file__).parent, help="folder of the two files")
    add("--every-word", action="store_true", help="keep the stop words of real text")
    add("--prepare", action="store_true", help="only write the corpora")
    return parser


if __name__ == "__main__":
    sys.exit(main())
