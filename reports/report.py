"""The report of an export: what is in it, and what a person should look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..chipping.readable import length_text
from ..writers.dataset.exported_sets import Exported
from . import page
from .bins import count_bars, side_bars, tenth_bars
from .charts import ClassBar, class_chart, class_name, histogram
from .contact_sheet import chosen_chips, contact_sheet
from .doubts import Doubtful, FeatureIds, doubt_sentences
from .facts import SetFacts
from .findings import findings
from .markup import html_text
from .object_sections import object_sections
from .page import Translate
from .splits import BlockPlaces, split_sections

_MOST_CLASSES = 40


def _unknown(label: Doubtful) -> Sequence[int]:
    """Return no id of a feature."""
    return ()


@dataclass(frozen=True)
class RunFacts:
    """What the files of an export do not say of the run that ended it.

    Attributes:
        tool: name and version of this tool.
        raster: name of the imagery.
        labels: name of the label layer.
        second: name of the second raster, "" for none.
        crs: name of the coordinate reference system.
        settings: label and value of each parameter.
        command: the same as a call from Python.
        bands: numbers of the bands to show as red, green, blue; empty for those that say so.
        without_pixels: chips left out since they have no valid pixel.
        without_labels: chips left out since they show no label.
        partial: labels left out since their chips show too little of their features.
        small: labels left out since a side of their boxes is too short.
        on_borders: chips left out since they lie on the border of a split.
        outside: chips left out since they lie in no split.
        outside_mask: chips left out since they lie outside the area whose labels are complete.
        cut_by_mask: chips left out since that area does not hold their whole tile.
        blocks: column and row of the blocks of each split, by its name.
        plan: what an export would take that has not been made, names and values; empty for one that has.
        feature_ids: tells the features that a doubtful label is of.
    """

    tool: str = ""
    raster: str = ""
    labels: str = ""
    second: str = ""
    crs: str = ""
    settings: Sequence[tuple[str, str]] = ()
    command: str = ""
    bands: Sequence[int] = ()
    without_pixels: int = 0
    without_labels: int = 0
    partial: int = 0
    small: int = 0
    on_borders: int = 0
    outside: int = 0
    outside_mask: int = 0
    cut_by_mask: int = 0
    blocks: BlockPlaces = field(default_factory=dict)
    plan: Sequence[tuple[str, str]] = ()
    feature_ids: FeatureIds = _unknown

    def plus(self, other: RunFacts) -> RunFacts:
        """Return the same, with what another run has left out as well."""
        return replace(self, **{name: getattr(self, name) + getattr(other, name) for name in _LEFT_OUT})


_LEFT_OUT = (
    *("without_pixels", "without_labels", "partial", "small"),
    *("on_borders", "outside", "outside_mask", "cut_by_mask"),
)


def build_report(exported: Exported, facts: SetFacts, run: RunFacts, tr: Translate) -> str:
    """Return the report as one HTML file.

    Args:
        exported: the export.
        facts: what all its chips come to.
        run: what its files do not say.
        tr: gives the translation of an English text.

    Raises:
        ExportError: a chip cannot be read.
    """
    is_map, has_labels = not exported.label_format.counts_objects, exported.label_format.has_labels
    named = tr("chip {stem}"), tr("chip {stem} (features: {ids})")
    sentences = [
        *findings(facts, exported.classes, is_map, run.without_pixels, has_labels),
        *doubt_sentences(facts.doubts, run.feature_ids, *named),
    ]
    title = tr("Plan of training data: {raster}") if run.plan else tr("Training data: {raster}")
    title = title.format(raster=run.raster or exported.folder.name)
    sections = [
        f"<h1>{html_text(title)}</h1>",
        f'<p class="source">{html_text(str(exported.folder))}</p>',
        page.key_numbers(_numbers(facts, is_map, tr) if has_labels else [(tr("chips"), str(facts.chips))]),
        page.section(tr("This is a plan"), _plan(run, tr)),
        page.section(tr("Worth a look"), page.warnings([each.translated(tr) for each in sentences])),
        page.section(tr("Classes"), _classes(exported, facts, is_map, tr) if has_labels else ""),
        *split_sections(exported, facts, run.blocks, tr),
        *(_histograms(exported, facts, is_map, tr) if has_labels else ()),
        *object_sections(exported, facts, tr),
        page.section(_sheet_title(has_labels, tr), _sheet(exported, facts, run, tr)),
        page.section(tr("The training set"), page.table(_set_rows(exported, facts, run, tr))),
        page.section(tr("Parameters"), page.table(run.settings)),
        page.section(tr("The same in Python"), page.code(run.command)),
        f'<p class="source">{html_text(run.tool)}</p>',
    ]
    language = tr("en")  # a translation says its own code here
    return page.page(title, language, sections)


def _plan(run: RunFacts, tr: Translate) -> str:
    """Return what an export would take, nothing where it has been made."""
    if not run.plan:
        return ""
    text = tr(
        "Nothing has been written. Chips are counted by their labels alone; those without a valid pixel, "
        "which an export leaves out, are among them."
    )
    return f"<p>{html_text(text)}</p>" + page.table(run.plan)


def _numbers(facts: SetFacts, is_map: bool, tr: Translate) -> list[tuple[str, str]]:
    share = 100 * facts.empty / facts.chips if facts.chips else 0.0
    percent = "< 1" if 0 < share < 1 else f"{share:.0f}"
    labels = [] if is_map else [(tr("labels"), str(facts.labels))]
    return [
        (tr("chips"), str(facts.chips)),
        *labels,
        (tr("classes"), str(len(facts.per_class))),
        (tr("chips without a label"), f"{facts.empty} ({percent} %)"),
    ]


def _classes(exported: Exported, facts: SetFacts, is_map: bool, tr: Translate) -> str:
    first = tr("Labelled pixels") if is_map else tr("Labels")
    rows = []
    for each in exported.classes:
        its = facts.per_class[each.value]
        rows.append(
            ClassBar(class_name(each), each.color, (round(its.pixels) if is_map else its.labels, its.chips))
        )
    rows.sort(key=lambda row: -row.counts[0])
    chart = page.chart(class_chart((first, tr("Chips")), rows[:_MOST_CLASSES]))
    if len(rows) > _MOST_CLASSES:
        more = tr("Classes that have fewer: {count}.").format(count=len(rows) - _MOST_CLASSES)
        chart += f"<p>{html_text(more)}</p>"
    return chart


def _histograms(exported: Exported, facts: SetFacts, is_map: bool, tr: Translate) -> list[str]:
    if is_map:
        axis = tr("share of a chip's pixels that are labelled")
        charts = [
            (tr("Chips by labelled share"), histogram(tenth_bars(facts.cover), axis)),
            (
                tr("Chips by number of classes"),
                histogram(count_bars(facts.per_chip), tr("classes in a chip")),
            ),
        ]
        if exported.label_format.labels_whole_chips:  # a class is as large as its chip
            del charts[0]
    else:
        axis = tr("side of a square of the same area, in pixels")
        charts = [
            (tr("Labels by size"), histogram(side_bars(facts.sides), axis) if facts.sides else ""),
            (tr("Chips by number of labels"), histogram(count_bars(facts.per_chip), tr("labels in a chip"))),
        ]
    return [page.section(title, page.chart(svg)) for title, svg in charts]


def _sheet_title(has_labels: bool, tr: Translate) -> str:
    return tr("Chips and their labels") if has_labels else tr("Pictures of the chips")


def _sheet(exported: Exported, facts: SetFacts, run: RunFacts, tr: Translate) -> str:
    """Return pictures of chips, nothing where there are none yet."""
    if run.plan:
        return ""
    chips = contact_sheet(exported, chosen_chips(facts), run.bands)
    caption = tr("{shown} of {count} chips. Below each: its name and the number of its labels.")
    if not exported.label_format.counts_objects:
        caption = tr("{shown} of {count} chips. Below each: its name and the number of its classes.")
    if not exported.label_format.has_labels:
        caption = tr("{shown} of {count} chips. Below each: its name.")
    return (
        f"<p>{html_text(caption.format(shown=len(chips), count=facts.chips))}</p>"
        + page.legend([(each.name, each.color) for each in exported.classes])
        + page.sheet(chips, exported.label_format.has_labels)
    )


def _set_rows(exported: Exported, facts: SetFacts, run: RunFacts, tr: Translate) -> list[tuple[str, str]]:
    across, down = exported.cell
    size = f"{exported.width} × {exported.height} × {exported.band_count}"
    if facts.sizes_vary:
        size = tr("each as large as its feature")
    without_labels = str(run.without_labels) if exported.label_format.has_labels else ""
    rows = [
        (tr("Format of the labels"), exported.label_format.name),
        (tr("Size of a chip"), size),
        (tr("Size of a pixel"), f"{length_text(across)} × {length_text(down)}"),
        (tr("Coordinate reference system"), run.crs),
        (tr("Imagery"), run.raster),
        (tr("Second imagery"), run.second),
        (tr("Class data"), run.labels),
        (tr("Chips left out, outside IN_MASK_POLYGONS"), str(run.outside_mask or "")),
        (tr("Chips left out, not whole within IN_MASK_POLYGONS"), str(run.cut_by_mask or "")),
        (tr("Chips left out, without a label"), without_labels),
        (tr("Chips left out, without a valid pixel"), str(run.without_pixels)),
        (tr("Labels left out, too little of their feature"), str(run.partial or "")),
        (tr("Labels left out, too small"), str(run.small or "")),
        (tr("Chips left out, on the border between two splits"), str(run.on_borders or "")),
        (tr("Chips left out, outside SPLIT_POLYGONS"), str(run.outside or "")),
    ]
    return [row for row in rows if row[1]]
