"""What the user asked for, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ..chipping.frame import MAP_SPACE, PIXEL_SPACE
from ..chipping.plan.centred import FIXED_SIZE
from ..chipping.plan.selection import CHIPS_INSIDE
from ..chipping.stretch import NO_STRETCH


class Processes(NamedTuple):
    """Which processes make the chips; no byte depends on them.

    Attributes:
        workers: how many, 1 for this one alone; of a cluster the most that are used. None: not said.
        scheduler: address of the cluster whose workers make them, "" for processes of this machine.
    """

    workers: int | None = None
    scheduler: str = ""

    def or_else(self, workers: int) -> Processes:
        """Return the same with so many where it is not said; of a cluster that means all."""
        return self if self.workers or self.scheduler else Processes(workers)


ALONE, NOT_SAID = Processes(1), Processes()


PROCESSING_MODES = AS_ONE, EACH_ITEM = "PROCESS_AS_MOSAICKED_IMAGE", "PROCESS_ITEMS_SEPARATELY"
"""What becomes of a mosaic: it is one raster, or each of its files is one."""


@dataclass(frozen=True)
class ExportOptions:
    """The settings of one export.

    Attributes:
        tile_x: columns of a chip (pixels).
        tile_y: rows of a chip (pixels).
        stride_x: columns from chip to chip (pixels).
        stride_y: rows from chip to chip (pixels).
        only_with_features: leave chips without labels unwritten.
        start_index: number of the first chip.
        image_format: documented name of the image format.
        metadata_format: documented name of the label format.
        mask_mode: what becomes of chips that reach beyond the area whose labels are complete.
        rotation_angle: each chip is written once more at every multiple of it below 360; 0 for once.
        reference_system: chips lie on the map, or in the raster's own rows and columns.
        crop_mode: how large the chip of a feature is, where chips are of features.
        blacken_around_feature: the pixels of such a chip that lie outside its feature are filled.
        empty_chips_percent: most chips without labels, in percent of those with labels, None for all.
        min_polygon_overlap_ratio: least share of a feature's area that a chip has to show, 0 to 1.
        min_object_size: least length of the shorter side of an object's box (pixels).
        selected_only: only features that are selected in the label layer are labels.
        bands: numbers of the raster's bands that chips have, from 1, in their order; none for all.
        stretch: how the numbers are found by which values become 8 bit, "NONE" for values as they are.
        stretch_range: these numbers where they are given: least and greatest value, for all bands or each.
        tiff_compression: how TIFF chips are compressed, as GDAL names it.
        label_raster_format: of label rasters, "TIFF" or "PNG".
        validation_percent: share of the chips with labels that is for validation.
        test_percent: share of those that is for the test.
        split_block_size: side of the blocks that are shared out (map units), None for the default.
        split_seed: another one gives another split.
        dataset_description: write ``croissant.json`` too.
    """

    tile_x: int
    tile_y: int
    stride_x: int
    stride_y: int
    only_with_features: bool
    start_index: int
    image_format: str
    metadata_format: str
    mask_mode: str = CHIPS_INSIDE
    rotation_angle: float = 0.0
    reference_system: str = MAP_SPACE
    crop_mode: str = FIXED_SIZE
    blacken_around_feature: bool = False
    empty_chips_percent: int | None = None
    min_polygon_overlap_ratio: float = 0.0
    min_object_size: float = 0.0
    selected_only: bool = False
    bands: tuple[int, ...] = ()
    stretch: str = NO_STRETCH
    stretch_range: tuple[tuple[float, float], ...] = ()
    tiff_compression: str = "NONE"
    label_raster_format: str = "TIFF"
    validation_percent: int = 0
    test_percent: int = 0
    split_block_size: float | None = None
    split_seed: int = 0
    dataset_description: bool = False

    @property
    def in_pixels(self) -> bool:
        """Whether chips lie in the raster's own rows and columns."""
        return self.reference_system == PIXEL_SPACE

    @property
    def limits_empty(self) -> bool:
        """Whether only some of the chips without labels are wanted."""
        return self.empty_chips_percent is not None and not self.only_with_features

    @property
    def is_split(self) -> bool:
        """Whether chips are shared out to training, validation and test."""
        return self.validation_percent > 0 or self.test_percent > 0
