"""Layers of web services: chips from real servers on loopback against the source's pixels."""

from __future__ import annotations

import json
import subprocess
from contextlib import contextmanager
from urllib.request import urlopen

import numpy as np
import pytest
from label_scenes import refusal
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from scenes import limit, memory_layer, noise, read_raster, write_raster
from servers import QGIS_SERVER, arcgis, files, free_port, mapserver, serve, wait_for
from source_scenes import (
    ALIGNED,
    COLUMNS,
    CORNER,
    MERCATOR,
    RESOLUTION,
    ROWS,
    TILE_PLACE,
    WORLD,
    ZOOM,
    check_chips,
    export,
    make_scene,
)
from wmts_server import wmts

pytest_plugins = ["source_fixtures"]
pytestmark = pytest.mark.usefixtures("qgis_app")


def xyz(site, name="{z}/{x}/{y}.png", **more):
    parts = {"type": "xyz", "url": f"{site.url}/{name}", "zmin": 0, "zmax": ZOOM, **more}
    layer = QgsRasterLayer("&".join(f"{key}={value}" for key, value in parts.items()), "tiles", "wms")
    assert layer.isValid()
    return layer


def part(scene, left, top, right, bottom):
    """Return parameters for a part of a scene, its pixels and its geotransform."""
    values = {"EXTENT": scene.extent(left, top, right, bottom), "CELL_SIZE": RESOLUTION}
    return values, scene.pixels[:, top:bottom, left:right], moved(left, top)


def moved(columns, rows):
    return (
        CORNER[0] + columns * RESOLUTION,
        RESOLUTION,
        0.0,
        CORNER[1] - rows * RESOLUTION,
        0.0,
        -RESOLUTION,
    )


def test_tiles_are_cut_pixel_by_pixel(tmp_path, scene, tiles):
    values, pixels, transform = part(scene, 100, 30, 617, 470)
    with serve(files(tiles)) as site:
        exported = export(tmp_path / "out", xyz(site), **values)
        check_chips(exported, pixels, transform, mask=np.ones(pixels.shape[1:], dtype=bool))
        assert len([path for path in site.asked if path.startswith(f"/{ZOOM}/")]) == 6


def test_overlapping_chips_ask_for_each_tile_once(tmp_path, scene, tiles, monkeypatch):
    limit(monkeypatch, remote_batch_bytes=600 * 64 * 3)
    values, _, _ = part(scene, 0, 0, COLUMNS, ROWS)
    with serve(files(tiles)) as site:
        export(tmp_path / "out", xyz(site), **values, STRIDE_X=32, STRIDE_Y=32)
        asked = [path for path in site.asked if path.startswith(f"/{ZOOM}/")]
        assert len(asked) == len(set(asked)) == 6


def test_a_rounded_cell_size_means_the_zoom(tmp_path, scene, tiles):
    values, pixels, transform = part(scene, 100, 30, 300, 200)
    with serve(files(tiles)) as site:
        exported = export(tmp_path / "out", xyz(site), **{**values, "CELL_SIZE": round(RESOLUTION, 2)})
    check_chips(exported, pixels, transform)


def test_a_coarser_cell_size_takes_the_nearest_pixels_of_the_next_finer_zoom(tmp_path, scene, tiles):
    cell = RESOLUTION * 1.5
    values = {"EXTENT": scene.extent(0, 0, COLUMNS, ROWS), "CELL_SIZE": cell}
    with serve(files(tiles)) as site:
        exported = export(tmp_path / "out", xyz(site), **values)
    left, _, _, top, _, _ = exported.transform("000000000")
    assert -cell < left - CORNER[0] <= 1e-6
    start_x, start_y = round((left - CORNER[0]) / RESOLUTION, 6), round((CORNER[1] - top) / RESOLUTION, 6)
    chip = read_raster(exported.image("000000000")).ReadAsArray()
    rows = np.floor(start_y + (np.arange(64) + 0.5) * 1.5).astype(int)
    columns = np.floor(start_x + (np.arange(64) + 0.5) * 1.5).astype(int)
    inside = np.ix_(range(3), *(np.flatnonzero(each >= 0) for each in (rows, columns)))
    expected = scene.pixels[:, np.clip(rows, 0, None)][:, :, np.clip(columns, 0, None)]
    np.testing.assert_array_equal(chip[inside], expected[inside])


