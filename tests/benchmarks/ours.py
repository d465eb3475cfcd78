"""Run the algorithm once in a QGIS of its own and print what it cost, as JSON.

python ours.py IMAGE LABELS FOLDER STRIDE IMAGE_FORMAT METADATA_FORMAT THREADS [TILE_SIZE [ONLY [WORKERS]]]

ONLY 1 leaves out chips without labels. WORKERS are child processes, started before the first batch; 0 is this
process alone. Not given, the export calls them where it finds that they pay, as anybody's does.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from stopwatch import bound, watched_export

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def peak_megabytes(process: object = "self") -> float:
    """Return the most memory that a process has held so far, 0 where that is not told.

    Linux starts ``ru_maxrss`` at what the program that started this one held.
    """
    status = Path(f"/proc/{process}/status")
    if process == "self" and not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    try:
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    except OSError:
        return 0.0
    return int(lines.get("VmHWM", "0").split()[0]) / 1024


class Workers(threading.Thread):
    """Watches the worker processes that this one starts.

    Attributes:
        megabytes: the most memory that each has held, by its process.
    """

    def __init__(self) -> None:
        """Watch from now on."""
        super().__init__(daemon=True)
        self.megabytes: dict[int, float] = {}
        from training_data_exporter.export.workers.process import ChildProcess

        begin = ChildProcess.__init__

        def watched(child: Any, *args: Any, **kwargs: Any) -> None:
            begin(child, *args, **kwargs)
            self.megabytes[child._process.pid] = 0.0

        ChildProcess.__init__ = watched  # type: ignore[method-assign]
        self._before = self._seconds
        self.start()

    def run(self) -> None:
        """Look at them, ten times a second."""
        while True:
            for process, before in [*self.megabytes.items()]:
                self.megabytes[process] = max(before, peak_megabytes(process))
            time.sleep(0.1)

    @property
    def seconds(self) -> float:
        """Processor time of those that have ended."""
        return self._seconds - self._before

    @property
    def _seconds(self) -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime


def first_chip(folder: Path) -> float:
    """Return when the first chip stood (seconds since 1970)."""
    return min(path.stat().st_mtime for path in folder.rglob("000000000.*"))


def parameters_of(arguments: Sequence[str], workers: int | None) -> dict[str, Any]:
    """Return what the algorithm is called with.

    Args:
        arguments: image, labels, folder, stride, formats and threads, then tile size and ONLY, if given.
        workers: child processes, 0 for none, None for as many as the export calls.
    """
    from qgis.core import QgsRasterLayer, QgsVectorLayer

    image, labels, folder, stride, image_format, metadata_format, _, *rest = arguments
    tile, only = int(rest[0]) if rest else 256, rest[1:2] == ["1"]
    is_raster = labels.endswith(".tif")
    return {
        "IN_RASTER": QgsRasterLayer(image, "image"),
        "IN_CLASS_DATA": QgsRasterLayer(labels, "l") if is_raster else QgsVectorLayer(labels, "l", "ogr"),
        "OUT_FOLDER": folder,
        "TILE_SIZE_X": tile,
        "TILE_SIZE_Y": tile,
        "STRIDE_X": int(stride),
        "STRIDE_Y": int(stride),
        "IMAGE_CHIP_FORMAT": image_format,
        "METADATA_FORMAT": metadata_format,
        "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES" if only else "ALL_TILES",
        "WORKERS": 1 if workers == 0 else None,
    }


def algorithm_of(workers: int | None) -> Any:
    """Return what to run: the algorithm by its name, or one that begins when so many children are ready."""
    if not workers:
        return "trainingdata:exporttrainingdatafordeeplearning"
    from training_data_exporter.algorithms.export_training_data import ExportTrainingData
    from training_data_exporter.export import loop
    from training_data_exporter.export.limits import Limits
    from training_data_exporter.export.workers.children import Children

    loop.recruits_of = lambda job, lock: Children(workers, lock)  # one, too
    return ExportTrainingData(Limits(helper_seconds=0.0)).create()


def measured(algorithm: Any, parameters: dict[str, Any], before: float) -> dict[str, Any]:
    """Run the algorithm and return what it cost.

    Args:
        algorithm: as Processing takes it.
        parameters: what it is called with.
        before: memory that this process held when the layers were open (megabytes).
    """
    import processing
    from qgis.core import QgsProcessingFeedback

    stopwatch = watched_export()
    stopwatch.watch(processing, "run", "start and end")
    others = Workers()
    begun, cpu, start = time.time(), time.process_time(), time.perf_counter()
    outputs = processing.run(algorithm, parameters, feedback=QgsProcessingFeedback(False))
    seconds, own = time.perf_counter() - start, time.process_time() - cpu
    cpu = own + others.seconds
    return {
        "seconds": seconds,
        "cpu": cpu,
        "own": own,
        "megabytes": peak_megabytes() - before + sum(others.megabytes.values()),
        "first": first_chip(Path(parameters["OUT_FOLDER"])) - begun,
        "chips": outputs["CHIP_COUNT"],
        "parts": stopwatch.seconds,
        "bound": bound({**stopwatch.seconds, "workers": others.seconds}, cpu, seconds),
    }


def main() -> None:
    import conftest

    conftest._start_qgis()
    from processing.core.ProcessingConfig import ProcessingConfig

    arguments = sys.argv[1:]
    workers = int(arguments[9]) if arguments[9:] else None
    ProcessingConfig.setSettingValue(ProcessingConfig.MAX_THREADS, int(arguments[6]))
    parameters = parameters_of(arguments, workers)
    before = peak_megabytes()
    print("\n" + json.dumps(measured(algorithm_of(workers), parameters, before)), flush=True)
    os._exit(0)  # QGIS may crash at Python's end


if __name__ == "__main__":
    main()
