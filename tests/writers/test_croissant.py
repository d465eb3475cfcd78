"""croissant.json: mlcroissant validates it and loads the chips and labels that were written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from label_scenes import contents, export, layer_in_pixels, refusal
from PIL import Image
from scenes import Exported, Log, copy_of, memory_layer, noise, on_map, rectangle, write_raster
from split_scenes import scene, shapes, split_export
from test_readers import PYTHON, read_with

from training_data_exporter.writers import LABEL_FORMATS

pytestmark = pytest.mark.usefixtures("qgis_app")

WHOLE = {"VALIDATION_PERCENT": 0, "TEST_PERCENT": 0}
RECOMMENDED = ("citeAs", "datePublished", "license", "version")


class Folder:
    """What ``read_with`` takes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    return scene(tmp_path_factory.mktemp("scene"))


def described(folder: Path, raster: Path, **given: Any) -> Exported:
    return split_export(folder, raster, DATASET_DESCRIPTION=True, **given)


def document(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "croissant.json").read_text("ascii"))


@pytest.fixture(scope="module")
def exports(raster, tmp_path_factory) -> dict[tuple[str, bool, str], Exported]:
    """One export of each label format, whole and split; PNG chips but for TIFF with class maps."""
    root = tmp_path_factory.mktemp("exports")
    made = {}
    for name in LABEL_FORMATS:
        for is_split in (False, True):
            image = "TIFF" if name == "Classified_Tiles" else "PNG"
            given = {"METADATA_FORMAT": name, "IMAGE_CHIP_FORMAT": image, **({} if is_split else WHOLE)}
            if LABEL_FORMATS[name].instances is not None:
                given["IN_INSTANCE_DATA"] = layer_in_pixels(shapes())
            if LABEL_FORMATS[name].needs_second:
                given["IN_RASTER2"] = copy_of(raster)
            made[name, is_split, image] = described(root / f"{name}-{is_split}", raster, **given)
    return made


@pytest.mark.skipif(not PYTHON.exists(), reason=".venv-readers is missing: run make setup")
def test_mlcroissant_loads_every_chip_and_label(exports):
    found = read_with("croissant.py", [Folder(each.path) for each in exports.values()])
    for ((name, is_split, image), made), its in zip(exports.items(), found):
        assert its["errors"] == []
        assert len(its["warnings"]) == len(RECOMMENDED)
        assert all(any(each in warning for warning in its["warnings"]) for each in RECOMMENDED)
        pattern = LABEL_FORMATS[name].layout.image_files
        check_chips(made.path, its["tables"]["chips"], is_split, image, pattern)
        if name == "COCO":
            check_annotations(made.path, its["tables"])
        elif name == "Imagenet":
            rows = its["tables"]["chips"]
            images = files_of(made.path, f"images/*/*.{image.lower()}").values()
            expected = {path.stem: path.parent.name for path in images}
            assert {row["stem"]: row["label"] for row in rows} == expected
        elif LABEL_FORMATS[name].has_labels:
            check_labels(made.path, its["tables"], 30 if name == "Labeled_Tiles" else 100)
        if name == "Export_Tiles":
            assert its["tables"].keys() == {"chips"}
            continue
        if name == "CycleGAN":
            assert its["tables"].keys() == {"chips", "second-images"}
            second = {(row["stem"], row["image"]) for row in its["tables"]["second-images"]}
            files = files_of(made.path, "B/images/*.png")
            assert second == {(path.stem, file) for file, path in files.items()}
            assert len(second) == len(its["tables"]["chips"])
            continue
        assert its["tables"]["classes"] == [{"value": value, "name": str(value)} for value in (1, 2, 3)]


def files_of(folder: Path, pattern: str) -> dict[str, Path]:
    """Return the files of all sets, by their path relative to the folder."""
    found = [*folder.glob(pattern), *folder.glob(f"*/{pattern}")]
    return {path.relative_to(folder).as_posix(): path for path in found}


