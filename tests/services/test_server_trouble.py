"""Servers that fail: the right chips in the end, or one sentence in bounded time; never an empty chip."""

from __future__ import annotations

import threading
import time

import pytest
from label_scenes import Errors, refusal
from osgeo import gdal
from qgis.core import QgsNetworkAccessManager, QgsRasterLayer
from scenes import SQUARES_OF_2, UTM, Log, memory_layer, noise, write_raster
from servers import (
    Reply,
    Trouble,
    arcgis,
    broken,
    files,
    half,
    half_image,
    mapserver,
    serve,
    silent,
)
from source_scenes import ALIGNED, MERCATOR, RESOLUTION, ZOOM, check_chips, export

pytest_plugins = ["source_fixtures"]
pytestmark = pytest.mark.usefixtures("qgis_app")

SILENCE = 1500  # milliseconds after which QGIS gives up on a server in these tests
BOUND = 25.0  # seconds within which the sentence must come, on a busy machine


@pytest.fixture(autouse=True)
def impatience():
    """Let QGIS give up on a silent server soon, and not wait long between attempts."""
    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(SILENCE)
    yield
    QgsNetworkAccessManager.setTimeout(before)


def xyz(site):
    uri = f"type=xyz&url={site.url}/{{z}}/{{x}}/{{y}}.png&zmin=0&zmax={ZOOM}"
    return QgsRasterLayer(uri, "tiles", "wms")


def image_service(site):
    uri = f"crs='EPSG:3857' url='{site.url}/arcgis/rest/services/scene/ImageServer'"
    return QgsRasterLayer(uri, "service", "arcgismapserver")


def whole(scene):
    return {"EXTENT": scene.extent(0, 0, 768, 512), "CELL_SIZE": RESOLUTION}


def failure(folder, layer, crs=MERCATOR, **values):
    """Run what must fail, and return the sentence and how long it took."""
    started = time.monotonic()
    sentence = refusal(folder, layer, memory_layer([], crs=crs), tile=64, **values)
    return sentence, time.monotonic() - started


@pytest.mark.parametrize("reply", [broken, half, half_image])
def test_tiles_that_fail_every_third_time_come_in_the_end(tmp_path, scene, tiles, reply):
    with serve(Trouble(files(tiles), 3, reply)) as site:
        exported = export(tmp_path / "out", xyz(site), **whole(scene))
        assert len(site.asked) > 6
    check_chips(exported, scene.pixels, ALIGNED)


@pytest.mark.parametrize("reply", [broken, half, half_image])
def test_windows_that_fail_every_third_time_come_in_the_end(tmp_path, scene, reply):
    with serve(Trouble(arcgis(scene.path, "ImageServer"), 3, reply, spared=2)) as site:
        exported = export(tmp_path / "out", image_service(site))
    check_chips(exported, scene.pixels, ALIGNED)


def test_a_server_that_falls_silent_now_and_then(tmp_path, scene, tiles):
    with serve(Trouble(files(tiles), 4, silent)) as site:
        exported = export(tmp_path / "out", xyz(site), **whole(scene))
    check_chips(exported, scene.pixels, ALIGNED)


def test_a_dead_server_ends_the_run_with_its_words(tmp_path, scene, tiles):
    with serve(files(tiles)) as site:
        layer = xyz(site)
    sentence, seconds = failure(tmp_path / "out", layer, **whole(scene))
    assert seconds < BOUND
    assert sentence.startswith("IN_RASTER: tiles cannot be read at columns ")
    assert f"Connection refused ({site.url}/{ZOOM}/" in sentence
    assert not list((tmp_path / "out").glob("**/*.tif"))
    assert not (tmp_path / "out" / "map.txt").exists()


def test_a_failing_server_ends_the_run_with_its_words(tmp_path, scene, tiles):
    with serve(Trouble(files(tiles), 1, broken)) as site:
        sentence, seconds = failure(tmp_path / "out", xyz(site), **whole(scene))
    assert seconds < BOUND
    assert "Internal Server Error: The disk is on fire" in sentence


def test_a_silent_server_ends_the_run(tmp_path, scene, tiles):
    with serve(Trouble(files(tiles), 1, silent)) as site:
        sentence, seconds = failure(tmp_path / "out", xyz(site), **whole(scene))
    assert seconds < BOUND
    assert "no answer within 1.5 seconds" in sentence


