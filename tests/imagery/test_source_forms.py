"""Each kind of imagery twice: as README.md writes it for qgis_process, and as a layer of the project."""

from __future__ import annotations

import re
import shlex
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from scenes import Exported, read_raster, run, write_raster
from servers import Site, arcgis, files, mapserver, serve
from source_scenes import ALIGNED, MERCATOR, TILES, ZOOM, Scene, check_chips, check_scene, write_label
from wmts_server import wmts

if TYPE_CHECKING:
    from programs import QgisProcess

pytest_plugins = ["programs", "source_fixtures"]
pytestmark = pytest.mark.usefixtures("qgis_app")

README = Path(__file__).resolve().parents[2] / "README.md"
PROVIDER_IN_TEXT = 34000  # from then on QGIS takes gdal:// texts


def forms() -> dict[str, list[str]]:
    """Return what README.md shows in the column ``text``, by the kind of source."""
    table = README.read_text("utf-8").partition("| source | text |")[2].partition("\n\n")[0]
    rows = [row.split(" | ") for row in table.splitlines()[2:]]
    return {row[0].lstrip("| ").split(" (")[0]: re.findall("`([^`]+)`", row[1]) for row in rows}


FORMS = forms()


class Ground(NamedTuple):
    """What a source is made of.

    Attributes:
        scene: the pixels.
        tiles: the same as XYZ tiles.
        folder: takes the place of ``/data``.
    """

    scene: Scene
    tiles: Path
    folder: Path

    def filled(self, form: str, site: Site | None = None) -> str:
        """Return a text of README.md with the names of this ground."""
        names = {"/data/": f"{self.folder}/", "NAME": "scene", "tileMatrixSet=SET": "tileMatrixSet=web"}
        if site:
            names |= {"https://host": site.url, "zmax=19": f"zmax={ZOOM}"}
        for shown, real in names.items():
            form = form.replace(shown, real)
        return form


def a_file(ground: Ground, driver: str, suffix: str) -> str:
    (form,) = FORMS["file"]
    path = Path(ground.filled(form)).with_suffix(suffix)
    lossless = ["TILE_FORMAT=PNG"] if driver == "GPKG" else []
    gdal.Translate(str(path), str(ground.scene.path), format=driver, creationOptions=lossless).FlushCache()
    return str(path)


def a_mosaic(ground: Ground) -> str:
    parts = []
    for place, columns in enumerate(((0, 0, 300, 512), (300, 0, 468, 512))):
        parts.append(str(ground.folder / f"{place}.tif"))
        gdal.Translate(parts[-1], str(ground.scene.path), srcWin=columns).FlushCache()
    path = Path(ground.filled(FORMS["file"][0])).with_suffix(".vrt")
    gdal.BuildVRT(str(path), parts).FlushCache()
    return str(path)


@contextmanager
def file_on_a_server(ground: Ground, form: str) -> Iterator[str]:
    (ground.folder / "web").mkdir()
    gdal.Translate(str(ground.folder / "web/cog.tif"), str(ground.scene.path), format="COG").FlushCache()
    with serve(files(ground.folder / "web")) as site:
        yield made_by_command(ground, ground.filled(form, site))


def made_by_command(ground: Ground, form: str) -> str:
    """Return a text as it is, and of a command the path of the file that it makes."""
    if not form.startswith("gdal_translate "):
        return form
    command = shlex.split(form)
    subprocess.run(command, cwd=ground.folder, check=True, capture_output=True)
    return str(ground.folder / command[-1])


def file_in_an_archive(ground: Ground, form: str) -> str:
    """README.md gives the part that differs: the rest is as for a file on a server."""
    with zipfile.ZipFile(ground.folder / "images.zip", "w") as archive:
        archive.write(ground.scene.path, "image.tif")
    return made_by_command(ground, form.replace("PATH", ground.filled(FORMS["file in an archive"][0])))


@contextmanager
def of_tiles(ground: Ground, query: str = "") -> Iterator[str]:
    with serve(files(ground.tiles)) as site:
        yield ground.filled(FORMS["XYZ tiles"][0], site).replace(".png&", f".png{query}&")
        assert all(path.endswith(query.replace("%3F", "?").replace("%26", "&")) for path in site.asked)


@contextmanager
def tile_matrices(ground: Ground) -> Iterator[str]:
    with serve(wmts(ground.tiles, rest=True)) as site:
        yield ground.filled(FORMS["WMTS"][0], site)


@contextmanager
def of_mapserver(ground: Ground, kind: str) -> Iterator[str]:
    with mapserver(ground.scene.path, ground.folder) as site:
        yield ground.filled(FORMS[kind][0], site)


@contextmanager
def of_arcgis(ground: Ground, kind: str, name: str) -> Iterator[str]:
    with serve(arcgis(ground.scene.path, name)) as site:
        yield ground.filled(FORMS[kind][0], site)


