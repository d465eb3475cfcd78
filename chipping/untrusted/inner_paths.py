"""Paths that stay inside a folder, whichever system reads them."""

from __future__ import annotations

import re

_DEVICE = (
    r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.[^/]*)?"  # what Windows takes for something else than a file
)
_NAME = rf'(?!(?:\.{{1,2}}|{_DEVICE})(?:/|$))[^/\\<>:"|?*\x00-\x1f\x7f\ud800-\udfff]{{1,255}}'
_PATH = re.compile(f"{_NAME}(?:/{_NAME}){{0,7}}", re.IGNORECASE)


def is_inner_path(text: str) -> bool:
    """Return whether a text is the path of a file inside a folder, on every system.

    ``images/Car/000000001.tif`` is one; absolute paths, those with ``..`` in
    them, drives, and what GDAL takes for something else than a file are none.

    Args:
        text: relative to the folder, with forward slashes.
    """
    return _PATH.fullmatch(text) is not None


def is_inner_name(text: str) -> bool:
    """Return whether a text can be the name of a folder inside a folder, on every system."""
    return is_inner_path(text) and "/" not in text
