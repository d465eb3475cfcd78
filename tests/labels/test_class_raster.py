"""Class rasters in another CRS: by the project's operation, each pixel as GDAL's exact warp has it."""

from __future__ import annotations

import numpy as np
import pytest
from label_scenes import class_map, export, write_class_raster
from osgeo import gdal, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)
from scenes import spatial_reference, write_raster

from training_data_exporter.chipping.frame import PixelFrame
from training_data_exporter.chipping.window import Window
from training_data_exporter.imagery.open import open_imagery
from training_data_exporter.labels.features.transformed import PointTransform
from training_data_exporter.labels.raster.class_raster import ClassRaster
from training_data_exporter.labels.raster.raster_names import RasterNames

pytestmark = pytest.mark.usefixtures("qgis_app")

ORTHO = "PROJ:+proj=ortho +lat_0=40 +lon_0=0 +R=6371000"


def go_on() -> None:
    """Never cancel."""


def way(source: str, target: str, operation: tuple[str, str, str] | None = None) -> QgsCoordinateTransform:
    """Return a transformation; ``operation`` is between two CRS."""
    context = QgsCoordinateTransformContext()
    if operation:
        *ends, proj = operation
        assert context.addCoordinateOperation(*map(QgsCoordinateReferenceSystem, ends), proj)
    systems = map(QgsCoordinateReferenceSystem, (source, target))
    return QgsCoordinateTransform(*systems, context)


def one_by_one(points: np.ndarray, transform: QgsCoordinateTransform) -> np.ndarray:
    moved = []
    for point in points.tolist():
        try:
            moved.append(tuple(transform.transform(QgsPointXY(*point))))
        except QgsCsException:
            moved.append((np.nan, np.nan))
    return np.array(moved)


HORIZON = (
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
    "+step +proj=ortho +lat_0=0 +lon_0=0 +R=6371000"
)
"""An operation that does not reach the other side of the Earth."""


GLOBE = ("EPSG:4326", "EPSG:3857")


@pytest.mark.parametrize("count", [1, 2, 400])
@pytest.mark.parametrize(
    ("ends", "operation", "corner"),
    [
        (("EPSG:32633", "EPSG:4326"), None, (500_000, 6_000_000)),
        ((ORTHO, "EPSG:4326"), None, (9e6, 9e6)),  # the corners lie off the globe
        (GLOBE, (*GLOBE, HORIZON), (170, 80)),
    ],
)
def test_each_point_goes_where_it_would_go_alone(ends, operation, corner, count):
    transform = way(*ends, operation)
    points = np.random.default_rng(5).uniform(-1, 1, (count, 2)) * corner
    found = PointTransform(transform)(points)
    np.testing.assert_allclose(found, one_by_one(points, transform), rtol=1e-15)
    assert transform.allowFallbackTransforms()


def test_some_points_take_another_way_and_some_have_none():
    points = np.array([(10.0, 20.0), (170.0, 10.0), (20.0, 91.0)])
    near, far, none = PointTransform(way(*GLOBE, (*GLOBE, HORIZON)))(points).tolist()
    lon, lat = np.radians(points[0])
    assert near == pytest.approx([6371000 * np.cos(lat) * np.sin(lon), 6371000 * np.sin(lat)])
    assert far == pytest.approx([6378137 * np.radians(170), 1118889.974858], rel=1e-9)
    assert np.isnan(none).all()


# Whole windows.


def raster_and_image(folder, raster_crs, image_crs, corner, cell, raster_cell):
    """Return a class raster on noise that lies under most of an image, and the image's pixels."""
    frame = PixelFrame(*corner, cell, cell, 500, 900)
    whole = Window(0, 0, frame.height, frame.width)
    left, bottom, right, top = frame.extent(whole)
    grid = np.stack(np.meshgrid(np.linspace(left, right, 31), np.linspace(bottom, top, 31)), axis=-1)
    there = PointTransform(way(image_crs, raster_crs))(grid.reshape(-1, 2))
    low, high = np.nanmin(there, axis=0), np.nanmax(there, axis=0)
    columns, rows = np.ceil((high - low) / raster_cell).astype(int) - 9
    values = np.random.default_rng(3).integers(0, 7, (rows, columns), dtype="uint8")
    transform = (low[0] + 4.3 * raster_cell, raster_cell, 0.0, high[1] - 2.9 * raster_cell, 0.0, -raster_cell)
    path = write_class_raster(folder / "classes.tif", values, transform, raster_crs)
    return path, frame


def warped(path, raster_crs: str, frame: PixelFrame, image_crs: str) -> np.ndarray:
    """Return what GDAL's warp makes of a raster, every pixel transformed on its own."""
    target = gdal.GetDriverByName("MEM").Create("", frame.width, frame.height, 1, gdal.GDT_Byte)
    target.SetGeoTransform(frame.transform(Window(0, 0, frame.height, frame.width)))
    options = gdal.WarpOptions(
        srcSRS=raster_crs.removeprefix("PROJ:"),
        dstSRS=image_crs.removeprefix("PROJ:"),
        resampleAlg="near",
        errorThreshold=0.0,
    )
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.Warp(target, str(path), options=options)
    gdal.PopErrorHandler()
    return target.ReadAsArray()


def class_raster(path, frame: PixelFrame, from_image: QgsCoordinateTransform) -> ClassRaster:
    imagery = open_imagery(QgsRasterLayer(str(path), "classes"), 256, 256, "IN_CLASS_DATA")
    return ClassRaster(imagery, frame, RasterNames(), from_image)


