"""What makes a Python process one without QGIS."""

from __future__ import annotations

BLOCKED = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("qgis", "processing"):
            raise ImportError(name)
sys.meta_path.insert(0, Blocker())
"""
