"""The report is written whole or not at all, and a feedback in front of another hands everything on."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException
from scenes import Exported, Log, memory_layer, noise, on_map, rectangle, run, write_raster

from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.reports import report_file
from training_data_exporter.reports.report_file import write_report

COMPLETE = "choose another file. The training set itself is complete."


@pytest.fixture
def inputs(qgis_app, tmp_path):
    labels = memory_layer([(on_map(rectangle(2, 2, 9, 9)), {})])
    return {"IN_RASTER": write_raster(tmp_path / "in.tif", noise(3, 32, 32)), "IN_CLASS_DATA": labels}


def full(path: Path, data: bytes) -> None:
    path.write_bytes(data[:5])
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_what_stood_there_stays_where_the_disk_is_full(tmp_path, monkeypatch):
    report = tmp_path / "report.html"
    write_report(report, "first é")
    monkeypatch.setattr(report_file, "_write_new", full)
    with pytest.raises(ExportError) as failure:
        write_report(report, "second")
    assert str(failure.value) == (
        f"REPORT: {report} cannot be written ({os.strerror(errno.ENOSPC)}); {COMPLETE}"
    )
    assert report.read_text("utf-8") == "first é"
    assert list(tmp_path.iterdir()) == [report]


def test_a_report_takes_the_place_of_another_and_of_pieces_of_one(tmp_path):
    report, mine = tmp_path / "a" / "report.html", tmp_path / "mine.txt"
    mine.write_text("mine")
    report.parent.mkdir()
    report.with_name("report.html.part").symlink_to(mine)
    write_report(report, "x" * 100_000)
    write_report(report, "y")
    assert report.read_text() == "y"
    assert mine.read_text() == "mine"
    assert list(report.parent.iterdir()) == [report]


def test_a_folder_that_became_a_file_is_said(tmp_path):
    (tmp_path / "a").write_text("")
    with pytest.raises(ExportError, match=r"REPORT: .*a/report.html cannot be written \("):
        write_report(tmp_path / "a" / "report.html", "x")


def test_a_report_that_fails_at_the_end_keeps_the_index(tmp_path, inputs, monkeypatch):
    monkeypatch.setattr(report_file, "_write_new", full)
    looks = {"REPORT": tmp_path / "report.html", "CHIP_INDEX": tmp_path / "index.geojson"}
    with pytest.raises(QgsProcessingException, match=COMPLETE):
        run(tmp_path / "set", **inputs, **looks)
    assert Exported(tmp_path / "set").stems() == ["000000000"]
    assert (tmp_path / "index.geojson").read_text().count('"stem"') == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are Unix's")
def test_a_pipe_or_a_device_is_refused_before_the_export(tmp_path, inputs):
    os.mkfifo(tmp_path / "pipe.html")
    for path in (tmp_path / "pipe.html", Path(os.devnull)):
        with pytest.raises(QgsProcessingException, match=f"REPORT: {path} is not writable; choose another"):
            run(tmp_path / "set", **inputs, REPORT=path)
    assert not (tmp_path / "set").exists()


def test_a_feedback_in_front_hands_on_texts_progress_and_cancel(qgis_app):
    from training_data_exporter.algorithms.shown_feedback import ShownFeedback

    log = Log()
    front = ShownFeedback(2, log)
    front.setProgress(50)
    front.setCurrentStep(1)
    front.setProgress(60)
    assert log.steps == [25, 50, 80]
    front.pushInfo("a token=x1 b")
    front.pushWarning("a\x1b[2J")
    front.reportError("https://me:x1@a.org")
    assert (log.infos, log.warnings, log.errors) == (["a token=… b"], ["a�[2J"], ["https://…@a.org"])
    assert not front.isCanceled()
    log.cancel()
    assert front.isCanceled()
    assert ShownFeedback(1, log).isCanceled()
