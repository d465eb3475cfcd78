"""CycleGAN: the images of two rasters in A and B, each a set of its own, as arcgis.learn reads them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from label_scenes import contents, refusal
from lxml import html
from qgis.core import QgsVectorLayer
from scenes import ORIGIN, UTM, Log, copy_of, limit, noise, pixels_of, run, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

NAME = "CycleGAN"
TILE, ROWS, COLUMNS = 16, 64, 96
FIRST, SECOND = noise(3, ROWS, COLUMNS), noise(2, ROWS, COLUMNS, "uint16", seed=4)
CORNERS = [(row, column) for row in range(0, ROWS, TILE) for column in range(0, COLUMNS, TILE)]
ESRI_FILES = ("map.txt", "stats.txt", "esri_accumulated_stats.json", "esri_model_definition.emd")
BLOCKS = {"VALIDATION_PERCENT": 25, "TEST_PERCENT": 25, "SPLIT_BLOCK_SIZE": 2.0 * TILE}


def client_reads(folder: Path) -> dict[str, dict[str, np.ndarray]]:
    """Return the pixels of each image of A and B by the rules of arcgis.learn's reader.

    Both parts have to be there with ``images``; where both have the four files, it reads those of A.
    """
    assert all((folder / part / "images").is_dir() for part in "AB")
    assert all((folder / part / name).is_file() for part in "AB" for name in ESRI_FILES)
    found = {}
    for part in "AB":
        model = json.loads((folder / part / "esri_model_definition.emd").read_text("ascii"))
        stats = json.loads((folder / part / "esri_accumulated_stats.json").read_text("ascii"))
        assert "Classes" not in model
        found[part] = {path.stem: pixels_of(path) for path in sorted((folder / part).glob("images/*.tif"))}
        shape = stats["NumBands"], model["ImageHeight"], model["ImageWidth"]
        assert {each.shape for each in found[part].values()} == {shape}
        assert stats["NumTiles"] == len(found[part])
    return found


def scene(folder: Path, **more) -> dict:
    rasters = {"IN_RASTER": FIRST, "IN_RASTER2": SECOND}
    for name, pixels in rasters.items():
        if not (folder / f"{name}.tif").exists():
            write_raster(folder / f"{name}.tif", pixels)
    sizes = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), TILE)
    return {**{name: folder / f"{name}.tif" for name in rasters}, "METADATA_FORMAT": NAME, **sizes, **more}


def parts(pixels: np.ndarray) -> list[np.ndarray]:
    return [pixels[:, row : row + TILE, column : column + TILE] for row, column in CORNERS]


def without_entry(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in contents(folder).items() if name != "export.json"}


def test_each_part_is_an_export_of_its_raster(tmp_path):
    """Byte by byte what Export_Tiles makes of each raster by itself."""
    log = Log()
    made = run(tmp_path / "set", log, **scene(tmp_path))
    found = client_reads(made.path)
    for part, pixels in (("A", FIRST), ("B", SECOND)):
        assert list(found[part]) == [f"{number:09d}" for number in range(24)]
        for image, expected in zip(found[part].values(), parts(pixels)):
            np.testing.assert_array_equal(image, expected)
    alone = {}
    for part, name in (("A", "IN_RASTER"), ("B", "IN_RASTER2")):
        given = scene(tmp_path, METADATA_FORMAT="Export_Tiles")
        given["IN_RASTER"] = given[name]
        del given["IN_RASTER2"]
        whole = without_entry(run(tmp_path / part, **given).path)
        alone.update({f"{part}/{path}": data for path, data in whole.items()})
    assert without_entry(made.path) == alone
    assert [made.outputs[name] for name in ("CHIP_COUNT", "FEATURE_COUNT")] == [24, 0]
    assert log.warnings == []


def test_a_second_raster_is_needed(tmp_path):
    given = scene(tmp_path)
    del given["IN_RASTER2"]
    said = refusal(tmp_path / "set", given.pop("IN_RASTER"), None, **given)
    assert said == "IN_RASTER2: no second raster is given, which CycleGAN needs."


def far_scene(folder: Path, **more) -> dict:
    """Rasters that lie apart, the second of another size."""
    far = (ORIGIN[0] + 5000, 4.0, 0.0, ORIGIN[1], 0.0, -4.0)
    return scene(folder, IN_RASTER2=write_raster(folder / "far.tif", SECOND[:, :50], far), **more)


def alone(folder: Path, given: dict) -> dict[str, bytes]:
    """Export each raster by a call of its own, and return the files of both."""
    for part, name, others in (("A", "IN_RASTER", ()), ("B", "IN_RASTER2", ("BANDS", "STRETCH"))):
        call = {key: value for key, value in given.items() if key not in ("IN_RASTER2", *others)}
        run(folder / part, **{**call, "METADATA_FORMAT": "Export_Tiles", "IN_RASTER": given[name]})
    return without_place(folder)


def without_place(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder; ``export.json`` without its name."""
    return {name: data.replace(str(folder).encode(), b"") for name, data in contents(folder).items()}


