"""Whose turn it is: batches that lie below each other share pixels, so one process gets some in a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...chipping.plan.grid import Batch
from ...chipping.plan.listed import AnyBatch
from ..limits import MOST_RUN
from .recruiting import Asked

_RUN_BYTES = 28 << 20  # pixels of such a run; of up to two runs a helper holds the pixels
_RUNS_LEFT = 3  # that each helper can still hope for, so that all of them end at about the same time


class _Run(NamedTuple):
    """Batches in a row for one process.

    Attributes:
        whose: a helper, None for this process.
        left: batches that it still gets.
        block: number of the row of blocks that the last one began in.
    """

    whose: Asked | None
    left: int
    block: int

    def goes_on(self, block: int) -> bool:
        """Return whether a batch belongs to it that begins in a row of blocks."""
        return self.left > 0 or self.block == block


class Turns:
    """Gives batches to processes in runs: blocks that chips of two batches share are decoded once in a run.

    Attributes:
        most: batches of a run.
    """

    def __init__(self, chips: int, batch_bytes: int, block_rows: int = 0) -> None:
        """Begin before the first batch.

        Args:
            chips: that are left to make.
            batch_bytes: pixel bytes that a batch may hold.
            block_rows: rows of a block of the raster's file, 0 where that is not known.
        """
        self.most = max(1, min(MOST_RUN, _RUN_BYTES // max(1, batch_bytes)))
        self._block_rows = max(1, block_rows)
        self._chips = chips
        self._begun = 0
        self._last: Asked | None = None
        self._runs: dict[int, _Run] = {}

    def next(self, helpers: Sequence[Asked], missing: bool, batch: AnyBatch) -> Asked | None:
        """Return who gets a batch, None for this process.

        Args:
            helpers: those that are ready.
            missing: whether more of them are to come, until when this process takes turns.
            batch: the next one.
        """
        column = batch.columns.start if isinstance(batch, Batch) else 0
        block = batch.window.row_off // self._block_rows
        run = self._runs.get(column)
        if run is None or not run.goes_on(block) or not (run.whose in helpers if run.whose else missing):
            run = _Run(self._least(helpers, missing), self._length(len(helpers), len(batch)), block)
        self._runs[column] = run._replace(left=run.left - 1, block=block)
        self._chips -= len(batch)
        return run.whose

    def _length(self, helpers: int, size: int) -> int:
        """Return how many batches a run has.

        Args:
            helpers: those that are ready.
            size: chips of a batch.
        """
        batches = self._chips // (size * max(1, len(self._runs)))
        return max(1, min(self.most, batches // (_RUNS_LEFT * max(1, helpers))))

    def _least(self, helpers: Sequence[Asked], missing: bool) -> Asked | None:
        """Return who gets a run: the helper that has least to do, not twice the same, or this process."""
        is_own = missing and self._begun % (len(helpers) + 1) == 0
        self._begun += 1
        whose = min(helpers, key=lambda each: (each.load, each is self._last), default=None)
        self._last = None if is_own else whose
        return self._last
