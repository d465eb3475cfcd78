"""Exports in 8 bit: one stretch for all chips, kept for resumed exports and for those that are added."""

from __future__ import annotations

import json
import re
import shutil

import numpy as np
import pytest
from label_scenes import export, layer_in_pixels, refusal
from osgeo import gdal
from qgis.core import QgsProcessingException
from scenes import SQUARES_OF_2, Log, noise, pixels_of, read_raster, rectangle, write_raster

TILE = 16
KEY = "TrainingDataExporterStretch"
KINDS = ("MINIMUM_MAXIMUM", "CUMULATIVE_CUT", "STANDARD_DEVIATION")

pytestmark = pytest.mark.usefixtures("qgis_app")


def labels():
    return layer_in_pixels([(rectangle(1, 1, 7, 7), 1), (rectangle(20, 20, 27, 27), 1)])


def exported(folder, raster, tile=TILE, **parameters):
    return export(folder, raster, labels(), tile, CLASS_VALUE_FIELD="kind", **parameters)


def twelve_bits(bands=3, rows=40, columns=56, seed=5) -> np.ndarray:
    """Return a scene as a sensor of 12 bit sees it: most values in a part of the range, a few bright."""
    random = np.random.default_rng(seed)
    scene = random.gamma(6.0, 90.0, (bands, rows, columns))
    scene[:, :2, :2] = 4095
    return np.clip(scene * np.arange(1, bands + 1)[:, None, None] / 2, 1, 4095).astype("uint16")


