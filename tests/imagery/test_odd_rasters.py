"""Rasters with odd but real properties: the right pixels and classes, or one sentence with the remedy."""

from __future__ import annotations

import os
import sys

import numpy as np
import pytest
from label_scenes import layer_in_pixels, refusal
from osgeo import gdal, gdal_array
from qgis.core import QgsRasterLayer, QgsRasterRange
from scenes import (
    SQUARES_OF_2,
    UTM,
    copy_of,
    memory_layer,
    noise,
    pixels_of,
    read_raster,
    rectangle,
    write_raster,
)
from source_scenes import check_chips, export
from test_drivers import VIRTUAL, mosaic_of, set_rpc, virtual

from training_data_exporter.chipping.pixel_types import band_type
from training_data_exporter.export.inputs.input_files import file_states, raster_files

pytestmark = pytest.mark.usefixtures("qgis_app")

HAS_INT8 = gdal.GetDataTypeByName("Int8") != gdal.GDT_Unknown
CLASSIFIED = {"METADATA_FORMAT": "Classified_Tiles"}


def utm(folder, raster, **parameters):
    return export(folder / "out", raster, crs=UTM, **parameters)


def class_map(exported, stem="000000000"):
    return pixels_of(exported.path / "labels" / f"{stem}.tif")[0]


def write_signed(path, pixels, nodata=None):
    """Write signed bytes as this GDAL does."""
    bands, rows, columns = pixels.shape
    kind = gdal.GetDataTypeByName("Int8") if HAS_INT8 else gdal.GDT_Byte
    options = [] if HAS_INT8 else ["PIXELTYPE=SIGNEDBYTE"]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, bands, kind, options)
    dataset.SetGeoTransform(SQUARES_OF_2)
    dataset.SetProjection(
        read_raster(write_raster(path.with_name("crs.tif"), noise(1, 2, 2))).GetProjection()
    )
    for number, plane in enumerate(pixels, start=1):
        dataset.GetRasterBand(number).WriteArray(plane if HAS_INT8 else plane.view("uint8"))
        if nodata is not None:
            dataset.GetRasterBand(number).SetNoDataValue(nodata)
    del dataset
    return path


def signed_pixels(path):
    dataset = read_raster(path)
    assert band_type(dataset.GetRasterBand(1)) == "Int8"
    pixels = dataset.ReadAsArray()
    return pixels if HAS_INT8 else pixels.view("int8")


# Signed bytes.


def test_signed_bytes_keep_their_sign(tmp_path):
    pixels = noise(3, 64, 64, "int8")
    exported = utm(tmp_path, write_signed(tmp_path / "in.tif", pixels))
    np.testing.assert_array_equal(signed_pixels(exported.image("000000000")), pixels)
    for plane, state in zip(pixels.astype("float64"), exported.accumulated()["BandStatsState"]):
        assert (state["Min"], state["Max"], state["Num"]) == (plane.min(), plane.max(), 64 * 64)
        assert state["M1"] == pytest.approx(plane.mean(), rel=1e-12)


def test_the_nodata_value_of_signed_bytes_is_no_class(tmp_path):
    classes = np.full((1, 64, 64), -1, "int8")
    classes[0, 10:20, 30:50] = 3
    exported = utm(
        tmp_path,
        write_raster(tmp_path / "in.tif", noise(1, 64, 64)),
        IN_CLASS_DATA=write_signed(tmp_path / "classes.tif", classes, nodata=-1),
        **CLASSIFIED,
    )
    np.testing.assert_array_equal(class_map(exported), np.maximum(classes[0], 0))
    assert exported.outputs["CLASS_COUNT"] == 1


def test_negative_classes_of_signed_bytes_are_refused(tmp_path):
    source = write_raster(tmp_path / "in.tif", noise(1, 64, 64))
    classes = write_signed(tmp_path / "classes.tif", np.full((1, 64, 64), -5, "int8"))
    sentence = refusal(tmp_path / "out", source, str(classes), **CLASSIFIED)
    assert sentence == "IN_CLASS_DATA: classes holds -5; class values are whole numbers from 0 to 2147483647."


def test_an_append_to_signed_bytes_wants_signed_bytes(tmp_path):
    first = write_signed(tmp_path / "in.tif", noise(1, 64, 64, "int8"))
    utm(tmp_path, first)
    exported = utm(tmp_path, copy_of(first), START_INDEX=1)
    assert exported.accumulated()["NumTiles"] == 2
    labels = memory_layer([])
    other = write_raster(tmp_path / "other.tif", noise(1, 64, 64))
    sentence = refusal(tmp_path / "out", other, labels, tile=64, START_INDEX=2, made=True)
    assert sentence.startswith(
        "IN_RASTER (type of the pixels): the export that OUT_FOLDER holds was made with int8"
    )


