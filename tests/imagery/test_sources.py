"""Rasters that GDAL opens: chips of each kind against the pixels as they are stored."""

from __future__ import annotations

import zipfile
from fractions import Fraction

import numpy as np
import pytest
from label_scenes import refusal
from osgeo import gdal
from qgis.core import QgsRasterLayer
from scenes import SQUARES_OF_2, UTM, memory_layer, noise, on_map, read_raster, rectangle, write_raster
from servers import files, serve
from source_scenes import check_chips, export, extent_text

pytestmark = pytest.mark.usefixtures("qgis_app")

LANDSAT = (288776.3, 28.499999999274539, 0.0, 9120760.7, 0.0, -28.499999999274539)


def utm(folder, raster, **parameters):
    return export(folder / "out", raster, crs=UTM, **parameters)


def moved(transform, columns, rows):
    return (
        transform[0] + columns * transform[1],
        *transform[1:3],
        transform[3] + rows * transform[5],
        *transform[4:],
    )


@pytest.mark.parametrize("transform", [SQUARES_OF_2, LANDSAT])
def test_an_extent_crops_to_whole_pixels_snapped_outward(tmp_path, transform):
    source = write_raster(tmp_path / "in.tif", pixels := noise(3, 150, 170), transform, nodata=0)
    exported = utm(tmp_path, source, EXTENT=extent_text(transform, 20.4, 30.6, 139.2, 99.1, UTM))
    check_chips(exported, pixels[:, 30:100, 20:140], moved(transform, 20, 30))


@pytest.mark.parametrize("transform", [SQUARES_OF_2, LANDSAT])
def test_an_extent_on_pixel_borders_takes_no_pixel_more(tmp_path, transform):
    source = write_raster(tmp_path / "in.tif", pixels := noise(1, 150, 170), transform)
    exported = utm(tmp_path, source, EXTENT=extent_text(transform, 20, 30, 140, 100, UTM))
    check_chips(exported, pixels[:, 30:100, 20:140], moved(transform, 20, 30))


def test_an_extent_that_sticks_out_is_cut_at_the_raster(tmp_path):
    source = write_raster(tmp_path / "in.tif", pixels := noise(1, 90, 80))
    exported = utm(tmp_path, source, EXTENT=extent_text(SQUARES_OF_2, -50, 20, 60, 300, UTM))
    check_chips(exported, pixels[:, 20:, :60], moved(SQUARES_OF_2, 0, 20))


def test_an_extent_in_another_crs_is_transformed(tmp_path):
    source = write_raster(tmp_path / "in.tif", noise(1, 400, 400))
    box = memory_layer([(on_map(rectangle(100, 100, 200, 200)), {})])
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    there = QgsCoordinateTransform(box.crs(), wgs84, QgsProject.instance()).transform(box.extent())
    sides = (there.xMinimum(), there.xMaximum(), there.yMinimum(), there.yMaximum())
    exported = utm(tmp_path, source, EXTENT=",".join(map(repr, sides)) + " [EPSG:4326]")
    left, _, _, top, _, _ = exported.transform(exported.stems()[0])
    assert 90 <= (left - SQUARES_OF_2[0]) / 2 <= 100
    assert 90 <= (SQUARES_OF_2[3] - top) / 2 <= 100


def test_an_extent_elsewhere_is_refused(tmp_path):
    source = write_raster(tmp_path / "in.tif", noise(1, 40, 40))
    sentence = refusal(tmp_path / "out", source, memory_layer([]), EXTENT="0,10,0,10 [EPSG:31985]")
    assert sentence.startswith("EXTENT: 0.0,0.0 : 10.0,10.0 lies outside in, which extends over 288776.0,")
    assert not (tmp_path / "out").exists()


def nearest(transform, size, cell):
    """Return which pixels lie under the centres of others, per axis, in exact arithmetic."""
    pixel, wanted = Fraction(abs(transform)), Fraction(cell)
    found = []
    while (place := (len(found) + Fraction(1, 2)) * wanted / pixel) < size:
        found.append(int(place))
    return found


