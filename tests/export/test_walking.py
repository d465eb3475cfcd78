"""Going through folders one entry at a time, against os.walk."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

from training_data_exporter.export.storage.walking import entries_in, folders_in


def make_tree(folder: Path) -> None:
    for name in ("a/b/c", "a/d", "e"):
        (folder / name).mkdir(parents=True)
    for name in ("0", "a/1", "a/b/2", "a/b/c/3", "e/4"):
        (folder / name).touch()
    (folder / "a" / "link").symlink_to(folder / "e")
    (folder / "a" / "up").symlink_to(folder)


def test_everything_comes_once_and_links_are_not_followed(tmp_path):
    make_tree(tmp_path)
    found = [entry.path for entry in entries_in(tmp_path)]
    walked = [
        os.path.join(place, name)  # noqa: PTH118
        for place, folders, files in os.walk(tmp_path)
        for name in (*folders, *files)
    ]
    assert sorted(found) == sorted(walked)
    assert len(found) == 12
    assert all(found.index(str(Path(path).parent)) < found.index(path) for path in found if path.count("/a/"))


def test_folders_and_links_to_folders(tmp_path):
    make_tree(tmp_path)
    names = {path.relative_to(tmp_path).as_posix() for path in folders_in(tmp_path)}
    assert names == {"a", "a/b", "a/b/c", "a/d", "e", "a/link", "a/up"}
    assert list(folders_in(tmp_path / "nowhere")) == []


def test_memory_does_not_grow_with_the_files(tmp_path):
    for number in range(20_000):
        (tmp_path / f"{number:09d}.tif").touch()
    tracemalloc.start()
    count = sum(1 for _ in entries_in(tmp_path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 200_000  # bytes; a list of the names takes 1.5 MB
