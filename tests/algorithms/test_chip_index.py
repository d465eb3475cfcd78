"""The chip index: one polygon per chip, where GDAL says that the chip lies, with what its files hold."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsFeature
from scenes import ALGORITHM, Log, memory_layer, noise, on_map, read_raster, rectangle, run, write_raster

SIZES = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 32)


@pytest.fixture
def inputs(qgis_app, tmp_path):
    """Three chips: one with two labels, one with a quarter of nodata, one half beyond the raster."""
    pixels = np.clip(noise(3, 32, 80), 1, 255)
    pixels[:, :16, 32:48] = 0
    raster = write_raster(tmp_path / "raster.tif", pixels, nodata=0)
    rectangles = [((2, 2, 12, 10), 1), ((20, 4, 24, 30), 2)]
    labels = memory_layer(
        [(on_map(rectangle(*sides)), {"Classvalue": value}) for sides, value in rectangles],
        {"Classvalue": int},
    )
    return {"IN_RASTER": raster, "IN_CLASS_DATA": labels}


def features(path: Path) -> list[dict]:
    """Attributes of each polygon, with its extent."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(str(path), "index", "ogr")
    assert layer.isValid()
    names = ["stem", "image", "label", "objects", "classes", "valid"]
    found = []
    for feature in layer.getFeatures():
        attributes = {name: feature[name] for name in names}
        box = feature.geometry().boundingBox()
        attributes["extent"] = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        found.append(attributes)
    return found


@pytest.mark.parametrize("image_format", ["TIFF", "PNG", "MRF"])
def test_each_chip_has_a_polygon_where_it_lies(tmp_path, inputs, image_format):
    index = tmp_path / "index.gpkg"
    done = run(tmp_path / "set", **inputs, **SIZES, IMAGE_CHIP_FORMAT=image_format, CHIP_INDEX=str(index))
    assert done.outputs["CHIP_INDEX"] == str(index)
    chips = features(index)
    assert [chip["stem"] for chip in chips] == done.stems()
    assert [chip["objects"] for chip in chips] == [2, 0, 0]
    assert [chip["classes"] for chip in chips] == ["1: 1, 2: 1", "", ""]
    assert [chip["valid"] for chip in chips] == [1.0, 0.75, 0.5]
    for chip in chips:
        image = read_raster(chip["image"])
        left, cell, _, top, _, _ = image.GetGeoTransform()
        assert chip["extent"] == (left, top - 32 * cell, left + 32 * cell, top)
        assert Path(chip["label"]) == tmp_path / "set" / "labels" / f"{chip['stem']}.txt"
        assert Path(chip["label"]).exists()


