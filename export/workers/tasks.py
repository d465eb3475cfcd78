"""What a child process does: it makes the chips of batches whose labels it is sent."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from threading import Lock
from typing import Any, Callable

from ...chipping.plan.grid import Place
from ...chipping.plan.listed import AnyBatch
from ...imagery.file_facts import bounded_cache
from ...imagery.stored_pixels import NotTheSameError
from ...labels.source import Uncut
from ..batches.chip_work import ChipWork
from ..batches.stages import CountedBatch, ReadBatch
from ..batches.uncut import BatchCutter, UncutBatch
from ..job import ChipJob
from ..pools import Pools
from ..splits.looking import Looking, SeenLabels
from ..storage.folder import ExportFolder, WriteFiles
from .messages import Packet
from .shipping import packed, unpacked

JOB, READ, WRITE = "job", "read", "write"
"""Tasks: take what chips are made with; read a batch; write it."""

LOOKING, LOOK = "looking", "look"
"""Tasks: take what labels are looked at with; look at those of a batch."""


_PACKAGE = __name__.partition(".export.")[0]


def loaded_qt() -> tuple[str, str]:
    """Return the binding for Python and the version of the Qt that this process has loaded, "" for none."""
    for binding in ("PyQt6", "PyQt5"):
        core = sys.modules.get(f"{binding}.QtCore")
        if core is not None:
            return binding, str(core.qVersion())
    return "", ""


class Tasks:
    """Answers what a parent asks.

    A batch that was read is kept until it is written: its pixels never leave this process.
    """

    def __init__(self, placing: Lock) -> None:
        """Wait for a job.

        Args:
            placing: held while files are placed.
        """
        self._placing = placing
        self._cutter: BatchCutter
        self._read: dict[int, CountedBatch] = {}
        self._folders: set[str] = set()

    def answers(self) -> dict[str, Callable[[Packet], Packet]]:
        """Return what gives the answer to each task."""
        calls: dict[str, Callable[..., Any]] = {
            JOB: self._take,
            READ: self._count,
            WRITE: self._write,
            LOOKING: self._take_looking,
            LOOK: self._look,
        }
        return {name: _told(call) for name, call in calls.items()}

    def _take(self, qt: tuple[str, str], job: Sequence[bytes], folder: ExportFolder, cache: int) -> None:
        """Take what chips are made with.

        Args:
            qt: binding and version of the parent's Qt.
            job: a ``ChipJob``, and a ``BatchCutter`` where it can cut labels, packed.
            folder: where files are written.
            cache: bytes of blocks that GDAL should keep.

        Raises:
            NotTheSameError: its images would be encoded by another Qt.
        """
        with suppress(ImportError):  # then it is missed where it is needed
            import_module(f"{qt[0]}.QtCore")
        chips: ChipJob
        chips, self._cutter = unpacked(job)
        if f"{_PACKAGE}.writers.images.qt" in sys.modules and loaded_qt() != qt:
            raise NotTheSameError(f"its Qt is {loaded_qt()}, not {qt}")
        self._bound(cache)
        self._folder = folder
        self._work = ChipWork(chips, Pools(None, None), self._opened, _go_on)

    def _bound(self, cache: int) -> None:
        """Bound GDAL's cache of blocks (bytes) for as long as this process lives."""
        self._cache = bounded_cache(cache)
        self._cache.__enter__()

    def _take_looking(self, looking: Looking, cache: int) -> None:
        """Take what labels are looked at with.

        Args:
            looking: looks at them.
            cache: bytes of blocks that GDAL should keep.
        """
        self._bound(cache)
        self._looking = looking

    def _look(self, batch: AnyBatch, places: Sequence[Place], labels: Uncut | None) -> SeenLabels | None:
        """Return what the chips of a batch show, None where only QGIS can tell; see ``Looking.seen``."""
        return self._looking.seen(batch, places, labels, _go_on)

    @contextmanager
    def _opened(self) -> Iterator[WriteFiles]:
        """Yield what writes the files of a batch."""
        with self._folder.opened(self._folders) as place:

            def placed(contents: Mapping[str, bytes]) -> None:
                with self._placing:
                    place(contents)
                self._folders.update(name.rpartition("/")[0] for name in contents)

            yield placed

    def _count(self, batch: ReadBatch | UncutBatch) -> int | None:
        """Read a batch and return how many chips will be written, None where only QGIS can tell."""
        read = batch if isinstance(batch, ReadBatch) else self._cutter.read(batch, _go_on)
        if read is None:
            return None
        counted = self._work.count(read, self._work.begin(read.readings))
        self._read[batch.number] = counted
        return counted.chips

    def _write(self, batch: int, first: int) -> Any:
        """Write a batch that was read, and return what it came to.

        Args:
            batch: its number.
            first: number of its first chip.
        """
        numbered = self._work.number(self._read.pop(batch), first)
        return self._work.write(numbered, lambda share: None)


def _go_on() -> None:
    """Never stop: the process is ended."""


def _told(call: Callable[..., Any]) -> Callable[[Packet], Packet]:
    """Return a call of objects as one of messages; what goes wrong is said, and the parent does it itself."""

    def answered(message: Packet) -> Packet:
        try:
            return Packet({}, packed(call(*unpacked(message.buffers))))
        except Exception as error:
            return Packet({"failed": f"{type(error).__name__}: {error}"})

    return answered
