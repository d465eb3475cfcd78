"""An export into a folder that holds one: the result is that of one run over both inputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from label_scenes import (
    METADATA_FORMATS,
    contents,
    export,
    layer_in_pixels,
    masks,
    refusal,
    write_class_raster,
)
from osgeo import gdal
from scenes import ORIGIN, memory_layer, noise, on_map, rectangle, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

COLUMNS, ROWS, TILE, STRIDE = 40, 96, 16, 8
CUTS = (slice(0, 56), slice(48, 96))  # chips begin at rows 0 to 40, and 48 to 80
THIRDS = (slice(0, 40), slice(32, 72), slice(64, 96))  # 0 to 24, 32 to 56, 64 to 80


def pixels() -> np.ndarray:
    made = noise(3, ROWS, COLUMNS)
    made[:, 60:70, 5:20] = 0
    return made


def moved(rows: slice) -> tuple[float, ...]:
    return (ORIGIN[0], 2.0, 0.0, ORIGIN[1] - 2.0 * rows.start, 0.0, -2.0)


def shapes(seed: int = 3) -> list[tuple[str, int]]:
    """Rectangles over one another; class 1 only in the first cut, 7 only in the second."""
    random = np.random.default_rng(seed)
    found = []
    for _ in range(60):
        left, top = random.uniform(-4, [COLUMNS, ROWS])
        width, height = random.uniform(1, 14, 2)
        values = (1, 2, 3) if top < 34 else (2, 3) if top < 56 else (2, 3, 7)
        found.append((rectangle(left, top, left + width, top + height), int(random.choice(values))))
    return found


def reaches(wkt: str, rows: slice) -> bool:
    low, high = (float(wkt.split(",")[place].split()[-1].rstrip(")")) for place in (0, 2))
    return low < rows.stop and high > rows.start


def class_map() -> np.ndarray:
    values = np.zeros((ROWS, COLUMNS), "uint8")
    random = np.random.default_rng(9)
    for _ in range(40):
        top, left = random.integers(0, [ROWS, COLUMNS])
        value = random.choice((1, 2) if top < 40 else (2, 7))
        values[top : top + random.integers(2, 8), left : left + random.integers(2, 8)] = value
    values[:56][values[:56] == 7] = 0
    values[48:][values[48:] == 1] = 0
    return values


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Return functions that give the imagery and the labels of some rows."""
    folder = tmp_path_factory.mktemp("scene")
    whole = slice(0, ROWS)

    def imagery(rows: slice = whole) -> Path:
        path = folder / f"imagery-{rows.start}-{rows.stop}.tif"
        return path if path.exists() else write_raster(path, pixels()[:, rows], moved(rows), nodata=0)

    def labels(kind: str, rows: slice = whole) -> Any:
        if kind == "features":
            return layer_in_pixels([each for each in shapes() if reaches(each[0], rows)])
        path = folder / f"classes-{rows.start}-{rows.stop}.tif"
        return write_class_raster(path, class_map()[rows], moved(rows))

    return imagery, labels


def run(scene, folder, kind, rows=slice(0, ROWS), **parameters):
    imagery, labels = scene
    field = "kind" if kind == "features" else None
    given = {"CLASS_VALUE_FIELD": field, **parameters}
    return export(folder, imagery(rows), labels(kind, rows), TILE, STRIDE, **given)


@pytest.mark.parametrize("kind", ["features", "class raster"])
@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
@pytest.mark.parametrize("nofeature", ["ALL_TILES", "ONLY_TILES_WITH_FEATURES"])
def test_two_halves_equal_one_run(scene, tmp_path, kind, metadata_format, nofeature):
    fixed = {"METADATA_FORMAT": metadata_format, "OUTPUT_NOFEATURE_TILES": nofeature}
    one = run(scene, tmp_path / "one", kind, **fixed)
    first = run(scene, tmp_path / "two", kind, CUTS[0], **fixed)
    free = first.outputs["CHIP_COUNT"]
    assert len(first.model()["Classes"]) < len(one.model()["Classes"])  # so that there is something to merge
    second = run(scene, tmp_path / "two", kind, CUTS[1], START_INDEX=free, **fixed)
    assert first.outputs["CHIP_COUNT"] + second.outputs["CHIP_COUNT"] == one.outputs["CHIP_COUNT"]
    assert first.outputs["FEATURE_COUNT"] + second.outputs["FEATURE_COUNT"] == one.outputs["FEATURE_COUNT"]
    assert 0 < first.outputs["FEATURE_COUNT"] < one.outputs["FEATURE_COUNT"]
    assert_same_files(one.path, second.path)


