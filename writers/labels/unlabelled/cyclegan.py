"""CycleGAN: chips of two rasters without labels, each in a folder that is a set of its own.

``arcgis.learn`` takes the images of ``A/images`` and ``B/images``, and the dataset files of ``A``.
"""

from __future__ import annotations

from ...dataset.pairs.files import FIRST, SECOND, PairFiles
from ...layout import Layout
from .export_tiles import ExportTilesFormat


class CycleGanFormat(ExportTilesFormat):
    """``A/images`` of the raster and ``B/images`` of the second one, with the same names."""

    name = "CycleGAN"
    layout = Layout((f"{FIRST}/images",), second=f"{SECOND}/images")
    set_files = PairFiles
    needs_second = True
