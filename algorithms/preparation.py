"""From checked inputs to a job, before anything is written.

``prepare`` runs in the layers' thread and copies from them what the work
needs; ``Preparation.job`` runs in the worker and may take its time.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, Callable

from processing.core.ProcessingConfig import ProcessingConfig
from qgis.core import QgsCoordinateTransformContext

from ..chipping.classes import ClassTable
from ..chipping.errors import ExportError
from ..chipping.plan.grid import Grid
from ..chipping.steps import Step
from ..chipping.untrusted.inner_paths import is_inner_name
from ..export.inputs.watched import Watch
from ..export.job import ExportJob
from ..export.options import ExportOptions
from ..export.storage.folder import ExportFolder
from ..export.storage.journal import JOURNAL_FILE, unfinished
from ..imagery.open import Imagery
from ..imagery.validity.valid_pixels import ALPHA_BAND
from ..imagery.validity.without_alpha import without_alpha
from ..labels.class_scheme import ClassScheme
from ..labels.features.feature_labels import FeatureLabels
from ..labels.open import Placement, feature_labels, raster_labels
from ..labels.raster.raster_labels import RasterLabels
from ..labels.source import LabelSource
from ..version import VERSION
from ..writers import IMAGE_WRITERS, LABEL_WRITERS
from ..writers.base import ImageWriter, LabelWriter, WriterContext
from ..writers.dataset.esri_files import DATASET_FILES
from ..writers.dataset.stored import StoredDataset
from ..writers.images.qt_images import image_encoders
from ..writers.labels.folder_names import with_folder_names, with_stored_folders
from .checks.label_layer import crs_warnings, overlap_warnings
from .checks.room import check_chip_count, check_chip_size, folder_warnings
from .checks.sublayers import sublayer_warnings
from .fingerprint import watch_on
from .inputs import Inputs
from .job_description import describe_call

TOOL = f"Training Data Exporter {VERSION}"


@dataclass(frozen=True)
class Preparation:
    """What a run works with, as far as it is known before the labels are opened.

    Attributes:
        options: the settings.
        grid: all chips.
        imagery: the pixels.
        labels: the labels, not opened.
        image_writer: makes image chips.
        folder: where they go.
        stored: the export that this one adds to, if any.
        call: what was asked for, by parameter.
        watch: notices that the data changes.
        needs_label_file: the folder is of no use until a chip has a label file.
        warnings: sentences for the log.
    """

    options: ExportOptions
    grid: Grid
    imagery: Imagery
    labels: LabelSource
    image_writer: ImageWriter
    folder: ExportFolder
    stored: StoredDataset | None
    call: dict[str, Any]
    watch: Watch
    needs_label_file: bool
    warnings: tuple[ExportError, ...]

    @property
    def needs_label(self) -> bool:
        """Whether an export that shows no label comes to nothing."""
        return self.needs_label_file or self.options.only_with_features

    def job(self, stop: Callable[[], None]) -> tuple[ExportJob, ClassScheme, tuple[ExportError, ...]]:
        """Open the labels and return the job, its classes and further warnings.

        Args:
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: the classes cannot be written.
        """
        with Step("Reading the classes"):
            scheme = self.labels.open(stop)
        kind = LABEL_WRITERS[self.options.metadata_format]
        kind.check(scheme.table)
        table = with_folder_names(scheme.table) if kind.folder_names else scheme.table
        if kind.folder_names and self.stored is not None:
            _check_stored_folders(self.folder, self.stored.classes)
            table = with_stored_folders(table, self.stored.classes)
        renamed = [
            ExportError(
                "Class {value}: the name {name} becomes {safe}, since it names a folder.",
                value=old.value,
                name=old.shown_name,
                safe=new.shown_name,
            )
            for old, new in zip(scheme.table, table)
            if old.name != new.name
        ]
        if self.stored is not None:
            table = self.stored.classes.merge(table)
            _check_folder_names(kind, self.stored.classes, table)
            _check_label_pixels(kind, self.stored.classes, table)
        writer = kind(WriterContext(self.imagery.profile, table, self.image_writer.suffix, TOOL))
        job = ExportJob(
            options=self.options,
            grid=self.grid,
            imagery=self.imagery,
            labels=self.labels,
            classes=table,
            image_writer=self.image_writer,
            label_writer=writer,
            folder=self.folder,
            threads=thread_count(),
        )
        return job, scheme, tuple(renamed)


def prepare(inputs: Inputs, transform_context: QgsCoordinateTransformContext) -> Preparation:
    """Return the preparation for some inputs; to be called in the layers' thread.

    Args:
        inputs: layers and settings.
        transform_context: the project's choice of transformations.

    Raises:
        ExportError: the inputs do not go together.
    """
    options = inputs.options
    with Step("Opening the raster {name}", name=inputs.raster.name()):
        imagery = Imagery.of(inputs.raster, options.tile_x, options.tile_y, area=inputs.area)
        imagery, left_out = _without_alpha(imagery, options.image_format)
    check_chip_size(imagery, options)
    image_writer = IMAGE_WRITERS[options.image_format](imagery.profile)
    image_writer.use(image_encoders())
    folder = ExportFolder(inputs.folder)
    stored = _stored_dataset(folder, options.start_index)
    grid = _grid(imagery, options)
    check_chip_count(grid, options)
    need = LABEL_WRITERS[options.metadata_format].need
    placement = Placement(imagery.frame, grid, inputs.raster.crs(), transform_context, need)
    needs_file = _needs_label_file(options, stored)
    needs_label = needs_file or options.only_with_features
    warnings = (
        *left_out,
        *image_writer.warnings(),
        *folder_warnings(inputs),
        *sublayer_warnings(inputs.labels),
        *crs_warnings(inputs),
        *overlap_warnings(inputs, placement, needs_label),
    )
    with Step("Opening the class data {name}", name=inputs.labels.name()):
        labels = _labels(inputs, placement)
        watch = watch_on(inputs, imagery, labels.imagery if isinstance(labels, RasterLabels) else None)
    if stored is not None:
        stored.check(
            folder.path,
            options.metadata_format,
            labels.counts_pixels,
            imagery.profile,
            image_writer.suffix,
        )
    call = describe_call(inputs, imagery, TOOL)
    return Preparation(
        options, grid, imagery, labels, image_writer, folder, stored, call, watch, needs_file, warnings
    )


def _labels(inputs: Inputs, placement: Placement) -> FeatureLabels | RasterLabels:
    if inputs.is_class_raster:
        return raster_labels(inputs.labels, placement)
    return feature_labels(inputs.labels, inputs.class_field, inputs.radius, placement)


def thread_count() -> int:
    """Return how many threads Processing is set to use, else one for each core."""
    setting = ProcessingConfig.getSetting(ProcessingConfig.MAX_THREADS)
    try:
        return max(1, int(setting))
    except (TypeError, ValueError):
        return os.cpu_count() or 1


def _needs_label_file(options: ExportOptions, stored: StoredDataset | None) -> bool:
    """Return whether a chip has to get a label file: in a folder without any ArcGIS's reader never ends."""
    has_files = LABEL_WRITERS[options.metadata_format].for_every_chip
    return not (has_files or (stored is not None and stored.has_labels))


