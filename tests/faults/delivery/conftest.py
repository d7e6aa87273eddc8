"""One indexed home for all tests of delivery."""

from pathlib import Path

import pytest

from tests.faults.delivery.running import make_home


@pytest.fixture(scope="package")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_home(tmp_path_factory.mktemp("delivery"))
