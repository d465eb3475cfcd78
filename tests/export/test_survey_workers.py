"""The labels that a split or a quota asks for are looked at by worker processes, and found to be the same."""

from __future__ import annotations

import time

import pytest
from scenes import Log, limit
from split_scenes import SPLIT
from test_workers import CASES, begin_with, exported, helped, rasters

from training_data_exporter.export.splits import survey, surveyors
from training_data_exporter.export.workers import children, helper, staff

pytestmark = pytest.mark.usefixtures("qgis_app")
__all__ = ["helped", "rasters"]

QUOTA = {"EMPTY_CHIPS_PERCENT": 30}
SURVEYED = {
    "split": SPLIT,
    "quota": QUOTA,
    "features": {**SPLIT, **QUOTA, "METADATA_FORMAT": "COCO"},
    "pixels of features": {**SPLIT, "METADATA_FORMAT": "RCNN_Masks", "MIN_OBJECT_SIZE": 3.0},
    "classes": {**SPLIT, **QUOTA, "labels": "classes", "METADATA_FORMAT": "Classified_Tiles"},
    "classes of another CRS": {**SPLIT, "labels": "elsewhere"},
    "classes within a mask": {**QUOTA, **CASES["classes within a mask"], "OUTPUT_NOFEATURE_TILES": None},
    "turned": {**SPLIT, **QUOTA, "ROTATION_ANGLE": 45},
    "a part": {**SPLIT, "EXTENT": "part"},
}


@pytest.fixture
def looked(monkeypatch, helped):
    """Count the batches that helpers were to look at."""
    given: list[object] = []
    away = surveyors.Surveyors._away

    def counted(self, helper, source, look):
        given.append(look[0])
        return away(self, helper, source, look)

    monkeypatch.setattr(surveyors.Surveyors, "_away", counted)
    return given


def told(log: Log) -> list[str]:
    """Return what the log says of the split and the quota, and of processes."""
    words = ("labels", "WORKERS", "Train", "train")
    return [text for text in (*log.infos, *log.warnings) if any(word in text for word in words)]


@pytest.mark.parametrize("name", SURVEYED)
def test_what_helpers_see_is_the_same(tmp_path, rasters, looked, name):
    case = {name: value for name, value in SURVEYED[name].items() if value is not None}
    alone, log = Log(), Log()
    mine = exported(tmp_path / "mine", rasters, 1, log=alone, **case)
    assert not looked
    assert exported(tmp_path / "theirs", rasters, 2, log=log, **case) == mine
    assert len(looked) >= 3
    assert told(log) == told(alone)


def test_what_has_to_be_made_valid_is_looked_at_here(tmp_path, rasters, looked, monkeypatch):
    case, alone, log, here = SURVEYED["features"], Log(), Log(), []
    mine = exported(tmp_path / "mine", rasters, 1, log=alone, **case)
    begin_with(
        monkeypatch,
        "import training_data_exporter.labels.geos_clip as geos_clip; geos_clip.clip = lambda wkb, box: None",
    )
    cut = surveyors.Surveyors._cut
    monkeypatch.setattr(
        surveyors.Surveyors, "_cut", lambda self, *given: here.append(given) or cut(self, *given)
    )
    assert exported(tmp_path / "theirs", rasters, 2, log=log, **case) == mine
    assert 0 < len(here) < len(looked)
    assert told(log) == told(alone)


@pytest.mark.parametrize("doomed", [2, 3, 5, 8])
def test_a_helper_that_is_killed_as_it_looks_is_done_without(
    tmp_path,
    rasters,
    looked,
    monkeypatch,
    doomed,
):
    case, asked = SURVEYED["features"], []

    class Doomed(helper.Helper):
        def told(self, task, parts):
            asked.append(task)
            if len(asked) == doomed:
                self._child._process.kill()
            return super().told(task, parts)

    mine = exported(tmp_path / "mine", rasters, 1, **case)
    monkeypatch.setattr(children, "Helper", Doomed)
    log = Log()
    assert exported(tmp_path / "theirs", rasters, 2, log=log, **case) == mine
    assert asked[0] == "looking"
    (said,) = [text for text in log.infos if "WORKERS" in text]
    assert "it ended with -9" in said or "the end is missing" in said


def test_what_cannot_be_sent_is_looked_at_here(tmp_path, rasters, looked, monkeypatch):
    case, log = SURVEYED["features"], Log()
    mine = exported(tmp_path / "mine", rasters, 1, **case)
    ask = helper.Helper.ask

    def refused(self, task, *values):
        if task == "look" and len(looked) == 2:
            raise surveyors.NotShippableError("a layer")
        return ask(self, task, *values)

    monkeypatch.setattr(helper.Helper, "ask", refused)
    assert exported(tmp_path / "theirs", rasters, 2, log=log, **case) == mine
    assert len(looked) == 2
    said = [text for text in log.infos if "WORKERS" in text]
    assert said == ["WORKERS: a worker process could not be used (a layer); the others did its work."]


def test_the_same_reason_is_said_once(tmp_path, rasters, looked, monkeypatch):
    monkeypatch.setattr(children, "interpreters", lambda running: [])
    log = Log()
    assert exported(tmp_path / "out", rasters, 2, log=log, **SPLIT)
    assert len([text for text in log.infos if "no Python was found beside QGIS" in text]) == 1


def test_a_short_survey_starts_nobody_and_a_long_one_does(tmp_path, rasters, looked, monkeypatch):
    limit(monkeypatch, helper_seconds=3.0)
    mine = exported(tmp_path / "mine", rasters, 2, **SPLIT)
    assert not looked
    limit(monkeypatch, helper_seconds=1e-6)
    monkeypatch.setattr(staff, "_FIRST_SECONDS", 0.0)
    add = survey.Survey.add

    def slow(self, *given):
        time.sleep(0.5)
        add(self, *given)

    monkeypatch.setattr(survey.Survey, "add", slow)
    assert exported(tmp_path / "theirs", rasters, 2, **SPLIT) == mine
    assert 0 < len(looked) < 12


def test_cancel_ends_those_that_look(tmp_path, rasters, looked, monkeypatch):
    made = []

    class Kept(children.ChildProcess):
        def __init__(self, *given, **named):
            super().__init__(*given, **named)
            made.append(self)

    monkeypatch.setattr(children, "ChildProcess", Kept)
    began = time.monotonic()
    exported(tmp_path / "out", rasters, 2, log=Log(cancel_at=4), **SPLIT)
    assert time.monotonic() - began < 20
    assert len(made) == 2
    assert all(child._process.returncode is not None for child in made)
    assert not (tmp_path / "out").exists()
