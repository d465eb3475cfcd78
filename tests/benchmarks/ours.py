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
import time
from pathlib import Path
from typing import Any

from stopwatch import bound, watched_export

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def peak_megabytes() -> float:
    """Return the most memory that this process has held so far.

    Linux starts ``ru_maxrss`` at what the program that started this one held.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def children() -> tuple[float, float]:
    """Return processor seconds of the child processes that have ended, and the most memory of one (megabytes)."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def first_chip(folder: Path) -> float:
    """Return when the first chip stood (seconds since 1970)."""
    return min(path.stat().st_mtime for path in (folder / "images").glob("000000000.*"))


def main() -> None:
    import conftest

    conftest._start_qgis()
    import processing
    from processing.core.ProcessingConfig import ProcessingConfig
    from qgis.core import QgsProcessingFeedback, QgsRasterLayer, QgsVectorLayer

    image, labels, folder, stride, image_format, metadata_format, threads, *rest = sys.argv[1:]
    tile, only = int(rest[0]) if rest else 256, rest[1:2] == ["1"]
    workers = int(rest[2]) if rest[2:] else None
    ProcessingConfig.setSettingValue(ProcessingConfig.MAX_THREADS, int(threads))
    is_raster = labels.endswith(".tif")
    label_layer = QgsRasterLayer(labels, "labels") if is_raster else QgsVectorLayer(labels, "labels", "ogr")
    layers = QgsRasterLayer(image, "image"), label_layer
    before = peak_megabytes()
    parameters: dict[str, Any] = {
        "IN_RASTER": layers[0],
        "IN_CLASS_DATA": layers[1],
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
    stopwatch = watched_export()
    stopwatch.watch(processing, "run", "start and end")
    name = "trainingdata:exporttrainingdatafordeeplearning"
    if workers:
        from training_data_exporter.algorithms.export_training_data import ExportTrainingData
        from training_data_exporter.export import loop
        from training_data_exporter.export.limits import Limits
        from training_data_exporter.export.workers.children import Children

        loop.recruits_of = lambda job, lock: Children(workers, lock)  # one, too
        name = ExportTrainingData(Limits(helper_seconds=0.0)).create()
    others, _ = children()
    begun, cpu, start = time.time(), time.process_time(), time.perf_counter()
    outputs = processing.run(name, parameters, feedback=QgsProcessingFeedback(False))
    seconds, own = time.perf_counter() - start, time.process_time() - cpu
    theirs, each = children()[0] - others, children()[1]
    cpu = own + theirs
    measured = {
        "seconds": seconds,
        "cpu": cpu,
        "own": own,
        "megabytes": peak_megabytes() - before + (each * (workers or int(threads)) if theirs else 0.0),
        "first": first_chip(Path(folder)) - begun,
        "chips": outputs["CHIP_COUNT"],
        "parts": stopwatch.seconds,
        "bound": bound({**stopwatch.seconds, **({"workers": theirs} if theirs else {})}, cpu, seconds),
    }
    print("\n" + json.dumps(measured), flush=True)
    os._exit(0)  # QGIS may crash at Python's end


if __name__ == "__main__":
    main()
