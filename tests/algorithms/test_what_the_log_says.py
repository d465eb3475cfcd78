"""The log says what is so, in one line for one thing, and what to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from label_scenes import export, layer_in_pixels, refusal
from qgis.core import QgsProcessingContext, QgsRasterLayer, QgsVectorLayer
from scenes import ALGORITHM, Log, limit, memory_layer, noise, on_map, rectangle, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

TILE = 16
CLASSES = {"CLASS_VALUE_FIELD": "kind"}
SQUARE = (rectangle(2, 2, 9, 9), 1)
SPECK = (rectangle(2.6, 2.6, 2.9, 2.9), 1)  # covers the centre of no pixel
HAIR = (rectangle(2.6, 2.6, 2.601, 9), 1)  # has no width in two decimals


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    return write_raster(tmp_path_factory.mktemp("raster") / "in.tif", noise(1, 64, 64))


def warned(folder: Path, raster: Path, labels, tile: int = TILE, stride: int = 0, **given) -> list[str]:
    return export(folder, raster, labels, tile, stride, **{**CLASSES, **given}).log.warnings


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (3, 3), (12, 10)])
def test_classes_without_labels_are_one_line(raster, tmp_path, count, shown):
    far = [(rectangle(900, 900, 910, 910), value) for value in range(2, 2 + count)]
    log = warned(tmp_path / "out", raster, layer_in_pixels([SQUARE, *far]))
    listed = ", ".join(f"{value} ({value})" for value in range(2, 2 + shown))
    more = ", ..." if count > shown else ""
    assert [text for text in log if "without a label" in text] == [
        f"Classes without a label in any chip: {listed}{more}."
    ]


@pytest.mark.parametrize(
    ("metadata_format", "shape", "sentence"),
    [
        (
            "Classified_Tiles",
            SPECK,
            "Labels that no pixel shows, since they cover no pixel's centre or lie under others: 1.",
        ),
        (
            "KITTI_rectangles",
            HAIR,
            "No chip shows a label: those that lie in chips are too small to show (1); a smaller CELL_SIZE "
            "or a BUFFER_RADIUS helps.",
        ),
    ],
)
def test_a_label_that_is_too_small_is_not_outside(raster, tmp_path, metadata_format, shape, sentence):
    log = warned(tmp_path / "out", raster, layer_in_pixels([shape]), METADATA_FORMAT=metadata_format)
    assert sentence in log
    assert not any("outside the chips" in text for text in log)


def test_cancel_says_that_the_same_call_goes_on(raster, tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=3 * TILE * TILE, commit_seconds=0.0)
    log = Log(cancel_at=40)
    folder = tmp_path / "out"
    assert export(folder, raster, layer_in_pixels([SQUARE]), TILE, log=log, **CLASSES).outputs == {}
    assert log.infos[-2] == (
        f"Cancelled; the chips written so far remain in {folder}, without dataset files. The same call goes "
        "on behind them; to begin anew, delete the folder first."
    )
    again = export(folder, raster, layer_in_pixels([SQUARE]), TILE, **CLASSES)
    assert any("going on at chip" in text for text in again.log.infos)
    assert again.outputs["CHIP_COUNT"] == 16


def test_cancel_before_the_first_chip_leaves_nothing_to_go_on_with(raster, tmp_path):
    log = Log()
    log.cancel()
    assert export(tmp_path / "out", raster, layer_in_pixels([SQUARE]), TILE, log=log, **CLASSES).outputs == {}
    assert log.infos[-2] == "Cancelled."  # before what QGIS says of the outputs
    assert not (tmp_path / "out").exists()


def test_a_stride_that_leaves_gaps(raster, tmp_path):
    given = {"STRIDE_X": 20, "STRIDE_Y": 16}
    assert warned(tmp_path / "out", raster, layer_in_pixels([SQUARE]), TILE, **given) == [
        "STRIDE_X: 20 pixels are more than a tile of 16, so the pixels between chips are in none; a stride "
        "up to the tile size leaves no gap."
    ]


def test_a_tile_larger_than_the_raster(raster, tmp_path):
    given = {"TILE_SIZE_Y": 65, "STRIDE_Y": 65}
    assert warned(tmp_path / "out", raster, layer_in_pixels([SQUARE]), 64, **given) == [
        "TILE_SIZE_Y: 65 pixels are more than the raster's 64, so the rest of each chip is nodata, or 0; a "
        "smaller tile is filled."
    ]


@pytest.mark.parametrize(("radius", "is_said"), [(127.0, False), (129.0, True)])
def test_a_radius_wider_than_the_raster(raster, tmp_path, radius, is_said):
    """The raster measures 64 pixels of 2 metres."""
    point = memory_layer([(on_map("POINT(20 20)"), {"kind": 1})], {"kind": int}, kind="Point")
    log = warned(tmp_path / "out", raster, point, BUFFER_RADIUS=radius)
    sentence = (
        "BUFFER_RADIUS: 129 meters is more than the whole raster measures (128), so a single label can cover "
        "all chips; the unit is that of labels."
    )
    assert log == ([sentence] if is_said else [])


def test_a_radius_in_degrees(raster, tmp_path):
    point = memory_layer([("POINT(-34.9 -7.9)", {"kind": 1})], {"kind": int}, crs="EPSG:4326", kind="Point")
    log = warned(tmp_path / "out", raster, point, BUFFER_RADIUS=20.0)
    said = [text for text in log if "whole raster measures" in text]
    (sentence,) = said
    assert sentence.startswith("BUFFER_RADIUS: 20 degrees is more than the whole raster measures (0.0011")


SERVICE = "type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=5"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        (
            "IN_RASTER",
            "http://127.0.0.1:9/scene.tif",
            "IN_RASTER: no server answers for http://127.0.0.1:9/scene.tif, or it has no such layer; check "
            "the address and the network, and try again.",
        ),
        (
            "IN_RASTER",
            lambda: QgsRasterLayer(
                "url=http://127.0.0.1:9/wms&layers=a&styles&format=image/png&crs=EPSG:4326", "m", "wms"
            ),
            "IN_RASTER: the server of the layer m does not answer, or no longer has it; check its address "
            "and the network, and try again.",
        ),
        (
            "IN_CLASS_DATA",
            lambda: QgsVectorLayer(
                "url='http://127.0.0.1:9/wfs' typename='a' version='1.1.0'", "farms", "WFS"
            ),
            "IN_CLASS_DATA: the server of the layer farms does not answer, or no longer has it; check its "
            "address and the network, and try again.",
        ),
        (
            "IN_CLASS_DATA",
            lambda: QgsVectorLayer("/nowhere/roofs.gpkg|layername=roofs", "roofs", "ogr"),
            "IN_CLASS_DATA: the file of the layer roofs is gone (/nowhere/roofs.gpkg); bring it back, or "
            "choose another layer.",
        ),
        (
            "IN_CLASS_DATA",
            "/nowhere/roofs.gpkg",
            "IN_CLASS_DATA: /nowhere/roofs.gpkg is neither a file nor a layer of the project; check how it "
            "is spelled.",
        ),
    ],
    ids=["file of a server", "WMS", "WFS", "layer of a file", "file"],
)
def test_a_server_that_is_silent_and_a_file_that_is_gone(raster, tmp_path, name, value, sentence):
    given = {
        "IN_RASTER": raster,
        "IN_CLASS_DATA": layer_in_pixels([SQUARE]),
        name: value() if callable(value) else value,
    }
    said = refusal(tmp_path / "out", given["IN_RASTER"], given["IN_CLASS_DATA"])
    assert said == sentence


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            {"IN_CLASS_DATA": None},
            "Input class data (IN_CLASS_DATA): no class data are given, which KITTI_rectangles needs.",
        ),
        (
            {"TILE_SIZE_X": "large"},
            "Tile size X (TILE_SIZE_X): large is not a whole number from 1 to 999999999.",
        ),
        (
            {"IN_CLASS_DATA": "/nowhere/EXTENT REPORT"},
            "Input class data (IN_CLASS_DATA): /nowhere/EXTENT REPORT is neither a file nor a layer of the "
            "project; check how it is spelled.",
        ),
        (
            {"CELL_SIZE": 1e-9},
            "Stride X (STRIDE_X): 128000000000 x 128000000000 pixels make 1000000000000000000 chips, but at "
            "most 1000000000 can be numbered; make STRIDE_X, Stride Y (STRIDE_Y) or Cell size (CELL_SIZE) "
            "larger, or choose an Extent (EXTENT).",
        ),
    ],
    ids=["first", "name of many", "values stay", "others"],
)
def test_refusals_name_parameters_as_the_dialog_does(raster, tmp_path, given, sentence):
    import processing
    from qgis.core import QgsProcessingException

    sizes = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 128)
    values = {"IN_RASTER": str(raster), "IN_CLASS_DATA": layer_in_pixels([SQUARE]), **sizes, **given}
    said: list[str] = []
    log = Log()
    log.reportError = lambda error, fatal=False: said.append(error)
    with pytest.raises(QgsProcessingException) as caught:
        processing.run(ALGORITHM, {**values, "OUT_FOLDER": str(tmp_path / "out")}, feedback=log)
    assert [*said, str(caught.value)][0].splitlines()[-1] == sentence


def test_warnings_name_parameters_as_the_dialog_does(raster, tmp_path):
    import processing

    warnings: list[str] = []
    log = Log()
    log.pushWarning = warnings.append
    values = {"IN_RASTER": str(raster), "IN_CLASS_DATA": layer_in_pixels([SQUARE]), "TILE_SIZE_X": 16}
    values.update(TILE_SIZE_Y=16, STRIDE_X=20, STRIDE_Y=16, OUT_FOLDER=str(tmp_path / "out"))
    processing.run(ALGORITHM, values, feedback=log, context=QgsProcessingContext())
    assert [text.partition(": ")[0] for text in warnings] == ["Stride X (STRIDE_X)"]
