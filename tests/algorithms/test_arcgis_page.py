"""The program of docs/coming-from-arcgis.md gives the chips that ArcGIS walks, each once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from scenes import Exported, noise, on_map, rectangle, write_polygons, write_raster

PAGE = Path(__file__).resolve().parents[2] / "docs" / "coming-from-arcgis.md"
HEIGHT, WIDTH, TILE, STRIDE = 100, 131, 28, 8
ORIGIN_X, ORIGIN_Y, CELL = 288776.0, 9120760.0, 2.0

pytestmark = pytest.mark.usefixtures("qgis_app")


def walked(length: int) -> list[int]:
    """Where chips begin along a side as ArcGIS has them: cells of a tile, with offsets inside (pixels)."""
    return [
        cell + offset
        for cell in range(0, length, TILE)
        for offset in range(0, TILE, STRIDE)
        if cell + offset < length
    ]


def place(world: Path) -> tuple[int, int]:
    """Column and row of a chip's upper-left pixel, from its world file."""
    *_, x, y = map(float, world.read_text().split())
    return round((x - CELL / 2 - ORIGIN_X) / CELL), round((ORIGIN_Y - y - CELL / 2) / CELL)


def test_a_run_for_each_offset_gives_arcgis_s_chips(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_raster(tmp_path / "image.tif", noise(3, HEIGHT, WIDTH))
    squares = [rectangle(x, x / 2, x + 9, x / 2 + 7) for x in range(0, WIDTH, 13)]
    write_polygons(
        tmp_path / "training.gpkg", [(on_map(each), {"kind": 1}) for each in squares], {"kind": int}
    )
    text = PAGE.read_text("utf-8")
    (program,) = (each for each in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if "for row" in each)
    exec(program.replace("448, 128", f"{TILE}, {STRIDE}"), {})
    done = Exported(tmp_path / "chips")
    found = sorted(place(path) for path in (tmp_path / "chips" / "images").glob("*.tfw"))
    assert found == sorted((x, y) for x in walked(WIDTH) for y in walked(HEIGHT))
    assert len(found) == len(done.stems()) > len(range(0, WIDTH, STRIDE)) * len(range(0, HEIGHT, STRIDE))
