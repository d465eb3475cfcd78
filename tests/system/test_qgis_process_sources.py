"""Sources through qgis_process that need more than their text, or that fail."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from scenes import Exported
from servers import Trouble, broken, files, serve
from source_scenes import TILES, ZOOM, check_scene, write_label

if TYPE_CHECKING:
    from programs import QgisProcess

pytest_plugins = ["programs", "source_fixtures"]
pytestmark = pytest.mark.usefixtures("qgis_app")

BOUND = 60.0  # seconds for a run that must fail, on a busy machine


@pytest.fixture
def export(qgis_process: QgisProcess, tmp_path):
    """Run qgis_process on a raster given as text."""
    labels = write_label(tmp_path)

    def run(raster, **values):
        values = {"IN_RASTER": raster, "IN_CLASS_DATA": labels, **TILES, **values}
        return qgis_process.algorithm(OUT_FOLDER=tmp_path / "out", **values)

    return run


TMS = """<GDAL_WMS>
  <Service name="TMS"><ServerUrl>{url}/${{z}}/${{x}}/${{y}}.png</ServerUrl></Service>
  <DataWindow><UpperLeftX>-20037508.342789244</UpperLeftX><UpperLeftY>20037508.342789244</UpperLeftY>
    <LowerRightX>20037508.342789244</LowerRightX><LowerRightY>-20037508.342789244</LowerRightY>
    <TileLevel>{zoom}</TileLevel><TileCountX>1</TileCountX><TileCountY>1</TileCountY>
    <YOrigin>top</YOrigin></DataWindow>
  <Projection>EPSG:3857</Projection><BlockSizeX>256</BlockSizeX><BlockSizeY>256</BlockSizeY>
  <BandsCount>3</BandsCount><Timeout>10</Timeout>
</GDAL_WMS>"""


def test_tiles_described_for_gdal(export, tmp_path, scene, tiles):
    with serve(files(tiles)) as site:
        described = tmp_path / "tiles.xml"
        described.write_text(TMS.format(url=site.url, zoom=ZOOM))
        run = export(described, EXTENT=scene.extent(0, 0, 768, 512))
    check_scene(Exported(tmp_path / "out", run.results), scene.pixels)


def test_a_missing_cell_size_is_told(export, tmp_path, tiles):
    with serve(files(tiles)) as site:
        run = export(f"wms://type=xyz&url={site.url}/{{z}}/{{x}}/{{y}}.png&zmin=0&zmax={ZOOM}")
    assert (run.code, run.out) == (1, "")
    assert any(each.startswith("CELL_SIZE and EXTENT: ") for each in run.sentences)
    assert not (tmp_path / "out").exists()


def test_a_server_that_fails_every_third_time(export, tmp_path, scene, tiles):
    with serve(Trouble(files(tiles), 3, broken)) as site:
        text = f"wms://type=xyz&url={site.url}/{{z}}/{{x}}/{{y}}.png&zmin=0&zmax={ZOOM}"
        run = export(text, **scene.whole)
    check_scene(Exported(tmp_path / "out", run.results), scene.pixels)


def test_a_server_that_stays_dead(export, tmp_path, scene, tiles):
    with serve(files(tiles)) as site:
        text = f"wms://type=xyz&url={site.url}/{{z}}/{{x}}/{{y}}.png&zmin=0&zmax={ZOOM}"
    started = time.monotonic()
    run = export(text, **scene.whole)
    assert time.monotonic() - started < BOUND
    assert (run.code, run.out) == (1, "")
    (sentence,) = (each for each in run.sentences if each.startswith("IN_RASTER: "))
    assert sentence.startswith("IN_RASTER: type=xyz&url=http://127.0.0.1:")
    assert " cannot be read at columns " in sentence
    assert f": Connection refused ({site.url}/{ZOOM}/" in sentence
    assert not list((tmp_path / "out").glob("**/*.tif"))
    assert not (tmp_path / "out" / "map.txt").exists()
