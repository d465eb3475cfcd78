"""Files of every driver and kind: random windows, band by band and mask by mask, against GDAL's reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import QgsRasterLayer
from scenes import SQUARES_OF_2, UTM, noise, rectangle, spatial_reference, write_raster

from training_data_exporter.chipping.chip import PixelBlock
from training_data_exporter.chipping.window import Window
from training_data_exporter.imagery.file import FilePixels, layer_dataset
from training_data_exporter.imagery.open import open_imagery
from training_data_exporter.imagery.provider import ProviderPixels
from training_data_exporter.imagery.validity.valid_pixels import valid_pixels

pytestmark = pytest.mark.usefixtures("qgis_app")

ROWS, COLUMNS = 100, 120
WINDOWS = 200
Made = Callable[[Path], "Path | str"]


def has_driver(name: str) -> bool:
    return gdal.GetDriverByName(name) is not None


def translated(driver: str, suffix: str, bands: int = 3, dtype: str = "uint8", **options: Any) -> Made:
    """Return a maker of a file of a driver."""

    def make(folder: Path) -> Path:
        source = write_raster(folder / "plain.tif", noise(bands, ROWS, COLUMNS, dtype))
        path = folder / f"in.{suffix}"
        created = gdal.Translate(str(path), str(source), format=driver, **options)
        assert created is not None
        created.FlushCache()
        return path

    return make


def co(*options: str) -> dict[str, list[str]]:
    return {"creationOptions": list(options)}


DRIVERS = {
    "tiles": ("GTiff", "tif", co("TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=32")),
    "band by band": ("GTiff", "tif", co("INTERLEAVE=BAND", "COMPRESS=LZW")),
    "deflate strips": ("GTiff", "tif", co("COMPRESS=DEFLATE", "PREDICTOR=2", "BLOCKYSIZE=7")),
    "jpeg in tiff": ("GTiff", "tif", co("COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "TILED=YES")),
    "cog": ("COG", "tif", co("BLOCKSIZE=128")),
    "geopackage": ("GPKG", "gpkg", co("TILE_FORMAT=PNG")),
    "jp2": ("JP2OpenJPEG", "jp2", co("REVERSIBLE=YES", "QUALITY=100", "BLOCKXSIZE=64", "BLOCKYSIZE=64")),
    "hfa": ("HFA", "img", {}),
    "envi": ("ENVI", "dat", co("INTERLEAVE=BIL")),
    "png": ("PNG", "png", co("WORLDFILE=YES")),
    "jpeg": ("JPEG", "jpg", co("WORLDFILE=YES")),
    "mrf": ("MRF", "mrf", co("COMPRESS=LERC", "BLOCKSIZE=64")),
    "webp": ("WEBP", "webp", co("LOSSLESS=YES")),
    "pcidsk": ("PCIDSK", "pix", {}),
    "bmp": ("BMP", "bmp", {}),
}
SINGLE_BAND = {
    "ascii grid": ("AAIGrid", "asc", "int32"),
    "usgs float grid": ("EHdr", "bil", "float32"),
    "saga": ("SAGA", "sdat", "float64"),
    "surfer": ("GSBG", "grd", "float32"),
    "gxf-like rst": ("RST", "rst", "float32"),
    "16-bit png": ("PNG", "png", "uint16"),
    "netcdf": ("netCDF", "nc", "int16"),
    "zarr": ("Zarr", "zarr", "uint16"),
}


def mosaic_of(
    folder: Path, places: Sequence[tuple[float, float]], nodata: float | None = None, bands: int = 2
) -> list[str]:
    paths = []
    for number, (column, row) in enumerate(places):
        place = (SQUARES_OF_2[0] + 2 * column, 2.0, 0.0, SQUARES_OF_2[3] - 2 * row, 0.0, -2.0)
        pixels = np.maximum(noise(bands, 60, 70, seed=number), 1)
        paths.append(str(write_raster(folder / f"{number}.tif", pixels, place, nodata=nodata)))
    return paths


def vrt(name: str, **options: Any) -> Made:
    """Return a maker of a virtual raster."""

    def make(folder: Path) -> Path:
        sources = {
            "touching": lambda: mosaic_of(folder, [(0, 0), (70, 0), (0, 60), (70, 60)]),
            "between pixels": lambda: mosaic_of(folder, [(0, 0), (70.4, 0.4), (20.7, 60.3)]),
            "with gaps": lambda: mosaic_of(folder, [(0, 0), (100, 0), (20, 80)]),
            "with nodata": lambda: mosaic_of(folder, [(0, 0), (100, 0), (20, 80)], nodata=0),
            "stack": lambda: stack_of(folder),
            "unequal stack": lambda: mosaic_of(folder, [(0, 0), (40, 30)], bands=1),
        }[name]()
        path = folder / "in.vrt"
        gdal.BuildVRT(str(path), sources, **options).FlushCache()
        return path

    return make


def stack_of(folder: Path) -> list[str]:
    """Return the files of two bands, one with cells twice as wide, as satellites have."""
    fine = write_raster(folder / "fine.tif", noise(1, ROWS, COLUMNS, "uint16"))
    wide = (SQUARES_OF_2[0], 4.0, 0.0, SQUARES_OF_2[3], 0.0, -4.0)
    coarse = write_raster(folder / "coarse.tif", noise(1, ROWS // 2, COLUMNS // 2, "uint16", 8), wide)
    return [str(fine), str(coarse)]


def virtual(change: Callable[[Any], Any], bands: int = 2, **options: Any) -> Made:
    """Return a maker of a virtual raster of a file that is then changed."""

    def make(folder: Path) -> Path:
        source = write_raster(folder / "plain.tif", noise(bands, ROWS, COLUMNS))
        path = folder / "in.vrt"
        dataset = gdal.Translate(str(path), str(source), format="VRT", **options)
        change(dataset)
        dataset.FlushCache()
        return path

    return make


def set_south_up(dataset: Any) -> None:
    left, cell, _, top, _, _ = dataset.GetGeoTransform()
    dataset.SetGeoTransform((left, cell, 0.0, top - cell * dataset.RasterYSize, 0.0, cell))


def set_scale(dataset: Any) -> None:
    for number in range(1, dataset.RasterCount + 1):
        dataset.GetRasterBand(number).SetScale(0.0001)
        dataset.GetRasterBand(number).SetOffset(-0.1)


def set_rpc(dataset: Any) -> None:
    """Give a camera model to an orthoimage, which has no use for it any more."""
    rows = {"LINE_OFF": "75", "SAMP_OFF": "85", "LAT_OFF": "-7.9", "LONG_OFF": "-34.9", "HEIGHT_OFF": "0"}
    scales = {f"{name[:-4]}_SCALE": "100" for name in rows}
    coefficients = {
        f"{name}_COEFF": " ".join(["0"] * 20) for name in ("LINE_NUM", "LINE_DEN", "SAMP_NUM", "SAMP_DEN")
    }
    coefficients["LINE_NUM_COEFF"] = "0 0 1 " + " ".join(["0"] * 17)
    coefficients["SAMP_NUM_COEFF"] = "0 1 0 " + " ".join(["0"] * 17)
    for name in ("LINE_DEN_COEFF", "SAMP_DEN_COEFF"):
        coefficients[name] = "1 " + " ".join(["0"] * 19)
    dataset.SetMetadata({**rows, **scales, **coefficients}, "RPC")


def set_shear_of_rounding(dataset: Any) -> None:
    left, cell, _, top, _, down = dataset.GetGeoTransform()
    dataset.SetGeoTransform((left, cell, 1e-15, top, -3e-15, down))


VIRTUAL = {
    "a mosaic": vrt("touching"),
    "a mosaic between pixels": vrt("between pixels"),
    "a mosaic with gaps": vrt("with gaps"),
    "a mosaic with nodata": vrt("with nodata"),
    "a stack of unequal cells": vrt("stack", separate=True, resolution="highest"),
    "a stack of unequal cells, coarse": vrt("stack", separate=True, resolution="lowest"),
    "a smoothed stack": vrt("stack", separate=True, resolution="highest", resampleAlg="cubic"),
    "a stack of unequal extents": vrt("unequal stack", separate=True),
    "-outsize": virtual(lambda dataset: None, width=70, height=60),
    "-outsize, larger": virtual(lambda dataset: None, width=200, height=180, resampleAlg="bilinear"),
    "south up": virtual(set_south_up),
    "scale and offset": virtual(set_scale),
    "a camera model beside a geotransform": virtual(set_rpc),
    "a shear of rounding": virtual(set_shear_of_rounding),
}


def typed(dtype: str, nodata: Sequence[float | None], options: Sequence[str] = ()) -> Made:
    """Return a maker of a virtual raster whose bands have a nodata value each."""

    def make(folder: Path) -> Path:
        pixels = noise(len(nodata), ROWS, COLUMNS, dtype)
        for band, value in zip(pixels, nodata):
            if value is not None:
                band[10:40, 20:70] = value
        write_raster(folder / "plain.tif", pixels)
        path = folder / "in.vrt"
        dataset = gdal.Translate(str(path), str(folder / "plain.tif"), format="VRT")
        for number, value in enumerate(nodata, start=1):
            if value is not None:
                dataset.GetRasterBand(number).SetNoDataValue(value)
        dataset.FlushCache()
        return path

    return make


@contextmanager
def internal_masks(setting: str):
    before = gdal.GetConfigOption("GDAL_TIFF_INTERNAL_MASK")
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", setting)
    try:
        yield
    finally:
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", before)


def masked(per_band: bool, inside: str = "NO") -> Made:
    """Return a maker of a file with masks, one for all bands or one for each."""

    def make(folder: Path) -> Path:
        path = write_raster(folder / "in.tif", noise(3, ROWS, COLUMNS))
        with internal_masks(inside):
            dataset = gdal.Open(str(path), gdal.GA_Update)
            dataset.CreateMaskBand(0 if per_band else gdal.GMF_PER_DATASET)
            generator = np.random.default_rng(3)
            for number in range(1, 4 if per_band else 2):
                visible = generator.integers(0, 2, (ROWS, COLUMNS), dtype="uint8") * 255
                dataset.GetRasterBand(number).GetMaskBand().WriteArray(visible)
            del dataset
        return path

    return make


def all_nodata_values(folder: Path) -> Path:
    """A pixel is nodata where all bands hold their value (metadata NODATA_VALUES)."""
    pixels = noise(3, ROWS, COLUMNS)
    pixels[:, 20:50, 30:60] = 7
    path = write_raster(folder / "in.tif", pixels)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.SetMetadataItem("NODATA_VALUES", "7 7 7")
    del dataset
    return path


MASKS = {
    "nodata per band": typed("uint16", (0, 65535, 9)),
    "nodata on one band": typed("int16", (None, -32768, None)),
    "nodata of bytes": typed("uint8", (0, 0, 0)),
    "nodata of bytes per band": typed("uint8", (0, 255, None)),
    "nodata of floats": typed("float32", (-3.4028234663852886e38, -9999.0)),
    "nodata of doubles": typed("float64", (1e-300, None, -9999.9)),
    "nodata that a type cannot hold": typed("uint8", (None, None)),
    "a mask": masked(per_band=False),
    "a mask in the file": masked(per_band=False, inside="YES"),
    "masks per band": masked(per_band=True),
    "nodata where all bands say so": all_nodata_values,
}


def random_windows(width: int, height: int) -> list[Window]:
    generator = np.random.default_rng(11)
    windows = []
    for _ in range(WINDOWS):
        columns = sorted(generator.choice(width + 1, 2, replace=False).tolist())
        rows = sorted(generator.choice(height + 1, 2, replace=False).tolist())
        windows.append(Window(rows[0], columns[0], rows[1] - rows[0], columns[1] - columns[0]))
    return windows


def check_windows(source: Path | str, gaps: bool = False) -> FilePixels:
    """Hold random windows to GDAL's own reading of them: values, and which count.

    Args:
        source: the raster.
        gaps: it has gaps that GDAL's mask bands do not know; then a pixel of a gap may be left out.
    """
    layer = QgsRasterLayer(str(source), "in", "gdal")
    assert layer.isValid()
    imagery = open_imagery(layer, 64, 64)
    dataset = gdal.Open(str(source))
    frame = imagery.frame
    assert (frame.width, frame.height) == (dataset.RasterXSize, dataset.RasterYSize)
    turned = dataset.GetGeoTransform()[5] > 0
    for window in random_windows(frame.width, frame.height):
        block = imagery.read(window, lambda: None)
        row = frame.height - window.row_end if turned else window.row_off
        place = (window.col_off, row, window.width, window.height)
        expected = dataset.ReadAsArray(*place).reshape(dataset.RasterCount, window.height, window.width)
        order = slice(None, None, -1 if turned else 1)
        np.testing.assert_array_equal(block.values, expected[:, order])
        valid = valid_pixels(block, imagery.profile)
        counting = np.ones(expected.shape, bool) if valid is None else np.broadcast_to(valid, expected.shape)
        for number in range(1, dataset.RasterCount + 1):
            if dataset.GetRasterBand(number).GetColorInterpretation() == gdal.GCI_AlphaBand:
                continue  # what it makes transparent counts in no band, its own included
            own = dataset.GetRasterBand(number).GetMaskBand().ReadAsArray(*place)[order] != 0
            own &= np.isfinite(expected[number - 1, order])
            found = counting[number - 1]
            if gaps:
                assert not (found & ~own).any()
                assert (expected[number - 1, order][own & ~found] == 0).all()
            else:
                np.testing.assert_array_equal(found, own)
    return imagery.pixels


@pytest.mark.parametrize("kind", DRIVERS)
def test_every_driver(tmp_path, kind):
    driver, suffix, options = DRIVERS[kind]
    if not has_driver(driver):
        pytest.skip(f"this GDAL has no driver {driver}")
    check_windows(translated(driver, suffix, **options)(tmp_path))


@pytest.mark.parametrize("kind", SINGLE_BAND)
def test_every_driver_of_one_band(tmp_path, kind):
    driver, suffix, dtype = SINGLE_BAND[kind]
    if not has_driver(driver):
        pytest.skip(f"this GDAL has no driver {driver}")
    check_windows(translated(driver, suffix, 1, dtype)(tmp_path))


@pytest.mark.parametrize("kind", VIRTUAL)
def test_every_virtual_raster(tmp_path, kind):
    check_windows(VIRTUAL[kind](tmp_path), gaps=True)


@pytest.mark.parametrize("kind", MASKS)
def test_every_mask(tmp_path, kind):
    check_windows(MASKS[kind](tmp_path))


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "uint32", "int32", "float32", "float64"])
def test_every_pixel_type(tmp_path, dtype):
    source = write_raster(tmp_path / "in.tif", noise(2, ROWS, COLUMNS, dtype), nodata=1)
    assert check_windows(source).bands.dtype == dtype


@pytest.mark.skipif(not has_driver("GTI"), reason="this GDAL has no tile index driver")
def test_a_tile_index(tmp_path):
    sources = mosaic_of(tmp_path, [(0, 0), (70, 0), (0, 60), (70, 60)])
    index = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "index.gti.gpkg"))
    layer = index.CreateLayer("index", spatial_reference(UTM), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("location", ogr.OFTString))
    for path in sources:
        file = gdal.Open(path)
        left, cell, _, top, _, _ = file.GetGeoTransform()
        right, bottom = left + cell * file.RasterXSize, top - cell * file.RasterYSize
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("location", path)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(rectangle(left, bottom, right, top)))
        layer.CreateFeature(feature)
    del feature, layer, index
    check_windows(tmp_path / "index.gti.gpkg")


def test_mbtiles(tmp_path):
    cell = 2 * 20037508.342789244 / 256 / 2**14
    place = (-3888000.0, cell, 0.0, -890000.0, 0.0, -cell)
    source = write_raster(tmp_path / "plain.tif", noise(3, ROWS, COLUMNS), place, crs="EPSG:3857")
    path = tmp_path / "in.mbtiles"
    gdal.Translate(str(path), str(source), format="MBTILES").FlushCache()
    check_windows(path)


# Both ways to the pixels of a file.

ALIGNED = [*(DRIVERS[kind] for kind in ("tiles", "band by band", "geopackage", "hfa", "envi", "png"))]


@pytest.mark.parametrize("driver, suffix, options", ALIGNED)
def test_the_provider_gives_the_same_pixels_as_gdal(tmp_path, driver, suffix, options):
    layer = QgsRasterLayer(str(translated(driver, suffix, **options)(tmp_path)), "in", "gdal")
    direct, through = FilePixels.of(layer, layer_dataset(layer)), ProviderPixels.of(layer)
    assert direct.frame == through.frame
    assert direct.bands == through.bands
    for window in random_windows(COLUMNS, ROWS)[:50]:
        blocks = []
        for pixels in (direct, through):
            values = np.zeros((3, window.height, window.width), dtype="uint8")
            pixels.read(window, PixelBlock(values), lambda: None)
            blocks.append(values)
        np.testing.assert_array_equal(*blocks)


def test_the_two_bands_of_a_stack_have_gaps_of_their_own(tmp_path):
    """Files of 70 x 60 pixels at 0, 0 and at 40, 30: each band has its own three quarters of nothing."""
    layer = QgsRasterLayer(str(VIRTUAL["a stack of unequal extents"](tmp_path)), "in", "gdal")
    imagery = open_imagery(layer, 64, 64)
    assert (imagery.frame.width, imagery.frame.height) == (110, 90)
    block = imagery.read(Window(0, 0, 90, 110), lambda: None)
    expected = np.zeros((2, 90, 110), bool)
    expected[0, :60, :70] = expected[1, 30:, 40:] = True
    np.testing.assert_array_equal(block.mask, expected)


def test_the_gaps_of_a_south_up_mosaic_are_not_mirrored(tmp_path):
    path = VIRTUAL["a mosaic with gaps"](tmp_path)
    upright = open_imagery(QgsRasterLayer(str(path), "in", "gdal"), 64, 64)
    whole = Window(0, 0, upright.frame.height, upright.frame.width)
    block = upright.read(whole, lambda: None)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    set_south_up(dataset)
    dataset.FlushCache()
    del dataset
    turned = open_imagery(QgsRasterLayer(str(path), "in", "gdal"), 64, 64).read(whole, lambda: None)
    np.testing.assert_array_equal(turned.values, block.values[:, ::-1])
    np.testing.assert_array_equal(turned.mask, block.mask[::-1])
    assert not block.mask.all()
