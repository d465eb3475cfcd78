"""Is there a cluster at the address that was given?"""

from __future__ import annotations

from ...chipping.errors import ExportError
from ...export.workers.cluster import NoDistributedError, NoSchedulerError, check_scheduler


def check_cluster(address: str) -> None:
    """Refuse a scheduler that does not answer; nothing is asked where there is no address.

    Args:
        address: of the scheduler, "" for none.

    Raises:
        ExportError: it does not answer, or the package that asks it is not there.
    """
    if not address:
        return
    try:
        check_scheduler(address)
    except NoDistributedError as error:
        raise ExportError(
            "DASK_SCHEDULER: the Python of QGIS has no package distributed; install it there (pip install "
            "distributed, or Debian's python3-distributed), or leave DASK_SCHEDULER empty."
        ) from error
    except NoSchedulerError as error:
        raise ExportError(
            "DASK_SCHEDULER: no scheduler answers at {address} ({reason}); start it, or leave DASK_SCHEDULER "
            "empty, and this machine makes the chips.",
            address=address,
            reason=error,
        ) from error
