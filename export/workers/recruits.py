"""Which helpers an export has."""

from __future__ import annotations

from ..job import ExportJob
from .children import Children
from .cluster import Cluster
from .recruiting import Recruits


def recruits_of(job: ExportJob, lock: int | None = None) -> Recruits | None:
    """Return where the helpers of an export come from, None where it has none.

    Args:
        job: all that the export works with.
        lock: the open file whose lock keeps others out of the export folder, None where nothing is written.
    """
    workers, scheduler = job.processes
    if scheduler:
        return Cluster(scheduler, workers)
    return Children(workers, lock) if workers is not None and workers > 1 else None
