"""From the label layer to a source of labels on the image's grid."""

from __future__ import annotations

from typing import NamedTuple

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
from ..imagery.open import open_imagery
from .features.feature_labels import FeatureLabels
from .features.layer_classes import LayerClasses
from .features.projection import goes_round
from .features.transformed import way_between
from .filters import ObjectFilter
from .raster.class_raster import ClassRaster
from .raster.raster_labels import RasterLabels
from .raster.raster_names import raster_names
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
    """

    frame: PixelFrame
    grid: Grid
    crs: QgsCoordinateReferenceSystem
    context: QgsCoordinateTransformContext
    need: Need
    whole: Window | None = None

    def from_crs(self, crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
        """Return the way from a CRS to the image's; where one is missing it is taken as the other.

        Raises:
            ExportError: there is none; QGIS would take coordinates as they are.
        """
        way = way_between(crs, self.crs, self.context)
        if way is not None:
            return way
        raise ExportError(
            "IN_CLASS_DATA: no transformation leads from the coordinate reference system of the labels "
            "({labels}) to that of the raster ({raster}); correct the one that is wrong in the layer's "
            "properties, or georeference the labels in the raster's.",
            labels=crs.userFriendlyIdentifier(),
            raster=self.crs.userFriendlyIdentifier(),
        )


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
    imagery = open_imagery(layer, placement.grid.tile_x, placement.grid.tile_y, "IN_CLASS_DATA")
    if imagery.profile.band_count != 1:
        raise ExportError(
            "IN_CLASS_DATA: {name} has {count} bands, but a classified raster has one; choose another layer, "
            "or make one of the band that holds the classes (Raster > Conversion > Translate).",
            name=layer.name(),
            count=imagery.profile.band_count,
        )
    to_image = placement.from_crs(crs_of(layer))
    raster = ClassRaster(
        imagery=imagery,
        names=raster_names(layer),
        frame=placement.frame,
        from_image=QgsCoordinateTransform(to_image.destinationCrs(), to_image.sourceCrs(), placement.context),
    )
    return RasterLabels(raster, placement.frame, placement.grid, placement.need, wanted)


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
