"""From the label layer to a source of labels on the image's grid."""

from __future__ import annotations

from typing import Any, NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeatureSource,
    QgsMapLayer,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from ..chipping.chip import Need
from ..chipping.errors import ExportError
from ..chipping.frame import PixelFrame
from ..chipping.plan.grid import Grid
from ..chipping.window import Window
from ..imagery.imagery import Imagery
from ..imagery.open import Area, open_imagery
from .features.feature_labels import FeatureLabels
from .features.layer_classes import LayerClasses
from .features.projection import goes_round
from .features.transformed import way_between
from .filters import ObjectFilter
from .pixel_space import PixelWay
from .raster.class_raster import ClassRaster
from .raster.raster_labels import RasterLabels
from .raster.raster_names import raster_names
from .rows.stored_layer import stored_layer
from .selection import SelectedFeatures


class Placement(NamedTuple):
    """Where labels are wanted, and as what.

    Attributes:
        frame: the image's pixels on the map.
        grid: the chips of a grid.
        crs: the image's CRS.
        context: the project's choice of transformations.
        need: what the label format takes beside boxes.
        whole: pixels that any chip may have, where these are not those of the grid alone.
        raster: the image where labels are wanted in its own rows and columns, None where on the map.
    """

    frame: PixelFrame
    grid: Grid
    crs: QgsCoordinateReferenceSystem
    context: QgsCoordinateTransformContext
    need: Need
    whole: Window | None = None
    raster: QgsRasterLayer | None = None

    def from_crs(self, crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform | PixelWay:
        """Return the way from a CRS to the image; where one is missing it is taken as the other.

        Raises:
            ExportError: there is none; QGIS would take coordinates as they are.
        """
        way = self.way_from(crs)
        if way is not None:
            return way
        raise ExportError(
            "IN_CLASS_DATA: no transformation leads from the coordinate reference system of the labels "
            "({labels}) to that of the raster ({raster}); correct the one that is wrong in the layer's "
            "properties, or georeference the labels in the raster's.",
            labels=crs.userFriendlyIdentifier(),
            raster=self.crs.userFriendlyIdentifier(),
        )

    def way_from(self, crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform | PixelWay | None:
        """Return the same, None where no transformation leads from one CRS to the other."""
        if self.raster is not None:
            return PixelWay(self.raster, crs)
        return way_between(crs, self.crs, self.context)


def crs_of(layer: QgsMapLayer) -> QgsCoordinateReferenceSystem:
    """Return a layer's CRS; QGIS gives none to a layer of collections, which its file may state."""
    if isinstance(layer, QgsVectorLayer) and not layer.isSpatial():
        return layer.dataProvider().crs()
    return layer.crs()


def feature_labels(
    layer: QgsVectorLayer,
    source: QgsFeatureSource | SelectedFeatures,
    class_field: str,
    radius: float,
    placement: Placement,
    wanted: ObjectFilter,
) -> FeatureLabels:
    """Return the labels of a vector layer; to be called in its thread.

    Args:
        layer: polygons, or points and lines.
        source: its features, or some of them, safe to read in any thread.
        class_field: the field of the classes, "" for none.
        radius: the radius of the area around each feature (units of the layer).
        placement: where labels are wanted.
        wanted: what an object has to be to become a label.

    Raises:
        ExportError: they cannot be brought there.
    """
    to_raster = placement.from_crs(crs_of(layer))
    labels = FeatureLabels(
        source,
        LayerClasses.of(layer, class_field),
        to_raster,
        (placement.frame, placement.grid),
        placement.need,
        radius,
        wanted,
        placement.whole,
    )
    labels.reader.edited = layer.isEditable()
    labels.reader.stored = None if isinstance(source, SelectedFeatures) else stored_layer(layer)
    labels.reader.indexed = (
        layer.hasSpatialIndex() != QgsFeatureSource.SpatialIndexPresence.SpatialIndexNotPresent
    )
    extent = labels_extent(layer, radius)
    labels.reader.goes_round = extent is not None and goes_round(extent, to_raster)
    labels.report.total = (
        source.count if isinstance(source, SelectedFeatures) else max(0, layer.featureCount())
    )
    return labels


def raster_labels(layer: QgsRasterLayer, placement: Placement, wanted: ObjectFilter) -> RasterLabels:
    """Return the labels of a classified raster; to be called in its thread.

    Args:
        layer: the raster.
        placement: where labels are wanted.
        wanted: what a region has to be to become a label.

    Raises:
        ExportError: it cannot be read as one.
    """
    in_pixels = placement.raster is not None
    tile = placement.grid.tile_x, placement.grid.tile_y
    imagery = open_imagery(layer, *tile, "IN_CLASS_DATA", Area(in_pixels=in_pixels))
    if imagery.profile.band_count != 1:
        raise ExportError(
            "IN_CLASS_DATA: {name} has {count} bands, but a classified raster has one; choose another layer, "
            "or make one of the band that holds the classes (Raster > Conversion > Translate).",
            name=layer.name(),
            count=imagery.profile.band_count,
        )
    raster = ClassRaster(
        imagery=imagery,
        names=raster_names(layer),
        frame=placement.frame,
        from_image=_from_image(layer, imagery, placement),
    )
    return RasterLabels(raster, placement.frame, placement.grid, placement.need, wanted)


def _from_image(layer: QgsRasterLayer, imagery: Imagery, placement: Placement) -> QgsCoordinateTransform:
    """Return the way from the image to a classified raster.

    Raises:
        ExportError: there is none; or they are to lie on each other pixel by pixel, and differ in size.
    """
    if placement.raster is None:
        to_image: Any = placement.from_crs(crs_of(layer))
        return QgsCoordinateTransform(to_image.destinationCrs(), to_image.sourceCrs(), placement.context)
    own, image = imagery.frame, placement.frame
    if (own.width, own.height) != (image.width, image.height):
        raise ExportError(
            "IN_CLASS_DATA: {name} has {width} x {height} pixels, the raster {columns} x {rows}; with "
            "REFERENCE_SYSTEM PIXEL_SPACE a classified raster lies on it pixel by pixel, so choose one of "
            "the same size, or polygons.",
            name=layer.name(),
            width=own.width,
            height=own.height,
            columns=image.width,
            rows=image.height,
        )
    return way_between(QgsCoordinateReferenceSystem(), QgsCoordinateReferenceSystem(), placement.context)


def labels_extent(layer: QgsMapLayer, radius: float, selected: bool = False) -> QgsRectangle | None:
    """Return the extent of a layer's labels in its own CRS, None where it cannot be told.

    Args:
        layer: the labels.
        radius: the radius of the area around each feature (units of the layer).
        selected: only selected features are labels.
    """
    try:
        extent = QgsRectangle(layer.boundingBoxOfSelected() if selected else layer.extent())
    except Exception:  # of a memory layer with an infinite coordinate; it has no type of its own
        return None
    if extent.xMinimum() > extent.xMaximum():  # QGIS knows none of a memory layer of collections
        return None
    extent.grow(radius)
    return extent
