"""Runs exports in forked children of one QGIS, and ends them when asked.

A start of QGIS takes a second or more; a fork takes milliseconds, so that dozens of runs can be killed.
One JSON object per line on standard input asks for a run, one on standard output answers.
"""

from __future__ import annotations

import json
import locale
import os
import selectors
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import Any, NoReturn

import conftest

_FOLDER_EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.truncate"}
_IN_FOLDER = (
    "0000",
    "labels",
    "map.txt",
    "stats.txt",
    "esri_",
)  # names of what is opened by its folder's handle


class Server:
    """The other end: asks a server process of its own."""

    def __init__(self, **environment: str) -> None:
        """Start the process.

        Args:
            environment: what differs from this process's.
        """
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        )

    def __call__(self, folder: Path | str, parameters: dict[str, Any], **request: Any) -> dict[str, Any]:
        """Run an export into a folder; see ``serve``."""
        self.ask(folder, parameters, **request)
        return self.answer()

    def ask(self, folder: Path | str, parameters: dict[str, Any], **request: Any) -> None:
        """Start an export; see ``serve``."""
        values = {
            name: str(value) if isinstance(value, Path) else value for name, value in parameters.items()
        }
        request["parameters"] = {**values, "OUT_FOLDER": str(folder)}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        """Wait for the export and return how it ended; see ``serve``."""
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._process.stdin.close()
        self._process.wait(timeout=30)


def main() -> None:
    """Answer until standard input ends."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what QGIS prints is no answer
    conftest._start_qgis()
    conftest._running["exitstatus"] = 0
    for line in sys.stdin:
        answers.write(json.dumps(serve(json.loads(line))) + "\n")
        answers.flush()


def serve(request: dict[str, Any]) -> dict[str, Any]:
    """Run an export in a child and return how it ended.

    Args:
        request: ``parameters``; ``batch_bytes``; ``helper_seconds``; ``threads``; and when it is to end:
            ``kill_after`` seconds, ``kill_at_event`` (the n-th time that it opens, renames or removes
            something in OUT_FOLDER),
            ``cancel_at`` percent or ``cancel_after`` seconds; ``directory`` to run in; ``locale`` of Qt and
            of C. Each may be missing.

    Returns:
        ``ended``: finished, cancelled, refused, crashed or killed; ``seconds``; ``said``, the sentences of a
        refusal or a traceback; ``outputs``; ``infos``; ``events``, how many there were; ``journals_removed``,
        the events that removed a journal; ``decimal_point``, C's.
    """
    reading, writing = os.pipe()
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        _run_and_leave(request, writing)
    os.close(writing)
    answer = _answer(reading, child, request.get("kill_after"), started)
    _, status = os.waitpid(child, 0)
    seconds = time.monotonic() - started
    if answer:
        return {**json.loads(answer), "seconds": seconds}
    end = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    killed = end == signal.SIGKILL
    said = [] if killed else [f"the process ended with signal {end}, status {status}"]
    return {"ended": "killed" if killed else "crashed", "said": said, "seconds": seconds}


def _answer(reading: int, child: int, kill_after: float | None, started: float) -> bytes:
    """Return what a child says; kill it when its time is over."""
    selector = selectors.DefaultSelector()
    selector.register(reading, selectors.EVENT_READ)
    answer = b""
    while True:
        left = None if kill_after is None else max(0.0, started + kill_after - time.monotonic())
        if not selector.select(left):
            os.kill(child, signal.SIGKILL)
            kill_after = None
            continue
        data = os.read(reading, 1 << 20)
        if not data:
            break
        answer += data
    selector.close()
    os.close(reading)
    return answer


def _run_and_leave(request: dict[str, Any], writing: int) -> NoReturn:
    """Run an export, say how it ended, and leave without Python's or QGIS's farewell."""
    try:
        answer = _run(request)
    except BaseException:  # nothing may return into the server's loop
        answer = {"ended": "crashed", "said": [traceback.format_exc()]}
    data = json.dumps(answer).encode()
    while data:
        data = data[os.write(writing, data) :]
    os._exit(0)


def _run(request: dict[str, Any]) -> dict[str, Any]:
    import scenes
    from processing.core.ProcessingConfig import ProcessingConfig
    from qgis.core import QgsProcessingException
    from qgis.PyQt.QtCore import QLocale

    from training_data_exporter.export.storage import flushing

    if "batch_bytes" in request:  # as many moments between commits as between batches
        scenes.LIMITS = {"batch_bytes": request["batch_bytes"], "commit_seconds": 0.0, "commit_share": 0.0}
        scenes.LIMITS["helper_seconds"] = request.get("helper_seconds", 3.0)
        flushing.flush = lambda file: None  # a signal loses nothing that a power cut would
    ProcessingConfig.setSettingValue(ProcessingConfig.MAX_THREADS, request.get("threads", 2))
    if "directory" in request:
        os.chdir(request["directory"])
    if "locale" in request:
        locale.setlocale(locale.LC_ALL, request["locale"])
        QLocale.setDefault(QLocale(request["locale"].partition(".")[0]))
    point = locale.localeconv()["decimal_point"]
    values = dict(request["parameters"])
    folder = Path(values.pop("OUT_FOLDER"))
    events = _Events(folder, request.get("kill_at_event"))
    log = _log(request)
    try:
        outputs = scenes.run(folder, log, **values).outputs
    except QgsProcessingException as error:
        said = [*log.errors, str(error)]
        ended = "crashed" if any("Traceback" in each for each in said) else "refused"
        return {"ended": ended, "said": said, "infos": log.infos, "events": events.count}
    ended = "cancelled" if log.isCanceled() else "finished"
    return {
        "ended": ended,
        "said": [],
        "outputs": outputs,
        "infos": log.infos,
        "events": events.count,
        "journals_removed": events.journals_removed,
        "decimal_point": point,
    }


def _log(request: dict[str, Any]) -> Any:
    from scenes import Log

    class Impatient(Log):
        """Cancels when its time is over."""

        def isCanceled(self) -> bool:
            if time.monotonic() > end:
                self.cancel()
            return super().isCanceled()

    end = time.monotonic() + request.get("cancel_after", 1e6)
    return Impatient(request.get("cancel_at", 1000.0))


class _Events:
    """Counts what Python does to the files of a folder, and kills the process at a count."""

    def __init__(self, folder: Path, kill_at: int | None) -> None:
        self.count = 0
        self.journals_removed: list[int] = []
        self._folder = os.fspath(folder)
        self._kill_at = kill_at
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _FOLDER_EVENTS and str(arguments[0]).startswith((self._folder, *_IN_FOLDER)):
            self.count += 1
            if event == "os.remove" and str(arguments[0]).endswith(".journal"):
                self.journals_removed.append(self.count)
            if self.count == self._kill_at:
                os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
