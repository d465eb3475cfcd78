"""What the chips of a test have in common."""

from __future__ import annotations

from osgeo import gdal, osr

from training_data_exporter.chipping.chip import ImageProfile


def utm_wkt() -> str:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(31985)
    return reference.ExportToWkt(["FORMAT=WKT2_2019"])


def profile(
    dtype="uint8",
    bands=1,
    nodata=None,
    interpretation=(),
    colors=(),
    crs=None,
    size=(24, 16),
    names=(),
):
    return ImageProfile(
        width=size[0],
        height=size[1],
        dtype=dtype,
        nodata=(nodata,) * bands,
        cell_x=28.5,
        cell_y=14.25,
        crs_wkt=utm_wkt() if crs is None else crs,
        epsg=31985,
        band_names=tuple(names) or ("",) * bands,
        color_interpretation=tuple(interpretation) or (gdal.GCI_Undefined,) * bands,
        color_table=tuple(colors),
    )
