"""What a report tells batch by batch adds up to what it knows."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from training_data_exporter.labels.report import LabelReport

COUNTS = ("unseen", "thin", "partial", "small")
ids = st.integers(-3, 3)
EVENTS = st.one_of(
    st.tuples(st.just("repair"), ids),
    st.tuples(st.just("reduce"), ids),
    st.tuples(st.just("leave_out"), ids, st.sampled_from(["no polygon", "no area"])),
    st.tuples(st.just("leave_unclassified"), st.lists(ids, max_size=3)),
    st.tuples(st.just("count"), st.dictionaries(st.sampled_from(COUNTS), st.integers(0, 2))),
)


@given(st.lists(st.lists(EVENTS, max_size=6), max_size=5))
def test_news_of_batches_add_up_to_the_report(batches):
    report, told = LabelReport(total=9), LabelReport(total=9)
    for events in batches:
        known = {*report.reduced}, {*report.broken}, {*report.unclassified}
        for name, *values in events:
            if name == "count":
                report.count(**values[0])
            else:
                getattr(report, name)(*values)
        news = json.loads(json.dumps(report.news()))
        told.add(news)
        fresh = set(news["reduced"]), set(map(int, news["broken"])), set(news["unclassified"])
        assert not any(earlier & each for earlier, each in zip(known, fresh))
        assert told.reduced == report.reduced
        assert told.broken.keys() == report.broken.keys()
        assert told.unclassified == report.unclassified
        assert all(getattr(told, name) == getattr(report, name) for name in COUNTS)
        assert told.repaired >= report.repaired
    assert report.news() == LabelReport().news()


def test_what_was_repaired_in_vain_is_not_told_as_repaired():
    report = LabelReport()
    report.repair(5)
    report.leave_out(5, "no area")
    assert report.news()["repaired"] == []
    assert (report.repaired, report.broken) == (set(), {5: "no area"})