# 64-bit, complex and mixed types.


@pytest.mark.skipif(gdal.GetDataTypeByName("Int64") == gdal.GDT_Unknown, reason="this GDAL has no Int64")
@pytest.mark.parametrize(
    "dtype, nodata", [("int64", None), ("uint64", None), ("int64", -(2**63)), ("int64", 0)]
)
def test_classes_of_64_bit(tmp_path, dtype, nodata):
    classes = np.zeros((1, 64, 64), dtype)
    classes[0, 10:20, 30:50], classes[0, 40:50, 5:9] = 3, 70_000
    expected = classes[0].astype("int32")
    if nodata:
        classes[0, :5] = nodata
    exported = utm(
        tmp_path,
        write_raster(tmp_path / "in.tif", noise(1, 64, 64)),
        IN_CLASS_DATA=write_raster(tmp_path / "classes.tif", classes, nodata=nodata),
        **CLASSIFIED,
    )
    np.testing.assert_array_equal(class_map(exported), expected)
    assert [each["ClassValue"] for each in exported.accumulated()["Classes"]] == [3, 70_000]


@pytest.mark.skipif(gdal.GetDataTypeByName("Int64") == gdal.GDT_Unknown, reason="this GDAL has no Int64")
def test_what_has_no_pixel_type_for_chips_is_refused_by_name(tmp_path):
    labels = memory_layer([])
    for dtype, name in (("int64", "Int64"), ("uint64", "UInt64"), ("complex64", "CFloat32")):
        kind = gdal_array.NumericTypeCodeToGDALTypeCode(np.dtype(dtype).type)
        path = tmp_path / f"{dtype}.tif"
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), 40, 40, 1, kind)
        dataset.SetGeoTransform(SQUARES_OF_2)
        del dataset
        sentence = refusal(tmp_path / "out", path, labels)
        assert sentence.startswith(f"IN_RASTER: {dtype} has bands of type {name}; convert them to ")
        assert "(Raster > Conversion > Translate)." in sentence
    assert refusal(tmp_path / "out", path, str(path)) == (
        f"IN_CLASS_DATA: {path.stem} is the input raster itself; choose the layer that holds the labels."
    )
    plain = write_raster(tmp_path / "plain.tif", noise(1, 40, 40))
    sentence = refusal(tmp_path / "out", plain, str(path), **CLASSIFIED)
    assert sentence.startswith("IN_CLASS_DATA: complex64 has bands of type CFloat32; convert them to ")


def test_bands_of_different_types_are_refused_by_name(tmp_path):
    for name, dtype in (("a", "uint8"), ("b", "float32")):
        write_raster(tmp_path / f"{name}.tif", noise(1, 40, 40, dtype))
    path = tmp_path / "mixed.vrt"
    gdal.BuildVRT(str(path), [str(tmp_path / "a.tif"), str(tmp_path / "b.tif")], separate=True).FlushCache()
    sentence = refusal(tmp_path / "out", path, memory_layer([]))
    assert sentence == (
        "IN_RASTER: mixed has bands of different types (Byte, Float32); choose bands of one type (BANDS, "
        "for the input raster), or convert them to one (Raster > "
        "Conversion > Translate)."
    )


# Where it lies.


@pytest.mark.parametrize(
    "domain, words", [("RPC", "a camera model (RPC)"), ("GEOLOCATION", "geolocation arrays")]
)
def test_a_raster_placed_otherwise_is_refused_with_the_remedy(tmp_path, domain, words):
    path = tmp_path / "in.vrt"
    source = write_raster(tmp_path / "plain.tif", noise(1, 40, 40))
    bare = gdal.Translate(str(tmp_path / "bare.tif"), str(source), creationOptions=["PROFILE=BASELINE"])
    del bare
    (tmp_path / "bare.tif.aux.xml").unlink(missing_ok=True)
    dataset = gdal.Translate(str(path), str(tmp_path / "bare.tif"), format="VRT")
    if domain == "RPC":
        set_rpc(dataset)
    else:
        arrays = dict.fromkeys(("X_DATASET", "Y_DATASET"), str(source))
        numbers = {"X_BAND": "1", "Y_BAND": "1", "PIXEL_OFFSET": "0", "LINE_OFFSET": "0"}
        steps = {"PIXEL_STEP": "1", "LINE_STEP": "1"}
        dataset.SetMetadata({**arrays, **numbers, **steps}, "GEOLOCATION")
    del dataset
    layer = QgsRasterLayer(str(path), "in", "gdal")
    if not layer.isValid():
        pytest.skip("QGIS does not open it")
    sentence = refusal(tmp_path / "out", layer, memory_layer([]))
    other = (
        ""
        if domain == "GEOLOCATION"
        else (", or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns")
    )
    assert sentence == (
        f"IN_RASTER: in is placed by {words}; warp it to a north-up raster first "
        f"(Raster > Projections > Warp){other}."
    )


