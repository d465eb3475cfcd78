"""The version, read from the one place where it is written."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path


def _version() -> str:
    metadata = ConfigParser(interpolation=None)
    metadata.read(Path(__file__).parent / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


VERSION = _version()