def assert_same_files(one: Path, two: Path) -> None:
    mine, its = contents(one), contents(two)
    assert its.keys() == mine.keys()
    for name in ("map.txt", "stats.txt", "esri_accumulated_stats.json", "esri_model_definition.emd"):
        assert its[name].decode() == mine[name].decode()
    assert [name for name in mine if mine[name] != its[name]] == ["export.json"]  # which tells two exports


@pytest.mark.parametrize("image_format", ["PNG", "JPEG", "MRF"])
def test_halves_equal_one_run_in_every_image_format(scene, tmp_path, image_format):
    run(scene, tmp_path / "one", "features", IMAGE_CHIP_FORMAT=image_format)
    first = run(scene, tmp_path / "two", "features", CUTS[0], IMAGE_CHIP_FORMAT=image_format)
    free = first.outputs["CHIP_COUNT"]
    run(scene, tmp_path / "two", "features", CUTS[1], IMAGE_CHIP_FORMAT=image_format, START_INDEX=free)
    assert_same_files(tmp_path / "one", tmp_path / "two")


@pytest.mark.parametrize("metadata_format", ["RCNN_Masks", "Classified_Tiles"])
def test_three_parts_equal_one_run(scene, tmp_path, metadata_format):
    kind = "features" if metadata_format == "RCNN_Masks" else "class raster"
    run(scene, tmp_path / "one", kind, METADATA_FORMAT=metadata_format)
    free = 0
    for rows in THIRDS:
        part = run(scene, tmp_path / "three", kind, rows, METADATA_FORMAT=metadata_format, START_INDEX=free)
        free += part.outputs["CHIP_COUNT"]
        assert part.accumulated()["NextTileIndex"] == free
    assert_same_files(tmp_path / "one", tmp_path / "three")


def test_one_run_over_a_mosaic_of_both_parts_is_the_same(scene, tmp_path):
    imagery, labels = scene
    parts = [str(imagery(rows)) for rows in CUTS]
    gdal.BuildVRT(str(tmp_path / "mosaic.vrt"), parts).FlushCache()
    mosaic = tmp_path / "mosaic.vrt"
    export(tmp_path / "one", mosaic, labels("features"), TILE, STRIDE, CLASS_VALUE_FIELD="kind")
    first = run(scene, tmp_path / "two", "features", CUTS[0])
    run(scene, tmp_path / "two", "features", CUTS[1], START_INDEX=first.outputs["CHIP_COUNT"])
    assert_same_files(tmp_path / "one", tmp_path / "two")


def test_numbers_may_start_anywhere_and_leave_a_gap(scene, tmp_path):
    first = run(scene, tmp_path / "out", "features", CUTS[0], START_INDEX=7)
    count = first.outputs["CHIP_COUNT"]
    assert first.stems() == [f"{number:09d}" for number in range(7, 7 + count)]
    assert first.accumulated()["NextTileIndex"] == 7 + count
    second = run(scene, tmp_path / "out", "features", CUTS[1], START_INDEX=1000)
    more = second.outputs["CHIP_COUNT"]
    assert second.stems() == numbered(7, count) + numbered(1000, more)
    accumulated = second.accumulated()
    assert accumulated["NextTileIndex"] == 1000 + more
    assert accumulated["NumTiles"] == count + more
    assert second.stats()[0] == f"images = {count + more} *3*{TILE}*{TILE}"


def numbered(start: int, count: int) -> list[str]:
    return [f"{number:09d}" for number in range(start, start + count)]


def test_cells_of_another_size_widen_the_cell_sizes(scene, tmp_path):
    first = run(scene, tmp_path / "out", "features")
    _, labels = scene
    fine = write_raster(
        tmp_path / "fine.tif", noise(3, 20, 20), (ORIGIN[0], 0.5, 0, ORIGIN[1], 0, -0.5), nodata=0
    )
    number = first.outputs["CHIP_COUNT"]
    second = export(
        tmp_path / "out", fine, labels("features"), TILE, CLASS_VALUE_FIELD="kind", START_INDEX=number
    )
    for document in (second.accumulated(), second.model()):
        sizes = [(document[key]["x"], document[key]["y"]) for key in ("MinCellSize", "MaxCellSize")]
        assert sizes == [(0.5, 0.5), (2.0, 2.0)]


