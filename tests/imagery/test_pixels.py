"""Every pixel of every chip against GDAL's own reading of the source."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import UTM, limit, memory_layer, noise, pixels_of, read_raster, run, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

LANDSAT = (288776.3, 28.499999999274539, 0.0, 9120760.7, 0.0, -28.499999999274539)
OBLONG = (123456.789, 0.3, 0.0, 7654321.123, 0.0, -0.7)
GEOGRAPHIC = (-35.1, 1 / 3600, 0.0, -7.9, 0.0, -1 / 3600)
TINY = (-0.1, 1e-7, 0.0, 0.1, 0.0, -1e-7)


def no_labels(crs=UTM):
    return memory_layer([], crs=crs)


def check(tmp_path, source, tile, stride, crs=UTM, fill=0, **parameters):
    """Export a raster and compare every chip with the source's padded pixels."""
    exported = run(
        tmp_path / "out",
        IN_RASTER=source,
        IN_CLASS_DATA=no_labels(crs),
        TILE_SIZE_X=tile[0],
        TILE_SIZE_Y=tile[1],
        STRIDE_X=stride[0],
        STRIDE_Y=stride[1],
        **parameters,
    )
    pixels = pixels_of(source)
    left, cell_x, _, top, _, cell_y = read_raster(source).GetGeoTransform()
    _, rows, columns = pixels.shape
    padded = np.pad(pixels, ((0, 0), (0, tile[1]), (0, tile[0])), constant_values=fill)
    places = [
        (row, column)
        for row in starts(rows, tile[1], stride[1])
        for column in starts(columns, tile[0], stride[0])
        if (pixels[:, row : row + tile[1], column : column + tile[0]] != fill).any()
    ]
    assert exported.outputs["CHIP_COUNT"] == len(places) == len(exported.stems())
    for (row, column), stem in zip(places, exported.stems()):
        chip = exported.image(stem)
        expected = padded[:, row : row + tile[1], column : column + tile[0]]
        found = pixels_of(chip)
        assert found.dtype == pixels.dtype
        np.testing.assert_array_equal(found, expected, err_msg=f"{stem} at {row}, {column}")
        place = (left + column * cell_x, cell_x, 0.0, top + row * cell_y, 0.0, cell_y)
        digits = 1e-15 if chip.suffix == ".tif" else 1e-10  # a world file has ten decimals
        assert read_raster(chip).GetGeoTransform() == pytest.approx(place, rel=digits, abs=digits * 2)
    return exported


def starts(size: int, tile: int, stride: int) -> list[int]:
    """Return the chips' first pixels along an axis, one after another until the border is reached."""
    found = [0]
    while found[-1] + tile < size and found[-1] + stride < size:
        found.append(found[-1] + stride)
    return found


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "uint32", "int32", "float32", "float64"])
def test_every_pixel_type_is_kept_bit_for_bit(tmp_path, dtype):
    source = write_raster(tmp_path / "in.tif", noise(2, 50, 70, dtype))
    check(tmp_path, source, (32, 24), (16, 12))


@pytest.mark.parametrize("transform", [LANDSAT, OBLONG, TINY])
@pytest.mark.parametrize("bands", [1, 3])
def test_odd_geotransforms_do_not_shift_pixels(tmp_path, transform, bands):
    source = write_raster(tmp_path / "in.tif", noise(bands, 61, 83), transform)
    check(tmp_path, source, (16, 16), (7, 11))


def test_a_geographic_raster_is_cut_like_any_other(tmp_path):
    source = write_raster(tmp_path / "in.tif", noise(3, 61, 83), GEOGRAPHIC, crs="EPSG:4674")
    check(tmp_path, source, (16, 16), (9, 9), crs="EPSG:4674")


@pytest.mark.parametrize(
    ("tile", "stride"),
    [((16, 16), (16, 16)), ((16, 8), (5, 8)), ((10, 10), (25, 13)), ((1, 1), (9, 9)), ((200, 10), (50, 10))],
)
def test_strides_below_at_and_above_the_tile(tmp_path, tile, stride):
    source = write_raster(tmp_path / "in.tif", noise(1, 45, 57))
    check(tmp_path, source, tile, stride)


def test_a_raster_smaller_than_a_chip_gives_one_padded_chip(tmp_path):
    source = write_raster(tmp_path / "in.tif", noise(3, 20, 30))
    exported = check(tmp_path, source, (64, 48), (32, 32))
    assert exported.outputs["CHIP_COUNT"] == 1


@pytest.mark.parametrize(
    ("dtype", "nodata"),
    [("uint8", 255), ("int16", -32768), ("uint16", 65535), ("float32", -9999.0), ("float64", float("nan"))],
)
def test_padding_is_the_nodata_value(tmp_path, dtype, nodata):
    source = write_raster(tmp_path / "in.tif", noise(2, 20, 30, dtype), nodata=nodata)
    exported = check(tmp_path, source, (16, 16), (16, 16), fill=nodata)
    chip = read_raster(exported.image(exported.stems()[0]))
    assert chip.GetRasterBand(1).GetNoDataValue() == pytest.approx(nodata, nan_ok=True)


def test_nodata_pixels_and_nan_stay_what_they_are(tmp_path):
    pixels = noise(1, 40, 40, "float32")
    pixels[0, 3:9, 5:20] = np.nan
    pixels[0, 20:30, 5:20] = -9999
    source = write_raster(tmp_path / "in.tif", pixels, nodata=-9999)
    check(tmp_path, source, (16, 16), (8, 8), fill=-9999)


def test_batches_that_split_a_row_of_chips_give_the_same_pixels(tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=3000)
    source = write_raster(tmp_path / "in.tif", noise(2, 61, 83), LANDSAT)
    check(tmp_path, source, (16, 16), (7, 11))


@pytest.mark.parametrize("format_name", ["PNG", "MRF"])
def test_lossless_formats_hold_the_same_pixels(tmp_path, format_name):
    source = write_raster(tmp_path / "in.tif", noise(3, 50, 70, "uint16"), LANDSAT)
    check(tmp_path, source, (32, 24), (16, 12), IMAGE_CHIP_FORMAT=format_name)


def test_raw_values_of_a_virtual_mosaic_are_read(tmp_path):
    from osgeo import gdal

    parts = [
        write_raster(
            tmp_path / "a.tif", noise(2, 40, 30, seed=1), (0.0, 1.0, 0.0, 100.0, 0.0, -1.0), nodata=0
        ),
        write_raster(
            tmp_path / "b.tif", noise(2, 40, 30, seed=2), (40.0, 1.0, 0.0, 90.0, 0.0, -1.0), nodata=0
        ),
    ]
    source = tmp_path / "mosaic.vrt"
    mosaic = gdal.BuildVRT(str(source), [str(part) for part in parts])
    mosaic.FlushCache()
    exported = check(tmp_path, source, (16, 16), (16, 16))
    assert "Chips left out because they have no valid pixel: 2." in exported.log.infos