def ends(values: np.ndarray, kind: str) -> tuple[float, float]:
    if kind == "MINIMUM_MAXIMUM":
        return float(values.min()), float(values.max())
    if kind == "STANDARD_DEVIATION":
        return values.mean() - 2 * values.std(), values.mean() + 2 * values.std()
    ordered = np.sort(values)
    return tuple(float(ordered[-(-percent * ordered.size // 100) - 1]) for percent in (2, 98))


def in_8_bit(pixels: np.ndarray, kind: str, nodata: float | None = None) -> np.ndarray:
    """Return pixels stretched over the whole raster by plain numpy."""
    found = np.zeros(pixels.shape, "uint8")
    for band, out in zip(pixels, found):
        shown = np.isfinite(band) & (band != nodata if nodata is not None else True)
        low, high = ends(band[shown].astype("float64"), kind)
        steps = np.rint(np.clip((band[shown].astype("float64") - low) / (high - low), 0, 1) * 254) + 1
        out[shown] = steps
    return found


def parts_of(pixels: np.ndarray, tile=TILE):
    """Yield the pixels of each chip, padded with 0."""
    bands, rows, columns = pixels.shape
    for row in range(0, rows, tile):
        for column in range(0, columns, tile):
            part = np.zeros((bands, tile, tile), pixels.dtype)
            piece = pixels[:, row : row + tile, column : column + tile]
            part[:, : piece.shape[1], : piece.shape[2]] = piece
            yield part


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "int32", "float32", "float64"])
def test_every_chip_has_the_stretch_of_the_whole_raster(tmp_path, dtype, kind):
    pixels = twelve_bits().astype(dtype) if dtype != "uint8" else noise(3, 40, 56)
    pixels[:, 30:34, :] = 7
    if dtype.startswith("float"):
        pixels[1, :5, 20:30] = np.nan
    raster = write_raster(tmp_path / "in.tif", pixels, nodata=7)
    found = exported(tmp_path / "out", raster, STRETCH=kind)
    expected = in_8_bit(pixels, kind, 7)
    for stem, part in zip(found.stems(), parts_of(expected)):
        chip = read_raster(found.image(stem))
        assert [chip.GetRasterBand(band).GetNoDataValue() for band in (1, 2, 3)] == [0.0] * 3
        assert chip.GetRasterBand(1).DataType == gdal.GDT_Byte
        np.testing.assert_array_equal(pixels_of(found.image(stem)), part)
    counted = [state["Num"] for state in found.accumulated()["BandStatsState"]]
    assert counted == [int((plane != 0).sum()) for plane in expected]
    stretch = found.model()[KEY]
    assert stretch == found.accumulated()[KEY]
    assert (stretch["Type"], stretch["SampledPixels"]) == (kind, 0)
    for pair, band in zip(stretch["Ranges"], pixels):
        valid = band[np.isfinite(band) & (band != 7)].astype("float64")
        assert pair == pytest.approx(ends(valid, kind), rel=1e-12)
    entry = json.loads((found.path / "export.json").read_text())["exports"][0]
    assert entry["stretch"] == stretch
    assert entry["parameters"]["STRETCH"] == kind
    text = (
        ";".join(f"{low!r},{high!r}" for low, high in stretch["Ranges"])
        .replace(".0,", ",")
        .replace(".0;", ";")
    )
    said = f"Stretched to 8 bit by {kind}, exactly over all pixels; STRETCH_RANGE={text.removesuffix('.0')}."
    assert said in found.log.infos


def test_without_a_stretch_the_files_know_none(tmp_path):
    raster = write_raster(tmp_path / "in.tif", twelve_bits())
    found = exported(tmp_path / "out", raster)
    assert KEY not in found.model()
    assert KEY not in found.accumulated()
    assert "stretch" not in json.loads((found.path / "export.json").read_text())["exports"][0]
    assert not any("Stretched" in info for info in found.log.infos)


def test_a_cut_uses_most_of_the_steps_of_12_bit(tmp_path):
    raster = write_raster(tmp_path / "in.tif", twelve_bits(rows=160, columns=160))
    found = exported(tmp_path / "out", raster, tile=160, STRETCH="CUMULATIVE_CUT")
    (stem,) = found.stems()
    assert all(len(np.unique(band)) >= 200 for band in pixels_of(found.image(stem)))


@pytest.mark.parametrize(("image_format", "suffix"), [("PNG", "png"), ("JPEG", "jpg"), ("MRF", "mrf")])
def test_16_bit_goes_into_every_format(tmp_path, image_format, suffix):
    pixels = (twelve_bits(1, 32, 32) * np.arange(1, 7)[:, None, None]).astype(
        "uint16"
    )  # grey: JPEG blurs colours
    raster = write_raster(tmp_path / "in.tif", pixels)
    found = exported(
        tmp_path / "out",
        raster,
        tile=32,
        IMAGE_CHIP_FORMAT=image_format,
        STRETCH="CUMULATIVE_CUT",
        BANDS=[5, 3, 1],
    )
    expected = in_8_bit(pixels[[4, 2, 0]], "CUMULATIVE_CUT")
    chip = pixels_of(found.path / "images" / f"000000000.{suffix}")
    if image_format == "JPEG":
        assert np.corrcoef(chip.ravel(), expected.ravel())[0, 1] > 0.95
    else:
        np.testing.assert_array_equal(chip, expected)


def test_the_area_is_that_of_the_export(tmp_path):
    pixels = twelve_bits()
    raster = write_raster(tmp_path / "in.tif", pixels)
    left, top = SQUARES_OF_2[0], SQUARES_OF_2[3]
    extent = f"{left},{left + 64},{top - 48},{top - 16} [EPSG:31985]"
    found = exported(tmp_path / "out", raster, STRETCH="MINIMUM_MAXIMUM", EXTENT=extent)
    part = pixels[:, 8:24, :32]
    assert found.model()[KEY]["Ranges"] == [[float(band.min()), float(band.max())] for band in part]


def test_alpha_masks_and_is_not_stretched(tmp_path):
    pixels = twelve_bits(4)
    pixels[3] = np.where(noise(1, 40, 56)[0] < 80, 0, 65535)
    pixels[:3, pixels[3] == 0] = 60000
    meanings = [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand]
    raster = write_raster(tmp_path / "in.tif", pixels, interpretation=meanings)
    found = exported(tmp_path / "a", raster, STRETCH="MINIMUM_MAXIMUM")
    shown = pixels[3] != 0
    ranges = [[float(band[shown].min()), float(band[shown].max())] for band in pixels[:3]]
    assert found.model()[KEY]["Ranges"] == [*ranges, []]
    chip = pixels_of(found.image("000000000"))
    np.testing.assert_array_equal(chip[3], np.where(shown, 255, 0)[:16, :16])
    assert (chip[:3, ~shown[:16, :16]] == 0).all()
    assert (chip[:3, shown[:16, :16]] > 0).all()
    without = exported(tmp_path / "b", raster, STRETCH="MINIMUM_MAXIMUM", BANDS=[1, 2, 3])
    assert without.model()[KEY]["Ranges"] == ranges
    np.testing.assert_array_equal(pixels_of(without.image("000000000")), chip[:3])
    one = exported(tmp_path / "c", raster, STRETCH_RANGE="100,3000")
    assert one.model()[KEY]["Ranges"] == [[100, 3000]] * 3 + [[]]


def test_given_numbers_are_used(tmp_path):
    pixels = twelve_bits()
    raster = write_raster(tmp_path / "in.tif", pixels)
    first = exported(tmp_path / "a", raster, STRETCH="STANDARD_DEVIATION")
    text = (
        next(info for info in first.log.infos if "STRETCH_RANGE=" in info).partition("=")[2].removesuffix(".")
    )
    second = exported(tmp_path / "b", raster, STRETCH_RANGE=text)
    for stem in first.stems():
        np.testing.assert_array_equal(pixels_of(second.image(stem)), pixels_of(first.image(stem)))
    assert f"Stretched to 8 bit; STRETCH_RANGE={text}." in second.log.infos
    assert second.model()[KEY] == {**first.model()[KEY], "Type": "STRETCH_RANGE"}
    entry = json.loads((second.path / "export.json").read_text())["exports"][0]
    assert entry["parameters"]["STRETCH_RANGE"] == text
    both = exported(tmp_path / "c", raster, STRETCH_RANGE=text, STRETCH="CUMULATIVE_CUT")
    assert "STRETCH: STRETCH_RANGE gives the numbers, so CUMULATIVE_CUT is not used." in both.log.warnings
    np.testing.assert_array_equal(pixels_of(both.image("000000000")), pixels_of(second.image("000000000")))


NO_LIST = "STRETCH_RANGE: {} is not a list of ranges; give least and greatest value as in 0,3000;10,2500."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        *((text, NO_LIST.format(text)) for text in ("10", "1,2,3", "a,b", "0,nan", "1,2;", "1e999,2")),
        ("0,9;7,7", "STRETCH_RANGE: 7,7 is no range; the first value has to be less than the second."),
        ("9,1", "STRETCH_RANGE: 9,1 is no range; the first value has to be less than the second."),
        ("0,9;0,8", "STRETCH_RANGE: 2 ranges are given for 3 bands; give one for all, or one for each."),
    ],
)
def test_numbers_that_are_none_are_refused(tmp_path, text, sentence):
    raster = write_raster(tmp_path / "in.tif", twelve_bits())
    assert refusal(tmp_path / "out", raster, labels(), STRETCH_RANGE=text) == sentence
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("parameter", [{"STRETCH": "MINIMUM_MAXIMUM"}, {"STRETCH_RANGE": "1,9"}])
def test_palettes_are_not_stretched(tmp_path, parameter):
    colors = {value: (value, 0, 0, 255) for value in range(256)}
    raster = write_raster(tmp_path / "in.tif", noise(1, 32, 32), colors=colors)
    (name,) = parameter
    assert refusal(tmp_path / "out", raster, labels(), **parameter) == (
        f"{name}: in holds numbers of a palette, which are no measurements; leave it out."
    )


