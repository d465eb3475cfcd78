"""Who works beside the thread that runs the export."""

from __future__ import annotations

from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from types import TracebackType
from typing import Any, Callable, NamedTuple, TypeVar

from .job import ExportJob

T = TypeVar("T")


class _Deferred(Future[T]):
    """Is made when it is asked whether it is done, by the one who asks."""

    def __init__(self, call: Callable[[], T]) -> None:
        super().__init__()
        self._call = call

    def done(self) -> bool:
        """Make the call, if it has not been made; what it raises is raised here."""
        if not super().done():
            self.set_result(self._call())
        return True


class Here(Executor):
    """Makes each call in the thread that waits for it, when it does: so progress moves call by call."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Take a call."""
        return _Deferred(partial(fn, *args, **kwargs))


class Pools(NamedTuple):
    """The threads of an export beside its own.

    Attributes:
        reader: reads pixels, one window after another.
        encoders: encode chips.
    """

    reader: Executor
    encoders: Executor

    @classmethod
    def of(cls, job: ExportJob) -> Pools:
        """Return the threads that a job is worth.

        Pixels that a server sends are read in the export's own thread, where
        QGIS's network manager is at home. What is not compressed is encoded in
        that thread too: copies of memory are so short that other threads would
        only wait for Python's lock, and hold up each other. So would those that
        write files: that is left to the export's own thread.

        Args:
            job: all that the export works with.
        """
        if job.threads == 1:
            return cls(Here(), Here())
        reader = ThreadPoolExecutor(1) if job.imagery.is_local else Here()
        encoders = ThreadPoolExecutor(job.threads) if job.image_format.compresses else Here()
        return cls(reader, encoders)

    def __enter__(self) -> Pools:
        """Use the threads."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go of calls that have not begun, and wait for the others."""
        for pool in self:
            pool.shutdown(wait=True, cancel_futures=True)
