"""IN_RASTER2: a second image of each chip, on the first raster's pixels."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from label_scenes import contents, refusal
from lxml import html
from osgeo import gdal, osr
from scenes import (
    METADATA_CHOICES,
    ORIGIN,
    UTM,
    Log,
    limit,
    memory_layer,
    noise,
    on_map,
    pixels_of,
    read_raster,
    rectangle,
    run,
    spatial_reference,
    write_raster,
)

pytestmark = pytest.mark.usefixtures("qgis_app")

TILE, ROWS, COLUMNS = 16, 64, 80
FIRST = noise(3, ROWS, COLUMNS)
SHAPES = [(rectangle(3, 3, 30, 20), 2), (rectangle(40, 10, 70, 60), 7)]
TAKERS = ("Classified_Tiles", "Export_Tiles")
ALONE = [name for name in METADATA_CHOICES if name not in (*TAKERS, "CycleGAN", "Panoptic_Segmentation")]
CORNERS = [(row, column) for row in range(0, ROWS, TILE) for column in range(0, COLUMNS, TILE)]


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> Path:
    return write_raster(tmp_path_factory.mktemp("first") / "first.tif", FIRST)


def second(folder: Path, transform=(ORIGIN[0], 2.0, 0.0, ORIGIN[1], 0.0, -2.0), crs=UTM, **more) -> Path:
    pixels = more.pop("pixels", None)
    if pixels is None:
        pixels = noise(5, ROWS, COLUMNS, "float32", seed=3)
    return write_raster(folder / "second.tif", pixels, transform, crs, **more)


def exported(folder: Path, first: Path, other: Path | None, name: str = "Export_Tiles", **more):
    sizes = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), TILE)
    labels = {}
    if name != "Export_Tiles":
        layer = memory_layer([(on_map(wkt), {"kind": value}) for wkt, value in SHAPES], {"kind": int})
        labels = {"IN_CLASS_DATA": layer, "CLASS_VALUE_FIELD": "kind"}
    given = {"IN_RASTER": first, "METADATA_FORMAT": name, **sizes, **labels, **more}
    return run(folder, given.pop("log", None), **given, **({} if other is None else {"IN_RASTER2": other}))


def client_reads(folder: Path, suffix: str = ".tif") -> dict[str, np.ndarray]:
    """Return the second image of each chip by the rules of arcgis.learn's readers.

    They list ``images`` and take the file of the same name from ``images2`` (and from ``labels``), its bands
    from ``InputRastersProps2`` and their means and deviations from ``AllTilesStats2``.
    """
    model = json.loads((folder / "esri_model_definition.emd").read_text("ascii"))
    stats = json.loads((folder / "esri_accumulated_stats.json").read_text("ascii"))
    has_labels = model["MetaDataMode"] != "Export_Tiles"
    bands = stats["InputRastersProps2"]["BandNames"]
    assert model["InputRastersProps2"] == stats["InputRastersProps2"]
    assert [each["BandName"] for each in model["AllTilesStats2"]] == bands
    lines, found = [], {}
    for image in sorted((folder / "images").glob(f"*{suffix}")):
        stem = image.stem
        found[stem] = pixels_of(folder / "images2" / image.name)
        assert found[stem].shape == (len(bands), model["ImageHeight"], model["ImageWidth"])
        assert (
            read_raster(image).GetGeoTransform()
            == read_raster(folder / "images2" / image.name).GetGeoTransform()
        )
        label = f" labels\\{stem}.tif " if has_labels else ""
        assert (folder / "labels" / f"{stem}.tif").exists() == has_labels
        lines.append(f"images\\{stem}{suffix} images2\\{stem}{suffix} {label}\r\n")
    assert (folder / "map.txt").read_bytes().decode("ascii") == "".join(lines)
    assert len(found) == len(list((folder / "images2").glob(f"*{suffix}"))) == stats["NumTiles"]
    return found


def check_statistics(folder: Path, chips: list[np.ndarray]) -> None:
    """Hold the statistics of the second images to (bands, pixels) of each chip that count."""
    stats = json.loads((folder / "esri_accumulated_stats.json").read_text("ascii"))
    model = json.loads((folder / "esri_model_definition.emd").read_text("ascii"))
    values = np.concatenate(chips, axis=1).astype(float)
    for state, tiles, band in zip(stats["BandStatsState2"], model["AllTilesStats2"], values):
        assert (state["Min"], state["Max"], state["Num"]) == (band.min(), band.max(), len(band))
        assert state["M1"] == tiles["Mean"] == pytest.approx(band.mean(), rel=1e-9)
        assert state["M2"] == pytest.approx(((band - band.mean()) ** 2).sum(), rel=1e-9)
        assert tiles["StdDev"] == pytest.approx(band.std(), rel=1e-9)


@pytest.mark.parametrize("name", TAKERS)
def test_the_same_pixels_of_another_raster(tmp_path, first, name):
    pixels = noise(5, ROWS, COLUMNS, "float32", seed=3)
    names = ["Red", "", "NearInfrared"]
    other = second(tmp_path, pixels=pixels, nodata=-1.0, names=names)
    made = exported(tmp_path / "out", first, other, name)
    found = client_reads(made.path)
    parts = [pixels[:, row : row + TILE, column : column + TILE] for row, column in CORNERS]
    for (stem, chip), part in zip(found.items(), parts):
        np.testing.assert_array_equal(chip, part)
        dataset = read_raster(made.path / "images2" / f"{stem}.tif")
        assert [dataset.GetRasterBand(band).GetNoDataValue() for band in range(1, 6)] == [-1.0] * 5
        assert dataset.GetSpatialRef().IsSame(spatial_reference(UTM))
    assert len(found) == len(parts)
    check_statistics(made.path, [part.reshape(5, -1) for part in parts])
    assert made.accumulated()["InputRastersProps2"]["BandNames"] == [*names, "", ""]
    alone = exported(tmp_path / "alone", first, None, name)
    both, one = contents(made.path), contents(alone.path)
    same = [path for path in one if path.startswith(("images/", "labels/", "stats.txt"))]
    assert {path: both[path] for path in same} == {path: one[path] for path in same}
    keys = [key for key in made.accumulated() if key not in alone.accumulated()]
    assert keys == ["InputRastersProps2", "BandStatsState2"]
    assert [key for key in made.model() if key not in alone.model()] == [
        "InputRastersProps2",
        "AllTilesStats2",
    ]


def nearest(transform, pixels: np.ndarray, points: np.ndarray, fill: float):
    """Return (bands, points) of the pixels under points, whether there is one, and how far borders are."""
    columns = (points[:, 0] - transform[0]) / transform[1]
    rows = (points[:, 1] - transform[3]) / transform[5]
    there = (rows >= 0) & (rows < pixels.shape[1]) & (columns >= 0) & (columns < pixels.shape[2])
    row = np.clip(np.floor(rows).astype(int), 0, pixels.shape[1] - 1)
    column = np.clip(np.floor(columns).astype(int), 0, pixels.shape[2] - 1)
    border = np.minimum(np.abs(rows - np.rint(rows)), np.abs(columns - np.rint(columns)))
    return np.where(there, pixels[:, row, column], fill), there, border


def centres(folder: Path, stem: str) -> np.ndarray:
    """Return (pixels, 2), x and y of the centres of a chip's pixels."""
    left, cell_x, _, top, _, cell_y = read_raster(folder / "images" / f"{stem}.tif").GetGeoTransform()
    x, y = np.meshgrid(left + (np.arange(TILE) + 0.5) * cell_x, top + (np.arange(TILE) + 0.5) * cell_y)
    return np.stack((x.ravel(), y.ravel()), axis=1)


