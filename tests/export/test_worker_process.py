"""A child process starts without QGIS, is known before it is used, and ends with its parent."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from without_qgis import BLOCKED

from training_data_exporter.export.workers import process
from training_data_exporter.export.workers.messages import Packet
from training_data_exporter.export.workers.process import ChildProcess
from training_data_exporter.export.workers.recruiting import LostError

ROOT = Path(__file__).resolve().parents[2]
PYTHON = Path(sys.executable)


@pytest.fixture
def child():
    made = ChildProcess(PYTHON, ("-c", BLOCKED + process._BEGIN))
    made.wait_until_ready()
    yield made
    made.end()


def test_a_child_answers_without_qgis(child):
    message = Packet({"task": "echo", "text": "Kläße"}, [bytes(range(256)) * 20_000, b""])
    child.send(message)
    assert child.received() == message
    assert child.facts["task"] == "ready"


def test_a_child_takes_little_memory(child):
    status = Path(f"/proc/{child._process.pid}/status")
    if not status.exists():
        pytest.skip("no /proc here")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    assert 10 < int(line.split()[1]) / 1024 < 110


def test_a_child_that_was_killed_is_noticed(child):
    child._process.kill()
    with pytest.raises(LostError, match="it ended with -9"):
        child.received()


def test_a_child_that_fails_says_why(child):
    child.send(Packet({"task": "fly"}))
    with pytest.raises(LostError, match="it ended with 1: KeyError: 'fly'"):
        child.received()


def test_what_is_no_program(tmp_path):
    with pytest.raises(LostError, match="cannot be started"):
        ChildProcess(tmp_path / "python3")


@pytest.mark.parametrize(
    ("begin", "said"),
    [
        ("import time; time.sleep(60)", "it was not ready after 0.5 s"),
        ("print('QGIS 3.44 is here to help you')", "no message"),
        ("raise ImportError('no numpy')", "it ended with 1: ImportError: no numpy"),
        ("pass", "it ended with 0: nothing said"),
    ],
)
def test_what_does_not_become_ready_is_ended(begin, said):
    made = ChildProcess(PYTHON, ("-c", begin))
    with pytest.raises(LostError, match=said):
        made.wait_until_ready(0.5 if "sleep" in begin else 20.0)
    assert made._process.returncode is not None


@pytest.mark.parametrize("name", ["version", "python", "numpy", "gdal"])
def test_another_version_is_not_used(monkeypatch, name):
    mine = {**process.what_this_is(), name: "0.0"}
    monkeypatch.setattr(process, "what_this_is", lambda: mine)
    made = ChildProcess(PYTHON)
    with pytest.raises(LostError, match="it is another one"):
        made.wait_until_ready()
    assert made._process.returncode is not None


PARENT = """
import importlib.util, sys, time
from pathlib import Path
root = sys.argv[1]
spec = importlib.util.spec_from_file_location("tde", root + "/__init__.py", submodule_search_locations=[root])
sys.modules["tde"] = importlib.util.module_from_spec(spec)
from tde.export.workers.process import ChildProcess
children = [ChildProcess(Path(sys.executable)) for _ in range(2)]
for each in children:
    each.wait_until_ready()
print(*(each._process.pid for each in children), flush=True)
time.sleep(60)
"""


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


def test_children_of_a_parent_that_was_killed_end_within_a_second():
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(ROOT)], stdout=subprocess.PIPE, text=True)
    pids = list(map(int, parent.stdout.readline().split()))
    assert len(pids) == 2 and all(map(is_alive, pids))
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until = time.monotonic() + 1.0
    while any(map(is_alive, pids)) and time.monotonic() < until:
        time.sleep(0.02)
    assert not any(map(is_alive, pids))
