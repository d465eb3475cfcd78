"""The report as one HTML file: no script, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Callable

from .contact_sheet import SheetChip
from .markup import html_text

Translate = Callable[[str], str]
"""Gives the translation of an English text."""

_NAME_HEIGHT = 0.08  # of a class name, as a share of the smallest picture

_STYLE = """
body { font: 15px/1.45 "Noto Sans", "DejaVu Sans", "Segoe UI", Helvetica, sans-serif; color: #222;
       background: #fff; max-width: 800px; margin: 24px auto; padding: 0 16px; }
h1 { font-size: 24px; margin: 0 0 4px; overflow-wrap: anywhere; } h2 { font-size: 18px; margin: 32px 0 8px; }
p { margin: 0 0 10px; } .source { color: #666; margin: 0; overflow-wrap: anywhere; }
.numbers { display: flex; flex-wrap: wrap; margin: 20px 0 8px; padding: 0; }
.numbers div { background: #eef3f8; border-radius: 6px; padding: 8px 14px; margin: 0 12px 12px 0; }
.numbers b { display: block; font-size: 20px; }
.look { background: #fff4d6; border-left: 4px solid #e0a100; padding: 8px 12px 8px 30px; margin: 0;
        overflow-wrap: anywhere; }
.chart { margin-bottom: 6px; } .narrow { display: none; }
svg { display: block; max-width: 100%; height: auto; } .wide { width: 100%; }
svg text { font-size: 12px; fill: #222; } svg .title { font-weight: bold; }
svg .middle { text-anchor: middle; } svg line { stroke: #555; } svg .bar { fill: #2a78b8; }
.legend { margin: 0 0 10px; padding: 0; list-style: none; display: flex; flex-wrap: wrap; }
.legend li { margin: 0 16px 6px 0; overflow-wrap: anywhere; }
.legend i { display: inline-block; width: 13px; height: 13px; border: 1px solid #555; margin-right: 6px; }
.sheet { display: flex; flex-wrap: wrap; } figure { margin: 0 10px 10px 0; max-width: 100%; }
figure img { display: block; max-width: 100%; height: auto; } figcaption { font-size: 11px; color: #555; }
.picture { position: relative; display: block; overflow: hidden; }
.picture b { position: absolute; max-width: 60%; padding: 0 2px; overflow: hidden; white-space: nowrap;
             text-overflow: ellipsis; font: 9px sans-serif; color: white; background: rgba(0, 0, 0, 0.6); }
.close { display: none; }
figure:target { position: fixed; top: 0; right: 0; bottom: 0; left: 0; z-index: 1; margin: 0; display: flex;
                align-items: center; justify-content: center; background: rgba(0, 0, 0, 0.88); }
figure:target img { width: 90vmin; max-width: none; image-rendering: pixelated; }
figure:target .picture b { font-size: 14px; } figure:target figcaption { position: fixed; bottom: 6px; }
figure:target figcaption, figure:target .close { color: white; font-size: 15px; }
figure:target .close { display: block; position: fixed; top: 10px; right: 18px; font-size: 30px; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th { width: 38%; text-align: left; font-weight: normal; color: #666; }
th, td { padding: 3px 12px 3px 0; border-bottom: 1px solid #ddd; vertical-align: top; }
td { overflow-wrap: anywhere; word-wrap: break-word; }
pre { background: #f4f4f4; padding: 10px; font-size: 12px; white-space: pre-wrap;
      overflow-wrap: anywhere; word-wrap: break-word; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; } body { color: #ddd; background: #1b1d20; }
  .source, th, figcaption { color: #aaa; } .numbers div { background: #2a3440; }
  .look { background: #3b3218; } svg text { fill: #ddd; } svg line { stroke: #aaa; }
  svg .bar { fill: #5aa5e0; } th, td { border-bottom-color: #444; } pre { background: #282b30; }
}
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 12px; }
  h2 { break-after: avoid; } svg, figure, tr, li, .numbers div { break-inside: avoid; }
  figure:target { position: static; background: none; } figure:target .close { display: none; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
@media (max-width: 640px) {
  .wide { display: none; } .narrow { display: block; } p.narrow { margin: 10px 0 4px; }
  figure:not(:target) { width: calc(50% - 10px); } figure:not(:target) img { width: 100%; }
}
"""


def page(title: str, language: str, sections: Iterable[str]) -> str:
    """Return a whole HTML file.

    Args:
        title: its title, not escaped.
        language: code of the language of its texts, such as "de".
        sections: its parts as HTML.
    """
    head = (
        f'<!DOCTYPE html>\n<html lang="{html_text(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )
    return head + "\n".join([part for part in sections if part]) + "\n</body>\n</html>\n"


def section(title: str, content: str) -> str:
    """Return a part with a heading; nothing where it has no content."""
    return f"<h2>{html_text(title)}</h2>\n{content}" if content else ""


def key_numbers(numbers: Sequence[tuple[str, str]]) -> str:
    """Return numbers and what they count."""
    cells = [f"<div><b>{html_text(number)}</b>{html_text(what)}</div>" for what, number in numbers]
    return f'<div class="numbers">{"".join(cells)}</div>'


def warnings(sentences: Sequence[str]) -> str:
    """Return sentences that ask for a look; nothing without any."""
    items = "".join(f"<li>{html_text(each)}</li>" for each in sentences)
    return f'<ul class="look">{items}</ul>' if items else ""


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Return names and values."""
    cells = "".join(f"<tr><th>{html_text(name)}</th><td>{html_text(value)}</td></tr>" for name, value in rows)
    return f"<table>{cells}</table>" if cells else ""


def legend(entries: Iterable[tuple[str, tuple[int, int, int]]]) -> str:
    """Return names with their colours."""
    items = "".join(
        f'<li><i style="background: rgb{color}"></i>{html_text(name)}</li>' for name, color in entries
    )
    return f'<ul class="legend">{items}</ul>'


def sheet(chips: Iterable[SheetChip], has_labels: bool = True) -> str:
    """Return pictures side by side, each with its stem and number of labels, and a link to a larger one.

    Args:
        chips: the pictures.
        has_labels: chips have labels, whose number is said.
    """
    figures = "".join(_figure(number, chip, has_labels) for number, chip in enumerate(chips))
    return f'<div class="sheet" id="sheet">{figures}</div>'


def _figure(number: int, chip: SheetChip, has_labels: bool) -> str:
    """Return a picture; where its address is the page's, it fills the window, without a script."""
    stem, size = html_text(chip.stem), f'width="{chip.width}" height="{chip.height}"'
    names = "".join(_name(*each) for each in chip.names)
    caption = f"{stem} · {chip.labels}" if has_labels else stem
    image = f'<img src="{chip.source}" alt="{html_text(_described(chip))}" {size}>'
    return (
        f'<figure id="chip-{number}"><a class="picture" href="#chip-{number}">{image}{names}</a>'
        f'<figcaption>{caption}</figcaption><a class="close" href="#sheet">×</a></figure>'
    )


def _name(name: str, across: float, down: float) -> str:
    """Return a class name above its box, or in it at the top; the words for the picture say it too."""
    place = f"left: {100 * across:.1f}%; top: {100 * down:.1f}%"
    if down > _NAME_HEIGHT:
        place += "; transform: translateY(-100%)"
    return f'<b aria-hidden="true" style="{place}">{html_text(name)}</b>'


def _described(chip: SheetChip) -> str:
    """Return a picture in words: which chip it is, and which labels are drawn on it."""
    classes = ", ".join(f"{name} {count}" for name, count in chip.classes)
    return f"{chip.stem}: {classes}" if classes else chip.stem


def chart(svg: str) -> str:
    """Return a chart; nothing where there is none."""
    return f'<div class="chart">{svg}</div>' if svg else ""


def code(text: str) -> str:
    """Return a text as it stands."""
    return f"<pre>{html_text(text)}</pre>" if text else ""
