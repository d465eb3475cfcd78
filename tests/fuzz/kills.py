"""Kill exports at random moments, all formats and plans, and compare what the same call makes of them.

python kills.py [--seed N] [--kills N]
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "export"))

from interruption_server import Server
from label_scenes import METADATA_FORMATS, contents
from plan_cases import CASES, Scene
from test_interruption import BATCH_BYTES, IMAGE_FORMATS, make_scene


class Undisturbed:
    """Exports that nothing interrupts: their parameters, their files and how long they take (s)."""

    def __init__(self, server: Server, folder: Path) -> None:
        """Make each of them once.

        Args:
            server: runs them.
            folder: takes their inputs and what they write.
        """
        plain, scene = make_scene(folder), Scene(folder)
        self.parameters = {
            name: {**plain, "METADATA_FORMAT": name, "IMAGE_CHIP_FORMAT": IMAGE_FORMATS[name]}
            for name in METADATA_FORMATS
        }
        self.parameters.update({f"{name}, {plan}": scene.call(name, plan) for name, plan in CASES})
        self.files: dict[str, dict[str, bytes]] = {}
        self.seconds: dict[str, float] = {}
        for name, parameters in self.parameters.items():
            done = server(folder / name, parameters, batch_bytes=BATCH_BYTES)
            assert done["ended"] == "finished", done
            self.files[name], self.seconds[name] = contents(folder / name), done["seconds"]


def differing(
    server: Server, undisturbed: Undisturbed, folder: Path, name: str, moment: float, workers: int
) -> str:
    """Kill an export, make the same call again, and return what is wrong, "" for nothing.

    Args:
        server: runs exports.
        undisturbed: those to compare with.
        folder: where to.
        name: of the export.
        moment: when it is killed (s).
        workers: processes that the killed export has.
    """
    parameters = undisturbed.parameters[name]
    limits = {"batch_bytes": BATCH_BYTES, "helper_seconds": 0.0 if workers > 1 else 3.0}
    killed = server(folder, {**parameters, "WORKERS": workers}, kill_after=moment, **limits)
    if killed["ended"] not in ("killed", "finished"):
        return str(killed)
    if not folder.exists() or without_call(contents(folder)) != without_call(undisturbed.files[name]):
        done = finished(server, folder, {**parameters, "WORKERS": 1})
        if done["ended"] != "finished":
            return str(done)
    found, whole = without_call(contents(folder)), without_call(undisturbed.files[name])
    return ", ".join(sorted(each for each in {*found, *whole} if found.get(each) != whole.get(each)))


def finished(server: Server, folder: Path, parameters: dict[str, Any]) -> dict[str, Any]:
    """Finish an export, as soon as its last child has noticed that its parent is gone; see ``serve``."""
    end = time.monotonic() + 5
    while True:
        done = server(folder, parameters, batch_bytes=BATCH_BYTES)
        if "another export is writing" not in " ".join(done["said"]) or time.monotonic() > end:
            return done
        time.sleep(0.1)


def without_call(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return files of an export but for those that tell the number of processes."""
    return {name: data for name, data in files.items() if Path(name).name != "export.json"}


def main() -> int:
    """Return 1 where a folder differs."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--kills", type=int, default=200)
    options = arguments.parse_args()
    server, numbers, wrong = Server(), random.Random(options.seed), 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        undisturbed = Undisturbed(server, folder)
        names = list(undisturbed.parameters)
        for kill in range(options.kills):
            name = names[kill % len(names)]
            workers = 1 + (numbers.random() < 0.25)
            moment = undisturbed.seconds[name] * numbers.random() + (workers > 1) * numbers.random()
            problem = differing(server, undisturbed, folder / f"kill-{kill}", name, moment, workers)
            wrong += bool(problem)
            if problem:
                print(f"kill {kill} ({name}, {workers}, after {moment:.3f} s): {problem}", flush=True)
            else:
                shutil.rmtree(folder / f"kill-{kill}", ignore_errors=True)
    server.close()
    print(f"{options.kills} kills of {len(names)} exports (seed {options.seed}): {wrong} folders differ")
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())
