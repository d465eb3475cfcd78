"""geoai-py's export_geotiff_tiles, without the torch that only its augmentations need.

python peer_geoai.py IMAGE LABELS FOLDER STRIDE CHIPS     at most that many chips
"""

from __future__ import annotations

import importlib.util
import json
import resource
import sys
import time
from pathlib import Path
from types import ModuleType


def load() -> ModuleType:
    """Return the module that holds the function; its package's __init__ asks for more than that needs."""
    for name in ("torch", "torchgeo", "torchvision", "torchvision.transforms"):
        sys.modules[name] = ModuleType(name)
    sys.modules["torchvision.transforms"].RandomRotation = None
    folder = Path(importlib.util.find_spec("geoai").origin).parent
    spec = importlib.util.spec_from_file_location("training", folder / "utils" / "training.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    image, labels, folder, stride, most = sys.argv[1:]
    training = load()
    start, cpu = time.perf_counter(), time.process_time()
    training.export_geotiff_tiles(
        image,
        folder,
        labels,
        tile_size=256,
        stride=int(stride),
        class_value_field="classvalue",
        max_tiles=int(most),
        quiet=True,
    )
    measured = {
        "seconds": time.perf_counter() - start,
        "cpu": time.process_time() - cpu,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "chips": len(list(Path(folder, "images").glob("*.tif"))),
    }
    print("\n" + json.dumps(measured), flush=True)


if __name__ == "__main__":
    main()