@pytest.mark.parametrize("cell", [0.75, 2.0, 3.0, 5.5, 40.0])
def test_a_cell_size_takes_the_nearest_pixels(tmp_path, cell):
    source = write_raster(tmp_path / "in.tif", pixels := noise(3, 90, 120))
    exported = utm(tmp_path, source, CELL_SIZE=cell)
    rows, columns = nearest(2, 90, cell), nearest(2, 120, cell)
    transform = (SQUARES_OF_2[0], cell, 0.0, SQUARES_OF_2[3], 0.0, -cell)
    check_chips(exported, pixels[:, rows][:, :, columns], transform)
    assert exported.accumulated()["MinCellSize"]["x"] == cell


def test_a_cell_size_larger_than_memory_allows_is_read_in_runs(tmp_path, monkeypatch):
    from training_data_exporter.imagery.resampling import resampled as imagery_resampled

    monkeypatch.setattr(imagery_resampled, "_MOST_BYTES", 500)
    source = write_raster(tmp_path / "in.tif", pixels := noise(2, 90, 120))
    exported = utm(tmp_path, source, CELL_SIZE=3.0)
    rows, columns = nearest(2, 90, 3), nearest(2, 120, 3)
    transform = (SQUARES_OF_2[0], 3.0, 0.0, SQUARES_OF_2[3], 0.0, -3.0)
    check_chips(exported, pixels[:, rows][:, :, columns], transform)


def test_cell_size_and_extent_go_together(tmp_path):
    source = write_raster(tmp_path / "in.tif", pixels := noise(1, 90, 120))
    extent = extent_text(SQUARES_OF_2, 30, 15, 90, 60, UTM)
    exported = utm(tmp_path, source, CELL_SIZE=6.0, EXTENT=extent)
    rows, columns = nearest(2, 90, 6)[5:20], nearest(2, 120, 6)[10:30]
    transform = (SQUARES_OF_2[0] + 60, 6.0, 0.0, SQUARES_OF_2[3] - 30, 0.0, -6.0)
    check_chips(exported, pixels[:, rows][:, :, columns], transform)


@pytest.mark.parametrize("cell", [0, -3])
def test_a_cell_size_of_nothing_is_refused(tmp_path, cell):
    source = write_raster(tmp_path / "in.tif", noise(1, 40, 40))
    sentence = refusal(tmp_path / "out", source, memory_layer([]), CELL_SIZE=cell)
    assert f"CELL_SIZE: {cell} is not a length above 0." in sentence


@pytest.mark.parametrize("transform", [SQUARES_OF_2, LANDSAT])
@pytest.mark.parametrize("bands", [1, 3])
def test_a_south_up_raster_is_turned(tmp_path, transform, bands):
    pixels = noise(bands, 93, 117)
    upward = (*transform[:3], transform[3] + 93 * transform[5], 0.0, -transform[5])
    source = write_raster(tmp_path / "in.tif", pixels[:, ::-1], upward)
    check_chips(utm(tmp_path, source), pixels, transform)


def test_labels_lie_right_on_a_south_up_raster(tmp_path):
    upward = (*SQUARES_OF_2[:3], SQUARES_OF_2[3] - 64 * 2, 0.0, 2.0)
    source = write_raster(tmp_path / "in.tif", noise(1, 64, 64), upward)
    labels = memory_layer([(on_map(rectangle(3, 5, 13, 21)), {})])
    exported = utm(tmp_path, source, IN_CLASS_DATA=labels)
    assert [box.sides for box in exported.boxes("000000000")] == [(3, 5, 13, 21)]


def scaled(path, pixels, transform=SQUARES_OF_2, **raster):
    write_raster(path, pixels, transform, **raster)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    for number in range(1, dataset.RasterCount + 1):
        dataset.GetRasterBand(number).SetScale(0.0001)
        dataset.GetRasterBand(number).SetOffset(-0.1)
    dataset.FlushCache()
    return path


def test_raw_values_are_kept_where_the_file_has_scale_and_offset(tmp_path):
    pixels = noise(3, 70, 90, "int16")
    pixels[:, 10:30, 10:40] = -32768
    source = scaled(tmp_path / "in.tif", pixels, nodata=-32768)
    exported = utm(tmp_path, source)
    check_chips(exported, pixels, SQUARES_OF_2, fill=-32768)
    assert read_raster(exported.image("000000000")).GetRasterBand(1).GetNoDataValue() == -32768