def test_half_an_image_is_no_image(tmp_path, scene, tiles):
    with serve(Trouble(files(tiles), 1, half_image)) as site:
        sentence, seconds = failure(tmp_path / "out", xyz(site), **whole(scene))
    assert seconds < BOUND
    assert "the server sent only a part of the image" in sentence


def test_the_window_named_is_the_one_that_failed(tmp_path, scene, tiles):
    good = files(tiles)

    def answer(request):
        return broken(good(request)) if request.path.endswith("/2012/1508.png") else good(request)

    with serve(answer) as site:
        values = {**whole(scene), "EXTENT": scene.extent(100, 50, 700, 500)}
        sentence, _ = failure(tmp_path / "out", xyz(site), **values)
    assert "at columns 156 to 412, rows 206 to 462: " in sentence


@pytest.mark.parametrize("status", [404, 204])
def test_holes_of_a_pyramid_are_no_trouble(tmp_path, scene, tiles, status):
    good = files(tiles)

    def answer(request):
        return Reply(status) if request.path.endswith("/2012/1508.png") else good(request)

    with serve(answer) as site:
        exported = export(tmp_path / "out", xyz(site), **whole(scene))
        assert len(site.asked) == 6
    pixels, mask = scene.pixels.copy(), scene.pixels.any(axis=0)
    pixels[:, 256:, 256:512] = 0
    mask[256:, 256:512] = False
    check_chips(exported, pixels, ALIGNED, mask=mask)
    assert any("taken as empty: 1 (" in info for info in exported.log.infos)


@pytest.mark.parametrize("status", [401, 403, 429])
def test_a_server_that_refuses_is_no_hole(tmp_path, scene, tiles, status):
    with serve(lambda request: Reply(status, b"go away")) as site:
        sentence, seconds = failure(tmp_path / "out", xyz(site), **whole(scene))
        asked = len(site.asked)
    assert seconds < BOUND
    assert "go away" in sentence
    assert asked <= (6 if status != 429 else 24)


def test_a_window_that_is_not_found_is_no_hole(tmp_path, scene):
    good = arcgis(scene.path, "ImageServer")

    def answer(request):
        return Reply(404, b"gone") if "exportImage" in request.path else good(request)

    with serve(answer) as site:
        sentence, _ = failure(tmp_path / "out", image_service(site))
    assert "gone" in sentence


def test_the_exception_of_a_wms_is_told(tmp_path, scene):
    with mapserver(scene.path, tmp_path) as site:
        uri = f"crs=EPSG:3857&format=image/png&layers=scene&styles=&url={site.url}/mapserv"
        layer = QgsRasterLayer(uri, "map", "wms")
        mapfile = tmp_path / "scene.map"
        mapfile.write_text(mapfile.read_text().replace(str(scene.path), "/nowhere/scene.tif"))
        sentence, seconds = failure(tmp_path / "out", layer, **whole(scene))
    assert seconds < BOUND
    assert "nowhere" in sentence


def test_the_error_of_an_arcgis_service_is_told(tmp_path, scene):
    good = arcgis(scene.path, "ImageServer")
    words = b'{"error": {"code": 500, "message": "Unable to complete operation.", "details": ["Bad raster"]}}'

    def answer(request):
        return Reply(200, words, "application/json") if "exportImage" in request.path else good(request)

    with serve(answer) as site:
        sentence, _ = failure(tmp_path / "out", image_service(site))
    assert "Unable to complete operation. Bad raster" in sentence


def cog(folder):
    plain = write_raster(folder / "plain.tif", pixels := noise(1, 900, 900))
    path = folder / "web" / "cog.tif"
    path.parent.mkdir()
    options = ["BLOCKSIZE=256", "OVERVIEWS=NONE", "COMPRESS=NONE"]
    gdal.Translate(str(path), str(plain), format="COG", creationOptions=options).FlushCache()
    return path, pixels


def test_a_file_over_http_that_fails_every_third_time(tmp_path):
    path, pixels = cog(tmp_path)
    with serve(Trouble(files(path.parent), 3, broken, spared=6)) as site:
        layer = QgsRasterLayer(f"/vsicurl/{site.url}/cog.tif?a", "cog", "gdal")
        exported = export(tmp_path / "out", layer, crs=UTM, tile=256)
    check_chips(exported, pixels, SQUARES_OF_2, tile=256)


