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

from ..chipping.frame import PixelFrame
from ..chipping.messages import Message
from ..chipping.plan.grid import Grid
from ..chipping.plan.splits import SPLITS
from ..chipping.sets import ALL_IN_ONE
from ..chipping.steps import Step
from ..chipping.stretch import StretchPlan
from ..export.append import stored_entries, stored_export
from ..export.inputs.watched import Watch
from ..export.job import ExportJob, SecondImages
from ..export.limits import Limits
from ..export.options import NOT_SAID, ExportOptions, Processes
from ..export.sets.stored_export import StoredExport
from ..export.splits.planning import SplitPlan, split_plan
from ..export.storage.folder import ExportFolder
from ..imagery.imagery import Imagery
from ..labels.class_scheme import ClassScheme
from ..labels.open import Placement
from ..labels.regions.polygon_layer import PolygonLayer
from ..labels.source import LabelSource
from ..version import VERSION
from ..writers import LABEL_FORMATS
from ..writers.base import LabelFormat
from ..writers.dataset.export_file import StoredEntries
from ..writers.format_context import FormatContext
from ..writers.image_format import ImageFormat
from .adding.numbers import numbered
from .checks.label_layer import crs_warnings, overlap_ratio_warnings, overlap_warnings
from .checks.label_rasters import label_raster_warnings
from .checks.room import folder_warnings
from .checks.sublayers import sublayer_warnings
from .description import Description, description_of
from .fingerprint import watch_on
from .inputs import Inputs
from .job_description import describe_call
from .lists.checks import chip_list_warnings, options_of
from .lists.chips import chip_list, reach_of
from .opening.classes import opened_classes
from .opening.doubts import doubts
from .opening.imagery import grid_of, image_format_of, opened_imagery
from .opening.labels import labels_of, polygons_of
from .opening.second import second_images
from .parameters import names as p
from .reading.unlabelled import unused_warnings
from .saying.understood import understood
from .splits.polygons import SPLIT_FIELD

TOOL = f"Training Data Exporter {VERSION}"


@dataclass(frozen=True)
class Preparation:
    """What a run works with, as far as it is known before the labels are opened.

    Attributes:
        options: the settings.
        grid: all chips.
        imagery: the pixels.
        labels: the labels, not opened.
        image_format: makes image chips.
        label_format: the format of the labels.
        folder: where they go.
        stored: the export that this one adds to, if any.
        stretch: how pixels become 8 bit, if they do.
        split: the split by blocks that is to be made, if any.
        polygons: those that decide on the split, if any.
        mask: the polygons of the area whose labels are complete, if any.
        call: what was asked for, by parameter.
        watch: notices that the data changes.
        entries: of ``export.json`` in the folder.
        recorded: what the new entry says of the call.
        needs_label_file: the folder is of no use until a chip has a label file.
        warnings: sentences for the log.
        notes: others, that warn of nothing: the log begins with them.
        plan_only: nothing is to be written, only to be said.
        description: what ``croissant.json`` is to say, None where it is not wanted.
        processes: which are to make the chips.
        second: makes a second image of each chip, None where there is none.
    """

    options: ExportOptions
    grid: Grid
    imagery: Imagery
    labels: LabelSource
    image_format: ImageFormat
    label_format: type[LabelFormat]
    folder: ExportFolder
    stored: StoredExport | None
    split: SplitPlan | None
    stretch: StretchPlan
    polygons: PolygonLayer | None
    mask: PolygonLayer | None
    call: dict[str, Any]
    watch: Watch
    entries: StoredEntries
    recorded: dict[str, Any]
    needs_label_file: bool
    warnings: tuple[Message, ...]
    notes: tuple[Message, ...]
    plan_only: bool = False
    description: Description | None = None
    processes: Processes = NOT_SAID
    second: SecondImages | None = None

    @property
    def block_bytes(self) -> int:
        """Bytes of files that are read again and again."""
        return self.imagery.block_bytes + (self.second.pixels.block_bytes if self.second is not None else 0)

    @property
    def needs_label(self) -> bool:
        """Whether an export that shows no label comes to nothing."""
        return self.needs_label_file or self.options.only_with_features

    def job(
        self, stop: Callable[[], None], limits: Limits
    ) -> tuple[ExportJob, ClassScheme, tuple[Message, ...]]:
        """Open the labels and return the job, its classes and further warnings.

        Args:
            stop: raises Cancelled when the user has cancelled.
            limits: how much is done at a time.

        Raises:
            ExportError: the classes cannot be written.
        """
        found = opened_classes(self.labels, self.label_format, self.stored, stop)
        is_of_features, labels = self.label_format.is_of_features, self.labels
        listed = chip_list(self.imagery, self.grid, labels, self.options, is_of_features, stop)
        context = FormatContext(
            self.imagery.profile,
            found.table,
            self.image_format.suffix,
            TOOL,
            self.labels.counts_pixels,
            self.options.label_raster_format,
            found.instances,
        )
        job = ExportJob(
            options=self.options,
            grid=self.grid,
            imagery=self.imagery,
            labels=self.labels,
            classes=found.table,
            image_format=self.image_format,
            label_format=self.label_format(context),
            folder=self.folder,
            threads=thread_count(),
            processes=self.processes.or_else(thread_count()),
            limits=limits,
            listed=listed,
            second=self.second,
        )
        return job, found.scheme, found.renamed


