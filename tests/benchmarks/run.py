"""Measure the export against what a careful engineer writes with rasterio; `make bench` runs it.

Every measurement is a process of its own. Scripts and floor run next to ours, so
that ratios hold on a machine that has other work. Prints Markdown tables.

python run.py [--quick] [--only TEXT] [--repeat N] [--threads N] [--size PIXELS] [--folder FOLDER]

--quick measures every input on a small scene, once, against the careful script alone: about two minutes.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
import time
from itertools import groupby
from pathlib import Path

from bench import Bench
from cases import of_formats, of_inputs
from inputs import Inputs
from measuring import COLUMNS, PEERS, Measured, line, milliseconds, rate, roomy

SIZE, QUICK_SIZE = 10_000, 2560
ROOM, QUICK_ROOM = 12_000, 2_000  # megabytes of the largest input and its chips
PIXELS_A_FEATURE = 5000


def inputs_table(bench: Bench, only: str, quick: bool, keep: bool) -> None:
    """Measure every input against the scripts."""
    print(f"{line(COLUMNS)}\n|{'---|' * len(COLUMNS)}", flush=True)
    for _, cases in groupby((case for case in of_inputs() if only in str(case)), lambda case: case.input):
        for case in cases:
            result = bench.against_scripts(case, often=not quick)
            if not quick and case.input == "RGB" and result.careful:
                result = result._replace(divided=bench.divided(case))
            print(line(result.cells), flush=True)
        if not keep:
            bench.inputs.drop()


def formats_table(bench: Bench, only: str) -> None:
    """Measure every format against the cost of its bytes, and tools that do a part of the work."""
    print(f"\n{line(COLUMNS)}\n|{'---|' * len(COLUMNS)}", flush=True)
    for case in of_formats():
        if only in str(case):
            print(line(bench.against_bytes(case).cells), flush=True)
    first = of_formats()[0]
    if only in str(first):
        tell("gdal_retile.py, TIFF without labels", bench.retile(first))
        if PEERS.exists():
            tell(f"geoai, {first}", bench.geoai(first))


def tell(what: str, measured: Measured) -> None:
    print(f"\n{what}: {rate(measured):.0f} chips/s, {milliseconds(measured):.2f} ms CPU a chip", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--quick", action="store_true", help="a small scene, once, and the careful script only"
    )
    parser.add_argument("--only", default="", help="measure what has this text in its name")
    parser.add_argument("--folder", type=Path, help="where scenes are made, and stay")
    parser.add_argument("--size", type=int, default=0, help="rows and columns of the scene")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--repeat", type=int, default=0, help="runs, of which the quickest counts")
    arguments = parser.parse_args()
    quick = arguments.quick
    place = roomy(QUICK_ROOM if quick else ROOM)
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, {platform.machine()}", flush=True)
    with tempfile.TemporaryDirectory(dir=place, prefix="bench-scenes-") as scenes:
        size = arguments.size or (QUICK_SIZE if quick else SIZE)
        inputs = Inputs(arguments.folder or Path(scenes), size, size**2 // PIXELS_A_FEATURE)
        repeat = arguments.repeat or (1 if quick else 2)
        disk = Path(tempfile.gettempdir())
        bench = Bench(inputs, place or disk, disk, arguments.threads, repeat)
        inputs_table(bench, arguments.only, quick, arguments.folder is not None)
        if not quick:
            formats_table(bench, arguments.only)
    print(f"\nload {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
