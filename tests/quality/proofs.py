"""Every quote is its original's bytes: `python -m tests.quality.proofs --questions 10000 --seed 1`.

Documents are written out in many ways and indexed. Questions made of their words are asked, and
each quote of each answer, refusal and timeline is held against the files as they were written.
Then `quoth verify` has to find exactly what a changed byte breaks, and the same questions have to
bring the same bytes whatever the hash seed, the process and the order of the files. Prints a line
for each check.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from io import StringIO
from itertools import product
from pathlib import Path
from typing import Any

from bot import wiring
from bot.answering import Answerer
from bot.answers import Answer, Quote
from bot.channels.terminal import show_reply
from bot.command_line import main as quoth
from bot.home import Home
from bot.replies import Reply, show
from bot.serialising import dumps, line
from bot.timeline import Timeline
from tests.bot.calling import environment
from tests.quality.proving.corpora import Asked, Corpora
from tests.quality.proving.texts import made, taken
from tests.quality.proving.variants import Text

__all__ = ["Proofs", "main"]

ELAPSED = re.compile(r'"elapsed_ms": [\d.]+')
# One question in so many is the topic of a timeline.
TIMELINES = 10
MOST_EVENTS = 10


class Proofs:
    """The checks, on one home.

    Attributes:
        failures: what was wrong, each with the name of its check.

    Parameters
    ----------
    corpora
        what is indexed.
    folder
        for everything that is written.
    seed
        of every random choice.
    """

    def __init__(self, corpora: Corpora, folder: Path, seed: int) -> None:
        self.failures: list[str] = []
        self._corpora = corpora
        self._folder = folder
        self._chance = random.Random(seed)  # noqa: S311
        self.home = Home(folder / "home")
        sources, self._rereader = corpora.lay(folder / "corpora", self._chance)
        summary = wiring.indexer(self.home).update(sources)
        self._expect("indexing", summary.n_documents == corpora.n_documents, str(summary))
        self._answerer = wiring.answerer(self.home)

    def compare_quotes(self, n: int) -> str:
        """Hold every quote of many replies against the files."""
        counts: Counter[str] = Counter()
        for number, asked in enumerate(self._corpora.ask(n, self._chance)):
            kind, quotes = _reply(self._answerer, asked, is_topic=number % TIMELINES == 0)
            counts[kind] += 1
            counts["quotes"] += len(quotes)
            counts["spans"] += sum(quote.byte_start is not None for quote in quotes)
            for quote in quotes:
                complaint = self._rereader.complaint(quote)
                where = f"{quote.document}, {quote.start}-{quote.end}, {asked.text!r}"
                self._expect("quotes", not complaint, f"{complaint}: {where}: {quote.text!r}")
        replies = f"{counts['answer']} answers, {counts['refusal']} refusals"
        replies += f", {counts['timeline']} timelines"
        return f"{replies}; {counts['quotes']} quotes, {counts['spans']} with a span of bytes"

    def verify_answers(self, questions: Sequence[Asked], n_changes: int) -> str:
        """Verify saved and printed answers; then change a byte of an original, one by one."""
        saved, printed = self._folder / "saved.jsonl", self._folder / "printed.txt"
        outcomes = [self._answerer.answer(each.question(), each.text) for each in questions]
        lines = [line(None, each.understood, each, 0.0) for each in outcomes]
        replies = [show(each.understood, each) for each in outcomes]
        saved.write_text("".join(dumps(each) + "\n" for each in lines), encoding="utf-8")
        printed.write_text("\n".join(map(_printed, replies)), encoding="utf-8")
        quotes = [quote for each in lines for quote in each["quotes"]]
        n_printed = sum(part.kind == "quote" for reply in replies for part in reply.parts)
        for path, n in ((saved, len(quotes)), (printed, n_printed)):
            out = self._verify(path)
            holds = len(out) == 1 and out[0].startswith(f"{n} of {n} quotes hold (checked: ")
            self._expect("verify", holds, f"{path.name}: {out}")
        originals = sorted({quote["sha256"] for quote in quotes})
        changed = self._chance.sample(originals, min(n_changes, len(originals)))
        n_named = sum(self._change(sha256, quotes, saved) for sha256 in changed)
        return (
            f"{len(questions)} answers, {len(quotes)} quotes saved, {n_printed} printed; "
            f"{len(changed)} originals changed, {n_named} quotes named"
        )

    def _change(self, sha256: str, quotes: Sequence[Mapping[str, Any]], saved: Path) -> int:
        """Change one byte of an original, verify, and put it back; count the quotes named."""
        path = self.home.originals / sha256[:2] / sha256
        content = path.read_bytes()
        place = self._chance.randrange(len(content))
        changed = bytes([content[place] ^ self._chance.randrange(1, 256)])
        path.chmod(0o644)
        path.write_bytes(content[:place] + changed + content[place + 1 :])
        *named, _ = self._verify(saved)
        path.write_bytes(content)
        expected = Counter(
            f"{quote['document']}, characters {quote['start']}-{quote['end']}: "
            f"original {sha256} has changed ({path})"
            for quote in quotes
            if quote["sha256"] == sha256
        )
        self._expect("change", Counter(named) == expected, f"{sha256}: {named}")
        return len(named)

    def repeat(self, questions: Sequence[Asked], n_seeds: int) -> str:
        """Ask the same in processes of other hash seeds, half of them of files in another order."""
        asked = self._folder / "asked.jsonl"
        lines = (json.dumps(each.fields(n)) + "\n" for n, each in enumerate(questions))
        asked.write_text("".join(lines), encoding="utf-8")
        other = Home(self._folder / "other")
        sources, _ = self._corpora.lay(self._folder / "elsewhere", self._chance)
        _run(["index", *sources[::-1]], other, n_seeds)
        first = _answers(asked, self.home, 0)
        for seed, home in product(range(n_seeds), (other, self.home)):
            # That of seed 0 is the first itself.
            is_same = (seed, home) == (0, self.home) or _answers(asked, home, seed) == first
            self._expect("repeat", is_same, f"hash seed {seed}, {home.path.name}")
        return f"{len(first)} answers, {n_seeds} hash seeds, 2 orders of files"

    def _verify(self, path: Path) -> list[str]:
        with redirect_stdout(StringIO()) as out:
            quoth(["verify", str(path), "--home", str(self.home.path)], {})
        return out.getvalue().splitlines()

    def _expect(self, check: str, is_so: bool, text: str) -> None:
        if not is_so:
            self.failures.append(f"{check}: {text}")


def _reply(answerer: Answerer, asked: Asked, *, is_topic: bool) -> tuple[str, list[Quote]]:
    """Return what kind of reply a question gets, and every quote in it."""
    if is_topic:
        found = answerer.timeline(asked.question())
        quoter = answerer.quoter(answerer.query(asked.text))
        hits = [event.hit for event in found.events] if isinstance(found, Timeline) else []
        return "timeline", [quoter.quote(hit) for hit in hits[:MOST_EVENTS]]
    outcome = answerer.answer(asked.question(), asked.text)
    if isinstance(outcome, Answer):
        differing = (quote for each in outcome.conflicts for quote in (each.newer, each.older))
        return "answer", [*outcome.quotes, *differing]
    return "refusal", list(outcome.nearest)


def _printed(reply: Reply) -> str:
    with redirect_stdout(StringIO()) as screen:
        show_reply(reply)
    return screen.getvalue()


def _answers(asked: Path, home: Home, seed: int) -> list[str]:
    """Answer questions in a process of its own; return the lines without the time they took."""
    return [ELAPSED.sub("", text) for text in _run(["batch", asked], home, seed).split("\n")[:-1]]


def _run(argv: Sequence[object], home: Home, seed: int) -> str:
    command = [sys.executable, "-m", "bot", *map(str, argv), "--home", str(home.path)]
    environ = environment() | {"PYTHONHASHSEED": str(seed), "OMP_NUM_THREADS": "1"}
    run = subprocess.run(command, capture_output=True, env=environ, check=True)
    return run.stdout.decode()


def _corpora(sets: Path | None, seed: int, n: int) -> Corpora:
    """Return three corpora of up to `n` documents; without question sets all are made up."""
    texts: dict[str, Sequence[Text]] = {"made": made(seed, n)}
    if sets is None:
        return Corpora(texts | {"more": made(seed + 1, n), "most": made(seed + 2, n)})
    names = {"squad": "squad", "news": "news-2022"}
    return Corpora(
        texts | {key: taken(sets / name / "corpus.jsonl", seed, n) for key, name in names.items()}
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run the checks; return 1 when one finds something wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--questions", type=int, default=10_000, help="whose quotes are compared (10000)")
    add("--seed", type=int, default=1, help="of every random choice (1)")
    add("--sets", type=Path, help="folder of question sets; without it all texts are made up")
    add("--documents", type=int, default=60, help="of each corpus, before they vary (60)")
    add("--saved", type=int, default=200, help="answers to verify and to repeat (200)")
    add("--changes", type=int, default=10, help="originals to change (10)")
    add("--hash-seeds", type=int, default=10, help="processes for each order of files (10)")
    given = parser.parse_args(argv)
    corpora = _corpora(given.sets, given.seed, given.documents)
    with tempfile.TemporaryDirectory() as folder:
        proofs = Proofs(corpora, Path(folder), given.seed)
        print(f"indexed: {corpora.n_documents} documents", flush=True)
        print(f"compared: {proofs.compare_quotes(given.questions)}", flush=True)
        saved = list(corpora.ask(given.saved, random.Random(given.seed)))  # noqa: S311
        print(f"verified: {proofs.verify_answers(saved, given.changes)}", flush=True)
        print(f"repeated: {proofs.repeat(saved, given.hash_seeds)}", flush=True)
    for failure in proofs.failures:
        print(f"FAILED {failure}")
    print(f"{len(proofs.failures)} failures")
    return 1 if proofs.failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
