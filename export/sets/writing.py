"""The files of all sets, written last, and what is counted of each set before its first chip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...chipping.sets import in_set
from ...chipping.statistics.bands import BandStatistics, FeatureStatistics
from ...writers.dataset.cell_sizes import CellSize, smallest_and_largest
from ...writers.dataset.set_files import SetFile
from ...writers.dataset.stored import StoredSet
from ...writers.dataset.summary import SecondImagery, SetSummary
from ..job import ExportJob
from ..outcome import ExportResult, SetState
from ..storage.commits import Commits
from ..written import WrittenChips
from .stored_export import StoredExport


def first_result(job: ExportJob, stored: StoredExport | None) -> ExportResult:
    """Return what has been counted before the first chip.

    Args:
        job: all that the export works with.
        stored: the export that it adds to, if any.
    """
    sets = stored.sets if stored is not None else {}
    return ExportResult({name: _first_state(job, sets.get(name)) for name in job.selection.sets})


def _first_state(job: ExportJob, stored: StoredSet | None) -> SetState:
    values = job.classes.values
    if stored is not None:
        return SetState(stored.bands, stored.features.with_classes(values))
    bands = [BandStatistics() for _ in range(job.band_count)]
    return SetState(bands, FeatureStatistics.empty(values))


def files_of_sets(
    job: ExportJob, result: ExportResult, next_index: int, commits: Commits, stored: StoredExport | None
) -> Iterator[SetFile]:
    """Yield the files of each set that holds chips, and those that stand above all sets.

    Args:
        job: all that the export works with.
        result: what it came to.
        next_index: number that a further chip would get.
        commits: have journaled its chips.
        stored: the export that it adds to, if any.
    """
    sets: Mapping[str, StoredSet] = stored.sets if stored is not None else {}
    summaries: dict[str, SetSummary] = {}
    for name, state in result.sets.items():
        before = sets.get(name)
        if before is None and not state.chips:
            continue
        summaries[name] = _summary(job, state, next_index, before)
        chips = WrittenChips(commits, name)
        for path, parts in job.label_format.set_files.write(summaries[name], chips, before):
            yield in_set(name, path), parts
    yield from job.label_format.set_files.above(summaries)


def _summary(job: ExportJob, state: SetState, next_index: int, stored: StoredSet | None) -> SetSummary:
    own = job.imagery.profile.band_count
    second = None if job.second is None else SecondImagery(job.second.profile, state.bands[own:])
    cells = [*(stored.cell_sizes if stored else ()), CellSize.of(job.imagery.profile)]
    return SetSummary(
        metadata_format=job.options.metadata_format,
        profile=job.imagery.profile,
        classes=job.classes,
        chip_total=state.chips + (stored.chip_total if stored else 0),
        next_index=next_index,
        bands=state.bands[:own],
        features=state.features,
        counts_pixels=job.labels.counts_pixels,
        cell_sizes=smallest_and_largest(*cells),
        tool=job.label_format.context.tool,
        stretch=job.stretch,
        sizes_vary=job.sizes_vary,
        is_blackened=job.is_of_features and job.options.blacken_around_feature,
        second=second,
        instance_classes=job.label_format.context.instance_classes,
    )