# What does not go together is refused by name, and nothing changes.


@pytest.fixture
def standing(scene, tmp_path):
    """An export, and a function that says why another one cannot be added to it."""
    first = run(scene, tmp_path / "out", "features", CUTS[0])
    before = contents(first.path)

    def refused(raster: Path | None = None, layer: Any = None, **parameters: Any) -> str:
        imagery, labels = scene
        layer = labels("features", CUTS[1]) if layer is None else layer
        given = {"CLASS_VALUE_FIELD": "kind", "START_INDEX": first.outputs["CHIP_COUNT"], **parameters}
        given = {"tile": TILE, "stride": STRIDE, **given}
        sentence = refusal(first.path, raster or imagery(CUTS[1]), layer, **given)
        assert contents(first.path) == before
        return sentence

    return refused


@pytest.mark.parametrize("other", METADATA_FORMATS[1:])
def test_another_label_format_is_refused(standing, other):
    sentence = standing(METADATA_FORMAT=other)
    assert sentence.startswith("METADATA_FORMAT")
    assert "KITTI_rectangles" in sentence
    assert other in sentence


def test_another_image_format_is_refused(standing):
    sentence = standing(IMAGE_CHIP_FORMAT="PNG")
    assert sentence.startswith("IMAGE_CHIP_FORMAT")


@pytest.mark.parametrize("name", ["TILE_SIZE_X", "TILE_SIZE_Y"])
def test_another_chip_size_is_refused(standing, name):
    sentence = standing(**{name: 24})
    assert sentence.startswith(name)
    assert "16" in sentence
    assert "24" in sentence


def test_another_number_of_bands_is_refused(standing, tmp_path):
    sentence = standing(write_raster(tmp_path / "four.tif", noise(4, 40, 40)))
    assert sentence.startswith("IN_RASTER")
    assert "band" in sentence
    assert "3" in sentence
    assert "4" in sentence


def test_other_bands_are_refused(standing, tmp_path):
    names = ["Infrared", "Red", "Green"]
    sentence = standing(write_raster(tmp_path / "infrared.tif", noise(3, 40, 40), names=names))
    assert sentence.startswith("IN_RASTER")
    assert "Infrared" in sentence


def test_another_kind_of_label_is_refused(standing, scene):
    _, labels = scene
    sentence = standing(layer=labels("class raster", CUTS[1]), CLASS_VALUE_FIELD=None)
    assert sentence.startswith("IN_CLASS_DATA")
    assert "class raster" in sentence


def named_layer(*classes: tuple[int, str]):
    features = [
        (on_map(rectangle(2, 50 + 3 * place, 4, 52 + 3 * place)), {"kind": value, "classname": name})
        for place, (value, name) in enumerate(classes)
    ]
    return memory_layer(features, {"kind": int, "classname": str})


def test_another_name_of_a_class_is_refused(standing):
    sentence = standing(layer=named_layer((2, "Palm")))
    assert "class 2" in sentence
    assert "Palm" in sentence


def test_text_that_is_numbered_differently_is_refused(scene, tmp_path):
    imagery, _ = scene

    def layer(*words):
        return memory_layer(
            [(on_map(rectangle(2, 50, 5, 60)), {"kind": word}) for word in words], {"kind": str}
        )

    first = export(tmp_path / "out", imagery(), layer("oak", "palm"), 96, CLASS_VALUE_FIELD="kind")
    assert [each["Name"] for each in first.model()["Classes"]] == ["oak", "palm"]
    fixed = {"CLASS_VALUE_FIELD": "kind", "tile": 96}
    sentence = refusal(tmp_path / "out", imagery(), layer("elm", "oak"), START_INDEX=1, **fixed)
    assert "class 1" in sentence
    assert "elm" in sentence
    assert "oak" in sentence
    more = export(
        tmp_path / "out", imagery(), layer("oak", "palm", "yew"), 96, CLASS_VALUE_FIELD="kind", START_INDEX=1
    )
    assert [each["Name"] for each in more.model()["Classes"]] == ["oak", "palm", "yew"]


