"""What readers see in image chips: GDAL, and Pillow, OpenCV and tifffile, which know nothing of maps.

``seen`` says of every kind of chip what each reader makes of it, and why some cannot open it.
The readers that are not GDAL run in .venv-readers, in one process for all chips.
"""

from __future__ import annotations

import functools
import json
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from osgeo import gdal
from test_images import ALPHA, BLUE, GRAY, GREEN, PALETTE, RED, TRANSFORM, profile
from test_images import noise as random_pixels

from training_data_exporter.chipping.chip import Chip, ChipLabels, ImageProfile
from training_data_exporter.writers import IMAGE_FORMATS
from training_data_exporter.writers.encoding.tiff_compression import TIFF_COMPRESSIONS
from training_data_exporter.writers.image_format import ImageFormat

CHECKOUT = Path(__file__).resolve().parents[2]
PYTHON = CHECKOUT / ".venv-readers" / "bin" / "python"
SCRIPT = CHECKOUT / "tests" / "readers" / "image_readers.py"
TIMEOUT = 120  # seconds
UNDEFINED = gdal.GCI_Undefined
DTYPES = ("uint8", "uint16", "int16", "float32")
SUFFIXES = {"TIFF": ".tif", "PNG": ".png", "JPEG": ".jpg", "MRF": ".mrf"}


class Kind(NamedTuple):
    """A kind of chip."""

    image_format: str
    dtype: str
    bands: int
    meaning: str = "none"
    nodata: str = "none"
    mask: str = "none"
    compression: str = "NONE"

    @property
    def name(self) -> str:
        return "-".join(map(str, self))


MEANINGS = {
    "none": lambda bands: (UNDEFINED,) * bands,
    "grey": lambda bands: (GRAY, *[UNDEFINED] * (bands - 1)),
    "colour": lambda bands: (RED, GREEN, BLUE, UNDEFINED, UNDEFINED)[:bands],
    "turned": lambda bands: (BLUE, GREEN, RED, UNDEFINED, UNDEFINED)[:bands],
    "alpha": lambda bands: (
        (GRAY, ALPHA),
        (),
        (RED, GREEN, BLUE, ALPHA),
        (RED, GREEN, BLUE, UNDEFINED, ALPHA),
    )[bands - 2],
    "alpha first": lambda bands: (ALPHA, RED, GREEN, BLUE, UNDEFINED)[:bands],
    "palette": lambda bands: (PALETTE,),
    "wide palette": lambda bands: (PALETTE,),
}
NODATA = {
    "none": lambda bands: (None,) * bands,
    "same": lambda bands: (7.0,) * bands,
    "different": lambda bands: (7.0, 9.0, 0.0, 7.0, 200.0)[:bands],
    "some": lambda bands: (None, 9.0, None, 0.0, 9.0)[:bands],
}


def kinds() -> list[Kind]:
    found = []
    for image_format, dtypes, most in (
        ("TIFF", DTYPES, 5),
        ("PNG", DTYPES[:2], 4),
        ("MRF", DTYPES, 5),
        ("JPEG", DTYPES[:1], 3),
    ):
        for dtype in dtypes:
            for bands in range(1, most + 1):
                if image_format == "JPEG" and bands == 2:
                    continue
                found += [
                    Kind(image_format, dtype, bands, *rest, compression)
                    for rest in _variants(image_format, dtype, bands)
                    for compression in (TIFF_COMPRESSIONS if image_format == "TIFF" else ("NONE",))
                ]
    return found


def _variants(image_format: str, dtype: str, bands: int) -> list[tuple[str, str, str]]:
    meanings = ["none", "grey", *(["colour", "turned"] if bands > 2 else [])]
    if bands in (2, 4, 5):
        meanings += ["alpha", *(["alpha first"] if bands == 4 else [])]
    if bands == 1 and dtype in ("uint8", "uint16", "int16") and image_format != "JPEG":
        meanings += ["palette", "wide palette"]
    found = [(meaning, "none", "none") for meaning in meanings]
    found += [
        ("none", nodata, "none") for nodata in (["same"] if bands == 1 else ["same", "different", "some"])
    ]
    if image_format == "TIFF":
        found += [
            (meaning, "none", mask)
            for meaning in ("none", meanings[-1])
            for mask in ("all bands", "each band")
        ]
        found += [("none", "some", "each band")]
    return found


