"""Addresses of windows and tiles, as the services' documentation prescribes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from .server_xml import named_whole, xml_root

WORLD = 20037508.342789244
"""Half the side of the Web Mercator square (metres)."""

LEAST_SIDE, MOST_SIDE = 64, 1_000_000
"""Pixels that the sides of a service's images may be limited to."""

Extent = tuple[float, float, float, float]
"""x min, y min, x max, y max (map units)."""


def with_query(url: str, values: Mapping[str, Any]) -> str:
    """Return a URL with more query values; one that it already has is replaced.

    Args:
        url: may have a query, or end with ? or &.
        values: by name; names are compared whatever their case.
    """
    base, _, query = url.partition("?")
    names = {name.lower() for name in values}
    kept = [part for part in query.split("&") if part and part.partition("=")[0].lower() not in names]
    return base + "?" + "&".join([*kept, urlencode(values, quote_via=quote, safe=",:/")])


def xyz_address(template: str, zoom: int, column: int, row: int) -> str:
    """Return a tile's URL.

    Args:
        template: with {x}, {y} or {-y}, {z}, or {q}.
        zoom: its zoom.
        column: from the left.
        row: from the top.
    """
    values = {"{x}": column, "{y}": row, "{-y}": 2**zoom - 1 - row, "{z}": zoom}
    values["{q}"] = _quad_key(zoom, column, row)
    for place, value in values.items():
        template = template.replace(place, str(value))
    return template


def _quad_key(zoom: int, column: int, row: int) -> str:
    """Return a tile's number in Bing's scheme: one digit for each zoom."""
    digits = ((column >> bit & 1) + 2 * (row >> bit & 1) for bit in range(zoom - 1, -1, -1))
    return "".join(str(digit) for digit in digits)


class WmsCapabilities(NamedTuple):
    """What a WMS says of its GetMap.

    Attributes:
        version: 1.1.1 or 1.3.0.
        url: where to ask, "" where it does not say.
        largest: columns and rows of an image, 0 without a limit.
    """

    version: str
    url: str
    largest: tuple[int, int]


def wms_capabilities(document: bytes) -> WmsCapabilities:
    """Return what a capabilities document says.

    Raises:
        ValueError: it is none.
    """
    root = xml_root(document, _is_layer)
    if root is None or "Capabilities" not in str(root.tag):
        raise ValueError("no capabilities document")
    links = root.xpath("//*[local-name()='GetMap']//*[local-name()='OnlineResource']")
    hrefs = [each.get("{http://www.w3.org/1999/xlink}href") for each in links]
    sizes = [root.xpath(f"string(//*[local-name()='{name}'])") for name in ("MaxWidth", "MaxHeight")]
    width, height = (_largest(name, str(size)) for name, size in zip(("MaxWidth", "MaxHeight"), sizes))
    version = root.get("version", "1.1.1")
    if not re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,2}){1,2}", version):
        raise ValueError(f"its version is {version[:40]!r}")
    return WmsCapabilities(version, hrefs[0] if hrefs and hrefs[0] else "", (width, height))


def _is_layer(element: Any) -> bool:
    """Return whether an element describes a layer: there may be very many, and none says how to ask."""
    return str(element.tag).rpartition("}")[2] == "Layer"


def _largest(name: str, said: str) -> int:
    """Return how long a side of an image may be (pixels), 0 without a limit.

    Raises:
        ValueError: it is no length.
    """
    if said.strip() in ("", "0"):
        return 0
    return named_whole(name, said.strip(), LEAST_SIDE, MOST_SIDE)


@dataclass(frozen=True)
class WmsMap:
    """A WMS layer.

    Attributes:
        url: where to ask.
        version: 1.1.1 or 1.3.0.
        crs: EPSG:1234.
        y_first: the order of coordinates is y, x.
        values: layers, styles, format and what else is the same in all requests.
    """

    url: str
    version: str
    crs: str
    y_first: bool
    values: Mapping[str, str] = field(default_factory=dict)

    def address(self, extent: Extent, width: int, height: int) -> str:
        """Return the URL of an image."""
        left, bottom, right, top = extent
        box = (bottom, left, top, right) if self.y_first else extent
        return with_query(
            self.url,
            {
                "SERVICE": "WMS",
                "VERSION": self.version,
                "REQUEST": "GetMap",
                **self.values,
                "CRS" if self.version >= "1.3" else "SRS": self.crs,
                "BBOX": _numbers(box),
                "WIDTH": width,
                "HEIGHT": height,
                "TRANSPARENT": "TRUE",
            },
        )


@dataclass(frozen=True)
class WcsCoverage:
    """A coverage, asked for as WCS 1.0.0.

    Attributes:
        url: where to ask.
        coverage: its name.
        crs: EPSG:1234.
        format: the server's name for GeoTIFF.
        values: what else is the same in all requests.
    """

    url: str
    coverage: str
    crs: str
    format: str
    values: Mapping[str, str] = field(default_factory=dict)

    def address(self, extent: Extent, width: int, height: int) -> str:
        """Return the URL of a window's values."""
        return with_query(
            self.url,
            {
                "SERVICE": "WCS",
                "VERSION": "1.0.0",
                "REQUEST": "GetCoverage",
                "COVERAGE": self.coverage,
                **self.values,
                "CRS": self.crs,
                "BBOX": _numbers(extent),
                "WIDTH": width,
                "HEIGHT": height,
                "FORMAT": self.format,
            },
        )


def wcs_description_url(url: str, coverage: str) -> str:
    """Return the URL of a coverage's description."""
    values = {"SERVICE": "WCS", "VERSION": "1.0.0", "REQUEST": "DescribeCoverage", "COVERAGE": coverage}
    return with_query(url, values)


def wcs_tiff_format(description: bytes) -> str:
    """Return a server's name for GeoTIFF.

    Args:
        description: of a coverage, WCS 1.0.0.
    """
    root = xml_root(description)
    found = [] if root is None else root.xpath("//*[local-name()='formats']/text()")
    names = [name for text in found for name in str(text).split()]
    return next((name for name in names if "tif" in name.lower()), "GeoTIFF")


@dataclass(frozen=True)
class ArcGisExport:
    """A map or image service of ArcGIS.

    Attributes:
        url: of the export operation.
        code: number of the CRS.
        values: format, layers and what else is the same in all requests.
    """

    url: str
    code: int
    values: Mapping[str, str]

    def address(self, extent: Extent, width: int, height: int) -> str:
        """Return the URL of a window's image."""
        return with_query(
            self.url,
            {
                "bbox": _numbers(extent),
                "bboxSR": self.code,
                "imageSR": self.code,
                "size": f"{width},{height}",
                **self.values,
                "f": "image",
            },
        )


def _numbers(numbers: Extent) -> str:
    """Return coordinates with all their digits, never as 1e-05."""
    return ",".join(format(number, ".12f").rstrip("0").rstrip(".") for number in numbers)
