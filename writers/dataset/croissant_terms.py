"""The vocabulary of Croissant 1.1: its JSON-LD context, and the shapes of what a file says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

CONFORMS_TO = ("http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/geo/1.0")

_CROISSANT = (
    *("arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "extract", "field"),
    *("fileProperty", "fileObject", "fileSet", "format", "includes", "isArray", "isLiveDataset"),
    *("jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated"),
    *("replace", "samplingRate", "separator", "source", "subField", "transform"),
)
"""Terms of Croissant's own namespace."""

CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "geocr": "http://mlcommons.org/croissant/geo/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "description": {"@container": "@language"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "name": {"@container": "@language"},
    **{term: f"cr:{term}" for term in _CROISSANT},
}
"""What every file of Croissant 1.1 begins with."""


def file_set(name: str, media_types: Sequence[str], pattern: str) -> dict[str, Any]:
    """Return some files of the folder that the description lies in.

    Args:
        name: what sources name them by.
        media_types: what they are, one or several words for it.
        pattern: their paths, ``*`` for what varies.
    """
    shown = {"@type": "cr:FileSet", "@id": name, "name": name}
    types = media_types[0] if len(media_types) == 1 else list(media_types)
    return {**shown, "encodingFormat": types, "includes": pattern}


def record_set(name: str, fields: Sequence[dict[str, Any]], key: str = "") -> dict[str, Any]:
    """Return a table that loaders make.

    Args:
        name: its name.
        fields: its columns.
        key: the column that tells its rows apart, "" for none.
    """
    keys = {"key": {"@id": f"{name}/{key}"}} if key else {}
    return {"@type": "cr:RecordSet", "@id": name, "name": name, **keys, "field": list(fields)}


def field(
    table: str,
    name: str,
    source: tuple[str, str] | str,
    regex: str = "",
    references: str = "",
    picture: bool = False,
) -> dict[str, Any]:
    """Return a column of a table.

    Args:
        table: its name.
        name: of the column.
        source: files and which property of theirs, or a column of another table.
        regex: which part of it is taken: its first group; "" for all.
        references: the column of another table that has the same value in the row that belongs to it.
        picture: it is an image, not a text.
    """
    if isinstance(source, str):
        found: dict[str, Any] = {"field": {"@id": source}}
    else:
        found = {"fileSet": {"@id": source[0]}, "extract": {"fileProperty": source[1]}}
    if regex:
        found["transform"] = {"regex": regex}
    linked = {"references": {"field": {"@id": references}}} if references else {}
    kind = "sc:ImageObject" if picture else "sc:Text"
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{name}",
        "name": name,
        "dataType": kind,
        **linked,
        "source": found,
    }


def json_field(table: str, name: str, files: str, kind: str) -> dict[str, Any]:
    """Return a column of the values that a list in JSON files has under the column's name.

    Args:
        table: its name, and that of the list.
        name: of the column.
        files: what holds the list.
        kind: the type of its values.
    """
    found = {"fileSet": {"@id": files}, "extract": {"jsonPath": f"$.{table}[*].{name}"}}
    shown = {"@type": "cr:Field", "@id": f"{table}/{name}", "name": name}
    return {**shown, "dataType": kind, "source": found}


def classes_table(classes: Sequence[tuple[int, str]]) -> dict[str, Any]:
    """Return the table of classes, which is in the description itself.

    Args:
        classes: value and name of each.
    """
    columns = (("value", "sc:Integer"), ("name", "sc:Text"))
    fields = [
        {"@type": "cr:Field", "@id": f"classes/{name}", "name": name, "dataType": kind}
        for name, kind in columns
    ]
    rows = [{"classes/value": value, "classes/name": name} for value, name in classes]
    return {**record_set("classes", fields, key="value"), "data": rows}
