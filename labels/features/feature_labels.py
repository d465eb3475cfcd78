"""Labels from the features of a vector layer: polygons, or points and lines with a radius."""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import QgsCoordinateTransform, QgsFeatureSource

from ...chipping.chip import Need
from ...chipping.frame import PixelFrame
from ...chipping.plan.grid import Grid, Place
from ...chipping.plan.listed import AnyBatch, ListedBatch
from ...chipping.retry import Stop
from ...chipping.window import Window
from ..class_scheme import ClassScheme
from ..exact_cut import Clip
from ..filters import EVERYTHING, ObjectFilter
from ..geos_clip import surely_clipped
from ..report import LabelReport
from ..shape_cutter import ShapeCutter
from ..source import BatchLabels, LabelledArea
from .feature_reader import FeatureReader
from .layer_classes import LayerClasses
from .nearby_shapes import Shapes
from .objects_ahead import ObjectsAhead
from .repair import clip


class FeatureLabels:
    """Clips the features that meet a batch to its chips.

    Attributes:
        report: what happened to features on the way.
        reader: reads the features.
        keeps_outlines: of chips of one feature each its outline is given too.
    """

    counts_pixels = False
    keeps_outlines = False

    def __init__(
        self,
        source: QgsFeatureSource,
        classes: LayerClasses,
        to_raster: QgsCoordinateTransform,
        place: tuple[PixelFrame, Grid],
        need: Need = Need.BOXES,
        radius: float = 0.0,
        wanted: ObjectFilter = EVERYTHING,
        whole: Window | None = None,
    ) -> None:
        """Keep where features come from and where they go.

        Args:
            source: the features, safe to read in any thread.
            classes: what decides on the classes.
            to_raster: from the layer's CRS to the raster's.
            place: the raster's pixels on the map, and the chips of a grid.
            need: what the label format takes beside boxes.
            radius: radius of the area around each feature (units of the layer's CRS).
            wanted: what an object has to be to become a label.
            whole: the pixels that any chip may have, where these are not those of the grid alone.
        """
        self.report = LabelReport()
        self._frame, self._grid = place
        pixels = self._frame, whole or self._grid.whole
        self.reader = FeatureReader(source, classes, to_raster, pixels, radius, self.report)
        self._need = need
        self._wanted = wanted
        self._ahead: ObjectsAhead | None = None  # of the features read last

    def open(self, stop: Stop) -> ClassScheme:
        """Return the classes that the features have.

        Args:
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: a class value is negative or not whole, or the features cannot be read.
        """
        return self.reader.open(stop)

    def read(self, batch: AnyBatch, stop: Stop, places: Collection[Place] | None = None) -> BatchLabels:
        """Return the labels of each chip of a batch, features in the order of their ids, unsaved ones last.

        Args:
            batch: the chips.
            places: those of them that are asked for, None for all.
            stop: raises Cancelled when the user has cancelled.
        """
        cutter = self.cutter
        if isinstance(batch, ListedBatch) or cutter.is_drawn:
            cut = cutter.cut(batch, self._shapes_of(batch, stop), stop, places)
            self.report.count(**cut.left_out)
            return cut.labels
        ahead = self._read_for(batch.window, stop)
        found = ahead.of(batch, stop).of(places)
        self.report.count(**found.counts)
        return BatchLabels(cutter.boxes(batch, found, stop), ahead.fids)

    @property
    def uncut_source(self) -> FeatureLabels:
        """Gives shapes that other processes can cut: this."""
        return self

    @property
    def cutter(self) -> ShapeCutter:
        """Cuts what ``read_uncut`` gives to the chips of a batch; see ``UncutSource``."""
        return self._cutter(clip)

    @property
    def cutter_elsewhere(self) -> ShapeCutter:
        """Cuts it in any process; see ``UncutSource``."""
        return self._cutter(surely_clipped)

    def read_uncut(self, batch: AnyBatch, stop: Stop) -> Shapes:
        """Return the usable features that the chips of a batch may show, for another process.

        Args:
            batch: the chips.
            stop: raises Cancelled when the user has cancelled.
        """
        shapes = self._shapes_of(batch, stop)
        return shapes.within(batch.window) if isinstance(batch, ListedBatch) else shapes.at(batch.window)

    def _cutter(self, clip: Clip) -> ShapeCutter:
        cell_area = self._frame.cell_x * self._frame.cell_y
        place = self._grid, cell_area, self.reader.tolerance
        return ShapeCutter(*place, clip, self._need, self._wanted, self.keeps_outlines)

    def _shapes_of(self, batch: AnyBatch, stop: Stop) -> Shapes:
        """Return the usable features that the chips of a batch may show, and maybe others."""
        if isinstance(batch, ListedBatch):
            fids = {chip.fid for chip in batch.chips if chip.fid is not None}
            if fids:
                return self.reader.of(fids, stop)
        return self._read_for(batch.window, stop).shapes

    def take_inside(self, area: LabelledArea) -> None:
        """Cut all features to an area, before the first is read."""
        self.reader.take_inside(area)

    def finish(self, stop: Stop) -> None:
        """Report the features without a place on the map, which no extent meets.

        Args:
            stop: raises Cancelled when the user has cancelled.
        """
        self.reader.finish(stop)

    def _read_for(self, window: Window, stop: Stop) -> ObjectsAhead:
        """Return the usable features that may meet the window of a batch, and maybe the rows behind it."""
        if self._ahead is None or not self._ahead.shapes.window.contains(window):
            shapes = self.reader.shapes(window, stop)
            self._ahead = ObjectsAhead(shapes, self._grid, self.cutter.spreader)
        return self._ahead
