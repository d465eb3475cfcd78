"""What strangers can plant in names, addresses and answers comes out neither as a secret nor as markup."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from lxml import html
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QUrl
from scenes import Exported, Log, memory_layer, noise, on_map, rectangle, run, write_polygons, write_raster
from servers import Reply, files, serve
from source_scenes import TILES, ZOOM

from training_data_exporter.export.storage.journal import JOURNAL_FILE

pytest_plugins = ["source_fixtures"]
pytestmark = pytest.mark.usefixtures("qgis_app")

SECRET = "s3cr3tW0RD"
MARKUP = "<script>alert(1)</script><img src=x onerror='alert(2)'>&\"[% 1 + 1 %]"
SIZES = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 16)
NAMED = f"{MARKUP} https://me:{SECRET}@a.org/?token={SECRET}&api_key={SECRET}"


class EveryWord(Log):
    """A log that keeps every text, by whichever way it comes."""

    def pushDebugInfo(self, info: str) -> None:
        self.infos.append(info)

    pushCommandInfo = pushConsoleInfo = setProgressText = pushDebugInfo  # noqa: N815 - as QGIS names them

    @property
    def text(self) -> str:
        return "\n".join([*self.infos, *self.warnings, *self.errors])


def failure(folder: Path, **values: Any) -> str:
    """Run what must fail, and return all that was said."""
    log = EveryWord()
    with pytest.raises(QgsProcessingException) as error:
        run(folder, log, **values)
    text = f"{error.value}\n{log.text}"
    assert "Traceback" not in text
    return text


def everything(folder: Path) -> str:
    """All bytes of all files in a folder, read as Latin-1, and their names."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return "\n".join(f"{path}\n{path.read_bytes().decode('latin-1')}" for path in paths)


def labels(**fields: str) -> QgsVectorLayer:
    shapes = [((2, 2, 12, 10), fields), ((20, 4, 24, 30), fields)]
    return memory_layer([(on_map(rectangle(*box)), its) for box, its in shapes], dict.fromkeys(fields, str))


BAD_SOURCES = (
    f"https://me:{SECRET}@nowhere.invalid/a.tif",
    f"/vsicurl/https://nowhere.invalid/a.tif?X-Amz-Signature={SECRET}",
    f"/vsicurl/https://nowhere.invalid/a.tif?sv=1&se={SECRET}&sp={SECRET}&sig={SECRET}",
    f"wms://layers=a&styles&format=image/png&crs=EPSG:3857&url=https://nowhere.invalid/?access_token%3D{SECRET}",
    f"postgres://dbname='d' host=127.0.0.1 port=1 user='me' password='{SECRET}' table=\"t\" (geom)",
    f"postgres://dbname='d' host=127.0.0.1 port=1 authcfg={SECRET} table=\"t\" (geom)",
)


@pytest.mark.parametrize("source", BAD_SOURCES)
@pytest.mark.parametrize("parameter", ["IN_RASTER", "IN_CLASS_DATA"])
def test_a_source_that_cannot_be_opened_keeps_its_secrets(tmp_path, parameter, source):
    good = {"IN_RASTER": write_raster(tmp_path / "in.tif", noise(3, 32, 32)), "IN_CLASS_DATA": labels()}
    text = failure(tmp_path / "set", **{**good, parameter: source})
    assert parameter in text
    assert SECRET not in text
    assert "…" in text


def test_an_index_that_cannot_be_created_keeps_its_secrets(tmp_path):
    raster = write_raster(tmp_path / "in.tif", noise(3, 32, 32))
    index = f"postgres://dbname='d' host=127.0.0.1 port=1 user='me' password='{SECRET}' table=\"t\" (geom)"
    text = failure(tmp_path / "set", IN_RASTER=raster, IN_CLASS_DATA=labels(), CHIP_INDEX=index)
    assert "CHIP_INDEX: the layer cannot be created; " in text
    assert SECRET not in text


