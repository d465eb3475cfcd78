"""TIFF chips: GDAL's own files, in tags that other readers take for the same pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from osgeo import gdal

from ...chipping.chip import Chip, ImageProfile
from ...chipping.frame import Cells, cells_of, placed
from ..encoding.gdal_files import describe_bands, encode, memory_dataset, set_nodata
from ..encoding.pixel_order import interleaved, little_endian
from ..encoding.tiff_compression import (
    TIFF_COMPRESSIONS,
    UNCOMPRESSED,
    check_compression,
    compressed_share,
    compression_options,
    compressor,
)
from ..encoding.tiff_directory import (
    ASCII,
    EXTRA_SAMPLES,
    GDAL_METADATA,
    PHOTOMETRIC,
    Entry,
    fields_of,
    rewritten,
    values,
)
from ..encoding.tiff_template import TiffTemplate
from ..encoding.turned_templates import TurnedTemplates
from ..encoding.world_file import world_file
from ..image_format import ImageFormat
from .palettes import Palette, byte_palette, wide_palette
from .pam import pam_document

if TYPE_CHECKING:
    from numpy.typing import NDArray

_RGB = 2  # as what pixels mean
_UNSPECIFIED, _ALPHA = 0, 2  # of a sample beyond them; not multiplied into the colours


class TiffFormat(ImageFormat):
    """GeoTIFF, uncompressed unless asked for: every reader takes it and training reads it fastest.

    TIFF has one nodata value for all bands. Where theirs differ, or some have
    none, they stand in an ``.aux.xml`` beside the chip; so does a palette of more than 8 bit.
    """

    name = "TIFF"
    suffix = ".tif"
    world_suffix = ".tfw"
    compressions = TIFF_COMPRESSIONS

    def __init__(self, profile: ImageProfile, compression: str = UNCOMPRESSED) -> None:
        """Have GDAL make the file that all chips are made from.

        Args:
            profile: what all chips have in common.
            compression: how their pixels are compressed.

        Raises:
            ExportError: the installed GDAL does not compress so.
        """
        check_compression(compression)
        super().__init__(profile, compression)
        self.compressed_share = compressed_share(compression, profile.dtype)
        one_nodata = self._one_nodata
        self._templates = TurnedTemplates(self._template)
        self._templates.of(profile.cells)
        beside = wide_palette(profile)
        self._sidecar = b""
        if beside or not one_nodata:
            self._sidecar = pam_document(nodata=() if one_nodata else profile.nodata, palette=beside)

    @property
    def _one_nodata(self) -> bool:
        """Whether the bands have the same nodata value, which the file states, or none has one."""
        return len({repr(value) for value in self.profile.nodata}) == 1

    @property
    def palette(self) -> Palette:
        """The colours that chips carry, in the file or beside it."""
        return byte_palette(self.profile) or wide_palette(self.profile)

    @classmethod
    def accepts(cls, profile: ImageProfile) -> None:
        """Take every pixel type."""

    @property
    def compresses(self) -> bool:
        """Whether encoding is work, not a copy of memory."""
        return self.compression != UNCOMPRESSED

    def _template(self, cells: Cells) -> TiffTemplate:
        """Return the file without a mask that chips are made from.

        Args:
            cells: how rows and columns lie on the map.
        """
        profile, compression = self.profile, self.compression
        options = compression_options(compression, profile.dtype)
        data = _tagged_file(profile, cells, byte_palette(profile), self._one_nodata, *options)
        if compression == UNCOMPRESSED:
            return TiffTemplate.of(data, profile.chip_bytes)
        shape = profile.height, profile.width, profile.band_count
        compress = compressor(compression, shape, profile.dtype)
        return TiffTemplate.of(data, profile.chip_bytes, compress)

    def encode(self, chip: Chip, path: str) -> dict[str, bytes]:
        """Return the ``.tif``, its world file, and its ``.aux.xml`` where there is one."""
        mask = self._mask(chip)
        planes = 0 if mask is None else 1 if mask.ndim == 2 else len(mask)
        template = self._templates.of(cells_of(chip.transform), planes)
        left, top, pixels = chip.transform[0], chip.transform[3], little_endian(interleaved(chip.pixels))
        files = {
            f"{path}.tif": template.file(left, top, pixels, mask),
            f"{path}.tfw": world_file(chip.transform),
        }
        if self._sidecar:
            files[f"{path}.tif.aux.xml"] = self._sidecar
        return files

    def _mask(self, chip: Chip) -> NDArray[np.bool_] | None:
        """Return a chip's mask, (rows, columns) or (bands, rows, columns).

        Whoever finds masks takes no notice of nodata values, so masks of single bands
        say them too: a band that has no mask of its own would lose its nodata value.
        """
        if chip.mask is None or chip.mask.ndim == 2:
            return chip.mask
        planes = chip.mask.copy()
        for plane, band, value in zip(planes, chip.pixels, self.profile.nodata):
            if value is not None:
                plane &= ~np.isnan(band) if np.isnan(value) else band != band.dtype.type(value)
        return planes[0] if len(planes) == 1 else planes


def _tagged_file(
    profile: ImageProfile, cells: Cells, palette: Palette, with_nodata: bool, *options: str
) -> bytes:
    """Return a chip as GDAL makes it, but three or four bands as RGB and a fourth one to whoever reads it.

    GDAL takes four bytes for RGB and alpha, and more bits for grey and others, unless
    the bands say that they are red, green and blue: readers without GDAL then show wrong colours,
    or one band. What the bands mean stays as a note to GDAL.
    """
    data = _file(profile, cells, palette, with_nodata, *options)
    small = np.dtype(profile.dtype).itemsize <= 2
    if not small or profile.band_count not in (3, 4) or _is_rgb(data, profile):
        return data
    meaning = ["PHOTOMETRIC=RGB"]
    if profile.band_count == 4:
        meaning.append("ALPHA=YES" if _ends_with_alpha(profile) else "ALPHA=NO")
    data, note = _file(profile, cells, palette, with_nodata, *options, *meaning), _meanings(profile)
    return rewritten(data, Entry(GDAL_METADATA, ASCII, len(note), note))


def _file(profile: ImageProfile, cells: Cells, palette: Palette, with_nodata: bool, *options: str) -> bytes:
    """Return a chip as GDAL makes it."""
    empty = np.zeros((profile.band_count, profile.height, profile.width), dtype=profile.dtype)
    dataset = memory_dataset(empty, placed(cells), profile.crs_wkt)
    describe_bands(dataset, profile, palette)
    if with_nodata:
        set_nodata(dataset, profile.nodata)
    layout = ("INTERLEAVE=PIXEL", f"BLOCKYSIZE={profile.height}")
    return encode("GTiff", dataset, "chip.tif", (*layout, *options))["chip.tif"]


def _ends_with_alpha(profile: ImageProfile) -> bool:
    return bool(profile.color_interpretation[-1] == gdal.GCI_AlphaBand)


def _is_rgb(data: bytes, profile: ImageProfile) -> bool:
    """Return whether the tags of a file say RGB, and of a fourth band what it is."""
    fields = fields_of(data)
    beyond = values(data, fields[EXTRA_SAMPLES]) if EXTRA_SAMPLES in fields else ()
    fourth = (_ALPHA if _ends_with_alpha(profile) else _UNSPECIFIED,) if profile.band_count == 4 else ()
    return values(data, fields[PHOTOMETRIC]) == (_RGB,) and beyond == fourth


def _meanings(profile: ImageProfile) -> bytes:
    """Return what the bands mean, as GDAL notes it in a file whose tags say otherwise."""
    items = (
        f'  <Item name="COLORINTERP" sample="{place}" role="colorinterp">'
        f"{gdal.GetColorInterpretationName(meaning)}</Item>\n"
        for place, meaning in enumerate(profile.color_interpretation)
    )
    return f"<GDALMetadata>\n{''.join(items)}</GDALMetadata>\n\0".encode("ascii")
