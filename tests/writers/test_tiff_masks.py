"""Masks of TIFF chips: made from a template, read by GDAL as those of the source."""

from __future__ import annotations

import shutil
import subprocess
import time
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal
from test_images import ALPHA, BLUE, GREEN, RED, TRANSFORM, noise, opened, profile

from training_data_exporter.chipping.chip import Chip, ChipLabels
from training_data_exporter.writers import IMAGE_FORMATS
from training_data_exporter.writers.encoding.gdal_files import describe_bands, memory_dataset, set_nodata
from training_data_exporter.writers.encoding.tiff_directory import LONG, Entry, fields_of, rewritten
from training_data_exporter.writers.encoding.tiff_template import TiffTemplate

PATH = "images/000000007"


def encoded(its, pixels, mask) -> bytes:
    chip = Chip("000000007", TRANSFORM, pixels, ChipLabels(), mask)
    return IMAGE_FORMATS["TIFF"](its).encode(chip, PATH)[f"{PATH}.tif"]


def made_by_gdal(its, pixels, mask) -> bytes:
    """Return a masked file that GDAL copies, as chips were made before they had a template."""
    dataset = memory_dataset(pixels, TRANSFORM, its.crs_wkt)
    describe_bands(dataset, its)
    set_nodata(dataset, its.nodata)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(mask.astype("uint8") * 255)
    before = gdal.GetConfigOption("GDAL_TIFF_INTERNAL_MASK")
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    try:
        options = ["INTERLEAVE=PIXEL", f"BLOCKYSIZE={its.height}"]
        gdal.GetDriverByName("GTiff").CreateCopy("/vsimem/masked.tif", dataset, False, options)
    finally:
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", before)
    file = gdal.VSIFOpenL("/vsimem/masked.tif", "rb")
    data = bytes(gdal.VSIFReadL(1, gdal.VSIStatL("/vsimem/masked.tif").size, file))
    gdal.VSIFCloseL(file)
    gdal.Unlink("/vsimem/masked.tif")
    return data


@pytest.mark.parametrize(
    "its",
    [
        profile(),
        profile("float32", 6, nodata=-9999.0),
        profile("uint16", 3, interpretation=[RED, GREEN, BLUE]),
        profile(bands=4, interpretation=[RED, GREEN, BLUE, ALPHA], nodata=0),
        profile(bands=3, crs=""),
        profile(bands=2, size=(300, 17)),
    ],
)
def test_a_masked_chip_is_the_file_that_gdal_makes_but_for_its_deflate(its):
    """GDAL deflates with another library; all else, and what the mask says, is the same."""
    pixels = noise(its.dtype, its.band_count, (its.width, its.height))
    mask = np.random.default_rng(4).random((its.height, its.width)) < 0.8
    found, expected = encoded(its, pixels, mask), made_by_gdal(its, pixels, mask)
    template = TiffTemplate.of(encoded(its, pixels, None), its.chip_bytes).with_mask(1)
    start = len(template.before) + its.chip_bytes
    place = template.mask_length
    assert found[:place] == expected[:place]
    assert found[place + 4 : start] == expected[place + 4 : start]
    assert zlib.decompress(found[start:]) == zlib.decompress(expected[start:])


SIZES = st.tuples(st.integers(1, 40), st.integers(1, 30))


@given(
    SIZES,
    st.integers(1, 6),
    st.sampled_from(["uint8", "int16", "float32"]),
    st.booleans(),
    st.integers(0, 2**32),
)
def test_gdal_reads_any_mask(size, bands, dtype, each_band, seed):
    its = profile(dtype, bands, size=size, crs="")
    pixels = noise(dtype, bands, size)
    shape = (bands, *size[::-1]) if each_band else size[::-1]
    mask = np.random.default_rng(seed).random(shape) < 0.6
    gdal.FileFromMemBuffer("/vsimem/any.tif", encoded(its, pixels, mask))
    dataset = gdal.Open("/vsimem/any.tif")
    try:
        assert (dataset.RasterXSize, dataset.RasterYSize, dataset.RasterCount) == (*size, bands)
        for number in range(1, bands + 1):
            band = dataset.GetRasterBand(number)
            np.testing.assert_array_equal(band.ReadAsArray(), pixels[number - 1])
            expected = mask[number - 1] if each_band else mask
            np.testing.assert_array_equal(band.GetMaskBand().ReadAsArray(), expected * 255)
            assert band.GetMaskFlags() == (0 if each_band and bands > 1 else gdal.GMF_PER_DATASET)
    finally:
        del dataset
        gdal.Unlink("/vsimem/any.tif")


