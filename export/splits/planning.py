"""What a split is to be like, checked before the labels are read."""

from __future__ import annotations

from dataclasses import dataclass

from ...chipping.chip import ImageProfile
from ...chipping.errors import ExportError
from ...chipping.frame import PixelFrame
from ...chipping.plan.blocks import Blocks, Lattice
from ...chipping.plan.grid import Grid
from ...chipping.plan.splits import Wanted
from ...chipping.readable import length_text
from ...writers.dataset.stored import agree
from ..options import ExportOptions
from .split_file import MOST_BLOCKS, StoredSplit, crs_name


@dataclass(frozen=True)
class SplitPlan:
    """A split that is to be made.

    Attributes:
        wanted: shares and seed.
        lattice: where blocks lie on the map.
        known: the split of the folder that is added to, if any; it stays.
    """

    wanted: Wanted
    lattice: Lattice
    known: StoredSplit | None


def check_percents(options: ExportOptions) -> None:
    """Refuse percentages that leave nothing for training.

    Raises:
        ExportError: they do.
    """
    valid, test = options.validation_percent, options.test_percent
    if valid + test >= 100:
        raise ExportError(
            "VALIDATION_PERCENT: {valid} % and TEST_PERCENT {test} % leave nothing for training; together "
            "they have to be less than 100 %.",
            valid=valid,
            test=test,
        )


def split_plan(
    options: ExportOptions, grid: Grid, frame: PixelFrame, profile: ImageProfile, known: StoredSplit | None
) -> SplitPlan | None:
    """Return the split that is to be made, None for none.

    Args:
        options: the settings.
        grid: all chips.
        frame: the raster's pixels on the map.
        profile: what all chips have in common.
        known: the split of the folder that is added to, if any.

    Raises:
        ExportError: no chip lies in one block, there are too many blocks, or the folder's split is another.
    """
    if not options.is_split:
        return None
    lattice = Lattice.of(frame, grid, options.split_block_size)
    if known is not None:
        if not known.has_blocks:
            raise other_split()
        _check_known(known, lattice if options.split_block_size is not None else None, options, profile)
        lattice = known.lattice
    _check_size(lattice, frame, grid)
    wanted = Wanted(options.validation_percent / 100, options.test_percent / 100, options.split_seed)
    return SplitPlan(wanted, lattice, known)


def other_split() -> ExportError:
    """Return what to say where one split is by blocks and the one that it is added to by polygons."""
    return ExportError(
        "SPLIT_POLYGONS: the export that OUT_FOLDER holds was split by blocks, and this one by polygons, or "
        "the other way round; choose another folder."
    )


def check_polygons(known: StoredSplit | None, new: StoredSplit) -> None:
    """Refuse polygons that are not those of the folder's split.

    Args:
        known: the folder's split, if any.
        new: that of the polygons that the user gave.

    Raises:
        ExportError: they are others.
    """
    if known is None:
        return
    if known.has_blocks:
        raise other_split()
    agree("IN_RASTER (coordinate reference system)", known.crs, new.crs)
    if known.document["sha256"] != new.document["sha256"]:
        raise ExportError(
            "SPLIT_POLYGONS: {name} does not hold the polygons that the export in OUT_FOLDER was split by; "
            "use the same, or choose another folder.",
            name=new.document["polygons"],
        )


def _check_known(
    known: StoredSplit, lattice: Lattice | None, options: ExportOptions, profile: ImageProfile
) -> None:
    """Refuse what is not as in the folder's split.

    Args:
        known: the folder's split.
        lattice: what the user asks for, None where the user says nothing of it.
        options: the settings.
        profile: what all chips have in common.
    """
    agree("IN_RASTER (coordinate reference system)", known.crs, crs_name(profile))
    agree("SPLIT_SEED", known.seed, options.split_seed)
    size = known.lattice
    if lattice is not None and abs(size.width - lattice.width) > profile.cell_x:
        agree("SPLIT_BLOCK_SIZE", length_text(size.width), length_text(lattice.width))


def _check_size(lattice: Lattice, frame: PixelFrame, grid: Grid) -> None:
    _, _, width, height = lattice.in_pixels(frame)
    if width < grid.tile_x or height < grid.tile_y:
        least = max(grid.tile_x * frame.cell_x, grid.tile_y * frame.cell_y)
        raise ExportError(
            "SPLIT_BLOCK_SIZE: a block of {size} map units is smaller than a tile, so no chip lies in one; "
            "take at least {least}, better several times as much.",
            size=length_text(min(lattice.width, lattice.height)),
            least=length_text(least),
        )
    rows, columns = Blocks.of(lattice, frame, grid).shape
    if rows * columns > MOST_BLOCKS:
        raise ExportError(
            "SPLIT_BLOCK_SIZE: blocks of {size} map units are {count} blocks, more than {most}; make it "
            "larger.",
            size=length_text(lattice.width),
            count=rows * columns,
            most=MOST_BLOCKS,
        )
