"""Small rasters and layers to export, and readers of what was exported."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from lxml import etree
from osgeo import gdal, gdal_array, ogr, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

ALGORITHM = "trainingdata:exporttrainingdatafordeeplearning"
METADATA_CHOICES = [
    *("KITTI_rectangles", "PASCAL_VOC_rectangles", "Classified_Tiles", "RCNN_Masks"),
    *("COCO", "YOLO_detect", "YOLO_segment", "YOLO_obb", "DOTA"),
    *("Labeled_Tiles", "MultiLabeled_Tiles", "Imagenet", "Export_Tiles", "CycleGAN"),
    "Panoptic_Segmentation",
]
"""What METADATA_FORMAT takes, in the order of the dialog."""

UTM = "EPSG:31985"
ORIGIN = (288776.0, 9120760.0)
SQUARES_OF_2 = (ORIGIN[0], 2.0, 0.0, ORIGIN[1], 0.0, -2.0)
"""A geotransform whose pixel borders are exact in floating point."""

Polygons = Iterable["tuple[str, Mapping[str, Any]]"]
"""WKT and attributes of each feature."""


def spatial_reference(crs: str) -> osr.SpatialReference:
    """Return a CRS given as EPSG:1234, with axes x, y."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(int(crs.partition(":")[2]))
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def noise(bands: int, rows: int, columns: int, dtype: str = "uint8", seed: int = 7) -> np.ndarray:
    """Return pixels over the whole range of a type, the same in every run."""
    generator = np.random.default_rng(seed)
    if np.dtype(dtype).kind == "f":
        return generator.normal(0.0, 1000.0, (bands, rows, columns)).astype(dtype)
    limits = np.iinfo(dtype)
    return generator.integers(limits.min, limits.max, (bands, rows, columns), dtype=dtype, endpoint=True)


def write_raster(
    path: Path,
    pixels: np.ndarray,
    transform: Sequence[float] = SQUARES_OF_2,
    crs: str = UTM,
    nodata: float | None = None,
    colors: Mapping[int, tuple[int, ...]] | None = None,
    interpretation: Sequence[int] = (),
    names: Sequence[str] = (),
) -> Path:
    """Write a GeoTIFF of (bands, rows, columns) and return its path."""
    bands, rows, columns = pixels.shape
    data_type = gdal_array.NumericTypeCodeToGDALTypeCode(pixels.dtype.type)
    options = ["PHOTOMETRIC=MINISBLACK"] if not colors else []
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, bands, data_type, options)
    dataset.SetGeoTransform(list(transform))
    if crs:
        dataset.SetSpatialRef(spatial_reference(crs))
    if colors:  # before the pixels: later GDALs refuse it behind them
        table = gdal.ColorTable()
        for value, color in colors.items():
            table.SetColorEntry(value, color)
        dataset.GetRasterBand(1).SetColorTable(table)
    for number, plane in enumerate(pixels, start=1):
        band = dataset.GetRasterBand(number)
        if number <= len(interpretation):
            band.SetColorInterpretation(interpretation[number - 1])
        if nodata is not None:
            band.SetNoDataValue(nodata)
        if number <= len(names):
            band.SetDescription(names[number - 1])
        band.WriteArray(plane)
    dataset.FlushCache()
    return path


def copy_of(path: Path | str) -> Path:
    """Return a copy of a raster beside it: the same chips are not added to an export twice."""
    copy = Path(path).with_name(f"copy_of_{Path(path).name}")
    if not copy.exists():
        shutil.copy2(path, copy)
    return copy