VIRTUAL = "gdal_translate -of VRT PATH image.vrt"
FILES = {
    "cloud-optimised GeoTIFF": lambda ground: a_file(ground, "COG", ".tif"),
    "GeoPackage": lambda ground: a_file(ground, "GPKG", ".gpkg"),
    "mosaic": a_mosaic,
    "archive": lambda ground: file_in_an_archive(ground, VIRTUAL),
    "archive by its address": lambda ground: file_in_an_archive(ground, "gdal://PATH"),
}
SERVICES = {
    "server's file": lambda ground: file_on_a_server(ground, FORMS["file on a server"][1]),
    "server's file by its address": lambda ground: file_on_a_server(ground, FORMS["file on a server"][0]),
    "XYZ": of_tiles,
    "XYZ with a query": lambda ground: of_tiles(ground, "%3Fkey=a%26style=b"),
    "WMTS": tile_matrices,
    "WMS": lambda ground: of_mapserver(ground, "WMS"),
    "ArcGIS map service": lambda ground: of_arcgis(ground, "ArcGIS map service", "MapServer"),
    "ArcGIS image service": lambda ground: of_arcgis(ground, "ArcGIS image service", "ImageServer"),
    "WCS": lambda ground: of_mapserver(ground, "WCS"),
}
WITHOUT_RESOLUTION = ("XYZ", "XYZ with a query", "WMTS", "WMS", "ArcGIS map service")


@contextmanager
def source(name: str, ground: Ground) -> Iterator[tuple[str, dict[str, Any]]]:
    """Provide a source: its text, and the area where it needs one."""
    values = ground.scene.whole if name in WITHOUT_RESOLUTION else {}
    if name in FILES:
        yield FILES[name](ground), values
    else:
        with SERVICES[name](ground) as text:
            yield text, values


@pytest.fixture
def ground(scene, tiles, tmp_path):
    return Ground(scene, tiles, tmp_path)


@pytest.fixture
def labels(tmp_path):
    return write_label(tmp_path)


@pytest.fixture
def project():
    """The project of this QGIS, empty before and after."""
    opened = QgsProject.instance()
    yield opened
    opened.clear()


def layer(text: str, name: str) -> QgsRasterLayer:
    """Return the layer that a text means."""
    provider, uri = ("gdal", text) if text.startswith("/") else text.split("://", 1)
    made = QgsRasterLayer(uri, name, provider)
    assert made.isValid(), text
    return made


@pytest.mark.parametrize("name", [*FILES, *SERVICES])
def test_as_text(qgis_process: QgisProcess, ground, labels, tmp_path, name):
    with source(name, ground) as (text, values):
        if text.startswith("gdal://") and Qgis.QGIS_VERSION_INT < PROVIDER_IN_TEXT:
            pytest.skip("QGIS takes such a text from 3.40 on")
        done = qgis_process.algorithm(
            IN_RASTER=text, IN_CLASS_DATA=labels, OUT_FOLDER=tmp_path / "out", **TILES, **values
        )
    check_scene(Exported(tmp_path / "out", done.results), ground.scene.pixels)


@pytest.mark.parametrize("name", [*FILES, *SERVICES])
def test_as_a_layer_of_the_project(project, ground, labels, tmp_path, name):
    with source(name, ground) as (text, values):
        project.addMapLayer(layer(text, "the image"))
        values = {"IN_RASTER": "the image", "IN_CLASS_DATA": labels, **TILES, **values}
        exported = run(tmp_path / "out", project=project, **values)
    check_scene(exported, ground.scene.pixels)


@pytest.fixture(scope="module")
def classes(tmp_path_factory):
    """A class raster on the scene's pixels."""
    pixels = np.zeros((1, 512, 768), dtype="uint8")
    pixels[0, 10:90, 20:100] = 4
    path = tmp_path_factory.mktemp("classes") / "classes.tif"
    return Scene(write_raster(path, pixels, ALIGNED, crs=MERCATOR), pixels)


def check_classes(folder: Path, pixels: np.ndarray) -> None:
    for stem, place in (("000000000", np.s_[:64, :64]), ("000000001", np.s_[:64, 64:128])):
        found = read_raster(folder / "labels" / f"{stem}.tif").ReadAsArray()
        np.testing.assert_array_equal(found, pixels[0][place])


@pytest.mark.parametrize("name", ["ArcGIS image service", "WCS"])
def test_classes_as_text(qgis_process: QgisProcess, scene, classes, ground, tmp_path, name):
    with source(name, ground._replace(scene=classes)) as (text, _):
        done = qgis_process.algorithm(
            IN_RASTER=scene.path,
            IN_CLASS_DATA=text,
            OUT_FOLDER=tmp_path / "out",
            METADATA_FORMAT="Classified_Tiles",
            **TILES,
        )
    assert (done.results["CHIP_COUNT"], done.results["CLASS_COUNT"]) == (96, 1)
    check_classes(tmp_path / "out", classes.pixels)


def test_layers_of_a_stored_project_by_their_names(qgis_process: QgisProcess, classes, ground, tmp_path):
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(MERCATOR))
    option, stored = FORMS["any of them in a project"][0].split("=")
    with source("XYZ", ground) as (text, values):
        project.addMapLayers([layer(text, "the image"), layer(str(classes.path), "the classes")])
        path = ground.filled(stored)
        assert project.write(path)
        named = {"IN_RASTER": "the image", "IN_CLASS_DATA": "the classes", "OUT_FOLDER": tmp_path / "out"}
        values = {**named, "METADATA_FORMAT": "Classified_Tiles", **TILES, **values}
        texts = (f"{key}={value}" for key, value in values.items())
        done = qgis_process("--json", "run", qgis_process.ID, f"{option}={path}", "--", *texts)
    assert (done.results["CHIP_COUNT"], done.results["CLASS_COUNT"]) == (96, 1)
    check_chips(Exported(tmp_path / "out"), ground.scene.pixels, ALIGNED)
    check_classes(tmp_path / "out", classes.pixels)
