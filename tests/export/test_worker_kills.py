"""An export with worker processes that is killed leaves no process and no half file, and goes on."""

from __future__ import annotations

import os
import random
import signal
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from interruption_server import Server
from label_scenes import contents
from scenes import noise, on_map, rectangle, write_polygons, write_raster

SIZE, TILE, STRIDE = 192, 16, 8
LIMITS = {"batch_bytes": 3 * TILE * SIZE, "helper_seconds": 0.0}
MARK = "WORKER_KILLS_MARK"

pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="no /proc here")


@pytest.fixture(scope="module")
def mark() -> str:
    return uuid.uuid4().hex


@pytest.fixture(scope="module")
def server(mark) -> Iterator[Server]:
    made = Server(**{MARK: mark})
    yield made
    made.close()


@pytest.fixture(scope="module")
def parameters(tmp_path_factory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("scene")
    numbers = np.random.default_rng(3)
    corners = numbers.uniform(0, SIZE - 12, (80, 2))
    features = [(on_map(rectangle(x, y, x + 9, y + 7)), {"kind": int(x) % 3 + 1}) for x, y in corners]
    return {
        "IN_RASTER": write_raster(folder / "in.tif", noise(3, SIZE, SIZE)),
        "IN_CLASS_DATA": write_polygons(folder / "labels.gpkg", features, {"kind": int}),
        "CLASS_VALUE_FIELD": "kind",
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y"), TILE),
        **dict.fromkeys(("STRIDE_X", "STRIDE_Y"), STRIDE),
        "METADATA_FORMAT": "RCNN_Masks",
    }


@pytest.fixture(scope="module")
def whole(server, parameters, tmp_path_factory) -> tuple[dict[str, bytes], float]:
    """Return the files of an export by one process, and what one with two others takes (s)."""
    folder = tmp_path_factory.mktemp("whole")
    assert server(folder / "out", {**parameters, "WORKERS": 1})["ended"] == "finished"
    answer = server(folder / "two", {**parameters, "WORKERS": 2}, **LIMITS)
    assert answer["ended"] == "finished", answer
    assert not [text for text in answer["infos"] if "WORKERS" in text]
    assert files(folder / "two") == files(folder / "out")
    return files(folder / "out"), answer["seconds"]


def files(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in contents(folder).items() if name != "export.json"}


def marked(mark: str) -> set[int]:
    """Return the processes that descend from the server, itself included."""
    found = set()
    for place in Path("/proc").iterdir():
        if place.name.isdecimal():
            try:
                if f"{MARK}={mark}".encode() in (place / "environ").read_bytes().split(b"\0"):
                    found.add(int(place.name))
            except OSError:
                continue
    return found


def wait_for(condition, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


@pytest.mark.parametrize("seed", range(20))
def test_a_kill_of_the_parent_leaves_nothing_behind(tmp_path, server, mark, parameters, whole, seed):
    out, (expected, seconds) = tmp_path / "out", whole
    moment = random.Random(seed).uniform(0.05, seconds)
    answer = server(out, {**parameters, "WORKERS": 2}, kill_after=moment, **LIMITS)
    assert answer["ended"] in ("killed", "finished")
    assert wait_for(lambda: len(marked(mark)) == 1, 2.0), "a child lives on"
    half = [path for path in out.rglob("*.part") if path.parent != out]  # beside map.txt the parent's own
    assert not half
    again = server(out, {**parameters, "WORKERS": 1 + seed % 3}, **LIMITS)
    if answer["ended"] == "killed":  # if as it was about to say that it had finished: it is refused
        assert again["ended"] == "finished" or "holds a finished export" in again["said"][0], again
        assert files(out) == expected


def test_nobody_enters_while_a_child_lives(tmp_path, server, mark, parameters, whole):
    """A child that cannot end keeps the folder's lock until it has gone."""
    out, before = tmp_path / "out", marked(mark)
    server.ask(out, {**parameters, "WORKERS": 2}, kill_after=2.0, **LIMITS)
    assert wait_for(lambda: len(children_of(mark)) == 2, 10)
    children = children_of(mark)
    for child in children:
        os.kill(child, signal.SIGSTOP)
    answer = server.answer()
    assert answer["ended"] == "killed"
    refused = server(out, {**parameters, "WORKERS": 1})
    assert refused["ended"] == "refused"
    assert "another export is writing" in " ".join(refused["said"]).lower()
    for child in children:
        os.kill(child, signal.SIGCONT)
    assert wait_for(lambda: marked(mark) == before, 2.0)
    assert server(out, {**parameters, "WORKERS": 1})["ended"] == "finished"
    assert files(out) == whole[0]


def children_of(mark: str) -> set[int]:
    return {each for each in marked(mark) if b"workers.program" in command(each)}


def command(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""
