"""Which Python starts other processes: in QGIS, what runs is often the application and no Python.

``multiprocessing`` would start the application once more, on macOS without end.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_WINDOWS = ("python3.exe", "python.exe", "pythonw.exe")
_MACOS = ("MacOS/bin/python3", "MacOS/python3", "MacOS/python3.*", "MacOS/python", "Frameworks/bin/python3*")


class RunningPython(NamedTuple):
    """What runs this code.

    Attributes:
        platform: ``sys.platform``.
        executable: ``sys.executable``, "" where there is none.
        prefix: ``sys.exec_prefix``.
        version: major and minor number, as they stand in the name of a program.
    """

    platform: str
    executable: str
    prefix: str
    version: str = ""

    @classmethod
    def here(cls) -> RunningPython:
        """Return what runs this process."""
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        return cls(sys.platform, sys.executable, sys.exec_prefix, version)


def interpreters(running: RunningPython) -> list[Path]:
    """Return the Pythons that may belong to what runs, the likeliest first.

    Args:
        running: what runs this code.
    """
    return list(dict.fromkeys(path for path in _candidates(running) if path.is_file()))


def _candidates(running: RunningPython) -> Iterator[Path]:
    """Yield where a Python may lie, the likeliest first.

    A program that Python is a part of takes the first ``python3`` on the search path for its own
    name, which may be another one: that in the home of its library comes first.
    """
    home = Path(running.prefix) / "bin"
    if running.platform != "win32" and running.version and home.is_absolute():
        yield home / f"python{running.version}"
    if running.executable:
        executable = Path(running.executable)
        if executable.is_absolute() and executable.name.lower().startswith("python"):
            yield executable
        if running.platform == "win32":
            yield from _beside_on_windows(executable.parent, Path(running.prefix))
        elif running.platform == "darwin":
            yield from _in_bundle(executable)
    elif running.platform == "win32":
        yield from _beside_on_windows(None, Path(running.prefix))


def _beside_on_windows(folder: Path | None, prefix: Path) -> Iterator[Path]:
    """Yield the programs beside QGIS, in the home of its Python, and in the ``bin`` two folders above that.

    OSGeo4W has QGIS in ``bin`` and Python in ``apps/Python39``; installers likewise.
    """
    for place in (folder, prefix, prefix.parent.parent / "bin"):
        if place is not None and place.is_absolute():
            yield from (place / name for name in _WINDOWS)


def _in_bundle(executable: Path) -> Iterator[Path]:
    """Yield the programs in the application's folder, ``QGIS.app/Contents``."""
    contents = next((each for each in executable.parents if each.name == "Contents"), None)
    if contents is not None:
        for pattern in _MACOS:
            yield from (path for path in sorted(contents.glob(pattern)) if _is_python(path))


def _is_python(path: Path) -> bool:
    """Return whether a name is ``python``, ``python3`` or ``python3.12``, and not ``python3-config``."""
    return not path.name.removeprefix("python").strip("0123456789.")