@pytest.mark.parametrize("name", ["Palm", "palm", "PALM"])
def test_two_classes_never_share_a_folder_after_an_append(scene, tmp_path, name):
    """Alone, each run has no two classes of one name; together they would."""
    imagery, _ = scene
    fixed = {"METADATA_FORMAT": "RCNN_Masks", "CLASS_VALUE_FIELD": "kind"}
    export(tmp_path / "out", imagery(), named_layer((1, "Palm")), 96, **fixed)
    before = contents(tmp_path / "out")
    second = named_layer((2, name))
    sentence = refusal(tmp_path / "out", imagery(), second, tile=96, START_INDEX=1, **fixed)
    assert name in sentence
    assert contents(tmp_path / "out") == before


def test_classes_keep_the_folders_of_an_earlier_version(scene, tmp_path):
    """Version 1.0.0 named folders of RCNN_Masks in any script, and its JSON files held UTF-8."""
    imagery, _ = scene
    fixed = {"METADATA_FORMAT": "RCNN_Masks", "CLASS_VALUE_FIELD": "kind"}
    first = export(tmp_path / "out", imagery(), named_layer((1, "Wald"), (2, "Rest")), 96, **fixed)
    (first.path / "labels" / "Wald").rename(first.path / "labels" / "Wäld")
    for name in ("map.txt", "stats.txt", "esri_accumulated_stats.json", "esri_model_definition.emd"):
        text = (first.path / name).read_bytes().decode()
        (first.path / name).write_bytes(text.replace("Wald", "Wäld").encode())
    second = export(
        first.path, imagery(), named_layer((1, "Wäld"), (2, "Rest"), (3, "Bäume")), 96, START_INDEX=1, **fixed
    )
    assert {path.name for path in (first.path / "labels").iterdir()} == {"Wäld", "Rest", "Baume"}
    assert [each["Name"] for each in second.model()["Classes"]] == ["Wäld", "Rest", "Baume"]
    assert sorted(masks(second, "000000001")) == ["Baume", "Rest", "Wäld"]
    renamed = [text for text in second.log.warnings if "becomes" in text]
    assert renamed == ["Class 3: the name Bäume becomes Baume, since it names a folder."]


@pytest.mark.parametrize("start", [0, 5, 23])
def test_a_number_that_stands_is_refused_naming_the_first_free_one(standing, start):
    sentence = standing(START_INDEX=start)
    assert sentence.startswith("START_INDEX")
    assert sentence.endswith("; START_INDEX 24 (or -1, the first that is free) adds to it.")


@pytest.mark.parametrize("name", ["esri_accumulated_stats.json", "map.txt"])
@pytest.mark.parametrize("damage", ["missing", "cut"])
def test_a_damaged_export_is_refused(scene, tmp_path, name, damage):
    first = run(scene, tmp_path / "out", "features", CUTS[0])
    path = first.path / name
    if damage == "missing":
        path.unlink()
    elif name != "map.txt":
        path.write_bytes(path.read_bytes()[:-50])
    else:
        path.write_bytes(b"")
    imagery, labels = scene
    before = contents(first.path)
    fixed = {"CLASS_VALUE_FIELD": "kind", "START_INDEX": first.outputs["CHIP_COUNT"]}
    sentence = refusal(first.path, imagery(CUTS[1]), labels("features"), tile=TILE, stride=STRIDE, **fixed)
    assert sentence.startswith(("OUT_FOLDER", "IMAGE_CHIP_FORMAT"))
    assert contents(first.path) == before


def test_an_append_that_writes_no_chip_leaves_the_export_as_it_was(standing, tmp_path):
    empty = write_raster(tmp_path / "empty.tif", np.zeros((3, 40, 40), "uint8"), nodata=0)
    assert "No chip was written" in standing(empty)


def test_another_pixel_type_is_refused(standing, tmp_path):
    wide = write_raster(
        tmp_path / "wide.tif", pixels()[:, CUTS[1]].astype("uint16"), moved(CUTS[1]), nodata=0
    )
    sentence = standing(raster=wide)
    assert sentence.startswith("IN_RASTER (type of the pixels)")
    assert "uint8" in sentence
    assert "uint16" in sentence


def test_a_class_past_the_label_rasters_is_refused(scene, tmp_path):
    imagery, _ = scene
    fixed = {"METADATA_FORMAT": "Classified_Tiles", "CLASS_VALUE_FIELD": "kind"}
    export(tmp_path / "out", imagery(), named_layer((1, "a")), 96, **fixed)
    before = contents(tmp_path / "out")
    sentence = refusal(tmp_path / "out", imagery(), named_layer((300, "b")), tile=96, START_INDEX=1, **fixed)
    assert "class 300" in sentence
    assert "uint8" in sentence
    assert contents(tmp_path / "out") == before
