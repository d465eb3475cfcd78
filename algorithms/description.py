"""What ``croissant.json`` is to say that is known before the export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsRectangle,
)

from ..chipping.frame import PixelFrame
from ..export.job import ExportJob
from ..export.storage.folder import ExportFolder
from ..writers.dataset.croissant import (
    CROISSANT_FILE,
    Box,
    DatasetFacts,
    described,
    is_description,
    stored_description,
)
from ..writers.dataset.set_files import SetFile
from ..writers.labels.label_rasters import LABEL_SUFFIXES
from .inputs import Inputs

_WGS84 = "EPSG:4326"


class Description(NamedTuple):
    """What is known of the dataset.

    Attributes:
        box: where the imagery lies, None where that cannot be told.
        stored: what the file in the folder says, nothing where there is none.
    """

    box: Box | None
    stored: dict[str, Any]

    def file(self, job: ExportJob, sets: Sequence[str]) -> SetFile:
        """Return the file, relative to the export folder.

        Args:
            job: what was exported.
            sets: folders of the sets, "" for the export folder itself.
        """
        formats = type(job.image_format), type(job.label_format)
        suffix = LABEL_SUFFIXES[job.options.label_raster_format] if job.label_format.has_rasters else ""
        facts = DatasetFacts(job.imagery.profile, job.classes, *formats, suffix, sets, self.box)
        facts = facts._replace(has_second=job.second is not None)
        return CROISSANT_FILE, described(job.folder.path.absolute().name, facts, self.stored)


def description_of(
    inputs: Inputs,
    folder: ExportFolder,
    frame: PixelFrame,
    context: QgsCoordinateTransformContext,
    appends: bool,
) -> Description | None:
    """Return the description that is to be written, None where none is wanted.

    Args:
        inputs: layers and settings.
        folder: where it goes.
        frame: the imagery's pixels on the map.
        context: the project's choice of transformations.
        appends: chips are added to those of an export; its description is then renewed, wanted or not.

    Raises:
        ExportError: the folder holds another file of that name.
    """
    wanted = inputs.options.dataset_description
    if not wanted and not (appends and folder.has(CROISSANT_FILE)):
        return None
    stored = stored_description(folder.path)
    if not wanted and not is_description(stored):
        return None
    window = frame.whole
    extent = inputs.raster.extent() if inputs.options.in_pixels else QgsRectangle(*frame.extent(window))
    return Description(_box(inputs.raster.crs(), extent, context), stored)


def _box(
    crs: QgsCoordinateReferenceSystem, extent: QgsRectangle, context: QgsCoordinateTransformContext
) -> Box | None:
    """Return where the imagery lies (degrees, WGS 84), None where that cannot be told."""
    way = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(_WGS84), context)
    if not crs.isValid() or not way.isValid():
        return None
    try:
        box = way.transformBoundingBox(extent)
    except QgsCsException:
        return None
    return (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