@pytest.mark.parametrize("more", [{}, {"BANDS": "2", "STRETCH": "MINIMUM_MAXIMUM", "ROTATION_ANGLE": 90}])
def test_rasters_that_lie_apart_are_cut_each_on_its_own_pixels(tmp_path, more):
    given, log = far_scene(tmp_path, **more), Log()
    made = run(tmp_path / "set", log, **given)
    assert without_place(made.path) == alone(tmp_path / "alone", given)
    assert {path.name for path in made.path.iterdir()} == {"A", "B"}
    count = 4 if more else 1
    assert made.outputs["CHIP_COUNT"] == count * (24 + 24)
    assert made.outputs["OUT_FOLDER"] == str(made.path)
    found = client_reads(made.path)
    np.testing.assert_array_equal(found["B"]["000000000"], SECOND[:, :TILE, :TILE])
    assert len(found["A"]) == len(found["B"]) == count * 24
    said = [text for text in log.infos if text.startswith("The rasters lie apart, so each is cut on its own")]
    assert [text[-1:] for text in (each.rstrip(".") for each in said)] == ["A", "B"]
    assert refusal(made.path, given.pop("IN_RASTER"), None, **given).startswith("START_INDEX: ")


def test_rows_and_columns_are_those_of_each_raster(tmp_path):
    given = {**scene(tmp_path), "REFERENCE_SYSTEM": "PIXEL_SPACE"}
    given["IN_RASTER2"] = write_raster(
        tmp_path / "t.tif", SECOND, (ORIGIN[0], 1.7, 0.6, ORIGIN[1], 0.5, -1.9)
    )
    found = client_reads(run(tmp_path / "set", **given).path)
    for part, pixels in (("A", FIRST), ("B", SECOND)):
        for image, expected in zip(found[part].values(), parts(pixels)):
            np.testing.assert_array_equal(image, expected)
        assert len(found[part]) == 24


def test_what_says_where_on_the_map_is_for_two_exports(tmp_path):
    extent = f"{ORIGIN[0]},{ORIGIN[0] + 64},{ORIGIN[1] - 64},{ORIGIN[1]} [{UTM}]"
    for more in ({"EXTENT": extent}, BLOCKS):
        given = far_scene(tmp_path, **more)
        assert refusal(tmp_path / "set", given.pop("IN_RASTER"), None, **given) == (
            "IN_RASTER2: far does not lie on the area to export; export rasters that lie apart each by "
            "itself as Export_Tiles, into folders A and B beside each other."
        )
    given = scene(tmp_path, REFERENCE_SYSTEM="PIXEL_SPACE", **BLOCKS)
    assert refusal(tmp_path / "set", given.pop("IN_RASTER"), None, **given) == (
        "IN_RASTER2: with REFERENCE_SYSTEM PIXEL_SPACE each raster is cut in its own pixels, and no polygons "
        "and no split lie on both; export each by itself as Export_Tiles, into folders A and B beside each "
        "other."
    )
    assert not (tmp_path / "set").exists()


