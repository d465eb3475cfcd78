"""COCO, YOLO and DOTA, with and without a split, show the same objects to all that people train with.

One scene, an export for each format with a split and without; the folders are read as they were written.
What a chip has to show is found by GEOS and by pixel centres (``reader_scene``). What readers do by
themselves: pycocotools 2.0.11 draws a polygon up to a pixel beside its outline; supervision 0.31.2 draws one
from whole numbers, with its outline and, of YOLO, with the bridges between its rings; datumaro 1.13.12 finds
most sets only in the layout of its own examples (``datumaro_plain.py`` links files into it), rounds to two
decimals and reads no polygons of YOLO.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Callable

import numpy as np
import pytest
import reader_scene as scene
from label_scenes import class_map, covered, edge_distances, export, rings
from osgeo import ogr
from scenes import Exported, copy_of

CHECKOUT = Path(__file__).resolve().parents[2]
PYTHON = CHECKOUT / ".venv-readers" / "bin" / "python"
TIMEOUT = 240  # seconds
FORMATS = ("COCO", "YOLO_detect", "YOLO_segment", "YOLO_obb", "DOTA")
SPLITS = ("whole", "split")
HUNDREDTH, MILLIONTH = 0.0051, 1e-4  # of a pixel: as far as decimals let a side be off

Objects = list[dict[str, Any]]

pytestmark = [
    pytest.mark.usefixtures("qgis_app"),
    pytest.mark.skipif(not PYTHON.exists(), reason=".venv-readers is missing: run make setup"),
]


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> Callable[[str, str], Exported]:
    """Return an export of the scene by format and split, each made once: TIFF whole, PNG split."""
    folder = tmp_path_factory.mktemp("exports")
    raster, made = scene.imagery(folder), {}

    def of(name: str, split: str) -> Exported:
        if (name, split) not in made:
            given = {"IMAGE_CHIP_FORMAT": "PNG", **scene.SPLIT} if split == "split" else {}
            made[name, split] = export(
                folder / f"{name}-{split}",
                raster,
                scene.polygons(),
                scene.TILE,
                scene.STRIDE,
                METADATA_FORMAT=name,
                **given,
            )
        return made[name, split]

    return of


def read_with(script: str, exports: list[Exported]) -> list[dict[str, Any]]:
    """Return what a reader script finds in each export."""
    command = [PYTHON, CHECKOUT / "tests" / "readers" / script, *(str(each.path) for each in exports)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout.splitlines()[-1])
    return [found[str(each.path)] for each in exports]


def folders(made: Exported) -> dict[str, Path]:
    """Return the folder of each set; without a split the export is its own training set."""
    names = [name for name in ("train", "valid", "test") if (made.path / name).is_dir()]
    return {name: made.path / name for name in names} or {"train": made.path}


def chips(made: Exported, found: dict[str, Any]) -> Iterator[tuple[tuple[scene.Shown, ...], Objects]]:
    """Yield what each chip shows and what a reader found in it, after counting sets, chips and objects."""
    assert found.keys() == folders(made).keys()
    total = 0
    for name, folder in folders(made).items():
        truth = scene.shown(folder)
        assert found[name].keys() == truth.keys()
        for stem, expected in truth.items():
            chip = found[name][stem]
            assert chip["size"] == [scene.TILE, scene.TILE]
            names = [scene.CLASSES[each.class_value] for each in expected]
            assert [each["class"].replace("_", " ") for each in chip["objects"]] == names, stem
            total += len(names)
            yield expected, chip["objects"]
    assert total == made.outputs["FEATURE_COUNT"]


def check_boxes(made: Exported, found: dict[str, Any], within: float) -> None:
    """Every chip shows its objects, in their order, with their boxes."""
    for expected, objects in chips(made, found):
        boxes = [each["box"] for each in objects]
        np.testing.assert_allclose(boxes, [each.box for each in expected] or boxes, rtol=0, atol=within)


def unpacked(text: str) -> np.ndarray:
    """Return a mask, (rows, columns)."""
    bits = np.frombuffer(base64.b64decode(text), np.uint8)
    return np.unpackbits(bits).reshape(scene.TILE, scene.TILE).astype(bool)


def both(name: str, exported) -> list[Exported]:
    return [exported(name, split) for split in SPLITS]


def polygon(ring: list[tuple[float, float]]) -> str:
    return "POLYGON((" + ",".join(f"{x!r} {y!r}" for x, y in [*ring, ring[0]]) + "))"


def overlap(wkts: list[str], part: str) -> float:
    """Return intersection over union of polygons, which lie apart, with what a chip shows of a feature."""
    whole, other = ogr.Geometry(ogr.wkbMultiPolygon), ogr.CreateGeometryFromWkt(part)
    for wkt in wkts:
        whole.AddGeometry(ogr.CreateGeometryFromWkt(wkt))
    return whole.Intersection(other).Area() / whole.Union(other).Area()


def furthest_difference(mask: np.ndarray, shown: scene.Shown) -> float:
    """Return how far from an object's outline a mask differs from it (pixels); 0 where it does not."""
    differs = mask != shown.mask()
    return float(edge_distances(shown.part, scene.TILE, scene.TILE)[differs].max(initial=0.0))