def colors(kind: Kind) -> tuple:
    """Return a palette; a wide one has more colours than 8 bit can number."""
    if "palette" not in kind.meaning:
        return ()
    number = 300 if kind.meaning == "wide palette" else 40
    return tuple((value, (value % 256, 255 - value % 200, value * 7 % 256, 255)) for value in range(number))


@functools.cache
def writer(image_format: str, its: ImageProfile, compression: str) -> ImageFormat:
    """Return the writer of a kind of chip; those with and without a mask share one."""
    return IMAGE_FORMATS[image_format](its, compression)


@dataclass(frozen=True)
class Made:
    """A chip that was written."""

    kind: Kind
    profile: ImageProfile
    pixels: np.ndarray
    mask: np.ndarray | None
    path: Path

    @classmethod
    def of(cls, kind: Kind, folder: Path) -> Made:
        its = profile(
            kind.dtype, kind.bands, interpretation=MEANINGS[kind.meaning](kind.bands), colors=colors(kind)
        )
        its = replace(its, nodata=NODATA[kind.nodata](kind.bands))
        chip = Chip(kind.name, TRANSFORM, cls._pixels(kind), ChipLabels(), cls._mask(kind))
        made = writer(kind.image_format, its, kind.compression)
        for name, data in made.encode(chip, kind.name).items():
            (folder / name).write_bytes(data)
        return cls(kind, its, chip.pixels, chip.mask, folder / f"{kind.name}{made.suffix}")

    @staticmethod
    def _pixels(kind: Kind) -> np.ndarray:
        pixels = random_pixels(kind.dtype, kind.bands)
        if "palette" in kind.meaning:
            return pixels % 300 if kind.meaning == "wide palette" and kind.dtype != "uint8" else pixels % 40
        if kind.image_format == "JPEG":
            return np.full(pixels.shape, 90, pixels.dtype)
        for place, value in enumerate((7, 9, 0, 200)):  # each is nodata somewhere
            pixels[:, 2 * place : 2 * place + 2, 3:9] = value
        return pixels

    @staticmethod
    def _mask(kind: Kind) -> np.ndarray | None:
        mask = np.random.default_rng(8).random((kind.bands, 16, 24)) < 0.7
        return {"none": None, "all bands": mask[0], "each band": mask}[kind.mask]


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> list[Made]:
    folder = tmp_path_factory.mktemp("chips")
    return [Made.of(kind, folder) for kind in kinds()]


def whole(made: Made) -> np.ndarray:
    """Return a chip's pixels as readers give them: (rows, columns), or (rows, columns, bands) of several."""
    return made.pixels[0] if made.kind.bands == 1 else made.pixels.transpose(1, 2, 0)


# GDAL.


def gdal_meanings(kind: Kind) -> list[int]:
    """Return what GDAL takes the bands of a chip for."""
    meanings = list(MEANINGS[kind.meaning](kind.bands))
    rgba = [RED, GREEN, BLUE, ALPHA]
    if kind.image_format in ("PNG", "JPEG"):
        narrow = kind.meaning in ("palette", "wide palette") and kind.dtype == "uint8"
        return {1: [PALETTE if narrow else GRAY], 2: [GRAY, ALPHA], 3: rgba[:3], 4: rgba}[kind.bands]
    if kind.image_format == "MRF":
        if kind.bands == 1:
            return [PALETTE if "palette" in kind.meaning and kind.dtype == "uint8" else GRAY]
        kept = (kind.meaning == "alpha" and kind.bands != 5) or meanings == rgba[:3]
        return meanings if kept else [UNDEFINED] * kind.bands
    if meanings[0] == UNDEFINED and not (kind.bands in (3, 4) and kind.dtype != "float32"):
        meanings[0] = GRAY  # TIFF has no band of no meaning
    return meanings


def visible(made: Made) -> np.ndarray:
    """Return which pixels are there to GDAL, (bands, rows, columns)."""
    kind, pixels = made.kind, made.pixels
    data = np.ones(pixels.shape, bool)
    for plane, band, value in zip(data, pixels, made.profile.nodata):
        if value is not None:
            plane &= band != value
    if made.mask is not None:
        return np.broadcast_to(made.mask & (data if kind.mask == "each band" else True), pixels.shape)
    transparent = (
        gdal_meanings(kind)[-1] == ALPHA and kind.bands in (2, 4) and kind.dtype in ("uint8", "uint16")
    )
    for plane, value in zip(data[:-1], made.profile.nodata):
        if transparent and value is None:
            plane &= pixels[-1] != 0
    return data


