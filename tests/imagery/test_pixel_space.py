"""REFERENCE_SYSTEM PIXEL_SPACE: rasters in their own rows and columns, and labels where GDAL puts them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from label_scenes import Errors
from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from scenes import (
    UTM,
    Exported,
    Log,
    limit,
    memory_layer,
    noise,
    plain_names,
    rectangle,
    run,
    write_polygons,
    write_raster,
)

from training_data_exporter.labels.features import feature_reader
from training_data_exporter.labels.pixel_space import PixelWay

pytestmark = pytest.mark.usefixtures("qgis_app")

HEIGHT, WIDTH, TILE, STRIDE = 90, 130, 32, 24
TURNED = (288776.0, 1.7, 0.6, 9120760.0, 0.5, -1.9)
MIRRORED = (288776.0, -2.0, 0.0, 9120760.0, 0.0, -2.0)
NEAR = 0.01 + 0.005  # pixels: what is promised, and half of the second decimal


def sheared(path: Path) -> Path:
    return write_raster(path, noise(3, HEIGHT, WIDTH), transform=TURNED)


def mirrored(path: Path) -> Path:
    return write_raster(path, noise(3, HEIGHT, WIDTH), transform=MIRRORED)


def plain(path: Path) -> Path:
    return write_raster(path, noise(3, HEIGHT, WIDTH))


def placed(path: Path, place: Callable[[Any], None]) -> Path:
    """A raster that nothing but ``place`` places on the map."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), WIDTH, HEIGHT, 3)
    for number, plane in enumerate(noise(3, HEIGHT, WIDTH), start=1):
        dataset.GetRasterBand(number).WriteArray(plane)
    place(dataset)
    dataset.FlushCache()
    return path


def bent(column: float, row: float) -> tuple[float, float]:
    """A place on the map that bends away from any affine one."""
    x = 288776 + 1.7 * column + 0.6 * row + 0.002 * column * row + 0.001 * column**2
    return x, 9120760 + 0.5 * column - 1.9 * row + 0.0015 * row**2


def control_points(path: Path) -> Path:
    def place(dataset: Any) -> None:
        grid = [(column, row) for column in (0, 40, 85, WIDTH) for row in (0, 45, HEIGHT)]
        points = [gdal.GCP(*bent(*each), 0, *each) for each in grid]
        dataset.SetGCPs(points, reference(UTM).ExportToWkt())

    return placed(path, place)


def camera_model(path: Path) -> Path:
    def place(dataset: Any) -> None:
        offsets = {"LINE_OFF": HEIGHT / 2, "SAMP_OFF": WIDTH / 2, "LAT_OFF": -7.9517, "LONG_OFF": -34.9153}
        scales = {"LINE_SCALE": HEIGHT / 2, "SAMP_SCALE": WIDTH / 2, "LAT_SCALE": 0.001, "LONG_SCALE": 0.0012}
        numbers = {**offsets, **scales, "HEIGHT_OFF": 0, "HEIGHT_SCALE": 100}
        terms = {
            "LINE_NUM": [0.01, 0.12, -1, 0.02, 0.03, 0, 0, 0.01],
            "LINE_DEN": [1, 0.004, -0.006, 0.001],
            "SAMP_NUM": [0.02, 1, 0.15, -0.01, 0.02, 0, 0, 0, 0.01],
            "SAMP_DEN": [1, 0.004, -0.006, 0.001],
        }
        model = {name: str(value) for name, value in numbers.items()}
        for name, its in terms.items():
            model[f"{name}_COEFF"] = " ".join(map(str, its + [0] * (20 - len(its))))
        dataset.SetMetadata(model, "RPC")

    return placed(path, place)


SOURCES = {
    "sheared": (sheared, UTM),
    "mirrored": (mirrored, UTM),
    "north up": (plain, UTM),
    "control points": (control_points, UTM),
    "a camera model": (camera_model, "EPSG:4326"),
}


def reference(code: str) -> osr.SpatialReference:
    found = osr.SpatialReference()
    found.SetFromUserInput(code)
    found.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return found


