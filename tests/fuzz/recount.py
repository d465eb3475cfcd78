"""An independent recount of an export folder, from the input files: GDAL, OGR and numpy alone.

Nothing here asks the plugin. Where rounding decides (a label that shares next to nothing with a chip), both
answers are taken.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from label_scenes import box_of, flood
from lxml import etree
from osgeo import gdal, ogr, osr
from recount_input import Label, Part, Recount
from recount_rasters import read_pixels
from scenes import kitti_boxes, voc_boxes

BESIDE = {
    ".tif": (".tfw",),
    ".png": (".pgw", ".png.aux.xml"),
    ".jpg": (".jgw", ".jpg.aux.xml"),
    ".mrf": (".idx", ".til"),
}
SUFFIX = {"TIFF": ".tif", "PNG": ".png", "JPEG": ".jpg", "MRF": ".mrf"}
LABEL_SUFFIX = {
    "KITTI_rectangles": ".txt",
    "PASCAL_VOC_rectangles": ".xml",
    "Classified_Tiles": ".tif",
    "RCNN_Masks": ".tif",
}


Counted = tuple[int, int]
"""How many labels a chip shows at least and at most: rounding may decide on some."""


def check(
    recount: Recount,
    folder: Path,
    outputs: Mapping[str, Any],
    earlier: Mapping[str, bytes],
    warnings: Iterable[str],
) -> None:
    """Hold an export to the recount of its input.

    Args:
        recount: the input.
        folder: the export.
        outputs: what the algorithm said.
        earlier: files of the export that it was added to.
        warnings: what the log warned of.
    """
    lines = (folder / "map.txt").read_bytes().decode("utf-8").split("\r\n")
    assert lines.pop() == ""
    skipped = earlier.get("map.txt", b"").decode("utf-8").count("\r\n")
    entries = [_entry(line, recount) for line in lines]
    check_names(recount, folder, entries, earlier)
    entries = entries[skipped:]
    chips = list(expected_chips(recount))
    written = check_chips(recount, folder, entries, chips)
    totals = check_labels(recount, folder, written)
    assert outputs["CHIP_COUNT"] == len(entries)
    surely_empty, maybe_empty = (sum(not count[side] for count in totals) for side in (1, 0))
    assert surely_empty <= outputs["EMPTY_CHIP_COUNT"] <= maybe_empty
    least, most = (sum(count[side] for count in totals) for side in (0, 1))
    assert least <= outputs["FEATURE_COUNT"] <= most, (least, outputs["FEATURE_COUNT"], most)
    check_left_out(recount, warnings)
    if not earlier:
        check_statistics(recount, folder, written, outputs["FEATURE_COUNT"])


def check_left_out(recount: Recount, warnings: Iterable[str]) -> None:
    """The log names every feature that was left out."""
    if recount.is_class_raster:
        return
    found = [re.match(r"Features left out because .*: (\d+) \(ids ", warning) for warning in warnings]
    named = sum(int(match[1]) for match in found if match)
    least, most = recount.left_out
    assert least <= named <= most, (least, named, most, list(warnings))


def _entry(line: str, recount: Recount) -> tuple[str, list[str]]:
    """Return image and label paths of a line of map.txt."""
    match = re.fullmatch(r"([^ ]+) (?: ((?:[^ ]+ )+))?", line)
    assert match, line
    image, labels = match[1], (match[2] or "").split()
    assert "/" not in line
    return image.replace("\\", "/"), [label.replace("\\", "/") for label in labels]


def check_names(
    recount: Recount, folder: Path, entries: list[tuple[str, list[str]]], earlier: Mapping[str, bytes]
) -> None:
    """The folder holds what map.txt lists, what stands beside it, and nothing else."""
    expected = {
        "map.txt",
        "stats.txt",
        "esri_accumulated_stats.json",
        "esri_model_definition.emd",
        "export.json",
    }
    for image, labels in entries:
        expected.add(image)
        stem, suffix = image.rsplit(".", 1)
        expected |= {stem + beside for beside in BESIDE[f".{suffix}"]}
        for label in labels:
            expected.add(label)
            if label.endswith(".tif"):
                expected.add(label[:-4] + ".tfw")
    optional = set()
    if not recount.says_nodata_alike:  # of which the file itself can hold one only
        optional = {f"{image}{suffix}" for image, _ in entries for suffix in (".aux.xml", ".msk")}
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert expected <= found <= expected | optional, found ^ expected
    assert any(labels for _, labels in entries), "ArcGIS's reader looks for a label file for ever"
    for name, data in earlier.items():
        assert "/" not in name or (folder / name).read_bytes() == data, name
    stems = [int(Path(image).stem) for image, _ in entries]
    assert stems == sorted(set(stems))


def expected_chips(recount: Recount) -> Iterator[tuple[tuple[int, int], bool]]:
    """Yield the windows of chips that may be written, and whether they have to be."""
    only = recount.parameters["OUTPUT_NOFEATURE_TILES"] == "ONLY_TILES_WITH_FEATURES"
    for window in recount.windows():
        surely, maybe = recount.holds(window)
        if not maybe or not recount.cut(recount.valid, window, False).any():
            continue
        if not only:
            yield window, surely
        elif recount.is_class_raster:
            if recount.cut(recount.class_map, window, 0).any():
                yield window, surely
        else:
            parts = recount.parts(window)
            if parts:
                masks = (
                    recount.parameters["METADATA_FORMAT"] == "RCNN_Masks"
                )  # what no pixel shows is none there
                yield window, surely and any(part.sure for part in parts) and not masks


def check_chips(
    recount: Recount,
    folder: Path,
    entries: list[tuple[str, list[str]]],
    chips: list[tuple[tuple[int, int], bool]],
) -> list[tuple[str, list[str], tuple[int, int]]]:
    """Every chip lies where it should and holds the raster's pixels; return entries with their windows."""
    left, top, cell_x, cell_y, *_ = recount.area
    start = recount.parameters.get("START_INDEX", 0)
    windows = iter(chips)
    written = []
    for place, (image, labels) in enumerate(entries):
        assert image == f"images/{start + place:09d}{SUFFIX[recount.parameters['IMAGE_CHIP_FORMAT']]}"
        dataset = gdal.Open(str(folder / image))
        transform = dataset.GetGeoTransform()
        window = round((transform[0] - left) / cell_x), round((top - transform[3]) / cell_y)
        for each, must in windows:
            if each == window:
                break
            assert not must, f"{each} is missing before {window}"
        else:
            raise AssertionError(f"{image} lies at {window}, where none was expected")
        expected = recount.cut(recount.pixels, window, recount.fill)
        found = read_pixels(dataset)
        assert found.shape == expected.shape
        if not image.endswith(".jpg"):
            assert found.dtype == expected.dtype
            assert np.array_equal(found, expected, equal_nan=found.dtype.kind == "f"), image
        written.append((image, labels, window))
    assert not [window for window, must in windows if must]
    return written