@pytest.mark.parametrize("at", [10.0, 30.0, 48.0, 52.0, 80.0])
def test_rasters_that_lie_apart_are_gone_on_with(tmp_path, monkeypatch, at):
    limit(monkeypatch, batch_bytes=1, commit_seconds=0.0, commit_share=0.0)
    given = far_scene(tmp_path, REPORT=str(tmp_path / "r.html"))
    run(tmp_path / "whole", **given)
    run(tmp_path / "set", Log(cancel_at=at), **given)
    assert without_place(tmp_path / "set") != without_place(tmp_path / "whole")
    run(tmp_path / "set", **given)
    assert without_place(tmp_path / "set") == without_place(tmp_path / "whole")
    more = {**given, "START_INDEX": -1}
    for name in ("IN_RASTER", "IN_RASTER2"):
        more[name] = copy_of(given[name])
    assert run(tmp_path / "set", **more).outputs["CHIP_COUNT"] == 48
    assert [len(each) for each in client_reads(tmp_path / "set").values()] == [48, 48]


def test_report_index_and_plan_of_rasters_that_lie_apart(tmp_path):
    index = tmp_path / "i.gpkg"
    given = far_scene(tmp_path)
    plan = run(tmp_path / "set", **given, PLAN_ONLY=True)
    assert plan.outputs["CHIP_COUNT"] == 48
    assert not (tmp_path / "set").exists()
    made = run(tmp_path / "set", **given, REPORT=tmp_path / "r.html", CHIP_INDEX=index)
    rows = list(QgsVectorLayer(str(index), "index", "ogr").getFeatures())
    assert [Path(row["image"]).parent for row in rows] == [made.path / "A" / "images"] * 24
    assert made.outputs["REPORT"] == str(tmp_path / "r.html")


def test_a_part_that_is_a_link_is_refused(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "B").symlink_to(tmp_path / "elsewhere")
    given = far_scene(tmp_path)
    said = refusal(tmp_path / "set", given.pop("IN_RASTER"), None, **given)
    assert f"{tmp_path / 'set' / 'B'} is a link" in said
    assert not (tmp_path / "set" / "A").exists()


@pytest.mark.parametrize("split", [{}, BLOCKS], ids=["one set", "split"])
@pytest.mark.parametrize("at", [52.0, 75.0, 99.0])
def test_it_is_resumed(tmp_path, monkeypatch, split, at):
    limit(monkeypatch, batch_bytes=1, commit_seconds=0.0, commit_share=0.0)
    run(tmp_path / "whole", **scene(tmp_path, **split))
    run(tmp_path / "set", Log(cancel_at=at), **scene(tmp_path, **split))
    assert "unfinished_export.journal" in contents(tmp_path / "set")
    run(tmp_path / "set", **scene(tmp_path, **split))
    assert without_entry(tmp_path / "set") == without_entry(tmp_path / "whole")


