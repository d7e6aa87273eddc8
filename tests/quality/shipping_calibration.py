"""Makes the calibration that ships: `python -m tests.quality.shipping_calibration SETS`.

It rests on questions that the confidence did not learn from: those about the documents of
`squad-unanswerable` that were left out, and those of `wikiqa-dev`. The precision promised is the
highest whose threshold still lets people's own questions through.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from bot.calibrating import promise
from bot.trust.calibration import FILE, Calibration, write
from bot.trust.choosing import Judged
from bot.trust.digests import data_digest
from tests.quality.promises import answers_of

__all__ = ["highest_promise", "main"]

SETS = ("squad-unanswerable", "wikiqa-dev")
TARGET = Path(__file__).parents[2] / "bot" / "trust" / FILE
# A stricter threshold declines when GSOMIA expires, of which many of the bundled articles speak.
MOST = 0.33


def highest_promise(judged: Sequence[Judged], most: float, data: str) -> Calibration | None:
    """Return the calibration of the highest precision whose threshold is low enough.

    Parameters
    ----------
    judged
        confidences, and whether the answers are right.
    most
        the highest threshold that is useful.
    data
        digest of the question sets.
    """
    found = (promise(judged, mille / 1000, data) for mille in range(999, 0, -1))
    promises = (one for one in found if isinstance(one, Calibration))
    return next((one for one in promises if one.threshold <= most), None)


def main(argv: Sequence[str] | None = None) -> None:
    """Write and print the calibration."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, help="folder of question sets")
    arguments = parser.parse_args(argv)
    judged = [one for name in SETS for one in answers_of(arguments.sets, name).judged]
    folders = [arguments.sets / name for name in SETS]
    files = [file for folder in folders for file in sorted(folder.glob("*.jsonl"))]
    found = highest_promise(judged, MOST, data_digest(files))
    if found is None:
        raise SystemExit("nothing can be promised at a threshold that is useful")
    write(found, TARGET)
    print(found)


if __name__ == "__main__":
    main()
