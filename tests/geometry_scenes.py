"""Geometries of every type, one in each chip, and what of them is area as GEOS has it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from scenes import UTM, spatial_reference, write_raster

from training_data_exporter.chipping.gdal_calls import quietly

TILE, COLUMNS = 16, 8
LEFT, TOP = 288776.0, 9120760.0
ASIDE = 0.26, 0.58  # metres, so that no edge passes through the middle of a pixel

ARC = "CIRCULARSTRING(3 8,8 3,13 8,8 13,3 8)"
KINDS = {
    "polygon": "POLYGON((2 2,13 3,12 12,3 11,2 2))",
    "polygon with a hole": "POLYGON((2 2,13 3,12 12,3 11,2 2),(5 5,8 5,8 8,5 5))",
    "polygon with an empty ring": "POLYGON((2 2,13 3,12 12,3 11,2 2),EMPTY)",
    "empty polygon": "POLYGON EMPTY",
    "polygon Z": "POLYGON Z((2 2 7,13 3 7,12 12 8,3 11 9,2 2 7))",
    "polygon M": "POLYGON M((2 2 7,13 3 7,12 12 8,3 11 9,2 2 7))",
    "polygon ZM": "POLYGON ZM((2 2 7 1,13 3 7 1,12 12 8 1,3 11 9 1,2 2 7 1))",
    "polygons apart": "MULTIPOLYGON(((2 2,7 2,7 7,2 2)),((9 9,14 9,14 14,9 9)))",
    "polygons that overlap": "MULTIPOLYGON(((2 2,9 2,9 9,2 9,2 2)),((6 5,13 5,13 13,6 13,6 5)))",
    "polygon in polygon": "MULTIPOLYGON(((2 2,13 2,13 13,2 13,2 2)),((5 5,8 5,8 8,5 8,5 5)))",
    "floor and roof": (
        "MULTIPOLYGON Z(((2 2 0,13 2 0,13 13 0,2 13 0,2 2 0)),((2 2 9,13 2 9,13 13 9,2 13 9,2 2 9)))"
    ),
    "polygons side by side": "MULTIPOLYGON(((2 2,7 2,7 7,2 7,2 2)),((7 2,12 2,12 7,7 7,7 2)))",
    "polygon and nothing": "MULTIPOLYGON(((2 2,13 3,12 12,3 11,2 2)),EMPTY)",
    "bow tie": "POLYGON((2 2,13 13,13 2,2 13,2 2))",
    "bow tie on a polygon": "MULTIPOLYGON(((2 2,13 13,13 2,2 13,2 2)),((4 5,11 5,11 9,4 9,4 5)))",
    "ring twice round": "POLYGON((2 2,13 2,13 13,4 13,4 4,11 4,11 11,2 11,2 2))",
    "ring drawn twice": "POLYGON((2 2,13 3,12 12,3 11,2 2,13 3,12 12,3 11,2 2))",
    "hole beside": "POLYGON((2 2,7 2,7 7,2 7,2 2),(9 9,13 9,13 13,9 13,9 9))",
    "no area": "POLYGON((2 2,13 13,2 2,2 2))",
    "triangle": "TRIANGLE((2 2,13 3,12 12,2 2))",
    "curve polygon": f"CURVEPOLYGON({ARC})",
    "compound curve polygon": "CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(3 8,8 3,13 8),(13 8,8 13,3 8)))",
    "surfaces": f"MULTISURFACE(CURVEPOLYGON({ARC}),((2 2,4 2,4 4,2 2)))",
    "polyhedral surface": (
        "POLYHEDRALSURFACE Z(((2 2 0,9 2 0,9 9 0,2 9 0,2 2 0)),((9 2 0,13 2 5,13 9 5,9 9 0,9 2 0)))"
    ),
    "TIN": "TIN Z(((2 2 0,13 2 0,13 13 0,2 2 0)),((2 2 0,13 13 0,2 13 4,2 2 0)))",
    "collection": "GEOMETRYCOLLECTION(POLYGON((2 2,7 2,7 7,2 2)),LINESTRING(9 9,12 12),POINT(14 2))",
    "collection of polygons": (
        "GEOMETRYCOLLECTION(POLYGON((2 2,9 2,9 9,2 9,2 2)),POLYGON((6 5,13 5,13 13,6 13,6 5)))"
    ),
    "collection in a collection": (
        "GEOMETRYCOLLECTION(POINT(2 14),GEOMETRYCOLLECTION(POLYGON((2 2,9 2,9 9,2 9,2 2)),"
        "GEOMETRYCOLLECTION(MULTIPOLYGON(((6 5,13 5,13 13,6 13,6 5))),MULTIPOINT((1 1),(2 1)))))"
    ),
    "collection Z": "GEOMETRYCOLLECTION Z(POLYGON Z((2 2 1,7 2 1,7 7 1,2 2 1)),LINESTRING Z(9 9 1,12 12 1))",
    "collection with a curve": f"GEOMETRYCOLLECTION(CURVEPOLYGON({ARC}),LINESTRING(1 1,2 14))",
    "collection without polygons": "GEOMETRYCOLLECTION(LINESTRING(9 9,12 12),POINT(14 2))",
    "empty collection": "GEOMETRYCOLLECTION EMPTY",
    "point": "POINT(8 8)",
    "point Z": "POINT Z(8 8 3)",
    "points": "MULTIPOINT((4 4),(11 11))",
    "line": "LINESTRING(3 3,12 4,11 12)",
    "line ZM": "LINESTRING ZM(3 3 1 1,12 4 1 1,11 12 1 1)",
    "lines": "MULTILINESTRING((3 3,12 4),(3 9,12 12))",
    "arc": "CIRCULARSTRING(3 8,8 3,13 8)",
    "compound curve": "COMPOUNDCURVE(CIRCULARSTRING(3 8,8 3,13 8),(13 8,8 13))",
    "curves": "MULTICURVE(CIRCULARSTRING(3 8,8 3,13 8),(3 12,12 12))",
    "nothing": None,
}
"""WKT in pixels from a chip's upper-left corner; None is a feature without geometry."""