def _without_alpha(imagery: Imagery, image_format: str) -> tuple[Imagery, list[ExportError]]:
    """Return imagery as an image format can hold it, and a warning where that has no room for alpha."""
    profile = imagery.profile
    alone = profile.band_count == 1
    if IMAGE_WRITERS[image_format].holds_alpha or alone or ALPHA_BAND not in profile.color_interpretation:
        return imagery, []
    warning = ExportError(
        "IMAGE_CHIP_FORMAT: {format} holds no alpha band, so band {band} of {name} is left out; transparent "
        "pixels hold the nodata value, or 0, and count in no statistic.",
        format=image_format,
        band=profile.color_interpretation.index(ALPHA_BAND) + 1,
        name=imagery.name,
    )
    return without_alpha(imagery), [warning]


def _grid(imagery: Imagery, options: ExportOptions) -> Grid:
    width, height = imagery.frame.width, imagery.frame.height
    return Grid(width, height, options.tile_x, options.tile_y, options.stride_x, options.stride_y)


def _stored_dataset(folder: ExportFolder, start_index: int) -> StoredDataset | None:
    """Return the export that a folder holds, None for a folder without one.

    Raises:
        ExportError: a file would be overwritten, or the folder cannot be written to.
    """
    folder.check()
    header = unfinished(folder.path)
    if header is None:
        return finished_dataset(folder, start_index)
    stored = header["stored"]
    return StoredDataset.unfinished(folder.path, stored, JOURNAL_FILE) if stored is not None else None


def finished_dataset(folder: ExportFolder, start_index: int) -> StoredDataset | None:
    """Return the finished export that a folder holds, None for a folder without one.

    Args:
        folder: the export folder.
        start_index: number of the first chip that is to be added.

    Raises:
        ExportError: a file would be overwritten.
    """
    last = folder.last_index()
    if last is not None and start_index <= last:
        raise ExportError(
            "START_INDEX: {path} already holds chips up to number {last}; the first free START_INDEX "
            "is {free}.",
            path=folder.path,
            last=last,
            free=last + 1,
        )
    if last is None and not any(folder.has(name) for name in DATASET_FILES):
        return None
    return StoredDataset.read(folder.path)


def _check_stored_folders(folder: ExportFolder, stored: ClassTable) -> None:
    """Refuse a stored export whose class names cannot have been folders: files would go elsewhere."""
    for each in stored:
        if not is_inner_name(each.name):
            raise ExportError(
                "OUT_FOLDER: the export in {path} names class {value} {name}, which cannot be the name of a "
                "folder; choose another folder.",
                path=folder.path,
                value=each.value,
                name=each.shown_name,
            )


def _check_folder_names(kind: type[LabelWriter], stored: ClassTable, table: ClassTable) -> None:
    """Refuse a new class that would share a folder with one of the stored export."""
    if not kind.folder_names:
        return
    for merged, apart in zip(table, with_folder_names(table)):
        if merged.name != apart.name and merged.value not in stored.values:
            raise ExportError(
                "IN_CLASS_DATA: class {value} is named {name}, and would share a folder with another class "
                "of the export that OUT_FOLDER holds; give it another name.",
                value=merged.value,
                name=merged.shown_name,
            )


def _check_label_pixels(kind: type[LabelWriter], stored: ClassTable, table: ClassTable) -> None:
    """Refuse new classes that the stored export's label rasters could not have held."""
    if kind.pixel_type(stored) != kind.pixel_type(table):
        raise ExportError(
            "IN_CLASS_DATA: class {value} does not fit the {type} label rasters of the export that "
            "OUT_FOLDER holds; choose another folder.",
            value=max(table.values),
            type=kind.pixel_type(stored),
        )
