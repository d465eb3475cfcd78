"""What grows with the scene, and what must not: memory, the cost of a chip, the time to the first chip.

The image is the benchmark's, repeated by a VRT, so that it takes no room on disk. Output goes to memory where
there is a file system in it.

python scale.py [--folder FOLDER] [--times N] [--many FEATURES] [--repeat N]
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from measuring import MEMORY, Measured, called
from osgeo import gdal
from scene import CELL, LEFT, TOP, make_scene

SIZE, FEATURES = 10_000, 20_000
SMALL_TILE, SMALL_STRIDE = 64, 100


def repeated(image: Path, times: int) -> Path:
    """Return a mosaic of an image beside and below itself."""
    path = image.with_name(f"repeated_{times}.vrt")
    parts = []
    for place in range(times * times):
        row, column = divmod(place, times)
        part = image.with_name(f"part_{row}_{column}.vrt")
        left, top = LEFT + column * SIZE * CELL, TOP - row * SIZE * CELL
        bounds = [left, top, left + SIZE * CELL, top - SIZE * CELL]
        gdal.Translate(str(part), str(image), format="VRT", outputBounds=bounds)
        parts.append(str(part))
    gdal.BuildVRT(str(path), parts)
    return path


def ours(image: Path, labels: Path, *settings: object) -> Measured:
    """Export into a folder that is thrown away."""
    python = Path(__file__).resolve().parents[2] / ".venv" / "bin" / "python"
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None, prefix="bench-") as place:
        return called(python, "ours.py", image, labels, Path(place) / "out", *settings)


def report(what: str, measure: Callable[[], Measured], repeat: int) -> None:
    """Print one line: of some runs, the one of least processor time."""
    measured = min((measure() for _ in range(repeat)), key=lambda each: each["cpu"])
    chips = measured["chips"]
    wall, cost = (1000 * measured[each] / chips for each in ("seconds", "cpu"))
    print(
        f"{what}: {chips:.0f} chips, {wall:.3f} ms and {cost:.3f} ms CPU a chip, "
        f"{measured['megabytes']:.0f} MB above QGIS, first chip after {measured['first']:.1f} s",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "bench")
    parser.add_argument("--times", type=int, default=4)
    parser.add_argument("--many", type=int, default=1_000_000)
    parser.add_argument(
        "--repeat", type=int, default=3, help="runs, of which the least processor time counts"
    )
    arguments = parser.parse_args()
    image, labels = make_scene(arguments.folder, SIZE, FEATURES)
    times = arguments.times
    small, large = repeated(image, 1), repeated(image, times)
    _, spread = make_scene(arguments.folder, SIZE * times, FEATURES * times * times, labels_only=True)
    voc = ("TIFF", "PASCAL_VOC_rectangles", 2)
    for scene, features, size in ((small, labels, SIZE), (large, spread, SIZE * times)):
        export = partial(ours, scene, features, SMALL_STRIDE, *voc, SMALL_TILE)
        report(f"{size} x {size}, chips of {SMALL_TILE}", export, arguments.repeat)
    size = SIZE * times
    report(f"{size} x {size}, stride 256, JPEG", partial(ours, large, spread, 256, "JPEG", *voc[1:]), 1)
    _, many = make_scene(arguments.folder, SIZE, arguments.many)
    report(f"{arguments.many} features, stride 256", partial(ours, image, many, 256, *voc), 1)


if __name__ == "__main__":
    main()