def test_paths_are_whole_where_the_folder_was_given_from_here(tmp_path, inputs, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run(Path("set"), **inputs, **SIZES, CHIP_INDEX="index.gpkg")
    assert features(tmp_path / "index.gpkg")[0]["image"] == str(tmp_path / "set" / "images" / "000000000.tif")


def test_masks_have_several_label_files_or_none(tmp_path, inputs):
    index = tmp_path / "index.gpkg"
    run(tmp_path / "set", **inputs, **SIZES, METADATA_FORMAT="RCNN_Masks", CHIP_INDEX=str(index))
    first, second, _ = (chip["label"] for chip in features(index))
    labels = tmp_path / "set" / "labels"
    assert first == f"{labels}/1/000000000.tif;{labels}/2/000000000.tif"
    assert second == ""


def test_chips_of_an_earlier_run_are_brought_into_this_one_s_crs(tmp_path, inputs):
    from qgis.core import NULL

    run(tmp_path / "set", **inputs, **SIZES)
    degrees = (-34.9, 1e-5, 0.0, -8.0, 0.0, -1e-5)
    other = write_raster(tmp_path / "other.tif", noise(3, 32, 32), transform=degrees, crs="EPSG:4674")
    index = tmp_path / "index.gpkg"
    values = {**inputs, "IN_RASTER": other}
    run(tmp_path / "set", **values, **SIZES, START_INDEX=3, CHIP_INDEX=str(index))
    chips = features(index)
    assert [chip["valid"] for chip in chips] == [NULL, NULL, NULL, 1.0]
    assert all(-36 < chip["extent"][0] < -34 and -9 < chip["extent"][1] < -7 for chip in chips)


def test_the_index_goes_into_the_project_with_a_style(tmp_path, inputs):
    import processing
    from qgis.core import (
        QgsProcessingContext,
        QgsProcessingOutputLayerDefinition,
        QgsProject,
        QgsRuleBasedRenderer,
    )

    context = QgsProcessingContext()
    project = QgsProject()
    context.setProject(project)
    values = {**inputs, **SIZES, "IN_RASTER": str(inputs["IN_RASTER"]), "OUT_FOLDER": str(tmp_path / "set")}
    values["CHIP_INDEX"] = QgsProcessingOutputLayerDefinition("memory:", project)
    outputs = processing.run(ALGORITHM, values, feedback=Log(), context=context)
    ((layer_id, details),) = context.layersToLoadOnCompletion().items()
    layer = outputs["CHIP_INDEX"]
    assert layer.id() == layer_id
    details.postProcessor().postProcessLayer(layer, context, Log())
    renderer = layer.renderer()
    assert isinstance(renderer, QgsRuleBasedRenderer)
    rules = renderer.rootRule().children()
    assert [len([f for f in layer.getFeatures() if _matches(rule, f, layer)]) for rule in rules] == [1, 2, 0]
    assert "image" in layer.mapTipTemplate()


def test_a_second_run_is_styled_after_qgis_has_deleted_the_style_of_the_first(tmp_path, inputs):
    import processing
    from qgis.core import QgsProcessingContext, QgsProcessingOutputLayerDefinition, QgsProject
    from qgis.PyQt import sip

    project, styles = QgsProject(), []
    for name in ("first", "second"):
        context = QgsProcessingContext()
        context.setProject(project)
        values = {**inputs, **SIZES, "OUT_FOLDER": str(tmp_path / name)}
        values["IN_RASTER"] = str(inputs["IN_RASTER"])
        values["CHIP_INDEX"] = QgsProcessingOutputLayerDefinition("memory:", project)
        outputs = processing.run(ALGORITHM, values, feedback=Log(), context=context)
        (details,) = context.layersToLoadOnCompletion().values()
        styles.append(details.postProcessor())
        styles[-1].postProcessLayer(outputs["CHIP_INDEX"], context, Log())
        assert "image" in outputs["CHIP_INDEX"].mapTipTemplate()
        del context, details  # deletes the style
        assert sip.isdeleted(styles[-1])


def _matches(rule, feature, layer) -> bool:
    from qgis.core import QgsExpression, QgsExpressionContext

    context = QgsExpressionContext()
    context.setFields(layer.fields())
    context.setFeature(feature)
    return bool(QgsExpression(rule.filterExpression()).evaluate(context))


def test_a_layer_that_cannot_be_made_is_refused_before_the_export(tmp_path, inputs):
    from qgis.core import QgsProcessingException

    (tmp_path / "file").write_text("")
    with pytest.raises(QgsProcessingException):
        run(tmp_path / "set", **inputs, **SIZES, CHIP_INDEX=str(tmp_path / "file" / "index.gpkg"))
    assert not (tmp_path / "set").exists()


def drawn(index: Path) -> np.ndarray:
    """The index as QGIS draws it on white, 600 pixels wide: (rows, columns, RGB)."""
    from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings, QgsVectorLayer
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor, QImage

    from training_data_exporter.algorithms.chip_index.style import new_style

    layer = QgsVectorLayer(str(index), "index", "ogr")
    new_style().postProcessLayer(layer, None, Log())
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setExtent(layer.extent())
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(600, 300))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage().convertToFormat(QImage.Format.Format_RGB32)
    bits = image.bits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bytes(bits), np.uint8).reshape(image.height(), image.width(), 4)[..., 2::-1]


def test_at_an_overlap_of_half_the_image_is_seen_and_each_kind_has_its_line(tmp_path, qgis_app):
    # 11 x 5 chips; of those at the lower right some have few pixels, and some none
    pixels = np.clip(noise(1, 96, 192), 1, 255)
    pixels[:, 60:, 124:] = 0
    raster = write_raster(tmp_path / "raster.tif", pixels, nodata=0)
    labels = memory_layer([(on_map(rectangle(36, 36, 44, 44)), {})])
    index = tmp_path / "index.gpkg"
    sizes = {"TILE_SIZE_X": 32, "TILE_SIZE_Y": 32, "STRIDE_X": 16, "STRIDE_Y": 16}
    run(tmp_path / "set", IN_RASTER=raster, IN_CLASS_DATA=labels, **sizes, CHIP_INDEX=str(index))
    picture = drawn(index).astype(int)
    white = (picture > 240).all(axis=-1)
    assert white.mean() > 0.75  # nothing but outlines
    red, green, blue = np.moveaxis(picture, -1, 0)
    orange = red - blue > 90  # lines are smoothed: by hue
    purple = (red - green > 60) & (blue - green > 60)
    grey = ~white & (np.ptp(picture, axis=-1) < 20)
    pixel = 600 / 192  # of the picture, per pixel of the raster
    for kind, (left, top, right, bottom), inset in (
        (orange, (16, 16, 64, 64), 0.07),  # the four chips that show the label
        (purple, (112, 48, 192, 96), 0.15),
        (grey, (0, 0, 192, 96), 0.11),
    ):
        rows, columns = kind.any(axis=1).nonzero()[0], kind.any(axis=0).nonzero()[0]
        assert columns[0] == pytest.approx((left + 32 * inset) * pixel, abs=2)
        assert columns[-1] == pytest.approx((right - 32 * inset) * pixel, abs=2)
        assert rows[0] == pytest.approx((top + 32 * inset) * pixel, abs=2)
        assert rows[-1] == pytest.approx((bottom - 32 * inset) * pixel, abs=2)