@pytest.mark.parametrize("reply", [broken, silent])
def test_a_file_over_http_that_stays_away(tmp_path, reply):
    path, _ = cog(tmp_path)
    good = files(path.parent)
    away = threading.Event()

    def answer(request):
        return reply(good(request)) if away.is_set() else good(request)

    with serve(answer) as site:
        layer = QgsRasterLayer(f"/vsicurl/{site.url}/cog.tif?{reply.__name__}", "cog", "gdal")
        assert layer.isValid()
        away.set()
        sentence, seconds = failure(tmp_path / "out", layer, crs=UTM)
    assert seconds < BOUND
    assert sentence.startswith("IN_RASTER: cog cannot be read at columns ")
    assert not list((tmp_path / "out").glob("**/*.tif"))


class Impatient(Log):
    """A person who presses Cancel after some seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        threading.Timer(seconds, self.cancel).start()


@pytest.mark.parametrize("source", ["tiles", "file"])
def test_cancel_is_heard_while_a_server_is_silent(tmp_path, scene, tiles, source):
    QgsNetworkAccessManager.setTimeout(20000)
    path, _ = cog(tmp_path)
    silence = Trouble(files(tiles if source == "tiles" else path.parent), 1, silent, spared=1000)
    with serve(silence) as site:
        if source == "tiles":
            layer, values = xyz(site), whole(scene)
        else:
            layer, values = QgsRasterLayer(f"/vsicurl/{site.url}/cog.tif?cancel", "cog", "gdal"), {}
        silence.spared = 0
        started = time.monotonic()
        export(tmp_path / "out", layer, log=Impatient(1.0), **values)
        assert time.monotonic() - started < 1.0 + 1.0 + 1.5  # a second to press, one to hear, and the rest
    assert not (tmp_path / "out" / "map.txt").exists()


def test_cancel_is_heard_between_attempts(tmp_path, scene, tiles):
    with serve(Trouble(files(tiles), 1, broken)) as site:
        started = time.monotonic()
        export(tmp_path / "out", xyz(site), log=Impatient(0.7), **whole(scene))
        assert time.monotonic() - started < 0.7 + 1.0 + 1.5


@pytest.mark.parametrize("cached", [False, True])
def test_a_service_that_does_not_describe_itself(tmp_path, scene, cached):
    good = arcgis(scene.path, "ImageServer")
    away = threading.Event()

    def answer(request):
        headers = {} if cached else {"Cache-Control": "no-store"}
        return broken(good(request)) if away.is_set() else good(request)._replace(headers=headers)

    with serve(answer) as site:
        layer = image_service(site)
        away.set()
        sentence, seconds = failure(tmp_path / "out", layer)
    assert seconds < BOUND
    assert sentence.startswith("IN_RASTER: the service of service does not describe itself: ")
    assert cached or "The disk is on fire" in sentence
    assert not (tmp_path / "out").exists()


def test_a_worker_thread_reads_like_the_main_thread(tmp_path, scene, tiles):
    """QGIS itself runs the algorithm in a worker, where waiting for a password needs the main thread."""
    from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext
    from qgis.PyQt.QtCore import QCoreApplication
    from scenes import ALGORITHM

    log, context, results = Errors(), QgsProcessingContext(), []
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    with serve(Trouble(files(tiles), 3, broken)) as site:
        values = {
            "IN_RASTER": xyz(site),
            "IN_CLASS_DATA": memory_layer([], crs=MERCATOR),
            "OUT_FOLDER": str(tmp_path / "out"),
            **whole(scene),
        }
        task = QgsProcessingAlgRunnerTask(algorithm, values, context, log)
        task.executed.connect(lambda fine, outputs: results.append((fine, outputs)))
        QgsApplication.taskManager().addTask(task)
        end = time.monotonic() + BOUND
        while not results and time.monotonic() < end:
            QCoreApplication.processEvents()
            time.sleep(0.01)
    assert results, "it never ended"
    fine, outputs = results[0]
    assert fine, log.errors
    assert outputs["CHIP_COUNT"] == 15


def test_what_is_no_image_is_called_so(tmp_path, scene):
    with serve(lambda request: Reply(200, b"\x00\xff" * 40)) as site:
        sentence, _ = failure(tmp_path / "out", xyz(site), **whole(scene))
    assert "the server sent something that is no whole image" in sentence
