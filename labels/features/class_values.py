"""What the values of a vector layer's fields read as, the same for the class table and for each feature."""

from __future__ import annotations

from qgis.core import QgsField
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, Qt, QTime, QVariant

from ...chipping.classes import composed
from ..class_scheme import Reading

_TEXT_OR_SWITCH = (QMetaType.Type.QString, QMetaType.Type.Bool)


def holds_classes(field: QgsField) -> bool:
    """Return whether a field's values can be classes: numbers, text, dates, times, true and false.

    Lists, maps (JSON), binary values and geometries cannot.
    """
    return field.isNumeric() or field.isDateOrTime() or field.type() in _TEXT_OR_SWITCH


def class_reading(value: object) -> Reading | None:
    """Return what an attribute reads as, None where that is nothing: NULL of any type, or blanks.

    Args:
        value: as QGIS gives it.
    """
    if isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return composed(value) or None
    if isinstance(value, (QDate, QTime, QDateTime)):
        return _date_text(value) or None
    if value is None or (isinstance(value, QVariant) and value.isNull()):
        return None
    return composed(str(value)) or None


def _date_text(value: QDate | QTime | QDateTime) -> str:
    """Return a date or a time as ISO 8601 spells it, "" for none; thousandths only where there are any."""
    if isinstance(value, QDate):
        return str(value.toString(Qt.DateFormat.ISODate))
    return str(value.toString(Qt.DateFormat.ISODateWithMs)).replace(".000", "")
