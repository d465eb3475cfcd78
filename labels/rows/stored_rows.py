"""The features of a file as rows, many at a time: a tenth of what each takes by itself through QGIS."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osgeo import gdal, ogr
from qgis.core import QgsRectangle

from ...chipping.gdal_calls import quietly
from .layer_rows import Row, Rows, unreadable
from .plain_wkb import is_plain
from .stored_layer import StoredLayer

if TYPE_CHECKING:
    from numpy.typing import NDArray

_AT_ONCE = 128  # features; each may have a million points
_NO_NAME = "OGC_FID", "wkb_geometry"  # GDAL's names of columns that have none
_PLAIN = {ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal, ogr.OFTString}


class StoredRows:
    """The features of a file.

    GDAL may yield more features than QGIS where an extent is asked for: those whose envelope alone meets it.
    Shapes that QGIS may read in its own way (curves, collections, what is broken) are left to it. So is a
    file that has changed: GDAL ends as if it had no more features where QGIS tells what is wrong.
    """

    def __init__(self, stored: StoredLayer, field: int, others: Rows) -> None:
        """Keep where features are.

        Args:
            stored: the file.
            field: index of the class field in QGIS's layer, -1 for none.
            others: the same features through QGIS, for what is not asked of the file.
        """
        self._stored = stored
        self._field = field
        self._others = others

    @cached_property
    def _table(self) -> _Table | None:
        """The file, opened in the thread that reads; None where it is not what QGIS has seen."""
        return _Table.opened(self._stored)

    def _table_with(self, fields: Sequence[int]) -> _Table | None:
        """Return the file where it gives some fields as QGIS does, else None."""
        return self._table if self._table is not None and self._table.has(fields) else None

    def meeting(self, extent: QgsRectangle | None) -> Iterator[Row]:
        """Yield the features that may meet an extent; see ``Rows``."""
        fields = [self._field] if self._field >= 0 else []
        table = self._table_with(fields)
        if table is None:
            yield from self._others.meeting(extent)
            return
        seen: set[int] = set()
        for fids, values, geometries in table.batches(fields, True, extent):
            classes = values[0] if values else [None] * len(fids)
            rows = zip(fids, classes, geometries)
            odd = {fid for fid, wkb in zip(fids, geometries) if not is_plain(wkb)}
            seen.update(fids)
            yield from rows if not odd else (row for row in rows if row[0] not in odd)
            yield from self._others.of(odd) if odd else ()
        if table.has_changed():
            yield from (row for row in self._others.meeting(extent) if row[0] not in seen)

    def of(self, fids: Collection[int]) -> Iterator[Row]:
        """Yield some features by their ids; see ``Rows``."""
        return self._others.of(fids)

    def attributes(self, fields: Sequence[int]) -> Iterator[tuple[int, tuple[object, ...]]]:
        """Yield values of all features, of those of a file that has changed once more; see ``Rows``."""
        table = self._table_with(fields)
        if table is None:
            yield from self._others.attributes(fields)
            return
        for fids, values, _ in table.batches(fields, False, None):
            yield from zip(fids, zip(*values))
        if table.has_changed():
            yield from self._others.attributes(fields)


class _Table:
    """A layer of a file that is open."""

    def __init__(self, dataset: Any, layer: Any, fields: dict[int, str]) -> None:
        self._dataset = dataset  # a layer lives as long as its file is open
        self._layer = layer
        self._fields = fields
        self._fid = layer.GetFIDColumn() or _NO_NAME[0]
        self._geometry = layer.GetGeometryColumn() or _NO_NAME[1]
        self._files = [Path(name) for name in dataset.GetFileList() or ()]
        self._state = self._states()

    @classmethod
    def opened(cls, stored: StoredLayer) -> _Table | None:
        """Return the layer, None where it is not there."""
        options = list(stored.options)
        dataset = quietly(lambda: gdal.OpenEx(stored.path, gdal.OF_VECTOR, open_options=options))
        if dataset is None or (not stored.layer and dataset.GetLayerCount() != 1):
            return None
        layer = quietly(lambda: dataset.GetLayerByName(stored.layer) if stored.layer else dataset.GetLayer(0))
        return None if layer is None else cls(dataset, layer, _plain_fields(layer, stored))

    def has_changed(self) -> bool:
        """Return whether the file is no longer as it was when that was last asked, or when it was opened."""
        before, self._state = self._state, self._states()
        return before != self._state

    def _states(self) -> list[tuple[int, int] | None]:
        """Return size and time of each file, None for one that is not there."""
        return [_state_of(path) for path in self._files]

    def has(self, fields: Sequence[int]) -> bool:
        """Return whether fields are read as QGIS reads them."""
        names = [self._fid, self._geometry, *(self._fields.get(each, "") for each in fields)]
        return all(names) and len(set(names)) == len(names)

    def batches(
        self, fields: Sequence[int], shapes: bool, extent: QgsRectangle | None
    ) -> Iterator[tuple[list[int], list[list[object]], list[bytes]]]:
        """Yield ids, values of each field and geometries of some features at a time.

        Args:
            fields: which values are wanted.
            shapes: whether geometries are.
            extent: that features may meet, None for all.

        Raises:
            ExportError: the features cannot be read.
        """
        names = [self._fields[each] for each in fields]
        self._choose(names, shapes, extent)
        gdal.ErrorReset()
        try:
            for batch in self._layer.GetArrowStreamAsNumPy([f"MAX_FEATURES_IN_BATCH={_AT_ONCE}"]):
                fids: list[int] = batch[self._fid].tolist()
                geometries = batch[self._geometry].tolist() if shapes else []
                yield fids, [_values(batch[name]) for name in names], geometries
        except RuntimeError as error:
            raise unreadable(str(error)) from error
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise unreadable(gdal.GetLastErrorMsg())

    def _choose(self, names: Sequence[str], shapes: bool, extent: QgsRectangle | None) -> None:
        """Say what is wanted of which features."""
        definition = self._layer.GetLayerDefn()
        every = (definition.GetFieldDefn(place).GetName() for place in range(definition.GetFieldCount()))
        ignored = [name for name in every if name not in names]
        self._layer.SetIgnoredFields([*ignored, *([] if shapes else ["OGR_GEOMETRY"])])
        if extent is None:
            self._layer.SetSpatialFilter(None)
        else:
            sides = extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()
            self._layer.SetSpatialFilterRect(*sides)


def _state_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _plain_fields(layer: Any, stored: StoredLayer) -> dict[int, str]:
    """Return the fields that are as QGIS has seen them, and plain."""
    definition = layer.GetLayerDefn()
    found = {}
    for place, name in stored.fields.items():
        index = definition.GetFieldIndex(name)
        field = definition.GetFieldDefn(index) if index >= 0 else None
        if field is not None and field.GetType() in _PLAIN and field.GetSubType() == ogr.OFSTNone:
            found[place] = field.GetName()
    return found


def _values(column: NDArray[Any]) -> list[object]:
    """Return the values of a field, None for NULL; texts come as UTF-8."""
    values: list[object] = column.tolist()
    if column.dtype.kind not in "SO":
        return values
    return [each.decode("utf-8", "replace") if isinstance(each, bytes) else each for each in values]