def test_an_orthoimage_with_a_camera_model_keeps_every_pixel(tmp_path):
    oblong = (SQUARES_OF_2[0], 0.5, 0.0, SQUARES_OF_2[3], 0.0, -0.4)
    pixels = noise(3, 64, 64)
    write_raster(tmp_path / "plain.tif", pixels, oblong)
    path = tmp_path / "in.tif"
    dataset = gdal.Translate(str(path), str(tmp_path / "plain.tif"))
    set_rpc(dataset)
    del dataset
    check_chips(utm(tmp_path, path), pixels, oblong)


@pytest.mark.parametrize("shear", [1e-15, 1e-5])
def test_a_shear_that_moves_no_corner_is_none(tmp_path, shear):
    source = write_raster(
        tmp_path / "in.tif",
        pixels := noise(1, 64, 64),
        (*SQUARES_OF_2[:2], shear, SQUARES_OF_2[3], -shear, -2.0),
    )
    check_chips(utm(tmp_path, source), pixels, SQUARES_OF_2)


def test_a_shear_that_moves_a_corner_is_refused(tmp_path):
    source = write_raster(
        tmp_path / "in.tif", noise(1, 64, 64), (*SQUARES_OF_2[:2], 0.001, SQUARES_OF_2[3], 0.0, -2.0)
    )
    assert "rotated or mirrored" in refusal(tmp_path / "out", source, memory_layer([]))


# Virtual rasters.


def test_both_bands_of_a_stack_are_the_files_own_pixels(tmp_path):
    path = VIRTUAL["a stack of unequal cells"](tmp_path)
    exported = utm(tmp_path, path, tile=128)
    chip = pixels_of(exported.image("000000000"))
    np.testing.assert_array_equal(chip[0, :100, :120], pixels_of(tmp_path / "fine.tif")[0])
    coarse = pixels_of(tmp_path / "coarse.tif")[0].repeat(2, axis=0).repeat(2, axis=1)
    np.testing.assert_array_equal(chip[1, :100, :120], coarse)


def test_a_mosaic_of_class_rasters_between_pixels_invents_no_class(tmp_path):
    for number, column in enumerate((0, 32.4)):
        place = (SQUARES_OF_2[0] + 2 * column, 2.0, 0.0, SQUARES_OF_2[3], 0.0, -2.0)
        classes = np.where(noise(1, 64, 32, seed=number) > 127, 50, 100).astype("uint8")
        write_raster(tmp_path / f"{number}.tif", classes, place)
    labels = tmp_path / "classes.vrt"
    gdal.BuildVRT(str(labels), [str(tmp_path / f"{number}.tif") for number in range(2)]).FlushCache()
    source = write_raster(tmp_path / "in.tif", noise(1, 64, 64))
    exported = utm(tmp_path, source, IN_CLASS_DATA=str(labels), **CLASSIFIED)
    assert set(np.unique(class_map(exported))) <= {0, 50, 100}
    np.testing.assert_array_equal(class_map(exported), read_raster(labels).ReadAsArray()[:, :64])


def test_cell_size_takes_the_nearest_pixels_of_a_stack(tmp_path):
    path = VIRTUAL["a stack of unequal cells"](tmp_path)
    exported = utm(tmp_path, path, tile=128, CELL_SIZE=6.0)
    whole = read_raster(path).ReadAsArray()
    np.testing.assert_array_equal(
        pixels_of(exported.image("000000000"))[:, :33, :40], whole[:, 1:100:3, 1:120:3]
    )


# Values that the user took out of the layer.


def user_nodata(layer, *ranges):
    for band in range(1, layer.bandCount() + 1):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(*each) for each in ranges])


