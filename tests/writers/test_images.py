"""Image chips, read back by GDAL from disk."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from profiles import profile

from training_data_exporter.chipping.chip import Chip, ChipLabels, ImageProfile
from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.writers import IMAGE_FORMATS
from training_data_exporter.writers.dataset.stored_rasters import pixel_type
from training_data_exporter.writers.encoding.tiff_directory import fields_of, values

TRANSFORM = (288776.25, 28.5, 0.0, 9120760.5, 0.0, -14.25)
WORLD_FILE = (
    b"28.5000000000\n0.0000000000\n0.0000000000\n-14.2500000000\n288790.5000000000\n9120753.3750000000\n"
)
WORLD_SUFFIX = {"TIFF": ".tfw", "PNG": ".pgw", "JPEG": ".jgw"}
TYPES = {
    "TIFF": [
        *("uint8", "int8", "uint16", "int16", "uint32", "int32"),
        *(["uint64", "int64"] if hasattr(gdal, "GDT_Int64") else []),  # from GDAL 3.5 on
        *("float32", "float64"),
    ],
    "PNG": ["uint8", "uint16"],
    "MRF": ["uint8", "uint16", "int16", "uint32", "int32", "float32", "float64"],
}
LOSSLESS = [(name, dtype) for name, dtypes in TYPES.items() for dtype in dtypes]
BANDS = {"TIFF": [1, 2, 3, 4, 6, 13], "PNG": [1, 2, 3, 4], "MRF": [1, 2, 3, 4, 6]}
RED, GREEN, BLUE, GRAY, PALETTE, ALPHA = (
    gdal.GCI_RedBand,
    gdal.GCI_GreenBand,
    gdal.GCI_BlueBand,
    gdal.GCI_GrayIndex,
    gdal.GCI_PaletteIndex,
    gdal.GCI_AlphaBand,
)


def noise(dtype="uint8", bands=1, size=(24, 16)):
    generator = np.random.default_rng(3)
    if np.dtype(dtype).kind == "f":
        return generator.normal(0, 1e4, (bands, size[1], size[0])).astype(dtype)
    limits = np.iinfo(dtype)
    return generator.integers(limits.min, limits.max, (bands, size[1], size[0]), dtype, endpoint=True)


PATH = "images/000000007"


def chip(pixels, transform=TRANSFORM):
    return Chip("000000007", transform, pixels, ChipLabels())


def write(folder: Path, format_name: str, its: ImageProfile, pixels: np.ndarray, transform=TRANSFORM) -> Path:
    """Write a chip and return the path of its image."""
    made = IMAGE_FORMATS[format_name](its)
    (folder / "images").mkdir(parents=True)
    for name, data in made.encode(chip(pixels, transform), PATH).items():
        (folder / name).write_bytes(data)
    return folder / f"{PATH}{made.suffix}"


def opened(path: Path) -> gdal.Dataset:
    dataset = gdal.Open(str(path))
    assert dataset is not None
    return dataset


def pixels_of(path: Path) -> np.ndarray:
    array = opened(path).ReadAsArray()
    return array if array.ndim == 3 else array[np.newaxis]


@pytest.mark.parametrize(("format_name", "dtype"), LOSSLESS)
def test_pixels_of_every_type_come_back(tmp_path, format_name, dtype):
    pixels = noise(dtype)
    found = pixels_of(write(tmp_path, format_name, profile(dtype), pixels))
    assert found.dtype == pixels.dtype
    np.testing.assert_array_equal(found, pixels)


@pytest.mark.parametrize(("format_name", "bands"), [(name, count) for name in BANDS for count in BANDS[name]])
def test_pixels_of_every_number_of_bands_come_back(tmp_path, format_name, bands):
    pixels = noise("uint8", bands)
    np.testing.assert_array_equal(
        pixels_of(write(tmp_path, format_name, profile(bands=bands), pixels)), pixels
    )


@pytest.mark.parametrize("bands", [1, 3])
def test_jpeg_has_the_right_size_and_nearly_the_right_pixels(tmp_path, bands):
    ramp = np.linspace(0, 255, 64 * 48).reshape(48, 64).astype("uint8")
    pixels = np.stack([ramp, ramp[::-1], ramp[:, ::-1]][:bands])
    found = pixels_of(write(tmp_path, "JPEG", profile(bands=bands, size=(64, 48)), pixels))
    assert found.shape == pixels.shape
    assert np.abs(found.astype(int) - pixels).mean() < 3


@pytest.mark.parametrize("format_name", IMAGE_FORMATS)
def test_a_chip_knows_its_place_on_the_map(tmp_path, format_name):
    dataset = opened(write(tmp_path, format_name, profile(), noise()))
    assert dataset.GetGeoTransform() == pytest.approx(TRANSFORM, rel=1e-12)
    found, expected = dataset.GetSpatialRef(), osr.SpatialReference()
    expected.ImportFromEPSG(31985)
    assert found.IsSame(expected, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"])
    assert found.GetAuthorityCode(None) == "31985"


@pytest.mark.parametrize("format_name", ["TIFF", "MRF"])
def test_an_odd_geotransform_is_kept_inside_the_file(tmp_path, format_name):
    odd = (-35.1, 1 / 3600, 0.0, -7.9, 0.0, -1 / 7200)
    cells = replace(profile(), cell_x=odd[1], cell_y=-odd[5])
    dataset = opened(write(tmp_path, format_name, cells, noise(), odd))
    rounding = {"TIFF": 1e-15, "MRF": 1e-9}[format_name]  # an MRF states its corners with eight decimals
    assert dataset.GetGeoTransform() == pytest.approx(odd, rel=1e-15, abs=rounding)


@pytest.mark.parametrize("format_name", IMAGE_FORMATS)
def test_a_chip_without_crs_is_still_in_place(tmp_path, format_name):
    dataset = opened(write(tmp_path, format_name, profile(crs=""), noise()))
    assert not dataset.GetProjection()
    assert dataset.GetGeoTransform() == pytest.approx(TRANSFORM, rel=1e-12)


@pytest.mark.parametrize("format_name", WORLD_SUFFIX)
def test_a_world_file_has_the_centre_of_the_upper_left_pixel(tmp_path, format_name):
    image = write(tmp_path, format_name, profile(), noise())
    assert image.with_suffix(WORLD_SUFFIX[format_name]).read_bytes() == WORLD_FILE


@pytest.mark.parametrize(("format_name", "suffix"), [("PNG", ".png"), ("JPEG", ".jpg")])
def test_png_and_jpeg_carry_their_crs_beside_them(tmp_path, format_name, suffix):
    image = write(tmp_path, format_name, profile(), noise())
    sidecar = image.with_name(image.name + ".aux.xml")
    assert image.suffix == suffix
    assert "SIRGAS 2000 / UTM zone 25S" in sidecar.read_text("utf-8")
    sidecar.unlink()
    assert not opened(image).GetProjection()


def test_the_files_of_each_format(tmp_path):
    expected = {
        "TIFF": {".tif", ".tfw"},
        "PNG": {".png", ".pgw", ".png.aux.xml"},
        "JPEG": {".jpg", ".jgw", ".jpg.aux.xml"},
        "MRF": {".mrf", ".idx", ".til"},
    }
    for format_name, suffixes in expected.items():
        image = write(tmp_path / format_name, format_name, profile(), noise())
        assert {path.name for path in image.parent.iterdir()} == {"000000007" + suffix for suffix in suffixes}


@pytest.mark.parametrize(
    ("format_name", "dtype", "nodata"),
    [
        ("TIFF", "uint8", 0.0),
        ("TIFF", "int16", -32768.0),
        ("TIFF", "float32", -9999.0),
        ("TIFF", "float32", float("nan")),
        ("TIFF", "float64", -1.7976931348623157e308),
        ("MRF", "uint16", 65535.0),
        ("MRF", "float32", -9999.0),
        ("PNG", "uint8", 255.0),
        ("PNG", "uint16", 65535.0),
        ("JPEG", "uint8", 0.0),
    ],
)
def test_every_band_has_its_nodata_value(tmp_path, format_name, dtype, nodata):
    bands = 3
    dataset = opened(write(tmp_path, format_name, profile(dtype, bands, nodata), noise(dtype, bands)))
    found = [dataset.GetRasterBand(number).GetNoDataValue() for number in range(1, bands + 1)]
    assert found == pytest.approx([nodata] * bands, nan_ok=True)


@pytest.mark.parametrize("format_name", IMAGE_FORMATS)
def test_without_nodata_there_is_none(tmp_path, format_name):
    dataset = opened(write(tmp_path, format_name, profile(), noise()))
    assert dataset.GetRasterBand(1).GetNoDataValue() is None


COLORS = [(value, (value * 60, 255 - value * 60, 7, 255)) for value in range(4)]


@pytest.mark.parametrize("format_name", ["TIFF", "PNG", "MRF"])
def test_a_palette_is_kept(tmp_path, format_name):
    pixels = noise() % 4
    its = profile(interpretation=[PALETTE], colors=COLORS)
    image = write(tmp_path, format_name, its, pixels)
    dataset = opened(image)
    table = dataset.GetRasterBand(1).GetColorTable()
    assert dataset.GetRasterBand(1).GetColorInterpretation() == PALETTE
    assert [tuple(table.GetColorEntry(value)) for value, _ in COLORS] == [color for _, color in COLORS]
    np.testing.assert_array_equal(pixels_of(image), pixels)


@pytest.mark.parametrize(
    ("format_name", "meanings"),
    [
        ("TIFF", [RED, GREEN, BLUE]),
        ("TIFF", [RED, GREEN, BLUE, ALPHA]),
        ("TIFF", [GRAY, ALPHA]),
        ("PNG", [RED, GREEN, BLUE, ALPHA]),
        ("PNG", [GRAY, ALPHA]),
        ("JPEG", [RED, GREEN, BLUE]),
        ("MRF", [RED, GREEN, BLUE]),
    ],
)
def test_bands_keep_their_meaning(tmp_path, format_name, meanings):
    bands = len(meanings)
    its = profile(bands=bands, interpretation=meanings)
    dataset = opened(write(tmp_path, format_name, its, noise("uint8", bands)))
    found = [dataset.GetRasterBand(number).GetColorInterpretation() for number in range(1, bands + 1)]
    assert found == meanings


@pytest.mark.parametrize("format_name", ["TIFF", "PNG"])
def test_a_number_beyond_the_palette_is_no_error(tmp_path, format_name):
    pixels = noise() % 4 + 200
    image = write(tmp_path, format_name, profile(interpretation=[PALETTE], colors=COLORS), pixels)
    np.testing.assert_array_equal(pixels_of(image), pixels)
    dataset = opened(image)
    assert dataset.GetRasterBand(1).GetColorTable().GetColorEntry(203) == (0, 0, 0, 255)


WIDE = [(value, (value % 256, 7, 9, 255)) for value in range(300)]
HUGE = [(value, (value % 256, 7, 9, 255)) for value in range(5000)]


def warned(format_name, its):
    return [str(each) for each in IMAGE_FORMATS[format_name](its).warnings()]


@pytest.mark.parametrize(
    ("format_name", "dtype", "colors", "kept"),
    [
        ("TIFF", "uint8", COLORS, True),
        ("TIFF", "uint16", WIDE, True),
        ("TIFF", "int16", COLORS, True),
        ("TIFF", "uint16", HUGE, False),
        ("TIFF", "float32", COLORS, False),
        ("PNG", "uint8", WIDE, True),
        ("PNG", "uint16", COLORS, False),
        ("MRF", "uint8", WIDE, True),
        ("MRF", "uint16", COLORS, False),
        ("MRF", "uint16", WIDE, False),
    ],
)
def test_a_palette_that_is_left_out_is_told(tmp_path, format_name, dtype, colors, kept):
    its = profile(dtype, interpretation=[PALETTE], colors=colors)
    said = (
        f"IMAGE_CHIP_FORMAT: {format_name} holds no palette of {len(colors)} colours for {dtype} pixels; "
        "chips hold its numbers without the colours."
    )
    assert warned(format_name, its) == ([] if kept else [said])
    pixels = noise(dtype)
    image = write(tmp_path, format_name, its, pixels)
    np.testing.assert_array_equal(pixels_of(image), pixels)
    dataset = opened(image)
    assert (dataset.GetRasterBand(1).GetColorTable() is not None) == kept


def test_the_colours_beside_a_chip_are_few():
    """A table that GDAL fills up with black to 65 536 colours is as long as its last colour."""
    colors = [*WIDE, *((value, (0, 0, 0, 255)) for value in range(300, 65536))]
    its = profile("uint16", interpretation=[PALETTE], colors=colors)
    contents = IMAGE_FORMATS["TIFF"](its).encode(chip(noise("uint16")), PATH)
    assert contents["images/000000007.tif.aux.xml"].count(b"<Entry ") == 300
    assert len(contents["images/000000007.tif"]) < 2000


@pytest.mark.parametrize(
    ("format_name", "meanings", "said"),
    [
        ("PNG", [RED, GREEN, BLUE, gdal.GCI_Undefined], True),
        ("PNG", [GRAY, gdal.GCI_Undefined], True),
        ("PNG", [RED, GREEN, BLUE, ALPHA], False),
        ("PNG", [GRAY, ALPHA], False),
        ("PNG", [RED, GREEN, BLUE], False),
        ("TIFF", [RED, GREEN, BLUE, gdal.GCI_Undefined], False),
        ("MRF", [RED, GREEN, BLUE, gdal.GCI_Undefined], False),
    ],
)
def test_a_last_band_that_png_makes_alpha_is_told(format_name, meanings, said):
    count = len(meanings)
    sentence = (
        f"IMAGE_CHIP_FORMAT: the last of {count} bands in a PNG is alpha to whoever opens it, and pixels "
        "where it is 0 may be hidden or masked out; choose TIFF to have it as a band like others."
    )
    assert warned(format_name, profile(bands=count, interpretation=meanings)) == ([sentence] if said else [])


@pytest.mark.parametrize("format_name", ["TIFF", "MRF"])
@pytest.mark.parametrize(
    "nodata",
    [(0.1, 0.1), (-3.4028234663852886e38, None), (float("nan"), -9999.0), (float("nan"), float("nan"))],
)
def test_nodata_values_come_back_to_the_last_digit(tmp_path, format_name, nodata):
    its = replace(profile("float64", 2), nodata=nodata)
    dataset = opened(write(tmp_path, format_name, its, noise("float64", 2)))
    assert list(map(repr, nodata)) == [repr(dataset.GetRasterBand(band).GetNoDataValue()) for band in (1, 2)]


def test_signed_bytes_keep_their_sign_in_every_version_of_gdal(tmp_path):
    image = write(tmp_path, "TIFF", profile("int8", 3, nodata=-1), noise("int8", 3))
    data = image.read_bytes()
    fields = fields_of(data)
    assert values(data, fields[339]) == (2, 2, 2)  # SampleFormat: two's complement
    assert pixel_type(image.parent, image.name) == "int8"
    dataset = opened(image)
    assert dataset.GetRasterBand(1).GetNoDataValue() == -1


def test_tiff_is_not_compressed(tmp_path):
    image = write(tmp_path, "TIFF", profile(), noise())
    assert opened(image).GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") is None


@pytest.mark.parametrize("format_name", IMAGE_FORMATS)
def test_the_same_chip_gives_the_same_bytes(format_name):
    writer = IMAGE_FORMATS[format_name](profile())
    assert writer.encode(chip(noise()), PATH) == writer.encode(chip(noise()), PATH)


def test_nothing_stays_in_gdal_memory(tmp_path):
    before = gdal.ReadDir("/vsimem/")
    write(tmp_path, "TIFF", profile(), noise())
    assert gdal.ReadDir("/vsimem/") == before


def test_the_chip_is_not_changed(tmp_path):
    pixels = noise()
    copy = pixels.copy()
    write(tmp_path, "JPEG", profile(), pixels)
    np.testing.assert_array_equal(pixels, copy)


def test_pixels_that_are_a_cut_of_a_larger_array_are_written_as_they_look(tmp_path):
    larger = noise("uint16", 3, (100, 80))
    cut = larger[:, 10:26, 33:57]
    np.testing.assert_array_equal(pixels_of(write(tmp_path, "TIFF", profile("uint16", 3), cut)), cut)


@pytest.mark.parametrize(
    ("format_name", "its", "reason"),
    [
        ("PNG", profile("float32", crs=""), "not the raster's float32.*8 bit with STRETCH"),
        ("PNG", profile("int16", crs=""), "not the raster's int16"),
        ("PNG", profile("uint8", 6, crs=""), "1 to 4 bands, not the raster's 6.*with BANDS"),
        ("JPEG", profile("uint16", crs=""), "8 bit pixels, not the raster's uint16.*8 bit with STRETCH"),
        ("JPEG", profile("float32", 3, crs=""), "8 bit pixels, not the raster's float32"),
        ("JPEG", profile("uint8", 2, crs=""), "1 or 3 bands beside alpha, not the raster's 2.*with BANDS"),
        ("JPEG", profile("uint8", 4, crs=""), "1 or 3 bands beside alpha, not the raster's 4"),
        ("JPEG", profile("uint8", 6, crs=""), "1 or 3 bands beside alpha, not the raster's 6"),
        ("JPEG", profile(interpretation=[PALETTE], colors=COLORS, crs=""), "palette"),
        pytest.param(
            *("MRF", profile("int64", crs=""), "no int64 pixels in this version of GDAL; choose TIFF"),
            marks=pytest.mark.skipif(
                "Int64" in gdal.GetDriverByName("MRF").GetMetadataItem("DMD_CREATIONDATATYPES"),
                reason="this GDAL writes them",
            ),
        ),
    ],
)
def test_what_a_format_cannot_hold_is_refused(format_name, its, reason):
    with pytest.raises(ExportError, match=f"^IMAGE_CHIP_FORMAT: {format_name} .*{reason}"):
        IMAGE_FORMATS[format_name](its)


JPEG_IN_THREADS = """
import os, sys, threading
sys.path[:0] = sys.argv[1:]
import conftest
from test_images import IMAGE_FORMATS, chip, noise, profile
pixels = noise(bands=3)

def encode(writer, start):
    start.wait()
    writer.encode(chip(pixels), "images/000000007")

for _ in range(60):
    child = os.fork()
    if child == 0:
        start, writer = threading.Barrier(4), IMAGE_FORMATS["JPEG"](profile(bands=3))
        threads = [threading.Thread(target=encode, args=(writer, start)) for _ in range(4)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        sys.exit("a child crashed")
"""


def test_threads_may_begin_with_jpeg_at_once():
    # Each child is a GDAL that has not encoded a JPEG; where its threads disturb each other, it says so.
    places = map(str, Path(__file__).parents[:2])
    command = [sys.executable, "-W", "ignore", "-c", JPEG_IN_THREADS, *places]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
