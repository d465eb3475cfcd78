"""The levels of a WMTS layer, from its capabilities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...chipping.frame import PixelFrame
from ...chipping.window import Window
from .addresses import LEAST_SIDE, with_query
from .server_xml import named_number, named_whole, xml_root
from .tiles import TileLevel, checked_level

_PIXEL = 0.00028
"""Side of the pixel that scale denominators are given for (metres)."""

_MOST_LEVELS = 100
_MOST_TILES = 2**31 - 1  # across a level
_MOST_TILE = 8192  # columns and rows of a tile
_FARTHEST = 1e12  # coordinate (map units), and scale denominator


@dataclass(frozen=True)
class WmtsLayer:
    """What a QGIS layer asks of a WMTS.

    Attributes:
        url: the service, as the layer names it.
        layer: its name.
        matrix_set: the tile matrix set.
        style: its name.
        format: image/png or the like.
        dimensions: value by name.
        meters: length of a map unit (metres).
        y_first: corners are given as y, x.
    """

    url: str
    layer: str
    matrix_set: str
    style: str
    format: str
    dimensions: Mapping[str, str]
    meters: float
    y_first: bool

    @property
    def capabilities_url(self) -> str:
        """Where the capabilities are."""
        lowered = self.url.lower()
        if "getcapabilities" in lowered or lowered.partition("?")[0].endswith(".xml"):
            return self.url
        return with_query(self.url, {"SERVICE": "WMTS", "REQUEST": "GetCapabilities"})

    def levels(self, document: bytes) -> list[TileLevel]:
        """Return the levels of the layer's matrix set.

        Args:
            document: the capabilities.

        Raises:
            ValueError: they do not have the layer or its matrix set.
        """
        root = xml_root(document, self._is_other)
        layer = _named(root, "Layer", self.layer)
        matrix_set = _named(root, "TileMatrixSet", self.matrix_set)
        if layer is None or matrix_set is None:
            raise ValueError(f"the WMTS has no layer {self.layer} with tile matrix set {self.matrix_set}")
        template = self._template(root, layer)
        limits = self._limits(layer)
        matrices = _children(matrix_set, "TileMatrix")
        if not 0 < len(matrices) <= _MOST_LEVELS:
            raise ValueError(f"its tile matrix set has {len(matrices)} tile matrices")
        return [self._level(matrix, template, limits) for matrix in matrices]

    def _is_other(self, element: Any) -> bool:
        """Return whether an element describes another layer or another matrix set: there may be very many."""
        name = {"Layer": self.layer, "TileMatrixSet": self.matrix_set}.get(_tag(element))
        return name is not None and _identifier(element) not in ("", name)

    def _template(self, root: Any, layer: Any) -> str:
        """Return the URL of a tile with {TileMatrix}, {TileRow} and {TileCol}."""
        for each in _children(layer, "ResourceURL"):
            named = each.get("resourceType") == "tile" and each.get("template")
            if named and each.get("format") in (self.format, None):
                return self._filled(str(named))
        gets = root.xpath("//*[local-name()='Operation'][@name='GetTile']//*[local-name()='Get']")
        links = [each.get("{http://www.w3.org/1999/xlink}href") for each in gets]
        values = {
            "SERVICE": "WMTS",
            "REQUEST": "GetTile",
            "VERSION": "1.0.0",
            "LAYER": self.layer,
            "STYLE": self.style,
            "FORMAT": self.format,
            "TILEMATRIXSET": self.matrix_set,
            **self.dimensions,
        }
        url = with_query(next((link for link in links if link), self.url), values)
        return url + "&TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}"

    def _filled(self, template: str) -> str:
        values = {"style": self.style, "tilematrixset": self.matrix_set, "layer": self.layer}
        values.update({name.lower(): text for name, text in self.dimensions.items()})
        for place in [part.partition("}")[0] for part in template.split("{")[1:]]:
            if place.lower() in values:
                template = template.replace(f"{{{place}}}", values[place.lower()])
        return template

    def _limits(self, layer: Any) -> dict[str, Window]:
        """Return the tiles that there are, by name of the matrix, where the layer says so."""
        for link in _children(layer, "TileMatrixSetLink"):
            if _text(link, "TileMatrixSet") == self.matrix_set:
                return dict(_matrix_limits(link))
        return {}

    def _level(self, matrix: Any, template: str, limits: Mapping[str, Window]) -> TileLevel:
        name = _text(matrix, "Identifier")
        columns, rows = (_count(matrix, each, 1, _MOST_TILES) for each in ("MatrixWidth", "MatrixHeight"))
        width, height = (_count(matrix, each, LEAST_SIDE, _MOST_TILE) for each in ("TileWidth", "TileHeight"))
        left, top = reversed(_corner(matrix)) if self.y_first else _corner(matrix)
        scale = named_number("ScaleDenominator", _text(matrix, "ScaleDenominator"), 0, _FARTHEST)
        cell = scale * _PIXEL / self.meters
        base = template.replace("{TileMatrix}", name)

        def address(column: int, row: int) -> str:
            return base.replace("{TileRow}", str(row)).replace("{TileCol}", str(column))

        frame = PixelFrame(left, top, cell, cell, rows * height, columns * width)
        there = limits.get(name, Window(0, 0, rows, columns)).crop(rows, columns)
        return checked_level(TileLevel(frame, width, height, address, there))


def _matrix_limits(link: Any) -> Iterator[tuple[str, Window]]:
    for each in link.xpath(".//*[local-name()='TileMatrixLimits']"):
        names = ("MinTileCol", "MinTileRow", "MaxTileCol", "MaxTileRow")
        left, top, right, bottom = (_count(each, name, 0, _MOST_TILES) for name in names)
        yield _text(each, "TileMatrix"), Window(top, left, bottom - top + 1, right - left + 1)


def _count(element: Any, name: str, low: int, high: int) -> int:
    return named_whole(name, _text(element, name), low, high)


def _corner(matrix: Any) -> list[float]:
    """Return the two coordinates of a matrix's corner, in their order.

    Raises:
        ValueError: they are none.
    """
    said = _text(matrix, "TopLeftCorner").split()
    if len(said) != 2:
        raise ValueError(f"its TopLeftCorner has {len(said)} coordinates")
    return [named_number("TopLeftCorner", each, -_FARTHEST, _FARTHEST) for each in said]


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: Any, name: str) -> list[Any]:
    found: list[Any] = element.xpath(f"./*[local-name()='{name}']")
    return found


def _text(element: Any, name: str) -> str:
    """Return the text of a child, which must be there.

    Raises:
        ValueError: it is not.
    """
    found = _children(element, name)
    if not found or not found[0].text:
        raise ValueError(f"the WMTS capabilities have no {name}")
    return str(found[0].text).strip()


def _named(root: Any, tag: str, name: str) -> Any | None:
    """Return the first element of a kind whose identifier is a name."""
    if root is None:
        return None
    found = root.xpath(f"//*[local-name()='Contents']/*[local-name()='{tag}']")
    return next((each for each in found if _identifier(each) == name), None)


def _identifier(element: Any) -> str:
    found = _children(element, "Identifier")
    return str(found[0].text).strip() if found else ""
