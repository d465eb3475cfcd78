"""Draw docs/images/splits.svg and leak.svg: which chips are in which split, by blocks and at random.

Usage: scripts/split_picture.py
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

CHECKOUT = Path(__file__).resolve().parent.parent
IMAGES = CHECKOUT / "docs" / "images"
TILE, STRIDE, BLOCK = 32, 16, 128  # pixels
WIDTH, HEIGHT = 6 * BLOCK, 4 * BLOCK
SIDE = 10  # of the margin
CLASSES = ("#c2185b", "#222222")
SHARED = "#e53935"
SHARES = (0.6, 0.2, 0.2)


def labels() -> np.ndarray:
    """Return class, x and y of labels in clusters; of the second class there are few."""
    random = np.random.default_rng(11)
    found = []
    for value, clusters, count in ((0, 22, 16), (1, 12, 5)):
        centres = random.uniform((0, 0), (WIDTH, HEIGHT), (clusters, 2))
        points = np.repeat(centres, count, axis=0) + random.normal(0, 20, (clusters * count, 2))
        points = points[((points > 4) & (points < (WIDTH - 4, HEIGHT - 4))).all(axis=1)]
        found.append(np.column_stack((np.full(len(points), value), points)))
    return np.concatenate(found)


def split(points: np.ndarray) -> tuple[Any, Any, Any]:
    """Return grid, blocks and split of the scene, as an export chooses it."""
    sys.path.append(str(CHECKOUT / "tests"))
    import conftest  # noqa: F401 - imports the checkout under the package's name

    from training_data_exporter.chipping.chip import ChipLabels
    from training_data_exporter.chipping.frame import PixelFrame
    from training_data_exporter.chipping.plan.blocks import Blocks, Lattice
    from training_data_exporter.chipping.plan.grid import Batch, Grid
    from training_data_exporter.chipping.plan.selection import SplitChips
    from training_data_exporter.chipping.plan.splits import NONE, Wanted, choose
    from training_data_exporter.export.splits.survey import Survey
    from training_data_exporter.labels.source import BatchLabels

    grid = Grid(HEIGHT, WIDTH, TILE, TILE, STRIDE, STRIDE)
    frame = PixelFrame(0.0, 0.0, 1.0, 1.0, HEIGHT, WIDTH)
    blocks = Blocks.of(Lattice.of(frame, grid, float(BLOCK)), frame, grid)
    batch = Batch.of(grid, range(grid.rows), range(grid.columns))
    chips = {}
    for place in batch.places:
        window = grid.window(*place)
        inside = (points[:, 1] >= window.col_off) & (points[:, 1] < window.col_end)
        inside &= (points[:, 2] >= window.row_off) & (points[:, 2] < window.row_end)
        if inside.any():
            chips[place] = ChipLabels((), tuple((int(value), 1.0) for value in points[inside, 0]))
    survey = Survey(blocks, len(grid))
    survey.add(batch, BatchLabels(chips), counts_pixels=False)
    known = np.full(blocks.shape[0] * blocks.shape[1], NONE, dtype=np.uint8)
    splits, _ = choose(blocks, survey.census(), Wanted(0.2, 0.2), known)
    return grid, blocks, SplitChips(blocks, splits)


def colors() -> list[str]:
    """Return the colours of train, valid, test, and of chips that are not written."""
    from training_data_exporter.reports.splits import COLORS

    return ["#{:02x}{:02x}{:02x}".format(*color) for color in COLORS] + ["#bbbbbb"]


def marks(numbers: np.ndarray, points: np.ndarray) -> Iterator[str]:
    """Yield a dot at the middle of each chip, and the labels."""
    for (row, column), number in np.ndenumerate(numbers):
        x, y = column * STRIDE + TILE / 2, row * STRIDE + TILE / 2
        yield f'<circle cx="{x:g}" cy="{y:g}" r="3" fill="{colors()[number]}"/>'
    for value, x, y in points:
        yield f'<rect x="{x - 1.5:.1f}" y="{y - 1.5:.1f}" width="3" height="3" fill="{CLASSES[int(value)]}"/>'


def legend(last: str, color: str) -> list[str]:
    """Return what colours mean.

    Args:
        last: what is said of the fourth colour.
        color: that.
    """
    from training_data_exporter.chipping.plan.splits import SPLITS

    every = [*zip(SPLITS, colors()), (last, color)]
    return [
        *(f'<circle cx="{100 * place + 8}" cy="{HEIGHT + 22}" r="5" fill="{each}"/>'
          f'<text x="{100 * place + 20}" y="{HEIGHT + 27}">{name}</text>'
          for place, (name, each) in enumerate(every)),
        *(f'<rect x="{480 + 130 * place}" y="{HEIGHT + 17}" width="9" height="9" fill="{each}"/>'
          f'<text x="{496 + 130 * place}" y="{HEIGHT + 27}">label, class {place + 1}</text>'
          for place, each in enumerate(CLASSES)),
    ]  # fmt: skip


def write(name: str, parts: list[str]) -> None:
    """Write a picture."""
    box = f"{-SIDE} {-SIDE} {WIDTH + 2 * SIDE} {HEIGHT + 40 + 2 * SIDE}"
    (IMAGES / name).write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" font-family="sans-serif" font-size="14">\n'
        f'<rect x="{-SIDE}" y="{-SIDE}" width="100%" height="100%" fill="#ffffff"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n",
        encoding="utf-8",
    )


def leaking(shape: tuple[int, int]) -> tuple[np.ndarray, list[str]]:
    """Return a random split of chips, and its ground: in the colour of its split, or in that of several.

    Args:
        shape: rows and columns of chips.
    """
    numbers = np.random.default_rng(3).choice(3, shape, p=SHARES)
    paths: dict[str, str] = {}
    shares = []
    for row, column in itertools.product(range(shape[0] + 1), range(shape[1] + 1)):
        splits = set(numbers[max(row - 1, 0) : row + 1, max(column - 1, 0) : column + 1].ravel().tolist())
        if 1 in splits:
            shares.append(len(splits) > 1)
        color = SHARED if len(splits) > 1 else colors()[splits.pop()]
        paths[color] = (
            paths.get(color, "") + f"M{column * STRIDE} {row * STRIDE}h{STRIDE}v{STRIDE}h-{STRIDE}z"
        )
    sys.stdout.write(f"{np.mean(shares):.0%} of the ground of valid is in other splits in leak.svg\n")
    drawn = [f'<path d="{path}" fill="{color}" fill-opacity="0.25"/>' for color, path in paths.items()]
    return numbers, drawn


def main() -> None:
    """Write the pictures."""
    points = labels()
    grid, blocks, chips = split(points)
    from training_data_exporter.chipping.plan.grid import Batch

    parts = []
    for (row, column), number in zip(itertools.product(*map(range, blocks.shape)), chips.splits):
        parts.append(
            f'<rect x="{column * BLOCK}" y="{row * BLOCK}" width="{BLOCK}" height="{BLOCK}" '
            f'fill="{colors()[number]}" fill-opacity="0.25" stroke="#ffffff" stroke-width="2"/>'
        )
    numbers = chips.numbers(Batch.of(grid, range(grid.rows), range(grid.columns)))
    write("splits.svg", [*parts, *marks(numbers, points), *legend("not written", colors()[-1])])
    numbers, parts = leaking(numbers.shape)
    write("leak.svg", [*parts, *marks(numbers, points), *legend("in several", SHARED)])


if __name__ == "__main__":
    main()
