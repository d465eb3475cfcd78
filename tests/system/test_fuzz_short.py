"""A few cases of tests/fuzz in every run of the tests; ``make fuzz`` runs thousands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FUZZ = Path(__file__).parents[1] / "fuzz" / "fuzz.py"


def test_random_exports_pass_a_recount_or_are_refused():
    command = [sys.executable, str(FUZZ), "--seed", "20", "--cases", "60"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False, env=environment)
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    assert "60 cases of seed 20, 0 failed" in done.stdout
    assert sum(int(line.split()[0]) for line in done.stdout.splitlines() if " completed" in line) > 30