def check_chips(
    folder: Path, rows: list[dict[str, Any]], is_split: bool, image: str, pattern: str = "images/*"
) -> None:
    suffix = {"PNG": ".png", "TIFF": ".tif"}[image]
    written = {path.stem: (name, path) for name, path in files_of(folder, f"{pattern}{suffix}").items()}
    assert {row["stem"] for row in rows} == set(written)
    assert len(rows) == len(written)
    for row in rows:
        name, path = written[row["stem"]]
        if image == "PNG":
            pixels = np.asarray(Image.open(path)).astype(np.int64)
            assert row["image"] == [16, 16, int(pixels.sum())]
        else:
            assert row["image"] == name
        assert row.get("split") == (name.split("/")[0] if is_split else None)


def check_labels(folder: Path, tables: dict[str, list[dict[str, Any]]], least: int = 100) -> None:
    """Each label file is a row, beside its chip."""
    chips = {row["stem"]: row for row in tables["chips"]}
    written = {
        name: path
        for pattern in ("labels/*", "labels/*/*", "labelTxt/*")
        for name, path in files_of(folder, pattern).items()
        if path.is_file() and path.suffix in {".txt", ".xml", ".tif"}
    }
    rows = tables["labels"]
    assert len(rows) == len(written) > least
    if next(iter(written)).endswith(".tif"):
        assert {row["label"] for row in rows} == set(written)
    else:
        texts = {path.stem: path.read_text("utf-8") for path in written.values()}
        assert {row["stem"]: row["label"] for row in rows} == texts
    for row in rows:
        assert {name: row[name] for name in ("image", "split") if name in row} == {
            name: value for name, value in chips[row["stem"]].items() if name != "stem"
        }


def check_annotations(folder: Path, tables: dict[str, list[dict[str, Any]]]) -> None:
    found = [
        (each["image_id"], each["category_id"], round(each["area"], 6))
        for path in files_of(folder, "labels.json").values()
        for each in json.loads(path.read_text("utf-8"))["annotations"]
    ]
    rows = [(row["image_id"], row["category_id"], round(row["area"], 6)) for row in tables["annotations"]]
    assert sorted(rows) == sorted(found)
    assert len(rows) > 200


def test_what_it_says_of_place_and_bands(exports):
    said = document(exports["KITTI_rectangles", True, "PNG"].path)
    assert said["conformsTo"] == [
        "http://mlcommons.org/croissant/1.1",
        "http://mlcommons.org/croissant/geo/1.0",
    ]
    assert said["geocr:coordinateReferenceSystem"] == "EPSG:31985"
    side = {"@type": "QuantitativeValue", "value": 2.0, "unitText": "m"}
    assert said["geocr:spatialResolution"] == side
    assert said["geocr:bandConfiguration"] == {
        "@type": "geocr:BandConfiguration",
        "geocr:totalBands": 3,
        "geocr:bandNameList": ["band 1", "band 2", "band 3"],
    }
    south, west, north, east = map(float, said["spatialCoverage"]["geo"]["box"].split())
    assert (south, west, north, east) == pytest.approx((-7.9515, -34.9161, -7.9486, -34.9131), abs=2e-3)
    assert 0.0025 < north - south < 0.0035
    assert not {"license", "citeAs", "creator", "datePublished"} & set(said)


def test_it_is_not_written_unless_asked_for(raster, tmp_path):
    assert "croissant.json" not in contents(split_export(tmp_path / "out", raster).path)