def test_tiles_numbered_from_below(tmp_path, scene, tiles):
    values, pixels, transform = part(scene, 300, 100, 500, 300)
    turned = files(tiles)

    def answer(request):
        zoom, column, row = request.path.strip("/").removesuffix(".png").split("/")
        return turned(request._replace(path=f"/{zoom}/{column}/{2 ** int(zoom) - 1 - int(row)}.png"))

    with serve(answer) as site:
        exported = export(tmp_path / "out", xyz(site, "{z}/{x}/{-y}.png"), **values)
    check_chips(exported, pixels, transform)


def test_tiles_of_another_size_than_the_layer_says_are_refused(tmp_path, scene, tiles):
    with serve(files(tiles)) as site:
        layer = xyz(site, tilePixelRatio=2)
        values = {"EXTENT": scene.extent(0, 0, 200, 100), "CELL_SIZE": RESOLUTION / 2}
        sentence = refusal(tmp_path / "out", layer, memory_layer([], crs=MERCATOR), **values)
    assert "the server sent 256 x 256 pixels instead of 512 x 512" in sentence


def test_tiles_without_cell_size_or_extent_are_refused_with_a_proposal(tmp_path, scene, tiles):
    world = "-20037508,20037508,-20037508,20037508 [EPSG:3857]"
    with serve(files(tiles)) as site:
        layer, labels = xyz(site), memory_layer([], crs=MERCATOR)
        both = refusal(tmp_path / "out", layer, labels)
        no_cell = refusal(tmp_path / "out", layer, labels, EXTENT=scene.extent(0, 0, 9, 9))
        no_extent = refusal(tmp_path / "out", layer, labels, CELL_SIZE=RESOLUTION)
    assert both.startswith("CELL_SIZE and EXTENT: tiles has no resolution and no end of its own; ")
    assert "for example 38.2185141426 (the finest)" in both
    assert no_cell.startswith("CELL_SIZE: tiles has no resolution of its own; ")
    assert "for example 38.2185141426" in no_cell
    assert no_extent == f"EXTENT: tiles has no end of its own; give the area to export, a part of {world}."
    assert not (tmp_path / "out").exists()


def test_the_proposed_values_work(tmp_path, scene, tiles):
    with serve(files(tiles)) as site:
        values = {"CELL_SIZE": 38.2185141426, "EXTENT": scene.extent(0, 0, 128, 128)}
        exported = export(tmp_path / "out", xyz(site), **values)
    check_chips(exported, scene.pixels[:, :128, :128], ALIGNED)


def test_transparent_pixels_and_absent_tiles_are_masked_out(tmp_path, scene, tiles):
    left, top, right, bottom = -100, -80, 200, 300
    values = {"EXTENT": scene.extent(left, top, right, bottom), "CELL_SIZE": RESOLUTION}
    pixels = np.zeros((3, bottom - top, right - left), dtype="uint8")
    pixels[:, -top:, -left:] = scene.pixels[:, :bottom, :right]
    mask = pixels.any(axis=0)
    with serve(files(tiles)) as site:
        exported = export(tmp_path / "out", xyz(site), **values)
    check_chips(exported, pixels, moved(left, top), mask=mask)
    assert [each["Num"] for each in exported.accumulated()["BandStatsState"]] == [int(mask.sum())] * 3
    (told,) = (info for info in exported.log.infos if info.startswith("Tiles that the server does not have"))
    assert f"taken as empty: 4 (the first is {site.url}/{ZOOM}/{TILE_PLACE[0] - 1}/" in told


