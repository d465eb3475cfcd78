"""Run a job: chips and labels first, the dataset files last."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from qgis.core import QgsProcessingFeedback

from ..chipping.errors import ExportError, NothingToExportError
from ..chipping.messages import Message
from ..chipping.retry import Stop
from ..chipping.steps import Step
from ..chipping.untrusted.plain_json import plain
from ..export.append import finished_export
from ..export.inputs.file_facts import input_facts
from ..export.inputs.watched import ChangedInputError
from ..export.job import ExportJob
from ..export.limits import Limits
from ..export.loop import Export
from ..export.outcome import ExportResult
from ..export.self_check import check_export
from ..export.sets.writing import files_of_sets, first_result
from ..export.splits.choosing import Choice, chosen_by_journal, chosen_by_labels
from ..export.splits.split_file import SPLIT_FILE, StoredSplit
from ..export.storage.commits import Commits, take_up
from ..export.storage.journal import Journal, unfinished
from ..export.stretching import known_stretch, stretch_of_journal
from ..export.written import WrittenChips
from ..imagery.stretch.measuring import measured
from ..labels.class_scheme import ClassScheme
from .adding.already_there import check_addition
from .checks.class_warnings import class_warnings
from .checks.empty_export import empty_export, unlabelled_export
from .checks.raster_warnings import alpha_warnings
from .checks.room import space_warnings
from .checks.scheduler import check_cluster
from .export_entry import export_file
from .job_description import describe_classes
from .polygon_areas import with_polygons
from .preparation import Preparation
from .saying.processes import say_notes
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
        polygons: what is said of the polygons that decide on the split, None where none do.
        choice: what the labels of all chips decide on, None where they decide on nothing.
    """

    preparation: Preparation
    job: ExportJob
    scheme: ClassScheme
    warnings: tuple[Message, ...]
    result: ExportResult
    polygons: StoredSplit | None = None
    choice: Choice | None = None

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
        check_cluster(preparation.processes.scheduler)
        with Step("Looking at the data"):
            preparation.watch.begin(stop)
            check_addition(preparation, stop)
        job, scheme, renamed = preparation.job(stop, limits)
        job, polygons, said = with_polygons(preparation, job, stop)
        warnings = (
            *preparation.warnings,
            *renamed,
            *said,
            *class_warnings(preparation, scheme),
            *alpha_warnings(preparation.imagery, stop),
            *(() if preparation.plan_only else space_warnings(job)),
        )
        return cls(preparation, job, scheme, warnings, first_result(job, preparation.stored), polygons)

    @property
    def surveys(self) -> bool:
        """Whether the labels of all chips are looked at before the first is written."""
        return self.preparation.split is not None or self.job.options.limits_empty

    @property
    def split(self) -> StoredSplit | None:
        """Which part of the map is in which set, None where all is in one."""
        chosen = self.choice.split if self.choice is not None else None
        return chosen.split if chosen is not None else self.polygons

    def with_choice(self, feedback: QgsProcessingFeedback) -> Run:
        """Return the same with what the labels of all chips decide on.

        An earlier run of the same call has left what it chose.

        Raises:
            Cancelled: the user cancelled.
            ExportError: the labels cannot be read, or what an earlier run has left.
        """
        plan, job = self.preparation.split, self.job
        kept = self._kept()
        if kept is not None:
            choice = chosen_by_journal(job, plan, kept.get("chosen"))
        else:
            choice = chosen_by_labels(job, plan, feedback.setProgress, stop_of(feedback))
        selection = choice.split.selection if choice.split is not None else job.selection
        job = replace(job, selection=selection, quota=choice.quota)
        return replace(self, job=job, choice=choice, result=first_result(job, self.preparation.stored))

    @property
    def measures(self) -> bool:
        """Whether all pixels are looked at before the first chip is written."""
        plan, stored = self.preparation.stretch, self.preparation.stored
        return plan.is_wanted and known_stretch(plan, stored) is None

    def with_stretch(self, feedback: QgsProcessingFeedback) -> Run:
        """Return the same with the numbers by which pixels become 8 bit, which is wanted.

        Raises:
            Cancelled: the user cancelled.
            ExportError: pixels cannot be read, or what an earlier run has left.
        """
        plan, imagery = self.preparation.stretch, self.preparation.imagery
        found = known_stretch(plan, self.preparation.stored)
        if found is None:
            found = stretch_of_journal(self.job.folder, self._kept(), imagery.profile.band_count)
        if found is None:
            with Step("Measuring the pixels"):
                found = measured(imagery.unstretched(), plan.kind, feedback.setProgress, stop_of(feedback))
        return replace(self, job=replace(self.job, imagery=imagery.stretched(found.ranges), stretch=found))

    def _kept(self) -> dict[str, Any] | None:
        """Return the header of the journal that an earlier run of the same call has left, None for none."""
        header = unfinished(self.job.folder.path)
        return header if header is not None and header["call"] == plain(self._call) else None

    @property
    def _call(self) -> dict[str, Any]:
        instances = self.job.label_format.context.instance_classes
        call = {**self.preparation.call, "classes": describe_classes(self.job.classes)}
        return call if instances is None else {**call, "instance classes": describe_classes(instances)}

    @contextmanager
    def finished(self, feedback: QgsProcessingFeedback) -> Iterator[dict[str, WrittenChips]]:
        """Write chips, labels and, last, the dataset files; yield the chips of each set by its folder.

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
                feedback.pushInfo(text.format(done=export.resumed, total=self.job.total))
            self._write(export, journal, commits)
            say_notes(export.notes, feedback, self.choice.notes if self.choice is not None else ())
            yield {name: WrittenChips(commits, name) for name in self.result.sets}
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
            "call": self._call,
            "inputs": self.preparation.watch.first,
            "stored": stored.for_journal() if stored else None,
            "entries": len(self.preparation.entries.beginning),
            "new": new,
            **({"chosen": self.choice.for_journal()} if self.choice is not None else {}),
            **({"stretch": self.job.stretch.document} if self.job.stretch is not None else {}),
        }
        journal = Journal.open(folder.path, header)
        try:
            standing = stored
            if journal.is_new:
                label_format = self.preparation.label_format
                standing = finished_export(folder, label_format, self.job.options.start_index)
            kept = [(journal.header.get(name), header.get(name)) for name in ("stored", "chosen", "stretch")]
            if standing != stored or any(its != plain(mine) for its, mine in kept):
                message = "OUT_FOLDER: another export has written to {path} meanwhile; start again."
                raise ExportError(message, path=folder.path)
            bands, values = self.job.band_count, self.job.classes.values
            journal.check(self.job.options.start_index, bands, values, self.job.selection.sets)
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
            raise NothingToExportError.saying(empty_export(job, result).message)
        if self.preparation.needs_label_file and not result.has_label_files:
            raise self._taken_back()
        numbers = range(job.options.start_index, export.next_index)
        with Step("Checking the chips in {path}", path=job.folder.path):
            check_export(job.folder.path, job.total, numbers, result)
        with Step("Looking at the data"):
            self._look_closely(journal, export.stop)
        with Step("Writing the dataset files"):
            files = files_of_sets(job, result, export.next_index, commits, stored)
            split = [(SPLIT_FILE, self.split.parts())] if self.split is not None else []
            known = self.preparation.description
            described = [known.file(job, list(result.sets))] if known is not None else []
            inputs = input_facts(self.preparation.watch.first, export.stop)
            entry = [export_file(self.preparation, job, result, inputs)]
            job.folder.place_streams(chain(files, split, described, entry))

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

    def _taken_back(self) -> NothingToExportError:
        """Remove the chips, none of which has a label file, and return what to say of that.

        What would make it better is another call, for which the folder has to be as it was before.
        """
        chips = self.result.chips
        self.job.folder.take_back(self.job.options.start_index)
        self.result.sets.clear()
        return NothingToExportError.saying(unlabelled_export(self.job, chips).message)
