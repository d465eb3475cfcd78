"""The same input and parameters give the same bytes, whatever else differs."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
from interruption_server import Server
from label_scenes import METADATA_FORMATS, contents, write_class_raster
from scenes import noise, on_map, rectangle, write_polygons, write_raster

IMAGE_FORMATS = dict(zip(METADATA_FORMATS, ("JPEG", "MRF", "TIFF", "PNG")))


@pytest.fixture(scope="module")
def scene(tmp_path_factory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("scene")
    pixels = noise(3, 50, 62)
    pixels[:, 20:50, 30:62] = 7
    shapes = []
    for place in range(20):
        x, y = 3.1 * place, 2.3 * place
        shapes.append((on_map(rectangle(x, y, x + 9.7, y + 5.3)), {"kind": f"Kläße {place % 4}"}))
    values = noise(1, 50, 62)[0] // 80
    return {
        "folder": folder,
        "IN_RASTER": write_raster(folder / "in.tif", pixels, nodata=7),
        "features": write_polygons(folder / "labels.gpkg", shapes, {"kind": str}),
        "raster": write_class_raster(folder / "classes.tif", values),
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y"), 24),
        **dict.fromkeys(("STRIDE_X", "STRIDE_Y"), 17),
    }


def call(scene: dict[str, Any], name: str, labels: str = "features") -> dict[str, Any]:
    """Return the parameters of an export."""
    values = {key: value for key, value in scene.items() if key not in ("folder", "features", "raster")}
    values["IN_CLASS_DATA"] = scene[labels]
    if labels == "features":
        values["CLASS_VALUE_FIELD"] = "kind"
    return {**values, "METADATA_FORMAT": name, "IMAGE_CHIP_FORMAT": IMAGE_FORMATS[name]}


def calls(scene: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the parameters of an export in each format and from each kind of labels."""
    return {
        f"{labels}-{name}": call(scene, name, labels)
        for labels in ("features", "raster")
        for name in METADATA_FORMATS
    }


@pytest.fixture(scope="module")
def expected(server, scene):
    """What one thread makes of each call."""
    made = {}
    for name, parameters in calls(scene).items():
        done = server(scene["folder"] / name, parameters, threads=1)
        assert done["ended"] == "finished", done
        made[name] = contents(scene["folder"] / name)
    return made


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_a_second_run_with_any_number_of_threads(server, scene, expected, tmp_path, threads):
    for name, parameters in calls(scene).items():
        assert server(tmp_path / name, parameters, threads=threads)["ended"] == "finished"
        assert contents(tmp_path / name) == expected[name], name


@pytest.mark.parametrize("batch_bytes", [1, 3000])
def test_any_size_of_batches(server, scene, expected, tmp_path, batch_bytes):
    for name, parameters in calls(scene).items():
        assert server(tmp_path / name, parameters, batch_bytes=batch_bytes)["ended"] == "finished"
        assert contents(tmp_path / name) == expected[name], name


@pytest.fixture(scope="module")
def german(tmp_path_factory) -> dict[str, str]:
    """The environment of a German desktop: decimal comma."""
    folder = tmp_path_factory.mktemp("locale")
    command = ["localedef", "-i", "de_DE", "-f", "UTF-8", str(folder / "de_DE.UTF-8")]
    try:
        made = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("localedef is not installed")
    environment = {"LOCPATH": str(folder), "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}
    use = [sys.executable, "-c", "import locale; locale.setlocale(locale.LC_ALL, '')"]
    used = subprocess.run(use, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    if used.returncode:
        pytest.skip(f"the locale de_DE cannot be made here: {(made.stderr + used.stderr).strip()[-200:]}")
    return environment


@pytest.mark.parametrize("name", ["C", "de_DE.UTF-8"])
def test_any_locale(scene, expected, tmp_path, name, request):
    environment = (
        request.getfixturevalue("german") if name.startswith("de") else {"LC_ALL": name, "LANG": name}
    )
    server = Server(**environment)
    try:
        for each, parameters in calls(scene).items():
            done = server(tmp_path / each, parameters, locale=name)
            assert done["ended"] == "finished", done
            assert done["decimal_point"] == ("," if name.startswith("de") else ".")
            assert contents(tmp_path / each) == expected[each], each
    finally:
        server.close()


def test_any_working_directory(server, scene, expected, tmp_path):
    for place, folder in enumerate((scene["folder"], tmp_path)):
        for name, parameters in calls(scene).items():
            near = {key: os.path.relpath(parameters[key], folder) for key in ("IN_RASTER", "IN_CLASS_DATA")}
            out = tmp_path / str(place) / name
            done = server(os.path.relpath(out, folder), {**parameters, **near}, directory=str(folder))
            assert done["ended"] == "finished", done
            assert contents(out) == expected[name], name


def test_an_export_is_resumed_from_another_working_directory(server, scene, expected, tmp_path):
    name = "features-RCNN_Masks"
    parameters = calls(scene)[name]
    out = tmp_path / "out"
    assert server(out, parameters, batch_bytes=3000, kill_at_event=70)["ended"] == "killed"
    relative = {**parameters, "IN_RASTER": "in.tif", "IN_CLASS_DATA": "labels.gpkg"}
    directory = str(scene["folder"])
    done = server(os.path.relpath(out, directory), relative, batch_bytes=3000, directory=directory)
    assert done["ended"] == "finished", done
    assert contents(out) == expected[name]