def halves(folder: Path, out: Path, log: Log | None = None) -> None:
    """Export the upper half, and add the lower one."""
    start = 0
    for top in (0, ROWS // 2):
        sides = (ORIGIN[0], ORIGIN[0] + 2 * COLUMNS, ORIGIN[1] - 2 * (top + ROWS // 2), ORIGIN[1] - 2 * top)
        extent = ",".join(map(str, sides)) + f" [{UTM}]"
        run(out, log if top else None, **scene(folder, EXTENT=extent, START_INDEX=start))
        start = 12


def test_two_halves_equal_one_run_also_when_the_second_is_resumed(tmp_path, monkeypatch):
    whole = without_entry(run(tmp_path / "whole", **scene(tmp_path)).path)
    halves(tmp_path, tmp_path / "halves")
    added = without_entry(tmp_path / "halves")
    assert added.keys() == whole.keys()
    exact = [name for name in whole if "esri_" not in name]
    assert {name: added[name] for name in exact} == {name: whole[name] for name in exact}
    for part in "AB":
        name = f"{part}/esri_accumulated_stats.json"
        one, both = (json.loads(each[name])["BandStatsState"] for each in (whole, added))
        assert both == [{key: pytest.approx(value, rel=1e-9) for key, value in each.items()} for each in one]
    limit(monkeypatch, batch_bytes=1, commit_seconds=0.0, commit_share=0.0)
    halves(tmp_path, tmp_path / "cut", Log(cancel_at=50.0))
    halves_again = scene(tmp_path, START_INDEX=12)
    sides = (ORIGIN[0], ORIGIN[0] + 2 * COLUMNS, ORIGIN[1] - 2 * ROWS, ORIGIN[1] - ROWS)
    run(tmp_path / "cut", **halves_again, EXTENT=",".join(map(str, sides)) + f" [{UTM}]")
    assert without_entry(tmp_path / "cut") == added


def test_what_does_not_go_together_is_not_added(tmp_path):
    made = run(tmp_path / "set", **scene(tmp_path))
    before = contents(made.path)
    other = write_raster(tmp_path / "other.tif", SECOND.astype("int16"))
    given = scene(tmp_path, START_INDEX=24, IN_RASTER2=other)
    raster = given.pop("IN_RASTER")
    assert refusal(made.path, raster, None, **given) == (
        "IN_RASTER2 (type of the pixels): the export that OUT_FOLDER holds was made with uint16, not int16; "
        "use the same, or choose another folder."
    )
    alone = {**given, "METADATA_FORMAT": "Export_Tiles"}
    del alone["IN_RASTER2"]
    assert "is missing or damaged" in refusal(made.path, raster, None, **alone)
    (made.path / "B" / "stats.txt").unlink()
    document = made.path / "B" / "esri_accumulated_stats.json"
    text = document.read_text("ascii")
    document.write_text(text.replace('"NumTiles" : 24', '"NumTiles" : 23'), "ascii")
    given["IN_RASTER2"] = tmp_path / "IN_RASTER2.tif"
    assert "B" in refusal(made.path, raster, None, **given)
    document.write_text(text, "ascii")
    after = {name: data for name, data in before.items() if name != "B/stats.txt"}
    assert contents(made.path) == after


def test_a_split_has_both_parts_in_each_set(tmp_path):
    given = {"REPORT": str(tmp_path / "r.html"), "CHIP_INDEX": str(tmp_path / "i.gpkg")}
    made = run(tmp_path / "set", **scene(tmp_path, DATASET_DESCRIPTION=True, **BLOCKS), **given)
    counts = {name: client_reads(made.path / name) for name in ("train", "valid", "test")}
    stems = {name: list(found["A"]) for name, found in counts.items()}
    assert all(list(found["B"]) == stems[name] for name, found in counts.items())
    assert sorted(stem for chips in stems.values() for stem in chips) == [
        f"{number:09d}" for number in range(24)
    ]
    rows = {row["stem"]: row for row in QgsVectorLayer(given["CHIP_INDEX"], "index", "ogr").getFeatures()}
    for name, chips in stems.items():
        for stem in chips:
            assert rows[stem]["split"] == name
            assert rows[stem]["image"] == str(made.path / name / "A" / "images" / f"{stem}.tif")
    captions = html.parse(given["REPORT"]).xpath("//figcaption/text()")
    assert sorted(captions) == sorted(rows)
    plan = run(tmp_path / "plan", **scene(tmp_path, **BLOCKS), PLAN_ONLY=True)
    assert plan.outputs["CHIP_COUNT"] == 24


def test_it_is_replayed_from_export_json(tmp_path):
    made = run(tmp_path / "set", **scene(tmp_path))
    (entry,) = json.loads((made.path / "export.json").read_text("ascii"))["exports"]
    assert without_entry(run(tmp_path / "again", **entry["parameters"]).path) == without_entry(made.path)
