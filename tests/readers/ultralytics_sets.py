"""Read YOLO exports with the data set class of ultralytics, which trains on what it accepts."""

import os
import tempfile
from pathlib import Path

# Its settings, which it writes at once, and no look at the network.
os.environ["YOLO_CONFIG_DIR"] = tempfile.mkdtemp(prefix="ultralytics-")
os.environ["YOLO_OFFLINE"] = "true"

from reading import report
from ultralytics.cfg import DEFAULT_CFG
from ultralytics.data.dataset import YOLODataset, load_dataset_cache_file
from ultralytics.data.utils import check_det_dataset

TASKS = {"YOLO_detect": "detect", "YOLO_segment": "segment", "YOLO_obb": "obb"}
SPLITS = {"train": "train", "val": "valid", "test": "test"}


def read(folder: Path) -> dict:
    """What the label cache counts, and size and objects of each chip by stem, for each set."""
    data = check_det_dataset(str(folder / "data.yaml"), autodownload=False)
    task = next(task for name, task in TASKS.items() if folder.name.startswith(name))
    is_split = (folder / "train").is_dir()
    wanted = SPLITS if is_split else {"train": "train"}
    return {name: _read(data, task, data[key]) for key, name in wanted.items() if data.get(key)}


def _read(data: dict, task: str, images: str) -> dict:
    dataset = YOLODataset(img_path=images, data=data, task=task, imgsz=64, augment=False, hyp=DEFAULT_CFG)
    cache = load_dataset_cache_file(Path(images).with_name("labels.cache"))
    chips = {}
    for number, label in enumerate(dataset.labels):
        pixels, _, _ = dataset.load_image(number)
        rows, columns = label["shape"]
        chips[Path(label["im_file"]).stem] = {
            "size": list(pixels.shape[:2]),
            "objects": [_object(data, label, place, rows, columns) for place in range(len(label["cls"]))],
            "first_pixel": pixels[0, 0, ::-1].tolist(),
        }
    found, missing, empty, corrupt, total = cache["results"]
    counts = {"found": found, "missing": missing, "empty": empty, "corrupt": corrupt, "total": total}
    return {"counts": counts, "messages": cache["msgs"], "chips": chips}


def _object(data: dict, label: dict, place: int, rows: int, columns: int) -> dict:
    x, y, width, height = (float(each) for each in label["bboxes"][place])
    box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2]
    ring = label["segments"][place].tolist() if label["segments"] else []
    return {
        "class": data["names"][int(label["cls"][place, 0])],
        "box": [side * size for side, size in zip(box, (columns, rows, columns, rows))],
        "ring": [[x * columns, y * rows] for x, y in ring],
    }


report(read)
