"""From the labels of all chips to a split, or from the journal where an earlier run has chosen one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable

import numpy as np

from ...chipping.plan.blocks import Blocks
from ...chipping.plan.selection import SplitChips
from ...chipping.plan.splits import NONE, SALTS, choose
from ...chipping.retry import Stop
from ...chipping.steps import Step
from ...chipping.untrusted.json_kinds import Anything
from ...chipping.untrusted.json_shapes import Record, validate
from ...writers.dataset.stored import damage
from ..job import ExportJob
from ..storage.journal import JOURNAL_FILE
from ..storage.journal_schema import NEWS
from .facts import SplitFacts
from .planning import SplitPlan
from .split_file import StoredSplit
from .survey import survey

_KEPT = Record({"split": Anything(), "facts": Anything(), "news": NEWS}, closed=True)


@dataclass(frozen=True)
class ChosenSplit:
    """A split of the chips of an export.

    Attributes:
        split: all blocks, those of the export that is added to included.
        facts: what it comes to.
        news: what happened to features when the labels were read for it.
        chips: says of each chip which set it is in.
    """

    split: StoredSplit
    facts: SplitFacts
    news: dict[str, Any]
    chips: SplitChips

    def for_journal(self) -> dict[str, Any]:
        """Return what the journal is to keep, so that a resumed run has the same split and need not look."""
        return {"split": self.split.document, "facts": self.facts.for_journal(), "news": self.news}


def choose_split(
    job: ExportJob, plan: SplitPlan, progress: Callable[[float], None], stop: Stop
) -> ChosenSplit:
    """Read the labels of all chips and share out the blocks.

    Args:
        job: all that the export works with.
        plan: what the split is to be like.
        progress: takes how much has been read, 0 to 100.
        stop: raises Cancelled when the user has cancelled.

    Raises:
        Cancelled: the user cancelled.
        ExportError: the labels cannot be read.
    """
    blocks = Blocks.of(plan.lattice, job.imagery.frame, job.grid)
    found = survey(job.labels, job.batches(), blocks, progress, stop)
    census, known = found.census(), plan.known
    with Step("Choosing blocks for train, valid and test"):
        standing = _none(blocks) if known is None else known.of_blocks(blocks)
        salts = range(SALTS) if known is None else range(known.salt, known.salt + 1)
        splits, salt = choose(blocks, census, plan.wanted, standing, salts, stop)
    made = StoredSplit.made(plan.lattice, job.imagery.profile, plan.wanted.seed, salt, known)
    chips = SplitChips(blocks, splits)
    facts = SplitFacts.of(chips, census, found.empty, found.shared(chips.by_group))
    return ChosenSplit(made.with_blocks(blocks, splits), facts, job.labels.report.restart(), chips)


def _none(blocks: Blocks) -> Any:
    return np.full(blocks.shape[0] * blocks.shape[1], NONE, dtype=np.uint8)


def split_of_journal(job: ExportJob, kept: Any) -> ChosenSplit:
    """Return the split that an earlier run of the same call has chosen.

    Args:
        job: all that the export works with.
        kept: what ``ChosenSplit.for_journal`` gave.

    Raises:
        ExportError: it is something else.
    """
    with damage(job.folder.path, JOURNAL_FILE):
        validate(_KEPT, kept)
        split, facts = StoredSplit.of(kept["split"]), SplitFacts.of_journal(kept["facts"])
        blocks = Blocks.of(split.lattice, job.imagery.frame, job.grid)
        splits = split.of_blocks(blocks)
        if (splits == NONE).any():
            raise ValueError("its split lacks blocks")
    job.labels.report.add(kept["news"])
    return ChosenSplit(split, facts, kept["news"], SplitChips(blocks, splits))