def test_scale_and_south_up_together(tmp_path):
    pixels = noise(2, 70, 90, "uint16")
    upward = (*LANDSAT[:3], LANDSAT[3] + 70 * LANDSAT[5], 0.0, -LANDSAT[5])
    source = scaled(tmp_path / "in.tif", pixels[:, ::-1], upward)
    check_chips(utm(tmp_path, source), pixels, LANDSAT)


def test_a_raster_without_crs_takes_the_labels_crs(tmp_path):
    source = write_raster(tmp_path / "in.tif", pixels := noise(3, 70, 90), crs="")
    labels = memory_layer([(on_map(rectangle(3, 5, 13, 21)), {})])
    exported = utm(tmp_path, source, IN_CLASS_DATA=labels)
    check_chips(exported, pixels, SQUARES_OF_2)
    assert [box.sides for box in exported.boxes("000000000")] == [(3, 5, 13, 21)]
    assert any("has no coordinate reference system" in each for each in exported.log.warnings)


def test_a_rotated_raster_is_refused_with_the_remedy(tmp_path):
    source = write_raster(tmp_path / "in.tif", noise(1, 40, 40), (0.0, 2.0, 0.5, 100.0, 0.5, -2.0))
    sentence = refusal(tmp_path / "out", source, memory_layer([]))
    assert sentence.startswith("IN_RASTER: in is rotated or mirrored")
    assert "(Raster > Projections > Warp)" in sentence


def test_control_points_are_refused_with_the_remedy(tmp_path):
    source = write_raster(tmp_path / "plain.tif", noise(1, 40, 40))
    points = [gdal.GCP(x, y, 0, x / 2, -y / 2) for x, y in ((100, 200), (180, 200), (100, 120), (180, 110))]
    placed = tmp_path / "placed.tif"
    gdal.Translate(str(placed), str(source), GCPs=points, outputSRS=UTM).FlushCache()
    sentence = refusal(tmp_path / "out", placed, memory_layer([]))
    assert sentence.startswith("IN_RASTER: placed is placed by ground control points")
    assert "(Raster > Projections > Warp)" in sentence


PARTS = {"a": (0, 0), "b": (50, 0), "c": (0, 60), "d": (80, 70)}
"""Where four files of 40 x 30 pixels lie in a mosaic of 120 x 100."""


def mosaic(folder, nodata=None):
    """Return a virtual mosaic, its pixels and which of them some part covers."""
    pixels, mask = np.zeros((3, 100, 120), dtype="uint8"), np.zeros((100, 120), dtype=bool)
    for number, (name, (column, row)) in enumerate(PARTS.items()):
        part = np.maximum(noise(3, 30, 40, seed=number), 1)
        if nodata is None:
            part[:, 5:9] = 0  # black is a colour where nothing says otherwise
        pixels[:, row : row + 30, column : column + 40] = part
        mask[row : row + 30, column : column + 40] = True
        write_raster(folder / f"{name}.tif", part, moved(SQUARES_OF_2, column, row), nodata=nodata)
    path = folder / "mosaic.vrt"
    gdal.BuildVRT(str(path), [str(folder / f"{name}.tif") for name in PARTS]).FlushCache()
    return path, pixels, mask


def test_gaps_of_a_mosaic_are_masked_out(tmp_path):
    path, pixels, mask = mosaic(tmp_path)
    exported = utm(tmp_path, path, tile=16)
    check_chips(exported, pixels, SQUARES_OF_2, tile=16, mask=mask)
    counts = [each["Num"] for each in exported.accumulated()["BandStatsState"]]
    assert counts == [int(mask.sum())] * 3


def test_gaps_of_a_mosaic_with_nodata_are_nodata(tmp_path):
    path, _, mask = mosaic(tmp_path, nodata=0)
    exported = utm(tmp_path, path, tile=16)
    assert len(exported.stems()) < 7 * 8
    counts = [each["Num"] for each in exported.accumulated()["BandStatsState"]]
    assert counts == [int(mask.sum())] * 3
    assert read_raster(exported.image("000000000")).GetRasterBand(1).GetNoDataValue() == 0


