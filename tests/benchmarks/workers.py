"""What worker processes bring, and what stays with QGIS's process.

Each row is measured with one process (its threads included), with one worker and with two, by turns; the best
of some runs counts. Workers are started before the first batch, and their start is in the time.
What the machine itself has to give is measured, too: two exports of one thread each, which share nothing,
side by side, and one of them alone.

python workers.py [--folder FOLDER] [--size N] [--repeat N]
"""

from __future__ import annotations

import argparse
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from inputs import Inputs
from measuring import MEMORY, Measured, ours

ROWS = {
    "TIFF": ("RGB, DEFLATE", 128, "TIFF", "PASCAL_VOC_rectangles"),
    "JPEG": ("RGB, DEFLATE", 128, "JPEG", "PASCAL_VOC_rectangles"),
    "RCNN_Masks": ("RGB, DEFLATE", 128, "TIFF", "RCNN_Masks"),
    "16 bit, 4 bands": ("16 bit, nodata 0, 4 bands", 128, "TIFF", "PASCAL_VOC_rectangles"),
}
COUNTS = (1, 2)
CORES = (8, 16)


def measured(inputs: Inputs, row: str, workers: int, threads: int = 2) -> Measured:
    """Export a row into a folder that is thrown away.

    Args:
        inputs: makes what is exported.
        row: its name.
        workers: processes beside QGIS's, 0 for none.
        threads: of QGIS's process.
    """
    name, stride, image_format, metadata_format = ROWS[row]
    image, labels = inputs.get(name)
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None, prefix="bench-") as place:
        settings = (stride, image_format, metadata_format, threads, 256, 0, workers)
        return ours(image, labels, Path(place) / "out", *settings)


def side_by_side(inputs: Inputs, row: str) -> float:
    """Return how many times as much two exports of one thread each do side by side as one alone does."""
    alone = measured(inputs, row, 0, threads=1)["seconds"]
    with ThreadPoolExecutor(2) as pool:
        both = [*pool.map(lambda _: measured(inputs, row, 0, threads=1)["seconds"], range(2))]
    return 2 * alone / max(both)


def report(row: str, runs: dict[int, Measured], apart: float) -> None:
    """Print what a row took, and what more cores would give by that.

    Args:
        row: its name.
        runs: the best run by the number of workers.
        apart: see ``side_by_side``.
    """
    chips = runs[0]["chips"]
    alone, *helped = (runs[count]["seconds"] for count in (0, *COUNTS))
    own = 1000 * runs[COUNTS[-1]]["own"] / chips
    each = 1000 * helped[0] / chips
    print(
        f"{row}: {chips:.0f} chips; alone {alone:.2f} s, "
        + ", ".join(f"{count} workers {seconds:.2f} s" for count, seconds in zip(COUNTS, helped))
        + f"; two workers {alone / helped[-1]:.2f} times as quick as this process alone, "
        f"{helped[0] / helped[-1]:.2f} times as one worker (two exports that share nothing: {apart:.2f}); "
        f"{own:.3f} ms of QGIS's process a chip",
        flush=True,
    )
    most = 1000 / own
    figures = (f"{count} cores {min(most, 1000 * count / each):,.0f} chips a second" for count in CORES)
    print(f"    by arithmetic, not measured: {', '.join(figures)}; never more than {most:,.0f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "training-data-bench")
    parser.add_argument("--size", type=int, default=12_000)
    parser.add_argument("--repeat", type=int, default=2)
    arguments = parser.parse_args()
    inputs = Inputs(arguments.folder, arguments.size, 20_000)
    for row in ROWS:
        best: dict[int, Measured] = {}
        for _ in range(arguments.repeat):
            for count in (0, *COUNTS):
                found = measured(inputs, row, count)
                if count not in best or found["seconds"] < best[count]["seconds"]:
                    best[count] = found
        report(row, best, max(side_by_side(inputs, row) for _ in range(arguments.repeat)))


if __name__ == "__main__":
    main()