ROWS = -(-len(KINDS) // COLUMNS)


def raster_of_kinds(path: Path) -> Path:
    """Write a raster with a chip for each kind, pixels of 2 metres."""
    pixels = np.ones((1, ROWS * TILE, COLUMNS * TILE), dtype=np.uint8)
    return write_raster(path, pixels, (LEFT, 2.0, 0.0, TOP, 0.0, -2.0))


def geometry_of(place: int, wkt: str | None) -> ogr.Geometry | None:
    """Return a geometry on the map, in the chip of its place."""
    if wkt is None:
        return None
    row, column = divmod(place, COLUMNS)
    x, y = LEFT + 2 * TILE * column + ASIDE[0], TOP - 2 * TILE * row - ASIDE[1]
    options = osr.CoordinateTransformationOptions()
    options.SetOperation(f"+proj=affine +xoff={x} +yoff={y} +s11=2 +s22=-2")
    utm = spatial_reference(UTM)
    geometry = ogr.CreateGeometryFromWkt(wkt)
    if not geometry.IsEmpty():
        assert geometry.Transform(osr.CreateCoordinateTransformation(utm, utm, options)) == 0
    return geometry


OPTIONS = {"SQLite": ["SPATIALITE=YES"]}
UNREADABLE = {
    "GeoJSON": ["collection with a curve"],  # GDAL writes "geometries": null, and reads it as an error
    "GML": [  # of a file that holds heights GDAL from 3.7 on reads no geometry without
        *("polygon Z", "polygon ZM", "floor and roof", "polyhedral surface", "TIN", "collection Z"),
        *("point Z", "line ZM"),
    ],
}
if int(gdal.VersionInfo()) < 3070000:
    del UNREADABLE["GML"]
SUFFIXES = {"GPKG": "gpkg", "GeoJSON": "geojson", "FlatGeobuf": "fgb", "GML": "gml", "SQLite": "sqlite"}
PRECISE = {"GeoJSON": ["COORDINATE_PRECISION=9"]}


def file_of_kinds(
    folder: Path, driver: str, names: list[str] | None = None, declared: int = ogr.wkbUnknown
) -> Path:
    """Write a file of geometries, the kind's number as their class, and return its path."""
    path = folder / f"kinds.{SUFFIXES[driver]}"
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path), OPTIONS.get(driver, []))
    layer = dataset.CreateLayer("kinds", spatial_reference(UTM), declared, PRECISE.get(driver, []))
    layer.CreateField(ogr.FieldDefn("kind", ogr.OFTInteger))
    for name in KINDS if names is None else names:
        if name in UNREADABLE.get(driver, []):
            continue
        place = list(KINDS).index(name)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("kind", place + 1)
        geometry = geometry_of(place, KINDS[name])
        if geometry is not None:
            feature.SetGeometry(geometry)
        quietly(partial(layer.CreateFeature, feature))  # not every format takes every type
    return path


