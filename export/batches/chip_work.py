"""From what was read of a batch to the files of its chips; any process can do it, QGIS or not.

Nothing here knows of other batches: only the number of a batch's first chip
depends on those before it.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any, Callable

from ...chipping.retry import Stop
from ...chipping.sets import in_set
from ...chipping.statistics.batches import batch_statistics
from ...chipping.steps import Step, bounds
from ...imagery.validity.valid_pixels import valid_pixels
from ...labels.source import NO_LABELS
from ...writers.dataset.summary import ChipRecord
from ..job import ChipJob, PixelSource
from ..outcome import WITHOUT_PIXELS, BatchOutcome, WrittenChip, WrittenSet
from ..pools import Pools, begun
from ..storage.commits import marked
from ..storage.folder import WriteFiles
from .cutting import CutChip, Cutter, cutter_of
from .reading_pixels import PixelReader
from .readings import Reading
from .stages import CountedBatch, EncodedFiles, KeptChips, NumberedBatch, PixelCalls, ReadBatch, ReadPixels


@dataclass(frozen=True)
class ChipWork:
    """Makes the chips of batches, one after another.

    Attributes:
        job: what they are made with.
        pools: threads that help.
        placing: gives what writes the files of a batch, bytes by path relative to the export folder.
        stop: raises Cancelled when the user has cancelled.
    """

    job: ChipJob
    pools: Pools
    placing: Callable[[], AbstractContextManager[WriteFiles]]
    stop: Stop

    def begin(self, readings: Sequence[Reading]) -> PixelCalls:
        """Begin to read pixels; return what gives those of each reading."""
        reader = self.pools.reader
        return [begun(reader, self.stop, partial(self._read_pixels, each)) for each in readings]

    def _read_pixels(self, reading: Reading) -> ReadPixels:
        """Read the pixels of a block of chips and sum them up for those that are wanted."""
        found = self._read_images(reading, self.job.imagery)
        if self.job.second is None:
            return found
        return found._replace(second=self._read_images(reading, self.job.second.pixels))

    def _read_images(self, reading: Reading, pixels: PixelSource) -> ReadPixels:
        """Read the same of one raster.

        Args:
            reading: the chips.
            pixels: the raster.
        """
        where = bounds(reading.batch.window)
        with Step("Reading pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}", **where):
            block, wanted = PixelReader(pixels, self.job.mask, self.stop).read(reading)
        with Step("Adding up pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}", **where):
            valid = valid_pixels(block, pixels.profile, wanted)
            inside = self._cutter(reading).inside(reading.places)
            return ReadPixels(block, batch_statistics(block.values, valid, inside))

    def _cutter(self, reading: Reading) -> Cutter:
        return cutter_of(self.job.imagery.frame, reading.batch)

    def count(self, batch: ReadBatch, pixels: PixelCalls) -> CountedBatch:
        """Wait for the pixels of a batch and find the chips that have valid ones.

        Args:
            batch: what was read of it.
            pixels: as ``begin`` gave them for its readings.
        """
        return CountedBatch(batch, tuple(map(self._kept, batch.readings, (call() for call in pixels))))

    def _kept(self, reading: Reading, pixels: ReadPixels) -> KeptChips:
        second = pixels.second
        others = [()] * len(reading.places) if second is None else second.statistics
        chips = zip(reading.places, pixels.statistics, others)
        kept = [each for each in chips if any(band.count for band in each[1])]
        return KeptChips(reading, pixels.block, kept, None if second is None else second.block)

    def number(self, batch: CountedBatch, first: int) -> NumberedBatch:
        """Cut the chips of a batch and have them encoded.

        Args:
            batch: as ``count`` gave it.
            first: number of its first chip.
        """
        encoders = self.pools.encoders
        chips = deque(
            begun(encoders, self.stop, partial(self._encode, chip)) for chip in self._chips(batch, first)
        )
        read = batch.read._replace(labels=NO_LABELS)
        return NumberedBatch(read, chips, first + len(chips))

    def _chips(self, batch: CountedBatch, first: int) -> Iterator[CutChip]:
        """Yield each chip of a batch."""
        number = first
        for reading, block, chips, second in batch.kept:
            cutter = self._cutter(reading)
            for place, *bands in chips:
                self.stop()
                stem = f"{number:09d}"
                number += 1
                with Step("Cutting chip {stem}", stem=stem):
                    chip = cutter.chip(place, stem, block, batch.read.labels)
                    other = None if second is None else cutter.chip(place, stem, second, NO_LABELS)
                yield CutChip(chip, other, bands[0], bands[1], batch.read.chosen.set_of(place))

    def _encode(self, cut: CutChip) -> EncodedFiles:
        """Return the files of a chip of a set, and what is kept of it once they stand."""
        chip, layout = cut.chip, self.job.label_format.layout
        with Step("Encoding the pixels of chip {stem}", stem=chip.stem):
            path, size = layout.image(chip), chip.pixels.shape[1:]
            files = dict(self.job.image_format.of_size(*size).encode(chip, path))
            second = ""
            if cut.second is not None and self.job.second is not None:
                second = layout.second_image(chip)
                files.update(self.job.second.image_format.of_size(*size).encode(cut.second, second))
        with Step("Encoding the labels of chip {stem}", stem=chip.stem):
            labels = self.job.label_format.encode(chip)
        suffix = self.job.image_format.suffix
        written = WrittenChip(
            ChipRecord(path + suffix, labels.listed, labels.record, second and second + suffix),
            cut.bands,
            chip.labels.counted,
            chip.labels.total,
            labels.counts,
            cut.second_bands,
        )
        files.update(labels.files)
        return cut.folder, {in_set(cut.folder, name): data for name, data in files.items()}, written

    def write(self, batch: NumberedBatch, progress: Callable[[float], None]) -> BatchOutcome:
        """Write the files of the chips of a batch, in their order, as they become ready.

        Args:
            batch: as ``number`` gave it.
            progress: takes how much of the batch is written, 0 to 1.
        """
        read, count = batch.read, len(batch.chips)
        sets: dict[str, list[WrittenChip]] = {}
        files: list[list[Any]] = []
        with self.placing() as place:
            while batch.chips:
                folder, contents, written = batch.chips.popleft()()  # taken out: its bytes go when they stand
                self._write(place, contents, written)
                sets.setdefault(folder, []).append(written)
                files += map(marked, contents.items())
                progress(1 - len(batch.chips) / count)
        left_out = +Counter({**read.left_out, WITHOUT_PIXELS: read.wanted - count})
        chips = (chip for its in sets.values() for chip in its)
        encoded = sum((chip.remarked for chip in chips), Counter[str]())
        return BatchOutcome(
            *(read.number, read.size, batch.next_index, left_out),
            {folder: WrittenSet.of(folder, chips) for folder, chips in sets.items()},
            *(read.news, files, dict(encoded)),
        )

    def _write(self, place: WriteFiles, files: Mapping[str, bytes], written: WrittenChip) -> None:
        self.stop()
        with Step("Writing {image} and its labels", image=written.record.image):
            place(files)
