"""The version and where to report, read from the one place where they are written."""

from __future__ import annotations

import pkgutil
from configparser import ConfigParser


def _metadata() -> ConfigParser:
    """Return what ``metadata.txt`` says; the package may be a folder or a zip."""
    metadata = ConfigParser(interpolation=None)
    metadata.read_string((pkgutil.get_data(__package__, "metadata.txt") or b"").decode("utf-8"))
    return metadata


VERSION = _metadata()["general"]["version"]
TRACKER = _metadata()["general"]["tracker"]
