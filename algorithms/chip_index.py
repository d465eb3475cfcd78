"""The chip index: a polygon for each chip of an export, as a layer to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsFillSymbol,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRectangle,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ..chipping.steps import Step
from ..reports.facts import HALF, ChipFacts
from ..reports.reading import ExportedSet, crs_wkt, map_extent
from .texts import tr
from .unforeseen import survived

_FIELDS = ("stem:string", "image:string", "label:string", "objects:integer", "classes:string", "valid:double")
_MAP_TIP = """\
<b>[% "stem" %]</b>: [% "classes" %]<br>
<img src="file:///[% "image" %]" width="256">"""


def index_fields() -> QgsFields:
    """Return the fields of the chip index."""
    # A layer has the same fields in every QGIS; QgsField's own types changed in 3.38.
    columns = "&".join(f"field={field}" for field in _FIELDS)
    return QgsFields(QgsVectorLayer(f"None?{columns}", "fields", "memory").fields())


class ChipIndex:
    """Adds the chips of an export to a layer."""

    def __init__(
        self,
        sink: QgsFeatureSink,
        exported: ExportedSet,
        crs: QgsCoordinateReferenceSystem,
        context: QgsCoordinateTransformContext,
    ) -> None:
        """Start without a chip.

        Args:
            sink: takes the polygons.
            exported: the export.
            crs: the layer's.
            context: the project's choice of transformations.
        """
        self._sink = sink
        self._exported = exported
        self._crs = crs
        self._context = context
        self._fields = index_fields()
        self._names = {each.value: each.name for each in exported.classes}

    def add(self, chip: ChipFacts) -> None:
        """Add one chip.

        Raises:
            ExportError: the chip cannot be read.
        """
        folder, entry = self._exported.folder, chip.entry
        counts = Counter(each.class_value for each in chip.labels)
        feature = QgsFeature(self._fields)
        feature.setGeometry(self._place(chip))
        feature.setAttributes(
            [
                entry.stem,
                str(folder / entry.image),
                ";".join(str(folder / label) for label in entry.labels),
                len(chip.labels),
                self._class_text(counts),
                chip.valid,
            ]
        )
        self._sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)

    def _class_text(self, counts: Mapping[int, int]) -> str:
        return ", ".join(f"{self._names[value]}: {count}" for value, count in sorted(counts.items()))

    def _place(self, chip: ChipFacts) -> QgsGeometry:
        """Return a chip's polygon; chips of an earlier run may be in another CRS."""
        exported, entry = self._exported, chip.entry
        extent = map_extent(exported.folder, entry, exported.width, exported.height)
        polygon = QgsGeometry.fromRect(QgsRectangle(*extent))
        if chip.valid is None:
            crs = QgsCoordinateReferenceSystem.fromWkt(crs_wkt(exported.folder, entry))
            if crs.isValid() and crs != self._crs:
                _transform(polygon, QgsCoordinateTransform(crs, self._crs, self._context))
        return polygon


def _transform(polygon: QgsGeometry, transform: QgsCoordinateTransform) -> None:
    try:
        polygon.transform(transform)
    except QgsCsException:
        polygon.set(None)


class ChipIndexStyle(QgsProcessingLayerPostProcessorInterface):
    """Draws the chip index when QGIS has loaded it.

    Empty chips are dashed, mostly invalid ones hatched; hovering shows a chip.
    """

    def postProcessLayer(
        self, layer: Any, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Style the layer."""
        if isinstance(layer, QgsVectorLayer):
            with survived(Step("Drawing the chip index"), feedback.pushWarning):
                layer.setRenderer(_renderer())
                layer.setMapTipTemplate(_MAP_TIP)
                layer.triggerRepaint()


STYLE = ChipIndexStyle()
"""The one instance; QGIS does not keep it alive."""


def _renderer() -> QgsRuleBasedRenderer:
    root = QgsRuleBasedRenderer.Rule(None)
    labelled = {"color": "255,140,0,40", "outline_color": "230,90,0", "outline_width": "0.4"}
    empty = {"style": "no", "outline_color": "110,110,110", "outline_style": "dash", "outline_width": "0.3"}
    poor = {"style": "b_diagonal", "color": "110,110,110", "outline_style": "no"}
    for label, condition, look in (
        (tr("with labels"), '"objects" > 0', labelled),
        (tr("without labels"), '"objects" = 0', empty),
        (tr("nodata for more than half"), f'"valid" < {HALF}', poor),
    ):
        symbol = QgsFillSymbol.createSimple(look)
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=condition, label=label))
    return QgsRuleBasedRenderer(root)