def transformer(path: Path, code: str) -> Any:
    dataset = gdal.Open(str(path))
    made = gdal.Transformer(dataset, None, [f"DST_SRS={reference(code).ExportToWkt()}"])
    made.kept = dataset
    return made


def moved(geometry: ogr.Geometry, way: Any, to_raster: int) -> ogr.Geometry:
    """A polygon with its corners moved, each by itself."""
    ring = geometry.GetGeometryRef(0)
    points, good = way.TransformPoints(
        to_raster, [(*ring.GetPoint(n)[:2], 0.0) for n in range(ring.GetPointCount())]
    )
    assert all(good)
    return polygon([each[:2] for each in points])


def polygon(points: list[Any]) -> ogr.Geometry:
    made, ring = ogr.Geometry(ogr.wkbPolygon), ogr.Geometry(ogr.wkbLinearRing)
    for point in points:
        ring.AddPoint_2D(*point)
    ring.CloseRings()
    made.AddGeometry(ring)
    return made


def features(path: Path, code: str) -> list[tuple[str, dict[str, Any]]]:
    """Turned squares all over a raster and beyond, in a CRS."""
    random, way = np.random.default_rng(3), transformer(path, code)
    found = []
    for _ in range(40):
        x, y = random.uniform((-6, -6), (WIDTH + 6, HEIGHT + 6))
        angle, far = random.uniform(0, 1.5), random.uniform(3, 12)
        turns = angle + np.arange(4) * np.pi / 2
        corners = np.column_stack([x + far * np.cos(turns), y + far * np.sin(turns)])
        there = moved(polygon(corners.tolist()), way, to_raster=0)
        found.append((there.ExportToWkt(), {"kind": int(random.integers(1, 4))}))
    return found


def expected(
    path: Path, code: str, labels: list[tuple[str, dict[str, Any]]]
) -> list[list[tuple[float, ...]]]:
    """Class and box of each part, chip by chip, by GDAL's transformer and GEOS."""
    way = transformer(path, code)
    shapes = [(moved(ogr.CreateGeometryFromWkt(wkt), way, to_raster=1), its["kind"]) for wkt, its in labels]
    chips = []
    for top in range(0, HEIGHT, STRIDE):
        for left in range(0, WIDTH, STRIDE):
            right, bottom = left + TILE, top + TILE
            chip = ogr.CreateGeometryFromWkt(rectangle(left, top, right, bottom))
            its = []
            for shape, kind in shapes:
                part = shape.Intersection(chip)
                if part is not None and not part.IsEmpty() and part.GetArea() > 0:
                    west, east, north, south = part.GetEnvelope()
                    its.append((kind, west - left, north - top, east - left, south - top))
            chips.append(sorted(its))
    return chips


def exported(folder: Path, raster: Path, labels: Any, log: Log | None = None, **other: Any) -> Exported:
    sizes = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y"), TILE) | dict.fromkeys(
        ("STRIDE_X", "STRIDE_Y"), STRIDE
    )
    values = {"CLASS_VALUE_FIELD": "kind", "REFERENCE_SYSTEM": "PIXEL_SPACE", **sizes, **other}
    values = {name: value for name, value in values.items() if value is not None}
    return run(folder, log, IN_RASTER=raster, IN_CLASS_DATA=labels, **values)


def check_boxes(done: Exported, wanted: list[list[tuple[float, ...]]]) -> None:
    """Every chip has the objects that it should, each where it should be."""
    seen = 0
    assert len(done.stems()) == len(wanted)
    for stem, objects in zip(done.stems(), wanted):
        boxes = sorted((b.class_value, b.left, b.top, b.right, b.bottom) for b in done.boxes(stem))
        objects = [each for each in objects if min(each[3] - each[1], each[4] - each[2]) > 0.01]
        assert [box[0] for box in boxes] == [each[0] for each in objects]
        for box in boxes:  # near values may be sorted in another way
            nearest = min(np.abs(np.subtract(box, each)).max() for each in objects)
            assert nearest <= NEAR
        seen += len(boxes)
    assert seen > 40


