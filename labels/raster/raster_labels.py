"""Labels from a classified raster, nearest neighbour on the image's pixels."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Callable

from ...chipping.chip import Need
from ...chipping.frame import PixelFrame
from ...chipping.plan.grid import Grid, Place
from ...chipping.plan.listed import AnyBatch, ListedBatch
from ...chipping.window import Window
from ...imagery.imagery import Imagery
from ..class_scheme import ClassScheme
from ..filters import EVERYTHING, ObjectFilter
from ..report import LabelReport
from ..source import BatchLabels, LabelledArea
from .class_pixels import ClassPixels
from .class_raster import ClassRaster
from .map_cutter import MapCutter, ReadMap

if TYPE_CHECKING:
    from numpy.typing import NDArray


class RasterLabels:
    """Reads the class map of a batch and finds the objects of its chips."""

    counts_pixels = True

    def __init__(
        self,
        raster: ClassRaster,
        frame: PixelFrame,
        grid: Grid,
        need: Need = Need.CLASS_MAP,
        wanted: ObjectFilter = EVERYTHING,
    ) -> None:
        """Keep where classes come from and where they go.

        Args:
            raster: the classified raster on the image's pixels.
            frame: the image's pixels on the map.
            grid: the chips.
            need: what the label format takes.
            wanted: what a region has to be to become a label; of its whole it takes no notice.
        """
        own = raster.imagery.frame
        self.report = LabelReport(total=own.width * own.height)
        self._raster = raster
        self._frame = frame
        self._grid = grid
        self._need = need
        self._wanted = wanted
        self._area: LabelledArea | None = None
        self._values: tuple[int, ...] = ()  # until it is opened

    @property
    def imagery(self) -> Imagery:
        """The classified raster as it is."""
        return self._raster.imagery

    def open(self, stop: Callable[[], None]) -> ClassScheme:
        """Return the classes that the raster shows under the chips, and those that it names.

        Args:
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: a value is negative, not whole, or cannot be read.
        """
        table = self._raster.classes(self._grid.whole, stop)
        self._values = (0, *table.values)
        return ClassScheme(table)

    def read(
        self, batch: AnyBatch, stop: Callable[[], None], places: Collection[Place] | None = None
    ) -> BatchLabels:
        """Return the labels of each chip of a batch.

        Args:
            batch: the chips.
            places: those of them that are asked for, None for all.
            stop: raises Cancelled when the user has cancelled.
        """
        cut = self._cutter().found(batch, self._classes, stop, places)
        self.report.count(**cut.left_out)
        return cut.labels

    @property
    def uncut_source(self) -> RasterLabels:
        """Gives class maps that other processes can cut: this."""
        return self

    @property
    def cutter(self) -> MapCutter:
        """Cuts what ``read_uncut`` gives; see ``UncutSource``."""
        return self._cutter(self._plain)

    @property
    def cutter_elsewhere(self) -> MapCutter:
        """Cuts it in any process: the same; see ``UncutSource``."""
        return self.cutter

    def _cutter(self, pixels: ClassPixels | None = None) -> MapCutter:
        frame = self._frame
        cell_area = frame.cell_x * frame.cell_y
        size = frame.height, frame.width
        return MapCutter(size, cell_area, self._need, self._wanted, pixels, self._values)

    @property
    def _plain(self) -> ClassPixels | None:
        """What other processes can read by themselves."""
        return self._raster.plain if self._area is None else None

    def read_uncut(self, batch: AnyBatch, stop: Callable[[], None]) -> ReadMap | None:
        """Return the class values of a batch for another process, None where that can read them."""
        if self._plain is not None:
            return None
        window = batch.window
        if isinstance(batch, ListedBatch):
            window = window.crop(self._frame.height, self._frame.width)
        return ReadMap(window, self._classes(window, stop))

    def _classes(self, window: Window, stop: Callable[[], None]) -> NDArray[Any]:
        """Return the class values of a window."""
        values = self._raster.read(window, stop)
        if self._area is not None:
            self._area.clear(values, window)
        return values

    def take_inside(self, area: LabelledArea) -> None:
        """Take the classes of pixels outside an area away from now on."""
        self._area = area

    def finish(self, stop: Callable[[], None]) -> None:
        """Have nothing to add: every pixel of the image has been looked at."""