def cancelled(folder, raster, **parameters):
    """Begin an export and cancel it among its chips."""
    found = exported(folder, raster, log=Log(cancel_at=75), **parameters)
    assert (folder / "unfinished_export.journal").exists()
    return found


def test_a_resumed_export_keeps_its_numbers(tmp_path, monkeypatch):
    from training_data_exporter.algorithms import running

    raster = write_raster(tmp_path / "in.tif", twelve_bits(rows=96, columns=96))
    whole = exported(tmp_path / "whole", raster, STRETCH="CUMULATIVE_CUT")
    cancelled(tmp_path / "out", raster, STRETCH="CUMULATIVE_CUT")
    with pytest.raises(QgsProcessingException, match=r"other settings \(STRETCH"):
        exported(tmp_path / "out", raster, STRETCH="MINIMUM_MAXIMUM")
    with pytest.raises(QgsProcessingException, match=r"other settings \(STRETCH"):
        exported(tmp_path / "out", raster, STRETCH_RANGE="0,4000")
    monkeypatch.setattr(running, "measured", None)  # the numbers need not be found again
    found = exported(tmp_path / "out", raster, STRETCH="CUMULATIVE_CUT")
    assert found.names() == whole.names()
    for name in whole.names():
        assert (found.path / name).read_bytes() == (whole.path / name).read_bytes(), name


