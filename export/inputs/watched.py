"""Inputs that may change: a fingerprint of each at the start, compared at every commit and at the end.

An export takes hours at times. What another program does to its inputs
meanwhile, or between two calls, would lie unseen beside what was read before.
"""

from __future__ import annotations

import hashlib
import marshal
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from ...chipping.errors import ExportError
from ...chipping.retry import Stop
from .input_files import States, file_states

Fingerprints = dict[str, States]
"""The states of each input's parts, by the parameter that names the input."""

_ROWS = 1024  # of a table between looks at Cancel
_LOCKED = 10  # seconds that another program may take to write
_CHANGED = "changed meanwhile"
_WRITTEN_AHEAD = "-wal"


class Watched(Protocol):
    """An input of an export.

    Attributes:
        parameter: what the user sees it as.
        is_quick: looking at it takes no longer than looking at files.
    """

    parameter: str
    is_quick: bool

    def states(self, stop: Stop) -> States:
        """Return the states of its parts now.

        Args:
            stop: raises Cancelled when the user has cancelled.
        """


class WatchedFiles:
    """An input that is known by its files; they are looked at as soon as it is made."""

    is_quick = True

    def __init__(self, parameter: str, paths: Sequence[str]) -> None:
        """Look at the files.

        Args:
            parameter: what the user sees the input as.
            paths: of the files, whether or not they are there.
        """
        self.parameter = parameter
        self._paths = paths
        self._first: States | None = file_states(paths)

    def states(self, stop: Stop) -> States:
        """Return the states of the files; at first those of the moment when they were opened."""
        first, self._first = self._first, None
        return file_states(self._paths) if first is None else first


class WatchedTable:
    """A table of an SQLite file, as a GeoPackage has them.

    The file changes when QGIS opens it or another table is written, so its
    rows count. They are read again only when the file has changed. Rows that
    were changed and put back meanwhile are known by the time of change that a
    GeoPackage states; between two calls that time does not matter.
    """

    is_quick = True

    def __init__(self, parameter: str, path: str, table: str) -> None:
        """Name the table.

        Args:
            parameter: what the user sees the input as.
            path: of the file.
            table: name of the table, "" for all of a GeoPackage.
        """
        self.parameter = parameter
        self._path, self._table = path, table
        self._files: States = {}
        self._states: States | None = None
        self._has_rows = True
        self._first_change = ""

    def states(self, stop: Stop) -> States:
        """Return the state of the rows; that of the file where SQLite alone cannot read them."""
        files = file_states((self._path, self._path + _WRITTEN_AHEAD))
        if self._states is None:
            self._first_change = self._last_change()
            self._states, self._files = self._rows(stop), files
            self._has_rows = bool(self._states)
        elif self._has_rows and files != self._files:
            found = self._rows(stop)
            if self._last_change() != self._first_change:
                found = {name: f"{state} {_CHANGED}" for name, state in found.items()}
            self._states, self._files = found, files
        return self._states if self._has_rows else files

    def _rows(self, stop: Stop) -> States:
        name = f"{self._table} ({self._path})" if self._table else self._path
        try:
            return {name: self._digest(stop)}
        except sqlite3.Error:
            return {}

    def _last_change(self) -> str:
        """Return when the tables were changed last, as a GeoPackage states it, "" where nothing does."""
        condition = "table_name = ?" if self._table else "? = ''"
        statement = f"SELECT max(last_change) FROM gpkg_contents WHERE {condition}"  # nosec B608
        try:
            with closing(self._connection()) as connection:
                return str(connection.execute(statement, (self._table,)).fetchone()[0])
        except sqlite3.Error:
            return ""

    def _connection(self) -> sqlite3.Connection:
        address = f"{Path(self._path).absolute().as_uri()}?mode=ro"
        return sqlite3.connect(address, uri=True, timeout=_LOCKED)

    def _digest(self, stop: Stop) -> str:
        with closing(self._connection()) as connection:
            connection.text_factory = bytes
            tables = [self._table] if self._table else _feature_tables(connection)
            return digest_of(chain.from_iterable(_blocks(connection, table) for table in tables), stop)


def _feature_tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY 1")
    return [str(row[0], "utf-8") for row in rows]


def _blocks(connection: sqlite3.Connection, table: str) -> Iterator[list[Any]]:
    """Yield the rows of a table, some at a time."""
    quoted = table.replace('"', '""')
    rows = connection.execute(f'SELECT * FROM "{quoted}"')  # nosec B608
    return iter(lambda: rows.fetchmany(_ROWS), [])


