"""From the labels of all chips to a split and a quota, or from the journal of an earlier run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable

import numpy as np

from ...chipping.messages import Message
from ...chipping.plan.blocks import Blocks
from ...chipping.plan.selection import Selection, SplitChips, in_area
from ...chipping.plan.splits import NONE, SALTS, choose
from ...chipping.retry import Stop
from ...chipping.steps import Step
from ...chipping.untrusted.json_kinds import Anything
from ...chipping.untrusted.json_shapes import Record, validate
from ...writers.dataset.stored import damage
from ..job import ExportJob
from ..storage.journal import JOURNAL_FILE
from ..storage.journal_schema import NEWS
from .chip_keys import ChipKeys
from .facts import SplitFacts
from .planning import SplitPlan
from .quota import EmptyQuota, empty_quota
from .split_file import StoredSplit
from .survey import Survey, survey

_KEPT = Record({"split": Anything(), "facts": Anything(), "quota": Anything(), "news": NEWS}, closed=True)


@dataclass(frozen=True)
class ChosenSplit:
    """A split of the chips of an export.

    Attributes:
        split: all blocks, those of the export that is added to included.
        facts: what it comes to.
        selection: says of each chip which set it is in.
    """

    split: StoredSplit
    facts: SplitFacts
    selection: Selection


@dataclass(frozen=True)
class Choice:
    """What the labels of all chips decide on before the first is written.

    Attributes:
        split: which set chips are in, None where that is known without labels.
        quota: which chips without labels are written, None for all.
        news: what happened to features when the labels were read for it.
        notes: what is to be said of processes that helped with it, or could not.
    """

    split: ChosenSplit | None
    quota: EmptyQuota | None
    news: dict[str, Any]
    notes: tuple[Message, ...] = ()

    def for_journal(self) -> dict[str, Any]:
        """Return what the journal is to keep, so that a resumed run chooses the same and need not look."""
        return {
            "split": None if self.split is None else self.split.split.document,
            "facts": None if self.split is None else self.split.facts.for_journal(),
            "quota": None if self.quota is None else self.quota.for_journal(),
            "news": self.news,
        }


def chosen_by_labels(
    job: ExportJob, plan: SplitPlan | None, progress: Callable[[float], None], stop: Stop
) -> Choice:
    """Read the labels of all chips and choose by them.

    Args:
        job: all that the export works with.
        plan: what a split is to be like, None where labels decide on none.
        progress: takes how much has been read, 0 to 100.
        stop: raises Cancelled when the user has cancelled.

    Raises:
        Cancelled: the user cancelled.
        ExportError: the labels cannot be read.
    """
    blocks = job.blocks(plan.lattice) if plan is not None else None
    found, notes = survey(job, blocks, progress, stop)
    split = _chosen_split(job, plan, blocks, found, stop) if plan is not None and blocks is not None else None
    quota = _quota(job, split.selection if split is not None else job.selection, found, stop)
    return Choice(split, quota, job.labels.report.restart(), notes)


def _chosen_split(job: ExportJob, plan: SplitPlan, blocks: Blocks, found: Survey, stop: Stop) -> ChosenSplit:
    census, known = found.census(), plan.known
    with Step("Choosing blocks for train, valid and test"):
        standing = _none(blocks) if known is None else known.of_blocks(blocks)
        salts = range(SALTS) if known is None else range(known.salt, known.salt + 1)
        splits, salt = choose(blocks, census, plan.wanted, standing, salts, stop)
    made = StoredSplit.made(plan.lattice, job.imagery.profile, plan.wanted.seed, salt, known)
    chips = SplitChips(blocks, splits)
    facts = SplitFacts.of(chips, census, found.empty, found.shared(chips.by_group))
    return ChosenSplit(made.with_blocks(blocks, splits), facts, in_area(job.area, chips))


def _none(blocks: Blocks) -> Any:
    return np.full(blocks.shape[0] * blocks.shape[1], NONE, dtype=np.uint8)


def _quota(job: ExportJob, selection: Selection, found: Survey, stop: Stop) -> EmptyQuota | None:
    percent = job.options.empty_chips_percent
    if percent is None or found.has_labels is None:
        return None
    with Step("Choosing chips without labels"):
        return empty_quota(percent, _keys(job), job.batches(), selection, found.has_labels, stop)


def _keys(job: ExportJob) -> ChipKeys:
    angles = job.total // len(job.grid)
    return ChipKeys(job.grid, job.imagery.frame, job.options.split_seed, angles)


def chosen_by_journal(job: ExportJob, plan: SplitPlan | None, kept: Any) -> Choice:
    """Return what an earlier run of the same call has chosen.

    Args:
        job: all that the export works with.
        plan: what the split is like, None where labels decide on none.
        kept: what ``Choice.for_journal`` gave.

    Raises:
        ExportError: it is something else.
    """
    with damage(job.folder.path, JOURNAL_FILE):
        validate(_KEPT, kept)
        split = _split_of(job, kept) if plan is not None else None
        quota = None
        if job.options.limits_empty:
            quota = EmptyQuota.of_journal(_keys(job), kept["quota"])
    job.labels.report.add(kept["news"])
    return Choice(split, quota, kept["news"])


def _split_of(job: ExportJob, kept: dict[str, Any]) -> ChosenSplit:
    """Return the split of a journal.

    Raises:
        ValueError: it is none of these chips.
    """
    split, facts = StoredSplit.of(kept["split"]), SplitFacts.of_journal(kept["facts"])
    if not split.has_blocks:
        raise ValueError("its split is not one of blocks")
    blocks = job.blocks(split.lattice)
    splits = split.of_blocks(blocks)
    if (splits == NONE).any():
        raise ValueError("its split lacks blocks")
    return ChosenSplit(split, facts, in_area(job.area, SplitChips(blocks, splits)))
