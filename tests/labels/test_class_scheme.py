"""From the values of a field to classes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training_data_exporter.chipping.classes import palette_color
from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.labels.class_scheme import scheme_of_values, single_class


def scheme(values, names=None, colors=None):
    return scheme_of_values("kind", values, names or {}, colors or {})


def listed(values, **looks):
    return [(each.value, each.name) for each in scheme(values, **looks).table]


def test_without_a_field_everything_is_class_1():
    only = single_class()
    assert [(each.value, each.name, each.color) for each in only.table] == [(1, "1", palette_color(1))]
    assert only.class_of(None) == only.class_of("anything") == 1


def test_whole_numbers_are_class_values():
    assert listed([30, 0, 7]) == [(0, "0"), (7, "7"), (30, "30")]


def test_values_above_a_byte_and_above_two_are_kept():
    assert listed([256, 70_000, 3_000_000_000]) == [
        (256, "256"),
        (70_000, "70000"),
        (3_000_000_000, "3000000000"),
    ]


def test_whole_floats_are_class_values():
    floats = scheme([2.0, 1.0])
    assert [(each.value, each.name) for each in floats.table] == [(1, "1"), (2, "2")]
    assert floats.class_of(2.0) == 2


def test_text_that_spells_whole_numbers_is_class_values():
    numbers = scheme(["10", "9", "03", "4.0"])
    assert [(each.value, each.name) for each in numbers.table] == [(3, "3"), (4, "4"), (9, "9"), (10, "10")]
    assert numbers.class_of("03") == 3
    assert not numbers.numbered_text
    assert not numbers.odd


def test_two_spellings_of_a_number_are_one_class():
    both = scheme(["7", "7.0", "8"])
    assert both.table.values == (7, 8)
    assert both.class_of("7") == both.class_of("7.0") == 7


def test_free_text_is_numbered_from_1_by_sorted_name():
    words = scheme(["wheat", "Barley", "oats"])
    assert [(each.value, each.name) for each in words.table] == [(1, "Barley"), (2, "oats"), (3, "wheat")]
    assert words.numbered_text
    assert words.class_of("oats") == 2


@pytest.mark.parametrize("word", ["1_000", "nan", "inf", "1.5", "1e400"])
def test_text_that_is_not_a_whole_number_is_free_text(word):
    assert listed([word]) == [(1, word)]


@pytest.mark.parametrize(
    ("values", "classes", "odd"),
    [
        (["10", "9", "tree"], [(1, "10"), (2, "9"), (3, "tree")], ("tree",)),
        (["5", "2", "n/a"], [(1, "2"), (2, "5"), (3, "n/a")], ("n/a",)),
        (["02", "1", "x"], [(1, "02"), (2, "1"), (3, "x")], ("x",)),
        (["oak", "7", "elm"], [(1, "7"), (2, "elm"), (3, "oak")], ("7",)),
        (["oak", "7"], [(1, "7"), (2, "oak")], ("oak",)),
        (["oak", "1.5"], [(1, "1.5"), (2, "oak")], ()),
    ],
)
def test_numbers_and_words_mixed_are_free_text_and_the_fewer_are_odd(values, classes, odd):
    assert listed(values) == classes
    assert scheme(values).odd == odd


def test_no_value_makes_no_class():
    some = scheme([None, 4])
    assert some.table.values == (4,)
    assert some.class_of(None) is None
    assert len(scheme([None]).table) == 0


def test_true_and_false_are_1_and_0_and_called_so():
    switch = scheme([True, False, None])
    assert [(each.value, each.name) for each in switch.table] == [(0, "false"), (1, "true")]
    assert (switch.class_of(True), switch.class_of(False), switch.class_of(None)) == (1, 0, None)
    assert listed([True], names={True: "built"}) == [(1, "built")]


def test_a_value_that_the_classes_were_made_without_is_an_error():
    with pytest.raises(ExportError, match=r"CLASS_VALUE_FIELD: kind holds 9 now, .* changed meanwhile"):
        scheme([1, 2]).class_of(9)
    with pytest.raises(ExportError, match=r"holds x{99}… now"):
        scheme(["oak"]).class_of("x" * 200)


@pytest.mark.parametrize("values", [[1, -2], [-1.0], ["3", "-4"]])
def test_a_negative_value_is_refused(values):
    with pytest.raises(ExportError, match=r"CLASS_VALUE_FIELD: kind .*negative value -\d"):
        scheme(values)


@pytest.mark.parametrize("value", [1.5, float("nan"), float("inf"), 1e-300])
def test_a_number_that_is_not_whole_is_refused(value):
    with pytest.raises(ExportError, match=r"CLASS_VALUE_FIELD: kind .*not a whole number"):
        scheme([1, value])


def test_names_and_colours_of_the_layer_are_taken():
    table = scheme([5, 2], names={5: "Palm"}, colors={2: (1, 2, 3)}).table
    assert [(each.value, each.name, each.color) for each in table] == [
        (2, "2", (1, 2, 3)),
        (5, "Palm", palette_color(5)),
    ]


def test_a_class_keeps_its_colour_whatever_other_classes_there_are():
    assert [each.color for each in scheme([90, 10, 50]).table] == [
        palette_color(value) for value in (10, 50, 90)
    ]


@given(st.lists(st.text(min_size=1), unique=True, min_size=1), st.randoms())
def test_the_order_of_features_does_not_matter(words, random):
    shuffled = list(words)
    random.shuffle(shuffled)
    try:
        first = scheme(words)
    except ExportError:
        return
    assert scheme(shuffled) == first
    assert all(first.class_of(word) in first.table.values for word in words)


def test_long_numbers_in_text_keep_their_digits():
    assert scheme(["9007199254740992", "9007199254740993"]).table.values == (2**53, 2**53 + 1)
