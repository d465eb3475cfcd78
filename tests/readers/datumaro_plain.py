"""Read COCO, YOLO_detect and DOTA exports with datumaro.

It opens YOLO without a split and DOTA with one as they are; the others through links into the layout that
it wants: COCO as ``annotations/instances_*.json`` and ``images/``, a set of DOTA in a folder, of YOLO alone.
"""

import tempfile
from pathlib import Path

from datumaro.components.annotation import Annotation, AnnotationType, Bbox, RotatedBbox
from datumaro.components.dataset import Dataset
from reading import images, link, report, sets


def read(folder: Path) -> dict:
    """Size and objects of each chip, by set and stem."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="links-") as place:
        return {name: _chips(dataset, name) for name, dataset in _opened(folder, Path(place)).items()}


def _opened(folder: Path, root: Path) -> dict[str, Dataset]:
    its = sets(folder)
    for name, each in its.items():
        if folder.name.startswith("COCO"):
            link(images(each), root / name / "images" / name)
            link([each / "labels.json"], root / name / "annotations")
            (root / name / "annotations" / "labels.json").rename(
                root / name / "annotations" / f"instances_{name}.json"
            )
        elif folder.name.startswith("YOLO") and each != folder:
            link(images(each), root / name / "images")
            link(sorted((each / "labels").iterdir()), root / name / "labels")
            link([folder / "data.yaml"], root / name)
        elif folder.name.startswith("DOTA") and each == folder:
            link(images(each), root / name / name / "images")
            link(sorted((each / "labelTxt").iterdir()), root / name / name / "labelTxt")
    kind = folder.name.partition("_")[0].partition("-")[0].lower()
    return {
        name: Dataset.import_from(str(root / name if (root / name).exists() else folder), kind)
        for name in its
    }


def _chips(dataset: Dataset, name: str) -> dict:
    names = [label.name for label in dataset.categories()[AnnotationType.label]]
    chips = {}
    for item in dataset:
        if item.subset in (name, "default", "images", "labels"):
            groups: dict[int, list[Annotation]] = {}
            for number, each in enumerate(item.annotations):
                groups.setdefault(each.group or number, []).append(each)
            chips[item.id] = {
                "size": list(item.media.data.shape[:2]),
                "objects": [_object(names, its) for _, its in sorted(groups.items())],
            }
    return chips


def _object(names: list[str], its: list[Annotation]) -> dict:
    """Return an object; its parts are annotations of one group."""
    found = {"class": names[its[0].label], "kinds": sorted({each.type.name for each in its})}
    if isinstance(its[0], RotatedBbox):
        return {**found, "corners": its[0].as_polygon(), "cut": its[0].attributes["difficulty"]}
    (box,) = (each for each in its if isinstance(each, Bbox))
    return {**found, "box": [float(side) for side in box.points]}


report(read)
