"""Train, validation, test: which block belongs to which, so that each class is shared out alike.

Blocks are ordered by a hash. The first ones are validation, the last ones test,
as many as it takes for their share of the chips with labels. That is tried with
many salts; the one that comes nearest to the wanted shares in every class wins.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Callable, NamedTuple

import numpy as np

from .blocks import Blocks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Splits = NDArray[np.uint8]

SPLITS = ("train", "valid", "test")
"""The splits, by their number; each is the name of its folder."""

TRAIN, VALID, TEST, NONE = range(4)
"""Numbers of the splits, and of none: a chip that lies in blocks of two, a block without a split yet."""

SALTS = 100
"""Salts that are tried."""

_WORDS = 8  # numbers of 32 bits in a SHA-256
_CHUNK = 1 << 16  # blocks that are hashed between looks at Cancel
_STEPS = 3  # a border takes chips away, which changes the shares; more steps change nothing
_DIGITS = 9  # of a score: what rounding changes decides nothing


def hashes(seed: int, salt: int, numbers: Numbers, stop: Callable[[], None]) -> NDArray[np.uint32]:
    """Return (blocks, 8), eight numbers for each block, of eight salts.

    SHA-256 of four little-endian numbers of 64 bits, ``seed, salt // 8, column,
    row``, is cut into eight big-endian numbers, those of salts ``8 * (salt //
    8)`` and the seven that follow.

    Args:
        seed: the user's.
        salt: any of the eight.
        numbers: (blocks, 2), column and row of each.
        stop: raises Cancelled when the user has cancelled.
    """
    first, data = struct.pack("<qq", seed, salt // _WORDS), numbers.astype("<i8").tobytes()
    digests = [b""]
    for begin in range(0, len(data), 16 * _CHUNK):
        stop()
        end = min(begin + 16 * _CHUNK, len(data))
        digests += [hashlib.sha256(first + data[at : at + 16]).digest() for at in range(begin, end, 16)]
    words: NDArray[np.uint32] = np.ndarray((len(numbers), _WORDS), dtype=">u4", buffer=b"".join(digests))
    return words.astype(np.uint32)


class Wanted(NamedTuple):
    """How chips with labels are to be shared out.

    Attributes:
        valid: share of validation, 0 to 1.
        test: share of test, 0 to 1; both together less than 1.
        seed: another one gives another split.
    """

    valid: float
    test: float
    seed: int = 0


@dataclass(frozen=True)
class Census:
    """The chips with labels, and their labels, by the blocks that they lie in.

    Attributes:
        groups: (groups), numbers of ``Blocks.groups``, ascending: those that have labels.
        chips: (groups), chips with labels.
        classes: class values, ascending.
        labels: (groups, classes, number of labels) of each class in each group, as three arrays of
            one length; groups and classes by their place in ``groups`` and ``classes``.
    """

    groups: Numbers
    chips: Numbers
    classes: tuple[int, ...]
    labels: tuple[Numbers, Numbers, NDArray[np.float64]]

    def counts(self, splits: Splits) -> NDArray[np.float64]:
        """Return (4, 1 + classes): chips with labels, and labels of each class, of each split and of none.

        Args:
            splits: (groups), the split of each group, NONE for none.
        """
        groups, classes, labels = self.labels
        width = 1 + len(self.classes)
        cells = splits[groups].astype(np.intp) * width + classes + 1
        found = np.zeros((4, width))
        found += np.bincount(cells, weights=labels, minlength=4 * width).reshape(4, width)
        found[:, 0] = np.bincount(splits, weights=self.chips, minlength=4)
        return found


def chip_splits(blocks: Splits, corners: Numbers) -> Splits:
    """Return (chips), the split that chips lie in with all their corners, NONE for none.

    Args:
        blocks: (blocks), the split of each.
        corners: (chips, 4), places of the blocks of their corners.
    """
    found = blocks[corners]
    same = (found == found[:, :1]).all(axis=1)
    splits: Splits = np.where(same, found[:, 0], NONE).astype(np.uint8)
    return splits


def choose(
    blocks: Blocks,
    census: Census,
    wanted: Wanted,
    known: Splits,
    salts: range = range(SALTS),
    stop: Callable[[], None] = lambda: None,
) -> tuple[Splits, int]:
    """Return (blocks), the split of each block, and the salt that won.

    Args:
        blocks: those that chips meet.
        census: where labels lie.
        wanted: how they are to be shared out.
        known: (blocks), splits that blocks have already and keep, else NONE.
        salts: those that are tried.
        stop: raises Cancelled when the user has cancelled.
    """
    contest = _Contest(blocks, census, wanted, known)
    numbers, found = blocks.numbers, contest.free
    best: tuple[float, int, Splits] | None = None
    for salt in salts:
        stop()
        if best is None or salt % _WORDS == 0:
            keys = hashes(wanted.seed, salt, numbers[found], stop)
        splits = contest.assign(keys[:, salt % _WORDS])
        score = contest.score(splits)
        if best is None or score < best[0]:
            best = score, salt, splits
    if best is None:
        raise ValueError("no salt is to be tried")
    _, salt, splits = best
    made = known.copy()
    others = np.flatnonzero(known == NONE)
    made[others] = _by_hash(hashes(wanted.seed, salt, numbers[others], stop)[:, salt % _WORDS], wanted)
    made[found] = splits[: len(found)]
    return np.where(known == NONE, made[blocks.leaders], known), salt


def _by_hash(keys: NDArray[np.uint32], wanted: Wanted) -> Splits:
    """Return the splits of blocks whose chips show no label: by chance, so that each split has such chips."""
    shares = keys / 2.0**32
    splits: Splits = np.full(len(keys), TRAIN, dtype=np.uint8)
    splits[shares < wanted.valid] = VALID
    splits[shares >= 1 - wanted.test] = TEST
    return splits


class _Contest:
    """Shares out the blocks that have labels and no split yet.

    Behind these blocks, ``free``, stand three more that are blocks with a split
    already: one for each split.
    """

    def __init__(self, blocks: Blocks, census: Census, wanted: Wanted, known: Splits) -> None:
        self._census = census
        self._wanted = wanted
        corners = blocks.corners(census.groups)
        corners = np.where(known[corners] == NONE, blocks.leaders[corners], corners)
        self.free: Numbers = np.unique(corners[known[corners] == NONE])
        place = np.searchsorted(self.free, corners)
        self._corners = np.where(known[corners] == NONE, place, len(self.free) + known[corners])

    @cached_property
    def _total(self) -> float:
        return float(self._census.chips.sum())

    def assign(self, keys: NDArray[np.uint32]) -> Splits:
        """Return (free + 3), the splits of the blocks in an order, and those of the three behind them.

        Args:
            keys: (free), what they are ordered by.
        """
        count = len(self.free)
        ranks = np.empty(count, dtype=np.int64)
        ranks[np.argsort(keys, kind="stable")] = np.arange(count)
        highest = np.append(ranks, (count, -1, count))[self._corners].max(axis=1)
        lowest = np.append(ranks, (-1, -1, count))[self._corners].min(axis=1)
        valid, test = self._up_to(highest + 1), self._up_to(count - lowest)
        splits, total = self._cut(ranks, 0, 0), self._total
        for _ in range(_STEPS):
            first, last = self._ends(valid, test, total)
            splits, before = self._cut(ranks, first, last), total
            total = float(self._census.chips[self._groups(splits) != NONE].sum())
            if total == before:
                break
        return splits

    def _up_to(self, ranks: Numbers) -> NDArray[np.float64]:
        """Return (free + 1), how many chips lie in the first 0, 1, ... blocks of an order.

        Args:
            ranks: (groups), how many blocks it takes for the chips of each group.
        """
        count = len(self.free)
        chips = np.zeros(count + 2)
        chips += np.bincount(np.minimum(ranks, count + 1), weights=self._census.chips, minlength=count + 2)
        return np.cumsum(chips)[: count + 1]

    def _ends(self, valid: NDArray[np.float64], test: NDArray[np.float64], total: float) -> tuple[int, int]:
        """Return how many blocks of either end are validation and test; one at least is left for training.

        Args:
            valid: (free + 1), chips in the first 0, 1, ... blocks.
            test: (free + 1), chips in the last 0, 1, ... blocks.
            total: chips of all splits.
        """
        most = max(0, len(self.free) - 1)
        shares = self._wanted.valid, self._wanted.test
        wants_valid, wants_test = (share > 0 for share in shares)
        first = _nearest(valid, shares[0] * total) if wants_valid else 0
        first = min(max(first, int(wants_valid)), max(most - wants_test, min(most, int(wants_valid))))
        last = _nearest(test, shares[1] * total) if wants_test else 0
        return first, min(max(last, int(wants_test)), most - first)

    def _cut(self, ranks: Numbers, first: int, last: int) -> Splits:
        """Return the splits where the first and the last blocks of an order are validation and test."""
        splits = np.full(len(ranks) + 3, TRAIN, dtype=np.uint8)
        splits[:-3][ranks < first] = VALID
        splits[:-3][ranks >= len(ranks) - last] = TEST
        splits[-3:] = TRAIN, VALID, TEST
        return splits

    def _groups(self, splits: Splits) -> Splits:
        return chip_splits(splits, self._corners)

    def score(self, splits: Splits) -> float:
        """Return how far shares are from what is wanted, of all chips with labels and of each class."""
        counts = self._census.counts(self._groups(splits))[:NONE]
        shares = counts[1:] / np.maximum(counts.sum(axis=0), 1)
        wanted = np.array([self._wanted.valid, self._wanted.test])
        asked = wanted > 0
        away = shares[asked] / wanted[asked, np.newaxis] - 1
        return round(float((away**2).sum()), _DIGITS)


def _nearest(ascending: NDArray[np.float64], value: float) -> int:
    """Return the place of the number that is nearest to a value, the first of several."""
    after = int(np.searchsorted(ascending, value))
    near = [place for place in (after - 1, after) if 0 <= place < len(ascending)]
    return int(np.searchsorted(ascending, min(ascending[near], key=lambda each: abs(each - value))))
