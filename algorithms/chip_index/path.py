"""Where the chip index goes: a link that somebody planted there, or beside it, would lead it elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsProcessingOutputLayerDefinition

from ...chipping.errors import ExportError
from ...chipping.untrusted.inside import is_link
from ..parameters import names as p
from ..parameters.kinds import Values

_DATABASE = re.compile(r"ogr:dbname='([^']*)'")
_BESIDE = ("", "-journal", "-wal", "-shm")  # of SQLite, which GeoPackage is


def check_index(values: Values) -> None:
    """Refuse a chip index that would be written through a link, or into a pipe or a device.

    Args:
        values: what the user gave.

    Raises:
        ExportError: its file, or one that belongs to it, is such.
    """
    value = values.get(p.CHIP_INDEX)
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if not isinstance(value, str) or not value:
        return
    database = _DATABASE.match(value)
    name = database[1] if database else value.partition("|")[0]
    for path in (Path(name + end) for end in _BESIDE):
        if is_link(path) or (path.exists() and not path.is_file() and not path.is_dir()):
            raise ExportError(
                "CHIP_INDEX: {path} is not a plain file but a link, a pipe or a device; choose another file.",
                path=path,
            )
