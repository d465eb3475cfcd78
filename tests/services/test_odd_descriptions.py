"""Services whose descriptions turn odd after QGIS took the layer: chips as ever, or one sentence.

Every value that a description may hold is put into every field that is read.
ODD_DESCRIPTIONS=all tries all of them, otherwise every so manieth is tried.
"""

from __future__ import annotations

import copy
import json
import os
from functools import partial

import numpy as np
import pytest
from lxml import etree
from qgis.core import QgsRasterLayer, QgsRectangle
from servers import Reply, arcgis, mapserver, serve
from source_scenes import CORNER, RESOLUTION, make_scene
from wmts_server import wmts

from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.chipping.retry import retried
from training_data_exporter.chipping.window import Window
from training_data_exporter.imagery.area import Area
from training_data_exporter.imagery.open import open_imagery
from training_data_exporter.imagery.services import network as imagery_web

pytest_plugins = ["source_fixtures"]
pytestmark = pytest.mark.usefixtures("qgis_app")

SIDE = 64
CHIP = Window(0, 0, SIDE, SIDE)
EVERY = 1 if os.environ.get("ODD_DESCRIPTIONS") == "all" else 7

LITERALS = (
    *("null", "true", "-1", "0", "1", "0.5", "1e-300", "-1e308", "1e999", "NaN"),
    *("-Infinity", "9" * 30, "9" * 5000),
    *('""', '"text"', '"-1"', '"NaN"', '"\\ud800"', '"\\u0000"', json.dumps("long " * 20000)),
    *("[]", "[[]]", "[-1]", "[null, 7]", "[" * 60 + "]" * 60, "[" * 5000 + "]" * 5000),
    *("[" + "1," * 30000 + "1]", "{}", '{"a": 1}', '{"wkid": []}', '{"xmin": "NaN", "ymin": 0}'),
)  # fmt: skip
"""Values of every type, as JSON has them and as it does not."""

IMAGE_FIELDS = (
    "maxImageWidth maxImageHeight extent fullExtent extent.xmin extent.ymin extent.xmax extent.ymax "
    "extent.spatialReference spatialReference spatialReference.wkid spatialReference.latestWkid pixelSizeX "
    "pixelSizeY bandCount pixelType noDataValue noDataValues serviceDataType error currentVersion"
).split()
MAP_FIELDS = (
    "singleFusedMapCache tileInfo tileInfo.rows tileInfo.cols tileInfo.origin tileInfo.origin.x "
    "tileInfo.origin.y tileInfo.lods tileInfo.lods.0 tileInfo.lods.0.level tileInfo.lods.0.resolution "
    "fullExtent fullExtent.xmax fullExtent.ymin maxImageWidth spatialReference spatialReference.wkid"
).split()
LENGTHS = ("maxImageWidth", "maxImageHeight")


ELSEWHERE = "only http and https are followed"


@pytest.fixture(autouse=True)
def impatience(monkeypatch):
    """Ask again at once."""
    monkeypatch.setattr(imagery_web, "retried", partial(retried, pauses=(0.0,)))


def chip(layer, cell=None):
    """Return the pixels of a layer's upper-left chip."""
    left, top = CORNER
    extent = QgsRectangle(left, top - SIDE * RESOLUTION, left + SIDE * RESOLUTION, top)
    imagery = open_imagery(layer, SIDE, SIDE, area=Area(extent, cell))
    return imagery.read(CHIP, lambda: None).values


def sentence_or_chip(layer, site, cell=None):
    """Return what came: a chip, or None after a sentence that names the server."""
    try:
        return chip(layer, cell)
    except ExportError as error:
        said = str(error)
        assert said.isprintable()
        assert len(said) < 1000
        other = said.startswith(("CELL_SIZE: ", "EXTENT: ")) or ELSEWHERE in said  # it may even be right
        assert other or f"({site.url}" in said, said
        return None


def with_literal(about, field, literal):
    """Return a JSON document in which a field holds a literal, whether or not that is JSON."""
    about = copy.deepcopy(about)
    *path, name = field.split(".")
    inner = about
    for each in path:
        inner = inner[int(each)] if isinstance(inner, list) else inner[each]
    inner[int(name) if isinstance(inner, list) else name] = "@@@"
    return json.dumps(about).replace('"@@@"', literal).encode()