def test_labels_lie_right_on_a_mosaic_with_gaps(tmp_path):
    path, _, _ = mosaic(tmp_path)
    shapes = {
        "in a part": rectangle(3, 5, 13, 21),
        "from part to part": rectangle(35, 10, 55, 20),
        "in the gap of a chip": rectangle(42, 2, 48, 8),
        "in a chip that is all gap": rectangle(100, 5, 110, 15),
        "beyond the last chip with pixels": rectangle(60, 40, 80, 50),
    }
    labels = memory_layer([(on_map(shape), {}) for shape in shapes.values()])
    exported = utm(tmp_path, path, tile=32, IN_CLASS_DATA=labels)
    boxes = {place: [box.sides for box in found] for place, found in enumerate(exported.all_boxes()) if found}
    assert boxes == {0: [(3, 5, 13, 21)], 1: [(3, 10, 23, 20), (10, 2, 16, 8)], 4: [(28, 8, 32, 18)]}
    # Of the 4 x 4 chips these hold a pixel of some part.
    places = [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (0, 2), (1, 2), (2, 2), (3, 2), (2, 3), (3, 3)]
    corners = [exported.transform(stem)[0:4:3] for stem in exported.stems()]
    assert corners == [moved(SQUARES_OF_2, 32 * column, 32 * row)[0:4:3] for column, row in places]
    assert exported.outputs["FEATURE_COUNT"] == 4


def test_a_mosaic_without_gaps_has_no_mask(tmp_path):
    for number, column in enumerate((0, 40)):
        part = noise(1, 64, 40, seed=number)
        write_raster(tmp_path / f"{number}.tif", part, moved(SQUARES_OF_2, column, 0))
    path = tmp_path / "mosaic.vrt"
    gdal.BuildVRT(str(path), [str(tmp_path / f"{number}.tif") for number in range(2)]).FlushCache()
    exported = utm(tmp_path, path)
    assert read_raster(exported.image("000000000")).GetRasterBand(1).GetMaskFlags() == gdal.GMF_ALL_VALID


def test_a_geopackage_raster(tmp_path):
    plain = write_raster(tmp_path / "plain.tif", pixels := noise(3, 150, 170), interpretation=[3, 4, 5])
    packed = tmp_path / "in.gpkg"
    options = ["TILE_FORMAT=PNG", "RASTER_TABLE=scene"]
    gdal.Translate(str(packed), str(plain), format="GPKG", creationOptions=options).FlushCache()
    check_chips(utm(tmp_path, packed), pixels, SQUARES_OF_2)


def test_a_file_in_a_zip(tmp_path):
    plain = write_raster(tmp_path / "plain.tif", pixels := noise(2, 90, 80, "uint16"))
    with zipfile.ZipFile(tmp_path / "in.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(plain, "plain.tif")
    layer = QgsRasterLayer(f"/vsizip/{tmp_path}/in.zip/plain.tif", "zipped", "gdal")
    check_chips(utm(tmp_path, layer), pixels, SQUARES_OF_2)


def make_cog(folder, pixels):
    plain = write_raster(folder / "plain.tif", pixels)
    path = folder / "web" / "cog.tif"
    path.parent.mkdir()
    gdal.Translate(str(path), str(plain), format="COG", creationOptions=["BLOCKSIZE=128"]).FlushCache()
    return path


def test_a_cloud_optimised_file_over_http_ranges(tmp_path):
    pixels = noise(3, 600, 700)
    with serve(files(make_cog(tmp_path, pixels).parent)) as site:
        layer = QgsRasterLayer(f"/vsicurl/{site.url}/cog.tif", "cog", "gdal")
        check_chips(utm(tmp_path, layer, tile=256), pixels, SQUARES_OF_2, tile=256)
        assert len(site.asked) < 60


@pytest.mark.parametrize("bands", [1, 2, 7, 426])
def test_any_number_of_bands(tmp_path, bands):
    source = write_raster(tmp_path / "in.tif", pixels := noise(bands, 40, 50, "uint16"))
    check_chips(utm(tmp_path, source, tile=32), pixels, SQUARES_OF_2, tile=32)


def test_a_class_raster_with_scale_is_read_raw(tmp_path):
    source = write_raster(tmp_path / "in.tif", noise(1, 64, 64))
    values = np.zeros((1, 64, 64), dtype="uint16")
    values[0, 10:20, 30:50] = 3
    labels = scaled(tmp_path / "classes.tif", values)
    exported = utm(tmp_path, source, IN_CLASS_DATA=labels, METADATA_FORMAT="Classified_Tiles")
    found = read_raster(exported.path / "labels" / "000000000.tif").ReadAsArray()
    np.testing.assert_array_equal(found, values[0])
