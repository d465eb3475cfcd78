"""The version and where to report, read from the one place where they are written."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path


def _metadata() -> ConfigParser:
    metadata = ConfigParser(interpolation=None)
    metadata.read(Path(__file__).parent / "metadata.txt", encoding="utf-8")
    return metadata


VERSION = _metadata()["general"]["version"]
TRACKER = _metadata()["general"]["tracker"]