class Turning:
    """A server whose description can be replaced."""

    def __init__(self, good, is_description):
        self.good, self.is_description = good, is_description
        self.description = b""
        self.odd = None

    def __call__(self, request):
        if not self.is_description(request):
            return self.good(request)
        if self.odd is not None:
            return Reply(200, self.odd, "application/json")
        reply = self.good(request)
        self.description = reply.content
        return reply


def cases(fields):
    return [(field, literal) for field in fields for literal in LITERALS][::EVERY]


def test_an_image_service_that_turns_odd(scene):
    server = Turning(arcgis(scene.path, "ImageServer"), lambda request: request.path.endswith("/ImageServer"))
    with serve(server) as site:
        uri = f"crs='EPSG:3857' url='{site.url}/arcgis/rest/services/scene/ImageServer'"
        layer = QgsRasterLayer(uri, "service", "arcgismapserver")
        good, about = chip(layer), json.loads(server.description)
        np.testing.assert_array_equal(good, scene.pixels[:, :SIDE, :SIDE])
        for field, literal in cases(IMAGE_FIELDS):
            server.odd = with_literal(about, field, literal)
            found = sentence_or_chip(layer, site)
            if found is not None and field in (*LENGTHS, "currentVersion"):
                np.testing.assert_array_equal(found, good, f"{field}: {literal[:40]}")


@pytest.mark.parametrize("field", LENGTHS)
@pytest.mark.parametrize("literal", ["-1", "0", "[]", '"text"', "{}", "true", "0.5", "1e999", '"400"'])
def test_a_service_with_an_odd_limit_is_refused(scene, field, literal):
    server = Turning(arcgis(scene.path, "ImageServer"), lambda request: request.path.endswith("/ImageServer"))
    with serve(server) as site:
        uri = f"crs='EPSG:3857' url='{site.url}/arcgis/rest/services/scene/ImageServer'"
        layer = QgsRasterLayer(uri, "service", "arcgismapserver")
        chip(layer)
        server.odd = with_literal(json.loads(server.description), field, literal)
        with pytest.raises(
            ExportError, match=f"the service of service does not describe itself: .*{site.url}"
        ):
            chip(layer)


def tiled_map(scene, tiles):
    """Serve a cached map of ArcGIS: tiles of the scene, one level."""
    good = arcgis(scene.path, "MapServer")
    world = 20037508.342787

    def answer(request):
        if "/tile/" in request.path:
            zoom, row, column = request.path.rpartition("/tile/")[2].split("/")
            path = tiles / zoom / column / f"{row}.png"
            return Reply(200, path.read_bytes(), "image/png") if path.is_file() else Reply(404)
        reply = good(request)
        if request.path.endswith("/MapServer"):
            about = json.loads(reply.content)
            level = {"level": 12, "resolution": RESOLUTION, "scale": 1.0}
            tile_info = {
                "rows": 256,
                "cols": 256,
                "dpi": 96,
                "origin": {"x": -world, "y": world},
                "lods": [level],
            }
            about.update(singleFusedMapCache=True, tileInfo={**tile_info, "format": "PNG32"})
            return reply._replace(content=json.dumps(about).encode())
        return reply

    return answer


def test_a_cached_map_that_turns_odd(scene, tiles):
    server = Turning(tiled_map(scene, tiles), lambda request: request.path.endswith("/MapServer"))
    with serve(server) as site:
        uri = f"crs='EPSG:3857' format='PNG32' url='{site.url}/arcgis/rest/services/scene/MapServer'"
        layer = QgsRasterLayer(uri, "service", "arcgismapserver")
        good, about = chip(layer, RESOLUTION), json.loads(server.description)
        assert any("/tile/12/" in asked for asked in site.asked)
        np.testing.assert_array_equal(good, scene.pixels[:, :SIDE, :SIDE])
        for field, literal in cases(MAP_FIELDS):
            server.odd = with_literal(about, field, literal)
            sentence_or_chip(layer, site, RESOLUTION)


TEXTS = (
    "",
    "-1",
    "0",
    "1",
    "1e-300",
    "1e308",
    "inf",
    "nan",
    "9" * 5000,
    "text",
    "1 2 3",
    "²",
    "file:///etc/passwd",
)
"""What may stand where XML has a number, a name or an address."""


