"""The floor: write the files of an export again, the same bytes under the same names, and nothing else.

python floor.py EXPORT FOLDER THREADS     prints what it cost, as JSON
"""

from __future__ import annotations

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_STEMS = 200  # chips that are held in memory before they are written


def main() -> None:
    export, folder, threads = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    chips: dict[str, list[Path]] = {}
    for path in sorted(export.rglob("*")):
        if path.is_file():
            (folder / path.relative_to(export)).parent.mkdir(parents=True, exist_ok=True)
            chips.setdefault(path.name.split(".")[0], []).append(path)
    seconds = cpu = 0.0
    stems = list(chips)
    with ThreadPoolExecutor(threads) as pool:
        for first in range(0, len(stems), _STEMS):
            held = [
                [(folder / path.relative_to(export), path.read_bytes()) for path in chips[stem]]
                for stem in stems[first : first + _STEMS]
            ]
            start, used = time.perf_counter(), time.process_time()
            list(pool.map(_write, held))
            seconds += time.perf_counter() - start
            cpu += time.process_time() - used
    print("\n" + json.dumps({"seconds": seconds, "cpu": cpu, "chips": len(stems)}), flush=True)


def _write(files: list[tuple[Path, bytes]]) -> None:
    for path, data in files:
        with open(path, "wb") as file:  # noqa: PTH123 - the cheapest way
            file.write(data)


if __name__ == "__main__":
    main()
