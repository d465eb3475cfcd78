"""The class table and its colours."""

from __future__ import annotations

from training_data_exporter.chipping.classes import PALETTE, ClassTable, LabelClass, palette_color


def test_the_table_ascends_by_value():
    table = ClassTable.of([LabelClass(value, str(value), (0, 0, 0)) for value in (7, 0, 300, 2)])
    assert table.values == (0, 2, 7, 300)
    assert [each.name for each in table] == ["0", "2", "7", "300"]
    assert len(table) == 4


def test_palette_colours_are_colours():
    for value in range(300):
        color = palette_color(value)
        assert len(color) == 3
        assert all(isinstance(part, int) and 0 <= part <= 255 for part in color)


def test_the_first_classes_have_distinct_colours():
    assert len({palette_color(value) for value in range(1, len(PALETTE) + 1)}) == len(PALETTE)


def test_neighbours_past_the_fixed_palette_differ():
    for value in range(len(PALETTE), 200):
        here, there = palette_color(value), palette_color(value + 1)
        assert sum(abs(one - other) for one, other in zip(here, there)) > 40


def test_a_colour_is_the_same_in_every_run():
    assert [palette_color(value) for value in (0, 1, 2, 20)] == [
        (128, 128, 128),
        (230, 25, 75),
        (60, 180, 75),
        (128, 128, 128),
    ]
    assert palette_color(21) == palette_color(21)
