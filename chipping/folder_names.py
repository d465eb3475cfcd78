"""Class names that can serve as folder names on every system."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from .classes import ClassTable

_UNSAFE = re.compile(r'[\s\x00-\x1f\x7f-\x9f<>:"/\\|?*\ud800-\udfff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_LONGEST = 100  # bytes; leaves room for the path around it


def safe_folder_name(name: str) -> str:
    """Return a name with what is unsafe in it replaced by ``_``.

    Unsafe are the characters that Windows, macOS or Linux refuse, blanks of
    any kind (they part the columns of map.txt), a dot at either end, and the names of
    Windows devices. Long names are cut.

    Args:
        name: any text.
    """
    safe = _UNSAFE.sub("_", name)
    while len(safe.encode("utf-8")) > _LONGEST:
        safe = safe[:-1]
    if safe.startswith("."):
        safe = "_" + safe[1:]
    if safe.endswith("."):
        safe = safe[:-1] + "_"
    return f"_{safe}" if not safe or _RESERVED.fullmatch(safe) else safe


def with_folder_names(table: ClassTable) -> ClassTable:
    """Return a table whose names are safe as folder names, and differ in any case.

    Names that several classes share get the class value behind them.

    Args:
        table: the classes.
    """
    safe = {each.value: safe_folder_name(each.name) for each in table}
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
