"""What an ArcGIS service says of itself, and how its pixels are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...chipping.frame import PixelFrame
from ...chipping.untrusted.bounded_json import bounded_json
from ...chipping.untrusted.json_kinds import is_number
from ...chipping.window import Window
from ..source import RGB, Bands
from .addresses import LEAST_SIDE, MOST_SIDE, ArcGisExport, with_query
from .server_json import listed, number, record, records, text, whole
from .server_words import error_words, shown
from .tiles import TileLevel, checked_level

_TYPES = {
    "U1": "uint8",
    "U2": "uint8",
    "U4": "uint8",
    "U8": "uint8",
    "S8": "int8",
    "U16": "uint16",
    "S16": "int16",
    "U32": "uint32",
    "S32": "int32",
    "F32": "float32",
    "F64": "float64",
}
_LARGEST = 4096  # columns and rows where the service does not say
_MOST_BANDS = 1000
_MOST_SIDE = 2**31 - 1  # pixels
_LARGEST_NAMES = ("maxImageWidth", "maxImageHeight")
_FARTHEST = 1e12  # coordinate (map units)
_MOST_LEVELS = 100
_MOST_TILE = 8192  # columns and rows of a tile


@dataclass(frozen=True)
class ArcGisService:
    """A map or image service.

    What it says of itself is checked where it is used: what nothing uses may be odd.
    Its methods raise ValueError where it is.

    Attributes:
        url: the service, without query.
        code: number of the CRS that the layer is in.
        about: its description.
        layer: number of the map service's layer, "" for the whole map.
        format: of pictures, as the layer names it.
    """

    url: str
    code: int
    about: Mapping[str, Any]
    layer: str = ""
    format: str = ""

    @property
    def is_image_service(self) -> bool:
        """Whether it gives values, not pictures."""
        return self.url.rstrip("/").endswith("/ImageServer")

    @property
    def largest(self) -> tuple[int, int]:
        """Columns and rows that a request may have."""
        sides = (whole(self.about, name, LEAST_SIDE, MOST_SIDE, _LARGEST) for name in _LARGEST_NAMES)
        width, height = sides
        return width, height

    @property
    def is_in_own_crs(self) -> bool:
        """Whether the layer is in the CRS in which the service keeps its pixels."""
        reference = record(self.about, "spatialReference")
        reference = reference or record(record(self.about, "extent"), "spatialReference")
        return self.code in (reference.get("wkid"), reference.get("latestWkid"))

    def native_frame(self) -> PixelFrame | None:
        """Return the pixels that an image service keeps, None where it does not say."""
        extent = record(self.about, "extent") or record(self.about, "fullExtent")
        cell_x, cell_y = (number(self.about, name, 0, _FARTHEST, 0) for name in ("pixelSizeX", "pixelSizeY"))
        if not (extent and cell_x and cell_y and self.is_in_own_crs):
            return None
        left, bottom, right, top = _sides(extent)
        width, height = (right - left) / cell_x, (top - bottom) / cell_y
        if not max(width, height) <= _MOST_SIDE:
            raise ValueError(f"its extent has {width:g} x {height:g} pixels")
        return PixelFrame(left, top, cell_x, cell_y, max(1, round(height)), max(1, round(width)))

    def bands(self) -> Bands:
        """Return what the bands of an image service are, or those of a picture.

        Raises:
            ValueError: their type is none that chips can hold.
        """
        if not self.is_image_service:
            return RGB
        count = whole(self.about, "bandCount", 1, _MOST_BANDS, 1)
        kind = text(self.about, "pixelType", "U8")
        if kind not in _TYPES:
            raise ValueError(f"its pixels are of type {kind[:40]}")
        pictured = count in (3, 4) and "RGB" in text(self.about, "serviceDataType", "")
        names = (*RGB.names, *[""] * (count - 3)) if pictured else ("",) * count
        meaning = (*RGB.color_interpretation, *[0] * (count - 3)) if pictured else (1, *[0] * (count - 1))
        nodata = tuple(_held(value, _TYPES[kind]) for value in self._nodata(count))
        return Bands(_TYPES[kind], nodata, names, meaning)

    def _nodata(self, count: int) -> list[Any]:
        values = listed(self.about, "noDataValues") or [self.about.get("noDataValue")]
        values = values * count if len(values) == 1 else values[:count]
        return values + [None] * (count - len(values))

    def export(self) -> ArcGisExport:
        """Return how windows are asked for."""
        if self.is_image_service:
            values = {"format": "tiff", "interpolation": "RSP_NearestNeighbor"}
            return ArcGisExport(f"{self.url}/exportImage", self.code, values)
        values = {"format": self.format.lower() or "png32", "transparent": "true", "dpi": "96"}
        if self.layer:
            values["layers"] = f"show:{self.layer}"
        return ArcGisExport(f"{self.url}/export", self.code, values)

    def tile_levels(self) -> list[TileLevel]:
        """Return the levels of a cached map, none where it draws on demand."""
        info = record(self.about, "tileInfo")
        if not (info and self.about.get("singleFusedMapCache") and not self.layer and self.is_in_own_crs):
            return []
        lods = records(info, "lods")
        if len(lods) > _MOST_LEVELS:
            raise ValueError(f"it has {len(lods)} levels of tiles")
        return [self._level(info, each) for each in lods]

    def _level(self, info: Mapping[str, Any], lod: Mapping[str, Any]) -> TileLevel:
        cell, name = number(lod, "resolution", 0, _FARTHEST), whole(lod, "level", 0, _MOST_LEVELS)
        width, height = (whole(info, each, LEAST_SIDE, _MOST_TILE) for each in ("cols", "rows"))
        origin = record(info, "origin")
        left, top = (number(origin, each, -_FARTHEST, _FARTHEST) for each in ("x", "y"))
        _, bottom, right, _ = _sides(record(self.about, "fullExtent") or record(self.about, "extent"))

        def address(column: int, row: int) -> str:
            return f"{self.url}/tile/{name}/{row}/{column}"

        def count(length: float, side: int) -> int:
            return int(min(length / (cell * side), _MOST_SIDE)) + 1 if cell else 0

        columns, rows = count(right - left, width), count(top - bottom, height)
        frame = PixelFrame(left, top, cell, cell, rows * height, columns * width)
        return checked_level(TileLevel(frame, width, height, address, Window(0, 0, rows, columns)))


def _sides(extent: Mapping[str, Any]) -> list[float]:
    """Return x min, y min, x max, y max.

    Raises:
        ValueError: they are none.
    """
    sides = [number(extent, name, -_FARTHEST, _FARTHEST) for name in ("xmin", "ymin", "xmax", "ymax")]
    if sides[0] > sides[2] or sides[1] > sides[3]:
        raise ValueError("its extent ends before it begins")
    return sides


def _held(value: Any, dtype: str) -> float | None:
    """Return a nodata value, None where a pixel type cannot hold it.

    Raises:
        ValueError: it is no number.
    """
    if value is None:
        return None
    if not is_number(value):
        raise ValueError(f"its nodata value is {str(value)[:40]}, not a number")
    if np.dtype(dtype).kind == "f":
        return float(value) if abs(value) <= float(np.finfo(dtype).max) else None
    limits = np.iinfo(dtype)
    return float(value) if float(value).is_integer() and limits.min <= value <= limits.max else None


def description_url(url: str) -> str:
    """Return the URL of a service's description."""
    return with_query(url, {"f": "json"})


def read_description(document: bytes) -> dict[str, Any]:
    """Return a service's description.

    Raises:
        ValueError: it is none; the message is the server's.
    """
    about = bounded_json(document)
    if not isinstance(about, dict) or "error" in about:
        said = error_words(about["error"]) if isinstance(about, dict) else ""
        raise ValueError(shown(said) or "no description of a service")
    return about
