"""Pages lead where they say, and none is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from training_data_exporter.writers import LABEL_FORMATS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(
    [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "tests" / "benchmarks" / "README.md",
        *DOCS.rglob("*.md"),
    ]
)
_LINK = re.compile(r"!?\[(?:[^\]\[]|\[[^\]]*\])*\]\(([^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)


def links(page: Path) -> list[str]:
    """Return where the links and pictures of a page lead that are not on another host."""
    text = _CODE.sub("", page.read_text("utf-8"))
    return [each for each in _LINK.findall(text) if not re.match(r"https?:|mailto:", each)]


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    text = _CODE.sub("", page.read_text("utf-8"))
    titles = re.findall(r"^#+ +(.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def target(page: Path, link: str) -> Path:
    """Return the file that a link leads to."""
    path = link.partition("#")[0]
    return (page.parent / path).resolve() if path else page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    for link in links(page):
        there = target(page, link)
        assert there.exists(), link
        anchor = link.partition("#")[2]
        assert not anchor or anchor in anchors(there), link


def test_every_page_can_be_reached_from_the_readme():
    reached, new = set(), {ROOT / "README.md"}
    while new:
        reached |= new
        found = {target(page, link) for page in new if page.suffix == ".md" for link in links(page)}
        new = found - reached
    assert [page for page in PAGES if page not in reached] == []


def test_every_picture_is_on_a_page():
    shown = {target(page, link) for page in PAGES for link in links(page)}
    assert [each.name for each in (DOCS / "images").iterdir() if each.resolve() not in shown] == []


def test_the_contents_list_every_format_and_every_page_of_one():
    named = re.findall(r"\[([\w]+)\]\(formats/(\w+)\.md\)", (DOCS / "README.md").read_text("utf-8"))
    names = [name for name, _ in named]
    yolo = {name for name in LABEL_FORMATS if name.startswith("YOLO_")}
    assert names == list(dict.fromkeys("YOLO" if name in yolo else name for name in LABEL_FORMATS))
    assert len({page for _, page in named}) == len(named)
