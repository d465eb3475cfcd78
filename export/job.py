"""All that an export works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Callable, NamedTuple, Protocol

from ..chipping.chip import ImageProfile, PixelBlock
from ..chipping.classes import ClassTable
from ..chipping.frame import PixelFrame
from ..chipping.plan.blocks import Blocks, Lattice
from ..chipping.plan.centred import FIXED_SIZE
from ..chipping.plan.grid import BatchPlan, Grid
from ..chipping.plan.listed import ChipBatches, ChipList, ListedBatches
from ..chipping.plan.selection import AreaChips, EveryChip, Selection
from ..chipping.stretch import Stretch
from ..chipping.window import Window
from ..imagery.resampling.on_grid import PixelsOnGrid
from ..labels.regions.pixel_mask import PixelMask
from ..labels.source import LabelSource
from .limits import MOST_RUN, Limits
from .options import ALONE, ExportOptions, Processes
from .splits.quota import EmptyQuota
from .storage.folder import ExportFolder

if TYPE_CHECKING:
    from ..writers.base import LabelFormat
    from ..writers.image_format import ImageFormat

_SIDE_BYTES = 3000  # headers, world file and labels of a chip, generously


class Feedback(Protocol):
    """How the loop hears Cancel and says how far it is (QgsFeedback has both)."""

    def isCanceled(self) -> bool:  # noqa: N802 - as QGIS names it
        """Return whether the user has cancelled."""

    def setProgress(self, progress: float) -> None:  # noqa: N802 - as QGIS names it
        """Take the progress, 0 to 100."""


class PixelSource(Protocol):
    """Where pixels come from."""

    @property
    def frame(self) -> PixelFrame:
        """The pixels on the map."""

    @property
    def profile(self) -> ImageProfile:
        """What all chips have in common."""

    @property
    def is_local(self) -> bool:
        """Whether reading asks no server; then one thread of any kind may read."""

    @property
    def block_bytes(self) -> int:
        """Bytes that are read again and again, see ``bounded_cache``."""

    @property
    def block_shape(self) -> tuple[int, int]:
        """Rows and columns of a block of the file that is read, 0 and 0 where that is not known."""

    def read(self, window: Window, stop: Callable[[], None]) -> PixelBlock:
        """Return the pixels of a window.

        Args:
            window: the pixels.
            stop: raises Cancelled when the user has cancelled; called often.
        """


class SecondImages(NamedTuple):
    """A second image of each chip.

    Attributes:
        pixels: a second raster on the pixels of the first.
        image_format: makes image chips of it.
    """

    pixels: PixelsOnGrid
    image_format: ImageFormat

    @property
    def profile(self) -> ImageProfile:
        """What all second images have in common."""
        return self.pixels.profile


@dataclass(frozen=True)
class ChipJob:
    """What the chips of an export are made with.

    Attributes:
        imagery: the pixels.
        mask: which pixels are filled, None for none.
        image_format: makes image chips.
        label_format: makes label files.
        second: makes a second image of each chip, None where there is none.
    """

    imagery: PixelSource
    mask: PixelMask | None
    image_format: ImageFormat
    label_format: LabelFormat
    second: SecondImages | None = None


@dataclass(frozen=True)
class ExportJob:
    """All that an export works with.

    Attributes:
        options: the settings.
        grid: all chips of the grid.
        imagery: the pixels.
        labels: the labels, opened.
        classes: the class table, with the classes of an export that this one adds to.
        image_format: makes image chips.
        label_format: makes label files.
        folder: where they go.
        threads: how many encode and write.
        processes: which make the chips.
        limits: how much is done at a time.
        selection: which chips are exported, and into which set.
        quota: which of those without labels are, None for all.
        area: the chips of the area whose labels are complete, which ``selection`` chooses from; None for all.
        mask: which pixels lie outside that area and are filled, None for none.
        listed: the chips, where they are not those of the grid.
        stretch: by which numbers pixels became 8 bit, None where they are as in the raster.
        second: makes a second image of each chip, None where there is none.
    """

    options: ExportOptions
    grid: Grid
    imagery: PixelSource
    labels: LabelSource
    classes: ClassTable
    image_format: ImageFormat
    label_format: LabelFormat
    folder: ExportFolder
    threads: int
    limits: Limits
    selection: Selection = field(default_factory=EveryChip)
    quota: EmptyQuota | None = None
    area: AreaChips | None = None
    mask: PixelMask | None = None
    listed: ChipList | None = None
    stretch: Stretch | None = None
    processes: Processes = ALONE
    second: SecondImages | None = None

    @property
    def is_of_features(self) -> bool:
        """Whether each chip is about one feature."""
        return self.label_format.is_of_features

    @property
    def sizes_vary(self) -> bool:
        """Whether chips are as large as the features that they are of."""
        return self.is_of_features and self.options.crop_mode != FIXED_SIZE

    @property
    def labels_choose(self) -> bool:
        """Whether the labels of a chip decide on whether it is exported."""
        return self.options.only_with_features or self.quota is not None or self.is_of_features

    @property
    def chips(self) -> ChipJob:
        """What the chips are made with."""
        return ChipJob(self.imagery, self.mask, self.image_format, self.label_format, self.second)

    @property
    def total(self) -> int:
        """Chips that are looked at."""
        return len(self.grid) if self.listed is None else len(self.listed)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of chips; a list is one row."""
        return (self.grid.rows, self.grid.columns) if self.listed is None else (1, len(self.listed))

    def blocks(self, lattice: Lattice) -> Blocks:
        """Return the blocks of a lattice that the chips meet."""
        if self.listed is not None:
            return Blocks.of_list(lattice, self.imagery.frame, self.listed)
        return Blocks.of(lattice, self.imagery.frame, self.grid)

    @property
    def most_chips(self) -> int:
        """Chips that may be exported, as far as that is known without labels and pixels."""
        return self.total if self.area is None else self.area.count

    @property
    def profiles(self) -> tuple[ImageProfile, ...]:
        """What the images of chips have in common: those of the raster, and of a second one."""
        first = self.imagery.profile
        return (first,) if self.second is None else (first, self.second.profile)

    @property
    def pixel_bytes(self) -> int:
        """Bytes of a pixel in all bands of all images."""
        return sum(each.pixel_bytes for each in self.profiles)

    @property
    def band_count(self) -> int:
        """Bands of all images."""
        return sum(each.band_count for each in self.profiles)

    @property
    def is_local(self) -> bool:
        """Whether reading pixels asks no server."""
        return self.imagery.is_local and (self.second is None or self.second.pixels.is_local)

    @property
    def goes_elsewhere(self) -> bool:
        """Whether other processes can read the pixels, and had better."""
        is_plain = self.second is None or self.second.pixels.is_plain
        return self.is_local and is_plain and not self.shares_blocks

    @property
    def block_bytes(self) -> int:
        """Bytes of files that are read again and again."""
        return self.imagery.block_bytes + (0 if self.second is None else self.second.pixels.block_bytes)

    @property
    def shares_blocks(self) -> bool:
        """Whether many batches read the same blocks, which one process alone reads once.

        Those beside each other do where blocks are wider than a batch, those below each other where
        blocks are as high as more batches than a process gets in a row.
        """
        pixels = self.limits.batch_bytes // self.pixel_bytes
        second = (0, 0) if self.second is None else self.second.pixels.block_shape
        rows, columns = map(max, self.imagery.block_shape, second)
        if columns > max(pixels // self.grid.tile_y, self.grid.tile_x):
            return True
        return bool(rows > MOST_RUN * max(pixels // self.grid.width, self.grid.tile_y))

    @property
    def chips_of_blocks(self) -> int:
        """Chips that begin in the first row of blocks of the file, which are decoded with the first chip."""
        rows = self.imagery.block_shape[0] // self.grid.stride_y
        return 0 if self.listed is not None else rows * self.grid.columns

    def batches(self) -> ChipBatches:
        """Return the batches of all chips; the same in every run of a call."""
        is_local, limits = self.is_local, self.limits
        most = limits.batch_bytes if is_local else limits.remote_batch_bytes
        pixels = most // self.pixel_bytes
        if self.listed is not None:
            return ListedBatches(self.listed, pixels, min(limits.batch_chips, limits.listed_chips))
        return BatchPlan(self.grid, budget_of(self.grid, pixels), self._batch_chips, starts_small=is_local)

    @property
    def _batch_chips(self) -> int:
        """Chips of the grid that a batch may hold: fewer where many features lie on each."""
        if self.labels.counts_pixels or not self.labels.report.total:
            return self.limits.batch_chips
        tile = self.grid.tile_x * self.grid.tile_y
        on_chip = self.labels.report.total * tile / (self.grid.width * self.grid.height)
        return max(1, min(self.limits.batch_chips, int(self.limits.batch_labels / on_chip)))


def budget_of(grid: Grid, pixels: int) -> int:
    """Return pixels that a batch may hold: up to twice as many where it takes two rows of chips for it.

    Rows that overlap share pixels. In batches of one row each of these would be read, summed up
    and, by other processes, decoded twice.

    Args:
        grid: all chips.
        pixels: that a batch may hold else.
    """
    if grid.stride_y >= grid.tile_y or grid.rows < 2:
        return pixels
    rows = grid.span(range(2), range(grid.columns))
    two = rows.width * rows.height
    return max(pixels, two) if two <= 2 * pixels else pixels


def estimated_bytes(job: ExportJob) -> int:
    """Return what all chips that may be exported take, with a small share for their labels (bytes)."""
    formats = [job.image_format, *([] if job.second is None else [job.second.image_format])]
    pixels = sum(each.profile.chip_bytes * each.compressed_share for each in formats)
    return round(job.most_chips * (pixels + _SIDE_BYTES))
