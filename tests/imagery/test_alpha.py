"""Alpha bands: what they are called, and how JPEG does without them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from label_scenes import export, layer_in_pixels, refusal
from osgeo import gdal
from scenes import copy_of, noise, pixels_of, rectangle, write_raster

TILE = 16
RED, GREEN, BLUE = gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand
GRAY, ALPHA, UNDEFINED = gdal.GCI_GrayIndex, gdal.GCI_AlphaBand, gdal.GCI_Undefined
RGBA = [RED, GREEN, BLUE, ALPHA]

qgis = pytest.mark.usefixtures("qgis_app")


def labels():
    return layer_in_pixels([(rectangle(1, 1, 7, 7), 1), (rectangle(20, 20, 27, 27), 1)])


def exported(folder, raster, image_format="TIFF", **parameters):
    return export(
        folder / "out",
        raster,
        labels(),
        TILE,
        IMAGE_CHIP_FORMAT=image_format,
        CLASS_VALUE_FIELD="kind",
        **parameters,
    )


@qgis
@pytest.mark.parametrize(
    ("meanings", "described", "expected"),
    [
        (RGBA, (), ["Red", "Green", "Blue", "Alpha"]),
        ([GRAY, ALPHA], (), ["", "Alpha"]),
        ([ALPHA, RED, GREEN, BLUE], (), ["Alpha", "Red", "Green", "Blue"]),
        ([RED, GREEN, BLUE, UNDEFINED, ALPHA], (), ["Red", "Green", "Blue", "", "Alpha"]),
        (RGBA, ["r", "g", "b", "Alpha channel"], ["r", "g", "b", "Alpha"]),
        (RGBA, ["r", "g", "b", "TRANSPARENCY"], ["r", "g", "b", "Alpha"]),
        (RGBA, ["r", "g", "b", "NIR"], ["r", "g", "b", "NIR"]),  # marked as alpha by mistake
        ([RED, GREEN, BLUE, UNDEFINED], (), ["Red", "Green", "Blue", ""]),
    ],
)
def test_an_alpha_band_is_called_alpha(tmp_path, meanings, described, expected):
    pixels = noise(len(meanings), 32, 32)
    raster = write_raster(tmp_path / "in.tif", pixels, interpretation=meanings, names=described)
    found = exported(tmp_path, raster)
    assert found.accumulated()["InputRastersProps"]["BandNames"] == expected
    assert found.model()["InputRastersProps"]["BandNames"] == expected
    assert [each["BandName"] for each in found.model()["AllTilesStats"]] == expected


@qgis
def test_an_export_whose_alpha_had_no_name_is_added_to(tmp_path):
    """Version 1.0.0 left the name of an alpha band empty."""
    raster = write_raster(tmp_path / "in.tif", noise(4, 32, 32), interpretation=RGBA)
    first = exported(tmp_path, raster)
    path = first.path / "esri_accumulated_stats.json"
    path.write_text(
        json.dumps({**first.accumulated(), "InputRastersProps": {"BandNames": ["Red", "Green", "Blue", ""]}})
    )
    second = exported(tmp_path, copy_of(raster), START_INDEX=4)
    assert second.accumulated()["InputRastersProps"]["BandNames"] == ["Red", "Green", "Blue", "Alpha"]
    path.write_text(
        json.dumps({**first.accumulated(), "InputRastersProps": {"BandNames": ["Red", "Green", "", "Alpha"]}})
    )
    sentence = refusal(first.path, raster, labels(), tile=TILE, CLASS_VALUE_FIELD="kind", START_INDEX=8)
    assert sentence.startswith("IN_RASTER (number and names of bands)")


# JPEG.


def blocks(bands: int, alpha: int) -> np.ndarray:
    """Squares of 8 pixels of one colour, which JPEG keeps; some are transparent, and one chip wholly."""
    random = np.random.default_rng(5)
    small = random.integers(40, 250, (bands, 4, 4), dtype="uint8")
    small[alpha] = [[255, 0, 255, 9], [255, 255, 0, 255], [0, 0, 255, 255], [0, 0, 255, 255]]
    return small.repeat(8, axis=1).repeat(8, axis=2)


@qgis
@pytest.mark.parametrize(
    ("meanings", "nodata"),
    [(RGBA, None), (RGBA, 30), ([ALPHA, RED, GREEN, BLUE], None), ([GRAY, ALPHA], None), ([GRAY, ALPHA], 30)],
)
def test_jpeg_leaves_alpha_out_and_says_so(tmp_path, meanings, nodata):
    alpha = meanings.index(ALPHA)
    pixels = blocks(len(meanings), alpha)
    raster = write_raster(tmp_path / "in.tif", pixels, interpretation=meanings, nodata=nodata)
    found = exported(tmp_path, raster, "JPEG")
    colors, shown = np.delete(pixels, alpha, axis=0), pixels[alpha] != 0
    assert found.stems() == ["000000000", "000000001", "000000002"]  # the third chip is transparent
    expected = np.where(shown, colors, nodata or 0)
    near = np.isin(np.arange(TILE) % 8, (2, 3, 4, 5))  # JPEG blurs where colours meet
    inner = near[:, np.newaxis] & near
    for stem, (row, column) in zip(found.stems(), [(0, 0), (0, 16), (16, 16)]):
        chip = pixels_of(found.image(stem)).astype(int)
        assert chip.shape == (len(colors), TILE, TILE)
        assert np.abs(chip - expected[:, row : row + TILE, column : column + TILE])[:, inner].max() <= 20
    shown[16:, :16] = False
    states = found.accumulated()["BandStatsState"]
    assert len(states) == len(colors)
    for band, state in zip(colors.astype(float), states):
        assert (state["Num"], state["M1"]) == (shown.sum(), pytest.approx(band[shown].mean(), rel=1e-12))
        assert (state["Min"], state["Max"]) == (band[shown].min(), band[shown].max())
    assert "Alpha" not in found.accumulated()["InputRastersProps"]["BandNames"]
    assert [text for text in found.log.warnings if "alpha" in text] == [
        f"IMAGE_CHIP_FORMAT: JPEG holds no alpha band, so band {alpha + 1} of in is left out; transparent "
        "pixels hold the nodata value, or 0, and count in no statistic."
    ]


@qgis
@pytest.mark.parametrize("image_format", ["TIFF", "PNG", "MRF"])
def test_other_formats_keep_alpha_and_say_nothing(tmp_path, image_format):
    raster = write_raster(tmp_path / "in.tif", blocks(4, 3), interpretation=RGBA)
    found = exported(tmp_path, raster, image_format)
    assert pixels_of(found.image("000000000")).shape[0] == 4
    assert not [text for text in found.log.warnings if "alpha" in text]


@qgis
@pytest.mark.parametrize(
    ("meanings", "bands"),
    [([UNDEFINED] * 4, 4), ([RED, GREEN, BLUE, UNDEFINED, ALPHA], 4), ([GRAY, UNDEFINED], 2)],
)
def test_jpeg_of_other_bands_is_refused(tmp_path, meanings, bands):
    raster = write_raster(tmp_path / "in.tif", noise(len(meanings), 32, 32), interpretation=meanings)
    sentence = refusal(tmp_path / "out", raster, labels(), tile=TILE, IMAGE_CHIP_FORMAT="JPEG")
    assert f"JPEG holds 1 or 3 bands beside alpha, not the raster's {bands};" in sentence


@qgis
def test_alpha_and_a_mask_of_the_file(tmp_path):
    pixels = blocks(4, 3)
    raster = write_raster(tmp_path / "in.tif", pixels, interpretation=RGBA)
    visible = np.ones((32, 32), bool)
    visible[4:20, 3:9] = False
    dataset = gdal.Open(str(raster), gdal.GA_Update)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.where(visible, 255, 0).astype("uint8"))
    del dataset
    found = exported(tmp_path, raster, "JPEG")
    shown = visible & (pixels[3] != 0)
    shown[16:, :16] = False  # its chip is not written
    assert [state["Num"] for state in found.accumulated()["BandStatsState"]] == [shown.sum()] * 3


@dataclass(frozen=True)
class Source:
    """Pixels in memory, with a mask of none, one or all bands."""

    bands: object
    values: np.ndarray
    mask: np.ndarray | None
    mask_planes: int = 0

    def read(self, window, out, stop):
        stop()
        rows = slice(window.row_off, window.row_end)
        columns = slice(window.col_off, window.col_end)
        out.values[:] = self.values[:, rows, columns]
        if self.mask is not None:
            out.mask[:] = self.mask[..., rows, columns]


@given(st.data())
def test_what_is_transparent_is_masked_and_filled(data):
    from training_data_exporter.chipping.chip import PixelBlock
    from training_data_exporter.chipping.window import Window
    from training_data_exporter.imagery.source import Bands
    from training_data_exporter.imagery.validity.without_alpha import PixelsWithoutAlpha

    count, place = data.draw(st.sampled_from([(count, place) for count in (2, 4) for place in range(count)]))
    random = np.random.default_rng(data.draw(st.integers(0, 2**32)))
    values = random.integers(0, 3, (count, 5, 6), dtype="uint8")
    masked = data.draw(st.booleans())
    mask = random.random((5, 6)) < 0.7 if masked else None
    nodata = tuple(data.draw(st.sampled_from([None, 7.0, 255.0])) for _ in range(count))
    meanings = tuple(ALPHA if each == place else UNDEFINED for each in range(count))
    bands = Bands("uint8", nodata, tuple("abcd"[:count]), meanings)
    source = PixelsWithoutAlpha(Source(bands, values, mask, masked))
    others = [each for each in range(count) if each != place]
    assert source.bands == replace(
        bands,
        nodata=tuple(nodata[each] for each in others),
        names=tuple("abcd"[each] for each in others),
        color_interpretation=(UNDEFINED,) * (count - 1),
        numbers=tuple(each + 1 for each in others),
    )
    window = Window(2, 1, 3, 4)
    out = PixelBlock(np.empty((count - 1, 3, 4), "uint8"), np.zeros((3, 4), bool))
    source.read(window, out, lambda: None)
    for row in range(3):
        for column in range(4):
            pixel = values[:, row + 2, column + 1]
            shown = pixel[place] != 0 and (mask is None or mask[row + 2, column + 1])
            assert out.mask[row, column] == shown
            for band, each in enumerate(others):
                assert out.values[band, row, column] == (pixel[each] if shown else (nodata[each] or 0))
