"""The export folder: whole files, and none overwritten."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.export.storage import folder as folder_module
from training_data_exporter.export.storage.folder import ExportFolder


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_checking_a_folder_creates_nothing(tmp_path):
    ExportFolder(tmp_path / "new" / "deeper").check()
    assert not (tmp_path / "new").exists()


def test_a_file_is_refused(tmp_path):
    path = tmp_path / "file"
    path.touch()
    with pytest.raises(ExportError, match=r"OUT_FOLDER: .*file is a file"):
        ExportFolder(path).check()


def test_a_folder_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match=r"OUT_FOLDER: .* is not writable"):
        ExportFolder(tmp_path / "file" / "below").check()


def test_a_folder_without_the_right_to_write_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write anywhere
    with pytest.raises(ExportError, match=r"OUT_FOLDER: .* is not writable"):
        ExportFolder(tmp_path / "new").check()


def test_a_folder_that_cannot_be_created_is_an_error(tmp_path):
    (tmp_path / "images").touch()
    with pytest.raises(ExportError, match=r"OUT_FOLDER: .* cannot be created"):
        ExportFolder(tmp_path).create()


def test_files_are_placed_whole_with_their_folders(tmp_path):
    folder = ExportFolder(tmp_path / "out")
    folder.create()
    with folder.opened() as place:
        place({"images/1.tif": b"pixels", "labels/Palm/1.tif": b"mask", "map.txt": b""})
    assert files(tmp_path / "out") == {"images/1.tif", "labels/Palm/1.tif", "map.txt"}
    assert (tmp_path / "out/labels/Palm/1.tif").read_bytes() == b"mask"
    assert folder.has("map.txt")
    assert not folder.has("stats.txt")


def test_a_file_never_stands_half_written_under_its_name(tmp_path, monkeypatch):
    folder = ExportFolder(tmp_path)
    folder.create()
    seen = []
    fill = folder_module._fill

    def watching(file, data):
        fill(file, data)
        seen.append(files(tmp_path))

    monkeypatch.setattr(folder_module, "_fill", watching)
    with folder.opened() as place:
        place({"images/000000000.tif": b"pixels"})
    assert seen
    assert all("images/000000000.tif" not in names for names in seen)
    assert files(tmp_path) == {"images/000000000.tif"}


def test_a_full_disk_leaves_no_piece_of_a_file(tmp_path, monkeypatch):
    folder = ExportFolder(tmp_path)
    folder.create()
    fill = folder_module._fill

    def full(file, data):
        fill(file, data[:3])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(folder_module, "_fill", full)
    with (
        folder.opened() as place,
        pytest.raises(ExportError, match=r"\.tif cannot be written: No space"),
    ):
        place({"images/000000000.tif": b"pixels"})
    assert files(tmp_path) == set()


def test_the_last_index_is_the_highest_number_of_a_chip_or_label(tmp_path):
    folder = ExportFolder(tmp_path)
    assert folder.last_index() is None
    folder.create()
    assert folder.last_index() is None
    with folder.opened() as place:
        place({"images/000000003.tif": b"", "images/000000003.tif.aux.xml": b""})
    assert folder.last_index() == 3
    with folder.opened() as place:
        place({"labels/Palm/000000012.tif": b""})
    assert folder.last_index() == 12


def test_only_whole_chips_have_a_number(tmp_path):
    folder = ExportFolder(tmp_path)
    folder.create()
    (tmp_path / "images" / "000000009.tif.part").touch()
    (tmp_path / "images" / "readme.txt").touch()
    assert folder.last_index() is None


def test_an_error_keeps_template_and_values_apart():
    error = ExportError("{name} is not {what}.", name="X", what="Y")
    assert str(error) == "X is not Y."
    assert error.translated(lambda text: text.replace("is not", "ist kein")) == "X ist kein Y."