def test_a_folder_of_tiles_needs_no_server(tmp_path, scene, tiles):
    values, pixels, transform = part(scene, 100, 30, 400, 300)
    uri = f"type=xyz&url=file://{tiles}/{{z}}/{{x}}/{{y}}.png&zmin=0&zmax={ZOOM}"
    exported = export(tmp_path / "out", QgsRasterLayer(uri, "tiles", "wms"), **values)
    check_chips(exported, pixels, transform)


def test_tiles_in_a_file(tmp_path, scene):
    packed = tmp_path / "scene.mbtiles"
    gdal.Translate(str(packed), str(scene.path), format="MBTiles").FlushCache()
    layer = QgsRasterLayer(f"type=mbtiles&url=file://{packed}", "packed", "wms")
    if not layer.isValid():
        pytest.skip("this QGIS opens no MBTiles as tiles")
    extent = scene.extent(0, 0, 200, 100)
    exported = export(tmp_path / "out", layer, EXTENT=extent)
    chip = read_raster(exported.image("000000000")).ReadAsArray()
    np.testing.assert_array_equal(chip[:3], scene.pixels[:, :64, :64])


@pytest.mark.parametrize("rest", [True, False])
def test_wmts_by_path_and_by_query(tmp_path, scene, tiles, rest):
    with serve(wmts(tiles, rest)) as site:
        uri = "crs=EPSG:3857&format=image/png&layers=scene&styles=default&tileMatrixSet=web"
        layer = QgsRasterLayer(f"{uri}&url={site.url}/wmts.xml", "wmts", "wms")
        assert layer.isValid()
        exported = export(tmp_path / "whole", layer, CELL_SIZE=RESOLUTION)
        check_chips(exported, scene.pixels, ALIGNED)
        values, pixels, transform = part(scene, 100, 30, 400, 300)
        check_chips(export(tmp_path / "part", layer, **values), pixels, transform)
        sentence = refusal(tmp_path / "none", layer, memory_layer([], crs=MERCATOR))
    assert sentence.startswith(
        "CELL_SIZE: wmts has no resolution of its own; give one in map units, for example 38.2"
    )


def wms(site, path="mapserv", version="", **more):
    parts = {"crs": MERCATOR, "format": "image/png", "layers": "scene", "styles": "", **more}
    url = f"{site.url}/{path}" + (f"?VERSION={version}" if version else "")
    parts["url"] = url.replace("?", "%3F").replace("=", "%3D")
    return QgsRasterLayer("&".join(f"{key}={value}" for key, value in parts.items()), "map", "wms")


@pytest.mark.parametrize("version", ["1.1.1", "1.3.0"])
def test_wms_of_mapserver(tmp_path, scene, version):
    values, pixels, transform = part(scene, 100, 30, 617, 470)
    with mapserver(scene.path, tmp_path) as site:
        layer = wms(site, version=version)
        assert layer.isValid()
        exported = export(tmp_path / "out", layer, **values)
        assert f"VERSION={version}" in site.asked[-1]
    check_chips(exported, pixels, transform, mask=np.ones(pixels.shape[1:], dtype=bool))


def test_a_request_is_cut_at_the_limit_without_seams(tmp_path, scene):
    values, pixels, transform = part(scene, 100, 30, 617, 470)
    with mapserver(scene.path, tmp_path) as site:
        layer = wms(site, maxWidth=200, maxHeight=150)
        exported = export(tmp_path / "out", layer, **values)
        maps = [path for path in site.asked if "GetMap" in path]
    assert len(maps) == 3 * 3
    check_chips(exported, pixels, transform)


