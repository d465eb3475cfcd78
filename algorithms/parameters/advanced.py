"""The table of parameters: those in the dialog's closed group."""

from __future__ import annotations

from ...chipping.plan.selection import CHIPS_INSIDE, MASK_MODES
from ..translation import tr
from . import names as p
from .kinds import Choice, Length, RealNumber, Switch, WholeNumber
from .lists import chips_of_lists
from .pixels import which_pixels
from .places import Extent, HtmlFile, LabelLayer, LayerField, PolygonInput, PolygonLayer
from .processes import which_processes
from .row import Parameter


def advanced() -> list[Parameter]:
    """Return the rows of the parameters in the dialog's closed group."""
    return [
        Parameter(
            p.CELL_SIZE,
            tr("Cell size"),
            tr(
                "Width and height of a chip's pixels in map units of the raster. Not set: the raster's own. "
                "Layers without a resolution of their own need one: XYZ and other tiles (the size of a zoom "
                "level gives its own pixels), WMS and map services. Files and tiles are resampled to the "
                "nearest pixel; services that send any size resample by themselves."
            ),
            Length(),
            advanced=True,
        ),
        Parameter(
            p.EXTENT,
            tr("Extent"),
            tr(
                "The area to export, snapped outward to whole pixels; what lies outside counts as beyond the "
                "raster. Not set: the whole raster. XYZ tiles need one."
            ),
            Extent(),
            advanced=True,
        ),
        Parameter(
            p.IN_MASK_POLYGONS,
            tr("Mask polygons"),
            tr(
                "Polygons of the area whose labels are complete, in any coordinate reference system. Only "
                "what lies within them is written, so that nothing unlabelled is shown as background. Not "
                "set: the whole raster."
            ),
            PolygonInput(),
            advanced=True,
        ),
        Parameter(
            "MASK_MODE",
            tr("Mask mode"),
            tr(
                "What becomes of chips that reach beyond the mask polygons. CHIPS_INSIDE: only chips whose "
                "whole tile lies within the polygons are written. BLACKEN_OUTSIDE: pixels whose centre lies "
                "outside hold the nodata value, or 0, and count in no statistic; labels are cut to the "
                "polygons."
            ),
            Choice(MASK_MODES, optional=True),
            default=CHIPS_INSIDE,
            advanced=True,
            option="mask_mode",
        ),
        *chips_of_lists(),
        Parameter(
            p.EMPTY_CHIPS_PERCENT,
            tr("Empty chips percent"),
            tr(
                "With ALL_TILES: at most so many chips without labels are written, in percent of those "
                "with labels. They are drawn at random, always the same ones. Where there is a split, that "
                "goes for train; valid and test keep all of theirs. Not set: all."
            ),
            WholeNumber(0, optional=True),
            advanced=True,
            option="empty_chips_percent",
        ),
        *_objects(),
        *which_pixels(),
        *_splits(),
        *which_processes(),
        Parameter(
            p.PLAN_ONLY,
            tr("Plan only"),
            tr(
                "Write no chip, only the report and the chip index of what would be written, from one look "
                "at the labels: chips, labels of each class and split, and what the export would take. The "
                "output folder is not touched."
            ),
            Switch(decides=False),
            default=False,
            advanced=True,
        ),
        Parameter(
            p.REPORT,
            tr("Report"),
            tr(
                "A page about the finished training set, for a browser: counts and sizes of the labels, "
                "what is worth a look before training, and pictures of up to 24 chips with their labels."
            ),
            HtmlFile(),
            advanced=True,
        ),
        Parameter(
            p.CHIP_INDEX,
            tr("Chip index"),
            tr(
                "A polygon layer of the chips: where each lies, its files, its labels, and the share of its "
                "pixels that are valid."
            ),
            PolygonLayer(),
            advanced=True,
        ),
        Parameter(
            "DATASET_DESCRIPTION",
            tr("Dataset description"),
            tr(
                "Also write croissant.json, which catalogues and loaders of training data read: files, "
                "bands, classes, and where the data lies. Licence, citation and authors are for you to add; "
                "what you add stays when chips are added."
            ),
            Switch(),
            default=False,
            advanced=True,
            option="dataset_description",
        ),
    ]