def check_nearest(folder: Path, transform, pixels: np.ndarray, fill: float, moved=np.copy):
    """Hold second images to the nearest pixels, found one by one; those on a border may be either."""
    counted, unsure = [], 0
    for stem, chip in client_reads(folder).items():
        flat = chip.reshape(len(chip), -1)
        expected, there, border = nearest(transform, pixels, moved(centres(folder, stem)), fill)
        sure = border > 1e-6
        unsure += int((~sure).sum())
        np.testing.assert_array_equal(flat[:, sure], expected[:, sure])
        counted.append(flat[:, there])
    assert unsure < 20
    return counted


@pytest.mark.parametrize("nodata", [None, 9.0])
def test_another_cell_size_and_place(tmp_path, first, nodata):
    """Coarser pixels that cover a part of the raster, and one chip not at all."""
    pixels = noise(2, 20, 31, "uint16", seed=9)
    pixels[pixels == 9] = 10
    transform = (ORIGIN[0] + 17.303, 4.7, 0.0, ORIGIN[1] - 5.107, 0.0, -6.3)
    other = second(tmp_path, transform, pixels=pixels, nodata=nodata)
    log = Log()
    made = exported(tmp_path / "out", first, other, log=log)
    counted = check_nearest(made.path, transform, pixels, nodata or 0)
    check_statistics(made.path, counted)
    assert sum(part.shape[1] for part in counted) < ROWS * COLUMNS
    assert log.warnings == []


