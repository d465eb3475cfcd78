"""What the log says of processes that helped, or could not."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsProcessingFeedback

from ...chipping.messages import Message
from ..translation import tr


def say_notes(
    notes: Iterable[Message], feedback: QgsProcessingFeedback, said: Iterable[Message] = ()
) -> None:
    """Say what has not been said yet.

    Args:
        notes: sentences.
        feedback: takes the log.
        said: sentences that the log has.
    """
    texts = {note.translated(tr) for note in said}
    for note in notes:
        if note.translated(tr) not in texts:
            feedback.pushInfo(note.translated(tr))
