"""Which helpers an export has."""

from __future__ import annotations

from ..job import ExportJob
from .children import Children
from .cluster import Cluster
from .recruiting import Recruits


def recruits_of(job: ExportJob, lock: int) -> Recruits | None:
    """Return where the helpers of an export come from, None where it has none.

    Args:
        job: all that the export works with.
        lock: the open file whose lock keeps others out of the export folder.
    """
    if job.scheduler:
        return Cluster(job.scheduler, job.workers)
    workers = job.workers or 1
    return Children(workers, lock) if workers > 1 else None