def test_chips_that_the_second_raster_does_not_reach_are_filled_and_told(tmp_path, first):
    pixels = noise(1, 16, 20, "uint8", seed=2) | 1
    other = second(tmp_path, pixels=pixels)
    log = Log()
    made = exported(tmp_path / "out", first, other, log=log)
    found = client_reads(made.path)
    assert len(found) == len(CORNERS)
    np.testing.assert_array_equal(found["000000000"], pixels[:, :16, :16])
    np.testing.assert_array_equal(found["000000001"][0, :, :4], pixels[0, :, 16:])
    assert not found["000000001"][0, :, 4:].any()
    assert all(not found[stem].any() for stem in list(found)[2:])
    check_statistics(made.path, [pixels.reshape(1, -1)])
    assert log.warnings == ["Chips whose second image has no valid pixel: 18 of 20."]


def test_another_coordinate_reference_system(tmp_path, first):
    """The neighbouring zone: places of pixel centres as PROJ gives them through OGR."""
    there = osr.CoordinateTransformation(spatial_reference(UTM), spatial_reference("EPSG:31984"))
    left, top, _ = there.TransformPoint(*ORIGIN)
    pixels = noise(2, 90, 120, "int16", seed=5)
    transform = (left - 20.25, 2.3, 0.0, top + 41.75, 0.0, -2.1)
    other = second(tmp_path, transform, "EPSG:31984", pixels=pixels)
    made = exported(tmp_path / "out", first, other)

    def moved(points: np.ndarray) -> np.ndarray:
        return np.array(there.TransformPoints(points.tolist()))[:, :2]

    counted = check_nearest(made.path, transform, pixels, 0, moved)
    check_statistics(made.path, counted)
    dataset = read_raster(made.path / "images2" / "000000003.tif")
    assert dataset.GetSpatialRef().IsSame(spatial_reference(UTM))
    again = exported(tmp_path / "two", first, other, WORKERS=2)
    assert contents(again.path) == contents(made.path)


numbers = st.floats(-60, 60, allow_nan=False).map(lambda value: round(value, 3))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shift=st.tuples(numbers, numbers), cell=st.floats(0.7, 9).map(lambda value: round(value, 2)))
def test_any_place_and_cell_size(tmp_path_factory, first, shift, cell):
    folder = tmp_path_factory.mktemp("any")
    pixels = noise(2, 23, 17, "uint8", seed=1)
    transform = (ORIGIN[0] + shift[0] + 0.0007, cell, 0.0, ORIGIN[1] + shift[1] + 0.0003, 0.0, -cell)
    other = second(folder, transform, pixels=pixels)
    right, bottom = transform[0] + 17 * cell, transform[3] - 23 * cell
    if right < ORIGIN[0] + 3 or bottom > ORIGIN[1] - 3:
        return
    check_nearest(exported(folder / "out", first, other).path, transform, pixels, 0)


