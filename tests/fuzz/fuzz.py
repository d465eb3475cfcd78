"""Random exports, each in a process of its own, against an independent recount of the folder.

Each case either completes and passes the recount, or refuses with one sentence before writing anything. A
failed case names its seed, and ``--seed N --case M`` runs that one alone.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import conftest

PATIENCE = 180  # seconds for a case
SCENE = "scene.txt"  # tells what was drawn


def main() -> int:
    """Run the cases and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--case", type=int, help="run this one alone, in this process")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    conftest._start_qgis()
    conftest._running["exitstatus"] = 1
    if options.case is not None:
        print(json.dumps(run_case(options.seed, options.case, Path(tempfile.mkdtemp())), indent=2))
        return 0
    ends, failures = run_all(options.seed, options.cases, options.jobs)
    for end, count in sorted(ends.items(), key=lambda item: -item[1]):
        print(f"{count:6d}  {end}")
    print(f"\n{sum(ends.values())} cases of seed {options.seed}, {len(failures)} failed")
    return 1 if failures else 0


def run_all(seed: int, cases: int, jobs: int) -> tuple[Counter[str], dict[int, str]]:
    """Run cases, some at a time; return how they ended and what failed."""
    ends: Counter[str] = Counter()
    failures: dict[int, str] = {}
    running: dict[int, tuple[int, Path, float]] = {}
    waiting = iter(range(cases))
    done = False
    while running or not done:
        while not done and len(running) < jobs:
            number = next(waiting, None)
            done = number is None
            if number is not None:
                folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
                running[_fork(seed, number, folder)] = (number, folder, time.monotonic())
        _kill_the_slow(running)
        child, status = os.waitpid(-1, os.WNOHANG)
        if not child:
            time.sleep(0.005)
            continue
        number, folder, _ = running.pop(child)
        end, why = _outcome(folder, status)
        ends[end] += 1
        if why:
            failures[number] = why
            print(f"FAILED: --seed {seed} --case {number}\n{why}\n", flush=True)
        if sum(ends.values()) % 500 == 0:
            print(f"{sum(ends.values())} cases, {len(failures)} failed", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
    return ends, failures


def _fork(seed: int, number: int, folder: Path) -> int:
    child = os.fork()
    if child:
        return child
    try:
        with (folder / "noise.log").open("w") as log:
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
        answer = run_case(seed, number, folder)
    except BaseException:  # nothing may return into the parent's loop
        scene = (folder / SCENE).read_text() if (folder / SCENE).exists() else ""
        answer = {"end": "failed", "why": f"{scene}\n{traceback.format_exc()}"}
    (folder / "answer.json").write_text(json.dumps(answer))
    os._exit(0)


def _kill_the_slow(running: dict[int, tuple[int, Path, float]]) -> None:
    for child, (_, _, started) in running.items():
        if time.monotonic() - started > PATIENCE:
            os.kill(child, signal.SIGKILL)


def _outcome(folder: Path, status: int) -> tuple[str, str]:
    """Return how a case ended, and what is wrong with that."""
    answer = folder / "answer.json"
    if not answer.exists():
        tail = (folder / "noise.log").read_text(errors="replace")[-2000:]
        return "crashed", f"the process ended with status {status}\n{tail}"
    found = json.loads(answer.read_text())
    return found["end"], found.get("why", "")


def run_case(seed: int, number: int, folder: Path) -> dict[str, str]:
    """Draw a case, run it and check it."""
    from drawing import draw
    from label_scenes import contents
    from recount import check
    from recount_input import Recount

    numbers = random.Random(f"{seed}-{number}")
    scene = draw(numbers, folder)
    (folder / SCENE).write_text(f"{scene.kinds} {scene.labels.name} {scene.parameters}")
    out = folder / "around" / "out"
    out.parent.mkdir()
    values = {"IN_RASTER": scene.raster, "IN_CLASS_DATA": scene.labels, **scene.parameters}
    end = _attempt(numbers, out, values)
    assert not end["end"].startswith(tuple(f"refused: {word}" for word in scene.never)), end
    if end["end"] == "completed":
        recount = Recount(scene.raster, scene.labels, scene.parameters)
        check(recount, out, end["outputs"], {}, end["warnings"])
        if numbers.random() < 0.4:
            end["end"] += ", then " + _append(numbers, scene, out, contents(out))
    assert {path.name for path in out.parent.iterdir()} <= {"out"}
    return {"end": end["end"]}


def _append(numbers: random.Random, scene: Any, out: Path, before: dict[str, bytes]) -> str:
    """Add an export to one, with the same settings or not quite; return how that ended."""
    from label_scenes import contents
    from recount import check
    from recount_input import Recount

    del before["export.json"]  # with it the same chips would not be added
    (out / "export.json").unlink()
    parameters = dict(scene.parameters)
    free = parameters.get("START_INDEX", 0) + before["map.txt"].count(b"\r\n")
    parameters["START_INDEX"] = free + numbers.choice((0, 0, 5, -1))
    if numbers.random() < 0.3:
        name, choices = numbers.choice(
            (
                ("TILE_SIZE_X", [numbers.randrange(1, 40)]),
                ("STRIDE_Y", [max(parameters["STRIDE_Y"], 9)]),
                ("METADATA_FORMAT", ["KITTI_rectangles", "RCNN_Masks"]),
                ("OUTPUT_NOFEATURE_TILES", ["ALL_TILES", "ONLY_TILES_WITH_FEATURES"]),
            )
        )
        parameters[name] = numbers.choice(choices)
    end = _attempt(
        numbers, out, {"IN_RASTER": scene.raster, "IN_CLASS_DATA": scene.labels, **parameters}, before
    )
    if end["end"] != "completed":
        assert contents(out) == before
        return "appending " + end["end"]
    check(Recount(scene.raster, scene.labels, parameters), out, end["outputs"], before, end["warnings"])
    return "appended"


def _attempt(
    numbers: random.Random, out: Path, values: dict[str, Any], before: dict[str, bytes] | None = None
) -> dict[str, Any]:
    """Run an export, sometimes cancelled first; return how it ended."""
    import scenes
    from label_scenes import DATASET_FILES, contents
    from qgis.core import QgsProcessingException
    from scenes import Log, run

    scenes.LIMITS = {"batch_bytes": numbers.choice((1, 5000, 100_000, 48 << 20))}
    log, cancelling = Log(), Log(cancel_at=numbers.uniform(0, 100))
    try:
        if numbers.random() < 0.2:
            outputs = run(out, cancelling, **values).outputs
            if outputs:  # it was too late
                return {"end": "completed", "outputs": outputs, "warnings": cancelling.warnings}
            found = contents(out) if out.exists() else {}
            assert all(found.get(name) == (before or {}).get(name) for name in DATASET_FILES)
        outputs = run(out, log, **values).outputs
        return {"end": "completed", "outputs": outputs, "warnings": log.warnings}
    except QgsProcessingException as error:
        sentences = [*cancelling.errors, *log.errors, str(error)]
    sentence = sentences[0].replace("Unable to execute algorithm\n", "")
    assert "Traceback" not in "".join(sentences), sentences
    assert "\n" not in sentence.strip(), sentence
    assert not sentence.startswith("There were errors"), sentence  # that says nothing
    assert "not foreseen" not in sentence, sentence
    found = contents(out) if out.exists() else {}
    assert found == (before or {}), sorted(found)
    assert before or not out.exists(), sentence
    return {"end": f"refused: {_kind(sentence)}"}


def _kind(sentence: str) -> str:
    """Return a sentence without its values."""
    words = sentence.split()
    return " ".join(word for word in words if word.strip(",.:;()").isalpha() or word.rstrip(":").isupper())[
        :90
    ]


if __name__ == "__main__":
    code = main()
    conftest._running["exitstatus"] = code
