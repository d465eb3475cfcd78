"""Measure the export against the cost of its bytes and against other tools; `make bench` runs it.

Every measurement is a process of its own. Peers and floor run next to ours, so
that ratios hold on a machine that has other work. Prints a Markdown table.

python run.py [--folder FOLDER] [--size PIXELS] [--features COUNT] [--threads N] [--only TEXT] [--repeat N]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from scene import make_scene, strips

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PEERS = ROOT / ".venv-peers" / "bin" / "python"
MEMORY = Path("/dev/shm")
STRIDES = (256, 128)
VOC, KITTI, CLASSES, MASKS = (
    "PASCAL_VOC_rectangles",
    "KITTI_rectangles",
    "Classified_Tiles",
    "RCNN_Masks",
)
MATRIX = [
    *((image, VOC) for image in ("TIFF", "PNG", "JPEG", "MRF")),
    *(("TIFF", label) for label in (KITTI, CLASSES, MASKS)),
]
PEERED = {("TIFF", VOC), ("PNG", VOC), ("JPEG", VOC), ("TIFF", CLASSES), ("TIFF", MASKS)}
GEOAI_CHIPS = 200
DIVIDED = ": divided"

Measured = dict[str, float]


class Row(NamedTuple):
    """One measurement."""

    what: str
    stride: int
    threads: int
    place: str
    measured: Measured

    @property
    def rate(self) -> float:
        """Chips per second."""
        return self.measured["chips"] / self.measured["seconds"]

    @property
    def milliseconds(self) -> float:
        """CPU of a chip."""
        return 1000 * self.measured["cpu"] / self.measured["chips"]


class Bench:
    """Runs measurements and keeps their rows."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.image, self.labels = make_scene(arguments.folder, arguments.size, arguments.features)
        self.rows: list[Row] = []

    def add(self, row: Row) -> Row:
        self.rows.append(row)
        print(
            f"{row.what:42} stride {row.stride} {row.threads} threads {row.place:6} {row.rate:8.0f} chips/s "
            f"{row.milliseconds:7.2f} ms CPU {row.measured.get('megabytes', 0):6.0f} MB",
            file=sys.stderr,
            flush=True,
        )
        return row

    def best(self, make: Callable[[Path], Measured], place: Path) -> Measured:
        """Return the quickest of some runs, each into a folder of its own."""
        return min((self.once(make, place) for _ in range(self.arguments.repeat)), key=lambda m: m["seconds"])

    def once(self, make: Callable[[Path], Measured], place: Path) -> Measured:
        with tempfile.TemporaryDirectory(dir=place, prefix="bench-") as folder:
            return make(Path(folder) / "out")

    def ours(self, image: str, label: str, stride: int, threads: int, place: Path, name: str) -> None:
        """Measure the export, and then the floor on what it wrote."""
        floors: list[Measured] = []

        def export(folder: Path) -> Measured:
            measured = self.exported(self.image, folder, stride, image, label, threads)
            again = folder.with_name("floor")
            floors.append(called(sys.executable, "floor.py", folder, again, threads))
            return measured

        measured = self.best(export, place)
        what = f"{image} + {label}"
        self.add(Row(what, stride, threads, name, measured))
        floor = min(floors, key=lambda each: each["seconds"])
        floor["chips"] = measured["chips"]
        self.add(Row(f"{what}: floor", stride, threads, name, floor))

    def exported(self, scene: Path, folder: Path, *settings: object) -> Measured:
        """Export a scene: stride, image format, label format and threads are the settings."""
        return called(sys.executable, "ours.py", scene, self.labels, folder, *settings)

    def divided(self, image: str, label: str, stride: int, place: Path, name: str) -> None:
        """Measure exports of one thread side by side, each of a part of the scene.

        No division of the work among so many cores does better: that these
        processes have to be started is not counted.
        """
        count = self.arguments.threads
        parts = strips(self.image, count, stride)

        def export(folder: Path) -> Measured:
            folder.mkdir()
            with ThreadPoolExecutor(count) as pool:
                runs = pool.map(
                    lambda part: self.exported(part, folder / part.stem, stride, image, label, 1), parts
                )
            found = list(runs)
            total = {key: sum(each[key] for each in found) for key in found[0]}
            return {**total, "seconds": max(each["seconds"] for each in found)}

        self.add(Row(f"{image} + {label}{DIVIDED}", stride, count, name, self.best(export, place)))

    def rasterio(self, image: str, label: str, stride: int, place: Path, name: str) -> Row:
        processes = self.arguments.threads

        def export(folder: Path) -> Measured:
            return called(
                PEERS, "peer_rasterio.py", self.image, self.labels, folder, stride, image, label, processes
            )

        what = f"{image} + {label}: rasterio"
        return self.add(Row(what, stride, processes, name, self.best(export, place)))

    def geoai(self, stride: int, place: Path, name: str) -> Row:
        def export(folder: Path) -> Measured:
            return called(PEERS, "peer_geoai.py", self.image, self.labels, folder, stride, GEOAI_CHIPS)

        return self.add(Row(f"TIFF + {VOC}: geoai", stride, 1, name, self.once(export, place)))

    def retile(self, stride: int, place: Path, name: str) -> Row:
        program = shutil.which("gdal_retile.py")

        def export(folder: Path) -> Measured:
            folder.mkdir()
            options = ["-q", "-ps", "256", "256", "-overlap", str(256 - stride), "-targetDir", str(folder)]
            start, used = time.perf_counter(), os.times()
            subprocess.run(["/usr/bin/python3", program, *options, str(self.image)], check=True)
            seconds, after = time.perf_counter() - start, os.times()
            cpu = after.children_user + after.children_system - used.children_user - used.children_system
            return {"seconds": seconds, "cpu": cpu, "chips": len(list(folder.glob("*.tif")))}

        return self.add(Row("TIFF, no labels: gdal_retile.py", stride, 1, name, self.best(export, place)))