@pytest.mark.parametrize(
    ("raster_crs", "image_crs", "corner", "cell", "raster_cell"),
    [
        ("EPSG:4326", "EPSG:32633", (400_000.0, 5_600_000.0), 10.0, 17 / 111_000),
        ("EPSG:3035", "EPSG:32633", (400_000.0, 5_600_000.0), 0.3, 0.47),
        ("EPSG:3857", "EPSG:4326", (-20.0, 60.0), 0.05, 7000.0),
        ("EPSG:4326", ORTHO, (-7e6, 6e6), 15_000.0, 0.2),  # most of the border lies off the globe
    ],
)
@pytest.mark.parametrize("most_pixels", [1 << 25, 5000])
def test_a_window_is_what_gdal_s_exact_warp_makes_of_it(
    tmp_path, monkeypatch, raster_crs, image_crs, corner, cell, raster_cell, most_pixels
):
    monkeypatch.setattr("training_data_exporter.labels.raster.class_pixels._MOST_PIXELS", most_pixels)
    path, frame = raster_and_image(tmp_path, raster_crs, image_crs, corner, cell, raster_cell)
    raster = class_raster(path, frame, way(image_crs, raster_crs))
    expected = warped(path, raster_crs, frame, image_crs)
    assert np.count_nonzero(expected) > 0.3 * expected.size
    found = raster.read(Window(0, 0, 500, 900), go_on)
    assert found.dtype == np.uint8
    ties = on_a_border(np.argwhere(found != expected), raster)
    assert ties.all()
    assert len(ties) <= 1  # PROJ and GDAL may round one of 450,000 to another side
    np.testing.assert_array_equal(raster.read(Window(33, 640, 7, 200), go_on), found[33:40, 640:840])


def on_a_border(pixels: np.ndarray, raster: ClassRaster) -> np.ndarray:
    """Return of each pixel (row, column) whether its centre lies on the border of two of the raster's."""
    frame, own = raster.frame, raster.imagery.frame
    centres = (pixels[:, ::-1] + 0.5) * (frame.cell_x, -frame.cell_y) + (frame.left, frame.top)
    places = (PointTransform(raster.from_image)(centres) - (own.left, own.top)) / (own.cell_x, own.cell_y)
    return (np.abs(places - np.rint(places)) < 1e-6).any(axis=1)


def test_classes_are_found_where_a_part_of_the_image_has_no_place_in_the_raster(tmp_path):
    path, frame = raster_and_image(tmp_path, "EPSG:4326", ORTHO, (-7e6, 6e6), 15_000.0, 0.2)
    raster = class_raster(path, frame, way(ORTHO, "EPSG:4326"))
    assert raster.classes(Window(0, 0, 500, 900), go_on).values == (1, 2, 3, 4, 5, 6)


SHIFTED = (
    "+proj=pipeline +step +inv +proj=utm +zone=10 +ellps=clrk66 +step +proj=push +v_3 +step +proj=cart "
    "+ellps=clrk66 +step +proj=helmert +x={x} +y=100 +z=200 +step +inv +proj=cart +ellps=WGS84 "
    "+step +proj=pop +v_3 +step +proj=unitconvert +xy_in=rad +xy_out=deg"
)
UTM_10, DEGREES = "EPSG:26710", "EPSG:4326"


@pytest.mark.parametrize("x", [-400, 0])
@pytest.mark.parametrize("turned", [False, True])
def test_the_operation_that_the_project_has_chosen_counts_in_both_directions(tmp_path, x, turned):
    """It may be stored as that to the image's CRS, or as that from it."""
    ends, operation = (UTM_10, DEGREES), SHIFTED.format(x=x)
    if turned:
        ends = ends[::-1]
        operation = turned_back(operation)
    project = QgsProject()
    context = project.transformContext()
    assert context.addCoordinateOperation(*map(QgsCoordinateReferenceSystem, ends), operation)
    project.setTransformContext(context)
    values = np.random.default_rng(3).integers(0, 7, (400, 400), dtype="uint8")
    cell = 3e-4
    path = write_class_raster(tmp_path / "classes.tif", values, (-123.06, cell, 0, 36.2, 0, -cell), DEGREES)
    transform = (500_000.0, 20.0, 0.0, 4_000_000.0, 0.0, -20.0)
    image = write_raster(tmp_path / "in.tif", np.ones((1, 60, 60), "uint8"), transform, UTM_10)
    tiles = {"project": project, "METADATA_FORMAT": "Classified_Tiles"}
    found = export(tmp_path / "out", image, str(path), 64, **tiles)
    options = osr.CoordinateTransformationOptions()
    options.SetOperation(SHIFTED.format(x=x) + " +step +proj=axisswap +order=2,1")  # GDAL turns them back
    there = osr.CoordinateTransformation(spatial_reference(UTM_10), spatial_reference(DEGREES), options)
    centres = 20 * (np.arange(60) + 0.5)
    grid = np.stack(np.meshgrid(500_000 + centres, 4_000_000 - centres), axis=-1).reshape(-1, 2)
    lon, lat = np.array(there.TransformPoints(grid.tolist()))[:, :2].T
    expected = values[((36.2 - lat) / cell).astype(int), ((lon + 123.06) / cell).astype(int)]
    mine = class_map(found, found.stems()[0])[:60, :60]
    np.testing.assert_array_equal(mine, expected.reshape(60, 60))


def turned_back(operation: str) -> str:
    """Return a pipeline that does the steps of another the other way round."""
    steps = operation.removeprefix("+proj=pipeline ").split("+step ")[1:]
    back = [step.replace("+inv ", "") if "+inv " in step else f"+inv {step}" for step in reversed(steps)]
    return "+proj=pipeline " + " ".join(f"+step {step.strip()}" for step in back)