def digest_of(blocks: Iterable[Any], stop: Stop) -> str:
    """Return a digest of what Python's plain types hold.

    Args:
        blocks: numbers, bytes, texts, None, and lists and tuples of them.
        stop: raises Cancelled when the user has cancelled; called for each block.
    """
    digest = hashlib.sha256()
    for block in blocks:
        stop()
        digest.update(marshal.dumps(block, 2))  # 2: later versions depend on what else holds an object
    return digest.hexdigest()[:32]


class Watch:
    """The inputs of an export, and what they were when it began."""

    def __init__(self, inputs: Sequence[Watched]) -> None:
        """Take inputs that nobody has looked at.

        Args:
            inputs: each may be one of several that a parameter stands for.
        """
        self._inputs = inputs
        self._first: list[States] = []

    @property
    def first(self) -> Fingerprints:
        """What the inputs were when the export began."""
        found: Fingerprints = {}
        for each, states in zip(self._inputs, self._first):
            found.setdefault(each.parameter, {}).update(states)
        return found

    def begin(self, stop: Stop) -> None:
        """Look at all inputs, before anything is read of them.

        Args:
            stop: raises Cancelled when the user has cancelled.
        """
        self._first = [dict(each.states(stop)) for each in self._inputs]

    def check(self, path: Path, appends: bool, stop: Stop, thoroughly: bool = False) -> None:
        """Refuse to go on with inputs that have changed.

        Args:
            path: the export folder.
            appends: a finished export lies in it too.
            stop: raises Cancelled when the user has cancelled.
            thoroughly: look at inputs that take their time too.

        Raises:
            ChangedInputError: one has.
        """
        for each, first in zip(self._inputs, self._first):
            what = first_difference(first, each.states(stop)) if thoroughly or each.is_quick else ""
            if what:
                raise ChangedInputError.of(each.parameter, what, path, appends, was_seen=each.is_quick)


class ChangedInputError(ExportError):
    """An input is not what it was when the export began.

    Attributes:
        was_seen: it would have been seen at the last commit, so what the journal holds is of one state.
    """

    was_seen = False

    @classmethod
    def of(cls, parameter: str, what: str, path: Path, appends: bool, was_seen: bool) -> ChangedInputError:
        """Return what to say.

        Args:
            parameter: what the user sees the input as.
            what: the part of it that has changed.
            path: the export folder.
            appends: a finished export lies in it too.
            was_seen: see the attribute.
        """
        if appends:
            message = (
                "{parameter}: {what} was changed while the export was running; put it back as it was and "
                "make the same call again to finish the export in {path}, or choose another folder."
            )
        else:
            message = (
                "{parameter}: {what} was changed while the export was running; put it back as it was and "
                "make the same call again to finish the export, or delete {path} to start anew."
            )
        error = cls(message, parameter=parameter, what=what, path=path)
        error.was_seen = was_seen
        return error


def first_difference(earlier: Mapping[str, str], now: Mapping[str, str]) -> str:
    """Return the first part that has changed, has come or is gone, "" for none."""
    names = (*earlier, *(name for name in now if name not in earlier))
    return next((name for name in names if earlier.get(name) != now.get(name)), "")


def changed_since(
    path: Path, appends: bool, earlier: Fingerprints, now: Fingerprints, same_call: bool
) -> ExportError | None:
    """Return what to say where an input is the same as in an earlier call, but its data is not.

    Args:
        path: the export folder.
        appends: a finished export lies in it too.
        earlier: what that call saw.
        now: what this one sees.
        same_call: both were asked for the same; if not, an input is the same when it has a part that is.
    """
    for parameter in now:
        before, after = earlier.get(parameter, {}), now[parameter]
        what = first_difference(before, after)
        if what and (same_call or before.keys() & after.keys()):
            return _changed_since(parameter, what, path, appends)
    return None


def _changed_since(parameter: str, what: str, path: Path, appends: bool) -> ExportError:
    if appends:
        message = (
            "{parameter}: {what} has changed since the export in {path} was interrupted; put it back as it "
            "was to finish that export, or choose another folder."
        )
    else:
        message = (
            "{parameter}: {what} has changed since the export in {path} was interrupted; put it back as it "
            "was to finish that export, delete the folder to start anew, or choose another folder."
        )
    return ExportError(message, parameter=parameter, what=what, path=path)
