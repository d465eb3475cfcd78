"""Names, labels and help of the parameters: for dialog, help pane and README."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ..writers import IMAGE_FORMATS, LABEL_FORMATS
from .translation import tr

IN_RASTER = "IN_RASTER"
OUT_FOLDER = "OUT_FOLDER"
IN_CLASS_DATA = "IN_CLASS_DATA"
IMAGE_CHIP_FORMAT = "IMAGE_CHIP_FORMAT"
TILE_SIZE_X = "TILE_SIZE_X"
TILE_SIZE_Y = "TILE_SIZE_Y"
STRIDE_X = "STRIDE_X"
STRIDE_Y = "STRIDE_Y"
OUTPUT_NOFEATURE_TILES = "OUTPUT_NOFEATURE_TILES"
METADATA_FORMAT = "METADATA_FORMAT"
START_INDEX = "START_INDEX"
CLASS_VALUE_FIELD = "CLASS_VALUE_FIELD"
BUFFER_RADIUS = "BUFFER_RADIUS"
CELL_SIZE = "CELL_SIZE"
EXTENT = "EXTENT"
REPORT = "REPORT"
CHIP_INDEX = "CHIP_INDEX"

CHIP_COUNT = "CHIP_COUNT"
FEATURE_COUNT = "FEATURE_COUNT"
CLASS_COUNT = "CLASS_COUNT"
EMPTY_CHIP_COUNT = "EMPTY_CHIP_COUNT"

ALL_TILES = "ALL_TILES"
ONLY_TILES_WITH_FEATURES = "ONLY_TILES_WITH_FEATURES"
NOFEATURE_CHOICES = [ALL_TILES, ONLY_TILES_WITH_FEATURES]


class Text(NamedTuple):
    """What a user reads of a parameter or an output.

    Attributes:
        label: its name in the dialog.
        help: what it does.
    """

    label: str
    help: str


def texts() -> dict[str, Text]:
    """Return label and help of every parameter and output, in the documented order."""
    return {
        IN_RASTER: Text(
            tr("Input raster"),
            tr(
                "The imagery: a raster file, a virtual mosaic, or a layer of a web service (XYZ, WMS, WMTS, "
                "WCS, ArcGIS image or map service). Chips keep its pixels, bands, pixel type and nodata "
                "value; nothing is resampled unless a cell size is set. Services that draw pictures give "
                "red, green and blue; their transparent pixels are 0 and masked out."
            ),
        ),
        OUT_FOLDER: Text(
            tr("Output folder"),
            tr(
                "Gets the folders images and labels and the files that describe them. It is created if "
                "it does not exist; nothing in it is overwritten."
            ),
        ),
        IN_CLASS_DATA: Text(
            tr("Input class data"),
            tr(
                "The labels, in any coordinate reference system: polygons, points or lines (with a buffer "
                "radius), or a classified raster, whose pixels are class values and 0 or nodata is nothing."
            ),
        ),
        IMAGE_CHIP_FORMAT: Text(
            tr("Image chip format"),
            tr(
                "TIFF (any pixels, uncompressed), PNG (8 or 16 bit, up to 4 bands), JPEG (8 bit, 1 or 3 "
                "bands) or MRF (any pixels)."
            ),
        ),
        TILE_SIZE_X: Text(tr("Tile size X"), tr("Width of a chip in pixels.")),
        TILE_SIZE_Y: Text(tr("Tile size Y"), tr("Height of a chip in pixels.")),
        STRIDE_X: Text(
            tr("Stride X"),
            tr(
                "Step to the next chip on the right in pixels. The tile size gives chips side by side, "
                "half of it an overlap of 50 %."
            ),
        ),
        STRIDE_Y: Text(tr("Stride Y"), tr("Step to the next chip below in pixels.")),
        OUTPUT_NOFEATURE_TILES: Text(
            tr("Output no feature tiles"),
            tr(
                "ALL_TILES writes every chip, ONLY_TILES_WITH_FEATURES only those that show a label. Chips "
                "without any valid pixel are never written."
            ),
        ),
        METADATA_FORMAT: Text(
            tr("Metadata format"),
            tr(
                "How labels are written: KITTI_rectangles (text) or PASCAL_VOC_rectangles (XML), the box "
                "of each label's part in the chip; Classified_Tiles, an image of class values; RCNN_Masks, "
                "an image of numbered objects per class."
            ),
        ),
        START_INDEX: Text(tr("Start index"), tr("Number of the first chip; file names count up from it.")),
        CLASS_VALUE_FIELD: Text(
            tr("Class value field"),
            tr(
                "The field that tells classes apart: whole numbers from 0, or text, which is numbered from "
                "1 by sorted name. Not set: a field named classvalue or value; if there is none, all labels "
                "are one class."
            ),
        ),
        BUFFER_RADIUS: Text(
            tr("Buffer radius"),
            tr(
                "Radius of the area around each feature, in units of the class data's layer. Points and "
                "lines need one; polygons grow by it."
            ),
        ),
        CELL_SIZE: Text(
            tr("Cell size"),
            tr(
                "Width and height of a chip's pixels in map units of the raster. Not set: the raster's own. "
                "Layers without a resolution of their own need one: XYZ and other tiles (the size of a zoom "
                "gives its very pixels), WMS and map services. Files and tiles are resampled to the nearest "
                "pixel; services that send any size resample by themselves."
            ),
        ),
        EXTENT: Text(
            tr("Extent"),
            tr(
                "The area to export, snapped outward to whole pixels; what lies outside counts as beyond the "
                "raster. Not set: the whole raster. XYZ tiles need one."
            ),
        ),
        REPORT: Text(
            tr("Report"),
            tr(
                "A page about the finished training set, for a browser: counts and sizes of the labels, "
                "what is worth a look before training, and pictures of up to 24 chips with their labels."
            ),
        ),
        CHIP_INDEX: Text(
            tr("Chip index"),
            tr(
                "A polygon layer of the chips: where each lies, its files, its labels, and the share of its "
                "pixels that are valid."
            ),
        ),
        CHIP_COUNT: Text(tr("Chips"), tr("Image chips written.")),
        FEATURE_COUNT: Text(tr("Features"), tr("Labels written, one per feature and chip.")),
        CLASS_COUNT: Text(tr("Classes"), tr("Classes of the class data.")),
        EMPTY_CHIP_COUNT: Text(tr("Empty chips"), tr("Image chips written that show no label.")),
    }


def definitions() -> Iterator[QgsProcessingParameterDefinition]:
    """Give the parameters in the documented order."""
    words = texts()
    for parameter in _parameters({name: text.label for name, text in words.items()}):
        parameter.setHelp(words[parameter.name()].help)
        yield parameter


def _parameters(label: dict[str, str]) -> Iterator[QgsProcessingParameterDefinition]:
    label_types = [QgsProcessing.SourceType.TypeVectorAnyGeometry, QgsProcessing.SourceType.TypeRaster]
    yield QgsProcessingParameterRasterLayer(IN_RASTER, label[IN_RASTER])
    yield QgsProcessingParameterFolderDestination(OUT_FOLDER, label[OUT_FOLDER])
    yield QgsProcessingParameterMapLayer(IN_CLASS_DATA, label[IN_CLASS_DATA], types=label_types)
    yield _choice(IMAGE_CHIP_FORMAT, label, list(IMAGE_FORMATS))
    for name, default in ((TILE_SIZE_X, 256), (TILE_SIZE_Y, 256), (STRIDE_X, 128), (STRIDE_Y, 128)):
        yield _whole_number(name, label, default, minimum=1)
    yield _choice(OUTPUT_NOFEATURE_TILES, label, NOFEATURE_CHOICES)
    yield _choice(METADATA_FORMAT, label, list(LABEL_FORMATS))
    yield _whole_number(START_INDEX, label, 0, minimum=0)
    field = QgsProcessingParameterField(
        CLASS_VALUE_FIELD, label[CLASS_VALUE_FIELD], parentLayerParameterName=IN_CLASS_DATA, optional=True
    )
    field.setMetadata({"widget_wrapper": {"class": __package__ + ".field_widget.LayerFieldWidget"}})
    yield field
    yield QgsProcessingParameterDistance(
        BUFFER_RADIUS, label[BUFFER_RADIUS], 0.0, parentParameterName=IN_CLASS_DATA, minValue=0.0
    )
    real = QgsProcessingParameterNumber.Type.Double
    yield _advanced(QgsProcessingParameterNumber(CELL_SIZE, label[CELL_SIZE], type=real, optional=True))
    yield _advanced(QgsProcessingParameterExtent(EXTENT, label[EXTENT], optional=True))
    yield from _pictures(label)


def _pictures(label: dict[str, str]) -> Iterator[QgsProcessingParameterDefinition]:
    """Give the outputs that are for people only, made if they are asked for."""
    report = QgsProcessingParameterFileDestination(
        REPORT, label[REPORT], fileFilter=tr("HTML files (*.html)"), optional=True, createByDefault=False
    )
    polygons = QgsProcessing.SourceType.TypeVectorPolygon
    index = QgsProcessingParameterFeatureSink(
        CHIP_INDEX, label[CHIP_INDEX], type=polygons, optional=True, createByDefault=False
    )
    yield from map(_advanced, (report, index))


def _advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """Return a parameter that stands in the dialog's closed group."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def _choice(name: str, label: dict[str, str], choices: list[str]) -> QgsProcessingParameterEnum:
    return QgsProcessingParameterEnum(
        name, label[name], options=choices, defaultValue=choices[0], usesStaticStrings=True
    )


def _whole_number(name: str, label: dict[str, str], default: int, minimum: int) -> Any:
    return QgsProcessingParameterNumber(
        name,
        label[name],
        type=QgsProcessingParameterNumber.Type.Integer,
        defaultValue=default,
        minValue=minimum,
    )
