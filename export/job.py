"""All that an export works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable, Protocol

from ..chipping.chip import ImageProfile, PixelBlock
from ..chipping.classes import ClassTable
from ..chipping.frame import PixelFrame
from ..chipping.plan.grid import Grid
from ..chipping.window import Window
from ..labels.source import LabelSource
from .limits import Limits
from .options import ExportOptions
from .storage.folder import ExportFolder

if TYPE_CHECKING:
    from ..writers.base import ImageFormat, LabelFormat

_SIDE_BYTES = 3000  # headers, world file and labels of a chip, generously


class Feedback(Protocol):
    """How the loop hears Cancel and says how far it is (QgsFeedback has both)."""

    def isCanceled(self) -> bool:  # noqa: N802 - as QGIS names it
        """Return whether the user has cancelled."""

    def setProgress(self, progress: float) -> None:  # noqa: N802 - as QGIS names it
        """Take the progress, 0 to 100."""


class PixelSource(Protocol):
    """Where pixels come from."""

    @property
    def frame(self) -> PixelFrame:
        """The pixels on the map."""

    @property
    def profile(self) -> ImageProfile:
        """What all chips have in common."""

    @property
    def is_local(self) -> bool:
        """Whether reading asks no server; then one thread of any kind may read."""

    def read(self, window: Window, stop: Callable[[], None]) -> PixelBlock:
        """Return the pixels of a window.

        Args:
            window: the pixels.
            stop: raises Cancelled when the user has cancelled; called often.
        """


@dataclass(frozen=True)
class ExportJob:
    """All that an export works with.

    Attributes:
        options: the settings.
        grid: all chips.
        imagery: the pixels.
        labels: the labels, opened.
        classes: the class table, with the classes of an export that this one adds to.
        image_format: makes image chips.
        label_format: makes label files.
        folder: where they go.
        threads: how many encode and write.
        limits: how much is done at a time.
    """

    options: ExportOptions
    grid: Grid
    imagery: PixelSource
    labels: LabelSource
    classes: ClassTable
    image_format: ImageFormat
    label_format: LabelFormat
    folder: ExportFolder
    threads: int
    limits: Limits


def estimated_bytes(job: ExportJob) -> int:
    """Return what all chips take, with a small share for their labels (bytes)."""
    profile = job.imagery.profile
    pixels = profile.chip_bytes * job.image_format.compressed_share
    return round(len(job.grid) * (pixels + _SIDE_BYTES))
