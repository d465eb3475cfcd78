"""Whether label rasters can be of the format that is asked for."""

from __future__ import annotations

from pathlib import PurePosixPath

from ...chipping.errors import ExportError
from ...chipping.messages import Message
from ...export.options import ExportOptions
from ...export.sets.stored_export import StoredExport
from ...writers.base import LabelFormat
from ...writers.format_context import LABEL_RASTER_FORMATS
from ...writers.labels.label_rasters import LABEL_SUFFIXES


def label_raster_warnings(
    options: ExportOptions, label_format: type[LabelFormat], stored: StoredExport | None
) -> list[Message]:
    """Return a warning where the format of the labels has no rasters.

    Args:
        options: the settings.
        label_format: the format of the labels.
        stored: the export that is added to, if any.

    Raises:
        ExportError: it has label rasters of another format.
    """
    given = options.label_raster_format
    if not label_format.has_rasters:
        message = "LABEL_RASTER_FORMAT: {format} has no label rasters and takes no notice of it."
        return [Message(message, format=label_format.name)] if given != LABEL_RASTER_FORMATS[0] else []
    paths = [] if stored is None else [each.map.first_label for each in stored.sets.values()]
    formats = {suffix: name for name, suffix in LABEL_SUFFIXES.items()}
    for path in filter(None, paths):
        standing = PurePosixPath(path).suffix
        if standing in formats and standing != LABEL_SUFFIXES[given]:  # others are refused as another format
            raise ExportError(
                "LABEL_RASTER_FORMAT: OUT_FOLDER holds label rasters as {suffix} files; choose {stored}, or "
                "another folder.",
                suffix=standing,
                stored=formats[standing],
            )
    return []
