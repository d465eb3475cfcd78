"""Servers that mean harm: one sentence, few requests, little memory, and no local file is read for them."""

from __future__ import annotations

import os
import struct
import zlib
from functools import partial
from pathlib import Path

import pytest
from label_scenes import Errors
from qgis.core import QgsNetworkAccessManager, QgsProcessingException, QgsRasterLayer
from servers import Reply, arcgis, files, serve
from source_scenes import RESOLUTION, ZOOM, export
from wmts_server import wmts

from training_data_exporter.chipping.retry import retried
from training_data_exporter.imagery.services import network as imagery_web

pytest_plugins = ["source_fixtures"]
pytestmark = pytest.mark.usefixtures("qgis_app")

SECRET = "the-words-of-a-local-file"
MEMORY = 100 << 20  # bytes more than with a good server
MOST_REQUESTS = 6  # of an attempt: one, and five redirects
TILES = 6  # that the scene has


@pytest.fixture(autouse=True)
def impatience(monkeypatch):
    """Let QGIS give up on a silent server soon, and ask again at once."""
    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(2000)
    monkeypatch.setattr(imagery_web, "retried", partial(retried, pauses=(0.0, 0.0)))
    yield
    QgsNetworkAccessManager.setTimeout(before)


def xyz(url):
    return QgsRasterLayer(f"type=xyz&url={url}/{{z}}/{{x}}/{{y}}.png&zmin=0&zmax={ZOOM}", "tiles", "wms")


def image_service(site):
    uri = f"crs='EPSG:3857' url='{site.url}/arcgis/rest/services/scene/ImageServer'"
    return QgsRasterLayer(uri, "service", "arcgismapserver")


def words_of(folder, layer, **values):
    """Run what must fail, make sure that it ends in a sentence, and return all that was said."""
    log = Errors()
    with pytest.raises(QgsProcessingException) as failure:
        export(folder, layer, log=log, **values)
    said = "\n".join([*log.infos, *log.warnings, *log.errors, str(failure.value)])
    assert "Traceback" not in said
    assert "IN_RASTER: " in said
    assert not list(folder.glob("**/*.tif"))
    return said


class Peak:
    """The most memory that the process has held since this was made."""

    def __init__(self) -> None:
        self._before = self._of("VmRSS")
        Path("/proc/self/clear_refs").write_text("5")

    def _of(self, name: str) -> int:
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:")) << 10

    @property
    def growth(self) -> int:
        """Bytes."""
        return self._of("VmHWM") - self._before


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def huge_png(width: int, height: int) -> bytes:
    """Return a small PNG that holds very many black pixels."""
    packer = zlib.compressobj(1)
    row = bytes(1 + 3 * width)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def tiff(entries: dict[int, tuple[int, int]]) -> bytes:
    """Return a TIFF of one strip or tile of no bytes, with these tags (kind and value)."""
    body = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, (kind, value) in entries.items())
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(entries)) + body + bytes(4)


def tiff_with_huge_blocks() -> bytes:
    """Return a TIFF of 256 x 256 pixels that lie in one block of 4 GB."""
    return tiff({
        256: (4, 256), 257: (4, 256), 258: (3, 8), 259: (3, 8), 262: (3, 1), 277: (3, 1),
        322: (4, 65536), 323: (4, 65536), 324: (4, 200), 325: (4, 10),
    })  # fmt: skip


