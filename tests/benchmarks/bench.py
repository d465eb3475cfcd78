"""Runs an export, and what it is measured against, each in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from agreement import check_same_work, corners
from cases import PEERED
from inputs import Input, Inputs
from measuring import PEERS, Case, Measured, Result, called, ours
from scene import strips

GEOAI_CHIPS = 200


@dataclass
class Bench:
    """Runs measurements.

    Attributes:
        inputs: makes what exports are made from.
        place: where output goes.
        disk: where it goes that is meant for a disk.
        threads: of ours, and processes of the scripts.
        repeat: runs of each, of which the quickest counts.
    """

    inputs: Inputs
    place: Path
    disk: Path
    threads: int
    repeat: int

    def against_scripts(self, case: Case, often: bool) -> Result:
        """Return the export beside the careful script and, where asked for, the one that is often written."""
        found, peered = self.inputs.get(case.input), PEERS.exists() and (case.image, case.label) in PEERED

        def best(make: Callable[[Path], Measured]) -> Measured:
            return self.best(lambda folder: {**make(folder), "corners": corners(folder)}, case)

        result = Result(
            case,
            best(lambda folder: self.ours(case, found, folder)),
            best(lambda folder: self.script("careful", case, found, folder)) if peered else None,
            best(lambda folder: self.script("often", case, found, folder)) if peered and often else None,
        )
        check_same_work(case, [each for each in (result.ours, result.careful, result.often) if each])
        return result

    def against_bytes(self, case: Case) -> Result:
        """Return the export beside a loop that writes the same files."""
        found, floors = self.inputs.get(case.input), []

        def both(folder: Path) -> Measured:
            measured = self.ours(case, found, folder)
            floors.append(
                called(sys.executable, "floor.py", folder, folder.with_name("floor"), self.count(case))
            )
            return measured

        measured = self.best(both, case)
        return Result(case, measured, floor=min(floors, key=lambda each: each["seconds"]))

    def best(self, make: Callable[[Path], Measured], case: Case) -> Measured:
        """Return the quickest of some runs, each into a folder of its own."""
        return min((self.once(make, case) for _ in range(self.repeat)), key=lambda each: each["seconds"])

    def once(self, make: Callable[[Path], Measured], case: Case) -> Measured:
        with tempfile.TemporaryDirectory(
            dir=self.disk if case.on_disk else self.place, prefix="bench-"
        ) as folder:
            return make(Path(folder) / "out")

    def count(self, case: Case) -> int:
        return case.threads or self.threads

    def ours(self, case: Case, found: Input, folder: Path) -> Measured:
        settings = case.stride, case.image, case.label, self.count(case), 256, int(case.only)
        return ours(found.image, found.labels, folder, *settings)

    def script(self, variant: str, case: Case, found: Input, folder: Path) -> Measured:
        settings = case.stride, case.image, case.label, self.threads, int(case.only)
        return called(PEERS, "peer_rasterio.py", variant, found.image, found.labels, folder, *settings)

    def divided(self, case: Case) -> Measured:
        """Measure exports of one thread side by side, each of a part of the scene.

        No division of the work among so many cores does better: that these
        processes have to be started is not counted.
        """
        found = self.inputs.get(case.input)
        parts = strips(found.image, self.threads, case.stride)

        def export(folder: Path) -> Measured:
            folder.mkdir()
            alone = case._replace(threads=1)
            with ThreadPoolExecutor(self.threads) as pool:
                runs = list(
                    pool.map(
                        lambda part: self.ours(alone, Input(part, found.labels), folder / part.stem), parts
                    )
                )
            total = {key: sum(run[key] for run in runs) for key in ("cpu", "chips", "megabytes")}
            return {**total, "seconds": max(run["seconds"] for run in runs)}

        return self.best(export, case)

    def geoai(self, case: Case) -> Measured:
        found = self.inputs.get(case.input)
        return self.once(
            lambda folder: called(
                PEERS, "peer_geoai.py", found.image, found.labels, folder, case.stride, GEOAI_CHIPS
            ),
            case,
        )

    def retile(self, case: Case) -> Measured:
        """Measure ``gdal_retile.py``, which writes no labels."""
        image, program = self.inputs.get(case.input).image, shutil.which("gdal_retile.py")

        def export(folder: Path) -> Measured:
            folder.mkdir()
            options = [
                "-q",
                "-ps",
                "256",
                "256",
                "-overlap",
                str(256 - case.stride),
                "-targetDir",
                str(folder),
            ]
            before = os.times()
            subprocess.run(["/usr/bin/python3", program, *options, str(image)], check=True)
            after = os.times()
            cpu = after.children_user + after.children_system - before.children_user - before.children_system
            chips = len(list(folder.glob("*.tif")))
            return {"seconds": after.elapsed - before.elapsed, "cpu": cpu, "chips": chips}

        return self.best(export, case)
