"""What has too little of its feature, or is too small, is no label: against GEOS and middles of pixels."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from label_scenes import (
    BOX_FORMATS,
    METADATA_FORMATS,
    Errors,
    class_map,
    contents,
    covered,
    export,
    flood,
    layer_in_pixels,
    masks,
    refusal,
    write_class_raster,
)
from osgeo import ogr
from scenes import Log, limit, rectangle, write_raster
from test_clipping import shared
from test_object_shapes import HEIGHT, WAYS, WIDTH, budgets, chips_of, grids, labels, source_of, way
from test_region_shapes import Classes

from training_data_exporter.chipping.chip import Need
from training_data_exporter.chipping.plan.grid import Grid
from training_data_exporter.labels.filters import ObjectFilter
from training_data_exporter.labels.raster.raster_labels import RasterLabels

pytestmark = pytest.mark.usefixtures("qgis_app")

RATIO, SIZE = "MIN_POLYGON_OVERLAP_RATIO", "MIN_OBJECT_SIZE"
ratios = st.sampled_from([0.0, 0.1, 0.35, 0.5, 0.9, 1.0])
sizes = st.sampled_from([0.0, 1.0, 2.5, 6.0])
filters = st.builds(ObjectFilter, ratios, sizes).filter(lambda each: each.least_share or each.least_side)


def chip_of(window) -> ogr.Geometry:
    sides = (window.col_off, window.row_off, window.col_end, window.row_end)
    return ogr.CreateGeometryFromWkt(rectangle(*sides))


def fate(wkt: str, window, wanted: ObjectFilter) -> str:
    """Return what becomes of a feature in a chip, "unsure" where that hangs on rounding."""
    box, area = shared(wkt, chip_of(window))
    share = area / ogr.CreateGeometryFromWkt(wkt).GetArea()
    side = min(box[2] - box[0], box[3] - box[1])
    if area == 0:
        return "absent"
    near_ratio = wanted.least_share and abs(share - wanted.least_share) < 1e-6 and share < 1 - 1e-9
    if side < 0.03 or near_ratio or abs(side - wanted.least_side) < 1e-4:
        return "unsure"
    if share < wanted.least_share - 1e-9:
        return "partial"
    return "small" if side < wanted.least_side else "kept"


def fates(wkts, grid, wanted):
    """Return what becomes of each feature in each chip."""
    places = [(row, column) for row in range(grid.rows) for column in range(grid.columns)]
    return {place: [fate(wkt, grid.window(*place), wanted) for wkt in wkts] for place in places}


def count(known, name: str) -> int:
    return sum(each.count(name) for each in known.values())


@settings(max_examples=60)
@given(st.lists(labels, min_size=1, max_size=4), grids, budgets, st.sampled_from(sorted(WAYS)), filters)
def test_boxes_and_shapes_are_of_what_is_wanted(wkts, grid, budget, name, wanted):
    known = fates(wkts, grid, wanted)
    assume(not count(known, "unsure"))
    source = source_of(wkts, grid, Need.BOXES | Need.OUTLINES, wanted=wanted)
    with way(name):
        found = chips_of(source, grid, budget)
    assert (source.report.partial, source.report.small) == (count(known, "partial"), count(known, "small"))
    assert found.keys() == {place for place, its in known.items() if "kept" in its}
    for place, chip in found.items():
        window = grid.window(*place)
        kept = [wkt for wkt, its in zip(wkts, known[place]) if its == "kept"]
        assert len(chip.objects) == len(chip.counted) == len(chip.shapes()) == len(kept)
        for each, shape, wkt in zip(chip.objects, chip.shapes(), kept):
            box, area = shared(wkt, chip_of(window))
            corner = np.array([window.col_off, window.row_off] * 2)
            assert each[1:5] == pytest.approx(box - corner, abs=0.005)
            assert each.share == pytest.approx(area / ogr.CreateGeometryFromWkt(wkt).GetArea(), abs=1e-7)
            assert len(shape.parts) >= 1


def top(wkts, window, known) -> tuple[np.ndarray, np.ndarray]:
    """Return the number of the last feature at each pixel, from 1, and where rounding decides nothing."""
    numbers = np.zeros((window.height, window.width), dtype=int)
    sure = np.ones_like(numbers, dtype=bool)
    for number, (wkt, its) in enumerate(zip(wkts, known), start=1):
        if its == "kept":
            near = [
                covered(wkt, window.width, window.height, window.col_off + right, window.row_off + down)
                for right in (-1e-6, 0, 1e-6)
                for down in (-1e-6, 0, 1e-6)
            ]
            sure &= np.all(near, axis=0) | ~np.any(near, axis=0)
            numbers[near[4]] = number
    return numbers, sure


@settings(max_examples=60)
@given(st.lists(labels, min_size=1, max_size=4), grids, budgets, st.sampled_from(sorted(WAYS)), filters)
def test_images_show_what_is_wanted_and_what_lies_below_the_rest(wkts, grid, budget, name, wanted):
    known = fates(wkts, grid, wanted)
    assume(not count(known, "unsure"))
    sources = {need: source_of(wkts, grid, need, wanted=wanted) for need in (Need.CLASS_MAP, Need.MASKS)}
    with way(name):
        maps, instances = (chips_of(source, grid, budget) for source in sources.values())
    for source in sources.values():
        assert source.report.partial == count(known, "partial")
        assert source.report.small == count(known, "small")
    nothing = np.zeros((grid.tile_y, grid.tile_x), dtype=int)
    for place, its in known.items():
        numbers, sure = top(wkts, grid.window(*place), its)
        shown = maps[place].class_map() if place in maps else nothing
        assert (shown == (numbers > 0))[sure].all()
        mask = instances[place].masks()[1] if place in instances else nothing
        assert ((mask > 0) == (numbers > 0))[sure].all()
        pairs = set(zip(mask[sure & (mask > 0)].tolist(), numbers[sure & (mask > 0)].tolist()))
        assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
        if place in instances:
            assert len(instances[place].objects) == mask.max()
        if place in maps:
            assert len(maps[place].objects) == its.count("kept")


def test_a_large_share_is_kept_and_a_small_one_is_not():
    """A quarter and three quarters of a square on both sides of a border."""
    grid = Grid(HEIGHT, WIDTH, 16, 16, 16, 16)
    square = rectangle(15, 2, 19, 6)
    for ratio, places in ((0.0, 2), (0.25, 2), (0.2500001, 1), (0.75, 1), (0.7500001, 0), (1.0, 0)):
        source = source_of([square], grid, Need.BOXES, wanted=ObjectFilter(ratio))
        found = chips_of(source, grid, 10**9)
        assert (len(found), source.report.partial) == (places, 2 - places)
    found = chips_of(source_of([square], grid, Need.BOXES), grid, 1)
    assert [chip.objects[0].share for chip in found.values()] == [0.25, 0.75]


def test_a_whole_feature_has_a_share_of_one_and_stays():
    grid = Grid(HEIGHT, WIDTH, 16, 16, 16, 16)
    wkts = ["POLYGON((2.1 2.3,13.7 3.1,12.9 12.2,3.3 11.7,2.1 2.3),(5.1 5,5.3 8,8.7 8.1,5.1 5))"]
    for name in WAYS:
        with way(name):
            found = chips_of(source_of(wkts, grid, Need.BOXES, wanted=ObjectFilter(1.0)), grid, 600)
        assert [chip.objects[0].share for chip in found.values()] == [1.0]


@pytest.mark.parametrize("name", WAYS)
def test_the_share_is_of_the_whole_feature_where_it_reaches_beyond_the_raster(name):
    grid = Grid(HEIGHT, WIDTH, 16, 16, 16, 16)
    with way(name):
        found = chips_of(source_of([rectangle(-92, 4, 8, 8)], grid, Need.BOXES), grid, 600)
    assert [chip.objects[0].share for chip in found.values()] == pytest.approx([0.08])


@settings(max_examples=40)
@given(
    arrays.arrays("uint8", (30, 34), elements=st.sampled_from([0, 1, 1, 4])),
    sizes.filter(bool),
    st.sampled_from([Need.BOXES, Need.MASKS, Need.CLASS_MAP, Need.BOXES | Need.OUTLINES]),
)
def test_small_regions_of_a_class_raster_are_nothing(values, size, need):
    grid = Grid(30, 34, 12, 13, 7, 9)
    raster = Classes(values)
    source = RasterLabels(raster, Classes.imagery.frame, grid, need, ObjectFilter(0.7, size))
    found = chips_of(source, grid, 700)
    small = 0
    for row in range(grid.rows):
        for column in range(grid.columns):
            part = raster.read(grid.window(row, column), None).copy()
            kept = []
            for value, mask in flood(part):
                rows, columns = np.nonzero(mask)
                if min(np.ptp(rows), np.ptp(columns)) + 1 < size:
                    part[mask] = 0
                    small += 1
                else:
                    kept.append((value, mask))
            chip = found.get((row, column))
            assert (chip is None) is (not kept)
            if chip is not None:
                check_chip(chip, part, kept, need)
    assert (source.report.small, source.report.partial) == (small, 0)


def check_chip(chip, part, kept, need) -> None:
    """The labels of a chip are the regions that are kept; a region inside the chip is whole."""
    assert dict(chip.counted) == {value: (part == value).sum() for value in np.unique(part) if value}
    if need is Need.CLASS_MAP:
        assert (chip.class_map() == part).all()
        return
    assert len(chip.objects) == len(kept)
    inside = sum(not (mask[[0, -1]].any() or mask[:, [0, -1]].any()) for _, mask in kept)
    assert [each.share for each in chip.objects].count(1.0) == inside
    assert [each.share for each in chip.objects].count(None) == len(kept) - inside
    if need is Need.MASKS:
        for value, mask in chip.masks().items():
            assert ((mask > 0) == (part == value)).all()
    if Need.OUTLINES in need:
        found = {pixels_in(shape.run_lengths(), part.shape).tobytes() for shape in chip.shapes()}
        assert found == {np.ascontiguousarray(mask, dtype=bool).tobytes() for _, mask in kept}


def pixels_in(run_lengths: list[int], shape: tuple[int, int]) -> np.ndarray:
    """Return (rows, columns), True where a label is, of lengths out of it and in it, column by column."""
    inside = np.repeat(np.arange(len(run_lengths)) % 2 == 1, run_lengths)
    return np.ascontiguousarray(inside.reshape(shape[::-1]).T)


# As exports of each format.

SCENE = [
    (rectangle(3, 3, 9, 9), 1),  # whole
    (rectangle(14, 4, 22, 12), 2),  # a quarter and three quarters
    (rectangle(8, 2, 15, 4.6), 3),  # narrow, in part on the first
    (rectangle(36, 36, 38, 39), 1),  # small
]
KEPT = [[(1, (3, 3, 9, 9))], [(2, (0, 4, 6, 12))]]


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    pixels = np.random.default_rng(4).integers(1, 255, (1, 48, 48), dtype=np.uint8)
    return write_raster(tmp_path_factory.mktemp("filters") / "in.tif", pixels)


def run(folder, raster, metadata_format="KITTI_rectangles", **parameters):
    given = {"CLASS_VALUE_FIELD": "kind", RATIO: 0.5, SIZE: 3, "METADATA_FORMAT": metadata_format}
    return export(folder, raster, layer_in_pixels(SCENE), 16, **{**given, **parameters})


SAID = [
    "Labels left out by MIN_POLYGON_OVERLAP_RATIO, too little of their feature: 1.",
    "Labels left out by MIN_OBJECT_SIZE, a side of their box is shorter: 2.",
]


def said(exported) -> list[str]:
    return [text for text in exported.log.infos if text.startswith("Labels left out by")]


@pytest.mark.parametrize("metadata_format", BOX_FORMATS)
@pytest.mark.parametrize("only", ["ALL_TILES", "ONLY_TILES_WITH_FEATURES"])
def test_boxes_that_are_left_out_are_counted_and_make_chips_empty(tmp_path, raster, metadata_format, only):
    exported = run(tmp_path / "out", raster, metadata_format, OUTPUT_NOFEATURE_TILES=only)
    boxes = [[(box.class_value, box.sides) for box in chip] for chip in exported.all_boxes()]
    assert [chip for chip in boxes if chip] == KEPT
    assert len(boxes) == (9 if only == "ALL_TILES" else 2)
    assert exported.outputs["FEATURE_COUNT"] == 2
    assert exported.outputs["EMPTY_CHIP_COUNT"] == len(boxes) - 2
    assert said(exported) == SAID
    stats = exported.accumulated()["FeatureStats"]
    assert (stats["NumFeaturesTotal"], stats["NumFeaturesPerClass"]) == (2, [1, 1, 0])
    assert exported.stats()[3] == "features = 2"


def test_masks_lose_the_instance_and_its_pixels(tmp_path, raster):
    exported = run(tmp_path / "out", raster, "RCNN_Masks")
    first, second = masks(exported, "000000000"), masks(exported, "000000001")
    assert (first.keys(), second.keys()) == ({"1"}, {"2"})
    assert first["1"].sum() == 36 and (first["1"][3:9, 3:9] == 1).all()
    assert second["2"].sum() == 48 and (second["2"][4:12, :6] == 1).all()
    assert said(exported) == SAID


def test_class_maps_show_what_lay_below(tmp_path, raster):
    exported = run(tmp_path / "out", raster, "Classified_Tiles")
    first = class_map(exported, "000000000")
    assert first.sum() == 36 and (first[3:9, 3:9] == 1).all()
    assert class_map(exported, "000000001").sum() == 2 * 48
    assert class_map(exported, "000000008").sum() == 0
    assert said(exported) == SAID
    plain = run(tmp_path / "plain", raster, "Classified_Tiles", **{RATIO: 0, SIZE: 0})
    assert class_map(plain, "000000000")[3, 8] == 3


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_the_same_bytes_and_counts_for_any_threads_and_batches(
    tmp_path, raster, metadata_format, monkeypatch
):
    from training_data_exporter.algorithms import preparation

    whole = run(tmp_path / "whole", raster, metadata_format, STRIDE_X=7, STRIDE_Y=7)
    batch_by_batch(monkeypatch)
    for threads in (1, 4):
        monkeypatch.setattr(preparation, "thread_count", lambda threads=threads: threads)
        other = run(tmp_path / str(threads), raster, metadata_format, STRIDE_X=7, STRIDE_Y=7)
        assert contents(other.path) == contents(whole.path)
        assert said(other) == said(whole)


def batch_by_batch(patch) -> None:
    """Have a batch of each row of chips, and a commit behind each."""
    limit(patch, batch_bytes=16 * 48, commit_seconds=0.0, commit_share=0.0)


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_a_resumed_run_counts_them_once(tmp_path, raster, metadata_format, monkeypatch):
    batch_by_batch(monkeypatch)
    whole = run(tmp_path / "whole", raster, metadata_format)
    log = Log(cancel_at=40)
    run(tmp_path / "out", raster, metadata_format, log=log)
    records = (tmp_path / "out" / "unfinished_export.journal").read_text().splitlines()[1:]
    news = [json.loads(line.partition(" ")[2])["news"] for line in records]
    assert sum(each["partial"] + each["small"] for each in news) == 2
    resumed = run(tmp_path / "out", raster, metadata_format)
    assert said(resumed) == said(whole) == SAID
    assert contents(resumed.path) == contents(whole.path)


def test_another_ratio_is_another_call(tmp_path, raster, monkeypatch):
    batch_by_batch(monkeypatch)
    run(tmp_path / "out", raster, log=Log(cancel_at=40))
    layer = layer_in_pixels(SCENE)
    sentence = refusal(tmp_path / "out", raster, layer, CLASS_VALUE_FIELD="kind", **{RATIO: 0.4, SIZE: 3})
    assert RATIO in sentence


def test_the_report_says_what_was_left_out(tmp_path, raster):
    run(tmp_path / "out", raster, REPORT=str(tmp_path / "report.html"))
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "Labels left out, too little of their feature" in page
    assert "Labels left out, too small" in page
    run(tmp_path / "other", raster, REPORT=str(tmp_path / "other.html"), **{RATIO: 0, SIZE: 0})
    assert "Labels left out" not in (tmp_path / "other.html").read_text("utf-8")


def test_a_class_raster_takes_no_notice_of_the_ratio(tmp_path, raster):
    values = np.zeros((48, 48), "uint8")
    values[2:12, 10:20], values[30:32, 30:40] = 1, 2
    path = write_class_raster(tmp_path / "classes.tif", values)
    exported = export(tmp_path / "out", raster, path, 16, **{RATIO: 0.9, SIZE: 5})
    assert [len(boxes) for boxes in exported.all_boxes()] == [1] + [0] * 8
    text = f"{RATIO} is for features; the classified raster classes takes no notice of it."
    assert exported.log.warnings[0] == text
    assert said(exported) == ["Labels left out by MIN_OBJECT_SIZE, a side of their box is shorter: 3."]
    plain = export(tmp_path / "plain", raster, path, 16, **{SIZE: 5})
    assert plain.log.warnings == exported.log.warnings[1:]
    assert [chip for chip in contents(plain.path).items() if chip[0] != "export.json"] == [
        chip for chip in contents(exported.path).items() if chip[0] != "export.json"
    ]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({RATIO: 1.5}, f"{RATIO}: 1.5 is not a number from 0 to 1."),
        ({RATIO: -0.1}, f"{RATIO}: -0.1 is not a number from 0 to 1."),
        ({RATIO: "much"}, f"{RATIO}: much is not a number from 0 to 1."),
        ({SIZE: -1}, f"{SIZE}: -1 is not a number from 0 to 999999999."),
        ({SIZE: float("nan")}, f"{SIZE}: nan is not a number from 0 to 999999999."),
        (
            {SIZE: 16.5},
            f"{SIZE}: no object of a chip has sides of 16.5 pixels or more, since chips are 16 x 16 pixels; "
            "give at most 16.",
        ),
    ],
)
def test_what_cannot_be_is_refused(tmp_path, raster, values, sentence):
    assert refusal(tmp_path / "out", raster, layer_in_pixels(SCENE), **values) == sentence
    assert not (tmp_path / "out").exists()


def test_an_export_that_loses_all_labels_says_why(tmp_path, raster):
    small = [(rectangle(3, 3, 9, 5), 1)]
    given = {SIZE: 4, "CLASS_VALUE_FIELD": "kind"}
    every = export(tmp_path / "every", raster, layer_in_pixels(small), 16, **given)
    text = f"No chip shows a label: {RATIO} and {SIZE} left out 1; lower these."
    assert text in every.log.warnings
    only = {**given, "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    sentence = refusal(tmp_path / "only", raster, layer_in_pixels(small), Errors(), **only)
    assert sentence == (
        f"No chip was written: 9 without a label, 0 without a valid pixel; lower {RATIO} and {SIZE}, which "
        "left out labels (1)."
    )
    masked = {**given, "METADATA_FORMAT": "RCNN_Masks"}
    sentence = refusal(tmp_path / "masks", raster, layer_in_pixels(small), Errors(), **masked)
    assert sentence == (
        "METADATA_FORMAT: RCNN_Masks needs a label in at least one chip, so no chip was kept (of 9); "
        f"lower {RATIO} and {SIZE}, which left out labels (1)."
    )
