"""The search for the Python of QGIS, on made-up trees."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from training_data_exporter.export.workers.interpreter import RunningPython, interpreters


def made(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def interpreter(running: RunningPython) -> Path | None:
    """Return the likeliest."""
    return next(iter(interpreters(running)), None)


def found(folder: Path, platform: str, executable: str, prefix: str = "nowhere/at/all") -> str | None:
    path = interpreter(RunningPython(platform, str(folder / executable), str(folder / prefix)))
    return None if path is None else path.relative_to(folder).as_posix()


def test_what_runs_the_tests_is_a_python():
    found = interpreters(RunningPython.here())
    assert Path(sys.executable) in found
    assert found[0].samefile(sys.executable)


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_the_python_of_the_library_comes_before_another_on_the_search_path(tmp_path, platform):
    made(tmp_path, "shims/python3", "usr/bin/python3.11", "usr/bin/python3.12", "usr/bin/python3")
    running = RunningPython(platform, str(tmp_path / "shims/python3"), str(tmp_path / "usr"), "3.11")
    assert interpreters(running) == [tmp_path / "usr/bin/python3.11", tmp_path / "shims/python3"]


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_a_python_that_runs_is_taken(tmp_path, platform):
    made(tmp_path, "bin/Python3.12", "bin/python3.exe")
    assert found(tmp_path, platform, "bin/Python3.12") == "bin/Python3.12"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["bin/python3.exe", "bin/python.exe", "apps/Python312/python3.exe"], "bin/python3.exe"),
        (["bin/python.exe", "bin/pythonw.exe"], "bin/python.exe"),
        (["bin/pythonw.exe", "apps/Python312/python.exe"], "bin/pythonw.exe"),
        (["apps/Python312/pythonw.exe"], "apps/Python312/pythonw.exe"),
        (["bin/python.txt", "apps/python3.exe"], None),
    ],
)
def test_windows_has_it_beside_qgis_or_in_the_home_of_python(tmp_path, files, expected):
    made(tmp_path, "bin/qgis-bin.exe", *files)
    assert found(tmp_path, "win32", "bin/qgis-bin.exe", "apps/Python312") == expected


def test_windows_has_it_two_folders_above_the_home_of_python(tmp_path):
    made(tmp_path, "bin/python3.exe", "apps/qgis/bin/qgis-bin.exe")
    assert found(tmp_path, "win32", "apps/qgis/bin/qgis-bin.exe", "apps/Python312") == "bin/python3.exe"


def test_windows_without_a_name_for_what_runs(tmp_path):
    made(tmp_path, "apps/Python312/python.exe")
    home = tmp_path / "apps/Python312"
    assert interpreter(RunningPython("win32", "", str(home))) == home / "python.exe"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["MacOS/bin/python3", "MacOS/python3"], "MacOS/bin/python3"),
        (["MacOS/python3", "MacOS/python3-config"], "MacOS/python3"),
        (["MacOS/python3.9", "MacOS/python"], "MacOS/python3.9"),
        (["MacOS/python3.9-config", "MacOS/python"], "MacOS/python"),
        (["Frameworks/bin/python3.12", "Frameworks/bin/python3-config"], "Frameworks/bin/python3.12"),
        (["MacOS/qgis_process"], None),
    ],
)
def test_macos_has_it_in_the_bundle(tmp_path, files, expected):
    made(tmp_path, "QGIS.app/Contents/MacOS/QGIS", *(f"QGIS.app/Contents/{name}" for name in files))
    path = found(tmp_path, "darwin", "QGIS.app/Contents/MacOS/QGIS")
    assert path == (None if expected is None else f"QGIS.app/Contents/{expected}")


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_the_application_itself_is_never_taken(tmp_path, platform):
    made(tmp_path, "bin/qgis", "MacOS/bin/python3")
    assert found(tmp_path, platform, "bin/qgis") is None


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_nothing_runs(platform):
    assert interpreter(RunningPython(platform, "", "")) is None


def test_a_relative_name_is_no_program_of_the_working_directory(tmp_path, monkeypatch):
    made(tmp_path, "python3", "bin/python3.exe", "python3.exe")
    monkeypatch.chdir(tmp_path)
    for platform in ("linux", "win32", "darwin"):
        assert interpreter(RunningPython(platform, "python3", "")) is None


def test_a_folder_of_that_name_is_none(tmp_path):
    (tmp_path / "python3").mkdir()
    assert found(tmp_path, "linux", "python3") is None
