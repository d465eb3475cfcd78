"""The table of parameters: which processes make the chips."""

from __future__ import annotations

import re
from typing import Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterString

from ...chipping.errors import ExportError
from ...export.limits import MOST_WORKERS
from ...export.options import Processes
from ..checks.given import shown
from ..translation import tr
from . import names as p
from .kinds import Given, Setting, WholeNumber
from .row import Parameter

_WORKERS = WholeNumber(1, MOST_WORKERS, optional=True, decides=False)


_ADDRESS = re.compile(r"(?:(?:tcp|tls|ws|wss)://)?[\w.\-\[\]:]+:\d{1,5}", re.ASCII)


class SchedulerAddress(Setting):
    """The address of a Dask scheduler; it need not be given."""

    takes = "`tcp://host:port`"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return an optional text."""
        return QgsProcessingParameterString(name, label, default, False, True)

    def read(self, given: Given, name: str) -> str:
        """Return the address, "" where none is given."""
        address = str(given.alg.parameterAsString(given.values, name, given.context)).strip()
        if address and not _ADDRESS.fullmatch(address):
            raise ExportError(
                "{name}: {value} is no address of a Dask scheduler, such as tcp://host:8786.",
                name=name,
                value=shown(address),
            )
        return address

    def recorded(self, given: Given, name: str) -> None:
        """Return nothing: no byte depends on it."""


def read_processes(given: Given) -> Processes:
    """Return which processes are to make the chips.

    Args:
        given: what the user gave.

    Raises:
        ExportError: a value cannot be used; the message names the parameter.
    """
    workers = _WORKERS.read(given, p.WORKERS)
    return Processes(workers, SchedulerAddress().read(given, p.DASK_SCHEDULER))


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
            _WORKERS,
            advanced=True,
        ),
        Parameter(
            p.DASK_SCHEDULER,
            tr("Dask scheduler"),
            tr(
                "Address of a Dask scheduler whose workers make the chips in place of processes on this "
                "machine; they must see imagery and output folder under the same paths, and have this "
                "plugin's package. Workers is then the most that are used. Not set: this machine."
            ),
            SchedulerAddress(),
            advanced=True,
        ),
    ]
