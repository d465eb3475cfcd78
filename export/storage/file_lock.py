"""A lock on an open file that ends with its process, however that ends."""

from __future__ import annotations

import sys
from typing import IO

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # Windows locks bytes against reading too; this one is never there

    def try_lock(stream: IO[bytes]) -> bool:
        """Lock a file for this process, without waiting; return whether it worked.

        Args:
            stream: the open file; its position is not kept.
        """
        stream.seek(_FAR)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def try_lock(stream: IO[bytes]) -> bool:
        """Lock a file for this process, without waiting; return whether it worked.

        On a file system without locks (some network folders) it counts as
        locked: better no protection there than no export.

        Args:
            stream: the open file.
        """
        try:
            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return not isinstance(error, (BlockingIOError, PermissionError))
        return True
