"""Fixtures that run whole programs: qgis_process in a throw-away profile, and the Olinda scene.

A test module takes them with ``pytest_plugins = ["programs"]`` and does not import this one, so that all
modules share what is made once a session.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from osgeo import gdal
from scenes import plain_names

CHECKOUT = Path(__file__).resolve().parent.parent
PLUGIN = "training_data_exporter"
DEMO_LIBRARY = CHECKOUT / "demo" / "cache" / "usr" / "lib" / "R" / "site-library"
TIMEOUT = 180  # seconds; a run takes two, on a busy machine ten

# What QGIS puts around a message: a prefix, and for checks of parameters a heading of their own.
_WRAPPING = re.compile(r"^(ERROR:\t|\t)?(.*)$")
_HEADINGS = ("An error was encountered while checking parameter values", "Error encountered while running")
_PYTHON_WARNING = re.compile(
    r"^.*: \w*Warning: .*\n(  .*\n)?", re.MULTILINE
)  # and the line of code behind it
_NOISE = re.compile(r"Warning: |^Logged warning: |^QStandardPaths: ")


@dataclass(frozen=True)
class Run:
    """What a run of qgis_process left behind.

    Attributes:
        code: exit code.
        out: standard output.
        err: standard error.
    """

    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """What ``--json`` printed."""
        return json.loads(self.out)

    @property
    def results(self) -> dict[str, Any]:
        """The outputs of the algorithm."""
        assert self.code == 0, self.err
        return self.document["results"]

    @property
    def sentences(self) -> list[str]:
        """The messages on standard error, each once, without what QGIS puts around them."""
        err = _PYTHON_WARNING.sub("", self.err)
        texts = [_WRAPPING.match(line).group(2).strip() for line in err.splitlines()]
        kept = [text for text in texts if text and text not in _HEADINGS and not _NOISE.search(text)]
        return [plain_names(text) for text in dict.fromkeys(kept)]


class QgisProcess:
    """Runs qgis_process with this checkout as its plugin.

    Attributes:
        ID: the plugin's algorithm.
    """

    ID = "trainingdata:exporttrainingdatafordeeplearning"

    def __init__(self, home: Path) -> None:
        """Make a profile.

        Args:
            home: an empty folder that takes the place of the user's home.
        """
        self._program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
        if self._program is None:
            pytest.skip("qgis_process is not installed")
        settings = home / "qgis" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[PythonPlugins]\n{PLUGIN}=true\n")
        plugins = home / "plugins"
        plugins.mkdir()
        (plugins / PLUGIN).symlink_to(CHECKOUT)
        self._environment = {
            **os.environ,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "QGIS_CUSTOM_CONFIG_PATH": str(home / "qgis"),
            "QGIS_PLUGINPATH": str(plugins),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONDONTWRITEBYTECODE": "1",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
        }

    def __call__(self, *arguments: object) -> Run:
        """Run qgis_process with some arguments."""
        command = [self._program, *(str(each) for each in arguments)]
        done = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, timeout=TIMEOUT, check=False
        )
        return Run(done.returncode, done.stdout, done.stderr)

    def algorithm(self, name: object = ID, **values: object) -> Run:
        """Run an algorithm, or a model by its path, and ask for JSON."""
        return self("--json", "run", name, "--", *(f"{key}={value}" for key, value in values.items()))


@pytest.fixture(scope="session")
def qgis_process(tmp_path_factory: pytest.TempPathFactory) -> QgisProcess:
    """Qgis_process in a profile of the session's own."""
    return QgisProcess(tmp_path_factory.mktemp("home"))


class Scene(NamedTuple):
    """Real input: Landsat 7 over Olinda, Brazil, and its census tracts.

    Attributes:
        six_bands: the raster, 349 x 352 pixels of 8 bit, EPSG:31985.
        three_bands: bands 3, 2 and 1 of it.
        tracts: 470 polygons in a geographic CRS; the field TIPO is RURAL or URBANO.
    """

    six_bands: Path
    three_bands: Path
    tracts: Path


@pytest.fixture(scope="session")
def olinda(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """The Olinda scene, fetched as the demo does."""
    fetched = subprocess.run(
        [CHECKOUT / "demo" / "fetch.sh"], capture_output=True, text=True, timeout=TIMEOUT, check=False
    )
    if fetched.returncode != 0:
        pytest.skip(f"the Olinda scene cannot be fetched: {fetched.stderr.strip()[-300:]}")
    # Copies: what a run would leave beside its input then shows, and stays out of the cache.
    folder = tmp_path_factory.mktemp("olinda")
    six_bands = folder / "L7_ETMs.tif"
    shutil.copy(DEMO_LIBRARY / "stars" / "tif" / "L7_ETMs.tif", six_bands)
    for part in (DEMO_LIBRARY / "sf" / "shape").glob("olinda1.*"):
        shutil.copy(part, folder)
    three_bands = folder / "rgb.tif"
    assert gdal.Translate(str(three_bands), str(six_bands), bandList=[3, 2, 1]) is not None
    return Scene(six_bands, three_bands, folder / "olinda1.shp")


class Exported(NamedTuple):
    """An export that succeeded.

    Attributes:
        folder: the output folder.
        run: the run that made it.
    """

    folder: Path
    run: Run

    @property
    def accumulated(self) -> dict[str, Any]:
        """What ``esri_accumulated_stats.json`` says."""
        return json.loads((self.folder / "esri_accumulated_stats.json").read_text())

    @property
    def map_rows(self) -> list[tuple[str, str]]:
        """Image and label path of each line of ``map.txt``, forward slashes."""
        lines = (self.folder / "map.txt").read_bytes().decode().split("\r\n")
        assert lines.pop() == ""
        rows = [re.fullmatch(r"(\S+)  (\S+) ", line.replace("\\", "/")) for line in lines]
        return [row.groups() for row in rows]


class OlindaExports:
    """Exports of the Olinda scene, each made once a session."""

    def __init__(self, qgis_process: QgisProcess, scene: Scene, folder: Path) -> None:
        """Start without any.

        Args:
            qgis_process: makes them.
            scene: of what.
            folder: holds them.
        """
        self._qgis_process = qgis_process
        self._scene = scene
        self._folder = folder
        self._made: dict[tuple[str, str, int], Exported] = {}

    def __call__(self, metadata_format: str, image_format: str, bands: int) -> Exported:
        """Return an export: chips of 128 pixels, every 96 pixels, all of them.

        Args:
            metadata_format: documented name.
            image_format: documented name.
            bands: 3 or 6.
        """
        key = (metadata_format, image_format, bands)
        if key not in self._made:
            folder = self._folder / f"{metadata_format}-{image_format}-{bands}"
            run = self._qgis_process.algorithm(
                IN_RASTER=self._scene.six_bands if bands == 6 else self._scene.three_bands,
                OUT_FOLDER=folder,
                IN_CLASS_DATA=self._scene.tracts,
                IMAGE_CHIP_FORMAT=image_format,
                TILE_SIZE_X=128,
                TILE_SIZE_Y=128,
                STRIDE_X=96,
                STRIDE_Y=96,
                METADATA_FORMAT=metadata_format,
                CLASS_VALUE_FIELD="TIPO",
            )
            self._made[key] = Exported(folder, run)
        return self._made[key]


@pytest.fixture(scope="session")
def olinda_export(
    qgis_process: QgisProcess, olinda: Scene, tmp_path_factory: pytest.TempPathFactory
) -> OlindaExports:
    """Exports of the Olinda scene by label format, image format and number of bands."""
    return OlindaExports(qgis_process, olinda, tmp_path_factory.mktemp("exports"))
