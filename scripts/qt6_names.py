"""Check that every Qt name of the plugin exists in Qt 6 too, which QGIS 4 is built on.

Resolves each dotted use of a name from qgis.PyQt (``QNetworkReply.NetworkError.NoError``) against a real
PyQt6, and refuses what QGIS 4 cannot run: PyQt5 itself, compiled resources, ``exec_()``. What is called on
objects, and QGIS's own classes, it cannot see.

Usage: a Python that has PyQt6 (requirements-qt6.txt); scripts/qt6_names.py FILE ...
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

# QGIS's own, not Qt's.
QGIS_ONLY = {"uic", "sip"}
# PyQt6 has none; qgis.PyQt brings one.
BROUGHT_BY_QGIS = {("QtCore", "QVariant"), ("QtCore", "NULL")}


def problems(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and description of everything that Qt 6 does not know."""
    tree = ast.parse(path.read_text("utf-8"), str(path))
    known: dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, text) for text in _imported(node, known))
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names if alias.name.split(".")[0] in ("PyQt5", "sip")]
            yield from ((node.lineno, f"import {name}: take it from qgis.PyQt") for name in names)
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            if node.attr == "exec_":
                yield node.lineno, "exec_() is exec() in Qt 6"
            elif id(node) not in inner:
                yield from ((node.lineno, text) for text in _unknown(node, known))


def _imported(node: ast.ImportFrom, known: dict[str, Any]) -> Iterator[str]:
    """Note what an import brings in; give what Qt 6 does not have."""
    package, _, module = (node.module or "").partition("qgis.PyQt")
    if (node.module or "").split(".")[0] in ("PyQt5", "PySide2", "sip"):
        yield f"from {node.module}: take it from qgis.PyQt"
    if any(alias.name.startswith("resources") for alias in node.names):
        yield "compiled resources: Qt 6 has no pyrcc"
    if package or not (node.module or "").startswith("qgis.PyQt"):
        return
    for alias in node.names:
        name = module.lstrip(".") or alias.name
        if name in QGIS_ONLY or (name, alias.name) in BROUGHT_BY_QGIS:
            continue
        source = _module(name)
        found = source if source is None or not module else getattr(source, alias.name, None)
        if found is None:
            yield f"PyQt6.{name} has no {alias.name}"
        known[alias.asname or alias.name] = found


def _module(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(f"PyQt6.{name}")
    except ImportError:
        return None


def _unknown(node: ast.Attribute, known: dict[str, Any]) -> Iterator[str]:
    """Yield the part of a dotted name that Qt 6 does not have."""
    names: list[str] = []
    part: ast.expr = node
    while isinstance(part, ast.Attribute):
        names.insert(0, part.attr)
        part = part.value
    found = known.get(part.id) if isinstance(part, ast.Name) else None
    for place, name in enumerate(names):
        if not isinstance(found, (type, ModuleType)):
            return
        if not hasattr(found, name):
            yield f"PyQt6 has no {'.'.join([part.id, *names[: place + 1]])}; enums are scoped"
            return
        found = getattr(found, name)


def main(files: list[str]) -> int:
    """Print what Qt 6 does not know; return the exit code."""
    found = [(path, *problem) for path in map(Path, files) for problem in problems(path)]
    for path, line, text in found:
        sys.stdout.write(f"{path}:{line}: {text}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
