"""Kill exports at random moments, all formats, and compare what the same call makes of each with a whole one.

python kills.py [--seed N] [--kills N]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "export"))

from interruption_server import Server
from label_scenes import METADATA_FORMATS, contents
from test_interruption import BATCH_BYTES, Undisturbed, make_scene


def differing(server: Server, undisturbed: Undisturbed, folder: Path, name: str, moment: float) -> str:
    """Kill an export, make the same call again, and return what is wrong, "" for nothing."""
    parameters = undisturbed.parameters[name]
    killed = server(folder, parameters, batch_bytes=BATCH_BYTES, kill_after=moment)
    if killed["ended"] not in ("killed", "finished"):
        return str(killed)
    if not folder.exists() or contents(folder) != undisturbed.files[name]:
        done = server(folder, parameters, batch_bytes=BATCH_BYTES)
        if done["ended"] != "finished":
            return str(done)
    found, whole = contents(folder), undisturbed.files[name]
    return ", ".join(sorted(each for each in {*found, *whole} if found.get(each) != whole.get(each)))


def main() -> int:
    """Return 1 where a folder differs."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--kills", type=int, default=200)
    options = arguments.parse_args()
    server, numbers, wrong = Server(), random.Random(options.seed), 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        undisturbed = Undisturbed(server, make_scene(folder), folder)
        for kill in range(options.kills):
            name = METADATA_FORMATS[kill % len(METADATA_FORMATS)]
            moment = undisturbed.seconds[name] * numbers.random()
            problem = differing(server, undisturbed, folder / f"kill-{kill}", name, moment)
            wrong += bool(problem)
            if problem:
                print(f"kill {kill} ({name}, after {moment:.3f} s): {problem}", flush=True)
    server.close()
    print(f"{options.kills} kills (seed {options.seed}): {wrong} folders differ")
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())
