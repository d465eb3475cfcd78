"""Panoptic_Segmentation: class maps and masks of instances of another layer, as arcgis.learn reads them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from label_scenes import contents, refusal, write_class_raster
from osgeo import gdal, ogr
from scenes import (
    METADATA_CHOICES,
    ORIGIN,
    SQUARES_OF_2,
    UTM,
    Log,
    limit,
    memory_layer,
    noise,
    on_map,
    pixels_of,
    rectangle,
    run,
    with_copy,
    write_raster,
)

pytestmark = pytest.mark.usefixtures("qgis_app")

NAME = "Panoptic_Segmentation"
KEY = "Panoptic_Segmentation_Instance_Classes"
TILE, ROWS, COLUMNS = 16, 64, 80
FIELDS = {"Classvalue": int, "Classname": str}
GROUND = [
    (rectangle(0, 0, 40, 64), 1),
    (rectangle(36, 10, 75, 40), 3),
    (rectangle(50, 45, 79, 62.4), 1),
]
THINGS = [
    (rectangle(2, 2, 9, 8), 1),
    (rectangle(7, 5, 20, 14), 1),
    (rectangle(35, 20, 52.4, 44.7), 5),
    ("MULTIPOLYGON(((60 2,64 2,64 6,60 6,60 2)),((66 8,70 8,70 12,66 12,66 8)))", 1),
]
GROUND_NAMES, THING_NAMES = {1: "Grass", 3: "Road"}, {1: "Car", 5: "House"}
CORNERS = [(row, column) for row in range(0, ROWS, TILE) for column in range(0, COLUMNS, TILE)]


def layer(shapes, names):
    features = [(on_map(wkt), {"Classvalue": value, "Classname": names[value]}) for wkt, value in shapes]
    return memory_layer(features, FIELDS)


def scene(folder: Path, **more) -> dict:
    raster = folder / "raster.tif"
    if not raster.exists():
        write_raster(raster, noise(3, ROWS, COLUMNS))
    return {
        "IN_RASTER": raster,
        "IN_CLASS_DATA": layer(GROUND, GROUND_NAMES),
        "IN_INSTANCE_DATA": layer(THINGS, THING_NAMES),
        "METADATA_FORMAT": NAME,
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), TILE),
        **more,
    }


def client_reads(folder: Path, suffix: str = ".tif") -> dict[str, tuple[np.ndarray, dict[str, np.ndarray]]]:
    """Return class map, and masks by name, of each chip by the rules of arcgis.learn's reader.

    Image and class map stand in the two columns of ``map.txt``. Masks are those files of ``labels2`` whose
    name has the chip's in it, wherever it begins, so that one stem must not be a part of another; the folder
    is the Name of one of the instance classes.
    """
    model = json.loads((folder / "esri_model_definition.emd").read_text("ascii"))
    assert model["MetaDataMode"] == NAME
    assert all(set(each) == {"Value", "Name", "Color"} for each in model[KEY])
    known = {each["Name"] for each in model[KEY]}
    files = sorted(folder.glob(f"labels2/*/*{suffix}"))
    found, used = {}, 0
    for line in (folder / "map.txt").read_text("ascii").splitlines():
        image, label = (folder / each.replace("\\", "/") for each in line.split())
        assert image.is_file()
        masks = {path.parent.name: pixels_of(path)[0] for path in files if image.stem in path.name}
        assert set(masks) <= known
        used += len(masks)
        found[image.stem] = pixels_of(label)[0], masks
    assert used == len(files)
    assert len({len(stem) for stem in found}) <= 1
    return found


def burned(wkt: str) -> np.ndarray:
    """Return (rows, columns) of the raster, True where GDAL burns a shape given in pixels."""
    raster = gdal.GetDriverByName("MEM").Create("", COLUMNS, ROWS, 1)
    raster.SetGeoTransform(SQUARES_OF_2)
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    shapes = source.CreateLayer("shapes")
    feature = ogr.Feature(shapes.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(on_map(wkt)))
    shapes.CreateFeature(feature)
    gdal.RasterizeLayer(raster, [1], shapes, burn_values=[1])
    return raster.ReadAsArray() > 0


def expected(ground=GROUND, things=THINGS, names=THING_NAMES):
    """Return class map and masks of each chip of the grid, burned by GDAL; later shapes on top."""
    classes = np.zeros((ROWS, COLUMNS), int)
    for wkt, value in ground:
        classes[burned(wkt)] = value
    drawn = {value: np.zeros((ROWS, COLUMNS), int) for _, value in things}
    for number, (wkt, value) in enumerate(things, 1):
        drawn[value][burned(wkt)] = number
    found = []
    for row, column in CORNERS:
        part = slice(row, row + TILE), slice(column, column + TILE)
        masks = {}
        for value, numbers in drawn.items():
            shown = np.unique(numbers[part][numbers[part] > 0])
            if len(shown):
                mask = np.where(numbers[part] > 0, np.searchsorted(shown, numbers[part]) + 1, 0)
                masks[names[value]] = mask
        found.append((classes[part], masks))
    return found


def check(found, wanted) -> None:
    assert len(found) == len(wanted)
    for (classes, masks), (its_classes, its_masks) in zip(found.values(), wanted):
        np.testing.assert_array_equal(classes, its_classes)
        assert masks.keys() == its_masks.keys()
        for name, mask in masks.items():
            np.testing.assert_array_equal(mask, its_masks[name])


def without_entry(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in contents(folder).items() if name != "export.json"}


def test_chips_have_a_class_map_and_masks_as_gdal_burns_them(tmp_path):
    log = Log()
    made = run(tmp_path / "set", log, **scene(tmp_path))
    check(client_reads(made.path), expected())
    model = made.model()
    assert [(each["Value"], each["Name"]) for each in model["Classes"]] == list(GROUND_NAMES.items())
    assert [(each["Value"], each["Name"]) for each in model[KEY]] == list(THING_NAMES.items())
    assert log.warnings == []
    masks = sum(int(mask.max()) for _, each in expected() for mask in each.values())
    assert f"Instances written: {masks}." in log.infos


def test_each_part_is_what_its_format_writes_alone(tmp_path):
    both = without_entry(run(tmp_path / "both", **scene(tmp_path)).path)
    given = scene(tmp_path, METADATA_FORMAT="Classified_Tiles")
    things = given.pop("IN_INSTANCE_DATA")
    classes = without_entry(run(tmp_path / "classes", **given).path)
    masks = without_entry(
        run(tmp_path / "masks", **{**given, "METADATA_FORMAT": "RCNN_Masks", "IN_CLASS_DATA": things}).path
    )
    folders = "images/", "labels/", "map.txt", "stats.txt"
    alone = {name: data for name, data in classes.items() if name.startswith(folders)}
    alone.update(
        {
            name.replace("labels/", "labels2/"): data
            for name, data in masks.items()
            if name.startswith("labels/")
        }
    )
    assert {name: data for name, data in both.items() if not name.startswith("esri_")} == alone


def test_random_shapes(tmp_path):
    random = np.random.default_rng(8)
    for number in range(6):
        ground, things = [], []
        for shapes, values in ((ground, (1, 3)), (things, (1, 5))):
            for _ in range(random.integers(1, 9)):
                x, y = random.uniform(-5, 75, 2)
                width, height = random.uniform(0.3, 30, 2)
                shapes.append((rectangle(x, y, x + width, y + height), int(random.choice(values))))
        given = scene(
            tmp_path,
            IN_CLASS_DATA=layer(ground, GROUND_NAMES),
            IN_INSTANCE_DATA=layer(things, THING_NAMES),
        )
        check(client_reads(run(tmp_path / f"set{number}", **given).path), expected(ground, things))


def test_only_chips_with_labels_of_either_layer_are_written(tmp_path):
    given = scene(tmp_path, IN_CLASS_DATA=layer(GROUND[2:], GROUND_NAMES))
    given["OUTPUT_NOFEATURE_TILES"] = "ONLY_TILES_WITH_FEATURES"
    made = run(tmp_path / "set", **given)
    wanted = [each for each in expected(GROUND[2:]) if each[0].any() or each[1]]
    check(client_reads(made.path), wanted)
    assert any(not classes.any() for classes, _ in wanted)
    assert made.outputs["EMPTY_CHIP_COUNT"] == 0
    assert len(wanted) < len(CORNERS)


def test_class_rasters_and_png(tmp_path):
    values = np.kron(noise(1, 8, 10)[0] % 3, np.ones((8, 8), np.uint8)).astype(np.uint8)
    ground = write_class_raster(tmp_path / "ground.tif", values)
    things = write_class_raster(tmp_path / "things.tif", (values == 2).astype(np.uint8))
    given = scene(tmp_path, IN_CLASS_DATA=ground, IN_INSTANCE_DATA=things, LABEL_RASTER_FORMAT="PNG")
    found = client_reads(run(tmp_path / "set", **given).path, ".png")
    assert len(found) == len(CORNERS)
    for (classes, masks), (row, column) in zip(found.values(), CORNERS):
        part = values[row : row + TILE, column : column + TILE]
        np.testing.assert_array_equal(classes, part)
        assert set(masks) == ({"1"} if (part == 2).any() else set())
        for mask in masks.values():
            np.testing.assert_array_equal(mask > 0, part == 2)
            assert mask.max() == gdal_regions(part == 2)


def gdal_regions(shown: np.ndarray) -> int:
    """Return how many regions GDAL finds, pixels that touch by a side or a corner."""
    raster = gdal.GetDriverByName("MEM").Create("", *shown.shape[::-1], 1)
    band = raster.GetRasterBand(1)
    band.WriteArray(shown.astype(np.uint8))
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    shapes = source.CreateLayer("shapes")
    gdal.Polygonize(band, band, shapes, -1, ["8CONNECTED=8"])
    return shapes.GetFeatureCount()


def test_names_of_instances_are_names_of_folders(tmp_path):
    log = Log()
    names = {1: "a/b", 5: "House"}
    made = run(tmp_path / "set", log, **scene(tmp_path, IN_INSTANCE_DATA=layer(THINGS, names)))
    check(client_reads(made.path), expected(names={1: "a_b", 5: "House"}))
    assert log.warnings == ["Class 1: the name a/b becomes a_b, since it names a folder."]


def test_without_any_instance_the_log_says_so(tmp_path):
    log = Log()
    far = layer([(rectangle(500, 500, 510, 510), 1)], THING_NAMES)
    made = run(tmp_path / "set", log, **scene(tmp_path, IN_INSTANCE_DATA=far))
    check(client_reads(made.path), [(classes, {}) for classes, _ in expected()])
    assert (
        log.warnings[-1] == "IN_INSTANCE_DATA: no chip shows an instance, so there are no files in labels2."
    )


REFUSED = {
    "none": (
        lambda: None,
        {},
        "IN_INSTANCE_DATA: no class data are given, which Panoptic_Segmentation needs.",
    ),
    "points": (
        lambda: memory_layer([(f"POINT({ORIGIN[0]} {ORIGIN[1]})", {})], kind="Point"),
        {},
        "IN_INSTANCE_DATA: labels has points or lines; give polygons or a classified raster.",
    ),
    "class 0": (
        lambda: layer([(THINGS[0][0], 0)], {0: "zero"}),
        {},
        "METADATA_FORMAT: Panoptic_Segmentation takes class values from 1 to 2147483647, not 0; give that "
        "class another value.",
    ),
    "no field": (
        lambda: layer(THINGS, THING_NAMES),
        {"INSTANCE_CLASS_VALUE_FIELD": "kind"},
        "INSTANCE_CLASS_VALUE_FIELD: labels has no field kind; its fields are Classvalue, Classname.",
    ),
    "negative": (
        lambda: layer([(THINGS[0][0], -4)], {-4: "x"}),
        {},
        "INSTANCE_CLASS_VALUE_FIELD: Classvalue holds the negative value -4; class values are whole "
        "numbers from 0.",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_instances_that_cannot_be_are_refused(tmp_path, case):
    make, more, said = REFUSED[case]
    given = scene(tmp_path, IN_INSTANCE_DATA=make(), **more)
    assert refusal(tmp_path / "set", given.pop("IN_RASTER"), given.pop("IN_CLASS_DATA"), **given) == said
    assert not (tmp_path / "set").exists()


@pytest.mark.parametrize("name", ["Classified_Tiles", "RCNN_Masks", "Export_Tiles"])
def test_other_formats_take_no_notice(tmp_path, name):
    log = Log()
    given = scene(tmp_path, METADATA_FORMAT=name, INSTANCE_CLASS_VALUE_FIELD="Classvalue")
    if name == "Export_Tiles":
        del given["IN_CLASS_DATA"]
    made = without_entry(run(tmp_path / "set", log, **given).path)
    del given["IN_INSTANCE_DATA"], given["INSTANCE_CLASS_VALUE_FIELD"]
    assert made == without_entry(run(tmp_path / "plain", **given).path)
    said = {
        "Export_Tiles": "{}: Export_Tiles writes no labels and takes no notice of it.",
    }.get(name, f"{{}}: it is for Panoptic_Segmentation; {name} takes no notice of it.")
    expected_warnings = [said.format(each) for each in ("IN_INSTANCE_DATA", "INSTANCE_CLASS_VALUE_FIELD")]
    assert log.warnings == expected_warnings
    assert METADATA_CHOICES[-1] == NAME


@pytest.mark.parametrize("at", [1.0, 50.0, 99.0])
def test_it_is_resumed(tmp_path, monkeypatch, at):
    limit(monkeypatch, batch_bytes=1, commit_seconds=0.0, commit_share=0.0)
    whole = run(tmp_path / "whole", **scene(tmp_path))
    run(tmp_path / "set", Log(cancel_at=at), **scene(tmp_path))
    assert "unfinished_export.journal" in contents(tmp_path / "set")
    run(tmp_path / "set", **scene(tmp_path))
    assert without_entry(tmp_path / "set") == without_entry(whole.path)


def test_two_halves_equal_one_run(tmp_path):
    whole = without_entry(run(tmp_path / "whole", **scene(tmp_path)).path)
    start = 0
    for top in (0, ROWS // 2):
        sides = (ORIGIN[0], ORIGIN[0] + 2 * COLUMNS, ORIGIN[1] - 2 * (top + ROWS // 2), ORIGIN[1] - 2 * top)
        extent = ",".join(map(str, sides)) + f" [{UTM}]"
        half = run(tmp_path / "set", **scene(tmp_path, EXTENT=extent, START_INDEX=start))
        start += half.outputs["CHIP_COUNT"]
    both = without_entry(tmp_path / "set")
    assert both.keys() == whole.keys()
    exact = [name for name in whole if not name.startswith("esri_")]
    assert {name: both[name] for name in exact} == {name: whole[name] for name in exact}
    model = json.loads(both["esri_model_definition.emd"])
    assert model[KEY] == json.loads(whole["esri_model_definition.emd"])[KEY]


def test_what_is_added_brings_its_classes(tmp_path):
    made = run(tmp_path / "set", **scene(tmp_path, IN_INSTANCE_DATA=layer(THINGS[:2], THING_NAMES)))
    assert [each["Name"] for each in made.model()[KEY]] == ["Car"]
    more = with_copy(scene(tmp_path), START_INDEX=len(CORNERS))
    added = run(tmp_path / "set", **more)
    assert [(each["Value"], each["Name"]) for each in added.model()[KEY]] == list(THING_NAMES.items())
    assert len(client_reads(added.path)) == 2 * len(CORNERS)
    other = {
        **more,
        "START_INDEX": 2 * len(CORNERS),
        "IN_INSTANCE_DATA": layer(THINGS, {1: "Bus", 5: "House"}),
    }
    other["IN_RASTER"] = write_raster(tmp_path / "third.tif", noise(3, ROWS, COLUMNS, seed=1))
    said = refusal(tmp_path / "set", other.pop("IN_RASTER"), other.pop("IN_CLASS_DATA"), **other)
    assert said.startswith("IN_INSTANCE_DATA: class 1 is named Bus, ")


def test_a_split_by_polygons_a_mask_a_report_and_a_replay(tmp_path):
    polygons = [
        (on_map(rectangle(0, 0, 32, ROWS)), {"split": "train"}),
        (on_map(rectangle(32, 0, COLUMNS, ROWS)), {"split": "valid"}),
    ]
    split = memory_layer(polygons, {"split": str})
    given = {
        "SPLIT_POLYGONS": split,
        "REPORT": str(tmp_path / "r.html"),
        "CHIP_INDEX": str(tmp_path / "i.gpkg"),
    }
    made = run(tmp_path / "set", **scene(tmp_path, **given))
    found = {**client_reads(made.path / "train"), **client_reads(made.path / "valid")}
    check(dict(sorted(found.items())), expected())
    mask = memory_layer([(on_map(rectangle(0, 0, 40, 30)), {})])
    filled = run(tmp_path / "mask", **scene(tmp_path, IN_MASK_POLYGONS=mask, MASK_MODE="BLACKEN_OUTSIDE"))
    cut = np.zeros((ROWS, COLUMNS), bool)
    cut[:30, :40] = True
    for stem, (classes, masks) in client_reads(filled.path).items():
        row, column = divmod(int(stem), 3)
        part = cut[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE]
        assert not classes[~part].any()
        assert all(not each[~part].any() for each in masks.values())
    plan = run(tmp_path / "plan", **scene(tmp_path), PLAN_ONLY=True)
    whole = run(tmp_path / "whole", **scene(tmp_path))
    for name in ("CHIP_COUNT", "FEATURE_COUNT", "EMPTY_CHIP_COUNT"):
        assert plan.outputs[name] == whole.outputs[name]
