"""The example model's dialog in a real QGIS, opened with a raster active and with a vector layer active.

QGIS itself ends where the box of a field stands below one that holds a raster, so only a window proves that
it does not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from programs import Scene

pytest_plugins = ["programs"]

CHECKOUT = Path(__file__).resolve().parents[2]
MODELS = sorted((CHECKOUT / "models").glob("*.model3"))
PROFILE = """[PythonPlugins]
training_data_exporter=true
processing=true

[qgis]
checkVersion=false
"""
COMMAND = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1600x1400x24"]
COMMAND += ["qgis", "--nologo", "--noversioncheck", "--code", "scripts/pictures.py", "--profiles-path"]
SECONDS = 150

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("xvfb-run", "qgis"))), reason="xvfb or QGIS's window is missing"
)


@pytest.mark.parametrize("model", [MODELS[0], MODELS[1]], ids=lambda path: path.stem)
def test_it_opens_whichever_layer_is_active(qgis_app, olinda: Scene, tmp_path, model):
    from qgis.PyQt.QtGui import QImage

    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "training_data_exporter").symlink_to(CHECKOUT)
    settings = tmp_path / "profiles" / "profiles" / "default" / "QGIS"
    settings.mkdir(parents=True)
    (settings / "QGIS3.ini").write_text(PROFILE)
    for path in (olinda.six_bands, *olinda.tracts.parent.glob("olinda1.*")):
        shutil.copy(path, tmp_path)
    tmp_path.chmod(0o700)
    of_pictures = {"PICTURE_DATA": tmp_path, "PICTURE_FOLDER": tmp_path, "PICTURE_MODEL": model}
    own = {
        **of_pictures,
        "QGIS_PLUGINPATH": tmp_path / "plugins",
        "HOME": tmp_path,
        "XDG_RUNTIME_DIR": tmp_path,
    }
    more = {"PICTURE_MODEL_ALONE": "1", "QT_QPA_PLATFORM": "xcb", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*COMMAND, tmp_path / "profiles"],
        env={**os.environ, **{name: str(value) for name, value in own.items()}, **more},
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    raster, vector = (QImage(str(tmp_path / f"model_{kind}_active.png")) for kind in ("raster", "vector"))
    assert raster.size() == vector.size()
    assert raster.width() == 1000
    assert raster != vector  # each has the active layer in its box