def prepare(
    inputs: Inputs, transform_context: QgsCoordinateTransformContext, recorded: dict[str, Any]
) -> Preparation:
    """Return the preparation for some inputs; to be called in the layers' thread.

    Args:
        inputs: layers and settings.
        transform_context: the project's choice of transformations.
        recorded: what ``export.json`` is to say of the call.

    Raises:
        ExportError: the inputs do not go together.
    """
    options = inputs.options
    imagery, stretch, said = opened_imagery(inputs)
    image_format = image_format_of(imagery.profile, options)
    label_format = LABEL_FORMATS[options.metadata_format]
    folder = _folder(inputs, label_format)
    inputs, recorded = numbered(inputs, folder, recorded)
    options = options_of(inputs.options, label_format)
    stored = stored_export(folder, label_format, options.start_index)
    grid = grid_of(imagery, options)
    known = inputs.split_before or (stored.split if stored is not None else None)
    split = split_plan(options, grid, imagery.frame, imagery.profile, known)
    placement = _placement(inputs, imagery.frame, grid, label_format, transform_context)
    needs_file = label_format.needs_label_file and not (stored is not None and stored.has_labels)
    chips = _chip_warnings(inputs, image_format, label_format)
    chips += label_raster_warnings(options, label_format, stored)
    layers = _layer_warnings(inputs, placement, needs_file or options.only_with_features)
    labels = _opened_labels(inputs, placement)
    second, doubts_of_second = second_images(inputs, imagery, transform_context)
    if stored is not None:
        kind = (options.metadata_format, labels.counts_pixels)
        stored.check(folder, *kind, imagery.profile, image_format.suffix, stretch, second and second.profile)
    return Preparation(
        options,
        grid,
        imagery,
        labels,
        image_format,
        label_format,
        folder,
        stored,
        split,
        stretch,
        polygons_of(p.SPLIT_POLYGONS, inputs.split_polygons, placement, SPLIT_FIELD),
        polygons_of(p.IN_MASK_POLYGONS, inputs.mask_polygons, placement),
        describe_call(inputs, imagery, second, TOOL),
        _watch(inputs, imagery, labels, second),
        stored_entries(folder),
        recorded,
        needs_file,
        (*said, *chips, *layers, *doubts_of_second),
        understood(inputs, imagery, placement, second),
        inputs.plan_only,
        description_of(inputs, folder, imagery.frame, transform_context, stored is not None),
        inputs.processes,
        second,
    )


def _placement(
    inputs: Inputs,
    frame: PixelFrame,
    grid: Grid,
    label_format: type[LabelFormat],
    context: QgsCoordinateTransformContext,
) -> Placement:
    """Return where labels are wanted, and as what."""
    reach = reach_of(grid, inputs.options, label_format.is_of_features)
    image = inputs.raster if inputs.options.in_pixels else None
    return Placement(frame, grid, inputs.raster.crs(), context, label_format.need, reach, image)


def _folder(inputs: Inputs, label_format: type[LabelFormat]) -> ExportFolder:
    """Return where the export goes, which is not looked at."""
    sets = SPLITS if inputs.is_split else (ALL_IN_ONE,)
    return ExportFolder(inputs.folder, label_format.layout, sets)


def _opened_labels(inputs: Inputs, placement: Placement) -> LabelSource:
    """Return the labels, not opened."""
    name = inputs.labels.name() if inputs.labels is not None else ""
    with Step("Opening the class data {name}", name=name):
        return labels_of(inputs, placement)


def _watch(inputs: Inputs, imagery: Imagery, labels: LabelSource, second: SecondImages | None) -> Watch:
    """Return what notices that pixels or labels change."""
    with Step("Looking at the data"):
        return watch_on(inputs, imagery, labels, second.pixels.imagery if second is not None else None)


def _layer_warnings(inputs: Inputs, placement: Placement, needs_label: bool) -> tuple[Message, ...]:
    """Return what is to be said of the folder and the layers."""
    return (
        *folder_warnings(inputs),
        *sublayer_warnings(inputs.labels),
        *unused_warnings(inputs.options, inputs.unused),
        *crs_warnings(inputs),
        *doubts(inputs, placement),
        *overlap_ratio_warnings(inputs),
        *overlap_warnings(inputs, placement, needs_label),
    )


def _chip_warnings(
    inputs: Inputs, image_format: ImageFormat, label_format: type[LabelFormat]
) -> list[Message]:
    """Return what is to be said of chips in their format and where they lie, and to the readers of labels."""
    readable = label_format.accepts_chips(image_format.profile, image_format.name)
    lists = chip_list_warnings(inputs, image_format, label_format)
    return [*image_format.warnings(), *readable, *lists]


def thread_count() -> int:
    """Return how many threads Processing is set to use, else one for each core."""
    setting = ProcessingConfig.getSetting(ProcessingConfig.MAX_THREADS)
    try:
        return max(1, int(setting))
    except (TypeError, ValueError):
        return os.cpu_count() or 1