@pytest.mark.parametrize("labels_in", ["the raster's CRS", "EPSG:4674", "EPSG:3857"])
@pytest.mark.parametrize("kind", SOURCES)
def test_objects_lie_where_gdal_s_transformer_puts_them(tmp_path, kind, labels_in):
    make, code = SOURCES[kind]
    raster = make(tmp_path / "in.tif")
    code = labels_in if labels_in.startswith("EPSG") else code
    labels = features(raster, code)
    done = exported(tmp_path / "set", raster, memory_layer(labels, {"kind": int}, crs=code))
    check_boxes(done, expected(raster, code, labels))


def bad_control_points(path: Path, seed: int) -> Path:
    """Points beside their place by some pixels: the fit to the map is no inverse of the fit to the raster."""
    random = np.random.default_rng(seed)

    def place(dataset: Any) -> None:
        grid = [(column, row) for column in (0, 40, 85, WIDTH) for row in (0, 45, HEIGHT)]
        points = []
        for each in grid:
            x, y = np.add(bent(*each), random.normal(0, 12, 2)).tolist()
            points.append(gdal.GCP(x, y, 0, *each))
        dataset.SetGCPs(points, reference(UTM).ExportToWkt())

    return placed(path, place)


@pytest.mark.parametrize("seed", range(4))
def test_no_object_is_missed_by_small_batches_where_control_points_are_bad(tmp_path, monkeypatch, seed):
    raster = bad_control_points(tmp_path / "in.tif", seed)
    labels = features(raster, UTM)
    limit(monkeypatch, batch_bytes=3 * TILE * TILE)
    monkeypatch.setattr(feature_reader, "_MANY", 1)  # features are read for each batch alone
    path = write_polygons(tmp_path / "labels.gpkg", labels, {"kind": int})
    check_boxes(exported(tmp_path / "set", raster, path), expected(raster, UTM, labels))


@pytest.mark.parametrize("seed", range(8))
def test_what_is_looked_for_on_the_map_holds_all_that_lies_in_a_window(tmp_path, seed):
    random, raster = np.random.default_rng(seed), bad_control_points(tmp_path / "in.tif", seed)
    way = PixelWay(QgsRasterLayer(str(raster), "in"), QgsCoordinateReferenceSystem(UTM))
    columns, rows = np.meshgrid(np.linspace(-20, WIDTH + 20, 300), np.linspace(-20, HEIGHT + 20, 300))
    points = way.placement.to_map(np.column_stack([columns.ravel(), rows.ravel()]))
    there = way.placement.to_pixels(points)
    for left, top in random.uniform((0, 0), (WIDTH - 20, HEIGHT - 20), (20, 2)).tolist():
        inside = ((there > (left, top)) & (there < (left + 20, top + 20))).all(axis=1)
        box = way.back(QgsRectangle(left, -top - 20, left + 20, -top))
        low, high = (box.xMinimum(), box.yMinimum()), (box.xMaximum(), box.yMaximum())
        assert inside.sum() > 50
        assert ((points[inside] >= low) & (points[inside] <= high)).all()
        size = np.ptp(points[inside], axis=0)
        assert (np.subtract(high, low) < 3 * size.max()).all()  # and not much more


def test_a_camera_model_counts_as_its_formula_says(tmp_path):
    raster = camera_model(tmp_path / "in.tif")
    from training_data_exporter.imagery.placement import RPC, RasterPlacement

    placement = RasterPlacement(gdal.Open(str(raster)), "in", reference("EPSG:4326").ExportToWkt())
    longitude, latitude = -34.9148, -7.9521
    lon, lat = (longitude + 34.9153) / 0.0012, (latitude + 7.9517) / 0.001
    below = 1 + 0.004 * lon - 0.006 * lat
    line = (0.01 + 0.12 * lon - lat + 0.03 * lon * lat + 0.01 * lon * lon) / below
    sample = (0.02 + lon + 0.15 * lat + 0.02 * lon * lat + 0.01 * lat * lat) / below
    found = placement.to_pixels(np.array([(longitude, latitude), (np.nan, 0)]))
    assert placement.kind == RPC
    # RPCs count from the middle of the first pixel
    whole = (sample * WIDTH / 2 + WIDTH / 2 + 0.5, line * HEIGHT / 2 + HEIGHT / 2 + 0.5)
    np.testing.assert_allclose(found[0], whole, rtol=0, atol=1e-6)
    assert np.isnan(found[1]).all()