# COCO


def test_pycocotools_decodes_holes_pixel_for_pixel_and_outlines_within_a_pixel(exported):
    made = both("COCO", exported)
    holes = compared = 0
    for each, found in zip(made, read_with("coco_masks.py", made)):
        check_boxes(each, found, HUNDREDTH)
        for expected, objects in chips(each, found):
            for shown, its in zip(expected, objects):
                assert its["value"] == shown.class_value
                assert its["area"] == pytest.approx(shown.area, rel=1e-6, abs=1e-6)
                assert its["is_runs"] == shown.has_hole
                mask = unpacked(its["mask"])
                if shown.has_hole:
                    holes += 1
                    np.testing.assert_array_equal(mask, shown.mask())
                elif shown.mask().sum() >= 6:
                    compared += 1
                    assert overlap([polygon(ring) for ring in its["rings"]], shown.part) >= 0.99
                    assert furthest_difference(mask, shown) < 0.75  # by its own way of drawing
    assert (holes, compared) > (20, 250)


def test_pycocotools_sees_a_class_raster_as_its_label_chips_do(tmp_path):
    raster, labels = scene.imagery(tmp_path), scene.class_raster(tmp_path)
    made = [
        export(tmp_path / name, raster, labels, scene.TILE, scene.STRIDE, METADATA_FORMAT=name)
        for name in ("COCO", "Classified_Tiles")
    ]
    (found,) = read_with("coco_masks.py", made[:1])
    for stem, chip in found["train"].items():
        values = np.zeros((scene.TILE, scene.TILE), int)
        for each in chip["objects"]:
            assert each["is_runs"]
            mask = unpacked(each["mask"])
            assert mask.sum() == each["area"] > 0
            assert not values[mask].any()
            values[mask] = each["value"]
        np.testing.assert_array_equal(values, class_map(made[1], stem))


def test_ultralytics_sees_the_regions_of_a_class_raster_as_pycocotools_does(tmp_path):
    """Rings follow pixel edges, with bridges to holes and to parts that touch at a corner alone."""
    raster, labels = scene.imagery(tmp_path), scene.class_raster(tmp_path)
    coco, *yolo = [
        export(tmp_path / name, raster, labels, scene.TILE, scene.STRIDE, METADATA_FORMAT=name)
        for name in ("COCO", "YOLO_detect", "YOLO_segment", "YOLO_obb")
    ]
    (truth,) = read_with("coco_masks.py", [coco])
    for made, found in zip(yolo, read_with("ultralytics_sets.py", yolo)):
        assert found["train"]["counts"]["corrupt"] == 0
        assert found["train"]["messages"] == []
        assert found["train"]["chips"].keys() == truth["train"].keys()
        for stem, chip in found["train"]["chips"].items():
            expected = truth["train"][stem]["objects"]
            assert [each["class"] for each in chip["objects"]] == [each["class"] for each in expected]
            for its, one in zip(expected, chip["objects"]):
                if made.path.name == "YOLO_detect":
                    assert one["box"] == pytest.approx(its["box"], abs=MILLIONTH)
                elif made.path.name == "YOLO_segment":
                    mask = covered(polygon(one["ring"]), scene.TILE, scene.TILE)
                    np.testing.assert_array_equal(mask, unpacked(its["mask"]))
                else:
                    around = ogr.CreateGeometryFromWkt(polygon(one["ring"])).Buffer(0.001)
                    rows, columns = np.nonzero(unpacked(its["mask"]))
                    centres = zip(columns + 0.5, rows + 0.5)
                    assert all(
                        around.Contains(ogr.CreateGeometryFromWkt(f"POINT({x} {y})")) for x, y in centres
                    )


@pytest.mark.parametrize("script", ["coco_torchvision.py", "hugging_face.py"])
def test_coco_opens_in_torchvision_and_hugging_face(exported, script):
    made = both("COCO", exported)
    for each, found in zip(made, read_with(script, made)):
        check_boxes(each, found, HUNDREDTH)


# YOLO, and what reads several formats


def corners_fit(corners: list[list[float]], shown: scene.Shown, within: float) -> None:
    """Corners are those of an object's smallest rectangle, or of its box where that leaves the chip."""
    rectangle = np.array(corners)
    smallest = smallest_area(shown)
    left, top, right, bottom = shown.box
    its_area = ogr.CreateGeometryFromWkt(polygon(rectangle.tolist())).Area()
    box = [(left, top), (right, top), (right, bottom), (left, bottom)]
    is_upright = np.allclose(rectangle, box, rtol=0, atol=within)
    far = 4 * within * (1 + np.ptp(rectangle, axis=0).sum())
    assert abs(its_area - smallest) <= far or (is_upright and its_area > smallest)
    part = ogr.CreateGeometryFromWkt(shown.part)
    outside = part.Difference(ogr.CreateGeometryFromWkt(polygon(rectangle.tolist())).Buffer(4 * within))
    assert outside.Area() < 1e-9


