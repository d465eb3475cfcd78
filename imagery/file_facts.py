"""What GDAL knows of a raster that its layer does not show: the file as it is."""

from __future__ import annotations

import re
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from osgeo import gdal

from ..chipping.errors import ExportError
from ..chipping.frame import PixelFrame
from ..chipping.gdal_calls import decoded
from ..chipping.untrusted.safe_xml import safe_root
from ..chipping.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

_REMOTE = re.compile(r"/vsi(curl|s3|gs|az|adls|oss|swift|webhdfs)|https?://")
_REMOTE_DRIVERS = {"WMS", "WMTS", "WCS", "OGCAPI", "STACTA", "EEDAI", "PLMosaic", "DAAS"}
_VIRTUAL_DRIVERS = {"VRT", "GTI", "STACTA"}
_GUESSED_ROWS = 256  # of the blocks of files behind a virtual raster
_LEAST_CACHE, _MOST_CACHE = 32 << 20, 1 << 30  # bytes of blocks
_MOST_PARTS = 2000  # of a mosaic whose gaps are looked for exactly
_ASKEW = 0.01  # pixels by which shear may move a corner
_ENTERED = 0.001  # share of a pixel


@contextmanager
def bounded_cache(wanted: int) -> Iterator[None]:
    """Let GDAL keep few blocks, where it would take a share of all memory.

    Fresh memory takes as long to get as to fill. The bound is the process's, as
    GDAL has no other; it is only lowered, and put back when the last of several
    exports ends, in whatever order they do.

    Args:
        wanted: what is read again and again (bytes).
    """
    with _lock:
        if not _wanted:
            _before.append(gdal.GetCacheMax())
        _wanted.append(wanted)
        _bound_cache()
    try:
        yield
    finally:
        with _lock:
            _wanted.remove(wanted)
            _bound_cache()
            if not _wanted:
                _before.pop()


_lock = Lock()
_wanted: list[int] = []  # by each export that runs in this process
_before: list[int] = []  # the bound without them


def _bound_cache() -> None:
    """Give all exports together what they want, within limits."""
    most = max(_LEAST_CACHE, min(sum(_wanted), _MOST_CACHE))
    gdal.SetCacheMax(min(_before[0], most) if _wanted else _before[0])


def open_dataset(path: str, options: Sequence[str] = (), drivers: Sequence[str] = ()) -> Any | None:
    """Return a dataset, None where GDAL cannot open it, whether or not GDAL raises.

    Args:
        path: as GDAL takes it.
        options: open options.
        drivers: which may open it, none for all.
    """
    try:
        return gdal.OpenEx(path, gdal.OF_RASTER, open_options=list(options), allowed_drivers=list(drivers))
    except RuntimeError:
        return None


def decodes_side_by_side(dataset: Any, options: Sequence[str]) -> bool:
    """Return whether a file's blocks would be decoded by several threads if its driver were told to.

    Args:
        dataset: the file.
        options: open options that it was opened with; one that says how many threads there are is kept.
    """
    known = dataset.GetDriver().GetMetadataItem("DMD_OPENOPTIONLIST") or ""
    is_compressed = dataset.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") is not None
    said = any(option.upper().startswith("NUM_THREADS=") for option in options)
    return is_compressed and not said and "'NUM_THREADS'" in known


def is_remote(dataset: Any) -> bool:
    """Return whether reading a dataset asks a server."""
    if dataset.GetDriver().ShortName in _REMOTE_DRIVERS:
        return True
    return bool(_REMOTE.search(dataset.GetDescription() + vrt_text(dataset)))


def vrt_text(dataset: Any) -> str:
    """Return the XML of a virtual raster, "" for others."""
    if dataset.GetDriver().ShortName != "VRT":
        return ""
    return "".join(map(decoded, dataset.GetMetadata_List("xml:VRT") or ()))


def file_frame(dataset: Any, name: str) -> PixelFrame | None:
    """Return how a file's pixels lie on the map, None where it does not say.

    Raises:
        ExportError: they lie askew, or are placed by control points, a camera model or geolocation arrays.
    """
    transform = dataset.GetGeoTransform(can_return_null=True)
    if not transform:
        _refuse_other_places(dataset, name)
        return None
    left, cell_x, _, top, _, cell_y = transform
    width, height = dataset.RasterXSize, dataset.RasterYSize
    if cell_x <= 0 or not cell_y or not np.isfinite(transform).all() or _leans(transform, width, height):
        raise ExportError(
            "{name} is rotated or mirrored against its map grid; warp it to a north-up raster first (Raster "
            "> Projections > Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows "
            "and columns.",
            name=name,
        )
    top = top if cell_y < 0 else top + height * cell_y
    return PixelFrame(left, top, cell_x, abs(cell_y), height, width)