def test_masks_of_single_bands_equal_those_of_the_source(tmp_path):
    """A source with a ``.msk`` of as many bands, as GDAL itself makes it."""
    pixels = noise("uint16", 3, (50, 40))
    path = tmp_path / "in.tif"
    source = gdal.GetDriverByName("GTiff").Create(str(path), 50, 40, 3, gdal.GDT_UInt16)
    source.WriteArray(pixels)
    source.FlushCache()
    before = gdal.GetConfigOption("GDAL_TIFF_INTERNAL_MASK")
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "NO")
    try:
        random = np.random.default_rng(6)
        for number in (1, 2, 3):
            source.GetRasterBand(number).CreateMaskBand(0)
        for number in (1, 2, 3):
            mask = (random.random((40, 50)) < 0.2 * number).astype("uint8") * 255
            source.GetRasterBand(number).GetMaskBand().WriteArray(mask)
        del source
    finally:
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", before)
    source = opened(path)
    its = [source.GetRasterBand(number) for number in (1, 2, 3)]
    masks = np.stack([band.GetMaskBand().ReadAsArray() for band in its])
    assert len({mask.tobytes() for mask in masks}) == 3
    (tmp_path / "chip.tif").write_bytes(encoded(profile("uint16", 3, size=(50, 40)), pixels, masks != 0))
    chip = opened(tmp_path / "chip.tif")
    for band, mask, number in zip(its, masks, (1, 2, 3)):
        copy = chip.GetRasterBand(number)
        assert copy.GetMaskFlags() == band.GetMaskFlags() == 0
        np.testing.assert_array_equal(copy.GetMaskBand().ReadAsArray(), mask)


def test_a_band_without_mask_keeps_its_nodata_value_among_bands_with_masks(tmp_path):
    pixels = np.array([[[1, 2, 7, 4]], [[1, 7, 3, 4]], [[7, 2, 3, 4]]], "float32")
    pixels[2, 0, 3] = np.nan
    mask = np.array([[[True, False, True, True]], [[True] * 4], [[True] * 4]])
    its = profile("float32", 3, size=(4, 1))
    its = type(its)(**{**vars(its), "nodata": (None, 7.0, float("nan"))})
    (tmp_path / "chip.tif").write_bytes(encoded(its, pixels, mask))
    chip = opened(tmp_path / "chip.tif")
    shown = [chip.GetRasterBand(number).GetMaskBand().ReadAsArray().tolist() for number in (1, 2, 3)]
    assert shown == [[[255, 0, 255, 255]], [[255, 0, 255, 255]], [[255, 255, 255, 0]]]
    assert mask[1:].all()  # the chip is not changed


@pytest.mark.skipif(shutil.which("tiffinfo") is None, reason="libtiff's tools are not installed")
@pytest.mark.parametrize("planes", [0, 1, 3, 6])
def test_libtiff_reads_chips_without_a_warning(tmp_path, planes):
    bands = planes or 3
    its = profile("uint16", max(bands, 3), size=(300, 200))
    mask = np.random.default_rng(1).random((planes, 200, 300)) < 0.5 if planes else None
    mask = mask[0] if planes == 1 else mask
    path = tmp_path / "chip.tif"
    path.write_bytes(encoded(its, noise("uint16", its.band_count, (300, 200)), mask))
    result = subprocess.run(["tiffinfo", "-d", str(path)], capture_output=True, text=True, check=True)
    unknown = [f"Unknown field with tag {tag} " for tag in (33550, 33922, 34735, 34736, 34737, 42112)]
    lines = [line for line in result.stderr.splitlines() if not any(each in line for each in unknown)]
    assert lines == []
    assert ("transparency mask" in result.stdout) == bool(planes)


def test_a_mask_costs_little():
    """GDAL took five milliseconds for each masked chip."""
    its = profile(bands=3, size=(256, 256))
    pixels, writer = noise(bands=3, size=(256, 256)), IMAGE_FORMATS["TIFF"](its)
    rows, columns = np.mgrid[:256, :256]
    mask = np.sin(rows / 9) + np.cos(columns / 7) > 0

    def cost(mask) -> float:
        chip = Chip("000000007", TRANSFORM, pixels, ChipLabels(), mask)
        times = []
        for _ in range(40):
            start = time.perf_counter()
            writer.encode(chip, PATH)
            times.append(time.perf_counter() - start)
        return min(times)

    assert cost(mask) - cost(None) < 0.0005


def test_a_field_can_be_added_to_a_file(tmp_path):
    data = encoded(profile("int16", 2), noise("int16", 2), None)
    path = tmp_path / "more.tif"
    path.write_bytes(rewritten(data, Entry.of(254, LONG, 0), Entry(305, 2, 6, b"maker\0")))
    fields, before = fields_of(path.read_bytes()), fields_of(data)
    assert fields.keys() - before.keys() == {254, 305}
    dataset, plain = opened(path), gdal.Open(str(path))
    assert dataset.GetMetadataItem("TIFFTAG_SOFTWARE") == "maker"
    assert dataset.GetGeoTransform() == (1.0 + TRANSFORM[0] - 1.0, *TRANSFORM[1:])
    np.testing.assert_array_equal(plain.ReadAsArray(), noise("int16", 2))


def test_bytes_behind_the_pixels_are_moved_before_them():
    """Where a version of GDAL lays its files out otherwise: values of fields behind the pixels."""
    data = encoded(profile(bands=3), noise(bands=3), None)
    template = TiffTemplate.of(data + b"behind", 3 * 24 * 16)
    assert (
        TiffTemplate.of(template.file(1.0, 2.0, bytes(3 * 24 * 16)), 3 * 24 * 16).before
        == template.file(1.0, 2.0, bytes(3 * 24 * 16))[: len(template.before)]
    )
    gdal.FileFromMemBuffer("/vsimem/moved.tif", template.file(5.0, 6.0, bytes(3 * 24 * 16)))
    dataset = gdal.Open("/vsimem/moved.tif")
    assert dataset.GetGeoTransform()[::3] == (5.0, 6.0)
    del dataset
    gdal.Unlink("/vsimem/moved.tif")