def check_labels(
    recount: Recount, folder: Path, written: list[tuple[str, list[str], tuple[int, int]]]
) -> list[Counted]:
    """Hold each label file to the recount; return how many labels each chip shows."""
    name = recount.parameters["METADATA_FORMAT"]
    if name in ("KITTI_rectangles", "PASCAL_VOC_rectangles"):
        read = kitti_boxes if name.startswith("KITTI") else voc_boxes
        return [_check_boxes(recount, read(folder / labels[0]), window) for _, labels, window in written]
    if name == "Classified_Tiles":
        return [_check_class_map(recount, folder / labels[0], window) for _, labels, window in written]
    model = json.loads((folder / "esri_model_definition.emd").read_bytes())
    values = {each["Name"]: each["Value"] for each in model["Classes"]}
    return [_check_masks(recount, folder, labels, window, values) for _, labels, window in written]


def _check_boxes(recount: Recount, found: list[Any], window: tuple[int, int]) -> Counted:
    if recount.is_class_raster:
        regions = flood(recount.cut(recount.class_map, window, 0))
        boxes = sorted((value, *box_of(mask)) for value, mask in regions)
        assert sorted((box.class_value, *box.sides) for box in found) == boxes
        return len(found), len(found)
    left = list(found)
    for part in recount.parts(window):
        if (
            left
            and left[0].class_value == part.label.class_value
            and _is_box_of(part, left[0].sides, recount.arc_slack)
        ):
            left.pop(0)
        else:
            assert not part.sure, (part.box, part.area, part.label.fid, found)
    assert not left, left
    assert all(box.left < box.right and box.top < box.bottom for box in found), found
    return len(found), len(found)


