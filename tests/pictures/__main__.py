"""`python -m tests.pictures [NAME...]`: the pictures of scenes, and the page with all of them."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from .playing import FOLDER, PAGE, Theatre, page
from .scenes import SCENES

__all__ = ["main"]


async def main(names: Sequence[str]) -> None:
    """Draw the scenes of these names, or all, and write the page."""
    with TemporaryDirectory() as folder:
        theatre = Theatre(Path(folder))
        for scene in SCENES:
            if not names or scene.name in names:
                picture = await theatre.draw(scene)
                (FOLDER / f"{scene.name}.svg").write_text(picture, encoding="utf-8")
    PAGE.write_text(page(SCENES), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
