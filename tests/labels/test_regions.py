"""Labels from a classified raster: regions against a flood fill, pixels against index arithmetic."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from label_scenes import (
    BOX_FORMATS,
    METADATA_FORMATS,
    box_of,
    class_map,
    compact,
    export,
    flood,
    masks,
    refusal,
    write_class_raster,
)
from osgeo import osr
from scenes import ORIGIN, SQUARES_OF_2, UTM, spatial_reference, write_raster

from training_data_exporter.labels.raster.regions import Regions

pytestmark = pytest.mark.usefixtures("qgis_app")

COLUMNS, ROWS = 26, 21
LAYOUTS = ((16, 16), (11, 7), (32, 32))


@pytest.fixture(scope="module")
def imagery(tmp_path_factory):
    folder = tmp_path_factory.mktemp("imagery")
    return write_raster(folder / "in.tif", np.ones((1, ROWS, COLUMNS), "uint8"))


@pytest.fixture(scope="module")
def exported(imagery, tmp_path_factory):
    """Return a function that exports a class raster, given as pixels or as a file."""

    def run(labels, metadata_format="Classified_Tiles", layout=(32, 32), **parameters):
        folder = tmp_path_factory.mktemp("out")
        if isinstance(labels, np.ndarray):
            labels = write_class_raster(folder / "classes.tif", labels)
        return export(folder / "out", imagery, labels, *layout, METADATA_FORMAT=metadata_format, **parameters)

    return run


def parts(values: np.ndarray, layout) -> list[np.ndarray]:
    """Return the chips of a class map, padded with 0."""
    tile, stride = layout
    rows, columns = values.shape
    across, down = (1 + max(0, math.ceil((size - tile) / stride)) for size in (columns, rows))
    padded = np.zeros((rows + tile + stride, columns + tile + stride), values.dtype)
    padded[:rows, :columns] = values
    corners = [(row * stride, column * stride) for row in range(down) for column in range(across)]
    return [padded[row : row + tile, column : column + tile] for row, column in corners]


values_of_two_classes = arrays.arrays("uint8", (ROWS, COLUMNS), elements=st.sampled_from([0, 0, 1, 4]))


@st.composite
def blobs(draw):
    """Rectangles and diagonal lines over one another."""
    values = np.zeros((ROWS, COLUMNS), "uint8")
    for _ in range(draw(st.integers(0, 8))):
        top, left = draw(st.integers(0, ROWS - 1)), draw(st.integers(0, COLUMNS - 1))
        height, width = draw(st.integers(1, 9)), draw(st.integers(1, 9))
        part = values[top : top + height, left : left + width]
        value = draw(st.sampled_from([0, 1, 4]))
        if draw(st.booleans()):
            part[:] = value
        else:
            part[np.eye(*part.shape, dtype=bool)[:, :: draw(st.sampled_from([-1, 1]))]] = value
    return values


class_maps = st.one_of(values_of_two_classes, blobs())


@settings(max_examples=25)
@given(class_maps, st.sampled_from(LAYOUTS), st.sampled_from(BOX_FORMATS))
def test_boxes_are_those_of_a_flood_fill(exported, values, layout, metadata_format):
    found = exported(values, metadata_format, layout)
    chips = parts(values, layout)
    assert len(found.stems()) == len(chips)
    for boxes, chip in zip(found.all_boxes(), chips):
        expected = [(value, box_of(mask)) for value, mask in flood(chip)]
        assert sorted((box.class_value, box.sides) for box in boxes) == sorted(expected)
    assert found.outputs["FEATURE_COUNT"] == sum(len(flood(chip)) for chip in chips)
    check_pixel_statistics(found, chips)


@settings(max_examples=25)
@given(class_maps, st.sampled_from(LAYOUTS))
def test_masks_are_those_of_a_flood_fill(exported, values, layout):
    assume(values.any())  # without a mask there is no export
    found = exported(values, "RCNN_Masks", layout)
    chips = parts(values, layout)
    for stem, chip in zip(found.stems(), chips):
        regions = flood(chip)
        mine = masks(found, stem)
        assert sorted(mine) == sorted({str(value) for value, _ in regions})
        for name, mask in mine.items():
            own = [region for value, region in regions if str(value) == name]
            assert np.unique(np.append(mask, 0)).tolist() == list(range(len(own) + 1))
            numbers = [np.unique(mask[region]).tolist() for region in own]
            assert sorted(numbers) == [[number] for number in range(1, len(own) + 1)]
            assert ((mask > 0) == (chip == int(name))).all()
    assert found.outputs["FEATURE_COUNT"] == sum(len(flood(chip)) for chip in chips)
    check_pixel_statistics(found, chips)


def check_pixel_statistics(found, chips) -> None:
    """Hold ClassPixelStats and stats.txt to a count of the class map's pixels."""
    accumulated = found.accumulated()
    assert accumulated["OutputFeatures"] is False
    assert "FeatureStats" not in accumulated
    stats = accumulated["ClassPixelStats"]
    classes = [each["ClassValue"] for each in accumulated["Classes"]]
    assert stats["NumClasses"] == len(classes)
    assert stats["NumImagesTotal"] == len(chips)
    per_image = [np.count_nonzero(np.unique(chip)) for chip in chips if chip.any()] or [0]
    assert stats["NumClassesPerImage"]["Sum"] == sum(per_image)
    assert stats["NumClassesPerImage"]["Max"] == max(per_image)
    assert stats["NumClassesPerImage"]["Mean"] == pytest.approx(np.mean(per_image))
    rows = found.stats()[-len(classes) :] if classes else []
    for place, value in enumerate(classes):
        counts = [int((chip == value).sum()) for chip in chips if (chip == value).any()]
        assert stats["NumPixelsPerClass"][place] == sum(counts)
        assert stats["NumImagesPerClass"][place] == len(counts)
        tally = stats["PixelsPerClass"][place]
        spread = (min(counts or [0]), max(counts or [0]), sum(counts), len(counts))
        assert (tally["Min"], tally["Max"], tally["Sum"], tally["Count"]) == spread
        columns = rows[place].split()
        assert columns[:4] == [str(value), str(value), str(len(counts)), str(sum(counts))]


