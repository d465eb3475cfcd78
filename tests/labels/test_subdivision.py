"""Which chips of a batch boxes may meet, against a look at every chip."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from training_data_exporter.chipping.plan.grid import Batch, Grid
from training_data_exporter.labels.shapes.subdivision import Pairs, reach

sizes = st.integers(1, 30)
sides = st.tuples(st.floats(-50, 250), st.floats(0, 90))
boxes_of = st.lists(st.tuples(sides, sides), min_size=1, max_size=5)


@given(st.builds(Grid, *[st.integers(1, 200)] * 2, *[sizes] * 4), boxes_of, st.data())
def test_the_chips_that_share_a_point_with_a_box(grid, boxes, data):
    rows, columns = (
        data.draw(st.tuples(*[st.integers(0, count)] * 2).map(sorted).map(lambda ends: range(*ends)))
        for count in (grid.rows, grid.columns)
    )
    array = np.array([(x, y, x + width, y + height) for (x, width), (y, height) in boxes])
    batch = Batch(grid, rows, columns, grid.whole)
    pairs = Pairs.of(*reach(array, grid, batch))
    met = []
    for number, (left, top, right, bottom) in enumerate(array.tolist()):
        for row in rows:
            for column in columns:
                window = grid.window(row, column)
                across = window.col_off <= right and left <= window.col_end
                if across and window.row_off <= bottom and top <= window.row_end:
                    met.append((number, row, column))
    assert list(zip(pairs.items.tolist(), pairs.rows.tolist(), pairs.columns.tolist())) == met


def test_a_box_that_touches_two_chips():
    grid = Grid(100, 1000, 100, 100, 50, 50)
    rows, columns = reach(np.array([(130.0, 10.0, 140.0, 20.0)]), grid, Batch.of(grid, range(1), range(10)))
    assert (rows.tolist(), columns.tolist()) == ([[0, 1]], [[1, 3]])
