"""The tutorials' commands and programs run as they stand on the page: from layers to a training step.

Tiny images and random weights; what a test adds to a command of the page it says itself.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import reader_scene as scene
from scenes import on_map, write_polygons

if TYPE_CHECKING:
    from programs import QgisProcess

pytest_plugins = ["programs"]

CHECKOUT = Path(__file__).resolve().parents[2]
PYTHON = CHECKOUT / ".venv-readers" / "bin" / "python"
PAGES = CHECKOUT / "docs" / "tutorials"
YOLO = CHECKOUT / "tests" / "readers" / "yolo_command.py"
TIMEOUT = 300  # seconds

TINY = ["TILE_SIZE_X=64", "TILE_SIZE_Y=64", "STRIDE_X=64", "STRIDE_Y=64", "SPLIT_BLOCK_SIZE=256"]
"""Chips of 64 pixels side by side, in blocks of two."""

QUICK = ["epochs=1", "imgsz=64", "batch=8", "device=cpu", "workers=0", "plots=False"]

pytestmark = pytest.mark.skipif(not PYTHON.exists(), reason=".venv-readers is missing: run make setup")


def blocks(page: str, language: str) -> list[str]:
    """Return the fenced blocks of a page in a language."""
    text = (PAGES / f"{page}.md").read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def programs(page: str) -> list[str]:
    """Return the programs of a page, for models that take images of the tiny chips' size."""
    return [each.replace("min_size=256", "min_size=64") for each in blocks(page, "python")]


def commands(page: str) -> list[list[str]]:
    """Return the commands of a page, word by word."""
    lines = "".join(blocks(page, "sh")).replace("\\\n", " ").splitlines()
    return [shlex.split(line) for line in lines]


@pytest.fixture
def layers(qgis_app, tmp_path, monkeypatch) -> Path:
    """Be in a folder that holds the image and the labels of the tutorials."""
    scene.imagery(tmp_path).rename(tmp_path / "scene.tif")
    features = [(on_map(wkt), {"kind": scene.CLASSES[value]}) for wkt, value in scene.shapes()]
    write_polygons(tmp_path / "labels.gpkg", features, {"kind": str})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def export(qgis_process: QgisProcess, page: str, **other: str) -> None:
    """Run the exports of a page.

    Args:
        qgis_process: runs them.
        page: name of the page.
        other: parameters that are to have another value.
    """
    found = [words for words in commands(page) if words[0] == "qgis_process"]
    assert found
    for words in found:
        given = [
            f"{key}={other.get(key, value)}" for key, _, value in (word.partition("=") for word in words[4:])
        ]
        done = qgis_process(*words[1:4], *given, *TINY)
        assert done.code == 0, done.err


