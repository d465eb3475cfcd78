"""What the log says before and after the work."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsProcessingFeedback

from ..chipping.plan.selection import (
    CHIPS_INSIDE,
    NOT_WHOLE,
    NOT_WHOLE_IN_MASK,
    ON_A_BORDER,
    OUTSIDE,
    OUTSIDE_MASK,
    AreaChips,
)
from ..chipping.plan.splits import SPLITS
from ..chipping.readable import byte_texts, listed, rate_text
from ..chipping.stretch import GIVEN
from ..export.job import estimated_bytes
from ..export.outcome import OVER_QUOTA, WITHOUT_SECOND, ExportResult
from ..export.planning.planned import Plan
from ..imagery.source import Pixels
from ..imagery.validity.valid_pixels import ALPHA_BAND
from ..imagery.validity.without_alpha import alpha_number
from ..labels.panoptic.two_layers import TwoLayers
from ..labels.report import LabelReport
from ..writers.encoding.tiff_compression import UNCOMPRESSED
from ..writers.labels.panoptic.panoptic import INSTANCES
from .parameters.naming import named
from .preparation import Preparation
from .running import Run
from .saying.afterwards import kept_for_now, without_labels
from .saying.planned import planned_text
from .splits.messages import say_sets
from .translation import tr

_SHOWN_IDS = 10


def say_before(preparation: Preparation, run: Run, feedback: QgsProcessingFeedback) -> None:
    """Say what was understood, and what is planned: chips, classes, size."""
    for note in preparation.notes:
        feedback.pushInfo(note.translated(tr))
    for warning in run.warnings:
        feedback.pushWarning(named(warning))
    if run.job.options.only_with_features and run.job.options.empty_chips_percent is not None:
        text = tr(
            "EMPTY_CHIPS_PERCENT: ONLY_TILES_WITH_FEATURES writes no chip without labels, so it is not used."
        )
        feedback.pushWarning(text)
    feedback.pushInfo(planned_text(run.job))
    if run.job.area is not None:
        _say_mask(run, run.job.area, feedback)
    elif run.job.options.mask_mode != CHIPS_INSIDE:
        feedback.pushWarning(tr("MASK_MODE: there are no IN_MASK_POLYGONS, so it is not used."))
    (size,) = byte_texts(estimated_bytes(run.job))
    feedback.pushInfo(tr("Estimated size: at most {size}.").format(size=size))
    _say_pixels(preparation, feedback)
    if preparation.stored is not None:
        text = tr("The chips are added to those in {path}; their numbers begin with {number}.")
        number = preparation.options.start_index
        feedback.pushInfo(text.format(path=preparation.folder.path, number=number))
    if run.job.label_format.has_labels:
        _say_classes(run, feedback)


def _say_classes(run: Run, feedback: QgsProcessingFeedback) -> None:
    """Say which classes there are, and where they are from."""
    table = run.job.classes
    classes = listed(list(table), _SHOWN_IDS, lambda each: f"{each.value} = {each.shown_name}")
    feedback.pushInfo(tr("Classes: {count} ({listed}).").format(count=len(table), listed=classes))
    if run.scheme.unused:
        text = tr(
            "CLASS_VALUE_FIELD is not set, so all labels are of class 1; fields that can be are {fields}."
        )
        feedback.pushInfo(text.format(fields=", ".join(run.scheme.unused)))
    if run.scheme.numbered_text:
        text = tr("{field} holds text: its values are numbered by name.")
        feedback.pushInfo(text.format(field=run.scheme.field))


def _say_mask(run: Run, area: AreaChips, feedback: QgsProcessingFeedback) -> None:
    """Say how many chips there are in the area whose labels are complete."""
    text = tr("Chips that lie within IN_MASK_POLYGONS: {count} of {total}.")
    if run.job.mask is not None:
        text = tr(
            "Chips that IN_MASK_POLYGONS meet: {count} of {total}; {parts} of them reach beyond and are "
            "filled there."
        )
    feedback.pushInfo(text.format(count=area.count, total=run.job.total, parts=area.parts))


def _say_pixels(preparation: Preparation, feedback: QgsProcessingFeedback) -> None:
    """Say what the parameters about pixels do, each in a line if it was given."""
    for text in _pixel_sentences(preparation):
        feedback.pushInfo(text)


def _pixel_sentences(preparation: Preparation) -> Iterator[str]:
    options, pixels = preparation.options, preparation.imagery.pixels
    compression = options.tiff_compression
    if options.bands:
        yield tr("Bands of the chips: {bands}.").format(bands=_named_bands(pixels))
        alpha = alpha_number(pixels)
        if alpha and ALPHA_BAND not in pixels.bands.color_interpretation:
            text = tr("Band {band}, which is left out, is alpha: pixels where it is 0 count as transparent.")
            yield text.format(band=alpha)
    if compression != UNCOMPRESSED and compression in preparation.image_format.compressions:
        yield tr("TIFF chips are compressed: {compression}.").format(compression=compression)


def say_stretch(run: Run, feedback: QgsProcessingFeedback) -> None:
    """Say by which numbers pixels become 8 bit, and where these are from."""
    stretch, stored = run.job.stretch, run.preparation.stored
    if stretch is None:
        return
    if stored is not None and stored.stretch is not None:
        text = tr("Stretched to 8 bit as the export that OUT_FOLDER holds; STRETCH_RANGE={ranges}.")
    elif stretch.kind == GIVEN:
        text = tr("Stretched to 8 bit; STRETCH_RANGE={ranges}.")
    elif stretch.sampled:
        text = tr(
            "Stretched to 8 bit by {kind}, estimated from {pixels} pixels all over the area, which is too "
            "large to look at all of them; STRETCH_RANGE={ranges}."
        )
    else:
        text = tr("Stretched to 8 bit by {kind}, exactly over all pixels; STRETCH_RANGE={ranges}.")
    feedback.pushInfo(text.format(kind=stretch.kind, pixels=stretch.sampled, ranges=stretch.text))


def _named_bands(pixels: Pixels) -> str:
    """Return the raster's numbers of bands, with their names where they have one."""
    bands = pixels.bands
    return ", ".join(
        f"{bands.number(place)} ({name})" if name else str(bands.number(place))
        for place, name in enumerate(bands.names)
    )


