"""What an export says of the files that it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from ...chipping.redaction import without_secrets
from ...chipping.retry import Stop
from .watched import Fingerprints

_END = 1 << 20  # bytes at either end of a file
_MOST_READ = 200  # files; of further ones only size and time are told
_SPELLED_ANEW = ".aux.xml"  # by GDAL whenever statistics are added: no digest of it stays
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def input_facts(fingerprints: Fingerprints, stop: Stop) -> dict[str, list[dict[str, Any]]]:
    """Return what tells the data of each input from other data, by parameter.

    A file that is read as it stands: ``path``, ``bytes``, ``modified`` (UTC) and ``sha256_of_ends``,
    the SHA-256 of its first and last MiB, or of all of a shorter one. Tables, and files that QGIS
    writes to when it opens them: ``name`` and ``digest`` of what they hold.

    Args:
        fingerprints: the states of each input, as ``Watch.first`` gives them.
        stop: raises Cancelled when the user has cancelled.
    """
    return {name: list(_facts(states, stop)) for name, states in fingerprints.items()}


def _facts(states: Mapping[str, str], stop: Stop) -> Iterator[dict[str, Any]]:
    read = 0
    for name, state in states.items():
        stop()
        if name.endswith(_SPELLED_ANEW):
            continue
        size, _, changed = state.partition(" ")
        if not (size.isdecimal() and changed.isdecimal()):
            yield {"name": without_secrets(name), "digest": state}
            continue
        facts: dict[str, Any] = {
            "path": without_secrets(name),
            "bytes": int(size),
            "modified": _time(int(changed)),
        }
        if read < _MOST_READ:
            with suppress(OSError):
                facts["sha256_of_ends"] = sha256_of_ends(Path(name))
        read += 1
        yield facts


def _time(nanoseconds: int) -> str:
    return (_EPOCH + timedelta(microseconds=nanoseconds // 1000)).isoformat()


def sha256_of_ends(path: Path) -> str:
    """Return the SHA-256 of a file's first and last MiB, each byte once.

    Args:
        path: of the file.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        digest = hashlib.sha256(file.read(_END))
        file.seek(max(_END, file.seek(0, 2) - _END))
        digest.update(file.read(_END))
    return digest.hexdigest()
