"""What grows with the scene, and what must not: memory, the cost of a chip, the time to the first chip.

The image is the benchmark's, repeated by a VRT, so that it takes no room on disk.

python scale.py [--folder FOLDER] [--times N] [--many FEATURES]
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from osgeo import gdal
from run import Measured, called
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
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        return called(python, "ours.py", image, labels, Path(folder) / "out", *settings)


def report(what: str, measured: Measured) -> None:
    """Print one line."""
    chips = measured["chips"]
    cost = 1000 * measured["cpu"] / chips
    print(
        f"{what}: {chips:.0f} chips in {measured['seconds']:.1f} s, {cost:.2f} ms CPU a chip, "
        f"{measured['megabytes']:.0f} MB above QGIS, first chip after {measured['first']:.1f} s",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "bench")
    parser.add_argument("--times", type=int, default=4)
    parser.add_argument("--many", type=int, default=1_000_000)
    arguments = parser.parse_args()
    image, labels = make_scene(arguments.folder, SIZE, FEATURES)
    times = arguments.times
    small, large = repeated(image, 1), repeated(image, times)
    _, spread = make_scene(arguments.folder, SIZE * times, FEATURES * times * times, labels_only=True)
    voc = ("TIFF", "PASCAL_VOC_rectangles", 2)
    report(f"{SIZE * times} x {SIZE * times}, stride 256, JPEG", ours(large, spread, 256, "JPEG", *voc[1:]))
    report(f"{SIZE} x {SIZE}, chips of {SMALL_TILE}", ours(small, labels, SMALL_STRIDE, *voc, SMALL_TILE))
    report(
        f"{SIZE * times} x {SIZE * times}, chips of {SMALL_TILE}",
        ours(large, spread, SMALL_STRIDE, *voc, SMALL_TILE),
    )
    _, many = make_scene(arguments.folder, SIZE, arguments.many)
    report(f"{arguments.many} features, stride 256", ours(image, many, 256, *voc))


if __name__ == "__main__":
    main()