def variants(document):
    """Yield odd copies of an XML document: odd texts and attributes, elements left out or there twice."""
    root = etree.fromstring(document)
    elements = list(root.iter(etree.Element))
    for place, element in enumerate(elements):
        names = [name for name in (None, *element.attrib) if name or (element.text or "").strip()]
        for name, text in ((name, text) for name in names for text in TEXTS):
            odd = copy.deepcopy(root)
            target = list(odd.iter(etree.Element))[place]
            if name is None:
                target.text = text
            else:
                target.set(name, text)
            yield etree.tostring(odd)
        if element is not root:
            for times in (0, 2):
                odd = copy.deepcopy(root)
                target = list(odd.iter(etree.Element))[place]
                parent = target.getparent()
                if times:
                    parent.append(copy.deepcopy(target))
                else:
                    parent.remove(target)
                yield etree.tostring(odd)
    yield from (b"", b"<", document[: len(document) // 2], b"<a/>" * 3, b"<a>" * 1000, b"\x00\xff" * 50)
    yield b"<Capabilities>" + b"<a/>" * 300_000 + b"</Capabilities>"
    yield b"<Capabilities " + b" ".join(b"a%d='1'" % number for number in range(20000)) + b"/>"


def check_variants(server, layer, site, cell, every):
    """Hold a layer to a sentence or a chip for every so manieth odd description."""
    good = chip(layer, cell)
    found = [good]
    for odd in list(variants(server.description))[::every]:
        server.odd = odd
        found.append(sentence_or_chip(layer, site, cell))
    assert any(each is None for each in found)
    return good


def test_capabilities_of_a_wmts_that_turn_odd(scene, tiles):
    server = Turning(wmts(tiles, True), lambda request: request.path == "/wmts.xml")
    with serve(server) as site:
        uri = "crs=EPSG:3857&format=image/png&layers=scene&styles=default&tileMatrixSet=web"
        layer = QgsRasterLayer(f"{uri}&url={site.url}/wmts.xml", "wmts", "wms")
        good = check_variants(server, layer, site, RESOLUTION, EVERY)
    np.testing.assert_array_equal(good, scene.pixels[:, :SIDE, :SIDE])


def is_about(operation):
    return lambda request: request.values.get("request", "").lower() == operation


def test_capabilities_of_a_wms_that_turn_odd(scene, tmp_path):
    with mapserver(scene.path, tmp_path) as behind:
        server = Turning(remembered(behind), is_about("getcapabilities"))
        with serve(server) as site:
            uri = "crs=EPSG:3857&format=image/png&layers=scene&styles=&IgnoreGetMapUrl=1"
            uri += f"&url={site.url}/mapserv"
            layer = QgsRasterLayer(uri, "map", "wms")
            good = check_variants(server, layer, site, RESOLUTION, 4 * EVERY)
    np.testing.assert_array_equal(good, scene.pixels[:, :SIDE, :SIDE])


def test_descriptions_of_a_wcs_that_turn_odd(tmp_path):
    scene = make_scene(tmp_path, 1, "float32")
    with mapserver(scene.path, tmp_path) as behind:
        server = Turning(remembered(behind), is_about("describecoverage"))
        with serve(server) as site:
            uri = f"crs=EPSG:3857&identifier=scene&url={site.url}/mapserv&version=1.0.0&format=GTiff"
            layer = QgsRasterLayer(uri, "coverage", "wcs")
            assert layer.isValid()
            good = chip(layer)
            for odd in list(variants(server.description))[:: 4 * EVERY]:
                server.odd = odd
                sentence_or_chip(layer, site)
    np.testing.assert_array_equal(good, scene.pixels[:, :SIDE, :SIDE])


def remembered(behind):
    """Pass requests on to a server, each only once."""
    from urllib.error import HTTPError
    from urllib.request import urlopen

    known = {}

    def answer(request):
        address = f"{behind.url}{request.path}?{request.query}"
        if address not in known:
            try:
                with urlopen(address) as reply:
                    known[address] = Reply(200, reply.read(), reply.headers["Content-Type"])
            except HTTPError as error:
                known[address] = Reply(error.code, error.read())
        return known[address]

    return answer