def _leans(transform: Sequence[float], width: int, height: int) -> bool:
    """Return whether shear moves a corner from where it would be without; rounding alone does not."""
    _, cell_x, shear_x, _, shear_y, cell_y = transform
    return max(abs(shear_x * height / cell_x), abs(shear_y * width / cell_y)) > _ASKEW


def _refuse_other_places(dataset: Any, name: str) -> None:
    """Refuse a file without geotransform that is placed in another way, which QGIS may warp by.

    Raises:
        ExportError: it is.
    """
    if dataset.GetGCPCount():
        raise ExportError(
            "{name} is placed by ground control points; warp it to a north-up raster first (Raster > "
            "Projections > Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and "
            "columns.",
            name=name,
        )
    if dataset.GetMetadata("RPC"):
        raise ExportError(
            "{name} is placed by a camera model (RPC); warp it to a north-up raster first (Raster > "
            "Projections > Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and "
            "columns.",
            name=name,
        )
    if dataset.GetMetadata("GEOLOCATION"):
        raise ExportError(
            "{name} is placed by geolocation arrays; warp it to a north-up raster first "
            "(Raster > Projections > Warp).",
            name=name,
        )


def is_south_up(dataset: Any) -> bool:
    """Return whether a file's first row is its southernmost."""
    transform = dataset.GetGeoTransform(can_return_null=True)
    return bool(transform) and transform[5] > 0


def block_rows(dataset: Any) -> int:
    """Return the rows of a file's blocks; those behind a virtual raster are not known and guessed."""
    rows: int = dataset.GetRasterBand(1).GetBlockSize()[1]
    return max(rows, _GUESSED_ROWS) if dataset.GetDriver().ShortName in _VIRTUAL_DRIVERS else rows


def blocks_of(dataset: Any, count: int) -> int:
    """Return how many bands GDAL keeps blocks of while some bands of a file are read.

    Args:
        dataset: the file.
        count: bands that are read.
    """
    together = dataset.GetMetadataItem("INTERLEAVE", "IMAGE_STRUCTURE") == "PIXEL"
    return max(count, dataset.RasterCount) if together else count


def mosaic_gaps(
    dataset: Any, numbers: Sequence[int], wanted: Sequence[bool]
) -> tuple[NDArray[np.int64] | None, ...]:
    """Return where the parts of a virtual mosaic lie, band by band.

    Args:
        dataset: a raster of any kind.
        numbers: which bands, from 1.
        wanted: whether each band's gaps count as gaps: not where the band tells nodata in its own way.

    Returns:
        For each band (parts, 4): left, top, right, bottom of each part (pixels),
        None where they leave no gap. A single one where all are the same, none
        where there is no gap.
    """
    text = vrt_text(dataset)
    if not text or not any(wanted):
        return ()
    whole = Window(0, 0, dataset.RasterYSize, dataset.RasterXSize)
    bands = safe_root(text.encode()).findall("VRTRasterBand")
    chosen = (bands[number - 1] for number in numbers if number <= len(bands))
    found = [_parts(band) if want else () for band, want in zip(chosen, wanted)]
    rectangles = {each: _rectangles(each, whole) for each in set(found)}
    gaps = tuple(rectangles[each] for each in found)
    if all(each is None for each in gaps):
        return ()
    return gaps[:1] if len(set(found)) == 1 else gaps


def _parts(band: Any) -> tuple[tuple[float, ...], ...]:
    """Return left, top, width, height of the parts of a virtual band, as its XML states them."""
    keys = ("xOff", "yOff", "xSize", "ySize")
    return tuple(tuple(float(each.get(key, "0")) for key in keys) for each in band.iterfind(".//DstRect"))


def _rectangles(parts: Sequence[Sequence[float]], whole: Window) -> NDArray[np.int64] | None:
    """Return the whole pixels that GDAL fills from parts, None where they leave no gap.

    It fills each pixel that a part enters by more than a thousandth.
    """
    if not parts:
        return None
    sides = np.array(parts)
    low = np.floor(sides[:, :2] + _ENTERED)
    high = np.ceil(sides[:, :2] + sides[:, 2:] - _ENTERED)
    rectangles: NDArray[np.int64] = np.concatenate([low, high], axis=1).astype(np.int64)
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
    return not covered(places, Window(0, 0, len(ys) - 1, len(xs) - 1)).all()


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