def spiral(size: int) -> np.ndarray:
    """Return a line that winds inward, one pixel wide, two apart."""
    values, place, step = np.zeros((size, size), "uint8"), [0, -1], [0, 1]
    for turn in range(size - 1):
        length = size - 2 * (turn // 2 + (turn > 1) * (turn % 2)) - 2 * (turn > 2)
        for _ in range(max(0, length)):
            ahead = place[0] + step[0], place[1] + step[1]
            if not (0 <= ahead[0] < size and 0 <= ahead[1] < size):
                break
            place = list(ahead)
            values[ahead] = 3
        step = [step[1], -step[0]]
    return values


def combs(size: int) -> np.ndarray:
    """Return two combs whose teeth lie between each other's: what hangs together shows only at the end."""
    values = np.zeros((size, size), "uint8")
    values[: size - 1, ::4], values[0] = 9, 9
    values[2:, 2::4], values[size - 1] = 9, 9
    return values


@settings(max_examples=40)
@given(
    st.tuples(st.integers(1, 40), st.integers(1, 40)).flatmap(
        lambda shape: arrays.arrays("int32", shape, elements=st.sampled_from([0, 5, 70_000, 2**31 - 1]))
    )
)
def test_regions_are_those_of_a_flood_fill(values):
    check_regions(values)


@pytest.mark.parametrize("values", [spiral(60), combs(61), combs(61).T, np.eye(50), np.ones((3, 1))])
def test_regions_that_wind_are_one(values):
    check_regions(values.astype("uint8"))


def check_regions(values: np.ndarray) -> None:
    regions, flooded = Regions.of(values), flood(values)
    expected = sorted((box_of(mask), value, int(mask.sum())) for value, mask in flooded)
    boxes = [(left, top, right, bottom) for top, left, bottom, right in regions.boxes.tolist()]
    assert sorted(zip(boxes, regions.class_values.tolist(), regions.pixels.tolist())) == expected
    assert regions.boxes.tolist() == sorted(regions.boxes.tolist())
    classes, drawing = regions.masks()
    for value, mask in drawing.images_by(classes).items():
        own = [each for own_value, each in flooded if own_value == value]
        assert sorted({*mask.ravel().tolist(), 0}) == list(range(len(own) + 1))
        assert ((mask > 0) == (values == value)).all()
        assert sorted(np.unique(mask[each]).tolist() for each in own) == [[n + 1] for n in range(len(own))]


def test_diagonal_neighbours_are_one_object(exported):
    found = exported(np.eye(ROWS, COLUMNS, dtype="uint8"), "KITTI_rectangles")
    assert [box.sides for box in found.boxes("000000000")] == [(0.0, 0.0, 21.0, 21.0)]


def test_a_ring_and_what_it_holds_are_two_objects(exported):
    values = np.zeros((ROWS, COLUMNS), "uint8")
    values[2:15, 2:15], values[4:13, 4:13], values[6:9, 6:9] = 1, 0, 1
    boxes = [box.sides for box in exported(values, "KITTI_rectangles").boxes("000000000")]
    assert boxes == [(2.0, 2.0, 15.0, 15.0), (6.0, 6.0, 9.0, 9.0)]
    mask = masks(exported(values, "RCNN_Masks"), "000000000")["1"]
    assert (mask[2:15, 2:15][values[2:15, 2:15] == 0] == 0).all()
    assert (mask[6:9, 6:9] == 2).all()
    assert np.bincount(mask.ravel())[1:].tolist() == [13 * 13 - 81, 9]


def test_a_ring_with_another_class_in_its_hole(exported):
    values = np.zeros((ROWS, COLUMNS), "uint8")
    values[2:15, 2:15], values[4:13, 4:13] = 1, 7
    found = masks(exported(values, "RCNN_Masks"), "000000000")
    assert {name: int((mask > 0).sum()) for name, mask in found.items()} == {"1": 169 - 81, "7": 81}
    assert int(found["1"].max()) == int(found["7"].max()) == 1


def test_a_checkerboard_is_one_object_of_each_class(exported):
    values = (np.indices((ROWS, COLUMNS)).sum(axis=0) % 2 + 1).astype("uint8")
    boxes = exported(values, "PASCAL_VOC_rectangles").boxes("000000000")
    assert sorted(box.class_value for box in boxes) == [1, 2]
    assert {box.sides for box in boxes} == {(0.0, 0.0, float(COLUMNS), float(ROWS))}
    found = masks(exported(values, "RCNN_Masks"), "000000000")
    assert all((found[str(value)][:ROWS, :COLUMNS] == (values == value)).all() for value in (1, 2))


def test_a_hole_that_touches_its_ring_at_a_corner(exported):
    values = np.ones((ROWS, COLUMNS), "uint8")
    values[3, 3] = values[4, 4] = values[5, 5] = values[5, 3] = 0
    values[0, 1] = values[1, 0] = 0  # the corner pixel hangs on by a corner
    mask = masks(exported(values, "RCNN_Masks"), "000000000")["1"]
    assert (mask[:ROWS, :COLUMNS] == values).all()


def test_objects_come_from_top_to_bottom_and_left_to_right(exported):
    values = np.zeros((ROWS, COLUMNS), "uint8")
    values[8, 3], values[2, 20], values[2, 5], values[2, 9] = 1, 1, 2, 1
    boxes = exported(values, "KITTI_rectangles").boxes("000000000")
    assert [box.sides[:2] for box in boxes] == [(5.0, 2.0), (9.0, 2.0), (20.0, 2.0), (3.0, 8.0)]
    mask = masks(exported(values, "RCNN_Masks"), "000000000")["1"]
    assert [int(mask[place]) for place in ((2, 9), (2, 20), (8, 3))] == [1, 2, 3]


@settings(max_examples=12)
@given(class_maps, st.sampled_from(LAYOUTS))
def test_a_class_raster_on_the_same_grid_is_taken_as_it_is(exported, values, layout):
    found = exported(values, "Classified_Tiles", layout)
    for stem, chip in zip(found.stems(), parts(values, layout)):
        assert (class_map(found, stem) == chip).all()
    check_pixel_statistics(found, parts(values, layout))


def classes_on_noise(rows: int, columns: int, dtype="uint8") -> np.ndarray:
    return np.random.default_rng(5).integers(0, 6, (rows, columns)).astype(dtype)


def nearest(values: np.ndarray, transform, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the class under each point, and where the answer hangs on rounding."""
    across, down = (x - transform[0]) / transform[1], (y - transform[3]) / transform[5]
    columns, rows = np.floor(across).astype(int), np.floor(down).astype(int)
    inside = (columns >= 0) & (columns < values.shape[1]) & (rows >= 0) & (rows < values.shape[0])
    found = np.zeros(x.shape, values.dtype)
    found[inside] = values[rows[inside], columns[inside]]
    close = np.minimum(np.abs(across - np.round(across)), np.abs(down - np.round(down))) < 1e-4
    return found, close


def pixel_centres() -> tuple[np.ndarray, np.ndarray]:
    x = ORIGIN[0] + 2.0 * (np.arange(COLUMNS) + 0.5)
    y = ORIGIN[1] - 2.0 * (np.arange(ROWS) + 0.5)
    return np.meshgrid(x, y)


def check_on_the_grid(found, values, transform, x, y) -> None:
    expected, close = nearest(values, transform, x, y)
    mine = class_map(found, found.stems()[0])[:ROWS, :COLUMNS]
    assert close.mean() < 0.1
    assert ((mine == expected) | close).all()
    assert np.count_nonzero(expected) > 20  # else the test would say little


@settings(max_examples=20)
@given(
    st.floats(0.6, 9), st.floats(0.6, 9), st.floats(-20, 20), st.floats(-20, 20), st.sampled_from(LAYOUTS[1:])
)
def test_another_resolution_and_origin_is_nearest_neighbour(
    exported, tmp_path, cell_x, cell_y, right, down, layout
):
    transform = (ORIGIN[0] + right, cell_x, 0.0, ORIGIN[1] - down, 0.0, -cell_y)
    values = classes_on_noise(40, 50)
    x, y = pixel_centres()
    expected, close = nearest(values, transform, x, y)
    assume(close.mean() < 0.1 and np.count_nonzero(expected) > 20)
    path = write_class_raster(tmp_path / "other.tif", values, transform)
    found = exported(path, "Classified_Tiles", layout)
    chips, unsure = parts(expected, layout), parts(close, layout)
    for stem, chip, open_here in zip(found.stems(), chips, unsure):
        mine = class_map(found, stem)
        assert ((mine == chip) | open_here | _beyond(mine, stem, found)).all()


@pytest.mark.parametrize(("right", "down"), [(0.0, 0.0), (-0.3, 0.1), (1 / 3, -0.7)])
def test_a_centre_between_two_pixels_has_the_same_one_in_every_chip(tmp_path, right, down):
    """With cells of half the size every centre lies on a corner: the pixel right below it is taken."""
    left, top = ORIGIN[0] + right, ORIGIN[1] + down
    values = classes_on_noise(2 * ROWS, 2 * COLUMNS)
    image = np.ones((1, ROWS, COLUMNS), "uint8")
    raster = write_raster(tmp_path / "in.tif", image, (left, 0.6, 0.0, top, 0.0, -0.6))
    path = write_class_raster(tmp_path / "fine.tif", values, (left, 0.3, 0.0, top, 0.0, -0.3))
    layout = (11, 7)
    found = export(tmp_path / "out", raster, path, *layout, METADATA_FORMAT="Classified_Tiles")
    for stem, chip in zip(found.stems(), parts(values[1::2, 1::2], layout)):
        assert (class_map(found, stem) == chip).all()


def _beyond(chip: np.ndarray, stem: str, found) -> np.ndarray:
    """Return which pixels of a chip lie beyond the image, where the class raster may reach."""
    transform = found.transform(stem)
    left = round((transform[0] - ORIGIN[0]) / 2)
    top = round((ORIGIN[1] - transform[3]) / 2)
    rows, columns = np.indices(chip.shape)
    return (rows + top >= ROWS) | (columns + left >= COLUMNS)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32724", "EPSG:3857"])
@pytest.mark.parametrize("share", [0.4, 1.7])
def test_another_crs_is_nearest_neighbour(exported, tmp_path, crs, share):
    """Every pixel centre is transformed on its own; ``share`` is their cell to the image's."""
    there = osr.CoordinateTransformation(spatial_reference(UTM), spatial_reference(crs))
    x, y = pixel_centres()
    points = np.array([there.TransformPoint(*point)[:2] for point in zip(x.ravel(), y.ravel())])
    low, high = points.min(axis=0), points.max(axis=0)
    cell = (high - low) / (COLUMNS, ROWS) * share
    # Neither around the whole image nor exactly on it.
    left, top = low[0] + 2.3 * cell[0], high[1] + 1.6 * cell[1]
    transform = (left, cell[0], 0.0, top, 0.0, -cell[1])
    values = classes_on_noise(round(30 / share), round(22 / share), "uint16")
    path = write_class_raster(tmp_path / "other.tif", values, transform, crs)
    for layout in ((32, 32), (11, 7)):
        found = exported(path, "Classified_Tiles", layout)
        expected, close = nearest(
            values, transform, points[:, 0].reshape(x.shape), points[:, 1].reshape(x.shape)
        )
        for stem, chip, open_here in zip(found.stems(), parts(expected, layout), parts(close, layout)):
            mine = class_map(found, stem)
            assert ((mine == chip) | open_here | _beyond(mine, stem, found)).all()


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_nodata_and_0_are_background(exported, tmp_path, metadata_format):
    values = np.full((ROWS, COLUMNS), 200, "uint8")
    values[3:6, 3:6] = 5
    values[10:12] = 0
    path = write_class_raster(tmp_path / "classes.tif", values, nodata=200)
    found = exported(path, metadata_format)
    assert [each["ClassValue"] for each in found.accumulated()["Classes"]] == [5]
    if metadata_format == "Classified_Tiles":
        chip = class_map(found, "000000000")
        assert (chip[3:6, 3:6] == 5).all()
        assert np.count_nonzero(chip) == 9
    elif metadata_format == "RCNN_Masks":
        (mask,) = masks(found, "000000000").values()
        assert (mask[3:6, 3:6] == 1).all()
        assert np.count_nonzero(mask) == 9
    else:
        assert [box.sides for box in found.boxes("000000000")] == [(3.0, 3.0, 6.0, 6.0)]


def test_nan_is_background_and_whole_floats_are_classes(exported):
    values = np.full((ROWS, COLUMNS), np.nan, "float32")
    values[3:6, 3:6], values[8:10, 8:10] = 5.0, 0.0
    chip = class_map(exported(values), "000000000")
    assert chip.dtype == np.uint8
    assert np.count_nonzero(chip) == np.count_nonzero(chip == 5) == 9


@pytest.mark.parametrize("nodata", [-9999, -1, 2147483647])
def test_a_nodata_value_that_could_be_no_class_is_no_error(exported, tmp_path, nodata):
    values = np.full((ROWS, COLUMNS), nodata, "int32")
    values[3:6, 3:6] = 70_000
    found = exported(write_class_raster(tmp_path / "classes.tif", values, nodata=nodata))
    chip = class_map(found, "000000000")
    assert chip.dtype == np.int32
    assert np.count_nonzero(chip) == np.count_nonzero(chip == 70_000) == 9


@pytest.mark.parametrize(
    ("largest", "dtype"), [(255, "uint8"), (256, "uint16"), (65535, "uint16"), (65536, "int32")]
)
def test_label_rasters_are_as_wide_as_the_class_values(exported, largest, dtype):
    values = np.zeros((ROWS, COLUMNS), "int32")
    values[2, 2] = largest
    chip = class_map(exported(values), "000000000")
    assert chip.dtype == np.dtype(dtype)
    assert chip[2, 2] == largest


# Names and colours.

NAMED = np.zeros((ROWS, COLUMNS), "uint8")
NAMED[1, 1], NAMED[2, 2], NAMED[3, 3] = 1, 2, 7
LOOKS = {1: ("Water", (0, 0, 255)), 2: ("Old forest", (1, 99, 3)), 7: ("Roads", (9, 9, 9))}
COLORS = {value: (*color, 255) for value, (_, color) in LOOKS.items()}


def looks(found) -> dict[int, tuple[str, tuple[int, ...]]]:
    model, accumulated = found.model()["Classes"], found.accumulated()["Classes"]
    assert [(each["Value"], each["Name"], each["Color"]) for each in model] == [
        (each["ClassValue"], each["ClassName"], each["Color"]) for each in accumulated
    ]
    return {each["Value"]: (each["Name"], tuple(each["Color"])) for each in model}


@pytest.mark.parametrize("name", ["Classname", "Class_name", "Name", "CLASS_NAME"])
@pytest.mark.parametrize("value", ["Value", "VALUE"])
def test_names_and_colours_from_the_attribute_table(exported, tmp_path, value, name):
    table = {
        "OID": [0, 1, 2],
        value: list(LOOKS),
        "Count": [1, 1, 1],
        name: [each for each, _ in LOOKS.values()],
        **{
            band: [color[place] for _, color in LOOKS.values()]
            for place, band in enumerate(("Red", "Green", "Blue"))
        },
    }
    path = write_class_raster(tmp_path / "classes.tif", NAMED, table=table)
    assert looks(exported(path)) == LOOKS


def test_names_from_the_attribute_table_colours_from_the_colour_table(exported, tmp_path):
    table = {"Value": [1.0, 2.0, 7.0], "Class_Name": [name for name, _ in LOOKS.values()]}
    path = write_class_raster(tmp_path / "classes.tif", NAMED, table=table, colors=COLORS)
    assert looks(exported(path)) == LOOKS


def test_names_and_colours_from_categories_and_colour_table(exported, tmp_path):
    categories = [LOOKS[value][0] if value in LOOKS else "" for value in range(8)]
    path = write_class_raster(tmp_path / "classes.tif", NAMED, categories=categories, colors=COLORS)
    assert looks(exported(path)) == LOOKS


def test_a_colour_table_alone_gives_colours_and_the_values_as_names(exported, tmp_path):
    path = write_class_raster(tmp_path / "classes.tif", NAMED, colors=COLORS)
    assert looks(exported(path)) == {value: (str(value), color) for value, (_, color) in LOOKS.items()}


def test_names_and_colours_from_the_paletted_renderer(exported, tmp_path):
    from qgis.core import QgsPalettedRasterRenderer, QgsRasterLayer
    from qgis.PyQt.QtGui import QColor

    layer = QgsRasterLayer(str(write_class_raster(tmp_path / "classes.tif", NAMED)), "classes")
    classes = [
        QgsPalettedRasterRenderer.Class(value, QColor(*color), name) for value, (name, color) in LOOKS.items()
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    assert looks(exported(layer)) == LOOKS


def test_a_raster_that_says_nothing_has_its_values_as_names(exported):
    found = looks(exported(NAMED))
    assert {value: name for value, (name, _) in found.items()} == {1: "1", 2: "2", 7: "7"}
    assert len({color for _, color in found.values()}) == 3


def test_names_of_a_raster_become_folder_names(exported, tmp_path):
    table = {"Value": [1, 2, 7], "Name": ["Water", "../Old forest", "Roads"]}
    path = write_class_raster(tmp_path / "classes.tif", NAMED, table=table)
    found = exported(path, "RCNN_Masks")
    names = [each["Name"] for each in found.model()["Classes"]]
    assert sorted(masks(found, "000000000")) == sorted(names)
    assert ".." not in names[1].split("/")
    assert any("Old forest" in text for text in found.log.warnings)


# What is refused, before anything is written.


@pytest.fixture
def refused(imagery, tmp_path):
    """Return a function that says why an export is refused."""

    def run(labels, **parameters):
        if isinstance(labels, np.ndarray):
            labels = write_class_raster(tmp_path / "classes.tif", labels)
        sentence = refusal(tmp_path / "out", imagery, labels, **parameters)
        assert not (tmp_path / "out").exists()
        return sentence

    return run


def test_a_class_field_is_refused(refused):
    assert "CLASS_VALUE_FIELD" in refused(NAMED, CLASS_VALUE_FIELD="Name")


def test_a_radius_is_refused(refused):
    assert "BUFFER_RADIUS" in refused(NAMED, BUFFER_RADIUS=3.0)


@pytest.mark.parametrize("value", [-1, -32768])
def test_negative_values_are_refused(refused, value):
    values = NAMED.astype("int16")
    values[5, 5] = value
    message = refused(values)
    assert message.startswith("IN_CLASS_DATA")
    assert str(value) in message


@pytest.mark.parametrize("value", [1.5, 0.25, 3e9, -2.0])
def test_floats_that_are_no_class_are_refused(refused, value):
    values = NAMED.astype("float32")
    values[5, 5] = value
    assert refused(values).startswith("IN_CLASS_DATA")


def test_several_bands_are_refused(refused, tmp_path):
    path = write_raster(tmp_path / "three.tif", np.ones((3, ROWS, COLUMNS), "uint8"))
    message = refused(path)
    assert message.startswith("IN_CLASS_DATA")
    assert "3 bands" in message


def test_a_class_raster_that_lies_elsewhere_is_refused(refused, tmp_path):
    transform = (ORIGIN[0] + 10_000, *SQUARES_OF_2[1:])
    path = write_class_raster(tmp_path / "far.tif", NAMED, transform)
    message = refused(path, OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES")
    assert "IN_CLASS_DATA" in message


def test_regions_do_not_depend_on_other_chips(exported):
    """The two arms of a U meet below the chip: there they are two objects."""
    values = np.zeros((ROWS, COLUMNS), "uint8")
    values[0:20, 2:4] = values[0:20, 8:10] = values[18:20, 2:10] = 1
    found = exported(values, "RCNN_Masks", (11, 7))
    mask = masks(found, "000000000")["1"]
    assert int(mask.max()) == 2
    numbers = [compact(masks(found, stem)["1"]).max() for stem in found.stems() if "1" in masks(found, stem)]
    assert numbers[0] == 2
