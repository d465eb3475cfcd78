"""Uncompressed TIFF files read past GDAL's cache: the same pixels, by blocks where that goes wrong."""

from __future__ import annotations

import itertools
import os

import numpy as np
import pytest
from label_scenes import export, layer_in_pixels, refusal
from osgeo import gdal
from scenes import noise, rectangle, write_raster

from training_data_exporter.chipping.pixel_types import gdal_type
from training_data_exporter.chipping.window import Window
from training_data_exporter.imagery import direct_reading, stored_pixels
from training_data_exporter.imagery.direct_reading import DirectReading

ROWS, COLUMNS = 150, 203
WHOLE = Window(0, 0, ROWS, COLUMNS)
WINDOWS = [WHOLE, Window(10, 20, 100, 150), Window(31, 63, 2, 2), Window(149, 0, 1, COLUMNS)]
TYPES = ["uint8", "uint16", "int16", "uint32", "int32", "float32", "float64"]
BLOCKS = {
    "strips": [],
    "low strips": ["BLOCKYSIZE=7"],
    "tiles": ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=32"],
}
KINDS = {
    "plain": [],
    "big-endian": ["ENDIANNESS=BIG"],
    "sparse": ["SPARSE_OK=YES"],
    "fewer bits": ["NBITS=7"],
    "BigTIFF": ["BIGTIFF=YES"],
    "band by band": ["INTERLEAVE=BAND"],
}

needs_option = pytest.mark.skipif(
    not hasattr(gdal, "SetThreadLocalConfigOption"), reason="GDAL has no options of a thread in Python yet"
)


def written(path, values, options):
    """Write (bands, rows, columns) to a TIFF file; of a sparse one only the blocks in the middle."""
    bands, rows, columns = values.shape
    driver = gdal.GetDriverByName("GTiff")
    dataset = driver.Create(str(path), columns, rows, bands, gdal_type(values.dtype.name), options)
    part = Window(64, 64, 32, 64) if "SPARSE_OK=YES" in options else Window(0, 0, rows, columns)
    inner = np.ascontiguousarray(values[:, part.row_off : part.row_end, part.col_off : part.col_end])
    dataset.WriteRaster(part.col_off, part.row_off, part.width, part.height, inner.tobytes())
    expected = np.zeros_like(values)
    expected[:, part.row_off : part.row_end, part.col_off : part.col_end] = inner
    del dataset
    return expected


def room_for(bands, window, dtype, by_pixel):
    """Return memory of (bands, rows, columns), whose pixels or whose bands lie together."""
    if by_pixel:
        return np.zeros((window.height, window.width, bands), dtype).transpose(2, 0, 1)
    return np.zeros((bands, window.height, window.width), dtype)


@needs_option
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("blocks", BLOCKS)
@pytest.mark.parametrize("dtype", TYPES)
def test_the_pixels_are_those_that_were_written(tmp_path, dtype, blocks, kind):
    random = np.random.default_rng(7)
    for bands in (1, 3, 8):
        values = random.integers(0, 99, (bands, ROWS, COLUMNS)).astype(dtype)
        options = [*KINDS[kind], *BLOCKS[blocks], "INTERLEAVE=PIXEL"]  # the first of two counts
        if kind == "fewer bits" and dtype not in ("uint8", "uint16"):
            return
        path = tmp_path / f"{bands}.tif"
        expected = written(path, values, options)
        direct = DirectReading.of(gdal.Open(str(path)), ())
        if kind == "band by band" and bands > 1:
            assert direct is None
            continue
        assert direct is not None
        for window, by_pixel in itertools.product(WINDOWS, (True, False)):
            room = room_for(bands, window, dtype, by_pixel)
            assert direct.read(window, room, gdal_type(dtype))
            rows, columns = window.slices(WHOLE)
            np.testing.assert_array_equal(room, expected[:, rows, columns])


@needs_option
def test_what_gdal_is_told_is_put_back(tmp_path):
    written(tmp_path / "in.tif", noise(3, 20, 20), ["INTERLEAVE=PIXEL"])
    for before in (None, "NO"):
        gdal.SetThreadLocalConfigOption("GTIFF_DIRECT_IO", before)
        try:
            assert DirectReading.of(gdal.Open(str(tmp_path / "in.tif")), ()) is not None
            assert gdal.GetThreadLocalConfigOption("GTIFF_DIRECT_IO") == before
        finally:
            gdal.SetThreadLocalConfigOption("GTIFF_DIRECT_IO", None)