def tiles_layer(site) -> QgsRasterLayer:
    address = quote(f"?token={SECRET}&key={SECRET}", safe="")
    uri = f"type=xyz&url={site.url}/{{z}}/{{x}}/{{y}}.png{address}&zmin=0&zmax={ZOOM}"
    layer = QgsRasterLayer(uri, NAMED, "wms")
    assert layer.isValid()
    return layer


def test_what_a_server_says_comes_out_without_its_key(tmp_path, scene, tiles):
    words = f"<html><body>Forbidden: {SECRET} is no valid token (?key={SECRET}) &lt;script&gt;</body></html>"

    def answer(request):
        return Reply(403, words.encode(), "text/html")

    with serve(answer) as site:
        values = {"IN_RASTER": tiles_layer(site), "IN_CLASS_DATA": memory_layer([], crs="EPSG:3857")}
        text = failure(tmp_path / "set", **values, **TILES, **scene.whole)
        assert any(SECRET in asked for asked in site.asked)  # it was sent where it belongs
    assert "Forbidden: … is no valid token" in text
    assert SECRET not in text


def test_a_finished_export_from_a_server_holds_no_key(tmp_path, scene, tiles):
    good = files(tiles)

    def answer(request):
        return Reply(404) if request.path.endswith("/2012/1508.png") else good(request)

    log = EveryWord()
    (tmp_path / "out").mkdir()
    with serve(answer) as site:
        values = {"IN_RASTER": tiles_layer(site), "IN_CLASS_DATA": memory_layer([], crs="EPSG:3857")}
        values["IN_CLASS_DATA"].setName(NAMED)
        looks = {"REPORT": tmp_path / "out" / "report.html", "CHIP_INDEX": tmp_path / "out" / "index.csv"}
        run(tmp_path / "out" / "set", log, **values, **TILES, **scene.whole, **looks)
        assert any(SECRET in asked for asked in site.asked)
    assert "/2012/1508.png?token=…" in log.text  # the tile that was not there
    assert SECRET not in log.text + everything(tmp_path / "out")


def test_the_journal_of_an_interrupted_run_holds_no_key(tmp_path, scene, tiles):
    good = files(tiles)

    def answer(request):
        return Reply(404) if request.path.endswith("/2011/1507.png") else good(request)

    log = EveryWord(cancel_at=40.0)
    with serve(answer) as site:
        values = {"IN_RASTER": tiles_layer(site), "IN_CLASS_DATA": memory_layer([], crs="EPSG:3857")}
        run(tmp_path / "set", log, **values, **TILES, **scene.whole)
    assert (tmp_path / "set" / JOURNAL_FILE).stat().st_size > 100
    assert SECRET not in log.text + everything(tmp_path / "set")


@pytest.fixture
def named(tmp_path) -> dict[str, Any]:
    """Inputs whose every name is hostile: layers, field, classes."""
    field = "kind <b> token=" + SECRET
    classes = labels(**{field: NAMED})
    classes.setName(NAMED)
    raster = QgsRasterLayer(
        str(write_raster(tmp_path / "in.tif", noise(3, 32, 32), names=[NAMED] * 3)), NAMED, "gdal"
    )
    return {"IN_RASTER": raster, "IN_CLASS_DATA": classes, "CLASS_VALUE_FIELD": field, **SIZES}


FORMATS = ("KITTI_rectangles", "PASCAL_VOC_rectangles", "RCNN_Masks", "Classified_Tiles")


