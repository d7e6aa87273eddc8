"""What the package offers, and what each module says of itself."""

import importlib
import pkgutil

import pytest

from corpus import dates

MODULES = sorted(module.name for module in pkgutil.iter_modules(dates.__path__, "corpus.dates."))


def test_the_package_offers_one_function_and_one_value() -> None:
    assert dates.__all__ == ["DateMention", "find_dates"]


@pytest.mark.parametrize("name", MODULES)
def test_every_module_offers_what_exists_and_says_what_it_is(name: str) -> None:
    module = importlib.import_module(name)

    offered = list(module.__all__)

    assert len(set(offered)) == len(offered)
    assert all(hasattr(module, member) for member in offered)
    assert module.__doc__ is not None