def _objects() -> list[Parameter]:
    """Return the rows of what an object has to be to become a label of its chip."""
    return [
        Parameter(
            "MIN_POLYGON_OVERLAP_RATIO",
            tr("Minimum polygon overlap ratio"),
            tr(
                "Least share of a feature's area, from 0 to 1, that a chip has to show; a part that is less "
                "is no label of that chip, in boxes, masks and class maps alike. 0 keeps every part, 1 only "
                "features that lie in the chip as a whole. A classified raster takes no notice of it."
            ),
            RealNumber(0, 1),
            default=0.0,
            advanced=True,
            option="min_polygon_overlap_ratio",
        ),
        Parameter(
            "MIN_OBJECT_SIZE",
            tr("Minimum object size"),
            tr(
                "Least length in pixels of the shorter side of the box that an object has in a chip; smaller "
                "objects are no labels, in boxes, masks and class maps alike. Of a classified raster the "
                "objects are the regions of one class that a chip shows."
            ),
            RealNumber(0),
            default=0.0,
            advanced=True,
            option="min_object_size",
        ),
        Parameter(
            p.IN_INSTANCE_DATA,
            tr("Instance data"),
            tr(
                "For Panoptic_Segmentation: the objects that are told apart one by one, polygons or a "
                "classified raster in any coordinate reference system, beside the input class data, which "
                "say of each pixel what it is."
            ),
            LabelLayer(),
            advanced=True,
        ),
        Parameter(
            p.INSTANCE_CLASS_VALUE_FIELD,
            tr("Instance class value field"),
            tr(
                "The field that tells classes of the instance data apart, as the class value field does for "
                "the class data; class 0 is not taken."
            ),
            LayerField(p.IN_INSTANCE_DATA),
            advanced=True,
        ),
        Parameter(
            p.SELECTED_ONLY,
            tr("Selected features only"),
            tr(
                "Only features that are selected in the layer of the class data become labels; classes are "
                "those of these features. Off: all features, selected or not."
            ),
            Switch(),
            default=False,
            advanced=True,
            option="selected_only",
        ),
    ]


def _splits() -> list[Parameter]:
    """Return the rows of what shares chips out to training, validation and test."""
    return [
        Parameter(
            p.VALIDATION_PERCENT,
            tr("Validation percent"),
            tr(
                "Share of the chips with labels that goes into the folder valid. The map is cut into blocks, "
                "each of which is train, valid or test as a whole, so that no ground is in two of them; "
                "chips on a border between two are not written. Blocks are chosen so that each class is "
                "shared out alike. 0 for this and the test: no split."
            ),
            WholeNumber(0, 90, optional=True),
            default=0,
            advanced=True,
            option="validation_percent",
        ),
        Parameter(
            p.TEST_PERCENT,
            tr("Test percent"),
            tr("Share of the chips with labels that goes into the folder test, likewise."),
            WholeNumber(0, 90, optional=True),
            default=0,
            advanced=True,
            option="test_percent",
        ),
        Parameter(
            p.SPLIT_BLOCK_SIZE,
            tr("Split block size"),
            tr(
                "Side of a block in map units of the raster, at least a tile. Not set: 8 tiles. Small blocks "
                "share out rare classes more evenly, large ones cost fewer chips on borders and lie "
                "further apart. An export that is added to a folder keeps the blocks that are there."
            ),
            Length(),
            advanced=True,
            option="split_block_size",
        ),
        Parameter(
            p.SPLIT_SEED,
            tr("Split seed"),
            tr("Another number gives another split."),
            WholeNumber(0, optional=True),
            default=0,
            advanced=True,
            option="split_seed",
        ),
        Parameter(
            p.SPLIT_POLYGONS,
            tr("Split polygons"),
            tr(
                "Polygons in place of shares and blocks, in any coordinate reference system; their text "
                "field split says train, valid or test. A chip is written where its whole tile lies in "
                "polygons of one split and in none of another."
            ),
            PolygonInput(),
            advanced=True,
        ),
    ]