@pytest.mark.parametrize("ranges", [[[1, 2]], [[1, 2]] * 2 + [["a", 2]], "x", [[1, 2, 3]] * 3])
def test_a_damaged_journal_is_named(tmp_path, ranges):
    import zlib

    raster = write_raster(tmp_path / "in.tif", twelve_bits(rows=96, columns=96))
    cancelled(tmp_path / "out", raster, STRETCH="CUMULATIVE_CUT")
    path = tmp_path / "out" / "unfinished_export.journal"
    first, _, rest = path.read_bytes().partition(b"\n")
    header = json.loads(first[9:])
    header["stretch"]["Ranges"] = ranges
    text = json.dumps(header, separators=(",", ":")).encode()
    path.write_bytes(b"%08x %s\n" % (zlib.crc32(text), text) + rest)
    with pytest.raises(QgsProcessingException, match=r"unfinished_export.journal is missing or damaged"):
        exported(tmp_path / "out", raster, STRETCH="CUMULATIVE_CUT")


def test_progress_goes_on_from_measuring_to_chips(tmp_path):
    raster = write_raster(tmp_path / "in.tif", twelve_bits(rows=96, columns=96).astype("float64"))
    log = Log()
    exported(tmp_path / "out", raster, STRETCH="CUMULATIVE_CUT", log=log)
    assert log.steps == sorted(log.steps)
    assert log.steps[-1] == 100
    assert any(0 < step <= 50 for step in log.steps)


def test_cancel_while_measuring_leaves_nothing(tmp_path):
    raster = write_raster(tmp_path / "in.tif", twelve_bits(rows=96, columns=96).astype("float64"))
    exported(tmp_path / "out", raster, STRETCH="CUMULATIVE_CUT", log=Log(cancel_at=10))
    assert not (tmp_path / "out").exists()