def test_gdal_reads_every_chip_as_its_source(made):
    for each in made:
        dataset = gdal.Open(str(each.path))
        bands = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
        assert len(bands) == each.kind.bands, each.kind
        assert [band.GetColorInterpretation() for band in bands] == gdal_meanings(each.kind), each.kind
        assert [band.GetNoDataValue() for band in bands] == list(each.profile.nodata), each.kind
        shown = visible(each)
        for place, band in enumerate(bands):
            if each.kind.image_format == "JPEG":
                assert np.abs(band.ReadAsArray().astype(int) - each.pixels[place]).max() <= 2, each.kind
            else:
                np.testing.assert_array_equal(band.ReadAsArray(), each.pixels[place], str(each.kind))
            np.testing.assert_array_equal(band.GetMaskBand().ReadAsArray() != 0, shown[place], str(each.kind))
            if each.mask is not None:
                assert set(np.unique(band.GetMaskBand().ReadAsArray())) == {0, 255}
                shared = each.kind.mask == "all bands" or each.kind.bands == 1
                expected = gdal.GMF_PER_DATASET if shared else 0
                assert band.GetMaskFlags() == expected, each.kind


def test_gdal_reads_the_palette_of_every_chip_that_has_one(made):
    for each in made:
        dataset = gdal.Open(str(each.path))
        table = dataset.GetRasterBand(1).GetColorTable()
        if gdal_meanings(each.kind) != [PALETTE]:
            assert table is None, each.kind
            continue
        count = 256 if each.kind.dtype == "uint8" else 300
        expected = [color[:3] for _, color in each.profile.color_table[:count]]
        assert [table.GetColorEntry(value)[:3] for value in range(len(expected))] == expected, each.kind


# Readers that are not GDAL.


@pytest.fixture(scope="module")
def opened(made) -> dict[str, list[str]]:
    if not PYTHON.exists():
        pytest.skip(".venv-readers is missing: run make setup")
    folder = str(made[0].path.parent)
    done = subprocess.run(
        [PYTHON, SCRIPT, folder], capture_output=True, text=True, timeout=TIMEOUT, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])[folder]


NOTHING = None
"""The reader does not open the chip."""


def everything(made: Made) -> np.ndarray:
    return whole(made)


def high_bytes(made: Made) -> np.ndarray:
    return (whole(made) >> 8).astype("uint8")


def three_bands(made: Made) -> np.ndarray:
    return whole(made)[:, :, :3]


def three_high_bytes(made: Made) -> np.ndarray:
    return high_bytes(made)[:, :, :3]


def one_band(made: Made) -> np.ndarray:
    return made.pixels[0]


def one_band_s_high_bytes(made: Made) -> np.ndarray:
    return (made.pixels[0] >> 8).astype("int8" if made.kind.dtype == "int16" else "uint8")


def grey_three_times_and_alpha(made: Made) -> np.ndarray:
    return made.pixels[[0, 0, 0, 1]].transpose(1, 2, 0)


def grey_three_times_and_alpha_in_high_bytes(made: Made) -> np.ndarray:
    return (grey_three_times_and_alpha(made) >> 8).astype("uint8")


def palette_colors(made: Made) -> np.ndarray:
    return np.array([color[:3] for _, color in made.profile.color_table], "uint8")[made.pixels[0]]


