"""Small servers on the loopback interface: files, tiles, MapServer, a stand-in for ArcGIS, and trouble.

Each is a thread of the test's process that lives as long as its ``with`` block.
"""

from __future__ import annotations

import http.server
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from osgeo import gdal

MAPSERV = shutil.which("mapserv") or "/usr/lib/cgi-bin/mapserv"
QGIS_SERVER = shutil.which("qgis_mapserver")
START = 20  # seconds that a program may take to start


class Reply(NamedTuple):
    """What a server sends."""

    status: int
    content: bytes = b""
    kind: str = "application/octet-stream"
    headers: Mapping[str, str] = MappingProxyType({})
    seconds: float = 0.0
    cut: bool = False
    endless: bool = False


class Request(NamedTuple):
    """What a server is asked."""

    path: str
    query: str
    headers: Any
    number: int

    @property
    def values(self) -> dict[str, str]:
        """The query's values, names in lower case."""
        return {name.lower(): texts[0] for name, texts in parse_qs(self.query).items()}


Handler = Callable[[Request], Reply]


@dataclass
class Site:
    """A running server.

    Attributes:
        url: its address, without slash at the end.
        asked: paths and queries of all requests so far.
    """

    url: str
    asked: list[str] = field(default_factory=list)


@contextmanager
def serve(handler: Handler) -> Iterator[Site]:
    """Run a server."""

    class Answering(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # one packet for head and body, or the other side waits for its delayed ACK

        def log_message(self, *arguments: object) -> None:
            """Keep quiet."""

        def do_GET(self) -> None:
            site.asked.append(self.path)
            parts = urlsplit(self.path)
            reply = handler(Request(parts.path, parts.query, self.headers, len(site.asked)))
            if reply.seconds:
                over.wait(reply.seconds)
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            if not reply.endless:
                self.send_header("Content-Length", str(len(reply.content)))
            for name, text in reply.headers.items():
                self.send_header(name, text)
            self.end_headers()
            while reply.endless and not over.is_set():  # until the other side has had enough
                self.wfile.write(reply.content)
            if self.command == "GET" and not reply.endless:
                whole = len(reply.content)
                self.wfile.write(reply.content[: whole // 2] if reply.cut else reply.content)
            self.close_connection = self.close_connection or reply.cut or reply.endless
            self.wfile.flush()

        do_HEAD = do_GET  # noqa: N815 - as http.server names it

        def handle(self) -> None:
            connections.append(self.connection)
            with suppress(ConnectionError):
                super().handle()

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    over = threading.Event()
    connections: list[socket.socket] = []
    site = Site(f"http://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield site
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        for connection in connections:  # kept open, they would answer for the next server of this port
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


_KINDS = {".png": "image/png", ".xml": "text/xml", ".json": "application/json"}


def files(folder: Path) -> Handler:
    """Serve the files of a folder, or the parts of them that are asked for."""

    def answer(request: Request) -> Reply:
        path = folder / request.path.lstrip("/")
        if not path.is_file():
            return Reply(404, b"no such file")
        content, kind = path.read_bytes(), _KINDS.get(path.suffix, "application/octet-stream")
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", request.headers.get("Range", ""))
        if not asked:
            return Reply(200, content, kind, {"Accept-Ranges": "bytes"})
        start, end = int(asked[1]), min(int(asked[2] or len(content)), len(content) - 1)
        span = {"Content-Range": f"bytes {start}-{end}/{len(content)}", "Accept-Ranges": "bytes"}
        return Reply(206, content[start : end + 1], kind, span)

    return answer


def make_tiles(source: Path, folder: Path, zoom: int) -> Path:
    """Make XYZ tiles of a raster whose pixels are those of a zoom, with gdal2tiles."""
    command = [sys.executable, "-m", "osgeo_utils.gdal2tiles", "--xyz", "--zoom", str(zoom), "--quiet"]
    command += ["--resampling", "near", "--webviewer", "none", str(source), str(folder)]
    subprocess.run(command, check=True, timeout=60, capture_output=True)
    return folder


def arcgis(source: Path, name: str) -> Handler:
    """Speak as ArcGIS REST services do, as far as their documentation says what a client asks.

    Args:
        source: the raster behind them, in EPSG:3857.
        name: ImageServer or MapServer.
    """
    dataset = gdal.Open(str(source))
    left, cell, _, top, _, _ = dataset.GetGeoTransform()
    extent = {
        "xmin": left,
        "ymin": top - cell * dataset.RasterYSize,
        "xmax": left + cell * dataset.RasterXSize,
        "ymax": top,
        "spatialReference": {"wkid": 102100, "latestWkid": 3857},
    }
    lock = threading.Lock()

    def answer(request: Request) -> Reply:
        if request.path == f"/arcgis/rest/services/scene/{name}":
            return Reply(200, json.dumps(_about(dataset, name, extent, cell)).encode(), "application/json")
        if request.path == "/arcgis/rest/services/scene/MapServer/0":
            layer = {"id": 0, "name": "scene", "type": "Raster Layer", "extent": extent}
            return Reply(200, json.dumps(layer).encode(), "application/json")
        if request.path.endswith(("/exportImage", "/export")):
            with lock:
                return _export(dataset, request.values)
        return Reply(404, b"no such operation")

    return answer


def _about(dataset: gdal.Dataset, name: str, extent: dict[str, Any], cell: float) -> dict[str, Any]:
    about = {
        "currentVersion": 10.91,
        "description": "",
        "extent": extent,
        "initialExtent": extent,
        "fullExtent": extent,
        "spatialReference": extent["spatialReference"],
        "maxImageHeight": 300,
        "maxImageWidth": 400,
    }
    if name == "MapServer":
        layer = {
            "id": 0,
            "name": "scene",
            "parentLayerId": -1,
            "defaultVisibility": True,
            "subLayerIds": None,
        }
        formats = {"supportedImageFormatTypes": "PNG32,PNG24,PNG,JPG", "capabilities": "Map,Query,Data"}
        return {**about, **formats, "mapName": "scene", "layers": [layer], "tables": []}
    types = {gdal.GDT_Byte: "U8", gdal.GDT_UInt16: "U16", gdal.GDT_Float32: "F32"}
    band = dataset.GetRasterBand(1)
    return {
        **about,
        "name": "scene",
        "pixelSizeX": cell,
        "pixelSizeY": cell,
        "bandCount": dataset.RasterCount,
        "pixelType": types[band.DataType],
        "noDataValue": band.GetNoDataValue(),
        "serviceDataType": "esriImageServiceDataTypeGeneric",
        "capabilities": "Image,Metadata",
    }


def _export(dataset: gdal.Dataset, values: dict[str, str]) -> Reply:
    left, bottom, right, top = (float(each) for each in values["bbox"].split(","))
    width, height = (int(each) for each in values["size"].split(","))
    if width > 400 or height > 300:
        words = {"error": {"code": 400, "message": "The requested image exceeds the size limit."}}
        return Reply(200, json.dumps(words).encode(), "application/json")
    tiff = values["format"] == "tiff"
    picture = {} if tiff else {"dstAlpha": True, "dstNodata": None}
    warped = gdal.Warp(
        "",
        dataset,
        format="MEM",
        outputBounds=(left, bottom, right, top),
        width=width,
        height=height,
        resampleAlg="near",
        **picture,
    )
    path = f"/vsimem/{threading.get_ident()}.img"
    gdal.Translate(path, warped, format="GTiff" if tiff else "PNG")
    content = read_memory(path)
    return Reply(200, content, "image/tiff" if tiff else "image/png")


def read_memory(path: str) -> bytes:
    """Return a file of GDAL's memory file system and remove it."""
    file = gdal.VSIFOpenL(path, "rb")
    gdal.VSIFSeekL(file, 0, os.SEEK_END)
    size = gdal.VSIFTellL(file)
    gdal.VSIFSeekL(file, 0, os.SEEK_SET)
    content = bytes(gdal.VSIFReadL(1, size, file))
    gdal.VSIFCloseL(file)
    gdal.Unlink(path)
    return content


_MAP = """
MAP
  NAME scene
  SIZE 100 100
  MAXSIZE 2048
  EXTENT {extent}
  PROJECTION "init=epsg:3857" END
  OUTPUTFORMAT NAME "GTiff" DRIVER "GDAL/GTiff" MIMETYPE "image/tiff" IMAGEMODE {mode} EXTENSION "tif" END
  OUTPUTFORMAT NAME "png" DRIVER "AGG/PNG" MIMETYPE "image/png" IMAGEMODE RGBA EXTENSION "png" END
  WEB METADATA
    "ows_title" "scene" "ows_srs" "EPSG:3857 EPSG:4326" "ows_enable_request" "*"
    "ows_onlineresource" "{url}/mapserv?"
  END END
  LAYER
    NAME scene
    TYPE RASTER
    STATUS ON
    DATA "{source}"
    PROCESSING "RESAMPLE=NEAREST"
    PROJECTION "init=epsg:3857" END
    METADATA
      "ows_title" "scene" "wcs_label" "scene" "wcs_rangeset_name" "bands" "wcs_rangeset_label" "bands"
      "wcs_formats" "GTiff" "wcs_bandcount" "{bands}"
    END
  END
END
"""
_MODES = {gdal.GDT_Byte: "BYTE", gdal.GDT_Float32: "FLOAT32", gdal.GDT_Int16: "INT16"}


@contextmanager
def mapserver(source: Path, folder: Path) -> Iterator[Site]:
    """Run MapServer over a raster: WMS and WCS of a layer called scene."""
    if not Path(MAPSERV).exists():
        pytest.skip("MapServer is not installed (Debian: cgi-mapserver)")
    config, mapfile = folder / "mapserver.conf", folder / "scene.map"
    config.write_text('CONFIG ENV MS_MAP_PATTERN "." END END')
    environment = {**os.environ, "MAPSERVER_CONFIG_FILE": str(config), "REQUEST_METHOD": "GET"}

    def answer(request: Request) -> Reply:
        done = subprocess.run(
            [MAPSERV],
            env={**environment, "QUERY_STRING": f"map={mapfile}&{request.query}"},
            capture_output=True,
            timeout=START,
            check=False,
        )
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        kind = re.search(rb"(?i)content-type: *([^\r\n]+)", head)
        return Reply(200, content, kind[1].decode() if kind else "text/plain")

    with serve(answer) as site:
        dataset = gdal.Open(str(source))
        left, cell, _, top, _, _ = dataset.GetGeoTransform()
        sides = (left, top - cell * dataset.RasterYSize, left + cell * dataset.RasterXSize, top)
        text = _MAP.format(
            extent=" ".join(repr(side) for side in sides),
            mode=_MODES[dataset.GetRasterBand(1).DataType],
            url=site.url,
            source=source,
            bands=dataset.RasterCount,
        )
        mapfile.write_text(text)
        yield site


@dataclass
class Trouble:
    """A server that fails at times.

    Attributes:
        handler: answers when it does not.
        every: each so manieth request fails.
        reply: what it then says.
        spared: requests before the first that may fail.
    """

    handler: Handler
    every: int
    reply: Callable[[Reply], Reply]
    spared: int = 0

    def __call__(self, request: Request) -> Reply:
        """Answer, or fail."""
        late = request.number - self.spared
        if late > 0 and late % self.every == 0:
            return self.reply(self.handler(request))
        return self.handler(request)


def broken(whole: Reply) -> Reply:
    """Say that the server failed."""
    return Reply(500, b"<html><body><h1>The disk is on fire</h1></body></html>", "text/html")


def half(whole: Reply) -> Reply:
    """Break the connection in the middle."""
    return whole._replace(cut=True)


def half_image(whole: Reply) -> Reply:
    """Send half an image as if it were all."""
    return whole._replace(content=whole.content[: len(whole.content) // 2])


def silent(whole: Reply) -> Reply:
    """Say nothing for a long time."""
    return whole._replace(seconds=30.0)


def free_port() -> int:
    """Return a port on which nothing listens."""
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
        return int(server.server_address[1])


def wait_for(url: str) -> None:
    """Wait until a program answers."""
    from urllib.request import urlopen

    end = time.monotonic() + START
    while True:
        try:
            with urlopen(url, timeout=START):
                return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