def with_copy(values: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """Return a call with a copy of its raster, and further values."""
    return {**values, "IN_RASTER": copy_of(values["IN_RASTER"]), **more}


def read_raster(path: Path) -> gdal.Dataset:
    """Open a raster as it stands on disk."""
    dataset = gdal.Open(str(path))
    assert dataset is not None, path
    return dataset


def pixels_of(path: Path) -> np.ndarray:
    """Return all pixels of a raster as (bands, rows, columns)."""
    dataset = read_raster(path)
    array = dataset.ReadAsArray()
    return array if array.ndim == 3 else array[np.newaxis]


_FIELD_TYPES = {int: ogr.OFTInteger64, float: ogr.OFTReal, str: ogr.OFTString}


def write_polygons(
    path: Path,
    polygons: Polygons,
    fields: Mapping[str, type] = {},
    crs: str = UTM,
) -> Path:
    """Write a GeoPackage layer and return its path; feature ids count from 1."""
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("labels", spatial_reference(crs) if crs else None, ogr.wkbUnknown)
    for name, kind in fields.items():
        layer.CreateField(ogr.FieldDefn(name, _FIELD_TYPES[kind]))
    layer.StartTransaction()
    for wkt, attributes in polygons:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        for name, value in attributes.items():
            if value is None:
                feature.SetFieldNull(name)
            else:
                feature.SetField(name, value)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    return path


_MEMORY_TYPES = {int: "integer", float: "double", str: "string"}


def memory_layer(
    polygons: Polygons,
    fields: Mapping[str, type] = {},
    crs: str = UTM,
    kind: str = "MultiPolygon",
) -> QgsVectorLayer:
    """Return a memory layer; feature ids count from 1."""
    columns = "".join(f"&field={name}:{_MEMORY_TYPES[each]}" for name, each in fields.items())
    layer = QgsVectorLayer(f"{kind}?crs={crs}{columns}", "labels", "memory")
    if not crs:
        layer.setCrs(QgsCoordinateReferenceSystem())
    features = []
    for wkt, attributes in polygons:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes([attributes.get(name) for name in fields])
        features.append(feature)
    added, _ = layer.dataProvider().addFeatures(features)
    assert added
    layer.updateExtents()
    return layer


def on_map(wkt: str, transform: Sequence[float] = SQUARES_OF_2) -> str:
    """Return the WKT of a geometry that is given in pixels: x right, y down."""
    geometry = ogr.CreateGeometryFromWkt(wkt)
    _each_point(geometry, lambda x, y: (transform[0] + x * transform[1], transform[3] + y * transform[5]))
    return geometry.ExportToWkt()


def _each_point(geometry: ogr.Geometry, move: Any) -> None:
    for place in range(geometry.GetGeometryCount()):
        _each_point(geometry.GetGeometryRef(place), move)
    for place in range(geometry.GetPointCount()):
        geometry.SetPoint_2D(place, *move(geometry.GetX(place), geometry.GetY(place)))


def rectangle(left: float, top: float, right: float, bottom: float) -> str:
    """Return the WKT of a rectangle."""
    return f"POLYGON(({left} {top},{right} {top},{right} {bottom},{left} {bottom},{left} {top}))"


def plain_names(text: str) -> str:
    """Return a sentence of the algorithm with its parameters' names alone, without the dialog's labels."""
    from training_data_exporter.algorithms.parameters import table

    for each in table.parameters():
        text = text.replace(f"{each.label} ({each.name})", each.name)
    return text


class Log(QgsProcessingFeedback):
    """A feedback that keeps what it is told, and can cancel on its own."""

    def __init__(self, cancel_at: float = 1000.0) -> None:
        super().__init__(False)
        self.infos: list[str] = []
        self.warnings: list[str] = []
        self.errors: list[str] = []
        self.steps: list[float] = []
        self._cancel_at = cancel_at
        self.progressChanged.connect(self._step)

    def _step(self, progress: float) -> None:
        self.steps.append(progress)
        if progress >= self._cancel_at:
            self.cancel()

    def pushInfo(self, info: str) -> None:
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(plain_names(warning))

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803 - as QGIS names it
        self.errors.append(plain_names(error))


@dataclass(frozen=True)
class Box:
    """One object as a label file states it."""

    class_value: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def sides(self) -> tuple[float, float, float, float]:
        """The box alone."""
        return self.left, self.top, self.right, self.bottom


@dataclass(frozen=True)
class Exported:
    """An export folder and what the algorithm said of it."""

    path: Path
    outputs: Mapping[str, Any] = field(default_factory=dict)
    log: Log | None = None

    def names(self) -> set[str]:
        """All files, relative to the folder."""
        return {path.relative_to(self.path).as_posix() for path in self.path.rglob("*") if path.is_file()}

    def entries(self) -> list[tuple[str, list[str]]]:
        """Image path and label paths of each line of map.txt."""
        text = (self.path / "map.txt").read_bytes().decode("utf-8")
        lines = text.split("\r\n")
        assert lines.pop() == ""
        return [_entry(line) for line in lines]

    def stems(self) -> list[str]:
        """The chips' names in the order of map.txt."""
        return [Path(image).stem for image, _ in self.entries()]

    def image(self, stem: str) -> Path:
        """The image chip of a stem."""
        images = {Path(image).stem: self.path / image for image, _ in self.entries()}
        return images[stem]

    def transform(self, stem: str) -> tuple[float, ...]:
        """The geotransform of a chip as GDAL reads it."""
        return read_raster(self.image(stem)).GetGeoTransform()

    def boxes(self, stem: str) -> list[Box]:
        """The objects of a chip, from KITTI or Pascal VOC."""
        kitti = self.path / "labels" / f"{stem}.txt"
        return kitti_boxes(kitti) if kitti.exists() else voc_boxes(self.path / "labels" / f"{stem}.xml")

    def all_boxes(self) -> list[list[Box]]:
        """The objects of all chips, in the order of map.txt."""
        return [self.boxes(stem) for stem in self.stems()]

    def accumulated(self) -> dict[str, Any]:
        """The content of esri_accumulated_stats.json."""
        return json.loads((self.path / "esri_accumulated_stats.json").read_text("utf-8"))

    def model(self) -> dict[str, Any]:
        """The content of esri_model_definition.emd."""
        return json.loads((self.path / "esri_model_definition.emd").read_text("utf-8"))

    def stats(self) -> list[str]:
        """The lines of stats.txt."""
        text = (self.path / "stats.txt").read_bytes().decode("utf-8")
        lines = text.split("\r\n")
        assert lines.pop() == ""
        return lines


def _entry(line: str) -> tuple[str, list[str]]:
    image, _, labels = line.replace("\\", "/").partition("  ")
    return image.strip(), labels.split()


def kitti_boxes(path: Path) -> list[Box]:
    """Read a KITTI file and hold it to the 15 columns."""
    text = path.read_bytes().decode("ascii")
    assert text == "" or text.endswith("\n")
    boxes = []
    for line in text.splitlines():
        columns = line.split(" ")
        assert len(columns) == 15, line
        assert all(column[0].isdigit() and column[-1].isdigit() for column in columns), line
        assert columns[1:4] == ["0.00", "0", "0"], line
        assert columns[8:] == ["0"] * 7, line
        boxes.append(Box(int(columns[0]), *map(_two_decimals, columns[4:8])))
    return boxes


def voc_boxes(path: Path) -> list[Box]:
    """Read a Pascal VOC file."""
    boxes = []
    for each in etree.parse(str(path)).getroot().iter("object"):
        assert [child.tag for child in each] == ["name", "bndbox"]
        sides = each.find("bndbox")
        assert [child.tag for child in sides] == ["xmin", "ymin", "xmax", "ymax"]
        boxes.append(Box(int(each.findtext("name")), *(_two_decimals(side.text) for side in sides)))
    return boxes


def _two_decimals(text: str) -> float:
    assert len(text.partition(".")[2]) == 2, text
    return float(text)


LIMITS: dict[str, Any] = {}  # of the exports of a test, where it says any


def limit(patch: pytest.MonkeyPatch, **limits: float) -> None:
    """Have exports do less, or more, at a time; see ``Limits``."""
    patch.setattr(sys.modules[__name__], "LIMITS", {**LIMITS, **limits})


def algorithm() -> Any:
    """Return what to run: the algorithm by its name, or one of a test's limits."""
    from training_data_exporter.algorithms.export_training_data import ExportTrainingData
    from training_data_exporter.export.limits import Limits

    return ExportTrainingData(Limits(**LIMITS)).create() if LIMITS else ALGORITHM


def run(
    folder: Path, log: Log | None = None, project: QgsProject | None = None, **parameters: Any
) -> Exported:
    """Run the algorithm and return what it wrote; parameters by their documented names."""
    import processing

    context = QgsProcessingContext()
    context.setProject(project)
    log = log or Log()
    values = {name: str(value) if isinstance(value, Path) else value for name, value in parameters.items()}
    values["OUT_FOLDER"] = str(folder)
    try:
        outputs = processing.run(algorithm(), values, feedback=log, context=context)
    except QgsProcessingException as error:
        raise QgsProcessingException(plain_names(str(error))) from error
    return Exported(folder, outputs, log)
