"""Who looks at the labels of batches: this process, and others beside it where there is work enough."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Callable, NamedTuple, Optional

from ...chipping.plan.grid import Place
from ...chipping.plan.listed import AnyBatch
from ...chipping.retry import Stop
from ...labels.source import LabelCutter, Uncut, UncutSource, labels_of
from ..job import ExportJob
from ..workers.recruiting import Asked, Told, awaited
from ..workers.recruits import recruits_of
from ..workers.shipping import NotShippableError, packed
from ..workers.staff import Staff
from ..workers.tasks import LOOK, LOOKING
from ..workers.turns import Turns
from .looking import Looking, SeenLabels, looking_at

UncutLook = tuple[AnyBatch, list[Place], Optional[Uncut]]
"""The chips of a batch, those of them that are looked at, and what they may show; see ``Looking.seen``."""


class Look(NamedTuple):
    """A look at the labels of a batch.

    Attributes:
        batch: the chips.
        size: those of them that are looked at.
        seen: gives what they show, when that is known.
    """

    batch: AnyBatch
    size: int
    seen: Callable[[], SeenLabels]


class Surveyors:
    """Gives each batch to a process: to this one, and to helpers as soon as they are ready.

    Attributes:
        staff: the helpers.
    """

    def __init__(self, job: ExportJob, stop: Stop) -> None:
        """Begin with this process.

        Args:
            job: all that the export works with.
            stop: raises Cancelled when the user has cancelled.
        """
        self._job = job
        self._stop = stop
        source = job.labels.uncut_source
        recruits = recruits_of(job) if source is not None else None
        turns = Turns(job.total, job.batches().budget * job.pixel_bytes)
        self.staff = Staff(recruits, turns, job.limits.helper_seconds, self._told)

    def looks(self, batches: Iterable[AnyBatch]) -> Iterator[Look]:
        """Yield a look at each batch in their order, as many of them under way as helpers may have."""
        under_way: deque[Look] = deque()
        for batch in batches:
            under_way.append(self._look(batch))
            while len(under_way) > self.staff.batches:
                yield under_way.popleft()
        yield from under_way

    def _look(self, batch: AnyBatch) -> Look:
        """Look at a batch, or have a helper do it."""
        self._stop()
        places, source = self._job.selection.of(batch).places, self._job.labels.uncut_source
        helper = self.staff.next(batch)
        if helper is None or source is None or not places:
            seen = self._here(batch, places)
            return Look(batch, len(places), lambda: seen)
        with looking_at(batch):
            labels = source.read_uncut(batch, self._stop)
        return Look(batch, len(places), self._away(helper, source, (batch, places, labels)))

    def _here(self, batch: AnyBatch, places: list[Place]) -> SeenLabels:
        labels = self._job.labels
        with looking_at(batch):
            return SeenLabels.of(labels_of(labels, batch, places, self._stop), labels.counts_pixels)

    def _away(self, helper: Asked, source: UncutSource, look: UncutLook) -> Callable[[], SeenLabels]:
        """Have a helper look at a batch."""
        try:
            answer = helper.ask(LOOK, *look)
        except NotShippableError as error:
            self.staff.dismiss(error)
            seen = self._cut(source, look)
            return lambda: seen
        helper.load += 1

        def answered() -> SeenLabels:
            seen: SeenLabels | None = awaited(answer, self._stop)
            helper.load -= 1
            return self._cut(source, look) if seen is None else seen

        return answered

    def _cut(self, source: UncutSource, look: UncutLook) -> SeenLabels:
        """Look here at what a helper could not."""
        seen = self._looking(source.cutter).seen(*look, self._stop)
        assert seen is not None  # nosec B101
        return seen

    def _looking(self, cutter: LabelCutter) -> Looking:
        return Looking(cutter, self._job.labels.counts_pixels)

    def _told(self) -> Told:
        """Return what helpers are told first."""
        source = self._job.labels.uncut_source
        assert source is not None  # nosec B101
        return Told(LOOKING, packed((self._looking(source.cutter_elsewhere), self._job.block_bytes)))