def test_where_a_wms_draws_nothing_pixels_are_masked_out(tmp_path, scene):
    left, top, right, bottom = -100, -80, 200, 300
    values = {"EXTENT": scene.extent(left, top, right, bottom), "CELL_SIZE": RESOLUTION}
    pixels = np.zeros((3, bottom - top, right - left), dtype="uint8")
    pixels[:, -top:, -left:] = scene.pixels[:, :bottom, :right]
    with mapserver(scene.path, tmp_path) as site:
        exported = export(tmp_path / "out", wms(site), **values)
    check_chips(exported, pixels, moved(left, top), mask=pixels.any(axis=0))


def test_wms_in_degrees_names_its_axes_in_the_order_of_the_version(tmp_path):
    pixels = np.maximum(noise(3, 128, 192), 1)
    cell = 1 / 1024
    transform = (8.0, cell, 0.0, 47.0, 0.0, -cell)
    source = write_raster(tmp_path / "in.tif", pixels, transform, crs="EPSG:4326")
    with mapserver(source, tmp_path) as site:
        mapfile = tmp_path / "scene.map"
        mapfile.write_text(mapfile.read_text().replace("epsg:3857", "epsg:4326"))
        for version in ("1.1.1", "1.3.0"):
            layer = wms(site, version=version, crs="EPSG:4326")
            extent = f"8,{8 + 192 * cell!r},{47 - 128 * cell!r},47 [EPSG:4326]"
            exported = export(tmp_path / version, layer, crs="EPSG:4326", EXTENT=extent, CELL_SIZE=cell)
            check_chips(exported, pixels, transform)
            first = "BBOX=46.875" if version == "1.3.0" else "BBOX=8,46.875"
            assert first in site.asked[-1]


def test_wms_without_cell_size_proposes_one(tmp_path, scene):
    with mapserver(scene.path, tmp_path) as site:
        sentence = refusal(tmp_path / "out", wms(site), memory_layer([], crs=MERCATOR))
    assert sentence.startswith(
        "CELL_SIZE: map has no resolution of its own; give one in map units, for example 7.1"
    )


def wcs(site, **more):
    parts = {"crs": MERCATOR, "identifier": "scene", "url": f"{site.url}/mapserv", **more}
    return QgsRasterLayer("&".join(f"{key}={value}" for key, value in parts.items()), "coverage", "wcs")


@pytest.mark.parametrize(("bands", "dtype"), [(3, "uint8"), (5, "int16"), (1, "float32")])
def test_wcs_of_mapserver_gives_values(tmp_path, bands, dtype):
    own = make_scene(tmp_path, bands, dtype)
    with mapserver(own.path, tmp_path) as site:
        layer = wcs(site)
        assert layer.isValid()
        exported = export(tmp_path / "out", layer)
    check_chips(exported, own.pixels, ALIGNED)


def test_wcs_is_cut_by_extent_and_request_size(tmp_path, scene, monkeypatch):
    from training_data_exporter.imagery.services import open as imagery_services

    monkeypatch.setattr(imagery_services, "LARGEST", 200)
    values, pixels, transform = part(scene, 100, 30, 617, 470)
    with mapserver(scene.path, tmp_path) as site:
        exported = export(tmp_path / "out", wcs(site), EXTENT=values["EXTENT"])
        own = [path for path in site.asked if "GetCoverage" in path and "INTERPOLATION" not in path]
    assert len([path for path in own if "WIDTH=200" in path]) == 6
    check_chips(exported, pixels, transform)


def test_a_class_raster_from_wcs(tmp_path):
    classes = np.zeros((1, ROWS, COLUMNS), dtype="uint8")
    classes[0, 10:90, 20:100] = 4
    classes[0, 200:300, 400:500] = 9
    source = write_raster(tmp_path / "classes.tif", classes, ALIGNED, crs=MERCATOR)
    image = make_scene(tmp_path)
    with mapserver(source, tmp_path) as site:
        exported = export(
            tmp_path / "out",
            image.path,
            IN_CLASS_DATA=wcs(site),
            METADATA_FORMAT="Classified_Tiles",
            tile=512,
        )
    found = read_raster(exported.path / "labels" / "000000000.tif").ReadAsArray()
    np.testing.assert_array_equal(found, classes[0, :, :512])


