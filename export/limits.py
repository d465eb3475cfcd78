"""How much is done at a time."""

from __future__ import annotations

from typing import NamedTuple

MOST_WORKERS = 512
"""Processes that one export may start."""

MOST_RUN = 4
"""Batches that a process gets one after another, unless more of them share a block of a file."""


class Limits(NamedTuple):
    """What bounds batches and commits; the files of an export are the same for any limits.

    Little memory is soon used again, and large requests keep a server least busy.

    Attributes:
        batch_bytes: pixel bytes that a batch of a file may hold, twice as many where it takes that for two
            rows of chips that overlap; up to five batches live at a time.
        remote_batch_bytes: likewise of a server.
        batch_chips: chips that a batch may hold: what is kept of each takes more than the pixels
            of a small one.
        listed_chips: likewise of a list, whose chips are read one by one, so that many together gain nothing.
        batch_labels: labels that a batch may hold, as far as the number of features foretells it.
        commit_seconds: seconds of work between commits to the journal.
        commit_share: times as long as it takes to look at the inputs, at least, lies between commits.
        helper_seconds: seconds of work ahead that pay for the start of other processes; 0: the export
            begins when these are ready.
    """

    batch_bytes: int = 12 << 20
    remote_batch_bytes: int = 24 << 20
    batch_chips: int = 4096
    listed_chips: int = 1024
    batch_labels: int = 16384
    commit_seconds: float = 2.0
    commit_share: float = 20.0
    helper_seconds: float = 3.0