def _is_box_of(part: Part, sides: tuple[float, ...], arc_slack: float) -> bool:
    """Tell whether each side is the label's, with some of the slivers or without."""
    inner, outer = np.sort([part.box, part.whole], axis=0)
    slack = 0.006 + arc_slack
    return bool(((inner - slack <= sides) & (sides <= outer + slack)).all())


def _burned(recount: Recount, window: tuple[int, int], labels: list[Label]) -> np.ndarray:
    """Return which label, from 1, covers each pixel's centre, by GDAL."""
    height, width = recount.parameters["TILE_SIZE_Y"], recount.parameters["TILE_SIZE_X"]
    target = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Int32)
    target.SetGeoTransform((window[0], 1, 0, window[1], 0, 1))
    source = (ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")).CreateDataSource("")
    local = osr.SpatialReference('LOCAL_CS["pixels"]')
    target.SetSpatialRef(local)
    layer = source.CreateLayer("labels", local, ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    for number, label in enumerate(labels, start=1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, number)
        feature.SetGeometry(label.area)
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(target, [1], layer, options=["ATTRIBUTE=number"])
    return target.ReadAsArray()


def _equal_but_for_ties(
    found: np.ndarray, expected: np.ndarray, labels: list[Label], window: tuple[int, int]
) -> None:
    """Two label images are equal, but where an edge passes through a pixel's centre."""
    for row, column in np.argwhere(found != expected):
        centre = ogr.Geometry(ogr.wkbPoint)
        centre.AddPoint_2D(window[0] + column + 0.5, window[1] + row + 0.5)
        distances = [label.area.Boundary().Distance(centre) for label in labels]
        assert min(distances, default=1.0) < 1e-7, (
            window,
            row,
            column,
            found[row, column],
            expected[row, column],
        )


def _check_class_map(recount: Recount, path: Path, window: tuple[int, int]) -> Counted:
    found = gdal.Open(str(path)).ReadAsArray()
    if recount.is_class_raster:
        expected = recount.cut(recount.class_map, window, 0)
        assert np.array_equal(found, expected), path
        count = len(set(np.unique(expected)) - {0})
        return count, count
    numbers = _burned(recount, window, recount.features)
    values = np.array([0, *(label.class_value for label in recount.features)])
    _equal_but_for_ties(found, values[numbers], recount.features, window)
    parts = recount.parts(window)
    return sum(part.sure for part in parts), len(parts)


def _check_masks(
    recount: Recount, folder: Path, labels: list[str], window: tuple[int, int], values: dict[str, int]
) -> Counted:
    found = {
        values[Path(label).parent.name]: gdal.Open(str(folder / label)).ReadAsArray() for label in labels
    }
    assert list(found) == sorted(found)
    total = 0
    for mask in found.values():
        count = int(mask.max())
        assert count > 0
        assert set(np.unique(mask)) - {0} == set(range(1, count + 1))
        total += count
    if recount.is_class_raster:
        regions = flood(recount.cut(recount.class_map, window, 0))
        assert set(found) == {value for value, _ in regions}
        for value, mask in regions:
            assert len(set(np.unique(found[value][mask]))) == 1 and found[value][mask].all()
        assert total == len(regions)
        return total, total
    for value in {label.class_value for label in recount.features}:
        own = [label for label in recount.features if label.class_value == value]
        numbers = _burned(recount, window, own)
        present = np.unique(np.append(numbers, 0))
        expected = np.searchsorted(present, numbers)
        _equal_but_for_ties(found.get(value, np.zeros_like(numbers)), expected, own, window)
    return total, total


def check_statistics(
    recount: Recount, folder: Path, written: list[tuple[str, list[str], tuple[int, int]]], labels: int
) -> None:
    """The dataset files say what a recount says."""
    document = json.loads((folder / "esri_accumulated_stats.json").read_bytes().decode("utf-8"))
    model = json.loads((folder / "esri_model_definition.emd").read_bytes().decode("utf-8"))
    for path in folder.rglob("*.xml"):
        etree.parse(str(path))
    text = (folder / "stats.txt").read_bytes().decode("utf-8")
    assert "\n" not in text.replace("\r\n", "")
    width, height = recount.parameters["TILE_SIZE_X"], recount.parameters["TILE_SIZE_Y"]
    bands = recount.pixels.shape[0]
    assert text.startswith(f"images = {len(written)} *{bands}*{width}*{height}\r\n")
    assert document["NumTiles"] == len(written)
    assert document["NextTileIndex"] == recount.parameters.get("START_INDEX", 0) + len(written)
    names = [(each["ClassValue"], each["ClassName"]) for each in document["Classes"]]
    assert [(each["Value"], each["Name"]) for each in model["Classes"]] == names
    assert [value for value, _ in names] == sorted({value for value, _ in names})
    for band in range(bands):
        _check_band(recount, document["BandStatsState"][band], band, [window for *_, window in written])
    if recount.is_class_raster:
        counts = {value: 0 for value, _ in names}
        for *_, window in written:
            found, numbers = np.unique(recount.cut(recount.class_map, window, 0), return_counts=True)
            for value, number in zip(found.tolist(), numbers.tolist()):
                counts[value] = counts.get(value, 0) + number
        counts.pop(0, None)
        assert document["ClassPixelStats"]["NumPixelsPerClass"] == list(counts.values())
        return
    stats = document["FeatureStats"]
    assert stats["NumFeaturesTotal"] == sum(stats["NumFeaturesPerClass"]) == labels
    if recount.parameters["METADATA_FORMAT"] != "RCNN_Masks":
        sums = {value: each["Sum"] for (value, _), each in zip(names, stats["FeatureAreaPerClass"])}
        _check_areas(recount, sums, [window for *_, window in written])


def _check_areas(recount: Recount, sums: Mapping[int, float], windows: list[tuple[int, int]]) -> None:
    """The area of each class is that of its labels, with or without those on which rounding decides."""
    cell = recount.area[2] * recount.area[3]
    sure, unsure = dict.fromkeys(sums, 0.0), dict.fromkeys(sums, 0.0)
    for part in (part for window in windows for part in recount.parts(window)):
        (sure if part.sure else unsure)[part.label.class_value] += part.area * cell
    for value, found in sums.items():
        slack = 1e-6 * sure[value] + 1e-4 * cell
        assert sure[value] - slack <= found <= sure[value] + unsure[value] + slack, (value, sums, sure)


def _check_band(
    recount: Recount, state: Mapping[str, Any], band: int, windows: list[tuple[int, int]]
) -> None:
    values = [
        recount.cut(recount.pixels, window, 0)[band][recount.cut(recount.valid, window, False)[band]]
        for window in windows
    ]
    together = np.concatenate([each.astype(np.float64) for each in values]) if values else np.zeros(0)
    assert state["Num"] == together.size
    if together.size:
        assert (state["Min"], state["Max"]) == (together.min(), together.max())
        spread = max(float(np.ptp(together)), 1.0)
        assert abs(state["M1"] - together.mean()) <= 1e-9 * spread * 100
        assert math.isclose(
            state["M2"], float(((together - together.mean()) ** 2).sum()), rel_tol=1e-7, abs_tol=1e-3
        )
