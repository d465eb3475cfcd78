"""Bands that the user chose: the very pixels of those bands, in that order, however they are read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from label_scenes import export, layer_in_pixels, refusal
from osgeo import gdal
from qgis.core import QgsRasterLayer, QgsRasterRange
from scenes import SQUARES_OF_2, Log, noise, pixels_of, read_raster, rectangle, write_raster

TILE = 16
RED, GREEN, BLUE = gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand
ALPHA, UNDEFINED = gdal.GCI_AlphaBand, gdal.GCI_Undefined
NAMES = ["blue", "green", "red", "rededge", "nir", "swir"]

pytestmark = pytest.mark.usefixtures("qgis_app")


def labels():
    return layer_in_pixels([(rectangle(1, 1, 7, 7), 1), (rectangle(20, 20, 27, 27), 1)])


def exported(folder, raster, **parameters):
    return export(folder / "out", raster, labels(), TILE, CLASS_VALUE_FIELD="kind", **parameters)


def layer_of(path) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(path), "scene", "gdal")
    assert layer.isValid()
    return layer


def six_bands(folder, driver: str, options, dtype: str, south_up: bool = False):
    """Write a raster of six bands, each with a nodata value of its own where the driver knows such."""
    pixels = noise(6, 40, 50, dtype)
    pixels[:, 5:9, 5:30] = 3
    source = write_raster(folder / "source.tif", pixels, names=NAMES)
    path = folder / f"scene.{driver}"
    gdal.Translate(str(path), str(source), format=driver, creationOptions=options).FlushCache()
    dataset = gdal.Open(str(path), gdal.GA_Update)
    if driver == "VRT":
        for number in (2, 5):
            dataset.GetRasterBand(number).SetNoDataValue(3)
    if south_up:
        left, cell, _, top, _, _ = SQUARES_OF_2
        dataset.SetGeoTransform([left, cell, 0.0, top - 40 * cell, 0.0, cell])
    dataset = None
    return path, pixels[:, ::-1] if south_up else pixels


FILES = [
    ("GTiff", ["INTERLEAVE=PIXEL"], "uint16", False),
    ("GTiff", ["INTERLEAVE=BAND", "TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"], "float32", False),
    ("GTiff", ["INTERLEAVE=PIXEL", "COMPRESS=DEFLATE"], "int16", True),
    ("ENVI", ["INTERLEAVE=BIL"], "uint8", False),
    ("VRT", [], "uint8", False),
]
CHOICES = [(1,), (6,), (3, 2, 1), (5, 3, 2), (6, 5, 4, 3, 2, 1), (1, 2, 3, 4, 5, 6), (2, 5)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file[0]}-{file[2]}")
@pytest.mark.parametrize("wanted", CHOICES)
def test_three_ways_to_read_bands_give_the_same(tmp_path, file, wanted):
    from training_data_exporter.chipping.window import Window
    from training_data_exporter.imagery.band_choice import ChosenBands
    from training_data_exporter.imagery.file import FilePixels, layer_dataset
    from training_data_exporter.imagery.provider import ProviderPixels
    from training_data_exporter.imagery.source import empty_block

    path, expected = six_bands(tmp_path, *file)
    layer = layer_of(path)
    layer.dataProvider().setUserNoDataValue(6, [QgsRasterRange(1, 9)])
    dataset, window = layer_dataset(layer), Window(4, 7, 21, 30)
    ways = [
        FilePixels.of(layer, dataset, wanted),
        ChosenBands.of(FilePixels.of(layer, dataset), "scene", wanted),
        ProviderPixels.of(layer, wanted),
    ]
    found = []
    for pixels in ways:
        block = empty_block(window, pixels.bands, pixels.mask_planes)
        pixels.read(window, block, lambda: None)
        np.testing.assert_array_equal(
            block.values, expected[np.subtract(wanted, 1)][:, window.row_off : 25, window.col_off : 37]
        )
        assert pixels.bands.numbers == wanted
        assert [pixels.bands.number(place) for place in range(len(wanted))] == list(wanted)
        found.append((pixels.bands, block))
    (mine, block), (around, its) = found[:2]
    assert mine == around
    assert list(mine.names) == [
        NAMES[number - 1] if file[0] != "ENVI" else mine.names[i] for i, number in enumerate(wanted)
    ]
    if file[0] == "VRT":
        assert mine.nodata == tuple(3.0 if number in (2, 5) else None for number in wanted)
    assert (block.mask is not None) == (6 in wanted)
    if block.mask is not None:
        planes = np.broadcast_to(block.mask, block.values.shape)
        np.testing.assert_array_equal(planes, np.broadcast_to(its.mask, its.values.shape))
        for number, plane, values in zip(wanted, planes, block.values):
            np.testing.assert_array_equal(plane, (values < 1) | (values > 9) if number == 6 else True)


def test_masks_of_single_bands_follow_the_choice(tmp_path):
    """A virtual mosaic whose fourth band has a gap."""
    from training_data_exporter.chipping.window import Window
    from training_data_exporter.imagery.file import FilePixels, layer_dataset
    from training_data_exporter.imagery.source import empty_block

    path, _ = six_bands(tmp_path, "VRT", [], "uint8")
    text = path.read_text()
    head, fourth, rest = text.partition('band="4"')
    path.write_text(
        head
        + fourth
        + rest.replace('<DstRect xOff="0" yOff="0" xSize="50"', '<DstRect xOff="0" yOff="0" xSize="20"', 1)
    )
    layer, window = layer_of(path), Window(0, 0, 40, 50)
    dataset = layer_dataset(layer)
    for wanted, gap in (((4, 1), 0), ((1, 3, 4), 2), ((6, 3, 1), None)):
        pixels = FilePixels.of(layer, dataset, wanted)
        block = empty_block(window, pixels.bands, pixels.mask_planes)
        pixels.read(window, block, lambda: None)
        if gap is None:
            assert block.mask is None
            continue
        for place, plane in enumerate(block.mask):
            assert plane[:, :20].all()
            assert plane[:, 20:].all() == (place != gap)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(1, 5)), st.integers(1, 4), st.integers(1, 4), st.booleans())
def test_alpha_that_is_not_chosen_still_masks(tmp_path_factory, order, count, place, has_nodata):
    folder = tmp_path_factory.mktemp("alpha")
    pixels = noise(4, 32, 32)
    pixels[place - 1] = np.where(noise(1, 32, 32, seed=9)[0] < 99, 0, 255)
    meanings = [UNDEFINED] * 4
    meanings[place - 1] = ALPHA
    raster = write_raster(
        folder / "in.tif", pixels, interpretation=meanings, nodata=7 if has_nodata else None
    )
    wanted = order[:count]
    found = exported(folder, raster, BANDS=list(wanted))
    shown = pixels[place - 1] != 0
    expected = pixels[np.subtract(wanted, 1)]
    if place not in wanted:
        expected = np.where(shown, expected, 7 if has_nodata else 0)
    for stem, row, column in zip(found.stems(), (0, 0, 16, 16), (0, 16, 0, 16)):
        part = (slice(None), slice(row, row + 16), slice(column, column + 16))
        np.testing.assert_array_equal(pixels_of(found.image(stem)), expected[part])
        if place not in wanted:
            chip = read_raster(found.image(stem))
            mask = chip.GetRasterBand(1).GetMaskBand().ReadAsArray() != 0
            np.testing.assert_array_equal(mask, shown[part[1:]])
    counted = [state["Num"] for state in found.accumulated()["BandStatsState"]]
    valid = np.broadcast_to(shown, expected.shape) & ((expected != 7) | (not has_nodata))
    assert counted == [int(plane.sum()) for plane in valid]
    left_out = f"Band {place}, which is left out, is alpha: pixels where it is 0 count as transparent."
    assert (left_out in found.log.infos) == (place not in wanted)


def test_an_export_of_chosen_bands_is_that_of_a_raster_of_these_bands(tmp_path):
    pixels = noise(6, 40, 40, "uint16")
    meanings = [RED, UNDEFINED, UNDEFINED, BLUE, gdal.GCI_GrayIndex, GREEN]
    whole = write_raster(tmp_path / "whole.tif", pixels, names=NAMES, interpretation=meanings)
    part = write_raster(tmp_path / "part.tif", pixels[[4, 2, 1]], names=["nir", "red", "green"])
    chosen = exported(tmp_path / "a", whole, BANDS=[5, 3, 2])
    direct = exported(tmp_path / "b", part)
    assert chosen.names() == direct.names()
    for name in chosen.names() - {"export.json"}:
        assert (chosen.path / name).read_bytes() == (direct.path / name).read_bytes(), name
    assert chosen.model()["InputRastersProps"]["BandNames"] == ["nir", "red", "green"]
    assert "Bands of the chips: 5 (nir), 3 (red), 2 (green)." in chosen.log.infos
    assert not any("Bands of the chips" in info for info in direct.log.infos)


@pytest.mark.parametrize(
    "given_bands", ["5;3;2", "5,3,2", "5 3 2", ["5", "3", "2"], [5, 3, 2], [5.0, 3.0, 2.0]]
)
def test_bands_are_understood_however_they_are_given(tmp_path, given_bands):
    pixels = noise(6, 16, 16)
    raster = write_raster(tmp_path / "in.tif", pixels)
    found = exported(tmp_path, raster, BANDS=given_bands)
    np.testing.assert_array_equal(pixels_of(found.image("000000000")), pixels[[4, 2, 1]])


@pytest.mark.parametrize(
    ("given_bands", "sentence"),
    [
        ([1, 7], "BANDS: in has no band 7; its bands have the numbers 1 to 6."),
        ([0], "BANDS: in has no band 0; its bands have the numbers 1 to 6."),
        ("-1", "BANDS: in has no band -1; its bands have the numbers 1 to 6."),
        ([2, 1, 2], "BANDS: band 2 is given twice; give each band once."),
        ("red", "BANDS: red is not a list of band numbers; give numbers such as 3;2;1."),
        ([1, "nir"], "BANDS: (1, nir) is not a list of band numbers; give numbers such as 3;2;1."),
        ([1.5], "BANDS: (1.5) is not a list of band numbers; give numbers such as 3;2;1."),
    ],
)
def test_bands_that_are_not_there_are_refused(tmp_path, given_bands, sentence):
    raster = write_raster(tmp_path / "in.tif", noise(6, 16, 16))
    assert refusal(tmp_path / "out", raster, labels(), BANDS=given_bands) == sentence
    assert not (tmp_path / "out").exists()


def test_the_mask_that_qgis_shows_as_a_band_is_none(tmp_path):
    path = write_raster(tmp_path / "in.tif", noise(3, 32, 32), interpretation=[RED, GREEN, BLUE])
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.full((32, 32), 255, "uint8"))
    dataset = None
    layer = layer_of(path)
    if layer.dataProvider().bandCount() != 4:
        pytest.skip("this QGIS does not show the mask as a band")
    sentence = refusal(tmp_path / "out", path, labels(), BANDS=[1, 2, 3, 4])
    assert sentence.startswith("BANDS: band 4 of in is its mask, which says which pixels count in any case")
    assert exported(tmp_path, path, BANDS=[3, 2, 1]).model()["InputRastersProps"]["BandNames"] == [
        "Blue",
        "Green",
        "Red",
    ]


def test_only_the_chosen_bands_have_to_be_of_one_type(tmp_path):
    first = write_raster(tmp_path / "byte.tif", noise(1, 32, 32))  # of more bands GDAL from 3.8 on takes all
    second = write_raster(tmp_path / "float.tif", noise(1, 32, 32, "float32"))
    path = tmp_path / "in.vrt"
    gdal.BuildVRT(str(path), [str(first), str(second)], separate=True).FlushCache()
    mixed = refusal(tmp_path / "none", path, labels(), tile=TILE)
    assert "bands of different types (Byte, Float32)" in mixed
    found = exported(tmp_path / "a", path, BANDS=[2])
    np.testing.assert_array_equal(pixels_of(found.image("000000000")), pixels_of(second)[:, :16, :16])
    found = exported(tmp_path / "b", path, BANDS=[1])
    np.testing.assert_array_equal(pixels_of(found.image("000000000")), pixels_of(first)[:, :16, :16])


def test_bands_go_with_cell_size_and_extent(tmp_path):
    pixels = noise(6, 40, 40)
    raster = write_raster(tmp_path / "in.tif", pixels)
    left, top = SQUARES_OF_2[0], SQUARES_OF_2[3]
    found = exported(
        tmp_path,
        raster,
        BANDS=[6, 1],
        CELL_SIZE=4,
        EXTENT=f"{left},{left + 64},{top - 64},{top} [EPSG:31985]",
    )
    np.testing.assert_array_equal(pixels_of(found.image("000000000")), pixels[[5, 0]][:, 1:33:2, 1:33:2])


def test_an_unfinished_export_of_other_bands_is_refused(tmp_path):
    from qgis.core import QgsProcessingException

    raster = write_raster(tmp_path / "in.tif", noise(6, 64, 64))
    log = Log(cancel_at=30)
    exported(tmp_path, raster, BANDS=[1, 2], log=log)
    assert (tmp_path / "out" / "unfinished_export.journal").exists()
    with pytest.raises(QgsProcessingException, match=r"other settings \(BANDS"):
        exported(tmp_path, raster, BANDS=[2, 1])
    assert len(exported(tmp_path, raster, BANDS=[1, 2]).stems()) == 16


def test_a_doubtful_alpha_band_is_named_by_its_number_in_the_raster(tmp_path):
    pixels = noise(4, 64, 64)
    raster = write_raster(tmp_path / "in.tif", pixels, interpretation=[RED, ALPHA, BLUE, UNDEFINED])
    for place, wanted in enumerate(([4, 2], [4, 1])):
        found = exported(tmp_path / str(place), raster, BANDS=wanted)
        assert any(
            warning.startswith("IN_RASTER: band 2 of in is tagged as alpha") for warning in found.log.warnings
        )


def test_chosen_bands_of_memory_follow_masks_of_their_own():
    from training_data_exporter.chipping.window import Window
    from training_data_exporter.imagery.band_choice import ChosenBands, bands_to_read
    from training_data_exporter.imagery.source import Bands, empty_block

    class Memory:
        bands = Bands("uint8", (None,) * 4, tuple("abcd"), (UNDEFINED,) * 3 + (ALPHA,))
        mask_planes = 4

        def read(self, window, out, stop):
            for number in range(4):
                out.values[number], out.mask[number] = number + 10, number % 2

    pixels = ChosenBands(Memory(), bands_to_read("m", Memory.bands.color_interpretation, (2, 1)))
    assert pixels.bands == replace(
        Memory.bands,
        nodata=(None,) * 3,
        names=("b", "a", "d"),
        color_interpretation=(UNDEFINED, UNDEFINED, ALPHA),
        numbers=(2, 1, 4),
    )
    block = empty_block(Window(0, 0, 2, 2), pixels.bands, pixels.mask_planes)
    pixels.read(Window(0, 0, 2, 2), block, lambda: None)
    assert block.values[:, 0, 0].tolist() == [11, 10, 13]
    assert block.mask[:, 0, 0].tolist() == [True, False, True]