def smallest_area(shown: scene.Shown) -> float:
    """Return the area of the smallest rectangle around an object: one side lies on its convex hull."""
    (points,) = rings(ogr.CreateGeometryFromWkt(shown.part).ConvexHull())
    sides = np.diff(points, axis=0)
    sides /= np.linalg.norm(sides, axis=1)[:, np.newaxis]
    across, along = points @ sides.T, points @ (sides[:, ::-1] * (1, -1)).T
    return float((np.ptp(across, axis=0) * np.ptp(along, axis=0)).min())


def test_ultralytics_drops_no_image_and_sees_every_object(exported):
    made = [each for name in FORMATS[1:4] for each in both(name, exported)]
    for each, found in zip(made, read_with("ultralytics_sets.py", made)):
        for name, folder in folders(each).items():
            truth = scene.shown(folder)
            empty = sum(not shown for shown in truth.values())
            counts = {"found": len(truth), "missing": 0, "empty": empty, "corrupt": 0, "total": len(truth)}
            assert found[name]["counts"] == counts
            assert found[name]["messages"] == []
        its = {name: found[name]["chips"] for name in found}
        if each.path.name.startswith("YOLO_obb"):
            for expected, objects in chips(each, its):
                for shown, one in zip(expected, objects):
                    corners_fit(one["ring"], shown, MILLIONTH)
            continue
        check_boxes(each, its, MILLIONTH)
        for expected, objects in chips(each, its):
            for shown, one in zip(expected, objects):
                assert bool(one["ring"]) == each.path.name.startswith("YOLO_segment")
                if one["ring"]:
                    np.testing.assert_array_equal(
                        covered(polygon(one["ring"]), scene.TILE, scene.TILE), shown.mask()
                    )


def test_supervision_opens_coco_and_yolo(exported):
    made = [each for name in FORMATS[:4] for each in both(name, exported)]
    for each, found in zip(made, read_with("supervision_sets.py", made)):
        is_coco, kind = each.path.name.startswith("COCO"), each.path.name.partition("-")[0]
        if kind != "YOLO_obb":
            check_boxes(each, found, HUNDREDTH if is_coco else MILLIONTH)
        for expected, objects in chips(each, found):
            for shown, one in zip(expected, objects):
                assert ("corners" in one) == (kind == "YOLO_obb")
                assert ("mask" in one) == (kind in ("COCO", "YOLO_segment"))
                if kind == "YOLO_obb":
                    corners_fit(one["corners"], shown, MILLIONTH)
                elif is_coco and shown.has_hole:
                    np.testing.assert_array_equal(unpacked(one["mask"]), shown.mask())
                elif "mask" in one:  # OpenCV draws it from whole numbers, with outline and bridges
                    mask, is_bridged = unpacked(one["mask"]), not is_coco and shown.rings > 1
                    assert furthest_difference(mask & shown.mask() if is_bridged else mask, shown) < 2


def test_datumaro_opens_coco_yolo_and_dota(exported):
    made = [each for name in ("COCO", "YOLO_detect", "DOTA") for each in both(name, exported)]
    cut = Counter()
    for each, found in zip(made, read_with("datumaro_plain.py", made)):
        if not each.path.name.startswith("DOTA"):
            check_boxes(each, found, HUNDREDTH)  # to which it rounds
            continue
        for expected, objects in chips(each, found):
            for shown, one in zip(expected, objects):
                corners_fit(one["corners"], shown, 0.02)
                left, top, right, bottom = shown.box
                assert one["cut"] == int(min(left, top) <= 0 or max(right, bottom) >= scene.TILE)
                cut[one["cut"]] += 1
    assert min(cut[0], cut[1]) > 50


def test_pillow_and_opencv_open_every_chip(exported):
    made = [each for name in FORMATS for each in both(name, exported)]
    for each, found in zip(made, read_with("plain_images.py", made)):
        assert found.keys() == folders(each).keys()
        for name, folder in folders(each).items():
            for stem, corner in scene.corners(folder).items():
                pixels = scene.pixels_at(*corner)
                digest = hashlib.sha256(pixels.tobytes()).hexdigest()
                seen = [scene.TILE, scene.TILE, 3, digest]
                assert found[name][stem] == {"Pillow": seen, "OpenCV": seen}


def test_an_export_is_added_to_what_ultralytics_has_read(exported, tmp_path):
    """It leaves its label cache in the folder."""
    made = export(
        tmp_path / "YOLO_detect",
        scene.imagery(tmp_path),
        scene.polygons(),
        scene.TILE,
        METADATA_FORMAT="YOLO_detect",
    )
    read_with("ultralytics_sets.py", [made])
    assert (made.path / "labels.cache").exists()
    number = len(made.stems())
    more = export(
        made.path,
        copy_of(tmp_path / "imagery.tif"),
        scene.polygons(),
        scene.TILE,
        METADATA_FORMAT="YOLO_detect",
        START_INDEX=number,
    )
    (found,) = read_with("ultralytics_sets.py", [more])
    assert found["train"]["counts"]["total"] == len(more.stems()) == 2 * number
    assert found["train"]["counts"]["corrupt"] == 0
