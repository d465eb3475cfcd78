"""The layer that takes the rows of the chip index: made, filled, and read back when it is closed."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Union

from osgeo import gdal
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...chipping.errors import ExportError
from ...chipping.messages import Message
from ...chipping.redaction import writable
from ..parameters import names as p
from ..parameters.kinds import Values

Row = Sequence[Union[str, int, float, None]]

_TEXTS = ("stem", "image", "label", "classes", "split", "block")
# A text without a length of its own gets 255 characters from QGIS, beyond which rows are refused.
_FIELDS = (
    "stem:string(0)",
    "image:string(0)",
    "label:string(0)",
    "objects:integer",
    "classes:string(0)",
    "valid:double",
)
_OF_SPLIT = ("split:string(0)", "block:string(0)")
_LONGEST_TEXT = {".shp": 254, ".dbf": 254, ".tab": 254, ".mif": 254, ".xlsx": 32767}  # bytes
_CUT = "…"
_CHECKSUM = 2**64
_LEAST_SPACE = 8192  # bytes


def index_fields(is_split: bool = False) -> QgsFields:
    """Return the fields of the chip index; texts of any length.

    Args:
        is_split: chips are in train, valid or test.
    """
    # A layer has the same fields in every QGIS; QgsField's own types changed in 3.38.
    columns = "&".join(f"field={field}" for field in (*_FIELDS, *(_OF_SPLIT if is_split else ())))
    return QgsFields(QgsVectorLayer(f"None?{columns}", "fields", "memory").fields())


class IndexLayer:
    """A polygon layer of chips, in whichever format the user asks for.

    Formats refuse rows, lose them at the very end, or cut texts, and few of
    them say so: what was written is read back.
    """

    def __init__(
        self, sink: QgsFeatureSink, destination: str, context: QgsProcessingContext, is_split: bool = False
    ) -> None:
        """Take over a sink without a row.

        Args:
            sink: takes the rows.
            destination: what QGIS knows the layer by.
            context: holds the layer, where it is in memory.
            is_split: chips are in train, valid or test.
        """
        self.destination = destination
        self._sink: QgsFeatureSink | None = sink
        self._context = context
        self._fields = index_fields(is_split)
        suffix = Path(destination.partition("|")[0]).suffix.lower()
        self._driver = QgsVectorFileWriter.driverForExtension(suffix[1:]) if suffix else ""
        self._longest = _LONGEST_TEXT.get(suffix, 0)
        self._rows = self._texts = self._shortened = 0

    @classmethod
    def create(
        cls,
        alg: QgsProcessingAlgorithm,
        values: Values,
        context: QgsProcessingContext,
        crs: QgsCoordinateReferenceSystem,
        is_split: bool = False,
    ) -> IndexLayer | None:
        """Return the layer that the user asks for, None where none is wanted.

        Args:
            alg: the algorithm, which knows how to read its parameters.
            values: what the user gave.
            context: holds the layer, where it is in memory.
            crs: of the polygons.
            is_split: chips are in train, valid or test.

        Raises:
            ExportError: it cannot be created; formats without attributes or polygons cannot.
        """
        polygon = QgsWkbTypes.Type.Polygon
        try:
            sink, destination = alg.parameterAsSink(
                values, p.CHIP_INDEX, context, index_fields(is_split), polygon, crs
            )
        except QgsProcessingException as error:
            reason = " ".join(str(error).split()).rstrip(".")
            message = "CHIP_INDEX: the layer cannot be created; choose another file ({reason})."
            raise ExportError(message, reason=reason) from error
        return None if sink is None else cls(sink, destination, context, is_split)

    def add(self, polygon: QgsGeometry, row: Row) -> None:
        """Add a chip.

        Args:
            polygon: its place in the layer's CRS.
            row: a value for each field, the chip's stem first.

        Raises:
            ExportError: the format does not take it.
        """
        feature = QgsFeature(self._fields)
        feature.setGeometry(polygon)
        written = [self._fitting(value) if isinstance(value, str) else value for value in row]
        feature.setAttributes(written)
        if self._sink is None or not self._sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise ExportError(
                "CHIP_INDEX: {format} does not take chip {stem} ({reason}); choose another file or format "
                "for it. The training set itself is complete.",
                format=self._driver or self.destination,
                stem=row[0],
                reason=self._reason(),
            )
        self._rows += 1
        self._texts += _checksum([value for value in written if isinstance(value, str)])

    def close(self) -> list[Message]:
        """Finish the layer, read it back, and return warnings about what its format cannot hold.

        Raises:
            ExportError: it does not hold all chips.
        """
        gdal.ErrorReset()
        self._sink = None  # writes what is still in memory
        reason = self._reason()
        layer, _owner = self._written()
        if not layer.isValid() and self._is_write_only():
            message = "CHIP_INDEX: {format} cannot be read back, so nothing tells whether it is complete."
            return [Message(message, format=self._driver)]
        storage = self._driver or layer.dataProvider().storageType()
        rows = texts = 0
        for row in _texts(layer):
            rows += 1
            texts += _checksum(row)
        if rows != self._rows:
            raise ExportError(
                "CHIP_INDEX: {path} ({format}) holds {found} of {count} chips ({reason}); choose another "
                "file or format for it. The training set itself is complete.",
                path=self.destination,
                format=storage,
                found=rows,
                count=self._rows,
                reason=reason,
            )
        return list(self._warnings(storage, layer.isSpatial(), (texts - self._texts) % _CHECKSUM == 0))

    def _warnings(self, storage: str, has_polygons: bool, has_texts: bool) -> Iterator[Message]:
        if self._shortened:
            yield Message(
                "CHIP_INDEX: {format} keeps {limit} bytes of a text; texts that were shortened and end in "
                "{mark}: {count}. GeoPackage keeps all.",
                format=storage,
                limit=self._longest,
                count=self._shortened,
                mark=_CUT,
            )
        if not has_texts:
            message = "CHIP_INDEX: {format} does not keep all names and texts as they are; GeoPackage does."
            yield Message(message, format=storage)
        if not has_polygons:
            message = "CHIP_INDEX: {format} holds the table without its polygons; GeoPackage holds both."
            yield Message(message, format=storage)

    def _fitting(self, text: str) -> str:
        """Return a text as the format can hold it."""
        text = writable(text)
        if not self._longest or len(text.encode("utf-8")) <= self._longest:
            return text
        self._shortened += 1
        kept = text.encode("utf-8")[: self._longest - len(_CUT.encode("utf-8"))]
        return kept.decode("utf-8", "ignore") + _CUT

    def _reason(self) -> str:
        said = self._sink.lastError() if self._sink is not None else ""
        return " ".join((said or gdal.GetLastErrorMsg() or self._full_disk() or "-").split())

    def _full_disk(self) -> str:
        """Return what the system calls a full disk where this is one: text formats do not look."""
        folder = Path(self.destination.partition("|")[0]).parent
        is_full = folder.is_dir() and shutil.disk_usage(folder).free < _LEAST_SPACE
        return os.strerror(errno.ENOSPC) if is_full else ""

    def _written(self) -> tuple[QgsVectorLayer, QgsProcessingContext]:
        """Return the layer as it stands, and what keeps it alive."""
        layer = QgsProcessingUtils.mapLayerFromString(self.destination, self._context, False)
        if layer is not None:
            return layer, self._context
        apart = QgsProcessingContext()  # the user's own gets the layer from QGIS, in its thread
        layer = QgsProcessingUtils.mapLayerFromString(self.destination, apart)
        return layer or QgsVectorLayer(), apart

    def _is_write_only(self) -> bool:
        driver = gdal.GetDriverByName(self._driver) if self._driver else None
        return driver is not None and driver.GetMetadataItem(gdal.DCAP_OPEN) is None


def _texts(layer: QgsVectorLayer) -> Iterator[list[str]]:
    """Yield the texts of each row; those of a format that names fields in its own way are not found."""
    fields = layer.fields()
    places = [place for place in map(fields.lookupField, _TEXTS) if place >= 0]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for feature in layer.getFeatures(request):
        values = [feature.attribute(place) for place in places]
        yield ["" if value in (None, NULL) else str(value) for value in values]


def _checksum(texts: Sequence[str]) -> int:
    """Return a number that tells rows apart; its sum is the same in whatever order a format keeps them."""
    return hash(tuple(texts))
