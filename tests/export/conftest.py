"""What several tests of exports need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from interruption_server import Server


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A process that exports, and can be killed."""
    made = Server()
    yield made
    made.close()
