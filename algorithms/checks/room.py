"""Whether there is room for what is asked for: chips in memory and in numbers, files in their folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsProcessingUtils

from ...chipping.errors import ExportError
from ...chipping.messages import Message
from ...chipping.plan.grid import Grid
from ...chipping.readable import byte_texts
from ...export.job import ExportJob, estimated_bytes
from ...export.options import ExportOptions
from ...imagery.imagery import Imagery
from ..inputs import Inputs
from ..parameters.kinds import LARGEST_NUMBER

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LARGEST_CHIP = 1_000_000_000  # bytes


def check_chip_count(grid: Grid, options: ExportOptions) -> None:
    """Refuse more chips than their names can number.

    Args:
        grid: all chips.
        options: say the number of the first.

    Raises:
        ExportError: there are more.
    """
    count, most = grid.columns * grid.rows, _most_numbers(options)  # more than len() can say
    if count > most:
        raise ExportError(
            "STRIDE_X: {width} x {height} pixels make {count} chips, but at most {most} can be numbered; "
            "make STRIDE_X, STRIDE_Y or CELL_SIZE larger, or choose an EXTENT.",
            width=grid.width,
            height=grid.height,
            count=count,
            most=most,
        )


def _most_numbers(options: ExportOptions) -> int:
    """Return how many chips can be numbered from the first number on."""
    return max(0, LARGEST_NUMBER - options.start_index + 1)


def check_number(count: int, options: ExportOptions) -> None:
    """Refuse more chips of a list than their names can number.

    Args:
        count: all chips.
        options: say the number of the first.

    Raises:
        ExportError: there are more.
    """
    most = _most_numbers(options)
    if count > most:
        raise ExportError(
            "ROTATION_ANGLE: with it there are {count} chips, but at most {most} can be numbered; make it, "
            "STRIDE_X or STRIDE_Y larger, or choose an EXTENT.",
            count=count,
            most=most,
        )


def check_envelope(windows: NDArray[np.int64], fids: NDArray[np.int64], pixel_bytes: int) -> None:
    """Refuse envelopes that are too large for a chip.

    Args:
        windows: (features, 4), first row and column, rows and columns of each (pixels).
        fids: (features), their ids.
        pixel_bytes: bytes of a pixel in all bands.

    Raises:
        ExportError: one is.
    """
    sizes = windows[:, 2] * windows[:, 3] * pixel_bytes
    for place in np.flatnonzero(sizes > _LARGEST_CHIP)[:1].tolist():
        size_text, limit_text = byte_texts(int(sizes[place]), _LARGEST_CHIP)
        raise ExportError(
            "CROP_MODE: the envelope of feature {fid} has {width} x {height} pixels and takes {size}; the "
            "most is {limit}, so choose FIXED_SIZE, or make CELL_SIZE larger.",
            fid=int(fids[place]),
            width=int(windows[place, 3]),
            height=int(windows[place, 2]),
            size=size_text,
            limit=limit_text,
        )


def check_chip_size(imagery: Imagery, options: ExportOptions) -> None:
    """Refuse chips that no image format holds and no machine trains on.

    Args:
        imagery: what chips are cut from.
        options: say how large they are.

    Raises:
        ExportError: they are too large.
    """
    size = imagery.profile.chip_bytes
    if size > _LARGEST_CHIP:
        size_text, limit_text = byte_texts(size, _LARGEST_CHIP)
        raise ExportError(
            "TILE_SIZE_X: a chip of {width} x {height} pixels takes {size}; the most is {limit}, so make "
            "TILE_SIZE_X or TILE_SIZE_Y smaller.",
            width=options.tile_x,
            height=options.tile_y,
            size=size_text,
            limit=limit_text,
        )


def folder_warnings(inputs: Inputs) -> list[Message]:
    """Return a warning where QGIS deletes the export when it closes."""
    if not is_temporary(inputs.folder):
        return []
    message = (
        "OUT_FOLDER: {path} is temporary, and goes when QGIS closes; to keep the export choose a folder that "
        "stays, such as {place}."
    )
    return [Message(message, path=inputs.folder, place=Path.home() / "training_data")]


def is_temporary(folder: Path) -> bool:
    """Return whether QGIS deletes a folder when it closes.

    Args:
        folder: the export folder.
    """
    return Path(QgsProcessingUtils.tempFolder()) in folder.absolute().parents


def make_room(path: Path) -> None:
    """Create the folder of the report.

    Args:
        path: the report.

    Raises:
        ExportError: it cannot be created.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = "REPORT: {path} cannot be written: {reason}."
        raise ExportError(message, path=path, reason=error.strerror) from error


def space_warnings(job: ExportJob) -> list[Message]:
    """Return a warning where the free space may not do.

    Args:
        job: all that the export works with.

    Raises:
        ExportError: it will not do, since all chips are to be written.
    """
    needed, free = estimated_bytes(job), job.folder.free_bytes(job.options.start_index)
    if free >= needed:
        return []
    free_text, needed_text = byte_texts(free, needed)
    problem = Message(
        "OUT_FOLDER: {path} has {free} free, but the export of {count} chips takes about {needed}; choose "
        "another folder or an EXTENT, make STRIDE_X and STRIDE_Y larger, or write ONLY_TILES_WITH_FEATURES.",
        path=job.folder.path,
        count=job.total,
        free=free_text,
        needed=needed_text,
    )
    if job.options.only_with_features:
        return [problem]
    raise ExportError.saying(problem)