def test_what_the_user_adds_stays_and_places_are_joined(raster, tmp_path):
    first = described(tmp_path / "out", raster, **WHOLE, EXTENT="288776,288936,9120600,9120760 [EPSG:31985]")
    said = document(first.path)
    said.update(
        license="https://creativecommons.org/licenses/by/4.0/", name="Olinda", creator={"name": "Ada"}
    )
    (first.path / "croissant.json").write_text(json.dumps(said), "utf-8")
    count = first.outputs["CHIP_COUNT"]
    described(first.path, raster, **WHOLE, START_INDEX=count, EXTENT="288936,289096,9120440,9120600")
    more = document(first.path)
    assert more["license"] == said["license"]
    assert more["name"] == "Olinda"
    assert more["creator"] == {"name": "Ada"}
    before, after = (list(map(float, each["spatialCoverage"]["geo"]["box"].split())) for each in (said, more))
    assert after[0] < before[0] - 0.001
    assert after[1] == pytest.approx(before[1], abs=1e-4)
    assert after[2] == pytest.approx(before[2], abs=1e-4)
    assert after[3] > before[3] + 0.001


@pytest.mark.skipif(not PYTHON.exists(), reason=".venv-readers is missing: run make setup")
def test_pixels_that_no_loader_decodes_are_given_by_their_path(tmp_path):
    kinds = [(6, "uint8", "TIFF"), (5, "float32", "TIFF"), (3, "uint16", "TIFF"), (6, "uint8", "MRF")]
    made = []
    for number, (bands, dtype, image) in enumerate(kinds):
        raster = write_raster(tmp_path / f"{number}.tif", noise(bands, 48, 48, dtype))
        given = {"IMAGE_CHIP_FORMAT": image, "METADATA_FORMAT": "RCNN_Masks", "DATASET_DESCRIPTION": True}
        labels = layer_in_pixels([(rectangle(2, 2, 30, 20), 1)])
        made.append(export(tmp_path / f"out{number}", raster, labels, 16, 16, **given))
    for each, its in zip(made, read_with("croissant.py", [Folder(each.path) for each in made])):
        assert its["errors"] == []
        assert [row["image"] for row in its["tables"]["chips"]] == [image for image, _ in each.entries()]
        assert len(its["tables"]["chips"]) == 9
        masks = [path for _, labels in each.entries() for path in labels]
        assert [row["label"] for row in its["tables"]["labels"]] == masks
        assert len(masks) == 4


@pytest.mark.skipif(not PYTHON.exists(), reason=".venv-readers is missing: run make setup")
def test_label_rasters_in_png_are_given_by_their_path(tmp_path):
    raster = write_raster(tmp_path / "one.tif", noise(3, 48, 48))
    given = {"CLASS_VALUE_FIELD": "kind", "LABEL_RASTER_FORMAT": "PNG", "DATASET_DESCRIPTION": True}
    made = []
    for value in (7, 700):  # a palette, and 16 bit
        for name in ("Classified_Tiles", "RCNN_Masks"):
            labels = layer_in_pixels([(rectangle(2, 2, 30, 20), value)])
            folder = tmp_path / f"{name}{value}"
            made.append(export(folder, raster, labels, 16, 16, METADATA_FORMAT=name, **given))
    for each, its in zip(made, read_with("croissant.py", [Folder(each.path) for each in made])):
        assert its["errors"] == []
        paths = [path for _, labels in each.entries() for path in labels]
        assert [row["label"] for row in its["tables"]["labels"]] == paths
        assert {Path(path).suffix for path in paths} == {".png"}


def test_chips_that_are_added_without_a_word_of_it_renew_the_description(raster, tmp_path):
    first = described(tmp_path / "out", raster, **WHOLE, EXTENT="288776,288936,9120600,9120760 [EPSG:31985]")
    before = document(first.path)
    given = {"START_INDEX": first.outputs["CHIP_COUNT"], "EXTENT": "288936,289096,9120440,9120600"}
    split_export(first.path, raster, **WHOLE, **given)
    after = document(first.path)
    assert after["spatialCoverage"] != before["spatialCoverage"]
    assert {key: after[key] for key in after if key != "spatialCoverage"} == {
        key: before[key] for key in before if key != "spatialCoverage"
    }


