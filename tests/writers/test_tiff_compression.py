"""Compressed TIFF chips: the pixels, tags, nodata values and masks of the uncompressed ones."""

from __future__ import annotations

import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from unittest import mock

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from label_scenes import export, layer_in_pixels, refusal
from osgeo import gdal
from profiles import profile
from scenes import noise, pixels_of, rectangle, write_raster
from test_images import TRANSFORM
from test_label_readers import PYTHON, read_with

from training_data_exporter.chipping.chip import Chip, ChipLabels
from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.writers import IMAGE_FORMATS
from training_data_exporter.writers.encoding.tiff_compression import TIFF_COMPRESSIONS
from training_data_exporter.writers.encoding.tiff_directory import (
    COMPRESSION,
    STRIP_BYTE_COUNTS,
    STRIP_OFFSETS,
    fields_of,
    next_directory,
    single,
)

PREDICTOR = 317
CODES = {"NONE": 1, "LZW": 5, "DEFLATE": 8, "ZSTD": 50000}
DTYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")
PATH = "images/000000001"
COMPRESSED = TIFF_COMPRESSIONS[1:]


def smooth(dtype: str, bands: int, rows: int, columns: int) -> np.ndarray:
    """Return pixels as imagery has them: neighbours are alike."""
    y, x = np.mgrid[:rows, :columns]
    waves = np.stack([np.sin(x / 9 + band) * np.cos(y / 7) for band in range(bands)])
    waves += np.random.default_rng(1).normal(0, 0.02, waves.shape)
    if np.dtype(dtype).kind == "f":
        return waves.astype(dtype)
    return np.clip(waves * 50 + 60, 0, 127).astype(dtype)


def encoded(its, compression: str, pixels, mask=None) -> bytes:
    chip = Chip("000000001", TRANSFORM, pixels, ChipLabels(), mask)
    return IMAGE_FORMATS["TIFF"](its, compression).encode(chip, PATH)[f"{PATH}.tif"]


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(COMPRESSED),
    st.sampled_from(DTYPES),
    st.integers(1, 6),
    st.integers(1, 40),
    st.integers(1, 40),
    st.sampled_from(["none", "all", "each"]),
    st.sampled_from([None, 7.0]),
    st.booleans(),
)
def test_gdal_reads_what_it_reads_of_an_uncompressed_chip(
    tmp_path_factory, compression, dtype, bands, rows, columns, masked, nodata, is_noise
):
    folder = tmp_path_factory.mktemp("chip")
    its = replace(profile(dtype, bands, size=(columns, rows)), nodata=(nodata,) * bands)
    pixels = noise(bands, rows, columns, dtype) if is_noise else smooth(dtype, bands, rows, columns)
    each = np.random.default_rng(2).random(pixels.shape) < 0.6
    mask = {"none": None, "all": each[0], "each": each}[masked]
    plain, small = (encoded(its, name, pixels, mask) for name in ("NONE", compression))
    (folder / "plain.tif").write_bytes(plain)
    (folder / "small.tif").write_bytes(small)
    expected, found = (gdal.Open(str(folder / f"{name}.tif")) for name in ("plain", "small"))
    np.testing.assert_array_equal(found.ReadAsArray().reshape(pixels.shape), pixels)
    assert found.GetGeoTransform() == expected.GetGeoTransform()
    assert found.GetProjection() == expected.GetProjection()
    for number in range(1, bands + 1):
        band, its_band = found.GetRasterBand(number), expected.GetRasterBand(number)
        assert band.GetNoDataValue() == its_band.GetNoDataValue()
        assert band.GetColorInterpretation() == its_band.GetColorInterpretation()
        assert band.GetMaskFlags() == its_band.GetMaskFlags()
        np.testing.assert_array_equal(band.GetMaskBand().ReadAsArray(), its_band.GetMaskBand().ReadAsArray())
    states = dict(tags_of(small)), dict(tags_of(plain))
    changed = {COMPRESSION, PREDICTOR, STRIP_OFFSETS, STRIP_BYTE_COUNTS}
    assert {tag: value for tag, value in states[0].items() if tag not in changed} == {
        tag: value for tag, value in states[1].items() if tag not in changed
    }
    fields = fields_of(small)
    assert single(small, fields[COMPRESSION]) == CODES[compression]
    assert single(small, fields[PREDICTOR]) == (3 if np.dtype(dtype).kind == "f" else 2)
    assert bool(int.from_bytes(small[(end := next_directory(small)) : end + 4], "little")) == (
        mask is not None
    )


def tags_of(data: bytes):
    for tag, field in fields_of(data).items():
        yield tag, (field.kind, data[field.offset : field.offset + field.size])


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
@pytest.mark.parametrize("compression", COMPRESSED)
def test_imagery_becomes_smaller(compression, dtype):
    pixels = smooth(dtype, 3, 128, 128)
    its = profile(dtype, 3, size=(128, 128))
    share = len(encoded(its, compression, pixels)) / pixels.nbytes
    assert share < IMAGE_FORMATS["TIFF"](its, compression).compressed_share