def called(python: object, script: str, *arguments: object) -> Measured:
    """Return what a script of this folder prints in its last line."""
    command = [str(python), str(HERE / script), *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise SystemExit(f"{' '.join(command)}\n{result.stdout}\n{result.stderr}")
    return json.loads(result.stdout.strip().splitlines()[-1])


def table(rows: list[Row]) -> str:
    """Return the rows as Markdown, each of ours with its ratios to floor and peers."""
    lines = [
        "| export | stride | to | threads | chips/s | CPU ms/chip | MB | time/floor | speed/rasterio |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    known = {(row.what, row.stride, row.threads, row.place): row for row in rows}
    for row in rows:
        place = row[1:4]
        what = row.what.removesuffix(DIVIDED)
        floor = known.get((f"{what}: floor", *place))
        peer = known.get((f"{what}: rasterio", *place))
        ratios = (
            f"{floor.rate / row.rate:.1f}" if floor else "",
            f"{row.rate / peer.rate:.1f}" if peer else "",
        )
        memory = f"{row.measured['megabytes']:.0f}" if "megabytes" in row.measured else ""
        cells = (
            row.what,
            row.stride,
            row.place,
            row.threads,
            f"{row.rate:.0f}",
            f"{row.milliseconds:.2f}",
            memory,
        )
        lines.append("| " + " | ".join(map(str, (*cells, *ratios))) + " |")
    return "\n".join(lines)


def measure(bench: Bench) -> None:
    """Run the matrix in memory, then a part of it on disk and with one thread."""
    threads, only = bench.arguments.threads, bench.arguments.only
    memory, name = (MEMORY, "memory") if MEMORY.is_dir() else (bench.arguments.folder, "disk")
    for stride in STRIDES:
        for image, label in MATRIX:
            if only not in f"{image} {label} {stride}":
                continue
            bench.ours(image, label, stride, threads, memory, name)
            if (image, label) in PEERED and PEERS.exists() and stride == STRIDES[0]:
                bench.rasterio(image, label, stride, memory, name)
                bench.divided(image, label, stride, memory, name)
            if image in ("PNG", "JPEG") and stride == STRIDES[0] and threads > 1:
                bench.ours(image, label, stride, 1, memory, name)
            if (image, label) == MATRIX[0]:
                bench.retile(stride, memory, name)
                if PEERS.exists() and stride == STRIDES[0]:
                    bench.geoai(stride, memory, name)
    if name == "memory" and not only:
        bench.ours(*MATRIX[0], STRIDES[0], threads, bench.arguments.folder, "disk")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "bench")
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--features", type=int, default=20_000)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", default="", help="measure what has this text in its name")
    parser.add_argument("--repeat", type=int, default=2, help="runs, of which the quickest counts")
    bench = Bench(parser.parse_args())
    measure(bench)
    cores = f"{os.cpu_count()} cores, {platform.machine()}"
    print(f"{time.strftime('%Y-%m-%d')}, {cores}, load {os.getloadavg()[0]:.1f}\n\n{table(bench.rows)}")


if __name__ == "__main__":
    main()