def test_a_description_by_hand_stays_where_none_is_asked_for(raster, tmp_path):
    first = split_export(tmp_path / "out", raster, **WHOLE, EXTENT="288776,288936,9120600,9120760")
    written = '{"@type": "sc:Dataset", "name": "mine"}'
    (first.path / "croissant.json").write_text(written)
    given = {"START_INDEX": first.outputs["CHIP_COUNT"], "EXTENT": "288936,289096,9120440,9120600"}
    split_export(first.path, raster, **WHOLE, **given)
    assert (first.path / "croissant.json").read_text() == written


def test_chips_in_two_reference_systems_have_none_in_common(tmp_path):
    labels = layer_in_pixels([(rectangle(2, 2, 30, 20), 1)])
    one = write_raster(tmp_path / "one.tif", noise(1, 32, 32))
    first = export(tmp_path / "out", one, labels, 16, 16, DATASET_DESCRIPTION=True)
    assert document(first.path)["geocr:coordinateReferenceSystem"] == "EPSG:31985"
    degrees = (-34.9, 0.0001, 0.0, -7.9, 0.0, -0.0001)
    for number, crs in ((4, "EPSG:4326"), (8, "EPSG:4326")):
        other = write_raster(tmp_path / f"{number}.tif", noise(1, 32, 32), degrees, crs)
        export(first.path, other, labels, 16, 16, DATASET_DESCRIPTION=True, START_INDEX=number)
        said = document(first.path)
        assert "geocr:coordinateReferenceSystem" not in said
        assert "geocr:spatialResolution" not in said
    alone = export(tmp_path / "alone", other, labels, 16, 16, DATASET_DESCRIPTION=True)
    side = {"@type": "QuantitativeValue", "value": 0.0001, "unitText": "degree"}
    assert document(alone.path)["geocr:spatialResolution"] == side


def test_finer_chips_that_are_added_say_the_size_of_a_pixel(tmp_path):
    labels = layer_in_pixels([(rectangle(2, 2, 30, 20), 1)])
    raster = write_raster(tmp_path / "one.tif", noise(1, 32, 32))
    for number, cell, expected in ((0, 2.0, 2.0), (4, 1.0, 1.0), (20, 4.0, 1.0)):
        given = {"CELL_SIZE": cell, "START_INDEX": number, "DATASET_DESCRIPTION": True}
        made = export(tmp_path / "out", raster, labels, 16, 16, **given)
        assert document(made.path)["geocr:spatialResolution"]["value"] == expected


def test_names_of_classes_end_no_element_of_a_page(tmp_path):
    name = '</script><b>&"'
    square = on_map(rectangle(1, 1, 20, 20))
    layer = memory_layer(
        [(square, {"classname": name, "classvalue": 4})], {"classname": str, "classvalue": int}
    )
    raster = write_raster(tmp_path / "one.tif", noise(1, 32, 32))
    made = export(tmp_path / "out", raster, layer, 16, 16, DATASET_DESCRIPTION=True)
    written = (made.path / "croissant.json").read_text("ascii")
    assert not set("<>&") & set(written)
    (table,) = (each for each in json.loads(written)["recordSet"] if each["@id"] == "classes")
    assert table["data"] == [{"classes/value": 4, "classes/name": name}]


@pytest.mark.parametrize("text", ["no JSON", "[1]", '{"a": NaN', "[" * 5000])
def test_another_file_of_that_name_is_not_overwritten(raster, tmp_path, text):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "croissant.json").write_text(text)
    said = refusal(tmp_path / "out", raster, layer_in_pixels(shapes()), DATASET_DESCRIPTION=True)
    assert said.startswith(f"OUT_FOLDER: {tmp_path}/out holds a file croissant.json that this tool did not ")
    assert contents(tmp_path / "out") == {"croissant.json": text.encode()}


def test_a_resumed_export_writes_the_same(raster, tmp_path):
    whole = contents(described(tmp_path / "whole" / "out", raster).path)
    described(tmp_path / "again" / "out", raster, log=Log(60))
    assert contents(described(tmp_path / "again" / "out", raster).path) == whole
    assert "croissant.json" in whole
