"""Imagery of every kind: chips keep its type, nodata, alpha, mask and palette; statistics, what counts."""

from __future__ import annotations

import re

import numpy as np
import pytest
from label_scenes import BOX_FORMATS, METADATA_FORMATS, class_map, export, layer_in_pixels, masks
from osgeo import gdal
from scenes import SQUARES_OF_2, noise, pixels_of, read_raster, rectangle, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

COLUMNS, ROWS, TILE = 40, 32, 16
ACROSS, DOWN = 3, 2  # the last column of chips is padded
HOLE = (slice(0, 16), slice(16, 32))  # the second chip
SOME = (slice(20, 25), slice(3, 12))  # pixels of the fourth


@pytest.fixture
def exported(tmp_path):
    """Return a function that exports a raster with one label in every chip."""
    corners = [(column * TILE, row * TILE) for row in range(DOWN) for column in range(ACROSS)]
    labels = [(rectangle(x + 1, y + 2, x + 7, y + 6), 1) for x, y in corners]

    def run(raster, metadata_format="KITTI_rectangles", **parameters):
        fixed = {"CLASS_VALUE_FIELD": "kind", "METADATA_FORMAT": metadata_format}
        return export(tmp_path / "out", raster, layer_in_pixels(labels), TILE, **{**fixed, **parameters})

    return run


def parts(pixels: np.ndarray, fill: float = 0) -> list[np.ndarray]:
    """Return the chips of (bands, rows, columns), padded."""
    padded = np.full((pixels.shape[0], DOWN * TILE, ACROSS * TILE), fill, pixels.dtype)
    padded[:, :ROWS, :COLUMNS] = pixels
    return [
        padded[:, row : row + TILE, column : column + TILE]
        for row in range(0, DOWN * TILE, TILE)
        for column in range(0, ACROSS * TILE, TILE)
    ]


def check(found, pixels, valid, fill: float = 0, written=(0, 2, 3, 4, 5)) -> None:
    """Hold chips and statistics to the pixels and to which of them count.

    Args:
        valid: (bands, rows, columns).
        written: which chips have a pixel that counts.
    """
    chips, counting = parts(pixels, fill), parts(valid, False)
    assert found.outputs["CHIP_COUNT"] == len(found.stems()) == len(written)
    for stem, place in zip(found.stems(), written):
        chip = pixels_of(found.image(stem))
        assert chip.dtype == pixels.dtype
        assert np.array_equal(chip, chips[place], equal_nan=pixels.dtype.kind == "f")
    states = found.accumulated()["BandStatsState"]
    assert len(states) == len(pixels)
    for band, state in enumerate(states):
        values = np.concatenate([chips[place][band][counting[place][band]] for place in written])
        values = values.astype("float64")
        assert state["Num"] == values.size
        assert (state["Min"], state["Max"]) == (values.min(), values.max())
        assert state["M1"] == pytest.approx(values.mean(), rel=1e-9)
        assert state["M2"] == pytest.approx(((values - values.mean()) ** 2).sum(), rel=1e-7, abs=1e-6)
    left_out = ACROSS * DOWN - len(written)
    said = re.search(r"no valid pixel: (\d+)", " ".join(found.log.infos))
    assert (int(said.group(1)) if said else 0) == left_out


def nodata_of(found) -> set[float | None]:
    dataset = read_raster(found.image(found.stems()[0]))
    return {dataset.GetRasterBand(band).GetNoDataValue() for band in range(1, dataset.RasterCount + 1)}


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
@pytest.mark.parametrize("image_format", ["TIFF", "MRF"])
def test_eight_bands_of_16_bit(exported, tmp_path, metadata_format, image_format):
    pixels = noise(8, ROWS, COLUMNS, "uint16")
    pixels[pixels == 0] = 1
    pixels[(slice(None), *HOLE)] = 0
    pixels[(slice(2, 5), *SOME)] = 0
    raster = write_raster(tmp_path / "in.tif", pixels, nodata=0)
    found = exported(raster, metadata_format, IMAGE_CHIP_FORMAT=image_format)
    check(found, pixels, pixels != 0)
    assert nodata_of(found) == {0.0}
    assert found.stats()[0] == f"images = 5 *8*{TILE}*{TILE}"


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_one_band_of_floats_with_nan_as_nodata(exported, tmp_path, metadata_format):
    pixels = noise(1, ROWS, COLUMNS, "float32")
    pixels[(0, *HOLE)] = pixels[(0, *SOME)] = np.nan
    raster = write_raster(tmp_path / "in.tif", pixels, nodata=float("nan"))
    found = exported(raster, metadata_format)
    check(found, pixels, ~np.isnan(pixels), fill=np.nan)
    assert all(np.isnan(value) for value in nodata_of(found))