def _say_alpha(preparation: Preparation, feedback: QgsProcessingFeedback) -> None:
    """Say which band decides on transparency, where one does."""
    band = alpha_number(preparation.imagery.pixels)
    if band:
        text = tr("Pixels where band {band} is 0 count as transparent: the raster tags that band as alpha.")
        feedback.pushInfo(text.format(band=band))


def say_after(preparation: Preparation, run: Run, seconds: float, feedback: QgsProcessingFeedback) -> None:
    """Say what was done, and what a person should look at."""
    result = run.result
    text = tr("Chips written: {chips}, {empty} of them without labels. Labels written: {objects}.")
    if not run.job.label_format.has_labels:
        text = tr("Chips written: {chips}.")
    feedback.pushInfo(text.format(chips=result.chips, empty=result.empty, objects=result.objects))
    _say_left_out(preparation, result, feedback)
    _say_rasters(preparation, result, feedback)
    _say_features(preparation.labels.report, feedback)
    _say_instances(preparation, result, feedback)
    written = [name for name, its in result.sets.items() if its.chips]
    for remark in run.job.label_format.remarks(result.encoded, written):
        feedback.pushWarning(named(remark))
    for warning in (*without_labels(run), *kept_for_now(preparation.folder.path)):
        feedback.pushWarning(named(warning))
    say_sets(run, feedback)
    rate = result.chips / seconds if seconds else 0.0
    text = tr("Time: {seconds:.1f} s, {rate} chips per second.")
    feedback.pushInfo(text.format(seconds=seconds, rate=rate_text(rate)))


def _say_rasters(preparation: Preparation, result: ExportResult, feedback: QgsProcessingFeedback) -> None:
    """Say what was missing where pixels come from."""
    second = preparation.second
    for imagery in (preparation.imagery, *([] if second is None else [second.pixels.imagery])):
        absent = imagery.report.absent
        if absent:
            text = tr("Tiles that the server does not have, taken as empty: {count} (the first is {url}).")
            feedback.pushInfo(text.format(count=len(absent), url=min(absent)))
    lacking = result.encoded[WITHOUT_SECOND]
    if lacking:
        text = tr("Chips whose second image has no valid pixel: {count} of {total}.")
        feedback.pushWarning(text.format(count=lacking, total=result.chips))