def test_an_addition_takes_the_numbers_of_the_first_export(tmp_path):
    east, west = twelve_bits(seed=1), twelve_bits(seed=2) * 2
    first = write_raster(tmp_path / "east.tif", east)
    second = write_raster(tmp_path / "west.tif", west)
    found = exported(tmp_path / "out", first, STRETCH="MINIMUM_MAXIMUM")
    count, before = len(found.stems()), found.model()[KEY]
    shutil.copytree(tmp_path / "out", tmp_path / "kept")
    added = exported(tmp_path / "out", second, STRETCH="MINIMUM_MAXIMUM", START_INDEX=count)
    assert added.model()[KEY] == added.accumulated()[KEY] == before
    text = (
        next(info for info in found.log.infos if "STRETCH_RANGE=" in info).partition("=")[2].removesuffix(".")
    )
    assert f"Stretched to 8 bit as the export that OUT_FOLDER holds; STRETCH_RANGE={text}." in added.log.infos
    (low, high) = before["Ranges"][0]
    steps = np.rint(np.clip((west[0].astype(float) - low) / (high - low), 0, 1) * 254) + 1
    np.testing.assert_array_equal(pixels_of(added.image(f"{count:09d}"))[0], steps[:16, :16])
    again = exported(tmp_path / "kept", second, STRETCH_RANGE=text, START_INDEX=count)
    np.testing.assert_array_equal(
        pixels_of(again.image(f"{count:09d}")), pixels_of(added.image(f"{count:09d}"))
    )
    assert again.model()[KEY] == before


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        ({"STRETCH": "MINIMUM_MAXIMUM"}, {}, "STRETCH: .* was made with MINIMUM_MAXIMUM, not NONE"),
        ({}, {"STRETCH": "CUMULATIVE_CUT"}, "STRETCH: .* was made with NONE, not CUMULATIVE_CUT"),
        (
            {"STRETCH": "MINIMUM_MAXIMUM"},
            {"STRETCH": "CUMULATIVE_CUT"},
            "STRETCH: .* was made with MINIMUM_MAXIMUM, not CUMULATIVE_CUT",
        ),
        (
            {"STRETCH_RANGE": "0,4000"},
            {"STRETCH_RANGE": "0,3000"},
            "STRETCH_RANGE: .* was made with 0,4000;0,4000;0,4000, not 0,3000;0,3000;0,3000",
        ),
        (
            {"STRETCH_RANGE": "0,4000"},
            {"STRETCH": "CUMULATIVE_CUT"},
            "with STRETCH_RANGE, not CUMULATIVE_CUT",
        ),
    ],
)
def test_an_addition_of_another_stretch_is_refused(tmp_path, first, second, sentence):
    raster = write_raster(tmp_path / "in.tif", twelve_bits())
    count = len(exported(tmp_path / "out", raster, **first).stems())
    said = refusal(tmp_path / "out", raster, labels(), **second, CLASS_VALUE_FIELD="kind", START_INDEX=count)
    assert re.search(sentence, said)


@pytest.mark.parametrize("stretch", [7, {"Type": "X"}, {"Type": "X", "Ranges": [[1, 2]], "SampledPixels": 0}])
def test_a_damaged_stretch_of_a_folder_is_named(tmp_path, stretch):
    raster = write_raster(tmp_path / "in.tif", twelve_bits())
    found = exported(tmp_path / "out", raster, STRETCH="MINIMUM_MAXIMUM")
    path = found.path / "esri_accumulated_stats.json"
    path.write_text(json.dumps({**found.accumulated(), KEY: stretch}))
    more = {"STRETCH": "MINIMUM_MAXIMUM", "START_INDEX": len(found.stems()), "CLASS_VALUE_FIELD": "kind"}
    assert "esri_accumulated_stats.json" in refusal(tmp_path / "out", raster, labels(), **more)


def test_a_large_area_is_estimated_and_the_log_says_so(tmp_path, monkeypatch):
    from training_data_exporter.imagery.stretch import measuring

    monkeypatch.setattr(measuring, "MOST_VALUES", 1000)
    monkeypatch.setattr(measuring, "_SAMPLES", 3)
    monkeypatch.setattr(measuring, "_ROWS", 8)
    monkeypatch.setattr(measuring, "_COLUMNS", 8)
    raster = write_raster(tmp_path / "in.tif", twelve_bits(rows=96, columns=96))
    found = exported(tmp_path / "out", raster, STRETCH="CUMULATIVE_CUT")
    assert found.model()[KEY]["SampledPixels"] == 9 * 64
    assert any(
        info.startswith("Stretched to 8 bit by CUMULATIVE_CUT, estimated from 576 pixels all over the area")
        for info in found.log.infos
    )


def test_a_split_export_states_the_stretch_in_each_set(tmp_path):
    raster = write_raster(tmp_path / "in.tif", twelve_bits(rows=320, columns=320))
    everywhere = layer_in_pixels(
        [(rectangle(x, y, x + 9, y + 9), 1) for x in range(4, 300, 20) for y in range(4, 300, 20)]
    )
    export(
        tmp_path / "out",
        raster,
        everywhere,
        TILE,
        STRETCH="CUMULATIVE_CUT",
        VALIDATION_PERCENT=30,
        SPLIT_BLOCK_SIZE=64,
    )
    stated = [
        json.loads((tmp_path / "out" / name / "esri_model_definition.emd").read_text())[KEY]
        for name in ("train", "valid")
    ]
    assert stated[0] == stated[1]
    assert stated[0]["Type"] == "CUMULATIVE_CUT"
