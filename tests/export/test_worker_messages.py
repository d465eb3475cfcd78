"""Messages between processes arrive as they were, or not at all."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training_data_exporter.export.workers.messages import BrokenMessageError, Packet, receive, send

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
MESSAGES = st.builds(
    Packet, st.dictionaries(st.text(), VALUES, max_size=4), st.lists(st.binary(max_size=40), max_size=4)
)


def sent(*messages: Packet) -> bytes:
    stream = io.BytesIO()
    for message in messages:
        send(stream, message)
    return stream.getvalue()


@given(st.lists(MESSAGES, max_size=4))
def test_messages_arrive_in_their_order(messages):
    stream = io.BytesIO(sent(*messages))
    assert [receive(stream) for _ in messages] == messages
    assert receive(stream) is None


def test_numbers_arrive_to_the_last_bit():
    numbers = [0.1 + 0.2, 5e-324, 1.7976931348623157e308, -0.0, 2**70]
    message = receive(io.BytesIO(sent(Packet({"numbers": numbers}))))
    assert list(map(repr, message.header["numbers"])) == list(map(repr, numbers))


def test_an_array_arrives():
    array = np.arange(24, dtype=np.float64).reshape(2, 3, 4)
    message = receive(io.BytesIO(sent(Packet({}, [memoryview(array)]))))
    assert np.array_equal(np.frombuffer(message.buffers[0]).reshape(2, 3, 4), array)


@given(MESSAGES, st.data())
def test_a_part_of_a_message_is_none(message, data):
    whole = sent(message)
    size = data.draw(st.integers(1, len(whole) - 1))
    with pytest.raises(BrokenMessageError):
        receive(io.BytesIO(whole[:size]))


@pytest.mark.parametrize(
    "data",
    [
        struct.pack("<II", 2**32 - 1, 0),
        struct.pack("<II", 2, 2**32 - 1),
        struct.pack("<IIQ", 2, 1, 2**63) + b"{}",
        struct.pack("<II", 4, 0) + b"\x80\x04K\x01",
        struct.pack("<II", 2, 0) + b"[]",
        struct.pack("<II", 200_000, 0) + b"[" * 200_000,
        b"Traceback (most recent call last):\n" * 2,
    ],
)
def test_what_is_no_message_is_refused(data):
    with pytest.raises(BrokenMessageError):
        receive(io.BytesIO(data))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_json_does_not_know_is_not_sent(value):
    stream = io.BytesIO()
    with pytest.raises(ValueError, match="JSON"):
        send(stream, Packet({"value": value}))
    assert not stream.getvalue()
