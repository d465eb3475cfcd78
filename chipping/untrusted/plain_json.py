"""Values as every reader of JSON takes them: whole characters, and numbers that are finite."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any


def plain(value: Any) -> Any:
    r"""Return a value in JSON's own types, so that two that differ still do.

    Half of a surrogate pair, which names of files hold where they are not in
    UTF-8, becomes ``\udcff``; NaN and infinity become texts.

    Args:
        value: what JSON holds, with tuples and numbers of any kind.
    """
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, Mapping):
        return {plain(name): plain(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value
