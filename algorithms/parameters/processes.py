"""The table of parameters: which processes make the chips."""

from __future__ import annotations

from ...export.limits import MOST_WORKERS
from ..translation import tr
from . import names as p
from .kinds import WholeNumber
from .row import Parameter

WORKER_NUMBER = WholeNumber(1, MOST_WORKERS, optional=True, decides=False)
"""Processes that make chips."""


def which_processes() -> list[Parameter]:
    """Return the rows of what decides on processes; no byte depends on them."""
    return [
        Parameter(
            p.WORKERS,
            tr("Workers"),
            tr(
                "Processes that make chips beside each other, without QGIS, where the work is long enough to "
                "pay for their start. The files are the same for any number. 1: this process alone. Not "
                "set: as many as Processing's setting of threads says."
            ),
            WORKER_NUMBER,
            advanced=True,
        ),
    ]