@pytest.mark.parametrize("kind", SOURCES)
def test_pixels_are_the_raster_s_and_chips_lie_in_its_rows_and_columns(tmp_path, kind):
    make, code = SOURCES[kind]
    raster = make(tmp_path / "in.tif")
    labels = memory_layer(features(raster, code), {"kind": int}, crs=code)
    done = exported(tmp_path / "set", raster, labels, CHIP_INDEX=str(tmp_path / "index.gpkg"))
    pixels, corners = noise(3, HEIGHT, WIDTH), []
    for stem in done.stems():
        chip = gdal.Open(str(done.image(stem)))
        assert chip.GetSpatialRef() is None
        left, across, turn, top, tilt, down = chip.GetGeoTransform()
        assert (across, turn, tilt, down) == (1, 0, 0, -1)
        world = [float(each) for each in done.image(stem).with_suffix(".tfw").read_text().split()]
        assert world == [1, 0, 0, -1, left + 0.5, top - 0.5]
        column, row = int(left), int(-top)
        part = pixels[:, row : row + TILE, column : column + TILE]
        np.testing.assert_array_equal(chip.ReadAsArray()[:, : part.shape[1], : part.shape[2]], part)
        corners.append((column, row))
    assert corners == [(x, y) for y in range(0, HEIGHT, STRIDE) for x in range(0, WIDTH, STRIDE)]
    assert done.model()["ImageSpaceUsed"] == "PIXEL_SPACE"
    index = QgsVectorLayer(str(tmp_path / "index.gpkg"), "index", "ogr")
    boxes = [each.geometry().boundingBox() for each in index.getFeatures()]
    assert sorted((box.xMinimum(), -box.yMaximum()) for box in boxes) == sorted(corners)
    assert not index.crs().isValid() or index.crs().authid() == ""


def test_on_a_north_up_raster_the_boxes_are_those_of_the_map(tmp_path):
    raster = plain(tmp_path / "in.tif")
    labels = memory_layer(features(raster, UTM), {"kind": int})
    pixel, on_map = (
        exported(tmp_path / name, raster, labels, REFERENCE_SYSTEM=name)
        for name in ("PIXEL_SPACE", "MAP_SPACE")
    )
    assert pixel.all_boxes() == on_map.all_boxes()
    assert on_map.model()["ImageSpaceUsed"] == "MAP_SPACE"


def test_points_with_a_radius_are_circles_of_the_map(tmp_path):
    raster = sheared(tmp_path / "in.tif")
    way = transformer(raster, UTM)
    (middle,), _ = way.TransformPoints(0, [(60.0, 40.0, 0.0)])
    labels = memory_layer([(f"POINT({middle[0]} {middle[1]})", {"kind": 2})], {"kind": int}, kind="Point")
    done = exported(
        tmp_path / "set", raster, labels, BUFFER_RADIUS=10.0, TILE_SIZE_X=WIDTH, TILE_SIZE_Y=HEIGHT
    )
    (box,) = done.boxes(done.stems()[0])
    turns = np.linspace(0, 2 * np.pi, 2000)
    around = [(middle[0] + 10 * np.cos(t), middle[1] + 10 * np.sin(t), 0.0) for t in turns]
    points = np.array(way.TransformPoints(1, around)[0])[:, :2]
    whole = [*points.min(axis=0), *points.max(axis=0)]
    assert [box.left, box.top, box.right, box.bottom] == pytest.approx(whole, abs=0.05)


