"""Read the annotations of one chip after the other from ``labels.json``."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import IO, Any

from ....chipping.untrusted.inside import Inside
from .lines import ANNOTATION, LABELS_FILE, LONGEST_LINE, OPENED


class Annotations:
    """The annotations of a file that ``StoredLabels.read`` has looked at.

    They are in the order of the chips, so that each chip's are found behind those of the chip before.
    """

    def __init__(self, folder: Path) -> None:
        """Begin at the first chip.

        Args:
            folder: the folder of the set; a stranger may have filled it.
        """
        self._folder = folder
        self._place = 0
        self._last = -1

    def of(self, image: int) -> list[dict[str, Any]]:
        """Return the annotations of an image, as ``json`` gives them.

        Args:
            image: its id.

        Raises:
            OSError: the file cannot be read.
            ExportError: it is no plain file.
            ValueError: it is not as an export writes it.
        """
        found = []
        with Inside(self._folder) as inside, os.fdopen(inside.open(LABELS_FILE), "rb") as stream:
            if image <= self._last or not self._place:
                self._place = _start(stream)
            self._last = image
            stream.seek(self._place)
            while (match := ANNOTATION.match(line := stream.readline(LONGEST_LINE))) is not None:
                number = int(match["image"])
                if number > image:
                    break
                if number == image:
                    found.append(json.loads(match[0]))
                self._place += len(line)
        return found


def _start(stream: IO[bytes]) -> int:
    """Return where the first annotation begins."""
    while line := stream.readline(LONGEST_LINE):
        if line == OPENED["annotations"]:
            return stream.tell()
    raise ValueError("labels.json lists no annotations")
