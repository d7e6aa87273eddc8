"""The reports, indexed once for all tests, which leave them as they are."""

import pytest

from tests.bot.timeline.tunnel import Opened, open_reports


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    return open_reports(tmp_path_factory.mktemp("tunnel"))
