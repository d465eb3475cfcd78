"""Label rasters: one band on the chip's grid, compressed, with a world file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ...chipping.chip import Chip, ImageProfile
from ..base import EncodedChip
from ..encoding.gdal_files import encode, memory_dataset
from ..encoding.pixel_order import little_endian
from ..encoding.tiff_template import TiffTemplate
from ..encoding.world_file import world_file

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SUFFIX = ".tif"


class LabelRasters:
    """Makes label rasters of a run: CRS keys and directory are the same for all of a pixel type."""

    def __init__(self, profile: ImageProfile, dtypes: Iterable[str]) -> None:
        """Have GDAL make the files that all label rasters are made from.

        Args:
            profile: what all chips have in common.
            dtypes: numpy names of the pixel types that will be asked for.
        """
        self._templates = {np.dtype(dtype): _template(profile, dtype) for dtype in dtypes}

    def files(self, chip: Chip, rasters: Mapping[str, NDArray[Any]]) -> EncodedChip:
        """Return a ``.tif`` and its world file for each of some rasters.

        Args:
            chip: the chip, for its place on the map.
            rasters: (rows, columns) of one of the pixel types, by path as ``Layout.label`` gives it.
        """
        left, top, world = chip.transform[0], chip.transform[3], world_file(chip.transform)
        listed, files = [], {}
        for path, values in rasters.items():
            pixels = little_endian(np.ascontiguousarray(values))
            listed.append(path + _SUFFIX)
            files[path + _SUFFIX] = self._templates[values.dtype].file(left, top, pixels)
            files[path + ".tfw"] = world
        return EncodedChip(files, tuple(listed))


def _template(profile: ImageProfile, dtype: str) -> TiffTemplate:
    empty = np.zeros((1, profile.height, profile.width), dtype=dtype)
    place = (1.0, profile.cell_x, 0.0, 1.0, 0.0, -profile.cell_y)
    dataset = memory_dataset(empty, place, profile.crs_wkt)
    options = ("COMPRESS=DEFLATE", f"BLOCKYSIZE={profile.height}")
    return TiffTemplate.of(encode("GTiff", dataset, "label.tif", options)["label.tif"], empty.nbytes)
