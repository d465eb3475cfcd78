"""Export a scene with two workers of a Dask cluster of this machine, and compare it with one process.

The scene is that of the demo, in smaller cells, so that there is something to do.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
DATA = HERE / "cache" / "usr" / "lib" / "R" / "site-library"
SETTINGS = {
    "IN_RASTER": DATA / "stars" / "tif" / "L7_ETMs.tif",
    "IN_CLASS_DATA": DATA / "sf" / "shape" / "olinda1.shp",
    "CLASS_VALUE_FIELD": "TIPO",
    "CELL_SIZE": 1,
    "BANDS": "3;2;1",
    "IMAGE_CHIP_FORMAT": "PNG",
    **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y"), 256),
    **dict.fromkeys(("STRIDE_X", "STRIDE_Y"), 128),
    "METADATA_FORMAT": "RCNN_Masks",
}
DASHBOARD = 8787


def main() -> None:
    """Start a cluster, export with it, export without it, and compare."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "training_data_exporter").symlink_to(ROOT)
        path = os.pathsep.join((str(folder), sysconfig.get_path("purelib")))
        environment = {**os.environ, "PYTHONPATH": path}
        known = ("--scheduler-file", folder / "scheduler.json")
        start(
            stack, environment, "dask_scheduler", "--port", 0, "--dashboard-address", f":{DASHBOARD}", *known
        )
        for _ in range(2):
            start(stack, environment, "dask_worker", "--nthreads", 1, "--no-nanny", "--no-dashboard", *known)
        address = waited(folder / "scheduler.json", 2)
        print(f"Two workers at {address}; look at http://localhost:{DASHBOARD}/info/main/workers.html")
        print("(with the package bokeh installed, also at /status)", flush=True)
        seconds = export(HERE / "output" / "cluster", environment, DASK_SCHEDULER=address)
    alone = export(HERE / "output" / "alone", environment, WORKERS=1)
    print(f"With the cluster {seconds:.1f} s, by one process {alone:.1f} s, start of QGIS included.")
    count = compared(HERE / "output" / "cluster", HERE / "output" / "alone")
    print(f"{count} files, the same bytes.")


def start(stack: ExitStack, environment: dict[str, str], program: str, *arguments: object) -> None:
    """Start a part of the cluster, which ends with the stack."""
    command = [sys.executable, "-m", f"distributed.cli.{program}", *map(str, arguments)]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    stack.callback(process.wait)
    stack.callback(process.terminate)


def waited(place: Path, workers: int) -> str:
    """Return the address of the scheduler when all its workers are there."""
    from distributed import Client

    while not place.exists():
        time.sleep(0.1)
    with Client(scheduler_file=str(place), set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=60)
        return str(client.scheduler.address)


def export(folder: Path, environment: dict[str, str], **more: object) -> float:
    """Export into a new folder and return how long it took (s)."""
    subprocess.run(["rm", "-rf", str(folder)], check=True)
    values = [f"{name}={value}" for name, value in {**SETTINGS, "OUT_FOLDER": folder, **more}.items()]
    call = ["run", "trainingdata:exporttrainingdatafordeeplearning", "--", *values]
    begun = time.monotonic()
    subprocess.run([str(ROOT / "scripts" / "qgis_process.sh"), *call], env=environment, check=True)
    return time.monotonic() - begun


def compared(one: Path, other: Path) -> int:
    """Return how many files two exports have; they are the same but for the one that names the folder."""
    names = {path.relative_to(one) for path in one.rglob("*") if path.is_file()}
    assert names == {path.relative_to(other) for path in other.rglob("*") if path.is_file()}
    differing = [name for name in names if (one / name).read_bytes() != (other / name).read_bytes()]
    assert set(differing) <= {Path("export.json")}, differing
    return len(names)


if __name__ == "__main__":
    main()