def test_one_value_set_aside_is_the_nodata_value(tmp_path):
    pixels = np.maximum(noise(3, 64, 64), 1)
    pixels[:, 10:20, 10:20] = 0
    layer = QgsRasterLayer(str(write_raster(tmp_path / "in.tif", pixels)), "in", "gdal")
    user_nodata(layer, (0, 0))
    exported = utm(tmp_path, layer)
    check_chips(exported, pixels, SQUARES_OF_2)
    assert read_raster(exported.image("000000000")).GetRasterBand(2).GetNoDataValue() == 0
    assert [each["Num"] for each in exported.accumulated()["BandStatsState"]] == [64 * 64 - 100] * 3


def test_values_set_aside_beside_a_nodata_value_are_masked_out(tmp_path):
    pixels = noise(1, 64, 64, "uint16")
    layer = QgsRasterLayer(str(write_raster(tmp_path / "in.tif", pixels, nodata=7)), "in", "gdal")
    user_nodata(layer, (1000, 20000), (65535, 65535))
    exported = utm(tmp_path, layer)
    counting = (pixels != 7) & ~((pixels >= 1000) & (pixels <= 20000)) & (pixels != 65535)
    chip = read_raster(exported.image("000000000"))
    np.testing.assert_array_equal(chip.ReadAsArray(), pixels[0])
    np.testing.assert_array_equal(chip.GetRasterBand(1).GetMaskBand().ReadAsArray() != 0, counting[0])
    (state,) = exported.accumulated()["BandStatsState"]
    assert state["Num"] == counting.sum()
    assert state["M1"] == pytest.approx(pixels[counting].astype("float64").mean(), rel=1e-12)


def test_values_set_aside_are_in_the_layer_s_units(tmp_path):
    """The layer shows 0.1 * value - 5; the user sees, and sets aside, what is shown."""
    pixels = noise(1, 64, 64, "uint8")
    path = write_raster(tmp_path / "in.tif", pixels)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.5)
    dataset.GetRasterBand(1).SetOffset(-5)
    del dataset
    layer = QgsRasterLayer(str(path), "in", "gdal")
    user_nodata(layer, (0.0, 10.0))  # 10 to 30 in the file
    exported = utm(tmp_path, layer)
    (state,) = exported.accumulated()["BandStatsState"]
    assert state["Num"] == ((pixels < 10) | (pixels > 30)).sum()


def test_a_nodata_value_that_the_user_switched_off_counts(tmp_path):
    pixels = noise(1, 64, 64)
    layer = QgsRasterLayer(str(write_raster(tmp_path / "in.tif", pixels, nodata=7)), "in", "gdal")
    layer.dataProvider().setUseSourceNoDataValue(1, False)
    (state,) = utm(tmp_path, layer).accumulated()["BandStatsState"]
    assert state["Num"] == 64 * 64


def test_values_set_aside_are_no_class(tmp_path):
    classes = np.arange(64 * 64, dtype="uint8").reshape(1, 64, 64) % 5
    labels = QgsRasterLayer(str(write_raster(tmp_path / "classes.tif", classes)), "classes", "gdal")
    user_nodata(labels, (2, 3))
    source = write_raster(tmp_path / "in.tif", noise(1, 64, 64))
    exported = utm(tmp_path, source, IN_CLASS_DATA=labels, **CLASSIFIED)
    np.testing.assert_array_equal(class_map(exported), np.where(np.isin(classes[0], (2, 3)), 0, classes[0]))


# Masks and statistics, band by band.


def test_statistics_go_by_each_band_s_own_nodata(tmp_path):
    values = (0, 65535, 9)
    pixels = noise(3, 64, 64, "uint16")
    for place, value in enumerate(values):
        pixels[place, 5 * place : 5 * place + 9, 3:40] = value
    write_raster(tmp_path / "plain.tif", pixels)
    path = tmp_path / "in.vrt"
    dataset = gdal.Translate(str(path), str(tmp_path / "plain.tif"), format="VRT")
    for number, value in enumerate(values, start=1):
        dataset.GetRasterBand(number).SetNoDataValue(value)
    del dataset
    exported = utm(tmp_path, path)
    for plane, value, state in zip(pixels, values, exported.accumulated()["BandStatsState"]):
        counting = plane[plane != value].astype("float64")
        assert state["Num"] == counting.size
        assert state["M1"] == pytest.approx(counting.mean(), rel=1e-12)


def test_nodata_counts_in_a_virtual_raster_of_one_changed_band(tmp_path):
    path = virtual(lambda dataset: dataset.GetRasterBand(2).SetNoDataValue(200))(tmp_path)
    exported = utm(tmp_path, path, tile=128)
    plane = pixels_of(tmp_path / "plain.tif")[1]
    counts = [each["Num"] for each in exported.accumulated()["BandStatsState"]]
    assert counts == [plane.size, (plane != 200).sum()]


