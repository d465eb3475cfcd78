"""Read exports with torchvision, through links into the layout that it wants: KITTI, or VOC of JPEG chips."""

import tempfile
from pathlib import Path

from reading import images, link, report
from torchvision.datasets import Kitti, VOCDetection


def read(folder: Path) -> dict:
    """Sizes of the images and boxes with their class, by stem."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as root:
        load = _read_voc if list((folder / "labels").glob("*.xml")) else _read_kitti
        return load(folder, Path(root))


def _read_kitti(folder: Path, root: Path) -> dict:
    training = root / "Kitti" / "raw" / "training"
    link(images(folder), training / "image_2")
    link(sorted((folder / "labels").glob("*.txt")), training / "label_2")
    dataset = Kitti(str(root))
    sizes, boxes = {}, {}
    for path, (image, target) in zip(dataset.images, dataset):
        stem = Path(path).stem
        sizes[stem] = [image.height, image.width, len(image.getbands())]
        boxes[stem] = [[each["type"], *each["bbox"]] for each in target]
    return {"sizes": sizes, "boxes": boxes}


def _read_voc(folder: Path, root: Path) -> dict:
    year = root / "VOCdevkit" / "VOC2012"
    stems = [path.stem for path in images(folder)]
    link(images(folder), year / "JPEGImages")
    link(sorted((folder / "labels").glob("*.xml")), year / "Annotations")
    (year / "ImageSets" / "Main").mkdir(parents=True)
    (year / "ImageSets" / "Main" / "train.txt").write_text("\n".join(stems))
    sizes, boxes = {}, {}
    for stem, (image, target) in zip(stems, VOCDetection(str(root), image_set="train")):
        sizes[stem] = [image.height, image.width, len(image.getbands())]
        boxes[stem] = [
            [each["name"], *(float(each["bndbox"][side]) for side in ("xmin", "ymin", "xmax", "ymax"))]
            for each in target["annotation"].get("object", [])
        ]
    return {"sizes": sizes, "boxes": boxes}


report(read)
