"""What the package offers, what its modules offer, and what importing it costs."""

import importlib
import pkgutil
import subprocess
import sys

import pytest

import corpus
from corpus import errors

MODULES = sorted(
    module.name for module in pkgutil.iter_modules(corpus.__path__, "corpus.") if not module.ispkg
)


def test_the_package_offers_its_values_and_its_errors() -> None:
    offered = set(corpus.__all__)

    assert offered == {
        *("Document", "Format", "Original", "Sentence", "Skipped"),
        *("CorpusError", "NoDocuments", "OriginalDamaged", "SourceMissing"),
    }


@pytest.mark.parametrize("name", ["corpus", *MODULES])
def test_every_offered_name_exists_once_and_in_order(name: str) -> None:
    module = importlib.import_module(name)

    offered = list(module.__all__)

    assert len(set(offered)) == len(offered)
    assert all(hasattr(module, member) for member in offered)


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_in_its_docstring_what_it_is(name: str) -> None:
    doc = importlib.import_module(name).__doc__

    assert doc is not None
    assert doc.splitlines()[0].endswith((".", "."))


def test_importing_the_package_loads_no_reader_and_no_foreign_library() -> None:
    code = "import corpus, sys; print(*sys.modules, sep='\\n')"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    loaded = set(run.stdout.split())
    assert not loaded & {"sentencex", "charset_normalizer", "markdown_it", "corpus.reading"}


def test_the_drawn_tree_of_errors_is_the_real_one() -> None:
    drawn = {
        line.split()[1] for line in (errors.__doc__ or "").splitlines() if line[:1] in {"├", "└"}
    }

    real = {error.__name__ for error in errors.CorpusError.__subclasses__()}

    assert drawn == real == {"SourceMissing", "NoDocuments", "OriginalDamaged"}
