"""Read exports with datumaro, through links into the layout that it wants: KITTI or VOC."""

import tempfile
from pathlib import Path

from datumaro.components.annotation import AnnotationType
from datumaro.components.dataset import Dataset
from reading import images, link, report


def read(folder: Path) -> dict:
    """Sizes of the images and boxes with their class, by stem."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        root = Path(place)
        load = _voc if list((folder / "labels").glob("*.xml")) else _kitti
        dataset = load(folder, root)
        names = [label.name for label in dataset.categories()[AnnotationType.label]]
        sizes, boxes = {}, {}
        for item in dataset:
            sizes[item.id] = list(item.media.data.shape)
            boxes[item.id] = [[names[box.label], *box.points] for box in item.annotations]
        return {"sizes": sizes, "boxes": boxes}


def _kitti(folder: Path, root: Path) -> Dataset:
    link(images(folder), root / "training" / "image_2")
    link(sorted((folder / "labels").glob("*.txt")), root / "training" / "label_2")
    return Dataset.import_from(str(root), "kitti_detection")


def _voc(folder: Path, root: Path) -> Dataset:
    link(images(folder), root / "JPEGImages")
    link(sorted((folder / "labels").glob("*.xml")), root / "Annotations")
    (root / "ImageSets" / "Main").mkdir(parents=True)
    stems = "\n".join(path.stem for path in images(folder))
    (root / "ImageSets" / "Main" / "train.txt").write_text(stems)
    (root / "labelmap.txt").write_text("1:::\n2:::\n")
    return Dataset.import_from(str(root), "voc_detection")


report(read)