@pytest.mark.parametrize("metadata_format", FORMATS)
def test_names_are_texts_in_log_and_report(tmp_path, named, metadata_format):
    report, index = tmp_path / "report.html", tmp_path / "index.gpkg"
    feedback = QgsProcessingFeedback(False)
    if metadata_format == "RCNN_Masks":  # its folders are called as its classes, in letters that folders take
        named["IN_CLASS_DATA"] = labels(kind=MARKUP)
        named["IN_CLASS_DATA"].setName(NAMED)
        named["CLASS_VALUE_FIELD"] = "kind"
    folder = tmp_path / "a <img onerror=x> & 'b' \"c\""
    looks = {"REPORT": str(report), "CHIP_INDEX": str(index)}
    run(folder, feedback, **named, **looks, METADATA_FORMAT=metadata_format)
    text = report.read_text("utf-8")
    assert SECRET not in text + feedback.textLog() + feedback.htmlLog()
    assert "https://…@a.org/?token=…&amp;api_key=…" in text
    assert "token=…" in feedback.textLog() or metadata_format == "RCNN_Masks"
    for page in (text, feedback.htmlLog()):
        root = html.fromstring(page)
        assert not root.xpath("//script | //iframe | //link | //*[@onerror or @onload or @onclick]")
        assert not [image for image in root.xpath("//img/@src") if not image.startswith("data:image/png")]
        assert "<script>alert(1)</script>" in root.text_content() or page != text
    assert str(folder) in html.fromstring(text).text_content()


def shown_tips(index: str) -> list[tuple[dict[str, Any], str]]:
    """Attributes and map tip of each chip, as QGIS makes it of the template."""
    from training_data_exporter.algorithms.chip_index.style import map_tip

    layer = QgsVectorLayer(index, "index", "ogr")
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    found = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        tip = QgsExpression.replaceExpressionText(map_tip(), context)
        found.append((feature.attributeMap(), tip))
    return found


def test_a_map_tip_shows_names_as_they_are_and_the_chip(tmp_path, named):
    folder = tmp_path / "a <img onerror=x> & 'b' \"c\" #d ?e 100%25"
    index = str(tmp_path / "index.gpkg")
    exported: Exported = run(folder, **named, CHIP_INDEX=index)
    tips = shown_tips(index)
    assert len(tips) == 4
    for chip, tip in tips:
        root = html.fragment_fromstring(tip, create_parent="div")
        assert [each.tag for each in root.iterdescendants()] == ["b", "br", "img"]
        (image,) = root.iterfind("img")
        assert set(image.keys()) == {"src", "width"}
        assert Path(QUrl(image.get("src")).toLocalFile()) == exported.image(chip["stem"])
        assert root.find("b").text == chip["stem"]
        assert root.find("b").tail.strip() == f": {chip['classes']}".strip()
        assert SECRET not in tip
    assert MARKUP in tips[0][0]["classes"]  # the name as it is, in the table


def test_dataset_files_hold_names_but_no_source(tmp_path, named):
    # a class's name is what people wrote into their labels: it stays as it is where a model reads it
    exported = run(tmp_path / "set", **named)
    assert [each["Name"] for each in exported.model()["Classes"]] == [NAMED]
    named["IN_CLASS_DATA"] = labels()
    named["CLASS_VALUE_FIELD"] = ""
    named["IN_RASTER"] = QgsRasterLayer(
        str(write_raster(tmp_path / "b.tif", noise(3, 32, 32))), NAMED, "gdal"
    )
    run(tmp_path / "plain", **named)
    kept = [path for path in (tmp_path / "plain").rglob("*") if path.suffix not in (".tif", ".tfw")]
    assert not [path for path in kept if path.is_file() and SECRET in path.read_text("latin-1")]


def test_a_password_of_a_label_file_s_source_stays_out(tmp_path):
    package = write_polygons(tmp_path / "labels.gpkg", [(on_map(rectangle(2, 2, 9, 9)), {})])
    source = f"{package}|layername=labels|subset=fid > 0 OR 'password={SECRET}' = ''"
    layer = QgsVectorLayer(source, f"labels password='{SECRET}'", "ogr")
    assert layer.isValid()
    raster = write_raster(tmp_path / "in.tif", noise(3, 32, 32))
    log = EveryWord()
    (tmp_path / "out").mkdir()
    looks = {"REPORT": tmp_path / "out" / "report.html", "CHIP_INDEX": tmp_path / "out" / "index.geojson"}
    run(tmp_path / "out" / "set", log, IN_RASTER=raster, IN_CLASS_DATA=layer, **SIZES, **looks)
    assert SECRET not in log.text + everything(tmp_path / "out")
