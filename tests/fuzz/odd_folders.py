"""Whole exports into folders that a stranger has changed: each ends well or in one sentence.

``--every 20`` takes each twentieth of the variants; ``--format RCNN_Masks`` another kind of labels.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import conftest

PATIENCE = 60  # seconds for a run


def main() -> int:
    """Run the variants and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--format", default="")
    options = parser.parse_args()
    conftest._start_qgis()
    conftest._running["exitstatus"] = 1
    from hostile_folders import FORMATS

    failed = sum(run_format(each, options.every) for each in FORMATS if options.format in ("", each))
    return 1 if failed else 0


def run_format(metadata_format: str, every: int) -> int:
    """Run the variants of an export with labels of a format and return how many failed."""
    import scenes
    from hostile_folders import Stranger, whole_runs

    scenes.LIMITS = {"batch_bytes": 3 * 16 * 16, "commit_seconds": 0.0}
    ends: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        stranger = Stranger(Path(folder), metadata_format)
        for number, (name, files) in enumerate(whole_runs(stranger)):
            if number % every:
                continue
            signal.alarm(PATIENCE)  # ends the process where a run hangs
            try:
                ends["refused" if stranger.attempt(files) else "completed"] += 1
            except Exception:  # the others are run all the same
                ends["FAILED"] += 1
                print(f"FAILED: {metadata_format}, {name}\n{traceback.format_exc()}", flush=True)
            signal.alarm(0)
    print(f"{metadata_format}: {dict(ends)}", flush=True)
    return ends["FAILED"]


if __name__ == "__main__":
    code = main()
    conftest._running["exitstatus"] = code