@pytest.mark.parametrize("metadata", ["Classified_Tiles", "RCNN_Masks"])
def test_label_rasters_hold_the_pixels_whose_middle_lies_inside(tmp_path, metadata):
    raster = control_points(tmp_path / "in.tif")
    (wkt, _), *_ = features(raster, UTM)[5:]
    shape = moved(ogr.CreateGeometryFromWkt(wkt), transformer(raster, UTM), to_raster=1)
    sizes = {"TILE_SIZE_X": WIDTH, "TILE_SIZE_Y": HEIGHT, "STRIDE_X": WIDTH, "STRIDE_Y": HEIGHT}
    labels = memory_layer([(wkt, {"kind": 1})], {"kind": int})
    done = exported(tmp_path / "set", raster, labels, METADATA_FORMAT=metadata, **sizes)
    (path,) = (tmp_path / "set" / "labels").rglob("*.tif")
    found = gdal.Open(str(path)).ReadAsArray() > 0
    inside = [
        [shape.Contains(ogr.CreateGeometryFromWkt(f"POINT({x + 0.5} {y + 0.5})")) for x in range(WIDTH)]
        for y in range(HEIGHT)
    ]
    np.testing.assert_array_equal(found, inside)
    assert found.sum() > 10
    assert gdal.Open(str(path)).GetSpatialRef() is None
    assert len(done.stems()) == 1


def class_raster(path: Path, height: int, width: int, transform: tuple[float, ...]) -> Path:
    values = np.zeros((1, height, width), np.uint8)
    values[0, 10:30, 20:50], values[0, 40:60, 70:100] = 1, 2
    return write_raster(path, values, transform=transform)


def test_a_class_raster_lies_on_the_image_pixel_by_pixel(tmp_path):
    raster = control_points(tmp_path / "in.tif")
    classes = class_raster(tmp_path / "classes.tif", HEIGHT, WIDTH, TURNED)
    done = exported(
        tmp_path / "set", raster, classes, METADATA_FORMAT="Classified_Tiles", CLASS_VALUE_FIELD=None
    )
    whole = gdal.Open(str(classes)).ReadAsArray()
    for stem in done.stems():
        left, _, _, top, _, _ = done.transform(stem)
        part = whole[int(-top) :, int(left) :][:TILE, :TILE]
        values = gdal.Open(str(tmp_path / "set" / "labels" / f"{stem}.tif")).ReadAsArray()
        np.testing.assert_array_equal(values[: part.shape[0], : part.shape[1]], part)


def said_of(folder: Path, raster: Path, labels: Any, **values: Any) -> str:
    """The sentence of a refusal."""
    log = Errors()
    with pytest.raises(QgsProcessingException) as failure:
        exported(folder, raster, labels, log, **values)
    return plain_names([*log.errors, str(failure.value)][0]).removeprefix("Unable to execute algorithm\n")


def test_a_class_raster_of_another_size_is_refused(tmp_path):
    raster = sheared(tmp_path / "in.tif")
    classes = class_raster(tmp_path / "classes.tif", HEIGHT, WIDTH - 1, TURNED)
    said = said_of(tmp_path / "set", raster, classes, CLASS_VALUE_FIELD=None)
    assert said == (
        f"IN_CLASS_DATA: classes has {WIDTH - 1} x {HEIGHT} pixels, the raster {WIDTH} x {HEIGHT}; with "
        "REFERENCE_SYSTEM PIXEL_SPACE a classified raster lies on it pixel by pixel, so choose one of the "
        "same size, or polygons."
    )


@pytest.mark.parametrize(
    "parameter, value", [("EXTENT", "288780,288800,9120700,9120750"), ("CELL_SIZE", 4.0)]
)
def test_a_part_of_the_map_is_refused(tmp_path, parameter, value):
    raster = sheared(tmp_path / "in.tif")
    labels = memory_layer(features(raster, UTM), {"kind": int})
    assert said_of(tmp_path / "set", raster, labels, **{parameter: value}) == (
        f"{parameter}: with REFERENCE_SYSTEM PIXEL_SPACE the whole raster is cut in its own pixels; leave it "
        "empty, or choose MAP_SPACE."
    )


def test_what_is_refused_on_the_map_names_the_other_remedy(tmp_path):
    labels = memory_layer([], {"kind": int})
    for make in (sheared, control_points, camera_model):
        raster = make(tmp_path / f"{make.__name__}.tif")
        said = said_of(tmp_path / "set", raster, labels, REFERENCE_SYSTEM="MAP_SPACE")
        assert said.endswith(
            "or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns."
        )


