"""Train a small detector on an exported folder with KITTI labels: the last step of the tutorial.

Usage: python train.py FOLDER [EPOCHS]

Needs torch, numpy and rasterio. The model is a toy that shows how chips and boxes become tensors: it marks
the centre of each object in a map of a quarter of the chip's size, one map per class.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path, PureWindowsPath

import numpy as np
import rasterio
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset

STEP = 4  # pixels of a chip per cell of the model's answer


class Chips(Dataset):
    """Chips and boxes of an export with ``METADATA_FORMAT=KITTI_rectangles``.

    An item is ``(pixels, boxes, labels)``: float tensor (bands, rows, columns)
    with mean 0 and deviation 1 over the whole training set; boxes as left, top,
    right, bottom in pixels; and the place of each box's class in ``classes``.
    """

    def __init__(self, folder: Path) -> None:
        """Read what the folder says of itself.

        Args:
            folder: the OUT_FOLDER of the export.
        """
        model = json.loads((folder / "esri_model_definition.emd").read_text("utf-8"))
        self.classes = [each["Name"] for each in model["Classes"]]
        self._place = {each["Value"]: place for place, each in enumerate(model["Classes"])}
        statistics = model["AllTilesStats"]
        self._mean = np.array([band["Mean"] for band in statistics], np.float32)[:, None, None]
        self._deviation = np.array([band["StdDev"] for band in statistics], np.float32)[:, None, None]
        self.bands = len(statistics)
        # One line per chip: the image, two blanks, the label file; paths with backslashes.
        lines = (folder / "map.txt").read_text("utf-8").splitlines()
        self._files = [[folder / PureWindowsPath(path) for path in line.split()] for line in lines]

    def __len__(self) -> int:
        """Return the number of chips."""
        return len(self._files)

    def __getitem__(self, index: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return one chip."""
        image, label = self._files[index]
        with rasterio.open(image) as chip:
            pixels = (chip.read().astype(np.float32) - self._mean) / np.maximum(self._deviation, 1e-6)
        objects = [line.split() for line in label.read_text("ascii").splitlines()]
        boxes = [[float(side) for side in each[4:8]] for each in objects]
        labels = [self._place[int(each[0])] for each in objects]
        return (
            torch.from_numpy(pixels),
            torch.tensor(boxes).reshape(-1, 4),
            torch.tensor(labels, dtype=torch.long),
        )


def centres(boxes: torch.Tensor, labels: torch.Tensor, classes: int, rows: int, columns: int) -> torch.Tensor:
    """Return maps of (classes, rows, columns): 1 in the cell of each object's centre, else 0."""
    target = torch.zeros(classes, rows, columns)
    across = ((boxes[:, 0] + boxes[:, 2]) / 2 / STEP).long().clamp(0, columns - 1)
    down = ((boxes[:, 1] + boxes[:, 3]) / 2 / STEP).long().clamp(0, rows - 1)
    target[labels, down, across] = 1.0
    return target


class Detector(nn.Module):
    """Three layers of convolutions: bands in, a map per class out."""

    def __init__(self, bands: int, classes: int) -> None:
        """Make the layers."""
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(bands, 16, 3, stride=2, padding=1),
            nn.ReLU(),
            nn.Conv2d(16, 32, 3, stride=2, padding=1),
            nn.ReLU(),
            nn.Conv2d(32, classes, 3, padding=1),
        )

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Return the maps, not yet squeezed between 0 and 1."""
        return self.layers(pixels)


def collate(
    items: list[tuple[torch.Tensor, ...]],
) -> tuple[torch.Tensor, list[torch.Tensor], list[torch.Tensor]]:
    """Stack the pixels of a batch; chips have different numbers of boxes."""
    pixels, boxes, labels = zip(*items)
    return torch.stack(pixels), list(boxes), list(labels)


def train(chips: Chips, epochs: int) -> list[float]:
    """Train and return the loss of each epoch."""
    torch.manual_seed(0)
    model = Detector(chips.bands, len(chips.classes))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    rare = torch.tensor(30.0)  # centres are few: each counts as many empty cells
    losses = []
    for _ in range(epochs):
        total = 0.0
        for pixels, boxes, labels in DataLoader(chips, batch_size=8, shuffle=True, collate_fn=collate):
            answer = model(pixels)
            shape = (len(chips.classes), *answer.shape[2:])
            target = torch.stack([centres(*each, *shape) for each in zip(boxes, labels)])
            loss = nn.functional.binary_cross_entropy_with_logits(answer, target, pos_weight=rare)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(pixels)
        losses.append(total / len(chips))
    return losses


def main() -> None:
    """Say what the folder holds, and train on it."""
    chips = Chips(Path(sys.argv[1]))
    pixels, boxes, labels = chips[0]
    print(f"{len(chips)} chips, classes {', '.join(chips.classes)}")
    print(
        f"first chip: pixels {tuple(pixels.shape)}, {len(boxes)} boxes, of class {labels.unique().tolist()}"
    )
    for epoch, loss in enumerate(train(chips, int(sys.argv[2]) if len(sys.argv) > 2 else 3), start=1):
        print(f"epoch {epoch}: loss {loss:.4f}")


if __name__ == "__main__":
    main()
