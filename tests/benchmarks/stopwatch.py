"""Where the processor time of an export goes: by its parts, measured as it runs."""

from __future__ import annotations

import functools
import threading
import time
from collections import defaultdict
from typing import Any


class Stopwatch:
    """Adds up the processor time that watched functions take in their own threads.

    What a watched function calls counts for the callee where that is watched too.

    Attributes:
        seconds: by part.
    """

    def __init__(self) -> None:
        """Start at nothing."""
        self.seconds: dict[str, float] = defaultdict(float)
        self._inner = threading.local()  # seconds of watched functions inside of the one that runs
        self._lock = threading.Lock()

    def watch(self, owner: Any, name: str, part: str) -> None:
        """Replace a function by one that is timed.

        Args:
            owner: the class or module that it is found in.
            name: its name there.
            part: what its time counts for.
        """
        function = getattr(owner, name)

        @functools.wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            outer = getattr(self._inner, "seconds", 0.0)
            self._inner.seconds, start = 0.0, time.thread_time()
            try:
                return function(*args, **kwargs)
            finally:
                taken = time.thread_time() - start
                with self._lock:
                    self.seconds[part] += taken - self._inner.seconds
                self._inner.seconds = outer + taken

        setattr(owner, name, timed)


def watched_export() -> Stopwatch:
    """Return a stopwatch that runs with the package's exports."""
    from training_data_exporter.export import loop
    from training_data_exporter.export.batches import chip_work
    from training_data_exporter.export.storage.folder import ExportFolder
    from training_data_exporter.imagery.imagery import Imagery
    from training_data_exporter.labels.features.feature_labels import FeatureLabels
    from training_data_exporter.labels.raster.class_raster import ClassRaster
    from training_data_exporter.labels.raster.raster_labels import RasterLabels
    from training_data_exporter.writers import IMAGE_FORMATS, LABEL_FORMATS

    stopwatch = Stopwatch()
    stopwatch.watch(Imagery, "read", "decoding")
    stopwatch.watch(chip_work, "valid_pixels", "sums")
    stopwatch.watch(chip_work, "batch_statistics", "sums")
    stopwatch.watch(ClassRaster, "classes", "labels")
    for labels in (FeatureLabels, RasterLabels):
        stopwatch.watch(labels, "read", "labels")
    for writer in {*IMAGE_FORMATS.values(), *LABEL_FORMATS.values()}:
        stopwatch.watch(writer, "encode", "encoding")
    stopwatch.watch(ExportFolder, "_place", "writing")
    stopwatch.watch(loop.Export, "run", "Python")
    return stopwatch


def bound(seconds: dict[str, float], cpu: float, wall: float) -> str:
    """Return what an export spends most on, with its share of all processor time.

    Args:
        seconds: processor time by part.
        cpu: processor time of the whole process; what no part has is that of GDAL's own threads.
        wall: how long it took.
    """
    shares = {**seconds, "GDAL's threads": max(0.0, cpu - sum(seconds.values()))}
    part, most = max(shares.items(), key=lambda item: item[1])
    waiting = f", waiting {1 - cpu / wall:.0%}" if cpu < 0.8 * wall else ""
    return f"{part} {most / cpu:.0%}{waiting}"
