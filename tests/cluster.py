"""A Dask cluster of this machine for tests: a scheduler and workers that have the package, and no QGIS."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


class Cluster:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path, workers: int = 2) -> None:
        """Start them; the package is where a worker looks for modules."""
        packages = folder / "packages"
        packages.mkdir()
        (packages / "training_data_exporter").symlink_to(ROOT)
        self._environment = {**os.environ, "PYTHONPATH": str(packages)}
        self._folder = folder
        place = folder / "scheduler.json"
        known = ("--scheduler-file", place)
        self.scheduler = self._start("dask_scheduler", "--port", 0, "--dashboard-address", ":0", *known)
        end = time.monotonic() + 30
        while not place.exists():
            assert time.monotonic() < end, "no scheduler"
            time.sleep(0.05)
        options = ("--no-nanny", "--nthreads", 2, "--no-dashboard", "--local-directory", folder)
        self.workers = [self._start("dask_worker", *known, *options) for _ in range(workers)]
        self._processes = [self.scheduler, *self.workers]
        from distributed import Client

        with Client(scheduler_file=str(place), set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=30)
            self.address = client.scheduler.address

    def _start(self, program: str, *arguments: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{program}", *map(str, arguments)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen(command, env=self._environment, cwd=self._folder, **quiet)

    def close(self) -> None:
        """End all."""
        for each in self._processes:
            each.kill()
            each.wait()
