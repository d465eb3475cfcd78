"""What image encoders take of Qt: that of QGIS, or, in a process without QGIS, what lies under it."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

if "qgis" in sys.modules:
    from qgis.PyQt import QtCore, QtGui
else:
    _binding = "PyQt6" if "PyQt6.QtCore" in sys.modules else "PyQt5"
    QtCore, QtGui = import_module(f"{_binding}.QtCore"), import_module(f"{_binding}.QtGui")

QBuffer: Any = QtCore.QBuffer
QIODevice: Any = QtCore.QIODevice
QImage: Any = QtGui.QImage
QImageWriter: Any = QtGui.QImageWriter