def test_a_split_is_seen_by_its_colours(tmp_path, inputs):
    """Of three splits each chip is drawn by one rule, with labels and without."""
    from qgis.core import QgsVectorLayer

    from training_data_exporter.algorithms.chip_index.style import new_style

    layer = QgsVectorLayer(
        "Polygon?field=split:string&field=objects:integer&field=valid:double", "i", "memory"
    )
    rows = [(split, count, 1.0) for split in ("train", "valid", "test") for count in (3, 0)]
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        assert layer.dataProvider().addFeature(feature)
    new_style().postProcessLayer(layer, None, Log())
    rules = layer.renderer().rootRule().children()
    drawn_by = [
        [place for place, rule in enumerate(rules) if _matches(rule, f, layer)] for f in layer.getFeatures()
    ]
    assert drawn_by == [[0], [1], [2], [3], [4], [5]]
    assert [rule.label() for rule in rules][:3] == [
        "train, with labels",
        "train, without labels",
        "valid, with labels",
    ]
    lines = [rule.symbol().symbolLayer(0).subSymbol() for rule in rules]
    colors = [line.color().name() for line in lines]
    assert colors[0] == colors[1] != colors[2] == colors[3] != colors[4] == colors[5] != colors[0]


@pytest.mark.parametrize("is_split", [False, True])
def test_broken_lines_show_on_dark_ground_too(qgis_app, is_split):
    """Beside each dark dash there is something light; the symbol's colour is still that of the dashes."""
    from qgis.core import QgsVectorLayer

    from training_data_exporter.algorithms.chip_index.style import new_style

    split = "field=split:string&" if is_split else ""
    layer = QgsVectorLayer(f"Polygon?{split}field=objects:integer&field=valid:double", "i", "memory")
    new_style().postProcessLayer(layer, None, Log())
    lines = [rule.symbol().symbolLayer(0).subSymbol() for rule in layer.renderer().rootRule().children()]
    broken = [line for line in lines if line.symbolLayerCount() == 2]
    assert len(broken) == len(lines) // 2 + 1  # without labels, and nodata
    for line in broken:
        below, above = line.symbolLayers()
        assert below.color().lightness() > 250 > 160 > above.color().lightness()
        assert below.width() > above.width()
        assert line.color() == above.color()


def test_outlines_have_round_corners(tmp_path, qgis_app):
    """At a crossing of straight lines nobody sees which chip a line is of: no line is in a chip's corner."""
    raster = write_raster(tmp_path / "raster.tif", noise(1, 32, 64))
    labels = memory_layer([(on_map(rectangle(4, 4, 60, 28)), {})])
    index = tmp_path / "index.gpkg"
    run(tmp_path / "set", IN_RASTER=raster, IN_CLASS_DATA=labels, **SIZES, CHIP_INDEX=str(index))
    dark = (drawn(index) < 200).any(axis=-1)
    side, inset, radius = 300, 300 * 0.07, 300 * 0.12
    rows, columns = dark[:side, :side].nonzero()
    assert rows.min() == pytest.approx(inset, abs=2)
    # the point of a round corner that is nearest to the chip's own, 45 degrees from its middle
    nearest = (inset + radius) - radius / 2**0.5
    near = (rows + columns).min() / 2
    assert near == pytest.approx(nearest, abs=3)


def test_at_an_overlap_of_half_sides_of_chips_lie_apart(tmp_path, qgis_app):
    """Every other chip begins where one ends: seven hundredths inside each side, their lines are two."""
    raster = write_raster(tmp_path / "raster.tif", noise(1, 32, 64))
    labels = memory_layer([(on_map(rectangle(4, 4, 60, 28)), {})])
    index = tmp_path / "index.gpkg"
    sizes = {"TILE_SIZE_X": 32, "TILE_SIZE_Y": 32, "STRIDE_X": 16, "STRIDE_Y": 32}
    run(tmp_path / "set", IN_RASTER=raster, IN_CLASS_DATA=labels, **sizes, CHIP_INDEX=str(index))
    dark = (drawn(index) < 200).any(axis=-1)
    (columns,) = dark[150].nonzero()  # at half height: six sides of three chips, 600 pixels for 64
    starts = columns[np.diff(columns, prepend=-9) > 1]
    side = 300
    expected = sorted(x for left in (0, 150, 300) for x in (left + 0.07 * side, left + 0.93 * side))
    assert starts == pytest.approx(expected, abs=3)
