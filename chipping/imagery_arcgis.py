"""What an ArcGIS service says of itself, and how its pixels are asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .grid import PixelFrame, Window
from .imagery_pixels import RGB, Bands
from .imagery_requests import ArcGisExport, with_query
from .imagery_tiles import TileLevel

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


@dataclass(frozen=True)
class ArcGisService:
    """A map or image service.

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
        return int(self.about.get("maxImageWidth", _LARGEST)), int(self.about.get("maxImageHeight", _LARGEST))

    @property
    def is_in_own_crs(self) -> bool:
        """Whether the layer is in the CRS in which the service keeps its pixels."""
        reference = self.about.get("spatialReference") or self.about.get("extent", {}).get(
            "spatialReference", {}
        )
        return self.code in (reference.get("wkid"), reference.get("latestWkid"))

    def native_frame(self) -> PixelFrame | None:
        """Return the pixels that an image service keeps, None where it does not say."""
        extent = self.about.get("extent") or self.about.get("fullExtent")
        cell_x, cell_y = self.about.get("pixelSizeX"), self.about.get("pixelSizeY")
        if not (extent and cell_x and cell_y and self.is_in_own_crs):
            return None
        left, bottom, right, top = (float(extent[key]) for key in ("xmin", "ymin", "xmax", "ymax"))
        width, height = round((right - left) / cell_x), round((top - bottom) / cell_y)
        return PixelFrame(left, top, float(cell_x), float(cell_y), max(1, width), max(1, height))

    def bands(self) -> Bands:
        """Return what the bands of an image service are, or those of a picture.

        Raises:
            ValueError: their type is none that chips can hold.
        """
        if not self.is_image_service:
            return RGB
        count = int(self.about.get("bandCount", 1))
        kind = str(self.about.get("pixelType", "U8"))
        if kind not in _TYPES:
            raise ValueError(f"its pixels are of type {kind}")
        pictured = count in (3, 4) and "RGB" in str(self.about.get("serviceDataType", ""))
        names = (*RGB.names, *[""] * (count - 3)) if pictured else ("",) * count
        meaning = (*RGB.color_interpretation, *[0] * (count - 3)) if pictured else (1, *[0] * (count - 1))
        return Bands(_TYPES[kind], self._nodata(count), names, meaning)

    def _nodata(self, count: int) -> tuple[float | None, ...]:
        values = self.about.get("noDataValues") or [self.about.get("noDataValue")]
        values = values * count if len(values) == 1 else values
        given = [None if value is None else float(value) for value in values[:count]]
        return tuple(given + [None] * (count - len(given)))

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
        info = self.about.get("tileInfo")
        if not (info and self.about.get("singleFusedMapCache") and not self.layer and self.is_in_own_crs):
            return []
        return [self._level(info, each) for each in info["lods"]]

    def _level(self, info: Mapping[str, Any], lod: Mapping[str, Any]) -> TileLevel:
        cell, width, height = float(lod["resolution"]), int(info["cols"]), int(info["rows"])
        left, top = float(info["origin"]["x"]), float(info["origin"]["y"])
        extent = self.about.get("fullExtent") or self.about["extent"]
        columns = int((float(extent["xmax"]) - left) / (cell * width)) + 1
        rows = int((top - float(extent["ymin"])) / (cell * height)) + 1

        def address(column: int, row: int) -> str:
            return f"{self.url}/tile/{lod['level']}/{row}/{column}"

        frame = PixelFrame(left, top, cell, cell, columns * width, rows * height)
        return TileLevel(frame, width, height, address, Window(0, 0, columns, rows))


def description_url(url: str) -> str:
    """Return the URL of a service's description."""
    return with_query(url, {"f": "json"})


def read_description(document: bytes) -> dict[str, Any]:
    """Return a service's description.

    Raises:
        ValueError: it is none; the message is the server's.
    """
    about = json.loads(document)
    if not isinstance(about, dict) or "error" in about:
        error = about.get("error", {}) if isinstance(about, dict) else {}
        raise ValueError(str(error.get("message", "no description of a service")))
    return about
