"""Label rasters: one band on the chip's grid, compressed, with a world file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from ..chipping.chip import Chip, ImageProfile
from .gdal_files import encode, memory_dataset
from .images import little_endian, world_file
from .tiff_template import TiffTemplate

if TYPE_CHECKING:
    from numpy.typing import NDArray

SUFFIX = ".tif"


class LabelRasters:
    """Makes label rasters of a run: CRS keys and directory are the same for all of a pixel type."""

    def __init__(self, profile: ImageProfile, dtypes: Iterable[str]) -> None:
        """Have GDAL make the files that all label rasters are made from.

        Args:
            profile: what all chips have in common.
            dtypes: numpy names of the pixel types that will be asked for.
        """
        self._templates = {np.dtype(dtype): _template(profile, dtype) for dtype in dtypes}

    def files(self, folder: str, chip: Chip, values: NDArray[Any]) -> dict[str, bytes]:
        """Return ``<folder>/<stem>.tif`` and its world file.

        Args:
            folder: folder relative to the export folder, forward slashes.
            chip: the chip, for its stem and its place on the map.
            values: (rows, columns) of one of the pixel types.
        """
        left, top = chip.transform[0], chip.transform[3]
        template = self._templates[values.dtype]
        data = template.file(left, top, little_endian(np.ascontiguousarray(values)))
        path = f"{folder}/{chip.stem}"
        return {path + SUFFIX: data, path + ".tfw": world_file(chip.transform)}


def _template(profile: ImageProfile, dtype: str) -> TiffTemplate:
    empty = np.zeros((1, profile.height, profile.width), dtype=dtype)
    place = (1.0, profile.cell_x, 0.0, 1.0, 0.0, -profile.cell_y)
    dataset = memory_dataset(empty, place, profile.crs_wkt)
    options = ("COMPRESS=DEFLATE", f"BLOCKYSIZE={profile.height}")
    return TiffTemplate.of(encode("GTiff", dataset, "label.tif", options)["label.tif"], empty.nbytes)
