"""Class names that can serve as folder names on every system.

They are ASCII: map.txt names them, and its readers open it without saying its
encoding, which on Windows is not UTF-8.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace

from ...chipping.classes import ClassTable, LabelClass
from ...chipping.errors import ExportError
from ...chipping.untrusted.inner_paths import is_inner_name

_UNSAFE = re.compile(r'[\s\x00-\x1f\x7f<>:"/\\|?*]|[^\x00-\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_SPEAKING = re.compile(r"[0-9A-Za-z]")
_LONGEST = 100  # characters; leaves room for the path around it
_LATIN = str.maketrans(
    {
        "ß": "ss",
        "ẞ": "SS",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "Ð": "D",
        "þ": "th",
        "Þ": "Th",
        "ħ": "h",
        "Ħ": "H",
        "ŧ": "t",
        "Ŧ": "T",
        "ŋ": "n",
        "Ŋ": "N",
        "\u0131": "i",  # without its dot
        "ə": "e",
        "Ə": "E",
    }
)
"""Latin letters that Unicode does not take apart into an ASCII letter and a mark."""


def transliterated(text: str) -> str:
    """Return a text with Latin letters spelled in ASCII: ``Kläße`` is ``Klasse``; other scripts stay.

    Args:
        text: any text.
    """
    apart = unicodedata.normalize("NFKD", text.translate(_LATIN))
    return "".join(each for each in apart if not unicodedata.combining(each)).translate(_LATIN)


def safe_folder_name(name: str) -> str:
    """Return a name spelled in ASCII, with what is unsafe in it replaced by ``_``.

    Unsafe are the characters that Windows, macOS or Linux refuse, blanks of
    any kind (they part the columns of map.txt), letters that have no Latin spelling, a dot
    at either end, and the names of Windows devices. Long names are cut.

    Args:
        name: any text.
    """
    safe = _UNSAFE.sub("_", transliterated(name))[:_LONGEST]
    if safe.startswith("."):
        safe = "_" + safe[1:]
    if safe.endswith("."):
        safe = safe[:-1] + "_"
    return f"_{safe}" if not safe or _RESERVED.fullmatch(safe) else safe


def _folder_name(each: LabelClass, has_dots: bool) -> str:
    """Return a class's name as a folder, of its value where no letter or digit has a Latin spelling."""
    safe = safe_folder_name(each.name if has_dots else each.name.replace(".", "_"))
    lost = not each.name.isascii() and not _SPEAKING.search(safe)
    return f"class_{each.value}" if lost else safe


def with_folder_names(table: ClassTable, has_dots: bool = True) -> ClassTable:
    """Return a table whose names are safe as folder names, and differ in any case.

    Names that several classes share get the class value behind them.

    Args:
        table: the classes.
        has_dots: names may have dots; otherwise each becomes ``_``.
    """
    safe = {each.value: _folder_name(each, has_dots) for each in table}
    shared = Counter(name.casefold() for name in safe.values())
    taken = {name.casefold() for name in safe.values() if shared[name.casefold()] == 1}
    for value, name in safe.items():
        if shared[name.casefold()] == 1:
            continue
        candidate = f"{name}_{value}"
        while candidate.casefold() in taken:
            candidate += "_"
        taken.add(candidate.casefold())
        safe[value] = candidate
    return ClassTable(tuple(replace(each, name=safe[each.value]) for each in table))


def with_stored_folders(table: ClassTable, stored: ClassTable, has_dots: bool = True) -> ClassTable:
    """Return a table in which a class keeps the folder that an export already has for it.

    An export of an earlier version may hold folders whose names are not ASCII.

    Args:
        table: the classes, under the names that ``with_folder_names`` gives them.
        stored: the classes of the export.
        has_dots: names may have dots.
    """
    folders = {each.value: each.name for each in stored}
    today = {each.value: each.name for each in with_folder_names(stored, has_dots)}
    return ClassTable(
        tuple(
            replace(each, name=folders[each.value]) if today.get(each.value) == each.name else each
            for each in table
        )
    )


def folder_table(classes: ClassTable, stored: ClassTable | None, has_dots: bool = True) -> ClassTable:
    """Return a table whose names are those of folders, together with the stored one.

    Args:
        classes: the classes of the labels.
        stored: those of the export that chips are added to, if any.
        has_dots: names may have dots.

    Raises:
        ExportError: a new class would share a folder with a stored one, or the tables do not agree.
    """
    table = with_folder_names(classes, has_dots)
    if stored is None:
        return table
    _check_stored_folders(stored)
    merged = stored.merge(with_stored_folders(table, stored, has_dots))
    for each, apart in zip(merged, with_folder_names(merged, has_dots)):
        if each.name != apart.name and each.value not in stored.values:
            raise ExportError(
                "IN_CLASS_DATA: class {value} is named {name}, and would share a folder with another class "
                "of the export that OUT_FOLDER holds; give it another name.",
                value=each.value,
                name=each.shown_name,
            )
    return merged


def _check_stored_folders(stored: ClassTable) -> None:
    """Refuse a stored export whose class names cannot have been folders: files would go elsewhere."""
    for each in stored:
        if not is_inner_name(each.name):
            raise ExportError(
                "OUT_FOLDER: the export that it holds names class {value} {name}, which cannot be the name "
                "of a folder; choose another folder.",
                value=each.value,
                name=each.shown_name,
            )
