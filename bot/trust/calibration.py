"""What a calibration found: the threshold for answering, and the precision it promises."""

import json
import math
import os
import tempfile
from dataclasses import asdict, dataclass, fields
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from bot.errors import BadInput
from bot.trust.digests import model_digest
from retrieval.storage import sync_folder

__all__ = ["FILE", "Calibration", "Serving", "read", "serving", "shipped", "write"]

# Its name in a home.
FILE = "calibration.json"
REMEDY = "run `quoth calibrate FOLDER` again"


@dataclass(frozen=True, slots=True)
class Calibration:
    """A threshold with its promise.

    Attributes:
        precision: share of the answers that is promised to be right, above 0 and below 1.
        threshold: least confidence to answer with, 0 to 1.
        questions: how many questions were asked.
        n: how many of them were answered at the threshold.
        errors: how many of the answers were wrong.
        bound: the precision that holds with a confidence of 95 %.
        data: sha256 of the question set, hexadecimal.
        model: digest of what gives confidences, see `digests.model_digest`.
    """

    precision: float
    threshold: float
    questions: int
    n: int
    errors: int
    bound: float
    data: str
    model: str


@dataclass(frozen=True, slots=True)
class Serving:
    """The calibration to answer by.

    Attributes:
        calibration: the home's own where it has a usable one, else the one that ships.
        notice: one line where the home's own cannot be used, else empty.
    """

    calibration: Calibration
    notice: str = ""


def serving(home: Path) -> Serving:
    """Return the calibration to answer by in a home folder."""
    path = home / FILE
    if not path.exists():
        return Serving(shipped())
    try:
        return Serving(read(path))
    except BadInput as error:
        return Serving(shipped(), f"{error}; until then the calibration that ships is used")


@cache
def shipped() -> Calibration:
    """Return the calibration that ships."""
    return _parse(resources.files("bot.trust").joinpath(FILE).read_text(encoding="utf-8"))


def read(path: Path) -> Calibration:
    """Read a calibration.

    Raises
    ------
    BadInput
        it is damaged, or was made by another model than the one that gives confidences now.
    """
    try:
        calibration = _parse(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise BadInput(f"{path}: not a calibration", REMEDY) from error
    if calibration.model != model_digest():
        raise BadInput(f"{path}: made by another model", REMEDY)
    return calibration


def write(calibration: Calibration, path: Path) -> None:
    """Write a calibration, so that a reader finds the earlier one or this one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(json.dumps(asdict(calibration), indent=1) + "\n")
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _parse(text: str) -> Calibration:
    raw = json.loads(text)
    names = {field.name: field.type for field in fields(Calibration)}
    if not isinstance(raw, dict) or raw.keys() != names.keys():
        raise ValueError("other fields than a calibration has")
    if not all(_is_of(raw[name], kind) for name, kind in names.items()):
        raise ValueError("a field of a calibration is of the wrong kind")
    found = Calibration(**raw)
    if not (0 < found.precision < 1 and 0 <= found.threshold <= 1 and 0 <= found.bound <= 1):
        raise ValueError("a share of a calibration is out of range")
    return found


def _is_of(value: Any, kind: Any) -> bool:
    if kind is float:
        return type(value) in (int, float) and math.isfinite(value)
    return type(value) is kind
