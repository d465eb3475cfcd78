"""What was there before an export need not be looked at during it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def old_objects_set_aside() -> Iterator[None]:
    """Have Python's collector of garbage leave alone what QGIS and its plugins had made before.

    A full collection goes through hundreds of thousands of objects that live on, which takes as long
    as a hundred chips. What is made from now on is collected as ever; what was there, afterwards.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