def memory_layer_of_kinds(kind: str) -> QgsVectorLayer:
    """Return a memory layer of what QGIS lets into one of a type."""
    layer = QgsVectorLayer(f"{kind}?crs={UTM}&field=kind:integer", "kinds", "memory")
    for place, wkt in enumerate(KINDS.values()):
        feature = QgsFeature(layer.fields())
        geometry = geometry_of(place, wkt)
        if geometry is not None:
            feature.setGeometry(QgsGeometry.fromWkt(geometry.ExportToIsoWkt()))
        feature.setAttributes([place + 1])
        layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    return layer


# What is area of them, as OGR and GEOS have it.


def stored(layer: QgsVectorLayer) -> dict[int, tuple[int, ogr.Geometry | None]]:
    """Return feature id and geometry by kind, as a layer gives them."""
    found = {}
    for feature in layer.getFeatures():
        wkb = feature.geometry().asWkb().data()
        found[feature["kind"]] = feature.id(), ogr.CreateGeometryFromWkb(wkb) if wkb else None
    return found


def leaves(geometry: ogr.Geometry | None) -> Iterator[ogr.Geometry]:
    """Yield the points, lines and polygons of a geometry that are not empty, straight and flat."""
    if geometry is None or geometry.IsEmpty():
        return
    flat = geometry.Clone()
    flat.FlattenTo2D()
    flat = flat.GetLinearGeometry(0.01)
    kind = ogr.GT_Flatten(flat.GetGeometryType())
    if kind in (ogr.wkbPoint, ogr.wkbLineString, ogr.wkbPolygon, ogr.wkbTriangle):
        yield flat
        return
    for place in range(flat.GetGeometryCount()):
        yield from leaves(flat.GetGeometryRef(place))


def is_polygon(leaf: ogr.Geometry) -> bool:
    return leaf.GetDimension() == 2


def polygons_of(geometry: ogr.Geometry) -> Iterator[ogr.Geometry]:
    yield from (leaf for leaf in leaves(geometry) if is_polygon(leaf))


def area_of(geometry: ogr.Geometry | None) -> ogr.Geometry:
    """Return the union of the polygons of a geometry, each made valid by itself."""
    whole = ogr.CreateGeometryFromWkt("POLYGON EMPTY")
    for polygon in polygons_of(geometry):
        rings = [polygon.GetGeometryRef(place) for place in range(polygon.GetGeometryCount())]
        filled = ogr.Geometry(ogr.wkbPolygon)
        for ring in rings:
            if not ring.IsEmpty():
                filled.AddGeometry(ring)
        for part in polygons_of(filled if filled.IsValid() else filled.MakeValid()):
            whole = whole.Union(part)
    return whole