def test_floats_with_a_number_as_nodata_leave_out_nan_as_well(exported, tmp_path):
    pixels = noise(2, ROWS, COLUMNS, "float64")
    pixels[(0, *SOME)], pixels[(1, *SOME)] = np.nan, -9999.0
    pixels[(slice(None), *HOLE)] = -9999.0
    found = exported(write_raster(tmp_path / "in.tif", pixels, nodata=-9999.0))
    check(found, pixels, ~(np.isnan(pixels) | (pixels == -9999.0)), fill=-9999.0)


@pytest.mark.parametrize("image_format", ["TIFF", "PNG", "MRF"])
def test_a_nodata_value_that_single_bands_hold_counts_in_the_others(exported, tmp_path, image_format):
    pixels = noise(3, ROWS, COLUMNS)
    pixels[(0, *SOME)] = 255
    pixels[(0, slice(28, 30), slice(0, 16))] = pixels[(2, slice(28, 30), slice(0, 16))] = 255
    pixels[(slice(None), *HOLE)] = 255
    pixels[:, 3, 3] = 255
    raster = write_raster(tmp_path / "in.tif", pixels, nodata=255)
    found = exported(raster, IMAGE_CHIP_FORMAT=image_format)
    check(found, pixels, pixels != 255, fill=255)
    assert nodata_of(found) == {255.0}


@pytest.mark.parametrize("image_format", ["TIFF", "PNG", "MRF"])
@pytest.mark.parametrize("nodata", [(0, 65535, 9), (0, None, None), (None, 7, None), (7, 7, None)])
def test_each_band_has_its_own_nodata_value(exported, tmp_path, image_format, nodata):
    pixels = noise(3, ROWS, COLUMNS, "uint16")
    pixels[(slice(None), *SOME)] = 7
    pixels[0, 20:24, 0:4], pixels[1, 22:26, 2:6], pixels[2, 3:9, 33:39] = 0, 65535, 9
    bands = []
    for number, (plane, value) in enumerate(zip(pixels, nodata)):
        bands.append(str(write_raster(tmp_path / f"{number}.tif", plane[np.newaxis], nodata=value)))
    gdal.BuildVRT(str(tmp_path / "in.vrt"), bands, separate=True).FlushCache()
    found = exported(tmp_path / "in.vrt", IMAGE_CHIP_FORMAT=image_format)
    source = read_raster(tmp_path / "in.vrt")
    for stem in found.stems():
        chip = read_raster(found.image(stem))
        left, _, _, top, _, _ = chip.GetGeoTransform()
        column, row = round((left - SQUARES_OF_2[0]) / 2), round((SQUARES_OF_2[3] - top) / 2)
        width = min(TILE, COLUMNS - column)
        for number, value in enumerate(nodata, start=1):
            band, its = chip.GetRasterBand(number), source.GetRasterBand(number)
            assert band.GetNoDataValue() == its.GetNoDataValue() == value
            mask = band.GetMaskBand().ReadAsArray()[:, :width]
            np.testing.assert_array_equal(mask, its.GetMaskBand().ReadAsArray(column, row, width, TILE))
    counts = [state["Num"] for state in found.accumulated()["BandStatsState"]]
    assert counts == [(band != value).sum() for band, value in zip(pixels, nodata)]


@pytest.mark.parametrize("image_format", ["TIFF", "PNG"])
def test_an_alpha_band(exported, tmp_path, image_format):
    pixels = noise(4, ROWS, COLUMNS)
    pixels[3] = 255
    pixels[(3, *HOLE)] = pixels[(3, *SOME)] = 0
    pixels[3, 5, 5] = 128  # half transparent counts
    meanings = [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand]
    raster = write_raster(tmp_path / "in.tif", pixels, interpretation=meanings)
    found = exported(raster, IMAGE_CHIP_FORMAT=image_format)
    check(found, pixels, np.broadcast_to(pixels[3] != 0, pixels.shape))
    chip = read_raster(found.image(found.stems()[0]))
    assert chip.GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand


def with_mask(path, pixels, visible, inside: bool):
    """Write a raster with a mask for all bands, inside the file or beside it."""
    write_raster(path, pixels)
    before = gdal.GetConfigOption("GDAL_TIFF_INTERNAL_MASK")
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES" if inside else "NO")
    try:
        dataset = gdal.Open(str(path), gdal.GA_Update)
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.where(visible, 255, 0).astype("uint8"))
        del dataset
    finally:
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", before)
    assert path.with_name(path.name + ".msk").exists() is not inside
    return path