def service(site, name):
    uri = f"crs='EPSG:3857' url='{site.url}/arcgis/rest/services/scene/{name}'"
    uri += " layer='0' format='PNG32'" if name == "MapServer" else ""
    layer = QgsRasterLayer(uri, "service", "arcgismapserver")
    assert layer.isValid()
    return layer


@pytest.mark.parametrize(
    ("bands", "dtype", "nodata"), [(3, "uint8", None), (4, "uint16", 7), (1, "float32", None)]
)
def test_an_image_service_gives_values_in_its_own_resolution(tmp_path, bands, dtype, nodata):
    own = make_scene(tmp_path, bands, dtype, nodata=nodata)
    with serve(arcgis(own.path, "ImageServer")) as site:
        exported = export(tmp_path / "out", service(site, "ImageServer"))
        images = [path for path in site.asked if "exportImage" in path]
    assert len(images) == 2 * 2
    check_chips(exported, own.pixels, ALIGNED, fill=nodata or 0)
    assert read_raster(exported.image("000000000")).GetRasterBand(1).GetNoDataValue() == nodata


def test_a_map_service_gives_pictures(tmp_path, scene):
    values, pixels, transform = part(scene, 100, 30, 617, 470)
    with serve(arcgis(scene.path, "MapServer")) as site:
        layer = service(site, "MapServer")
        exported = export(tmp_path / "out", layer, **values)
        assert "layers=show:0" in site.asked[-1]
        sentence = refusal(tmp_path / "none", layer, memory_layer([], crs=MERCATOR))
    check_chips(exported, pixels, transform)
    assert sentence.startswith("CELL_SIZE: service has no resolution of its own")


def test_a_map_service_is_transparent_beyond_its_raster(tmp_path, scene):
    left, top, right, bottom = -100, -80, 200, 300
    values = {"EXTENT": scene.extent(left, top, right, bottom), "CELL_SIZE": RESOLUTION}
    pixels = np.zeros((3, bottom - top, right - left), dtype="uint8")
    pixels[:, -top:, -left:] = scene.pixels[:, :bottom, :right]
    with serve(arcgis(scene.path, "MapServer")) as site:
        exported = export(tmp_path / "out", service(site, "MapServer"), **values)
    check_chips(exported, pixels, moved(left, top), mask=pixels.any(axis=0))


def test_a_cached_map_service_gives_its_tiles(tmp_path, scene, tiles):
    plain, live = files(tiles), arcgis(scene.path, "MapServer")
    lods = [
        {"level": zoom, "resolution": RESOLUTION * 2 ** (ZOOM - zoom), "scale": 1.0}
        for zoom in (ZOOM - 1, ZOOM)
    ]
    info = {
        "rows": 256,
        "cols": 256,
        "dpi": 96,
        "format": "PNG32",
        "origin": {"x": -WORLD, "y": WORLD},
        "lods": lods,
    }
    info["spatialReference"] = {"wkid": 102100, "latestWkid": 3857}

    def answer(request):
        if "/tile/" in request.path:
            zoom, row, column = request.path.partition("/tile/")[2].split("/")
            return plain(request._replace(path=f"/{zoom}/{column}/{row}.png"))
        reply = live(request)
        if request.path.endswith("/MapServer"):
            about = {**json.loads(reply.content), "singleFusedMapCache": True, "tileInfo": info}
            return reply._replace(content=json.dumps(about).encode())
        return reply

    with serve(answer) as site:
        uri = f"crs='EPSG:3857' url='{site.url}/arcgis/rest/services/scene/MapServer' layer='' format='PNG32'"
        layer = QgsRasterLayer(uri, "service", "arcgismapserver")
        assert layer.isValid()
        exported = export(tmp_path / "out", layer, CELL_SIZE=RESOLUTION)
        assert not any("/export?" in path for path in site.asked)
    check_chips(exported, scene.pixels, ALIGNED)


