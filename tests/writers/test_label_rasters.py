"""Label rasters and MRF chips, filled into a file of GDAL's, read back by GDAL and by libtiff's tools."""

from __future__ import annotations

import shutil
import struct
import subprocess

import numpy as np
import pytest
from osgeo import osr
from profiles import profile, utm_wkt
from test_images import TRANSFORM, chip, noise, opened, write

from training_data_exporter.chipping.chip import Chip, ChipLabels
from training_data_exporter.writers.encoding.gdal_files import encode, memory_dataset
from training_data_exporter.writers.encoding.tiff_template import TiffTemplate
from training_data_exporter.writers.labels.label_rasters import TiffRasters

DTYPES = ("uint8", "uint16", "int32", "uint32")


def label_raster(folder, values, size, transform=TRANSFORM):
    rasters = TiffRasters(profile(size=size), DTYPES)
    place = Chip("000000007", transform, np.zeros((1, 1, 1)), ChipLabels())
    contents, listed, *_ = rasters.files(place, {"labels/000000007": values})
    assert listed == ("labels/000000007.tif",)
    assert set(contents) == {*listed, "labels/000000007.tfw"}
    (folder / "chip.tif").write_bytes(contents["labels/000000007.tif"])
    return folder / "chip.tif"


def runs(size, dtype):
    values = np.zeros((size[1], size[0]), dtype)
    values[2:9, 3:11], values[5:7, 8:20] = 1, np.iinfo(dtype).max
    return values


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("size", [(24, 16), (1, 1), (300, 500)])
def test_label_rasters_come_back(tmp_path, dtype, size):
    """Noise fills more than a SHORT can count, runs fill less than the template's zeros might."""
    for values in (noise(dtype, size=size)[0], runs(size, dtype), np.zeros((size[1], size[0]), dtype)):
        dataset = opened(label_raster(tmp_path, values, size))
        found = dataset.ReadAsArray()
        assert found.dtype == values.dtype
        np.testing.assert_array_equal(found, values)


def test_a_label_raster_knows_its_place_and_is_small(tmp_path):
    path = label_raster(tmp_path, runs((256, 256), "uint8"), (256, 256))
    dataset, expected = opened(path), osr.SpatialReference()
    expected.ImportFromWkt(utm_wkt())
    assert dataset.GetGeoTransform() == TRANSFORM
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == expected.GetAuthorityCode(None) == "31985"
    assert dataset.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "DEFLATE"
    assert path.stat().st_size < 2000


def test_a_part_of_a_larger_array_is_written_as_it_looks(tmp_path):
    larger = noise("uint16", size=(100, 80))[0]
    cut = larger[10:26, 33:57]
    np.testing.assert_array_equal(opened(label_raster(tmp_path, cut, (24, 16))).ReadAsArray(), cut)


def is_geotiff_tag(warning: str) -> bool:
    """Tell whether libtiff's tool, which does not know GeoTIFF, met one of its tags."""
    return any(f"Unknown field with tag {tag} " in warning for tag in (33550, 33922, 34735, 34736, 34737))


@pytest.mark.skipif(shutil.which("tiffinfo") is None, reason="libtiff's tools are not installed")
def test_libtiff_reads_label_rasters_without_a_warning(tmp_path):
    path = label_raster(tmp_path, noise("uint16", size=(300, 500))[0], (300, 500))
    result = subprocess.run(["tiffinfo", "-d", str(path)], capture_output=True, text=True, check=True)
    assert not [line for line in result.stderr.splitlines() if not is_geotiff_tag(line)]
    assert "AdobeDeflate" in result.stdout


def tiff(pixels, *options) -> bytes:
    return encode("GTiff", memory_dataset(pixels, TRANSFORM), "chip.tif", options)["chip.tif"]


@pytest.mark.parametrize(
    ("data", "pixel_bytes"),
    [
        (tiff(noise(), "ENDIANNESS=BIG"), 384),
        (tiff(noise(), "BIGTIFF=YES"), 384),
        (tiff(noise(size=(300, 500))), 150_000),  # several strips
        (tiff(noise()), 383),
    ],
)
def test_a_file_that_is_laid_out_differently_is_no_template(data, pixel_bytes):
    with pytest.raises(ValueError):
        TiffTemplate.of(data, pixel_bytes)


def test_pixels_of_another_size_do_not_fit():
    template = TiffTemplate.of(tiff(noise(), "BLOCKYSIZE=16"), 384)
    with pytest.raises(ValueError, match="383 pixel bytes, not 384"):
        template.file(0.0, 0.0, bytes(383))


def test_an_mrf_is_one_page_of_whole_pixels(tmp_path):
    pixels = noise("uint16", 3)
    image = write(tmp_path, "MRF", profile("uint16", 3), pixels)
    expected = pixels.transpose(1, 2, 0).astype("<u2").tobytes()
    assert image.with_suffix(".til").read_bytes() == expected
    assert image.with_suffix(".idx").read_bytes() == struct.pack(">2Q", 0, len(expected))


def test_an_mrf_of_zeros_comes_back(tmp_path):
    image = write(tmp_path, "MRF", profile(nodata=0.0), np.zeros((1, 16, 24), "uint8"))
    assert not opened(image).ReadAsArray().any()


def test_an_mrf_states_its_corners_in_full(tmp_path):
    transform = (288776.123456789, 28.5, 0.0, 9120760.987654321, 0.0, -14.25)
    image = write(tmp_path, "MRF", profile(), noise(), transform)
    assert opened(image).GetGeoTransform() == pytest.approx(transform, rel=1e-15)


def test_a_jpeg_has_the_same_bytes_wherever_its_pixels_lie():
    from training_data_exporter.writers import IMAGE_FORMATS

    writer = IMAGE_FORMATS["JPEG"](profile(bands=3))
    larger = noise(bands=3, size=(100, 80))
    cut = larger[:, 10:26, 33:57]
    path = "images/000000007"
    assert writer.encode(chip(cut), path) == writer.encode(chip(cut.copy()), path)