def test_rasters_that_are_placed_in_different_ways_go_into_one_set(tmp_path):
    raster, other = control_points(tmp_path / "in.tif"), camera_model(tmp_path / "other.tif")
    first = exported(tmp_path / "set", raster, memory_layer(features(raster, UTM), {"kind": int}))
    before, count = first.all_boxes(), len(first.stems())
    labels = memory_layer(features(other, "EPSG:4326"), {"kind": int}, crs="EPSG:4326")
    more = exported(tmp_path / "set", other, labels, START_INDEX=-1)
    alone = exported(tmp_path / "alone", other, labels)
    assert more.all_boxes() == [*before, *alone.all_boxes()]
    assert len(more.stems()) == 2 * count
    assert more.model()["ImageSpaceUsed"] == more.accumulated()["ImageSpaceUsed"] == "PIXEL_SPACE"


@pytest.mark.parametrize("first, second", [("MAP_SPACE", "PIXEL_SPACE"), ("PIXEL_SPACE", "MAP_SPACE")])
def test_the_two_do_not_go_into_one_set(tmp_path, first, second):
    raster = plain(tmp_path / "in.tif")
    labels = memory_layer(features(raster, UTM), {"kind": int})
    exported(tmp_path / "set", raster, labels, REFERENCE_SYSTEM=first)
    said = said_of(tmp_path / "set", raster, labels, REFERENCE_SYSTEM=second, START_INDEX=-1)
    assert said.startswith("REFERENCE_SYSTEM: ")
    assert first in said
    assert second in said


