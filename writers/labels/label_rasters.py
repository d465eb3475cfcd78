"""Label rasters: one band on the chip's grid, compressed, with a world file."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from ...chipping.chip import Chip, ImageProfile
from ...chipping.classes import ClassTable
from ...chipping.errors import ExportError
from ...chipping.frame import Cells, cells_of, placed
from ..base import EncodedChip
from ..encoding.gdal_files import encode, memory_dataset
from ..encoding.pixel_order import little_endian
from ..encoding.png import encode_png
from ..encoding.tiff_template import TiffTemplate
from ..encoding.turned_templates import TurnedTemplates
from ..encoding.world_file import world_file
from ..format_context import FormatContext
from ..images.pam import pam_document

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST_IN_PNG = 65535
LABEL_SUFFIXES = {"TIFF": ".tif", "PNG": ".png"}
"""Extension of label rasters, by what LABEL_RASTER_FORMAT says."""


class LabelRasters(ABC):
    """Makes the label rasters of a run."""

    @abstractmethod
    def files(self, chip: Chip, rasters: Mapping[str, NDArray[Any]]) -> EncodedChip:
        """Return a raster and what stands beside it for each of some rasters.

        Args:
            chip: the chip, for its place on the map.
            rasters: (rows, columns) of one of the pixel types, by path as ``Layout.label`` gives it.

        Raises:
            ExportError: the format cannot hold the values.
        """


def label_rasters(context: FormatContext, dtypes: Sequence[str], has_classes: bool) -> LabelRasters:
    """Return what makes the label rasters of a run.

    Args:
        context: what a format may know of the run.
        dtypes: numpy names of the pixel types that will be asked for.
        has_classes: values are classes, which have colours.

    Raises:
        ExportError: the format cannot hold the classes.
    """
    if context.label_raster_format == "TIFF":
        return TiffRasters(context.profile, dtypes)
    largest = max(context.classes.values, default=0)
    if has_classes and largest > _MOST_IN_PNG:
        raise ExportError(
            "LABEL_RASTER_FORMAT: PNG holds class values up to {most}, not {value}; choose TIFF, or give "
            "that class another value.",
            most=_MOST_IN_PNG,
            value=largest,
        )
    return PngRasters(context.profile, context.classes if has_classes else None)


class TiffRasters(LabelRasters):
    """Makes TIFF: CRS keys and directory are the same for all of a pixel type."""

    def __init__(self, profile: ImageProfile, dtypes: Iterable[str]) -> None:
        """Have GDAL make the files that all label rasters are made from.

        Args:
            profile: what all chips have in common.
            dtypes: numpy names of the pixel types that will be asked for.
        """
        self._templates = {
            np.dtype(dtype): TurnedTemplates(partial(_template, profile, dtype)) for dtype in dtypes
        }
        for templates in self._templates.values():
            templates.of(profile.cells)

    def files(self, chip: Chip, rasters: Mapping[str, NDArray[Any]]) -> EncodedChip:
        """Return a ``.tif`` and its world file for each of some rasters."""
        left, top, world = chip.transform[0], chip.transform[3], world_file(chip.transform)
        cells = cells_of(chip.transform)
        listed, files = [], {}
        for path, values in rasters.items():
            pixels = little_endian(np.ascontiguousarray(values))
            listed.append(path + ".tif")
            files[path + ".tif"] = self._templates[values.dtype].of(cells).file(left, top, pixels)
            files[path + ".tfw"] = world
        return EncodedChip(files, tuple(listed))


class PngRasters(LabelRasters):
    """Makes PNG of 8 bit, in the colours of the classes where there are any, or 16 bit."""

    def __init__(self, profile: ImageProfile, classes: ClassTable | None) -> None:
        """Prepare what stands beside each.

        Args:
            profile: what all chips have in common.
            classes: what values are, None where they are numbers of objects.
        """
        self._palette = tuple((each.value, (*each.color, 255)) for each in classes or ())
        self._sidecar = pam_document(profile.crs_wkt)

    def files(self, chip: Chip, rasters: Mapping[str, NDArray[Any]]) -> EncodedChip:
        """Return a ``.png``, its world file and its ``.aux.xml`` for each of some rasters."""
        files, world = {}, world_file(chip.transform)
        for path, values in rasters.items():
            files[path + ".png"] = self._image(values)
            files[path + ".pgw"] = world
            files[path + ".png.aux.xml"] = self._sidecar
        return EncodedChip(files, tuple(f"{path}.png" for path in rasters))

    def _image(self, values: NDArray[Any]) -> bytes:
        if values.itemsize > 2:
            raise ExportError(
                "LABEL_RASTER_FORMAT: PNG holds {most} objects of one class in a chip, not {value}; choose "
                "TIFF.",
                most=_MOST_IN_PNG,
                value=int(values.max()),
            )
        return encode_png(values[:, :, np.newaxis], self._palette if values.itemsize == 1 else ())


def _template(profile: ImageProfile, dtype: str, cells: Cells) -> TiffTemplate:
    empty = np.zeros((1, profile.height, profile.width), dtype=dtype)
    dataset = memory_dataset(empty, placed(cells), profile.crs_wkt)
    options = ("COMPRESS=DEFLATE", f"BLOCKYSIZE={profile.height}")
    return TiffTemplate.of(encode("GTiff", dataset, "label.tif", options)["label.tif"], empty.nbytes)