def test_beyond_the_raster_and_the_mask_both_are_filled(tmp_path, first):
    """A raster of 70 columns ends in a chip; the second one goes on, and is cut there all the same."""
    pixels = noise(1, ROWS + 30, COLUMNS + 30, "uint8", seed=8) | 1
    other = second(tmp_path, pixels=pixels, nodata=0.0)
    polygon = memory_layer([(on_map(rectangle(5, 7, 62, 51)), {})])
    extent = f"{ORIGIN[0]},{ORIGIN[0] + 140},{ORIGIN[1] - 128},{ORIGIN[1]} [{UTM}]"
    given = {"IN_MASK_POLYGONS": polygon, "MASK_MODE": "BLACKEN_OUTSIDE", "EXTENT": extent}
    made = exported(tmp_path / "out", first, other, **given)
    shown = np.zeros((1, ROWS, COLUMNS), np.uint8)
    shown[:, 7:51, 5:62] = pixels[:, 7:51, 5:62]
    found = client_reads(made.path)
    parts = [shown[:, row : row + TILE, column : column + TILE] for row, column in CORNERS]
    parts = [part for part in parts if part.any()]
    for chip, part in zip(found.values(), parts):
        np.testing.assert_array_equal(chip, part)
    assert len(found) == len(parts)
    check_statistics(made.path, [part[part > 0].reshape(1, -1) for part in parts])
    whole = exported(tmp_path / "whole", first, other, EXTENT=extent)
    for stem, chip in client_reads(whole.path).items():
        column = int(stem) % 5 * TILE
        assert chip[0].any(axis=0).tolist() == [column + place < 70 for place in range(TILE)]


def test_a_mask_of_the_second_raster_is_the_mask_of_its_chips(tmp_path, first):
    pixels = noise(3, ROWS, COLUMNS, "uint8", seed=6) | 1
    other = second(tmp_path, pixels=pixels)
    shown = np.zeros((ROWS, COLUMNS), np.uint8)
    shown[10:50, 20:60] = 255
    dataset = gdal.Open(str(other), gdal.GA_Update)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    band = dataset.GetRasterBand(1)
    band.GetMaskBand().WriteArray(shown)
    del band, dataset
    made = exported(tmp_path / "out", first, other)
    counted = []
    for stem, (row, column) in zip(client_reads(made.path), CORNERS):
        dataset = read_raster(made.path / "images2" / f"{stem}.tif")
        band = dataset.GetRasterBand(1)
        mask = band.GetMaskBand().ReadAsArray()
        expected = shown[row : row + TILE, column : column + TILE]
        np.testing.assert_array_equal(mask > 0, expected > 0)
        counted.append(pixels[:, row : row + TILE, column : column + TILE][:, expected > 0])
    check_statistics(made.path, counted)


