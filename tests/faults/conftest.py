"""One small world for all fault tests: it takes four builds to make."""

from collections.abc import Iterator

import pytest

from tests.faults.homes import World
from tests.faults.reporting import Report
from tests.faults.resident import Resident


@pytest.fixture(scope="package")
def resident() -> Iterator[Resident]:
    with Resident() as answering:
        yield answering


@pytest.fixture(scope="package")
def world(tmp_path_factory: pytest.TempPathFactory, resident: Resident) -> World:
    return World(tmp_path_factory.mktemp("world"), resident, n_files=2, n_sentences=20)


@pytest.fixture
def report() -> Report:
    return Report()