def say_plan(run: Run, plan: Plan, seconds: float, feedback: QgsProcessingFeedback) -> None:
    """Say what would be written, and what a person should look at.

    Args:
        run: what would export it, with the chips left out in its result.
        plan: the chips.
        seconds: since the beginning.
        feedback: takes the sentences.
    """
    text = tr("Chips that would be written: {chips}, {empty} of them without labels. Labels: {objects}.")
    if not run.job.label_format.has_labels:
        text = tr("Chips that would be written: {chips}.")
    feedback.pushInfo(text.format(chips=plan.count, empty=plan.empty, objects=plan.objects))
    if len(plan.chips) > 1:
        text = tr("Chips in {split}: {chips}.")
        for name in sorted(plan.chips, key=SPLITS.index):
            feedback.pushInfo(text.format(split=name, chips=plan.chips[name]))
    _say_left_out(run.preparation, run.result, feedback)
    _say_features(run.job.labels.report, feedback)
    feedback.pushInfo(tr("Time: {seconds:.1f} s; nothing was written.").format(seconds=seconds))


def _say_left_out(preparation: Preparation, result: ExportResult, feedback: QgsProcessingFeedback) -> None:
    reasons = (
        (
            tr("Chips left out because they lie outside IN_MASK_POLYGONS: {count}."),
            result.left_out[OUTSIDE_MASK],
        ),
        (
            tr("Chips left out because IN_MASK_POLYGONS do not hold their whole tile: {count}."),
            result.left_out[NOT_WHOLE_IN_MASK],
        ),
        (tr("Chips left out because they have no labels: {count}."), result.without_labels),
        (
            tr("Chips left out because EMPTY_CHIPS_PERCENT limits those without labels: {count}."),
            result.left_out[OVER_QUOTA],
        ),
        (
            tr("Chips left out because they lie on the border between two splits: {count}."),
            result.left_out[ON_A_BORDER],
        ),
        (
            tr("Chips left out because they lie in no split with their whole tile: {count}."),
            result.left_out[NOT_WHOLE],
        ),
        (tr("Chips left out because they lie outside SPLIT_POLYGONS: {count}."), result.left_out[OUTSIDE]),
        (tr("Chips left out because they have no valid pixel: {count}."), result.without_pixels),
    )
    for text, count in reasons:
        if count:
            feedback.pushInfo(text.format(count=count))
    if result.without_pixels:
        _say_alpha(preparation, feedback)


def _say_features(report: LabelReport, feedback: QgsProcessingFeedback) -> None:
    features = (
        (tr("Features with an invalid geometry that was repaired: {count} (ids {ids})."), report.repaired),
        (
            tr("Features of which only the polygons were taken, no points or lines: {count} (ids {ids})."),
            report.reduced,
        ),
        (
            tr("Features left out because they are points or lines, not polygons: {count} (ids {ids})."),
            report.shapeless,
        ),
        (
            tr("Features left out because their geometry cannot be used: {count} (ids {ids})."),
            report.broken.keys() - report.shapeless,
        ),
        (tr("Features left out because they have no class: {count} (ids {ids})."), report.unclassified),
    )
    for text, fids in features:
        if fids:
            feedback.pushWarning(text.format(count=len(fids), ids=listed(sorted(fids), _SHOWN_IDS)))
    objects = (
        (
            tr(
                "Labels that no pixel shows, since they cover no pixel's centre or lie under others: {count}."
            ),
            report.unseen,
        ),
        (
            tr("Labels left out because their box has no width or no height in two decimals: {count}."),
            report.thin,
        ),
    )
    for text, count in objects:
        if count:
            feedback.pushWarning(text.format(count=count))
    _say_filtered(report, feedback)


def _say_instances(preparation: Preparation, result: ExportResult, feedback: QgsProcessingFeedback) -> None:
    """Say how many instances were written, and what became of others."""
    if isinstance(preparation.labels, TwoLayers):
        feedback.pushInfo(tr("Instances written: {count}.").format(count=result.encoded[INSTANCES]))
        _say_features(preparation.labels.instances.report, feedback)


def _say_filtered(report: LabelReport, feedback: QgsProcessingFeedback) -> None:
    """Say how many labels are not what the user wants."""
    if report.cut:
        text = tr("Features cut by IN_MASK_POLYGONS, which take a part of them: {count}.")
        feedback.pushInfo(text.format(count=len(report.cut)))
    if report.partial:
        text = tr("Labels left out by MIN_POLYGON_OVERLAP_RATIO, too little of their feature: {count}.")
        feedback.pushInfo(text.format(count=report.partial))
    if report.small:
        text = tr("Labels left out by MIN_OBJECT_SIZE, a side of their box is shorter: {count}.")
        feedback.pushInfo(text.format(count=report.small))
