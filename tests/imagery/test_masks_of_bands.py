"""Masks of single bands, from the source to the chip: each chip band is masked as GDAL masks the source's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from label_scenes import export, layer_in_pixels
from osgeo import gdal
from scenes import SQUARES_OF_2, noise, read_raster, rectangle, write_raster

TILE, COLUMNS, ROWS = 16, 40, 32
ALPHA, UNDEFINED = gdal.GCI_AlphaBand, gdal.GCI_Undefined


def check_masks(folder: Path, raster: Path) -> None:
    """Export a raster, and hold the mask band of each band of each chip to the source's."""
    labels = layer_in_pixels([(rectangle(1, 1, 7, 7), 1)])
    found = export(folder / "out", raster, labels, TILE, CLASS_VALUE_FIELD="kind")
    source = read_raster(raster)
    assert len(found.stems()) == 6
    for stem in found.stems():
        chip = read_raster(found.image(stem))
        left, _, _, top, _, _ = chip.GetGeoTransform()
        column, row = round((left - SQUARES_OF_2[0]) / 2), round((SQUARES_OF_2[3] - top) / 2)
        width = min(TILE, COLUMNS - column)
        for number in range(1, source.RasterCount + 1):
            mask = chip.GetRasterBand(number).GetMaskBand().ReadAsArray()
            its = source.GetRasterBand(number).GetMaskBand().ReadAsArray(column, row, width, TILE)
            np.testing.assert_array_equal(mask[:, :width], its, f"{stem}, band {number}")
            assert not mask[:, width:].any()  # beyond the raster


@pytest.mark.usefixtures("qgis_app")
def test_a_mask_for_each_band(tmp_path):
    path = write_raster(tmp_path / "in.tif", noise(3, ROWS, COLUMNS, "uint16"))
    before = gdal.GetConfigOption("GDAL_TIFF_INTERNAL_MASK")
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "NO")  # inside a TIFF, GDAL writes one mask for all bands
    try:
        dataset = gdal.Open(str(path), gdal.GA_Update)
        random = np.random.default_rng(1)
        for number in (1, 2, 3):
            dataset.GetRasterBand(number).CreateMaskBand(0)
        for number in (1, 2, 3):
            visible = random.random((ROWS, COLUMNS)) < 0.3 * number
            dataset.GetRasterBand(number).GetMaskBand().WriteArray(visible.astype("uint8") * 255)
        del dataset
    finally:
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", before)
    check_masks(tmp_path, path)


BAND = """
<VRTRasterBand dataType="UInt16" band="{number}">{nodata}
  <SimpleSource><SourceFilename>{raster}</SourceFilename><SourceBand>{number}</SourceBand></SimpleSource>
{mask}</VRTRasterBand>"""
MASK = """<MaskBand><VRTRasterBand dataType="Byte">
  <SimpleSource><SourceFilename>{raster}</SourceFilename><SourceBand>1</SourceBand></SimpleSource>
</VRTRasterBand></MaskBand>"""


@pytest.mark.usefixtures("qgis_app")
def test_one_band_with_a_nodata_value_one_with_a_mask_one_with_neither(tmp_path):
    pixels = noise(3, ROWS, COLUMNS, "uint16")
    pixels[0, 3:9, 4:30] = pixels[2, 20:30, 1:9] = 7
    raster = write_raster(tmp_path / "in.tif", pixels)
    visible = np.random.default_rng(2).random((1, ROWS, COLUMNS)) < 0.5
    mask = write_raster(tmp_path / "mask.tif", visible.astype("uint8") * 255)
    parts = [("<NoDataValue>7</NoDataValue>", ""), ("", MASK.format(raster=mask)), ("", "")]
    bands = [
        BAND.format(number=number, raster=raster, nodata=nodata, mask=shown)
        for number, (nodata, shown) in enumerate(parts, start=1)
    ]
    path = tmp_path / "in.vrt"
    path.write_text(
        f'<VRTDataset rasterXSize="{COLUMNS}" rasterYSize="{ROWS}"><SRS>EPSG:31985</SRS>'
        f"<GeoTransform>{', '.join(map(str, SQUARES_OF_2))}</GeoTransform>{''.join(bands)}</VRTDataset>"
    )
    source = read_raster(path)
    flags = [source.GetRasterBand(number).GetMaskFlags() for number in (1, 2, 3)]
    assert flags == [gdal.GMF_NODATA, 0, gdal.GMF_ALL_VALID]
    check_masks(tmp_path, path)


@dataclass(frozen=True)
class Source:
    """Pixels in memory, with a mask for none, all, or each of their bands."""

    bands: object
    values: np.ndarray
    mask: np.ndarray | None

    @property
    def mask_planes(self) -> int:
        return 0 if self.mask is None else 1 if self.mask.ndim == 2 else len(self.mask)

    def read(self, window, out, stop):
        rows = slice(window.row_off, window.row_end)
        columns = slice(window.col_off, window.col_end)
        out.values[:] = self.values[:, rows, columns]
        if self.mask is not None:
            out.mask[:] = self.mask[..., rows, columns]


@given(st.sampled_from([2, 4]), st.sampled_from(["none", "all", "each"]), st.integers(0, 2**32), st.data())
def test_alpha_joins_any_mask_of_the_other_bands(count, masked, seed, data):
    from training_data_exporter.chipping.window import Window
    from training_data_exporter.imagery.source import Bands, empty_block
    from training_data_exporter.imagery.validity.without_alpha import PixelsWithoutAlpha

    alpha = data.draw(st.integers(0, count - 1))
    random = np.random.default_rng(seed)
    values = random.integers(0, 3, (count, 5, 6), dtype="uint8")
    masks = random.random((count, 5, 6)) < 0.7
    mask = {"none": None, "all": masks[0], "each": masks}[masked]
    nodata = tuple(data.draw(st.sampled_from([None, 7.0])) for _ in range(count))
    meanings = tuple(ALPHA if place == alpha else UNDEFINED for place in range(count))
    source = PixelsWithoutAlpha(Source(Bands("uint8", nodata, ("",) * count, meanings), values, mask))
    window = Window(2, 1, 3, 4)
    out = empty_block(window, source.bands, source.mask_planes)
    source.read(window, out, lambda: None)
    shown = np.broadcast_to(out.mask, out.values.shape)
    others = [place for place in range(count) if place != alpha]
    for band, place in enumerate(others):
        for row, column in np.ndindex(3, 4):
            where = row + 2, column + 1
            own = True if mask is None else np.broadcast_to(mask, values.shape)[(place, *where)]
            visible = values[(alpha, *where)] != 0 and own
            assert shown[band, row, column] == visible
            expected = values[(place, *where)] if visible else nodata[place] or 0
            assert out.values[band, row, column] == expected
