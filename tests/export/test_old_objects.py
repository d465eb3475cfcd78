"""Python's collector leaves alone during an export what was there before, and not longer."""

from __future__ import annotations

import gc

import pytest
from label_scenes import export, layer_in_pixels
from scenes import Log, noise, rectangle, write_raster

from training_data_exporter.export import loop
from training_data_exporter.export.old_objects import old_objects_set_aside


def test_objects_are_set_aside_and_come_back():
    before = gc.get_freeze_count()
    with pytest.raises(OSError, match="a reason"), old_objects_set_aside():
        assert gc.get_freeze_count() > before + 1000
        raise OSError("a reason")
    assert gc.get_freeze_count() == before == 0


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize("cancel_at", [None, 2])
def test_an_export_sets_them_aside(tmp_path, monkeypatch, cancel_at):
    seen, take = [], loop.Export._take

    def counted(self, outcome):
        seen.append(gc.get_freeze_count())
        take(self, outcome)

    monkeypatch.setattr(loop.Export, "_take", counted)
    raster = write_raster(tmp_path / "in.tif", noise(3, 64, 64))
    labels = layer_in_pixels([(rectangle(4, 4, 60, 60), 1)])
    log = Log() if cancel_at is None else Log(cancel_at=cancel_at)
    export(tmp_path / "out", raster, labels, 16, 16, log=log, CLASS_VALUE_FIELD="kind")
    assert bool(seen) == (cancel_at is None)
    assert all(count > 1000 for count in seen)
    assert gc.get_freeze_count() == 0