def python(*arguments: object) -> str:
    """Run Python where the readers are, and return what it prints."""
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "HF_HOME": "hf", "YOLO_CONFIG_DIR": "yolo"}
    environment.update(YOLO_OFFLINE="true", TF_CPP_MIN_LOG_LEVEL="2", CUDA_VISIBLE_DEVICES="")
    command = [PYTHON, "-W", "ignore", *map(str, arguments)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=TIMEOUT, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def losses(printed: str) -> list[float]:
    """Return the losses that a program prints."""
    found = [float(each) for each in re.findall(r"^loss (\d+\.\d+)$", printed, re.MULTILINE)]
    assert all(0 < each < 100 for each in found)
    return found


def chips_in(folder: str) -> int:
    return len(list(Path(folder, "images").glob("*.png")))


@pytest.mark.parametrize("task", ["detect", "segment", "obb"])
def test_yolo(layers, qgis_process, task):
    export(qgis_process, "yolo", METADATA_FORMAT=f"YOLO_{task}")
    page = (PAGES / "yolo.md").read_text("utf-8")
    line = re.search(rf"^\| `YOLO_{task}` \| `(yolo {task} train .*)` \|$", page, re.MULTILINE)[1]
    if task == "detect":  # this one stands in full above the table
        (full,) = [words for words in commands("yolo") if words[0] == "yolo"]
        assert full[: len(shlex.split(line))] == shlex.split(line)
    _, *words = shlex.split(line)
    model = re.search(r"model=(\S+)\.pt", line)[1]
    printed = python(YOLO, *words, f"model={model}.yaml", *QUICK, f"project={layers}", "name=run")
    (results,) = layers.rglob("results.csv")
    (epoch,) = csv.DictReader(results.read_text().splitlines())
    its = {key.strip(): float(value) for key, value in epoch.items()}
    assert its["epoch"] == 1
    assert its["train/box_loss"] > 0
    assert 0 <= its["metrics/mAP50(B)"] <= 1
    assert (results.parent / "weights" / "last.pt").stat().st_size > 1 << 20
    for part in ("train", "valid"):
        found = re.search(rf"{part}/labels\S* (\d+) images, (\d+) backgrounds, (\d+) corrupt", printed)
        empty = sum(not path.read_text() for path in Path("chips", part, "labels").iterdir())
        assert [int(each) for each in found.groups()] == [chips_in(f"chips/{part}"), empty, 0]


def test_torchvision(layers, qgis_process):
    both = programs("torchvision")
    lines = [sum(line.strip() != "" for line in each.splitlines()) for each in both]
    assert max(lines) <= 15
    assert "15 lines each" in (PAGES / "torchvision.md").read_text("utf-8")
    export(qgis_process, "torchvision")
    detection, segmentation = (losses(python("-c", each)) for each in both)
    assert len(detection) == -(-chips_in("coco/train") // 4)
    assert len(segmentation) == chips_in("tiles/train") // 4 > 1


def test_hugging_face(layers, qgis_process):
    export(qgis_process, "hugging-face")
    load, train = programs("hugging-face")
    printed = python(
        "-c", load + "\nprint(sorted(len(each['objects']['bbox']) for each in chips['test']))\n" + train
    )
    sets = dict(re.findall(r"(\w+): Dataset\(\{\n.*\n\s+num_rows: (\d+)", printed))
    expected = {"train": "train", "validation": "valid", "test": "test"}
    assert {key: int(rows) for key, rows in sets.items()} == {
        key: chips_in(f"chips/{folder}") for key, folder in expected.items()
    }
    counts = sorted(len(each) for each in scene.shown(Path("chips/test")).values())
    assert str(counts) in printed
    assert len(losses(printed)) == -(-chips_in("chips/train") // 4)


def test_tensorflow(layers, qgis_process):
    export(qgis_process, "tensorflow")
    (program,) = programs("tensorflow")
    check = """
images, classes = next(iter(chips("tiles/train").unbatch().batch(1000)))
print("shapes", images.shape, classes.shape, "classes", np.unique(classes), "accuracy",
      *(model.history.history[key][0] for key in ("accuracy", "val_accuracy")))
"""
    printed = python("-c", program + check)
    count = chips_in("tiles/train")
    shapes, classes = re.search(r"^shapes (.*) classes \[(.*)\] accuracy", printed, re.MULTILINE).groups()
    assert shapes == f"({count}, 64, 64, 3) ({count}, 64, 64)"
    assert classes == "0 1 2 3"
    accuracies = [float(each) for each in printed.splitlines()[-1].split()[-2:]]
    assert all(0 < each <= 1 for each in accuracies)


def test_pytorch(layers, qgis_process):
    export(qgis_process, "pytorch")
    torchgeo, *linked = programs("pytorch")
    samples = re.findall(r"^\((.*)\) \((.*)\) (\[.*\])$", python("-c", torchgeo), re.MULTILINE)
    assert [shapes[:2] for shapes in samples] == [("4, 3, 64, 64", "4, 64, 64")] * 2
    seen = {value for _, _, values in samples for value in json.loads(values)}
    assert {0} < seen <= {0, 1, 2, 3}
    printed = python("-c", "\n".join(linked))
    first, second, counts = printed.splitlines()[-3:]
    chips = [chips_in("kitti_chips"), len(list(Path("voc_chips/images").glob("*.jpg")))]
    assert counts == f"{chips[0]} and {chips[1]} chips"
    labels = {
        path.stem: [line.split()[0] for line in path.read_text().splitlines()]
        for path in Path("kitti_chips/labels").iterdir()
    }
    assert re.findall(r"\('(\d)', \{", second) == labels["000000000"] != []
    assert re.findall(r"\('(\d)', \[", first) in labels.values()  # in the order of the disk