# Alpha.

MEANINGS = [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand]


def test_infrared_that_is_tagged_as_alpha_is_warned_of_by_its_band(tmp_path):
    pixels = noise(4, 64, 64)
    pixels[3, :32, :32] = 0  # water is dark in infrared
    source = write_raster(tmp_path / "in.tif", pixels, interpretation=MEANINGS)
    exported = utm(tmp_path, source, tile=32)
    assert exported.outputs["CHIP_COUNT"] == 3
    (warning,) = [each for each in exported.log.warnings if "alpha" in each]
    assert warning.startswith(
        "IN_RASTER: band 4 of in is tagged as alpha, but holds many values; where it is 0"
    )
    said = "Pixels where band 4 is 0 count as transparent: the raster tags that band as alpha."
    assert exported.log.infos.count(said) == 1


@pytest.mark.parametrize("soft", [False, True])
def test_a_mask_in_the_alpha_band_is_not_warned_of(tmp_path, soft):
    pixels = noise(4, 64, 64)
    pixels[3] = 255
    pixels[3, :, :20] = 0
    if soft:
        pixels[3, :, 20:24] = (40, 90, 150, 210)
    source = write_raster(tmp_path / "in.tif", pixels, interpretation=MEANINGS)
    assert not [each for each in utm(tmp_path, source).log.warnings if "alpha" in each]


def test_statistics_of_a_stack_go_by_each_band_s_own_gaps(tmp_path):
    sources = mosaic_of(tmp_path, [(0, 0), (40, 30)], bands=1)
    path = tmp_path / "in.vrt"
    gdal.BuildVRT(str(path), sources, separate=True).FlushCache()
    exported = utm(tmp_path, path, tile=128)
    assert [each["Num"] for each in exported.accumulated()["BandStatsState"]] == [60 * 70] * 2


# Descriptions that are not in UTF-8.


def virtual_in_latin_1(folder, pixels, old, new):
    """Write a virtual raster of a file in.tif with a part of its text replaced by one in Latin-1."""
    path = folder / "in.vrt"
    source = write_raster(folder / "in.tif", pixels)
    gdal.Translate(str(path), str(source), format="VRT").FlushCache()
    text = path.read_text("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new).encode("latin-1"))
    return path


def test_a_virtual_raster_with_a_description_in_latin_1_is_cut(tmp_path):
    pixels = noise(2, 64, 64)
    path = virtual_in_latin_1(
        tmp_path, pixels, 'band="1">', 'band="1">\n    <Description>Gr\xfcn</Description>'
    )
    check_chips(utm(tmp_path, path), pixels, SQUARES_OF_2)


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are texts")
def test_a_virtual_raster_of_a_file_whose_name_is_in_latin_1_is_cut_and_watched(tmp_path):
    pixels = noise(2, 64, 64)
    path = virtual_in_latin_1(tmp_path, pixels, ">in.tif<", ">gr\xfcn.tif<")
    source = os.fsencode(tmp_path) + b"/gr\xfcn.tif"
    (tmp_path / "in.tif").rename(os.fsdecode(source))
    check_chips(utm(tmp_path, path), pixels, SQUARES_OF_2)
    before = file_states(raster_files(read_raster(path)))
    os.utime(source, (1, 1))
    after = file_states(raster_files(read_raster(path)))
    assert {each for each in after if after[each] != before[each]} == {os.fsdecode(source)}


@pytest.mark.parametrize("kind", ["raster", "class raster"])
def test_a_mask_that_cannot_be_opened_is_refused(tmp_path, kind):
    path = write_raster(tmp_path / "in.tif", noise(1, 32, 32))
    labels = layer_in_pixels([(rectangle(2, 2, 20, 20), 1)])
    given = {"TILE_SIZE_X": 16, "TILE_SIZE_Y": 16}
    parameter, raster, classes = "IN_RASTER", path, labels
    if kind == "class raster":
        whole = write_raster(tmp_path / "whole.tif", noise(1, 32, 32))
        parameter, raster, classes = "IN_CLASS_DATA", whole, path
    else:
        given["CLASS_VALUE_FIELD"] = "kind"
    (tmp_path / "in.tif.msk").write_bytes(b"II*\0")
    said = refusal(tmp_path / "out", raster, classes, **given)
    assert said.startswith(f"{parameter}: in has a mask that cannot be opened: ")
    assert "in.tif.msk" in said
    assert said.endswith("; mend it, or remove it if all pixels are to count.")
    assert not (tmp_path / "out").exists()
