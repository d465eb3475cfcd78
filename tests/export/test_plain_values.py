"""What describes a run is plain: it can be sent to another process."""

from __future__ import annotations

import json
import pickle
from collections import Counter

import pytest

from training_data_exporter.chipping.chip import ImageProfile, LabelObject
from training_data_exporter.chipping.classes import ClassTable, LabelClass
from training_data_exporter.chipping.frame import PixelFrame
from training_data_exporter.chipping.plan.grid import BatchPlan, Grid
from training_data_exporter.chipping.statistics.bands import BandStatistics, FeatureStatistics
from training_data_exporter.export.options import ExportOptions
from training_data_exporter.export.outcome import (
    BatchOutcome,
    ExportResult,
    SetState,
    WrittenChip,
    WrittenSet,
)
from training_data_exporter.writers.dataset.cell_sizes import CellSize
from training_data_exporter.writers.dataset.summary import ChipRecord, SetSummary

PROFILE = ImageProfile(32, 32, "uint8", (None, 0.0), 0.5, 0.5, "", 0, ("a", ""), (1, 6))
PLAN = BatchPlan(Grid(100, 90, 32, 32, 16, 16), 4096, 50, starts_small=True)
CHIPS = [
    WrittenChip(
        ChipRecord(f"images/00000000{number}.tif", (f"labels/00000000{number}.txt",), b"\xff" * number),
        (BandStatistics(4, 0.1, 9.7, 1 / 3 + number, 2 / 7), BandStatistics(2, 1.0, 2.0, 1.5, 0.5)),
        ((1, 0.1), (3, 0.2 * number)),
        2,
    )
    for number in range(3)
]
OUTCOME = BatchOutcome(
    *(4, 6, 3, Counter({"without labels": 2, "without pixels": 1}), {"": WrittenSet.of("", CHIPS)}),
    {"repaired": [3]},
    [["images/000000000.tif", 12, 99]],
)
VALUES = {
    "plan": PLAN,
    "batch": list(PLAN)[1],
    "frame": PixelFrame(1.0, 2.0, 0.5, 0.5, 100, 90),
    "options": ExportOptions(32, 32, 16, 16, True, 5, "TIFF", "KITTI_rectangles"),
    "object": LabelObject(1, 0.0, 1.0, 2.0, 3.0, 4.0, 5),
    "summary": SetSummary(
        "KITTI_rectangles",
        PROFILE,
        ClassTable((LabelClass(1, "one", (1, 2, 3)),)),
        *(3, 3, CHIPS[0].bands, FeatureStatistics.empty((1,)), False),
        (CellSize.of(PROFILE), CellSize.of(PROFILE)),
    ),
}


@pytest.mark.parametrize("name", VALUES)
def test_it_comes_out_as_it_went_in(name):
    assert pickle.loads(pickle.dumps(VALUES[name])) == VALUES[name]


def test_an_outcome_comes_out_as_it_went_in():
    found = pickle.loads(pickle.dumps(OUTCOME))
    assert found._replace(sets={}) == OUTCOME._replace(sets={})
    kept = []
    for outcome in (found, OUTCOME):
        result = ExportResult({"": state()})
        result.take(outcome)
        kept.append((result, json.dumps(outcome.for_journal(result.sets))))
    assert kept[0] == kept[1]


def test_bands_are_added_up_chip_by_chip_as_if_each_came_alone():
    result = ExportResult({"": state()})
    result.take(OUTCOME)
    bands = [BandStatistics()] * 2
    for chip in CHIPS:
        bands = [mine.merge(its) for mine, its in zip(bands, chip.bands)]
    assert result.sets[""].bands == bands
    assert isinstance(result.sets[""].bands[0].count, int)


def state() -> SetState:
    return SetState([BandStatistics()] * 2, FeatureStatistics.empty((1, 2, 3)))


def test_a_result_goes_on_from_its_journal_to_the_last_bit():
    whole, resumed = ExportResult({"": state()}), ExportResult({"": state()})
    later = OUTCOME._replace(number=5, sets={"": WrittenSet.of("", CHIPS[::-1])})
    for outcome in (OUTCOME, later):
        whole.take(outcome)
        record = json.loads(json.dumps(outcome.for_journal(whole.sets)))
        resumed.restore(record)
    assert resumed == whole
    assert (whole.chips, whole.objects, whole.without_labels, whole.without_pixels) == (6, 12, 4, 2)
    assert whole.listed == {"images": 6, "labels": 6}


def test_the_journal_keeps_the_classes_that_a_batch_changes_and_no_others():
    result = ExportResult({"": state()})
    result.take(OUTCOME)
    kept = OUTCOME.for_journal(result.sets)["sets"][""]
    assert list(kept["state"]["classes"]) == ["1", "3"]
    assert kept["valid"] == [4, 4, 4]
