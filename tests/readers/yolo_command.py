"""The command ``yolo``, with ultralytics' own suppression of boxes.

It uses torchvision's where that is loaded, whose compiled operators do not fit the torch of .venv-readers.

Usage: python yolo_command.py detect train data=…
"""

import torchvision
from ultralytics.cfg import entrypoint
from ultralytics.utils.nms import TorchNMS


def _nms(boxes, scores, threshold):
    return TorchNMS.nms(boxes, scores, threshold)


torchvision.ops.nms = _nms
entrypoint()
