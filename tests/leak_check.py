"""How much ground do the splits of a training set share? Asked of the world files alone.

Usage: python tests/leak_check.py FOLDER [--tile PIXELS] [--random PERCENT]

Knows nothing of how a split was made, and needs numpy alone. With --random it draws a random share of all
chips instead, and says how much of it the others share.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np

Corner = tuple[int, int]


def corners_of(folder: Path) -> list[Corner]:
    """Return row and column of the first pixel of each chip in a folder, on the pixels of the map."""
    found = []
    for world in sorted(path for path in folder.iterdir() if path.suffix in (".tfw", ".pgw", ".jgw")):
        cell_x, _, _, cell_y, x, y = map(float, world.read_text("ascii").split())
        found.append((round((y - cell_y / 2) / cell_y), round((x - cell_x / 2) / cell_x)))
    return found


def shared_share(chips: Iterable[Corner], others: Iterable[Corner], tile: int) -> float:
    """Return which share of the pixels of some chips lies in other chips too.

    Args:
        chips: first pixels of the chips.
        others: those of the others.
        tile: side of all of them (pixels).
    """
    mine, its = np.array(list(chips)).reshape(-1, 2), np.array(list(others)).reshape(-1, 2)
    every = np.concatenate((mine, its))
    first, shape = every.min(axis=0), np.ptp(every, axis=0) + tile
    covered = np.zeros((2, *shape), dtype=bool)
    for plane, corners in zip(covered, (mine, its)):
        for row, column in corners - first:
            plane[row : row + tile, column : column + tile] = True
    return float(covered.all(axis=0).sum() / covered[0].sum())


def main(arguments: list[str]) -> int:
    """Say what is shared; return 1 where that is anything."""
    parser = argparse.ArgumentParser(description="Count the pixels that splits share.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tile", type=int, default=256)
    parser.add_argument("--random", type=float, default=0.0)
    given = parser.parse_args(arguments)
    names = [name for name in ("train", "valid", "test") if (given.folder / name / "images").is_dir()]
    chips = {name: corners_of(given.folder / name / "images") for name in names}
    if given.random:
        every = sorted({corner for its in chips.values() for corner in its})
        every = every or corners_of(given.folder / "images")
        random.Random(0).shuffle(every)
        count = round(len(every) * given.random / 100)
        chips = {"train": every[count:], f"a random {given.random:g} %": every[:count]}
    leaks = False
    for name, its in chips.items():
        others = [corner for other, more in chips.items() if other != name for corner in more]
        share = shared_share(its, others, given.tile) if its and others else 0.0
        print(f"{name}: {100 * share:.2f} % of its pixels are in another split")
        leaks |= share > 0
    return int(leaks)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
