"""JPEG by Qt against JPEG by GDAL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from osgeo import gdal
from test_images import chip, profile

from training_data_exporter.writers import IMAGE_FORMATS

pytestmark = pytest.mark.usefixtures("qgis_app")


def soft(bands: int, size: tuple[int, int]) -> np.ndarray:
    """Return pixels that JPEG holds well, (bands, rows, columns)."""
    columns, rows = size
    x, y = np.meshgrid(np.linspace(0, 9, columns), np.linspace(0, 7, rows))
    planes = [127 + 120 * np.sin(x + band) * np.cos(y - band) for band in range(bands)]
    return np.stack(planes).astype("uint8")


def encoded(pixels: np.ndarray, encoders) -> bytes:
    bands, rows, columns = pixels.shape
    writer = IMAGE_FORMATS["JPEG"](profile(bands=bands, size=(columns, rows)))
    writer.use(encoders)
    return writer.encode(chip(pixels), "images/000000007")["images/000000007.jpg"]


def decoded(data: bytes) -> np.ndarray:
    gdal.FileFromMemBuffer("/vsimem/decoded.jpg", data)
    pixels = gdal.Open("/vsimem/decoded.jpg").ReadAsArray()
    gdal.Unlink("/vsimem/decoded.jpg")
    return pixels.reshape(-1, *pixels.shape[-2:]).astype(int)


@pytest.fixture
def encoders():
    from training_data_exporter.writers.images.qt_images import image_encoders

    return image_encoders()


@pytest.mark.parametrize("bands", [1, 3])
@pytest.mark.parametrize("size", [(64, 48), (1, 1), (17, 5), (256, 256)])
def test_qt_and_gdal_make_the_same_pixels(encoders, bands, size):
    pixels = soft(bands, size)
    mine, its = decoded(encoded(pixels, encoders)), decoded(encoded(pixels, {}))
    assert np.abs(mine - its).max() <= 1  # they may be linked to two versions of a library


@pytest.mark.parametrize("bands", [1, 3])
def test_qt_s_pixels_are_nearly_the_image_s(encoders, bands):
    pixels = soft(bands, (256, 256))
    assert np.abs(decoded(encoded(pixels, encoders)) - pixels).mean() < 1


def test_a_cut_from_a_batch_is_what_is_encoded(encoders):
    batch = soft(3, (100, 90))
    together = np.ascontiguousarray(batch.transpose(1, 2, 0)).transpose(2, 0, 1)
    part = np.s_[:, 10:42, 20:68]
    assert encoded(together[part], encoders) == encoded(batch[part], encoders)


def test_gdal_makes_what_qt_cannot(encoders):
    pixels = soft(3, (64, 48))
    assert encoded(pixels, {"JPEG": lambda pixels, quality: b""}) == encoded(pixels, {})


def test_what_qt_cannot_encode_is_no_bytes(encoders):
    wide = np.zeros((1, 70_000, 1), dtype="uint8")  # more columns than JPEG holds
    assert encoders["JPEG"](wide, 90) == b""


def test_threads_encode_the_same(encoders):
    pixels = soft(3, (64, 48))
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: encoded(pixels, encoders), range(200)))) == 1