@pytest.mark.parametrize("options", [["COMPRESS=DEFLATE"], ["COMPRESS=LZW", "TILED=YES"]])
def test_compressed_files_are_read_block_by_block(tmp_path, options):
    written(tmp_path / "in.tif", noise(3, 64, 64), ["INTERLEAVE=PIXEL", *options])
    assert DirectReading.of(gdal.Open(str(tmp_path / "in.tif")), ()) is None


def test_files_of_other_drivers_and_in_memory_are_read_as_before(tmp_path):
    values = noise(3, 64, 64)
    written(tmp_path / "in.tif", values, ["INTERLEAVE=PIXEL"])
    source = gdal.Open(str(tmp_path / "in.tif"))
    copies = [("VRT", tmp_path / "in.vrt"), ("ENVI", tmp_path / "in.bin"), ("GTiff", "/vsimem/in.tif")]
    for driver, path in copies:
        gdal.GetDriverByName(driver).CreateCopy(str(path), source).FlushCache()
        assert DirectReading.of(gdal.Open(str(path)), ()) is None, driver
    gdal.Unlink("/vsimem/in.tif")


@needs_option
def test_a_file_that_takes_long_is_read_block_by_block_from_then_on(tmp_path, monkeypatch):
    values = noise(3, 64, 64)
    written(tmp_path / "in.tif", values, ["INTERLEAVE=PIXEL"])
    direct = DirectReading.of(gdal.Open(str(tmp_path / "in.tif")), ())
    monkeypatch.setattr(direct_reading, "_PATIENCE", -10.0)
    window = Window(0, 0, 64, 64)
    room = room_for(3, window, "uint8", True)
    assert direct.read(window, room, gdal.GDT_Byte)
    np.testing.assert_array_equal(room, values)
    assert not direct.read(window, room, gdal.GDT_Byte)


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize("blocks", BLOCKS)
def test_a_file_that_ends_too_soon_is_said_in_gdals_words(tmp_path, blocks):
    path = write_raster(tmp_path / "plain.tif", noise(3, 192, 192))
    short = tmp_path / "short.tif"
    options = ["INTERLEAVE=PIXEL", *BLOCKS[blocks]]
    gdal.GetDriverByName("GTiff").CreateCopy(str(short), gdal.Open(str(path)), options=options).FlushCache()
    os.truncate(short, short.stat().st_size * 2 // 3)
    labels = layer_in_pixels([(rectangle(4, 4, 60, 60), 1)])
    parameters = {"CLASS_VALUE_FIELD": "kind", "TILE_SIZE_X": 64, "TILE_SIZE_Y": 64}
    said = refusal(tmp_path / "out", short, labels, **parameters)
    assert "TIFFReadEncoded" in said


@pytest.mark.usefixtures("qgis_app")
def test_an_export_reads_so_and_makes_the_same_chips(tmp_path, monkeypatch):
    path = write_raster(tmp_path / "plain.tif", noise(4, 192, 192, "uint16"), nodata=0)
    stored = tmp_path / "stored.tif"
    options = ["INTERLEAVE=PIXEL", "TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"]
    gdal.GetDriverByName("GTiff").CreateCopy(str(stored), gdal.Open(str(path)), options=options).FlushCache()
    labels, read = layer_in_pixels([(rectangle(4, 4, 60, 60), 1)]), []
    directly = DirectReading.read

    def counted(self, *given):
        read.append(directly(self, *given))
        return read[-1]

    monkeypatch.setattr(DirectReading, "read", counted)
    one = export(tmp_path / "one", stored, labels, 48, 40, CLASS_VALUE_FIELD="kind")
    assert read
    assert all(read) == hasattr(gdal, "SetThreadLocalConfigOption")
    monkeypatch.setattr(stored_pixels.DirectReading, "of", lambda dataset, options: None)
    other = export(tmp_path / "two", stored, labels, 48, 40, CLASS_VALUE_FIELD="kind")
    chips = sorted(each.name for each in (tmp_path / "one" / "images").glob("*.tif"))
    assert len(chips) == 25
    assert one is not other
    for name in chips:
        mine, theirs = (tmp_path / folder / "images" / name for folder in ("one", "two"))
        assert mine.read_bytes() == theirs.read_bytes()