def multiplied_by_alpha(made: Made) -> np.ndarray:
    color, alpha = whole(made)[:, :, :3].astype(int), whole(made)[:, :, 3:].astype(int)
    return np.concatenate([(color * alpha + 127) // 255, alpha], axis=2).astype("uint8")


def in_tiff(reader: str, kind: Kind):
    """Return what a reader sees in a TIFF chip."""
    if reader == "tifffile":
        return everything  # it knows every layout, and takes no notice of alpha and palettes
    return tiff_in_opencv(kind) if reader == "OpenCV" else tiff_in_pillow(kind)


def tiff_in_opencv(kind: Kind):
    if kind.bands == 5 or kind.compression == "ZSTD":
        return NOTHING  # it has 1, 3 or 4 bands, and a libtiff without ZSTD
    if kind.bands == 2:  # libtiff gives it two bands as a picture of 8 bit, or not at all
        return {"uint8": one_band, "float32": NOTHING}.get(kind.dtype, one_band_s_high_bytes)
    if kind.dtype == "uint8" and kind.meaning == "alpha":
        return multiplied_by_alpha  # by libtiff, which makes pictures for the screen
    return palette_colors if "palette" in kind.meaning and kind.dtype == "uint8" else everything


def tiff_in_pillow(kind: Kind):
    if kind.bands == 1:
        return everything
    if kind.dtype in ("int16", "float32"):
        return NOTHING  # Pillow has no such pixels of several bands
    transparent = kind.meaning == "alpha" and kind.bands < 5
    if kind.bands == 2:
        return (
            everything if transparent and kind.dtype == "uint8" else NOTHING
        )  # Pillow knows grey with alpha
    if kind.bands == 5:  # only as RGB with two that it skips
        return three_bands if kind.dtype == "uint8" and kind.meaning == "colour" else NOTHING
    if kind.bands == 3 or transparent:
        return everything if kind.dtype == "uint8" else high_bytes  # Pillow has colours of 8 bit only
    return three_bands if kind.dtype == "uint8" else three_high_bytes  # a fourth band is no colour to it


def in_png(reader: str, kind: Kind):
    """Return what a reader sees in a PNG chip."""
    if reader == "tifffile":
        return NOTHING
    if reader == "OpenCV":
        if "palette" in kind.meaning and kind.dtype == "uint8":
            return palette_colors
        return grey_three_times_and_alpha if kind.bands == 2 else everything
    if kind.dtype == "uint8" or kind.bands == 1:
        return everything
    return (
        grey_three_times_and_alpha_in_high_bytes if kind.bands == 2 else high_bytes
    )  # colours of 8 bit only


def seen(reader: str, kind: Kind):
    """Return what a reader sees in a chip: a function of the chip, or NOTHING."""
    if kind.image_format == "MRF":
        return NOTHING  # GDAL alone reads it
    if kind.image_format == "JPEG":
        return NOTHING if reader == "tifffile" else everything
    return in_tiff(reader, kind) if kind.image_format == "TIFF" else in_png(reader, kind)


@pytest.mark.parametrize("reader", ["Pillow", "OpenCV", "tifffile"])
def test_other_readers_see_what_is_said_here(made, opened, reader):
    assert opened.keys() == {each.path.name for each in made}
    for each in made:
        expected = seen(reader, each.kind)
        assert (reader in opened[each.path.name]) == (expected is not NOTHING), each.kind
        if expected is NOTHING:
            continue
        found = np.load(f"{each.path}.{reader}.npy")
        rounding = 2 if each.kind.image_format == "JPEG" else 1 if expected is multiplied_by_alpha else 0
        difference = np.abs(found.astype(float) - expected(each))
        assert found.shape == expected(each).shape, each.kind
        assert difference.max() <= rounding, each.kind


def test_tifffile_reads_the_masks(made, opened):
    for each in made:
        assert ("mask" in opened[each.path.name]) == (each.mask is not None), each.kind
        if each.mask is not None:
            found = np.load(f"{each.path}.mask.npy") != 0
            shown = visible(each)
            shared = each.kind.mask == "all bands" or each.kind.bands == 1
            np.testing.assert_array_equal(
                found, shown[0] if shared else shown.transpose(1, 2, 0), str(each.kind)
            )


def test_every_chip_of_8_bit_and_1_3_or_4_bands_is_whole_to_opencv(made):
    """What formats of computer vision need: pixels that a picture reader opens."""
    for each in made:
        kind = each.kind
        is_picture = kind.image_format != "MRF" and kind.compression != "ZSTD"
        if is_picture and kind.dtype == "uint8" and kind.bands in (1, 3, 4):
            whole_to_it = (everything, palette_colors, multiplied_by_alpha)
            assert seen("OpenCV", kind) in whole_to_it, kind
            assert (seen("OpenCV", kind) is multiplied_by_alpha) == (
                kind.image_format == "TIFF" and kind.meaning == "alpha"
            )