def test_mask_polygons_and_splits_lie_there_too(tmp_path):
    raster = sheared(tmp_path / "in.tif")
    labels = memory_layer(features(raster, UTM), {"kind": int})
    way = transformer(raster, UTM)
    area = moved(ogr.CreateGeometryFromWkt(rectangle(0, 0, 60, HEIGHT)), way, to_raster=0)
    mask = memory_layer([(area.ExportToWkt(), {})], {})
    done = exported(tmp_path / "set", raster, labels, IN_MASK_POLYGONS=mask, STRIDE_X=TILE, STRIDE_Y=TILE)
    assert [done.transform(stem)[0] for stem in done.stems()] == [0.0] * (HEIGHT // TILE)


def test_the_report_names_the_features_of_doubtful_labels(tmp_path):
    raster = sheared(tmp_path / "in.tif")
    way = transformer(raster, UTM)
    squares = [rectangle(40, 40, 43, 43), rectangle(10, 10, 13, 13), rectangle(60, 15, 63, 18)]
    there = [moved(ogr.CreateGeometryFromWkt(each), way, to_raster=0).ExportToWkt() for each in squares]
    labels = memory_layer([(wkt, {"kind": 1}) for wkt in there], {"kind": int})
    sizes = {"STRIDE_X": TILE, "STRIDE_Y": TILE, "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    exported(tmp_path / "set", raster, labels, REPORT=str(tmp_path / "report.html"), **sizes)
    text = (tmp_path / "report.html").read_text("utf-8")
    for chip, fid in (("000000000", 2), ("000000001", 3), ("000000002", 1)):
        assert f"chip {chip} (features: {fid})" in text


def test_a_web_service_and_geolocation_arrays_are_refused(tmp_path):
    labels = memory_layer([], {"kind": int})
    tiles = QgsRasterLayer("type=xyz&url=http://127.0.0.1:1/{z}/{x}/{y}.png&zmin=0&zmax=3", "tiles", "wms")
    assert said_of(tmp_path / "set", tiles, labels) == (
        "IN_RASTER: tiles is no file with rows and columns of its own; set REFERENCE_SYSTEM to MAP_SPACE, or "
        "save it as a file first."
    )
    arrays = {"X_DATASET": str(tmp_path / "x.tif"), "Y_DATASET": str(tmp_path / "x.tif"), "X_BAND": "1"}
    numbers = {"PIXEL_OFFSET": "0", "LINE_OFFSET": "0", "PIXEL_STEP": "1", "LINE_STEP": "1", "Y_BAND": "1"}
    write_raster(tmp_path / "x.tif", noise(1, HEIGHT, WIDTH, "float64"))
    raster = placed(tmp_path / "in.tif", lambda each: each.SetMetadata({**arrays, **numbers}, "GEOLOCATION"))
    said = said_of(tmp_path / "set", raster, labels)
    assert said.startswith("IN_RASTER: in is placed by geolocation arrays; warp it ")


def test_a_raster_that_nothing_places_lies_as_qgis_shows_it(tmp_path):
    raster = placed(tmp_path / "in.tif", lambda dataset: None)
    labels = memory_layer(
        [("POLYGON((10 -5, 20 -5, 20 -12, 10 -12, 10 -5))", {"kind": 1})], {"kind": int}, crs=""
    )
    done = exported(tmp_path / "set", raster, labels)
    (box,) = done.boxes(done.stems()[0])
    assert (box.left, box.top, box.right, box.bottom) == (10, 5, 20, 12)


def test_nodata_values_and_alpha_are_those_of_the_file(tmp_path):
    def place(dataset: Any) -> None:
        points = [
            gdal.GCP(*bent(*each), 0, *each) for each in ((0, 0), (WIDTH, 0), (0, HEIGHT), (WIDTH, HEIGHT))
        ]
        dataset.SetGCPs(points, reference(UTM).ExportToWkt())
        dataset.GetRasterBand(1).SetNoDataValue(0)
        dataset.GetRasterBand(1).WriteArray(np.zeros((HEIGHT // 2, WIDTH), np.uint8))
        for number in (2, 3):
            dataset.GetRasterBand(number).WriteArray(np.zeros((HEIGHT // 2, WIDTH), np.uint8))

    raster = placed(tmp_path / "in.tif", place)
    done = exported(tmp_path / "set", raster, memory_layer(features(raster, UTM), {"kind": int}))
    rows = sorted({-done.transform(stem)[3] for stem in done.stems()})
    assert rows == [24.0, 48.0, 72.0]  # a chip of nodata alone is not written
    assert gdal.Open(str(done.image(done.stems()[0]))).GetRasterBand(1).GetNoDataValue() == 0


@pytest.mark.parametrize(
    "values",
    [
        {"METADATA_FORMAT": "Labeled_Tiles", "CROP_MODE": "BOUNDING_BOX"},
        {"DATASET_DESCRIPTION": True, "VALIDATION_PERCENT": 30, "SPLIT_BLOCK_SIZE": 40.0},
        {"PLAN_ONLY": True, "REPORT": "report.html"},
        {"STRETCH": "MINIMUM_MAXIMUM", "METADATA_FORMAT": "COCO", "BANDS": "3;1;2"},
    ],
)
def test_it_goes_with_other_parameters(tmp_path, values):
    raster = control_points(tmp_path / "in.tif")
    labels = memory_layer(features(raster, UTM), {"kind": int})
    if "REPORT" in values:
        values = {**values, "REPORT": str(tmp_path / values["REPORT"])}
    done = exported(tmp_path / "set", raster, labels, **values)
    assert done.outputs["CHIP_COUNT"] > 4
    assert not any("not foreseen" in each for each in done.log.warnings)
    if values.get("DATASET_DESCRIPTION"):
        text = (tmp_path / "set" / "croissant.json").read_text()
        assert "-34.9" in text  # where the raster lies on the map


@pytest.mark.parametrize("raises", [False, True])
def test_points_without_a_place_are_told_apart_whether_or_not_gdal_raises(tmp_path, raises):
    from training_data_exporter.imagery.placement import RasterPlacement

    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if raises else gdal.DontUseExceptions)()
    try:
        placement = RasterPlacement(
            gdal.Open(str(plain(tmp_path / "in.tif"))), "in", reference("EPSG:4326").ExportToWkt()
        )
        there = placement.to_map(np.array([(10.0, 20.0), (30.0, 5.0)]))
        found = placement.to_pixels(np.array([there[0], (0.0, 1e9), (np.inf, 1.0), there[1]]))
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()
    np.testing.assert_allclose(found[[0, 3]], [(10, 20), (30, 5)], rtol=0, atol=1e-6)
    assert np.isnan(found[1:3]).all()
