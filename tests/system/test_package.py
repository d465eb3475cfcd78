"""The zip: what the plugin site accepts, and a plugin that works in an empty profile."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path, PurePosixPath

import pytest
from osgeo import gdal
from programs import QgisProcess
from scenes import noise, on_map, rectangle, write_polygons, write_raster

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = "training_data_exporter"
REQUIRED = (
    "name description version qgisMinimumVersion author email about tracker repository homepage".split()
)
LARGEST = 25 << 20  # bytes, the site's limit
SENSIBLE = 3 << 20  # bytes, unpacked; most of it is code
NOT_SHIPPED = {"tests", "demo", "scripts", "Makefile", "pyproject.toml", "dist"}
SECRETS = re.compile(
    rb"-----BEGIN [A-Z ]*PRIVATE KEY|ghp_[A-Za-z0-9]{20}|AKIA[0-9A-Z]{16}|xox[bp]-[0-9]|"
    rb"(?i:password|secret|token)\s*=\s*['\"][A-Za-z0-9+/_-]{8,}['\"]"
)

pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None, reason="the zip is made of a git commit"
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The zip of the last commit."""
    folder = tmp_path_factory.mktemp("package")
    done = subprocess.run(
        [ROOT / "scripts" / "package.sh", folder], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(done.stdout.splitlines()[-1]) as archive:
        yield archive


def metadata(package: zipfile.ZipFile) -> dict[str, str]:
    parser = ConfigParser()  # with interpolation, as the site reads it: a bare % is an error
    parser.read_string(package.read(f"{PLUGIN}/metadata.txt").decode("utf-8"))
    return dict(parser["general"])


def test_its_name_and_its_one_folder_are_the_plugin_s(package):
    assert Path(package.filename).name == f"{PLUGIN}-{metadata(package)['version']}.zip"
    assert {PurePosixPath(name).parts[0] for name in package.namelist()} == {PLUGIN}


def test_metadata_has_what_the_site_asks_for(package):
    found = metadata(package)
    assert [key for key in REQUIRED if not found.get(key.lower())] == []
    assert found["qgisminimumversion"] == "3.22"
    assert found["qgismaximumversion"] == "4.99"
    assert found["hasprocessingprovider"] == "yes"
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", found["version"])
    assert re.fullmatch(r"[^@ ]+@[^@ ]+\.[a-z]+", found["email"])
    assert all(found[key].startswith("https://") for key in ("homepage", "tracker", "repository"))
    assert "supportsqt6" not in found
    assert f"{PLUGIN}/{found['icon']}" in package.namelist()


def test_it_holds_the_plugin_and_nothing_else(package):
    names = [name for name in package.namelist() if not name.endswith("/")]
    inside = {name.partition("/")[2] for name in names}
    assert {"LICENSE", "metadata.txt", "__init__.py", "docs/help.html", "icons/icon.svg"} <= inside
    assert [name for name in inside if name.endswith(".model3")]
    assert not {PurePosixPath(name).parts[0] for name in inside} & NOT_SHIPPED
    unwanted = re.compile(r"(^|/)(\.|__pycache__|__MACOSX)|\.(pyc|ts|sh|tif|zip)$|requirements")
    assert [name for name in inside if unwanted.search(name)] == []
    assert sum(each.file_size for each in package.infolist()) < SENSIBLE < LARGEST


def test_every_module_is_python_3_9(package):
    for name in package.namelist():
        if name.endswith(".py"):
            ast.parse(package.read(name), name, feature_version=(3, 9))


def test_no_secret_and_no_path_of_a_machine(package):
    for name in package.namelist():
        content = package.read(name)
        assert not SECRETS.search(content), name
        assert not re.search(rb"/(work|root|home/[a-z]+)/", content), name


@pytest.mark.skipif(importlib.util.find_spec("bandit") is None, reason="bandit is not installed")
def test_bandit_has_nothing_to_say(package, tmp_path):
    package.extractall(tmp_path)
    command = [sys.executable, "-m", "bandit", "--quiet", "--recursive", tmp_path / PLUGIN]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout


class InstalledPlugin(QgisProcess):
    """Runs qgis_process with the plugin where QGIS itself installs it."""

    def __init__(self, home: Path, package: zipfile.ZipFile) -> None:
        """Unpack the plugin into an empty profile."""
        super().__init__(home)
        profile = home / "qgis" / "profiles" / "default"
        shutil.rmtree(profile)
        package.extractall(profile / "python" / "plugins")
        self._environment = {
            name: value for name, value in self._environment.items() if name != "QGIS_PLUGINPATH"
        }


def test_it_runs_in_an_empty_profile(package, tmp_path):
    qgis_process = InstalledPlugin(tmp_path / "home", package)
    assert qgis_process.ID not in qgis_process("list").out
    assert qgis_process("plugins", "enable", PLUGIN).code == 0
    assert qgis_process.ID in qgis_process("list").out
    sides = {3: (4, 4, 20, 20), 4: (70, 8, 90, 40)}
    labels = [(on_map(rectangle(*sides[value])), {"Classvalue": value}) for value in sides]
    run = qgis_process.algorithm(
        IN_RASTER=write_raster(tmp_path / "image.tif", noise(3, 64, 128)),
        IN_CLASS_DATA=write_polygons(tmp_path / "labels.gpkg", labels, {"Classvalue": int}),
        OUT_FOLDER=tmp_path / "set",
        TILE_SIZE_X=64,
        TILE_SIZE_Y=64,
        STRIDE_X=64,
        STRIDE_Y=64,
        REPORT=tmp_path / "report.html",
        CHIP_INDEX=tmp_path / "index.gpkg",
    )
    assert (run.results["CHIP_COUNT"], run.results["FEATURE_COUNT"]) == (2, 2)
    assert len((tmp_path / "set" / "map.txt").read_text().splitlines()) == 2
    assert gdal.OpenEx(str(tmp_path / "index.gpkg"), gdal.OF_VECTOR) is not None
    assert (tmp_path / "report.html").exists()