def bomb() -> bytes:
    """Return 400 MB of nothing, packed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(1 << 24)
    return b"".join(packer.compress(block) for _ in range(24)) + packer.flush()


@pytest.fixture(scope="module")
def bombs():
    """Answers that unpack to very much."""
    packed = {"Content-Encoding": "gzip"}
    return {
        "packed": (Reply(200, bomb(), "image/png", packed), "more than the 4.6 MB"),
        "endless": (Reply(200, bytes(1 << 20), "image/png", endless=True), "more than the 4.6 MB"),
        "endless error": (Reply(500, b"burning " * 9999, "text/plain", endless=True), "more than the 4.6 MB"),
        "huge picture": (Reply(200, huge_png(12000, 12000), "image/png"), "12000 x 12000 pixels instead of"),
        "huge blocks": (Reply(200, tiff_with_huge_blocks(), "image/tiff"), "blocks much larger than itself"),
    }


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="peaks of memory are told by Linux")
@pytest.mark.parametrize("name", ["packed", "endless", "endless error", "huge picture", "huge blocks"])
def test_an_answer_takes_no_more_memory_than_a_good_one(tmp_path, scene, tiles, bombs, name):
    reply, words = bombs[name]
    with serve(files(tiles)) as site:
        export(tmp_path / "good", xyz(site.url), **scene.whole)
    with serve(lambda request: reply) as site:
        peak = Peak()
        said = words_of(tmp_path / "out", xyz(f"{site.url}"), **scene.whole)
        assert peak.growth < MEMORY
        assert len(site.asked) <= TILES
        assert words in said
        assert f"({site.url}/" in said


@pytest.mark.parametrize("length", [1, 5, 6, 0])
def test_redirects_are_followed_five_times(tmp_path, scene, tiles, length):
    good, counts = files(tiles), {}

    def answer(request):
        counts[request.path] = counts.get(request.path, 0) + 1
        if length and counts[request.path] > length:
            return good(request)
        return Reply(302, headers={"Location": request.path})

    with serve(answer) as site:
        if length in (1, 5):
            export(tmp_path / "out", xyz(site.url), **scene.whole)
            assert set(counts.values()) == {length + 1}
            return
        said = words_of(tmp_path / "out", xyz(site.url), **scene.whole)
    assert "the server redirects more than 5 times" in said
    assert max(counts.values()) <= MOST_REQUESTS


def test_headers_and_passwords_stay_with_their_server(tmp_path, scene, tiles):
    good, seen = files(tiles), []

    def other(request):
        seen.append(request.headers.get("Referer"))
        return good(request)

    with serve(other) as away:
        elsewhere = away.url.replace("127.0.0.1", "localhost")

        def answer(request):
            seen.append(request.headers.get("Referer"))
            return Reply(307, headers={"Location": elsewhere + request.path})

        with serve(answer) as site:
            uri = f"type=xyz&url={site.url}/{{z}}/{{x}}/{{y}}.png&zmin=0&zmax={ZOOM}"
            layer = QgsRasterLayer(f"{uri}&referer=mine&http-header:referer=mine", "tiles", "wms")
            export(tmp_path / "out", layer, **scene.whole)
    assert (seen.count("mine"), seen.count(None)) == (TILES, TILES)


def fifo(folder):
    path = folder / "pipe"
    os.mkfifo(path)
    return path


def secret_file(folder):
    path = folder / "secret.txt"
    path.write_text(SECRET)
    return path


@pytest.mark.parametrize("scheme", ["file", "ftp", "data", "qrc", "FILE", "gopher", "pipe"])
@pytest.mark.parametrize("at", ["tile", "description"])
def test_a_redirect_leads_to_no_local_file(tmp_path, scene, tiles, scheme, at):
    target = {
        "data": f"data:text/plain,{SECRET}",
        "ftp": "ftp://127.0.0.1/secret.txt",
        "gopher": "gopher://127.0.0.1/",
        "qrc": "qrc:/images/themes/default/algorithms/mAlgorithmBuffer.svg",
        "pipe": f"file://{fifo(tmp_path)}",
    }.get(scheme, f"{scheme}://{secret_file(tmp_path)}")
    astray = Reply(302, b"", headers={"Location": target})
    good, away = arcgis(scene.path, "ImageServer"), []
    with serve(lambda request: astray if away or at == "tile" else good(request)) as site:
        layer = xyz(site.url) if at == "tile" else image_service(site)
        assert layer.isValid()
        away.append(True)
        said = words_of(tmp_path / "out", layer, **scene.whole)
    shown = target.partition(":")[0].lower()
    assert f"the server redirects to {shown}: and only http and https are followed ({site.url}" in said
    assert SECRET not in said


@pytest.mark.parametrize("status", [200, 500])
@pytest.mark.parametrize("kind", ["entity", "external DTD", "include", "page", "many"])
def test_an_error_document_reads_no_local_file(tmp_path, scene, status, kind):
    path = secret_file(tmp_path)
    outer = tmp_path / "outer.dtd"
    outer.write_text(f"<!ENTITY words '{SECRET}'>")
    lots = "".join(f"<!ENTITY e{n + 1} '{f'&e{n};' * 10}'>" for n in range(9))
    document = {
        "entity": f'<!DOCTYPE a [<!ENTITY words SYSTEM "file://{path}">]><a>burning &words;</a>',
        "external DTD": f'<!DOCTYPE a SYSTEM "file://{outer}"><a>burning &words;</a>',
        "include": '<a xmlns:xi="http://www.w3.org/2001/XInclude">burning <xi:include parse="text" '
        f'href="file://{path}"/></a>',
        "page": f'<!DOCTYPE html [<!ENTITY words SYSTEM "file://{path}">]><html>burning &words;</html>',
        "many": f"<!DOCTYPE a [<!ENTITY e0 '{'x' * 99}'>{lots}]><a>burning &e9;</a>",
    }[kind]
    with serve(lambda request: Reply(status, document.encode(), "text/xml")) as site:
        said = words_of(tmp_path / "out", xyz(site.url), **scene.whole)
    assert SECRET not in said
    assert "burning" in said
    assert len(said) < 3000


def test_capabilities_with_entities_are_refused(tmp_path, scene, tiles):
    good, away = wmts(tiles, True), []
    path = secret_file(tmp_path)
    kind = f'<!DOCTYPE Capabilities [<!ENTITY words SYSTEM "file://{path}">]>'.encode()

    def answer(request):
        reply = good(request)
        if not away or request.path != "/wmts.xml":
            return reply
        content = reply.content.replace(b'<?xml version="1.0"?>', b'<?xml version="1.0"?>' + kind)
        return reply._replace(content=content.replace(b"/{TileMatrixSet}/", b"/&words;/"))

    with serve(answer) as site:
        layer = wmts_layer(site)
        away.append(True)
        said = words_of(tmp_path / "out", layer, CELL_SIZE=RESOLUTION)
        assert not any(SECRET in asked for asked in site.asked)
    assert SECRET not in said
    assert "does not describe itself: " in said


def wmts_layer(site):
    uri = "crs=EPSG:3857&format=image/png&layers=scene&styles=default&tileMatrixSet=web"
    layer = QgsRasterLayer(f"{uri}&url={site.url}/wmts.xml", "wmts", "wms")
    assert layer.isValid()
    return layer


@pytest.mark.parametrize("rest", [True, False])
def test_capabilities_lead_to_no_local_file(tmp_path, scene, tiles, rest):
    good = wmts(tiles, rest)

    def answer(request):
        reply = good(request)
        astray = reply.content.replace(
            f"http://{request.headers['Host']}".encode(), f"file://{tiles}".encode()
        )
        return reply._replace(content=astray)

    with serve(answer) as site:
        said = words_of(tmp_path / "out", wmts_layer(site), CELL_SIZE=RESOLUTION)
    assert "the address begins with file: and only http and https are followed" in said


def test_a_pipe_in_a_folder_of_tiles_is_no_tile(tmp_path, scene):
    url = f"file://{fifo(tmp_path)}?"
    said = words_of(tmp_path / "out", xyz(url), **scene.whole)
    assert "that is no regular file" in said


@pytest.mark.parametrize(
    "text",
    ['{"a":' * 100_000, "[" * 1_000_000, '{"error":' + "[" * 1_000_000],
    ids=["objects", "lists", "error"],
)
@pytest.mark.parametrize("at", ["tile", "description"])
def test_deep_json_is_a_sentence(tmp_path, scene, text, at):
    good, away = arcgis(scene.path, "ImageServer"), []
    reply = Reply(200, text.encode(), "application/json")
    with serve(lambda request: reply if away or at == "tile" else good(request)) as site:
        layer = xyz(site.url) if at == "tile" else image_service(site)
        away.append(True)
        said = words_of(tmp_path / "out", layer, **scene.whole)
    assert f"({site.url}/" in said


def test_a_query_and_a_password_are_not_told(tmp_path, scene):
    with serve(lambda request: Reply(403, f"no {request.path}?token=hidden".encode(), "text/plain")) as site:
        url = site.url.replace("http://", "http://me:hidden@")
        uri = f"type=xyz&url={url}/{{z}}/{{x}}/{{y}}.png%3Ftoken%3Dhidden&zmin=0&zmax={ZOOM}"
        said = words_of(tmp_path / "out", QgsRasterLayer(uri, "tiles", "wms"), **scene.whole)
    assert f"({site.url}/{ZOOM}/" in said
    assert "hidden" not in said.replace("?token=hidden", "", 1)
