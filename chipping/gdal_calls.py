"""Call GDAL whether or not it is set to raise."""

from __future__ import annotations

from typing import Any, Callable

from osgeo import gdal, ogr

from .errors import ExportError


def memory_vector() -> Any:
    """Return an empty vector dataset in memory, whatever the GDAL version calls its driver."""
    driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
    return driver.CreateDataSource("")


def run_gdal(call: Callable[[], int]) -> None:
    """Run a GDAL function that returns 0, or raises where GDAL is set to.

    Raises:
        ExportError: it failed.
    """
    # What went wrong becomes the error; beside it GDAL warns that pixel space has no CRS.
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        failed = call()
    except RuntimeError as error:
        raise ExportError("GDAL failed: {reason}", reason=error) from error
    finally:
        gdal.PopErrorHandler()
    if failed:
        raise ExportError("GDAL failed: {reason}", reason=gdal.GetLastErrorMsg())
