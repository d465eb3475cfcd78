"""Who works beside the thread that runs the export."""

from __future__ import annotations

from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from types import TracebackType
from typing import Callable, NamedTuple, TypeVar

from ..chipping.retry import Stop, wait_for
from .job import ExportJob

T = TypeVar("T")


class Pools(NamedTuple):
    """The threads of an export beside its own, None where its own does the work.

    Attributes:
        reader: reads pixels, one window after another.
        encoders: encode chips.
    """

    reader: Executor | None
    encoders: Executor | None

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
            return cls(None, None)
        reader = ThreadPoolExecutor(1) if job.is_local else None
        return cls(reader, ThreadPoolExecutor(job.threads) if job.image_format.compresses else None)

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
            if pool is not None:
                pool.shutdown(wait=True, cancel_futures=True)


def begun(pool: Executor | None, stop: Stop, call: Callable[[], T]) -> Callable[[], T]:
    """Return what gives the result of a call: a thread of a pool begins it now, else whoever asks makes it.

    Args:
        pool: the threads, None for the one that asks.
        stop: raises Cancelled when the user has cancelled; called often while waiting.
        call: what is to be done.
    """
    return call if pool is None else partial(_waited, pool.submit(call), stop)


def _waited(future: Future[T], stop: Stop) -> T:
    """Return what another thread is at, looking at Cancel meanwhile."""
    wait_for((future,), stop)
    stop()
    return future.result()
