"""Write by GDAL what its formats may refuse, whether or not it is set to raise."""

from __future__ import annotations

from typing import Callable

from osgeo import gdal, ogr


def is_written(call: Callable[[], int]) -> bool:
    """Return whether GDAL does something that gives its number of an error."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return call() == ogr.OGRERR_NONE
    except RuntimeError:
        return False
    finally:
        gdal.PopErrorHandler()
