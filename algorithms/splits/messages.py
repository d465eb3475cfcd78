"""What the log says of a split before the first chip is written, and what a person should look at."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsProcessingFeedback

from ...chipping.classes import ClassTable
from ...chipping.messages import Message
from ...chipping.plan.splits import NONE, SPLITS, VALID
from ...chipping.readable import length_text, listed
from ...export.options import ExportOptions
from ...export.splits.choosing import ChosenSplit
from ...export.splits.facts import SplitFacts
from ..parameters.naming import named
from ..running import Run
from ..saying.processes import say_notes
from ..translation import tr

_FEW_BLOCKS = 10
_FAR = 0.2  # of the percentage
_SHOWN = 10  # classes that are listed


def say_choice(run: Run, feedback: QgsProcessingFeedback) -> None:
    """Say what the labels of all chips have decided on."""
    if run.choice is None:
        return
    say_notes(run.choice.notes, feedback)
    if run.choice.split is not None:
        _say_split(run, run.choice.split, feedback)
    quota = run.choice.quota
    if quota is not None:
        text = tr(
            "Chips without labels: {kept} of {empty} are written, for {labelled} with labels "
            "(EMPTY_CHIPS_PERCENT is {percent})."
        )
        counts = {"kept": quota.kept, "empty": quota.empty, "labelled": quota.labelled}
        feedback.pushInfo(text.format(percent=run.job.options.empty_chips_percent, **counts))


def _say_split(run: Run, chosen: ChosenSplit, feedback: QgsProcessingFeedback) -> None:
    """Say which chips and labels go to train, valid and test, and what is odd about that."""
    facts = chosen.facts
    has_labels = run.job.label_format.has_labels
    if has_labels:
        text = tr("Chips with labels: {labelled}; without: {empty}.")
        feedback.pushInfo(text.format(labelled=facts.labelled, empty=facts.empty))
    text = _shares_text(has_labels)
    percents = {name: f"{100 * share:.1f}" for name, share in facts.shares.items()}
    feedback.pushInfo(text.format(**percents, border=facts.chips[NONE]))
    if facts.shared:
        text = tr("Features with labels in two splits, since a border between blocks cuts them: {count}.")
        feedback.pushInfo(text.format(count=facts.shared))
    for line in _class_lines(facts, run.job.classes, run.job.labels.counts_pixels):
        feedback.pushInfo(line)
    for warning in split_warnings(chosen, run.job.options, run.job.classes, has_labels):
        feedback.pushWarning(named(warning))


def _shares_text(has_labels: bool) -> str:
    if not has_labels:
        return tr(
            "Split: chips are {train} % for training, {valid} % for validation, {test} % for the test; "
            "{border} of them lie on borders between splits and are not written."
        )
    return tr(
        "Split: chips with labels are {train} % for training, {valid} % for validation, {test} % for the "
        "test; {border} of them lie on borders between splits and are not written."
    )


def _class_lines(facts: SplitFacts, classes: ClassTable, counts_pixels: bool) -> Iterator[str]:
    """Yield how the labels of the first classes are shared out."""
    text = tr("Class {value} ({name}): {train} labels in train, {valid} in valid, {test} in test.")
    if counts_pixels:
        text = tr(
            "Class {value} ({name}): {train} labelled pixels in train, {valid} in valid, {test} in test."
        )
    for each in list(classes)[:_SHOWN]:
        counts = dict(zip(SPLITS, facts.labels.get(each.value, (0,) * len(SPLITS))))
        yield text.format(value=each.value, name=each.shown_name, **counts)
    if len(classes) > _SHOWN:
        yield tr("More classes: {count}.").format(count=len(classes) - _SHOWN)


def say_sets(run: Run, feedback: QgsProcessingFeedback) -> None:
    """Say what was written to train, valid and test, and what a person should look at there."""
    if len(run.result.sets) < 2:
        return
    text = tr("Chips in {split}: {chips}, {empty} of them without labels. Labels: {objects}.")
    if not run.job.label_format.has_labels:
        text = tr("Chips in {split}: {chips}.")
    for name, state in run.result.sets.items():
        counts = {"chips": state.chips, "empty": state.empty, "objects": state.objects}
        feedback.pushInfo(text.format(split=name, **counts))
    _say_unlabelled_sets(run, feedback)
    if run.polygons is not None:
        for warning in _lacking_classes(run):
            feedback.pushWarning(named(warning))


def _lacking_classes(run: Run) -> Iterator[Message]:
    """Yield a warning for each set by polygons that has no label of classes that others have."""
    found = {
        name: {value for value, its in state.features.per_class.items() if its.sizes.count}
        for name, state in run.result.sets.items()
        if state.chips
    }
    anywhere = set().union(*found.values())
    for name, values in found.items():
        lacking = [each for each in run.job.classes if each.value in anywhere - values]
        if lacking:
            yield Message(
                "{split} has no label of classes that others have: {classes}.",
                split=name,
                classes=listed(lacking, _SHOWN, lambda each: f"{each.value} ({each.shown_name})"),
            )


def _say_unlabelled_sets(run: Run, feedback: QgsProcessingFeedback) -> None:
    """Say which sets have chips but no label, where readers of the format cannot do without."""
    stored = run.preparation.stored
    for name, state in run.result.sets.items():
        before = stored.sets.get(name) if stored is not None else None
        has_labels = state.objects or (before is not None and before.map.has_labels)
        if run.preparation.label_format.needs_label_file and state.chips and not has_labels:
            message = Message(
                "METADATA_FORMAT: none of the {count} chips in {split} shows a label, and readers of "
                "{format} need one in each set; set OUTPUT_NOFEATURE_TILES to ONLY_TILES_WITH_FEATURES.",
                count=state.chips,
                split=name,
                format=run.job.options.metadata_format,
            )
            feedback.pushWarning(named(message))


def split_warnings(
    chosen: ChosenSplit, options: ExportOptions, classes: ClassTable, has_labels: bool = True
) -> list[Message]:
    """Return what is odd about a split.

    Args:
        chosen: the split.
        options: say what was asked for.
        classes: the class table.
        has_labels: chips have labels; else all of them are shared out.
    """
    facts = chosen.facts
    percents = dict(zip(SPLITS[VALID:], (options.validation_percent, options.test_percent)))
    asked = [name for name, percent in percents.items() if percent]
    return [
        *_few_blocks(chosen, has_labels),
        *(message for name in asked for message in _lacking(facts, name, classes)),
        *(message for name in asked for message in _far(facts, name, percents[name], has_labels)),
    ]


def _few_blocks(chosen: ChosenSplit, has_labels: bool) -> Iterator[Message]:
    message = (
        "SPLIT_BLOCK_SIZE: only {count} blocks of {size} map units hold labels, too few to share out "
        "each class alike; smaller blocks or a larger area give more."
    )
    if not has_labels:
        message = (
            "SPLIT_BLOCK_SIZE: there are only {count} blocks of {size} map units, too few to share out all "
            "kinds of ground alike; smaller blocks or a larger area give more."
        )
    if chosen.facts.blocks < _FEW_BLOCKS:
        size = length_text(float(f"{chosen.split.lattice.width:.9g}"))
        yield Message(message, count=chosen.facts.blocks, size=size)


def _lacking(facts: SplitFacts, name: str, classes: ClassTable) -> Iterator[Message]:
    """Yield a warning where a split has no label of classes that have some."""
    number = SPLITS.index(name)
    lacking = [
        each
        for each in classes
        if sum(facts.labels.get(each.value, ())) and not facts.labels[each.value][number]
    ]
    if lacking:
        yield Message(
            "{split} has no label of these classes: {classes}. Their labels lie in too few blocks; a "
            "smaller SPLIT_BLOCK_SIZE or another SPLIT_SEED may share them out.",
            split=name,
            classes=listed(lacking, _SHOWN, lambda each: f"{each.value} ({each.shown_name})"),
        )


def _far(facts: SplitFacts, name: str, percent: int, has_labels: bool) -> Iterator[Message]:
    """Yield a warning where a split is far from its percentage."""
    message = (
        "{split} gets {share} % of the chips with labels, not {percent} %; a smaller SPLIT_BLOCK_SIZE "
        "comes nearer."
    )
    if not has_labels:
        message = (
            "{split} gets {share} % of the chips, not {percent} %; a smaller SPLIT_BLOCK_SIZE comes nearer."
        )
    share = 100 * facts.shares[name]
    if abs(share - percent) > _FAR * percent:
        yield Message(message, split=name, share=f"{share:.1f}", percent=percent)
