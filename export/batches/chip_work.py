"""From what was read of a batch to the files of its chips; any process can do it, QGIS or not.

Nothing here knows of other batches: only the number of a batch's first chip
depends on those before it.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Callable

from ...chipping.chip import Chip
from ...chipping.retry import Stop
from ...chipping.sets import in_set
from ...chipping.statistics.batches import ChipStatistics, batch_statistics
from ...chipping.steps import Step, bounds
from ...imagery.validity.valid_pixels import valid_pixels
from ...labels.source import NO_LABELS
from ...writers.dataset.summary import ChipRecord
from ..job import ChipJob
from ..outcome import WITHOUT_PIXELS, BatchOutcome, WrittenChip
from ..pools import Pools, begun
from ..storage.commits import marked
from .cutting import Cutter, cutter_of
from .reading_pixels import PixelReader
from .readings import Reading
from .stages import CountedBatch, EncodedFiles, KeptChips, NumberedBatch, PixelCalls, ReadBatch, ReadPixels


@dataclass(frozen=True)
class ChipWork:
    """Makes the chips of batches, one after another.

    Attributes:
        job: what they are made with.
        pools: threads that help.
        place: writes files, bytes by path relative to the export folder.
        stop: raises Cancelled when the user has cancelled.
    """

    job: ChipJob
    pools: Pools
    place: Callable[[Mapping[str, bytes]], None]
    stop: Stop

    def begin(self, readings: Sequence[Reading]) -> PixelCalls:
        """Begin to read pixels; return what gives those of each reading."""
        reader = self.pools.reader
        return [begun(reader, self.stop, partial(self._read_pixels, each)) for each in readings]

    def _read_pixels(self, reading: Reading) -> ReadPixels:
        """Read the pixels of a block of chips and sum them up for those that are wanted."""
        imagery, where = self.job.imagery, bounds(reading.batch.window)
        with Step("Reading pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}", **where):
            block, wanted = PixelReader(imagery, self.job.mask, self.stop).read(reading)
        with Step("Adding up pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}", **where):
            valid = valid_pixels(block, imagery.profile, wanted)
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
        chips = zip(reading.places, pixels.statistics)
        kept = [(place, bands) for place, bands in chips if any(band.count for band in bands)]
        return KeptChips(reading, pixels.block, kept)

    def number(self, batch: CountedBatch, first: int) -> NumberedBatch:
        """Cut the chips of a batch and have them encoded.

        Args:
            batch: as ``count`` gave it.
            first: number of its first chip.
        """
        encoders = self.pools.encoders
        chips = deque(
            begun(encoders, self.stop, partial(self._encode, chip, bands, folder))
            for chip, bands, folder in self._chips(batch, first)
        )
        read = batch.read._replace(labels=NO_LABELS)
        return NumberedBatch(read, chips, first + len(chips))

    def _chips(self, batch: CountedBatch, first: int) -> Iterator[tuple[Chip, ChipStatistics, str]]:
        """Yield each chip of a batch, the statistics of its bands and the folder of its set."""
        number = first
        for reading, block, chips in batch.kept:
            cutter = self._cutter(reading)
            for place, bands in chips:
                self.stop()
                stem = f"{number:09d}"
                number += 1
                with Step("Cutting chip {stem}", stem=stem):
                    chip = cutter.chip(place, stem, block, batch.read.labels)
                yield chip, bands, batch.read.chosen.set_of(place)

    def _encode(self, chip: Chip, bands: ChipStatistics, folder: str) -> EncodedFiles:
        """Return the files of a chip of a set, and what is kept of it once they stand."""
        with Step("Encoding the pixels of chip {stem}", stem=chip.stem):
            path = self.job.label_format.layout.image(chip)
            image = self.job.image_format.of_size(*chip.pixels.shape[1:]).encode(chip, path)
        with Step("Encoding the labels of chip {stem}", stem=chip.stem):
            labels = self.job.label_format.encode(chip)
        written = WrittenChip(
            ChipRecord(path + self.job.image_format.suffix, labels.listed, labels.record),
            bands,
            chip.labels.counted,
            max(len(chip.labels.objects), len(chip.labels.counted)),
            labels.counts,
        )
        files = {in_set(folder, name): data for name, data in {**image, **labels.files}.items()}
        return folder, files, written

    def write(self, batch: NumberedBatch, progress: Callable[[float], None]) -> BatchOutcome:
        """Write the files of the chips of a batch, in their order, as they become ready.

        Args:
            batch: as ``number`` gave it.
            progress: takes how much of the batch is written, 0 to 1.
        """
        read, count = batch.read, len(batch.chips)
        sets: dict[str, list[WrittenChip]] = {}
        files: list[list[Any]] = []
        while batch.chips:
            folder, contents, written = batch.chips.popleft()()  # taken out: its bytes go when they stand
            self._write(contents, written)
            sets.setdefault(folder, []).append(written)
            files += map(marked, contents.items())
            progress(1 - len(batch.chips) / count)
        left_out = +Counter({**read.left_out, WITHOUT_PIXELS: read.wanted - count})
        chips = (chip for its in sets.values() for chip in its)
        encoded = sum((Counter(chip.encoded) for chip in chips), Counter[str]())
        return BatchOutcome(
            read.number, read.size, batch.next_index, left_out, sets, read.news, files, dict(encoded)
        )

    def _write(self, files: Mapping[str, bytes], written: WrittenChip) -> None:
        self.stop()
        with Step("Writing {image} and its labels", image=written.record.image):
            self.place(files)