@pytest.mark.parametrize("angle", [90, 30])
def test_second_images_turn_with_their_chips(tmp_path, first, angle):
    """Each pixel is the one of the second raster that its centre lies in, as the chip's geotransform says."""
    pixels = noise(2, ROWS, COLUMNS, "uint16", seed=5) | 1
    other = second(tmp_path, pixels=pixels)
    made = exported(tmp_path / "out", first, other, ROTATION_ANGLE=angle)
    found = client_reads(made.path)
    assert len(found) == len(CORNERS) * (360 // angle)
    counted = []
    for stem, chip in found.items():
        left, a, b, top, d, e = read_raster(made.path / "images2" / f"{stem}.tif").GetGeoTransform()
        column, row = (each.ravel() + 0.5 for each in np.meshgrid(np.arange(TILE), np.arange(TILE)))
        points = np.stack((left + a * column + b * row, top + d * column + e * row), axis=1)
        expected, _, border = nearest((ORIGIN[0], 2.0, 0.0, ORIGIN[1], 0.0, -2.0), pixels, points, 0)
        sure = border > 1e-3
        assert sure.mean() > 0.9
        np.testing.assert_array_equal(chip.reshape(2, -1)[:, sure], expected[:, sure])
        counted.append(chip.reshape(2, -1)[:, chip[0].ravel() > 0])
    check_statistics(made.path, counted)


REFUSED = {
    "float in PNG": (
        lambda folder: second(folder),
        {"IMAGE_CHIP_FORMAT": "PNG"},
        "IN_RASTER2: PNG holds no chips of second, which has 5 bands of type float32; choose another "
        "IMAGE_CHIP_FORMAT, or convert that raster first (Raster > Conversion > Translate).",
    ),
    "elsewhere": (
        lambda folder: second(folder, (ORIGIN[0] + 9000, 2.0, 0.0, ORIGIN[1], 0.0, -2.0)),
        {},
        "IN_RASTER2: second does not lie on the area to export; it extends over ",
    ),
    "no raster": (
        lambda folder: folder / "nowhere.tif",
        {},
        "IN_RASTER2: {folder}/nowhere.tif is neither a raster file nor a raster layer of the project; "
        "check how it is spelled.",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused(tmp_path, first, case):
    make, more, expected = REFUSED[case]
    given = {"METADATA_FORMAT": "Export_Tiles", "IN_RASTER2": make(tmp_path), **more}
    assert refusal(tmp_path / "out", first, None, **given).startswith(expected.format(folder=tmp_path))
    assert not (tmp_path / "out").exists()


def test_the_raster_itself_is_no_second_one(tmp_path, first):
    said = refusal(tmp_path / "out", first, None, METADATA_FORMAT="Export_Tiles", IN_RASTER2=first)
    assert said == ("IN_RASTER2: first is the input raster itself; choose another raster, or leave it empty.")


@pytest.mark.parametrize("name", ALONE)
def test_other_formats_have_one_image(tmp_path, first, name):
    labels = memory_layer([(on_map(SHAPES[0][0]), {"kind": 1})], {"kind": int})
    given = {"METADATA_FORMAT": name, "IN_RASTER2": second(tmp_path)}
    assert refusal(tmp_path / "out", first, labels, **given) == (
        f"IN_RASTER2: {name} has one image for each chip; leave it empty, or choose one of Classified_Tiles, "
        "Export_Tiles, CycleGAN."
    )


def without_entry(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in contents(folder).items() if name != "export.json"}


@pytest.mark.parametrize("name", TAKERS)
@pytest.mark.parametrize("at", [1.0, 45.0, 99.0])
def test_it_is_resumed(tmp_path, first, monkeypatch, name, at):
    limit(monkeypatch, batch_bytes=1, commit_seconds=0.0, commit_share=0.0)
    other = second(tmp_path)
    exported(tmp_path / "whole", first, other, name)
    exported(tmp_path / "out", first, other, name, log=Log(cancel_at=at))
    assert "unfinished_export.journal" in contents(tmp_path / "out")
    exported(tmp_path / "out", first, other, name)
    assert without_entry(tmp_path / "out") == without_entry(tmp_path / "whole")


def test_an_unfinished_export_of_another_second_raster_is_another(tmp_path, first, monkeypatch):
    limit(monkeypatch, batch_bytes=1, commit_seconds=0.0, commit_share=0.0)
    other = second(tmp_path)
    exported(tmp_path / "out", first, other, log=Log(cancel_at=40.0))
    write_raster(other, noise(5, ROWS, COLUMNS, "float32", seed=30))
    given = {"METADATA_FORMAT": "Export_Tiles", "IN_RASTER2": other}
    said = refusal(tmp_path / "out", first, None, **given)
    assert "IN_RASTER2" in said


@pytest.mark.parametrize("name", TAKERS)
def test_two_halves_equal_one_run(tmp_path, first, name):
    other = second(tmp_path)
    whole = exported(tmp_path / "whole", first, other, name)
    start = 0
    for top in (0, ROWS // 2):
        sides = (ORIGIN[0], ORIGIN[0] + 2 * COLUMNS, ORIGIN[1] - 2 * (top + ROWS // 2), ORIGIN[1] - 2 * top)
        extent = ",".join(map(str, sides)) + f" [{UTM}]"
        half = exported(tmp_path / "out", first, other, name, EXTENT=extent, START_INDEX=start)
        start += half.outputs["CHIP_COUNT"]
    mine, its = without_entry(whole.path), without_entry(half.path)
    exact = [path for path in mine if not path.startswith("esri_")]
    assert {path: its[path] for path in exact} == {path: mine[path] for path in exact}
    assert its.keys() == mine.keys()
    for states in ("BandStatsState", "BandStatsState2"):
        for one, both in zip(whole.accumulated()[states], half.accumulated()[states]):
            assert both == {key: pytest.approx(value, rel=1e-9) for key, value in one.items()}


def test_what_does_not_go_together_is_not_added(tmp_path, first):
    other = second(tmp_path)
    made = exported(tmp_path / "out", first, other)
    copy = write_raster(tmp_path / "copy.tif", FIRST)
    given = {"METADATA_FORMAT": "Export_Tiles", "START_INDEX": made.outputs["CHIP_COUNT"]}
    end = "; use the same, or choose another folder."
    begin = "the export that OUT_FOLDER holds was made with "
    cases = [
        ({}, f"IN_RASTER2: {begin}a second raster, not no second raster{end}"),
        (
            {"IN_RASTER2": write_raster(tmp_path / "b.tif", noise(4, ROWS, COLUMNS, "float32"))},
            f"IN_RASTER2 (number and names of bands): {begin}5 , not 4 {end}",
        ),
        (
            {"IN_RASTER2": write_raster(tmp_path / "c.tif", noise(5, ROWS, COLUMNS, "int16"))},
            f"IN_RASTER2 (type of the pixels): {begin}float32, not int16{end}",
        ),
    ]
    before = contents(made.path)
    for more, expected in cases:
        assert refusal(made.path, copy, None, **given, **more) == expected
    assert contents(made.path) == before


def test_a_split_and_a_report(tmp_path, first):
    more = {"VALIDATION_PERCENT": 25, "SPLIT_BLOCK_SIZE": 2.0 * TILE, "DATASET_DESCRIPTION": True}
    page, index = tmp_path / "r.html", tmp_path / "i.gpkg"
    made = exported(tmp_path / "out", first, second(tmp_path), **more, REPORT=page, CHIP_INDEX=index)
    counts = [len(client_reads(made.path / name)) for name in ("train", "valid")]
    assert sum(counts) == len(CORNERS)
    assert min(counts) > 0
    rows = dict(
        row.xpath("string(th)") and (row.xpath("string(th)"), row.xpath("string(td)"))
        for row in html.parse(str(page)).xpath("//tr")
    )
    assert rows["Second imagery"] == "second"
    document = json.loads((made.path / "croissant.json").read_text("ascii"))
    assert [each["includes"] for each in document["distribution"]] == ["*/images/*.tif", "*/images2/*.tif"]
    (entry,) = json.loads((made.path / "export.json").read_text("ascii"))["exports"]
    assert entry["parameters"]["IN_RASTER2"] == str(tmp_path / "second.tif")
    assert list(entry["inputs"]) == ["IN_RASTER", "IN_RASTER2"]
    again = run(tmp_path / "again", **entry["parameters"])
    assert without_entry(again.path).keys() == without_entry(made.path).keys()
    assert all(
        data == contents(again.path)[name]
        for name, data in without_entry(made.path).items()
        if name != "croissant.json"
    )
