"""What the package offers, and what loading it costs."""

import subprocess
import sys

import bot.pieces
from tests.bot.calling import environment


def test_the_package_offers_what_a_quote_needs() -> None:
    assert bot.pieces.__all__ == ["dates", "kind_asked", "pieces"]


def test_loading_it_loads_no_dates_and_no_large_library() -> None:
    code = "import sys; import bot.pieces; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment()
    )

    assert not set(run.stdout.split()) & {"corpus.dates", "numpy", "sklearn", "telegram"}
