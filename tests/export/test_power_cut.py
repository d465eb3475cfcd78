"""A power cut at any moment: the same call finishes the export, and its bytes are the same.

The disk is simulated: what was not flushed when the power went may be there, or
be missing, empty, zeros or torn, each by chance.
"""

from __future__ import annotations

import errno
import os
import random
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from label_scenes import contents
from qgis.core import QgsProcessingException
from scenes import Log, limit, noise, on_map, rectangle, run, with_copy, write_polygons, write_raster

from training_data_exporter.export.storage import flushing, folder, journal
from training_data_exporter.export.storage.commits import checksum

pytestmark = pytest.mark.usefixtures("qgis_app")

TILE = 24
CUTS = 14  # of each of five exports: nine at random, five near the end


class Disk:
    """What of a folder is on the disk for good, as a file system without order may have it."""

    def __init__(self, root: Path) -> None:
        """Take what stands in a folder as flushed.

        Args:
            root: holds the export folder.
        """
        self.root = root
        self.events = 0
        self.journalled = 0
        self._lock = threading.Lock()
        self._data: dict[int, bytes] = {}
        self._names: dict[str, dict[str, tuple[int, bool]]] = {}
        self._held: list[int] = []  # an open file keeps its number from being given away
        self._at: dict[int, Callable[[], object]] = {}
        for place, _, files in os.walk(root):
            self._keep_names(place)
            for name in files:
                self._keep_data(f"{place}/{name}")

    def at(self, event: int, call: Callable[[], object]) -> None:
        """Do something at an event."""
        self._at[event] = call

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Hear of all that the export does to files."""
        flush = flushing.flush

        def flushed(file: int) -> None:
            with self._lock:
                flush(file)
                place = str(Path(f"/proc/self/fd/{file}").readlink())
                if place.startswith(str(self.root)):
                    (self._keep_names if Path(place).is_dir() else self._keep_data)(place)
                self._event()

        patch.setattr(flushing, "flush", flushed)
        patch.setattr(os, "replace", self._counted(os.replace))
        patch.setattr(folder, "_fill", self._counted(folder._fill))
        patch.setattr(journal, "append_line", self._counted(self._checked(journal.append_line)))

    def _checked(self, append: Callable[..., Any]) -> Callable[..., Any]:
        """Return what journals a batch only when all of its files are on the disk for good."""

        def checked(stream: Any, record: dict[str, Any]) -> Any:
            for name, size, _ in record.get("files", ()):
                path = self.root / "out" / name
                number = path.stat().st_ino
                assert len(self._data[number]) == size
                assert self._names[str(path.parent)][path.name] == (number, False)
                for place in path.relative_to(self.root).parents[:-1]:
                    assert place.name in self._names[str((self.root / place).parent)]
                self.journalled += 1
            return append(stream, record)

        return checked

    def _counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **handles: Any) -> Any:
            with self._lock:
                result = call(*arguments, **handles)
                self._event()
                return result

        return counted

    def _event(self) -> None:
        self.events += 1
        if self.events in self._at:
            self._at[self.events]()

    def _keep_data(self, path: str) -> None:
        self._held.append(os.open(path, os.O_RDONLY))
        self._data[os.fstat(self._held[-1]).st_ino] = Path(path).read_bytes()

    def _keep_names(self, place: str) -> None:
        self._names[place] = names_in(place)

    def cut(self, copy: Path, chance: random.Random) -> None:
        """Write what a power cut may leave now."""
        self._cut(str(self.root), copy, chance)

    def _cut(self, place: str, copy: Path, chance: random.Random) -> None:
        copy.mkdir()
        sure = self._names.get(place, {})
        now = (
            {each.name: (each.inode(), each.is_dir()) for each in os.scandir(place)}
            if Path(place).is_dir()
            else {}
        )
        for name in sorted({*sure, *now}):
            old, new = sure.get(name), now.get(name)
            found = old if old == new else chance.choice((old, new))
            if found is None:
                continue
            number, is_folder = found
            if is_folder:
                self._cut(f"{place}/{name}", copy / name, chance)
            else:
                written = Path(place, name).read_bytes() if found == new else None
                (copy / name).write_bytes(self._left(number, written, chance))

    def _left(self, number: int, written: bytes | None, chance: random.Random) -> bytes:
        """Return what a file may hold: what was flushed, and of the rest anything."""
        sure = self._data.get(number, b"")
        if written is None or written == sure:
            return sure
        rest = written[len(sure) :] if written.startswith(sure) else written
        sure = sure if written.startswith(sure) else b""
        size = chance.randrange(len(rest) + 1)
        return sure + chance.choice(
            (b"", rest, bytes(len(rest)), rest[:size], rest[:size] + bytes(len(rest) - size))
        )

    def close(self) -> None:
        """Let go of the files."""
        for file in self._held:
            os.close(file)


@pytest.fixture(scope="module")
def scene(tmp_path_factory) -> dict[str, Any]:
    """24 chips, some of which come to nothing."""
    place = tmp_path_factory.mktemp("scene")
    pixels = noise(3, 4 * TILE, 6 * TILE)
    pixels[:, 10:60, 40:90] = 0
    shapes = [
        (on_map(rectangle(9 * n, 5 * n, 9 * n + 30, 5 * n + 20)), {"kind": 1 + n % 3}) for n in range(16)
    ]
    return {
        "IN_RASTER": write_raster(place / "in.tif", pixels, nodata=0),
        "IN_CLASS_DATA": write_polygons(place / "labels.gpkg", shapes, {"kind": int}),
        "CLASS_VALUE_FIELD": "kind",
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), TILE),
    }


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    """A batch of two chips; commits now and then."""
    limit(monkeypatch, batch_bytes=3 * TILE * TILE * 2)


def names_in(place: str) -> dict[str, tuple[int, bool]]:
    """Return number of each file and folder in a folder, and whether it is a folder."""
    return {each.name: (each.inode(), each.is_dir()) for each in os.scandir(place)}


def exported(disk: Disk, scene: dict[str, Any], every: float) -> dict[str, bytes]:
    """Export to a disk and return the files."""
    with pytest.MonkeyPatch.context() as patch:
        limit(patch, commit_seconds=every)
        disk.watch(patch)
        run(disk.root / "out", **scene)
    disk.close()
    assert disk.journalled > 30
    return contents(disk.root / "out")


def check_cuts(scene: dict[str, Any], folder: Path, first: dict[str, bytes], every: float, seed: str) -> None:
    """Export once, with power cuts on the way, and make the same call in the folder that each leaves."""
    counted = Disk(write_out(folder / "counted", first))
    whole = exported(counted, scene, every)
    chance, events, left = random.Random(seed), counted.events, []
    while len(left) < CUTS:  # how many events an export has depends on its threads
        last = range(events - 12, events + 1, 3)
        moments = {*chance.sample(range(1, events - 12), CUTS - len(last)), *last}
        root = folder / f"disk-{len(left)}"
        disk = Disk(write_out(root, first))
        cuts = {event: folder / f"cut-{len(left)}-{event}" for event in moments}
        for event, copy in cuts.items():
            disk.at(event, lambda disk=disk, copy=copy: disk.cut(copy, chance))
        exported(disk, scene, every)
        events = disk.events
        left += [copy / "out" for copy in cuts.values() if copy.exists()]
    for cut in left:
        found = contents(cut) if cut.exists() else {}
        assert all(found[name] in (data, whole[name]) for name, data in first.items())
        finish(cut, scene, whole)


def write_out(root: Path, files: dict[str, bytes]) -> Path:
    """Return a folder that holds an export, or none."""
    root.mkdir()
    for name, data in files.items():
        (root / "out" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "out" / name).write_bytes(data)
    return root


def finish(folder: Path, scene: dict[str, Any], whole: dict[str, bytes]) -> None:
    """Make the same call, unless all was done, and compare."""
    if folder.exists() and contents(folder) == whole:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flushing, "flush", lambda file: None)  # no further cut
        run(folder, **scene)
    assert contents(folder) == whole


@pytest.mark.parametrize(
    ("metadata_format", "image_format", "every"),
    [
        ("RCNN_Masks", "TIFF", 0.0),
        ("PASCAL_VOC_rectangles", "PNG", 0.05),
        ("KITTI_rectangles", "JPEG", 0.0),
        ("Classified_Tiles", "MRF", 0.05),
    ],
)
def test_a_power_cut_is_made_good_by_the_same_call(scene, tmp_path, metadata_format, image_format, every):
    values = {**scene, "METADATA_FORMAT": metadata_format, "IMAGE_CHIP_FORMAT": image_format}
    check_cuts(values, tmp_path, {}, every, metadata_format)


def test_a_power_cut_while_adding_to_an_export_costs_neither(scene, tmp_path):
    first = run(tmp_path / "first", **scene)
    values = with_copy(scene, START_INDEX=first.outputs["CHIP_COUNT"] + 5)
    check_cuts(values, tmp_path, contents(first.path), 0.0, "add")


@pytest.fixture
def cancelled(scene, tmp_path, monkeypatch) -> tuple[Path, dict[str, bytes]]:
    """An export that was cancelled when most was done, and what the whole one gives."""
    limit(monkeypatch, commit_seconds=0.0)
    monkeypatch.setattr(flushing, "flush", lambda file: None)
    whole = contents(run(tmp_path / "whole", **scene).path)
    run(tmp_path / "out", Log(80), **scene)
    return tmp_path / "out", whole


DAMAGES: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "empty": lambda path: path.write_bytes(b""),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "torn": lambda path: path.write_bytes(path.read_bytes()[:-8] + bytes(8)),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", ["images/000000003.tif", "labels/000000009.txt"])
def test_a_file_that_the_journal_knows_and_the_disk_lost_is_written_again(scene, cancelled, damage, name):
    out, whole = cancelled
    DAMAGES[damage](out / name)
    run(out, **scene)
    assert contents(out) == whole


def test_chips_that_no_commit_holds_are_cleared_away(scene, cancelled):
    # They may be of a state of the data that was there for a moment: with other names, or of other classes.
    out, whole = cancelled
    (out / "images" / "000000077.tif").write_bytes(b"not journalled")
    (out / "labels" / "000000077.txt").write_bytes(b"not journalled")
    run(out, **scene)
    assert contents(out) == whole


def test_a_file_that_cannot_be_flushed_ends_the_export(scene, tmp_path, monkeypatch):
    def broken(file: int) -> None:
        if stat.S_ISREG(os.fstat(file).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(QgsProcessingException, match=f"cannot be written: {os.strerror(errno.EIO)}"):
        run(tmp_path / "out", **scene)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
def test_a_file_system_that_cannot_flush_is_written_to_all_the_same(scene, tmp_path, monkeypatch, number):
    def unknown(file: int) -> None:
        raise OSError(number, os.strerror(number))

    whole = contents(run(tmp_path / "whole", **scene).path)
    monkeypatch.setattr(os, "fsync", unknown)
    assert contents(run(tmp_path / "out", **scene).path) == whole


def test_both_ends_of_a_file_count_in_its_checksum():
    data = random.Random(3).randbytes(20_000)
    assert checksum(data) == checksum(data[:9000] + bytes(2000) + data[11_000:])  # it covers no more
    for place in (0, 4095, len(data) - 4096, len(data) - 1):
        assert checksum(data) != checksum(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
    for size in (0, 1, 8191, 8192, 8193):
        assert checksum(data[:size]) != checksum(bytes(size)) or not size
