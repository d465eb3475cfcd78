"""Draw a sheet of image chips with the boxes of their Pascal VOC labels.

Usage: contact_sheet.py EXPORT_FOLDER PICTURE

The boxes are read back from the files of the export, so the sheet shows what a training program will see.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

import numpy as np
import numpy.typing as npt
from lxml import etree
from osgeo import gdal
from PIL import Image, ImageDraw, ImageFont

COLUMNS = 6
MAX_CHIPS = 24
SCALE = 4
GAP = 8
LEGEND_HEIGHT = 40
DISPLAY_BANDS = (3, 2, 1)
STRETCH_PERCENT = (2, 98)

Color = tuple[int, int, int]


class ExportError(Exception):
    """The export folder is missing, incomplete or contradicts itself."""


@dataclass(frozen=True)
class ClassStyle:
    """Name and display colour of one class."""

    name: str
    color: Color


@dataclass(frozen=True)
class Box:
    """One object of a label file; edges in chip pixels from the upper-left corner."""

    class_value: int
    xmin: float
    ymin: float
    xmax: float
    ymax: float


def read_listing(folder: Path) -> list[tuple[Path, Path]]:
    """Return the (image, label) paths of map.txt.

    Raises:
        ExportError: If there is no map.txt or a line does not name an image and a label.
    """
    listing = folder / "map.txt"
    if not listing.is_file():
        raise ExportError(f"{folder} holds no export: map.txt is missing.")
    pairs = []
    for line in listing.read_text(encoding="utf-8").splitlines():
        paths = [folder / PureWindowsPath(column) for column in line.split()]
        if len(paths) != 2:
            raise ExportError(f"map.txt: expected an image and a label in the line {line!r}.")
        pairs.append((paths[0], paths[1]))
    return pairs


def check_listing(folder: Path, pairs: Sequence[tuple[Path, Path]]) -> None:
    """Compare map.txt with the files on disk.

    Raises:
        ExportError: If map.txt is empty, lists a file that is missing, or leaves out a chip or label.
    """
    if not pairs:
        raise ExportError(f"{folder / 'map.txt'} lists no chips.")
    listed = {path for pair in pairs for path in pair}
    suffixes = {path.suffix for path in listed}
    present = {path for path in folder.glob("*/*") if path.suffix in suffixes}
    differences = (("on disk but not listed", present - listed), ("listed but not on disk", listed - present))
    for problem, paths in differences:
        if paths:
            raise ExportError(f"map.txt: {len(paths)} files are {problem}, for example {min(paths)}.")


def read_classes(folder: Path) -> dict[int, ClassStyle]:
    """Return the classes of esri_model_definition.emd by class value."""
    definition = json.loads((folder / "esri_model_definition.emd").read_text(encoding="utf-8"))
    return {
        entry["Value"]: ClassStyle(entry["Name"], (entry["Color"][0], entry["Color"][1], entry["Color"][2]))
        for entry in definition["Classes"]
    }


def read_boxes(label: Path) -> list[Box]:
    """Return the objects of a Pascal VOC file."""
    return [
        Box(
            int(element.findtext("name", "")),
            *(float(element.findtext(f"bndbox/{edge}", "")) for edge in ("xmin", "ymin", "xmax", "ymax")),
        )
        for element in etree.parse(str(label)).iterfind("object")
    ]


def read_pixels(image: Path) -> npt.NDArray[np.float64]:
    """Return the display bands of a chip, shape (height, width, 3).

    Raises:
        ExportError: If GDAL cannot open the chip.
    """
    dataset = gdal.Open(str(image))
    if dataset is None:
        raise ExportError(f"{image} cannot be read: {gdal.GetLastErrorMsg()}.")
    bands = [dataset.GetRasterBand(number).ReadAsArray() for number in DISPLAY_BANDS]
    pixels: npt.NDArray[np.float64] = np.stack(bands, axis=-1).astype(np.float64)
    return pixels


def stretch(chips: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    """Scale every band to 0-255 between two percentiles taken over all chips.

    Args:
        chips: Pixels, shape (chips, height, width, bands).
    """
    low, high = np.percentile(chips, STRETCH_PERCENT, axis=(0, 1, 2))
    scaled = np.clip((chips - low) / np.maximum(high - low, 1), 0, 1)
    stretched: npt.NDArray[np.uint8] = (scaled * 255).round().astype(np.uint8)
    return stretched


def draw_chip(
    pixels: npt.NDArray[np.uint8], boxes: Sequence[Box], classes: dict[int, ClassStyle]
) -> Image.Image:
    """Return one enlarged chip with its boxes."""
    height, width = pixels.shape[:2]
    picture = Image.fromarray(pixels).resize((width * SCALE, height * SCALE), Image.Resampling.NEAREST)
    draw = ImageDraw.Draw(picture)
    for box in boxes:
        # An edge on the right or lower border of the chip would lie one pixel beyond the picture.
        corners = (
            (min(x * SCALE, picture.width - 1), min(y * SCALE, picture.height - 1))
            for x, y in ((box.xmin, box.ymin), (box.xmax, box.ymax))
        )
        draw.rectangle(tuple(corners), outline=classes[box.class_value].color, width=2)
    return picture


def draw_legend(sheet: Image.Image, classes: dict[int, ClassStyle], caption: str) -> None:
    """Write the class names in their colours and a caption along the lower border."""
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype("DejaVuSans.ttf", 16)
    x, y = float(GAP), sheet.height - LEGEND_HEIGHT
    for style in classes.values():
        draw.rectangle((x, y + 6, x + 22, y + 28), outline=style.color, width=3)
        draw.text((x + 32, y + 6), style.name, fill="black", font=font)
        x += 32 + draw.textlength(style.name, font=font) + 30
    draw.text((sheet.width - GAP, y + 6), caption, fill="black", font=font, anchor="ra")


def arrange(chips: Sequence[Image.Image]) -> Image.Image:
    """Return a white sheet with the chips in a grid and room for the legend below."""
    step_x, step_y = chips[0].width + GAP, chips[0].height + GAP
    columns = min(COLUMNS, len(chips))
    rows = -(-len(chips) // columns)
    sheet = Image.new("RGB", (columns * step_x + GAP, rows * step_y + GAP + LEGEND_HEIGHT), "white")
    for index, chip in enumerate(chips):
        row, column = divmod(index, columns)
        sheet.paste(chip, (GAP + column * step_x, GAP + row * step_y))
    return sheet


def choose(pairs: Sequence[tuple[Path, Path]]) -> list[tuple[Path, Path]]:
    """Return at most MAX_CHIPS entries, spread evenly over all."""
    count = min(MAX_CHIPS, len(pairs))
    return [pairs[index * len(pairs) // count] for index in range(count)]


def draw_sheet(folder: Path) -> Image.Image:
    """Return the contact sheet of an export folder.

    Raises:
        ExportError: If the folder is no complete export.
    """
    pairs = read_listing(folder)
    check_listing(folder, pairs)
    classes = read_classes(folder)
    chosen = choose(pairs)
    pixels = stretch(np.stack([read_pixels(image) for image, _ in chosen]))
    boxes = [read_boxes(label) for _, label in chosen]
    sheet = arrange([draw_chip(*chip, classes) for chip in zip(pixels, boxes)])
    draw_legend(sheet, classes, f"{len(chosen)} of {len(pairs)} chips")
    return sheet


def main(arguments: Sequence[str]) -> int:
    """Draw the sheet; return the exit code."""
    folder, picture = (Path(argument) for argument in arguments)
    try:
        sheet = draw_sheet(folder)
    except ExportError as error:
        print(f"Contact sheet: {error}", file=sys.stderr)
        return 1
    sheet.save(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