def test_deflated_strips_are_differences():
    """The strip itself, undone by hand (TIFF 6.0, section 14)."""
    pixels = noise(2, 3, 5, "uint16")
    data = encoded(profile("uint16", 2, size=(5, 3)), "DEFLATE", pixels)
    fields = fields_of(data)
    start, size = single(data, fields[STRIP_OFFSETS]), single(data, fields[STRIP_BYTE_COUNTS])
    assert start + size == len(data)
    strip = np.frombuffer(zlib.decompress(data[start:]), "<u2").reshape(3, 5, 2)
    np.testing.assert_array_equal(np.cumsum(strip, axis=1, dtype="uint16").transpose(2, 0, 1), pixels)


def test_threads_make_the_same_files():
    its = profile("uint16", 3, size=(64, 64))
    chips = [noise(3, 64, 64, "uint16", seed) for seed in range(40)]
    for compression in COMPRESSED:
        writer = IMAGE_FORMATS["TIFF"](its, compression)
        assert writer.compresses

        def made(pixels, writer=writer):
            return writer.encode(Chip("1", TRANSFORM, pixels, ChipLabels()), PATH)

        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(made, chips)) == list(map(made, chips))


def test_what_gdal_does_not_have_is_refused():
    driver = mock.Mock()
    driver.GetMetadataItem.return_value = (
        "<CreationOptionList><Option name='COMPRESS'><Value>NONE</Value><Value>LZW</Value>"
        "<Value>DEFLATE</Value></Option><Option name='B'><Value>ZSTD</Value></Option></CreationOptionList>"
    )
    module = "training_data_exporter.writers.encoding.tiff_compression.gdal"
    patched = mock.patch(f"{module}.GetDriverByName", return_value=driver)
    with patched, pytest.raises(ExportError) as caught:
        IMAGE_FORMATS["TIFF"](profile(), "ZSTD")
    assert str(caught.value) == (
        "TIFF_COMPRESSION: ZSTD is not in this version of GDAL; choose one of NONE, LZW, DEFLATE."
    )


@pytest.mark.parametrize("image_format", ["PNG", "JPEG", "MRF"])
def test_other_formats_take_no_notice(image_format):
    (said,) = IMAGE_FORMATS[image_format](profile(bands=3), "LZW").warnings()
    assert str(said) == f"TIFF_COMPRESSION: it is for TIFF chips; {image_format} takes no notice of it."
    assert not IMAGE_FORMATS[image_format](profile(bands=3)).warnings()


def labels():
    return layer_in_pixels([(rectangle(1, 1, 27, 27), 1)])


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize("compression", COMPRESSED)
def test_an_export_is_compressed(tmp_path, compression):
    pixels = smooth("uint16", 3, 40, 40)
    raster = write_raster(tmp_path / "in.tif", pixels, nodata=0)
    plain = export(tmp_path / "plain", raster, labels(), CLASS_VALUE_FIELD="kind")
    found = export(tmp_path / "out", raster, labels(), CLASS_VALUE_FIELD="kind", TIFF_COMPRESSION=compression)
    assert f"TIFF chips are compressed: {compression}." in found.log.infos
    assert not any("are compressed" in info for info in plain.log.infos)
    assert found.names() == plain.names()
    for name in found.names():
        if name.endswith(".tif"):
            np.testing.assert_array_equal(pixels_of(found.path / name), pixels_of(plain.path / name))
        elif name != "export.json":
            assert (found.path / name).read_bytes() == (plain.path / name).read_bytes()
    sizes = [
        next(float(info.split(" ")[-2]) for info in each.log.infos if info.startswith("Estimated size"))
        for each in (plain, found)
    ]
    assert sizes[1] < sizes[0]


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.skipif(not PYTHON.exists(), reason=".venv-readers is missing: run make setup")
def test_rasterio_reads_compressed_chips(tmp_path):
    pixels = smooth("uint16", 3, 40, 40)
    raster = write_raster(tmp_path / "in.tif", pixels)
    exports = [
        export(tmp_path / name, raster, labels(), CLASS_VALUE_FIELD="kind", TIFF_COMPRESSION=name)
        for name in TIFF_COMPRESSIONS
    ]
    plain, *others = read_with("rasterio_chips.py", exports)
    assert plain["000000000"]["sum"] == pixels[:, :16, :16].sum()
    assert others == [plain] * 3


@pytest.mark.usefixtures("qgis_app")
def test_a_word_that_is_no_compression_is_refused(tmp_path):
    raster = write_raster(tmp_path / "in.tif", noise(1, 16, 16))
    assert refusal(tmp_path / "out", raster, labels(), TIFF_COMPRESSION="ZIP") == (
        "TIFF_COMPRESSION: ZIP is not one of NONE, LZW, DEFLATE, ZSTD."
    )
