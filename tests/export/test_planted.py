"""A folder from a stranger: planted links and pipes are neither written through nor read, nor waited for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from label_scenes import METADATA_FORMATS, contents
from qgis.core import QgsProcessingException
from scenes import Log, limit, noise, on_map, rectangle, run, with_copy, write_polygons, write_raster
from servers import Reply, Site, serve

from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.chipping.untrusted.inner_paths import is_inner_path
from training_data_exporter.chipping.untrusted.inside import Inside
from training_data_exporter.export.storage import flushing
from training_data_exporter.export.storage.journal import JOURNAL_FILE
from training_data_exporter.writers import IMAGE_FORMATS, LABEL_FORMATS
from training_data_exporter.writers.dataset.exported_set import ExportedSet
from training_data_exporter.writers.dataset.stored_rasters import opened

pytestmark = [
    pytest.mark.usefixtures("qgis_app"),
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are Unix's"),
]

TILE = 24
MINE = b"mine"


def refused(folder: Path, values: dict[str, Any]) -> str:
    """Return the sentence with which an export is refused, before or while it runs."""
    log = Log()
    with pytest.raises(QgsProcessingException) as failure:
        run(folder, log, **values)
    return [*log.errors, str(failure.value)][0].splitlines()[-1]  # QGIS puts a heading before some


@pytest.fixture(scope="module")
def scene(tmp_path_factory) -> dict[str, Any]:
    """Six chips of two classes."""
    place = tmp_path_factory.mktemp("scene")
    shapes = [(on_map(rectangle(9 * n, 4, 9 * n + 20, 40)), {"kind": 1 + n % 2}) for n in range(6)]
    return {
        "IN_RASTER": write_raster(place / "in.tif", noise(3, 2 * TILE, 3 * TILE)),
        "IN_CLASS_DATA": write_polygons(place / "labels.gpkg", shapes, {"kind": int}),
        "CLASS_VALUE_FIELD": "kind",
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), TILE),
    }


@pytest.fixture(autouse=True)
def no_disk_to_wait_for(monkeypatch):
    monkeypatch.setattr(flushing, "flush", lambda file: None)


@pytest.fixture
def mine(tmp_path) -> Path:
    """A file outside of the folder, which must stay as it is."""
    path = tmp_path / "mine.txt"
    path.write_bytes(MINE)
    yield path
    assert path.read_bytes() == MINE


PLANTS: dict[str, Callable[[Path, Path], object]] = {
    "link": lambda path, mine: path.symlink_to(mine),
    "link to nothing": lambda path, mine: path.symlink_to(mine.with_name("none")),
    "pipe": lambda path, mine: os.mkfifo(path),
    "link to a pipe": lambda path, mine: (
        os.mkfifo(mine.with_name("p")),
        path.symlink_to(mine.with_name("p")),
    ),
    "other name of a file": lambda path, mine: os.link(mine, path),
    "file": lambda path, mine: path.write_bytes(b"of a run that was killed, and longer" * 9999),
}


@pytest.mark.parametrize("plant", PLANTS)
@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_what_is_planted_under_the_names_of_new_files_is_replaced(
    scene, tmp_path, mine, plant, metadata_format
):
    values = {**scene, "METADATA_FORMAT": metadata_format}
    whole = contents(run(tmp_path / "whole", **values).path)
    out = tmp_path / "out"
    names = [f"{name}.part" for name in whole if not name.endswith("2.tif")]
    for name in names:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
    for name in names[:: max(1, len(names) // 12)]:
        if plant != "link to a pipe" or not (tmp_path / "p").exists():
            PLANTS[plant](out / name, mine)
    run(out, **values)
    found = {name: data for name, data in contents(out).items() if not name.endswith(".part")}
    assert found == whole
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("name", ["images", "labels", "labels/1"])
def test_folders_that_are_links_are_refused(scene, tmp_path, name):
    out, other = tmp_path / "out", tmp_path / "other"
    (out / name).parent.mkdir(parents=True, exist_ok=True)
    other.mkdir()
    (out / name).symlink_to(other)
    assert refused(out, {**scene, "METADATA_FORMAT": "RCNN_Masks"}) == (
        f"OUT_FOLDER: {out / name} is a link to another folder; remove it, or choose another folder."
    )
    assert not list(other.iterdir())


@pytest.mark.parametrize("name", ["images", "labels/1"])
def test_a_folder_that_becomes_a_link_while_files_are_written_is_refused(tmp_path, name):
    other = tmp_path / "other"
    other.mkdir()
    (tmp_path / "out" / name).parent.mkdir(parents=True)
    (tmp_path / "out" / name).symlink_to(other)
    with Inside(tmp_path / "out") as inside, pytest.raises(ExportError, match="is a link to another folder"):
        inside.create(f"{name}/000000000.tif.part")
    assert not list(other.iterdir())


def test_the_folder_itself_may_be_a_link(scene, tmp_path):
    whole = contents(run(tmp_path / "whole", **scene).path)
    (tmp_path / "there").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "there")
    run(tmp_path / "out", **scene)
    assert contents(tmp_path / "there") == whole


READ = ["map.txt", "esri_accumulated_stats.json", "images/000000000.tif", "labels/000000002.xml"]


@pytest.mark.parametrize("plant", ["link", "pipe", "link to a pipe"])
@pytest.mark.parametrize("name", READ)
def test_what_is_read_is_a_plain_file(scene, tmp_path, mine, name, plant):
    values = {**scene, "METADATA_FORMAT": "PASCAL_VOC_rectangles"}
    out = run(tmp_path / "out", **values).path
    (out / name).unlink()
    PLANTS[plant](out / name, mine)
    said = refused(out, {**with_copy(values), "START_INDEX": 6, "REPORT": tmp_path / "report.html"})
    assert said.startswith(f"OUT_FOLDER: {out / name} is not a plain file but a link,")


@pytest.mark.parametrize("plant", ["link", "link to nothing", "pipe"])
def test_a_journal_is_a_plain_file(scene, tmp_path, mine, plant):
    out = tmp_path / "out"
    out.mkdir()
    PLANTS[plant](out / JOURNAL_FILE, mine)
    said = refused(out, scene)
    assert said.startswith(f"OUT_FOLDER: {out / JOURNAL_FILE} is not a plain file but a link,")


@pytest.mark.parametrize("plant", ["link", "link to a pipe", "pipe"])
def test_a_chip_that_the_journal_knows_is_a_plain_file(scene, tmp_path, mine, plant, monkeypatch):
    limit(monkeypatch, batch_bytes=1, commit_seconds=0.0)
    out = tmp_path / "out"
    run(out, Log(70), **scene)
    (out / "images/000000000.tif").unlink()
    PLANTS[plant](out / "images/000000000.tif", mine)
    said = refused(out, scene)
    assert said.startswith(f"OUT_FOLDER: {out / 'images/000000000.tif'} is not a plain file but a link,")


@pytest.mark.parametrize("end", ["", "-journal"])
def test_a_chip_index_is_not_written_through_a_link(scene, tmp_path, mine, end):
    index = tmp_path / "index.gpkg"
    index.with_name(index.name + end).symlink_to(mine)
    for value in (index, f"ogr:dbname='{index}' table=\"chips\" (geom)"):
        said = refused(tmp_path / "out", {**scene, "CHIP_INDEX": value})
        assert said.startswith(f"CHIP_INDEX: {index}{end} is not a plain file but a link,")
    assert not (tmp_path / "out").exists()


def test_a_file_larger_than_it_can_be_is_not_read(tmp_path):
    (tmp_path / "map.txt").write_bytes(bytes(11))
    with Inside(tmp_path) as inside:
        assert inside.read("map.txt", 11) == bytes(11)
        with pytest.raises(ExportError, match=r"map\.txt takes 11 bytes, and no file .* more than 10;"):
            inside.read("map.txt", 10)


ELSEWHERE = [
    "../a.tif",
    "/a.tif",
    "images/../../a.tif",
    "/vsicurl/http://a.org/a.tif",
    "images//a.tif",
    "./a.tif",
]
ODD = ["C:a.tif", "images/a.tif:b", "<GDAL_WMS>", "images/nul.tif", "a\0b"]


def test_names_inside_a_folder():
    assert all(
        map(is_inner_path, ["map.txt", "images/000000000.tif", "labels/Ölpalme_1/000000000.tif", "a..b"])
    )
    assert not any(map(is_inner_path, [*ELSEWHERE, *ODD, "", "images\\a.tif"]))


@pytest.mark.parametrize("name", [*ELSEWHERE, *ODD])
@pytest.mark.parametrize("place", [0, -1])
def test_a_map_that_names_files_elsewhere_is_refused(scene, tmp_path, name, place):
    out = run(tmp_path / "out", **scene).path
    lines = (out / "map.txt").read_bytes().decode().splitlines()
    image = lines[place].split()[0]
    lines[place] = lines[place].replace(image, name.replace("/", "\\"), 1)
    (out / "map.txt").write_bytes("".join(line + "\r\n" for line in lines).encode())
    before = contents(out)
    assert f"names {name!a}, which is no file in" in refused(out, {**scene, "START_INDEX": 6})
    assert contents(out) == before


def nothing(request: object) -> Reply:
    return Reply(404)


def wms(site: Site) -> bytes:
    return (
        f'<GDAL_WMS><Service name="TMS"><ServerUrl>{site.url}/${{z}}/${{x}}/${{y}}</ServerUrl></Service>'
        f"<DataWindow><UpperLeftX>0</UpperLeftX><UpperLeftY>1</UpperLeftY><LowerRightX>1</LowerRightX>"
        f"<LowerRightY>0</LowerRightY><SizeX>{TILE}</SizeX><SizeY>{TILE}</SizeY></DataWindow>"
        f"<BandsCount>3</BandsCount></GDAL_WMS>"
    ).encode()


def mrf(site: Site) -> bytes:
    return (
        f'<MRF_META><Raster><Size x="{TILE}" y="{TILE}" c="3"/><PageSize x="{TILE}" y="{TILE}" c="3"/>'
        f"<DataFile>/vsicurl/{site.url}/a.til</DataFile><IndexFile>/vsicurl/{site.url}/a.idx</IndexFile>"
        f"</Raster></MRF_META>"
    ).encode()


def vrt(site: Site) -> bytes:
    return (
        f'<VRTDataset rasterXSize="{TILE}" rasterYSize="{TILE}"><VRTRasterBand dataType="Byte" band="1">'
        f"<SimpleSource><SourceFilename>/vsicurl/{site.url}/a.tif</SourceFilename></SimpleSource>"
        f"</VRTRasterBand></VRTDataset>"
    ).encode()


@pytest.mark.parametrize("suffix", [".tif", ".png", ".jpg", ".mrf", ".vrt", ".xml"])
@pytest.mark.parametrize("described", [wms, mrf, vrt])
def test_a_chip_that_describes_another_source_is_not_followed(tmp_path, described, suffix):
    with serve(nothing) as site:
        (tmp_path / f"a{suffix}").write_bytes(described(site))
        with pytest.raises(ExportError), opened(tmp_path, f"a{suffix}") as dataset:
            dataset.ReadAsArray()
    assert not site.asked


def test_overviews_that_a_chip_names_are_not_asked_for(scene, tmp_path):
    out = run(tmp_path / "out", **scene).path
    with serve(nothing) as site:
        for image in (out / "images").glob("*.tif"):
            image.with_name(f"{image.name}.aux.xml").write_text(
                '<PAMDataset><Metadata domain="OVERVIEWS">'
                f'<MDI key="OVERVIEW_FILE">/vsicurl/{site.url}/a.ovr</MDI></Metadata></PAMDataset>'
            )
        run(out, **with_copy(scene), START_INDEX=6, REPORT=tmp_path / "report.html")
    assert (tmp_path / "report.html").stat().st_size > 10_000
    assert not site.asked


def test_a_raster_of_another_size_is_refused(tmp_path):
    write_raster(tmp_path / "a.tif", noise(1, 8, 9))
    with opened(tmp_path, "a.tif", (9, 8)) as dataset:
        assert dataset.ReadAsArray().shape == (8, 9)
    with (
        pytest.raises(ExportError, match=r"a\.tif is not an image as an export has it"),
        opened(tmp_path, "a.tif", (8, 9)),
    ):
        pass


BAD_LABELS = {
    "PASCAL_VOC_rectangles": [b"", b"<a>", b"<annotation><object/></annotation>", b"\xff",
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><annotation><object><name>&e;</name></object>'
        b"</annotation>"],
    "KITTI_rectangles": [b"1", b"1 0 0 0 0 0 inf 9", b"1 0 0 0 nan 0 8 9", b"77 0 0 0 0 0 8 9", b"\xff"],
}  # fmt: skip


@pytest.mark.parametrize("metadata_format", BAD_LABELS)
def test_labels_that_no_export_has_are_refused_in_a_sentence(scene, tmp_path, metadata_format):
    folder = run(tmp_path / "out", **scene, METADATA_FORMAT=metadata_format).path
    exported = ExportedSet.read(folder, IMAGE_FORMATS["TIFF"], LABEL_FORMATS[metadata_format])
    ((_, entry),) = exported.chosen([0])
    assert exported.labels(entry).boxes
    for data in BAD_LABELS[metadata_format]:
        (exported.folder / entry.labels[0]).write_bytes(data)
        with pytest.raises(ExportError, match=rf"{entry.labels[0]} is missing or damaged \("):
            exported.labels(entry)