@pytest.mark.parametrize("bands", [1, 3])
@pytest.mark.parametrize("inside", [True, False])
def test_a_mask_decides_which_pixels_count_and_is_no_band(exported, tmp_path, bands, inside):
    pixels = noise(bands, ROWS, COLUMNS)
    visible = np.ones((ROWS, COLUMNS), bool)
    visible[HOLE] = visible[SOME] = False
    raster = with_mask(tmp_path / "in.tif", pixels, visible, inside)
    found = exported(raster)
    check(found, pixels, np.broadcast_to(visible, pixels.shape))
    shown = parts(visible[np.newaxis], False)
    for stem, place in zip(found.stems(), (0, 2, 3, 4, 5)):
        chip = read_raster(found.image(stem))
        assert chip.RasterCount == bands
        if not shown[place].all():
            band = chip.GetRasterBand(1)
            assert band.GetMaskFlags() == gdal.GMF_PER_DATASET
            assert ((band.GetMaskBand().ReadAsArray() > 0) == shown[place][0]).all()
    assert not [name for name in found.names() if name.endswith(".msk")]


def test_a_masked_out_raster_in_jpeg_and_with_labels(exported, tmp_path):
    """The number of bands is the source's, so that JPEG takes it."""
    pixels = np.full((3, ROWS, COLUMNS), 90, "uint8")
    visible = np.ones((ROWS, COLUMNS), bool)
    visible[HOLE] = False
    raster = with_mask(tmp_path / "in.tif", pixels, visible, inside=True)
    found = exported(raster, "Classified_Tiles", IMAGE_CHIP_FORMAT="JPEG")
    assert len(found.stems()) == 5
    assert all(pixels_of(found.image(stem)).shape == (3, TILE, TILE) for stem in found.stems())
    assert all((class_map(found, stem)[2:6, 1:7] == 1).all() for stem in found.stems())


@pytest.mark.parametrize("image_format", ["TIFF", "PNG"])
def test_a_palette(exported, tmp_path, image_format):
    pixels = np.random.default_rng(4).integers(0, 4, (1, ROWS, COLUMNS), dtype="uint8")
    table = {0: (0, 0, 0, 255), 1: (255, 0, 0, 255), 2: (0, 255, 0, 255), 3: (9, 8, 7, 255)}
    raster = write_raster(tmp_path / "in.tif", pixels, colors=table)
    found = exported(raster, IMAGE_CHIP_FORMAT=image_format)
    check(found, pixels, np.ones(pixels.shape, bool), written=range(6))
    for stem in found.stems():
        chip = read_raster(found.image(stem))
        band = chip.GetRasterBand(1)
        assert band.GetColorInterpretation() == gdal.GCI_PaletteIndex
        assert [band.GetColorTable().GetColorEntry(value)[:3] for value in table] == [
            color[:3] for color in table.values()
        ]


def test_a_palette_with_nodata(exported, tmp_path):
    pixels = np.random.default_rng(4).integers(1, 4, (1, ROWS, COLUMNS), dtype="uint8")
    pixels[(0, *HOLE)] = pixels[(0, *SOME)] = 200
    table = {1: (255, 0, 0, 255), 2: (0, 255, 0, 255), 3: (9, 8, 7, 255), 200: (0, 0, 0, 0)}
    found = exported(write_raster(tmp_path / "in.tif", pixels, nodata=200, colors=table))
    check(found, pixels, pixels != 200, fill=200)


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
@pytest.mark.parametrize("nofeature", ["ALL_TILES", "ONLY_TILES_WITH_FEATURES"])
def test_labels_of_a_chip_without_pixels_are_not_written(exported, tmp_path, metadata_format, nofeature):
    pixels = noise(3, ROWS, COLUMNS)
    pixels[(slice(None), *HOLE)] = 0
    raster = write_raster(tmp_path / "in.tif", pixels, nodata=0)
    found = exported(raster, metadata_format, OUTPUT_NOFEATURE_TILES=nofeature)
    assert found.outputs["CHIP_COUNT"] == found.outputs["FEATURE_COUNT"] == 5
    assert found.stems() == [f"{number:09d}" for number in range(5)]
    if metadata_format in BOX_FORMATS:
        assert [len(boxes) for boxes in found.all_boxes()] == [1] * 5
    elif metadata_format == "RCNN_Masks":
        assert [int(masks(found, stem)["1"].max()) for stem in found.stems()] == [1] * 5
    lefts = [found.transform(stem)[0] for stem in found.stems()]
    assert lefts == [SQUARES_OF_2[0] + 2 * TILE * place for place in (0, 2, 0, 1, 2)]
    assert "no valid pixel: 1" in " ".join(found.log.infos)
