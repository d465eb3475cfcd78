"""Run a job: chips and labels first, the dataset files last."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain

from qgis.core import QgsProcessingFeedback

from ..chipping.errors import ExportError
from ..chipping.messages import Message
from ..chipping.readable import byte_texts
from ..chipping.retry import Stop
from ..chipping.statistics.bands import BandStatistics, FeatureStatistics
from ..chipping.steps import Step
from ..export.append import finished_set
from ..export.inputs.file_facts import input_facts
from ..export.inputs.watched import ChangedInputError
from ..export.job import ExportJob, estimated_bytes
from ..export.limits import Limits
from ..export.loop import Export
from ..export.outcome import ALL_IN_ONE, ExportResult, SetState
from ..export.self_check import check_export
from ..export.storage.commits import Commits, take_up
from ..export.storage.journal import Journal
from ..export.written import WrittenChips
from ..labels.class_scheme import ClassScheme
from ..writers.dataset.cell_sizes import CellSize, smallest_and_largest
from ..writers.dataset.export_file import EXPORT_FILE
from ..writers.dataset.stored import StoredSet
from ..writers.dataset.summary import SetSummary
from .checks.class_warnings import class_warnings
from .checks.empty_export import empty_export
from .checks.raster_warnings import alpha_warnings
from .export_entry import counts
from .job_description import describe_classes
from .preparation import TOOL, Preparation
from .shown_feedback import stop_of
from .translation import tr


@dataclass(frozen=True)
class Run:
    """A job that is about to be run.

    Attributes:
        preparation: what it was made from.
        job: all that it works with.
        scheme: how labels become classes.
        warnings: sentences for the log.
        result: what was counted so far, the stored export's part at first.
    """

    preparation: Preparation
    job: ExportJob
    scheme: ClassScheme
    warnings: tuple[Message, ...]
    result: ExportResult

    @classmethod
    def start(cls, preparation: Preparation, limits: Limits, feedback: QgsProcessingFeedback) -> Run:
        """Open the labels; nothing is written.

        Args:
            preparation: what was prepared in the layers' thread.
            limits: how much is done at a time.
            feedback: hears Cancel.

        Raises:
            Cancelled: the user cancelled.
            ExportError: the labels cannot be used, or there is too little space.
        """
        stop = stop_of(feedback)
        with Step("Looking at the data"):
            preparation.watch.begin(stop)
        job, scheme, renamed = preparation.job(stop, limits)
        warnings = (
            *preparation.warnings,
            *renamed,
            *class_warnings(preparation, scheme),
            *alpha_warnings(preparation.imagery, stop),
            *_space_warnings(job),
        )
        return cls(preparation, job, scheme, warnings, _first_result(job, preparation.stored))

    @contextmanager
    def finished(self, feedback: QgsProcessingFeedback) -> Iterator[WrittenChips]:
        """Write chips, labels and, last, the dataset files; yield the chips, which ``result`` counts.

        The journal goes when what is made of them is made too: until then the
        same call goes on, so that a report that failed can be had.

        Raises:
            Cancelled: the user cancelled; whole chips and the journal remain.
            ExportError: reading or writing failed, or no chip is left to write.
        """
        folder = self.job.folder
        new = folder.create()
        try:
            with Step("Opening the journal"):
                journal = self._journal(new)
        except ExportError:
            if new:
                folder.tidy(new)
            raise
        commits: Commits | None = None
        try:
            with Step("Taking up the journal"):
                take_up(folder, journal, self.job.options.start_index, stop_of(feedback))
                commits = Commits(folder, journal, self._checked, self.job.limits)
                export = Export(self.job, feedback, self.result, commits)
            if export.resumed:
                text = tr("An earlier run was interrupted; going on at chip {done} of {total}.")
                feedback.pushInfo(text.format(done=export.resumed, total=len(self.job.grid)))
            self._write(export, journal, commits)
            yield WrittenChips(commits)
            journal.remove()
        finally:
            with closing(journal):
                if commits is not None:
                    commits.close()
                if not self.result.chips and not self._has_written():  # nothing is left to finish
                    journal.remove()
                    folder.tidy(bool(journal.header.get("new")))

    def _has_written(self) -> bool:
        """Return whether a file of a chip of this export stands."""
        last = self.job.folder.last_index()
        return last is not None and last >= self.job.options.start_index

    def _journal(self, new: bool) -> Journal:
        """Return the folder's journal, which keeps other exports out from then on.

        Args:
            new: the folder did not exist before.

        Raises:
            ExportError: another export is writing, has written meanwhile, or is unfinished.
        """
        folder, stored = self.job.folder, self.preparation.stored
        header = {
            "call": {**self.preparation.call, "classes": describe_classes(self.job.classes)},
            "inputs": self.preparation.watch.first,
            "stored": stored.for_journal() if stored else None,
            "entries": len(self.preparation.entries.beginning),
            "new": new,
        }
        journal = Journal.open(folder.path, header)
        try:
            standing = stored
            if journal.is_new:
                label_format = self.preparation.label_format
                standing = finished_set(folder, label_format, self.job.options.start_index)
            if standing != stored or journal.header["stored"] != header["stored"]:
                message = "OUT_FOLDER: another export has written to {path} meanwhile; start again."
                raise ExportError(message, path=folder.path)
            bands, values = self.job.imagery.profile.band_count, self.job.classes.values
            journal.check(self.job.options.start_index, bands, values)
        except ExportError:
            if journal.is_new:
                journal.remove()
            journal.close()
            raise
        return journal

    def _write(self, export: Export, journal: Journal, commits: Commits) -> None:
        """Write all chips, check the folder, and write the dataset files."""
        job, stored = self.job, self.preparation.stored
        result = export.run()
        with Step("Looking for features without geometry"):
            job.labels.finish(export.stop)
        if not result.chips:
            journal.remove()
            raise empty_export(job, result)
        if self.preparation.needs_label_file and not result.has_label_files:
            raise self._taken_back()
        numbers = range(job.options.start_index, export.next_index)
        with Step("Checking the chips in {path}", path=job.folder.path):
            check_export(job.folder.path, len(job.grid), numbers, result)
        with Step("Looking at the data"):
            self._look_closely(journal, export.stop)
        with Step("Writing the dataset files"):
            summary = _summary(job, export, stored)
            files = job.label_format.set_files
            written = files.write(summary, WrittenChips(commits), stored)
            above = chain(files.above({ALL_IN_ONE: summary}), [(EXPORT_FILE, self._export_file(export.stop))])
            job.folder.place_streams(chain(written, above))

    def _export_file(self, stop: Stop) -> Iterator[bytes]:
        """Yield ``export.json`` with an entry for this export."""
        preparation = self.preparation
        inputs = input_facts(preparation.watch.first, stop)
        results = {"inputs": inputs, "counts": counts(self.result, self.job.classes)}
        return preparation.entries.with_entry({**preparation.recorded, **results})

    def _look_closely(self, journal: Journal, stop: Stop) -> None:
        """Refuse to finish an export of inputs that have changed.

        Raises:
            ExportError: one has; the journal forgets what it holds where that may be of both states.
        """
        try:
            self._checked(stop, thoroughly=True)
        except ChangedInputError as error:
            if not error.was_seen:
                journal.keep(0)
            raise

    def _checked(self, stop: Stop, thoroughly: bool = False) -> None:
        """Refuse to journal what was read of inputs that have changed; see ``Watch.check``."""
        path, appends = self.job.folder.path, self.preparation.stored is not None
        self.preparation.watch.check(path, appends, stop, thoroughly)

    def _taken_back(self) -> ExportError:
        """Remove the chips, none of which has a label file, and return what to say of that.

        What would make it better is another call, for which the folder has to be as it was before.
        """
        job, report, chips = self.job, self.job.labels.report, self.result.chips
        job.folder.take_back(job.options.start_index)
        self.result.sets.clear()
        if job.labels.counts_pixels:
            return ExportError(
                "METADATA_FORMAT: {format} needs a label in at least one chip, so none of the {chips} chips "
                "was kept: the class raster shows no class on them; check IN_CLASS_DATA, or choose another "
                "METADATA_FORMAT.",
                format=job.options.metadata_format,
                chips=chips,
            )
        return ExportError(
            "METADATA_FORMAT: {format} needs a label in at least one chip, so none of the {chips} chips was "
            "kept: of {total} features {unclassified} have no class, {broken} have no usable geometry, and "
            "{others} lie outside the chips or cover no pixel's centre; check IN_CLASS_DATA and "
            "CLASS_VALUE_FIELD, or choose another METADATA_FORMAT.",
            format=job.options.metadata_format,
            chips=chips,
            total=report.total,
            unclassified=len(report.unclassified),
            broken=len(report.broken),
            others=report.outside,
        )


def _space_warnings(job: ExportJob) -> list[Message]:
    """Return a warning where the free space may not do.

    Raises:
        ExportError: it will not do, since all chips are to be written.
    """
    needed, free = estimated_bytes(job), job.folder.free_bytes(job.options.start_index)
    if free >= needed:
        return []
    free_text, needed_text = byte_texts(free, needed)
    problem = Message(
        "OUT_FOLDER: {path} has {free} free, but the export takes about {needed}.",
        path=job.folder.path,
        free=free_text,
        needed=needed_text,
    )
    if job.options.only_with_features:
        return [problem]
    raise ExportError.saying(problem)


def _first_result(job: ExportJob, stored: StoredSet | None) -> ExportResult:
    """Return what has been counted before the first chip."""
    values = job.classes.values
    if stored is not None:
        return ExportResult({ALL_IN_ONE: SetState(stored.bands, stored.features.with_classes(values))})
    bands = [BandStatistics() for _ in range(job.imagery.profile.band_count)]
    return ExportResult({ALL_IN_ONE: SetState(bands, FeatureStatistics.empty(values))})


def _summary(job: ExportJob, export: Export, stored: StoredSet | None) -> SetSummary:
    profile, result = job.imagery.profile, export.result
    cells = [*(stored.cell_sizes if stored else ()), CellSize.of(profile)]
    return SetSummary(
        metadata_format=job.options.metadata_format,
        profile=profile,
        classes=job.classes,
        chip_total=result.chips + (stored.chip_total if stored else 0),
        next_index=export.next_index,
        bands=result.sets[ALL_IN_ONE].bands,
        features=result.sets[ALL_IN_ONE].features,
        counts_pixels=job.labels.counts_pixels,
        cell_sizes=smallest_and_largest(*cells),
        tool=TOOL,
    )