def test_a_class_raster_from_an_image_service(tmp_path, scene):
    classes = np.zeros((1, ROWS, COLUMNS), dtype="uint16")
    classes[0, 10:90, 20:100] = 4
    classes[0, 200:300, 400:500] = 900
    source = write_raster(tmp_path / "classes.tif", classes, ALIGNED, crs=MERCATOR)
    with serve(arcgis(source, "ImageServer")) as site:
        exported = export(
            tmp_path / "out",
            scene.path,
            IN_CLASS_DATA=service(site, "ImageServer"),
            METADATA_FORMAT="Classified_Tiles",
            tile=512,
        )
    found = read_raster(exported.path / "labels" / "000000000.tif").ReadAsArray()
    np.testing.assert_array_equal(found, classes[0, :, :512])


def test_pictures_are_no_class_data(tmp_path, scene, tiles):
    with serve(files(tiles)) as site:
        sentence = refusal(tmp_path / "out", scene.path, xyz(site))
    assert sentence.startswith("IN_CLASS_DATA: tiles has no resolution of its own, or draws pictures")


@contextmanager
def qgis_server(source, folder):
    """Run QGIS Server over a raster: WMS, WMTS and WCS of a layer called scene."""
    if QGIS_SERVER is None:
        pytest.skip("QGIS Server is not installed (Debian: qgis-server-bin)")
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(MERCATOR))
    layer = QgsRasterLayer(str(source), "scene", "gdal")
    project.addMapLayer(layer)
    project.writeEntry("WMTSLayers", "Layer", [layer.id()])
    project.writeEntry("WMTSPngLayers", "Layer", [layer.id()])
    project.writeEntry("WCSLayers", "/", [layer.id()])
    project.write(str(folder / "scene.qgs"))
    port = free_port()
    command = [QGIS_SERVER, "-p", str(folder / "scene.qgs"), f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        try:
            wait_for(f"http://127.0.0.1:{port}/?SERVICE=WMS&REQUEST=GetCapabilities")
            yield f"http://127.0.0.1:{port}/"
        finally:
            program.kill()


def test_wms_of_qgis_server(tmp_path, scene):
    values, pixels, transform = part(scene, 100, 30, 617, 470)
    with qgis_server(scene.path, tmp_path) as url:
        uri = f"crs={MERCATOR}&url={url}&format=image/png&layers=scene&styles=default"
        layer = QgsRasterLayer(uri, "map", "wms")
        assert layer.isValid()
        check_chips(export(tmp_path / "out", layer, **values), pixels, transform)


def test_wmts_of_qgis_server_gives_its_tiles(tmp_path, scene):
    column, row = TILE_PLACE[0] + 1, TILE_PLACE[1]
    tile = f"TILEMATRIXSET=EPSG:3857&TILEMATRIX={ZOOM}&TILECOL={column}&TILEROW={row}&FORMAT=image/png"
    values, _, transform = part(scene, 256, 0, 512, 256)
    with qgis_server(scene.path, tmp_path) as url:
        capabilities = f"{url}?SERVICE=WMTS&REQUEST=GetCapabilities".replace("&", "%26")
        uri = f"crs={MERCATOR}&format=image/png&layers=scene&styles=default&tileMatrixSet={MERCATOR}"
        layer = QgsRasterLayer(f"{uri}&url={capabilities}", "tiles", "wms")
        assert layer.isValid()
        exported = export(tmp_path / "out", layer, tile=256, **values)
        with urlopen(f"{url}?SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&LAYER=scene&{tile}") as answer:
            (tmp_path / "tile.png").write_bytes(answer.read())
    check_chips(exported, read_raster(tmp_path / "tile.png").ReadAsArray()[:3], transform, 256, slack=0.001)
