"""The boxes of the dialog, outside QGIS's window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from programs import Scene

pytest_plugins = ["programs"]

CHECKOUT = Path(__file__).resolve().parents[2]


def test_the_field_box_follows_polygons_and_bears_a_raster(olinda: Scene, tmp_path):
    # QGIS 3.22 to 3.44 dies of a raster in the parent box of its own field box.
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "training_data_exporter").symlink_to(CHECKOUT)
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "qgis"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [
        sys.executable,
        CHECKOUT / "tests" / "dialog_boxes.py",
        plugins,
        olinda.six_bands,
        olinda.tracts,
    ]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=120, check=False, cwd=tmp_path
    )
    assert done.stdout, f"exit code {done.returncode}: {done.stderr[-1000:]}"
    fields = ["ID", "CD_GEOCODI", "TIPO", "CD_GEOCODB", "NM_BAIR", "V014"]
    scene = ["a scene", []]
    assert json.loads(done.stdout.splitlines()[-1]) == [["", []], scene, ["tracts", fields], scene]
