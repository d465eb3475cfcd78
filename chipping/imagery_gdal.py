"""What GDAL knows of a raster that its layer does not show: the file as it is."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
from lxml import etree
from osgeo import gdal

from .errors import ExportError
from .grid import PixelFrame, Window

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

_REMOTE = re.compile(r"/vsi(curl|s3|gs|az|adls|oss|swift|webhdfs)|https?://")
_REMOTE_DRIVERS = {"WMS", "WMTS", "WCS", "OGCAPI", "STACTA", "EEDAI", "PLMosaic", "DAAS"}
_LEAST_CACHE, _MOST_CACHE = 32 << 20, 128 << 20  # bytes of blocks
_MOST_PARTS = 2000  # of a mosaic whose gaps are looked for exactly


@contextmanager
def bounded_cache(wanted: int) -> Iterator[None]:
    """Let GDAL keep few blocks, where it would take a share of all memory.

    Fresh memory takes as long to get as to fill. The bound is the process's, as
    GDAL has no other; it is only lowered, and put back.

    Args:
        wanted: what is read again and again (bytes).
    """
    before = gdal.GetCacheMax()
    gdal.SetCacheMax(min(before, max(_LEAST_CACHE, min(wanted, _MOST_CACHE))))
    try:
        yield
    finally:
        gdal.SetCacheMax(before)


def open_dataset(path: str, options: Sequence[str] = ()) -> Any | None:
    """Return a dataset, None where GDAL cannot open it, whether or not GDAL raises.

    Args:
        path: as GDAL takes it.
        options: open options.
    """
    try:
        return gdal.OpenEx(path, gdal.OF_RASTER, open_options=list(options))
    except RuntimeError:
        return None


def is_remote(dataset: Any) -> bool:
    """Return whether reading a dataset asks a server."""
    if dataset.GetDriver().ShortName in _REMOTE_DRIVERS:
        return True
    return bool(_REMOTE.search(dataset.GetDescription() + _vrt_text(dataset)))


def _vrt_text(dataset: Any) -> str:
    """Return the XML of a virtual raster, "" for others."""
    if dataset.GetDriver().ShortName != "VRT":
        return ""
    return "".join(dataset.GetMetadata_List("xml:VRT") or ())


def file_frame(dataset: Any, name: str) -> PixelFrame | None:
    """Return how a file's pixels lie on the map, None where it does not say.

    Raises:
        ExportError: they lie askew, or are placed by control points.
    """
    transform = dataset.GetGeoTransform(can_return_null=True)
    if not transform:
        if dataset.GetGCPCount():
            raise ExportError(
                "{name} is placed by ground control points; warp it to a north-up raster first "
                "(Raster > Projections > Warp).",
                name=name,
            )
        return None
    left, cell_x, shear_x, top, shear_y, cell_y = transform
    if shear_x or shear_y or cell_x < 0:
        raise ExportError(
            "{name} is rotated or mirrored against its map grid; warp it to a north-up raster "
            "first (Raster > Projections > Warp).",
            name=name,
        )
    height = dataset.RasterYSize
    top = top if cell_y < 0 else top + height * cell_y
    return PixelFrame(left, top, cell_x, abs(cell_y), dataset.RasterXSize, height)


def is_south_up(dataset: Any) -> bool:
    """Return whether a file's first row is its southernmost."""
    transform = dataset.GetGeoTransform(can_return_null=True)
    return bool(transform) and transform[5] > 0


def has_scale(dataset: Any) -> bool:
    """Return whether a band declares a scale or an offset."""
    bands = (dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1))
    return any(band.GetScale() not in (None, 1.0) or band.GetOffset() not in (None, 0.0) for band in bands)


def raw_twin(dataset: Any) -> str:
    """Return a virtual raster, as XML, of the file's values and rows as they are stored.

    QGIS applies a band's scale and offset, and warps a south-up raster. The twin
    states neither: its pixels are unit squares whose first row is the file's.
    """
    twin = gdal.GetDriverByName("VRT").CreateCopy("", dataset)
    twin.SetGCPs([], "")
    twin.SetGeoTransform((0.0, 1.0, 0.0, float(dataset.RasterYSize), 0.0, -1.0))
    for number in range(1, dataset.RasterCount + 1):
        band = twin.GetRasterBand(number)
        band.SetScale(1.0)
        band.SetOffset(0.0)
    return "".join(twin.GetMetadata_List("xml:VRT"))


def mosaic_parts(dataset: Any) -> NDArray[np.int64] | None:
    """Return where the parts of a virtual mosaic lie, None where they leave no gap.

    Returns:
        (parts, 4): left, top, right, bottom of each (pixels).
    """
    text = _vrt_text(dataset)
    band = etree.fromstring(text.encode()).find("VRTRasterBand") if text else None
    found = [] if band is None else list(band.iterfind(".//DstRect"))
    if not found:
        return None
    keys = ("xOff", "yOff", "xSize", "ySize")
    sides = np.array([[float(each.get(key, "0")) for key in keys] for each in found])
    rectangles: NDArray[np.int64] = np.rint(
        np.concatenate([sides[:, :2], sides[:, :2] + sides[:, 2:]], axis=1)
    ).astype(np.int64)
    whole = Window(0, 0, dataset.RasterXSize, dataset.RasterYSize)
    return rectangles if _leave_gaps(rectangles, whole) else None


def _leave_gaps(rectangles: NDArray[np.int64], whole: Window) -> bool:
    """Return whether rectangles leave a part of a window uncovered.

    They are painted on the squares between the lines of all their sides. Of very
    many only the areas are summed up: then a gap is missed where parts overlap.
    """
    if len(rectangles) > _MOST_PARTS:
        areas = (rectangles[:, 2] - rectangles[:, 0]) * (rectangles[:, 3] - rectangles[:, 1])
        return bool(areas.sum() < whole.width * whole.height)
    xs = np.unique(np.clip([*rectangles[:, 0], *rectangles[:, 2], 0, whole.width], 0, whole.width))
    ys = np.unique(np.clip([*rectangles[:, 1], *rectangles[:, 3], 0, whole.height], 0, whole.height))
    places = np.stack(
        [
            np.searchsorted(xs, rectangles[:, 0]),
            np.searchsorted(ys, rectangles[:, 1]),
            np.searchsorted(xs, rectangles[:, 2]),
            np.searchsorted(ys, rectangles[:, 3]),
        ],
        axis=1,
    )
    return not covered(places, Window(0, 0, len(xs) - 1, len(ys) - 1)).all()


def covered(rectangles: NDArray[np.int64], window: Window) -> NDArray[np.bool_]:
    """Return which pixels of a window lie in any of some rectangles.

    Args:
        rectangles: (rectangles, 4): left, top, right, bottom (pixels).
        window: the pixels.

    Returns:
        (rows, columns).
    """
    painted = np.zeros((window.height, window.width), dtype=bool)
    origin = [window.col_off, window.row_off]
    moved = np.clip(rectangles - [*origin, *origin], 0, [window.width, window.height] * 2)
    for left, top, right, bottom in moved:
        painted[top:bottom, left:right] = True
    return painted
