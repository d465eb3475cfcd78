"""The table of parameters: the thirteen of the documented tool."""

from __future__ import annotations

from ...export.append import AFTER_THE_LAST
from ...writers import IMAGE_FORMATS, LABEL_FORMATS
from ..translation import tr
from . import names as p
from .kinds import Choice, WholeNumber
from .places import Distance, Folder, LabelLayer, LayerField, Raster
from .row import Parameter

_ONLY_WITH_FEATURES = "ONLY_TILES_WITH_FEATURES"


def documented() -> list[Parameter]:
    """Return the rows of the thirteen documented parameters."""
    return [
        Parameter(
            p.IN_RASTER,
            tr("Input raster"),
            tr(
                "The imagery: a raster file, a virtual mosaic, or a layer of a web service (XYZ, WMS, WMTS, "
                "WCS, ArcGIS image or map service). Chips keep its pixels, bands, pixel type and nodata "
                "value; nothing is resampled unless a cell size is set. Services that draw pictures give "
                "red, green and blue; their transparent pixels are 0 and masked out."
            ),
            Raster(),
        ),
        Parameter(
            p.OUT_FOLDER,
            tr("Output folder"),
            tr(
                "Gets the folders images and labels and the files that describe them. It is created if "
                "it does not exist; nothing in it is overwritten. Choose one that stays, such as "
                "training_data in your home folder: a temporary folder goes when QGIS closes."
            ),
            Folder(),
        ),
        Parameter(
            p.IN_CLASS_DATA,
            tr("Input class data"),
            tr(
                "The labels, in any coordinate reference system: polygons, points or lines (with a buffer "
                "radius), or a classified raster, whose pixels are class values; 0 and nodata mean no class. "
                "Export_Tiles and CycleGAN have no labels and need none."
            ),
            LabelLayer(),
        ),
        Parameter(
            "IMAGE_CHIP_FORMAT",
            tr("Image chip format"),
            tr(
                "TIFF (any pixels), PNG (8 or 16 bit, up to 4 bands), JPEG (8 bit, 1 or 3 "
                "bands) or MRF (any pixels)."
            ),
            Choice(list(IMAGE_FORMATS)),
            default=next(iter(IMAGE_FORMATS)),
            option="image_format",
        ),
        Parameter(
            "TILE_SIZE_X",
            tr("Tile size X"),
            tr("Width of a chip in pixels."),
            WholeNumber(1),
            default=256,
            option="tile_x",
        ),
        Parameter(
            "TILE_SIZE_Y",
            tr("Tile size Y"),
            tr("Height of a chip in pixels."),
            WholeNumber(1),
            default=256,
            option="tile_y",
        ),
        Parameter(
            "STRIDE_X",
            tr("Stride X"),
            tr(
                "Step to the next chip on the right in pixels. The tile size gives chips side by side, "
                "half of it an overlap of 50 %."
            ),
            WholeNumber(1),
            default=128,
            option="stride_x",
        ),
        Parameter(
            "STRIDE_Y",
            tr("Stride Y"),
            tr("Step to the next chip below in pixels."),
            WholeNumber(1),
            default=128,
            option="stride_y",
        ),
        Parameter(
            "OUTPUT_NOFEATURE_TILES",
            tr("Output no feature tiles"),
            tr(
                "ALL_TILES writes every chip, ONLY_TILES_WITH_FEATURES only those that show a label. Chips "
                "without any valid pixel are never written."
            ),
            Choice(("ALL_TILES", _ONLY_WITH_FEATURES)),
            default="ALL_TILES",
            option="only_with_features",
            as_option=lambda word: word == _ONLY_WITH_FEATURES,
        ),
        Parameter(
            "METADATA_FORMAT",
            tr("Metadata format"),
            tr(
                "How labels are written: KITTI_rectangles (text) or PASCAL_VOC_rectangles (XML), the box "
                "of each label's part in the chip; Classified_Tiles, an image of class values; RCNN_Masks, "
                "an image of numbered objects per class; COCO, boxes and outlines of all chips in one JSON "
                "file; YOLO_detect, YOLO_segment and YOLO_obb, text with a box, an outline or a rotated "
                "rectangle for each label, and data.yaml; DOTA, text with rotated rectangles; "
                "Labeled_Tiles, one chip for each feature, and XML with its class and box; "
                "MultiLabeled_Tiles, XML with the names of the classes that a chip shows; Imagenet, one "
                "chip for each feature, in the folder of its class; Export_Tiles, chips alone, without "
                "labels; CycleGAN, the same of two rasters, in folders A and B; Panoptic_Segmentation, an "
                "image of class values, and one of numbered objects for each class of the instance data. "
                "COCO, YOLO and DOTA take chips of 8 bit with 1, 3 or 4 bands."
            ),
            Choice(list(LABEL_FORMATS)),
            default=next(iter(LABEL_FORMATS)),
            option="metadata_format",
        ),
        Parameter(
            p.START_INDEX,
            tr("Start index"),
            tr(
                "Number of the first chip; file names count up from it. -1 appends: it stands for the number "
                "after the last chip in the output folder, 0 in a new one, so that one batch can put several "
                "rasters into one folder."
            ),
            WholeNumber(AFTER_THE_LAST),
            default=0,
            option="start_index",
        ),
        Parameter(
            p.CLASS_VALUE_FIELD,
            tr("Class value field"),
            tr(
                "The field that tells classes apart: whole numbers from 0, or text, which is numbered from "
                "1 by sorted name. Not set: a field named classvalue or value; if there is none, all labels "
                "are one class."
            ),
            LayerField(p.IN_CLASS_DATA),
        ),
        Parameter(
            p.BUFFER_RADIUS,
            tr("Buffer radius"),
            tr(
                "Radius of the area around each feature, in units of the class data's layer. Points and "
                "lines need one; polygons grow by it."
            ),
            Distance(p.IN_CLASS_DATA),
            default=0.0,
        ),
    ]
