"""A record as a piece of HTML, for notebooks: the text with its attributions marked, and a table of them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .record import Attribution, Record

_STYLES = {
    "source": "background:#cfe3ff;color:#000;border-bottom:2px solid #1d5fbf",
    "cue": "background:#ffe2b8;color:#000;font-style:italic",
    "content": "background:#e4f3da;color:#000",
}
_MOST_ROWS = 100


def record_html(record: Record) -> str:
    """Everything is escaped; no scripts, no styles beyond its own elements."""
    document = record.document
    facts = " · ".join(escape(fact) for fact in (document.outlet, document.published) if fact)
    title = escape(document.title or document.input)
    rows = "".join(_row(record, attribution) for attribution in record.attributions[:_MOST_ROWS])
    left = len(record.attributions) - _MOST_ROWS
    more = f"<p>… and {left} more</p>" if left > 0 else ""
    return (
        f"<div><p><strong>{title}</strong> {facts}</p>"
        f'<div style="white-space:pre-wrap;max-width:45em">{_marked(record)}</div>'
        f"<table><thead><tr><th>who</th><th>how</th><th>what</th><th>commitment</th></tr></thead><tbody>{rows}</tbody></table>"
        f"{more}</div>"
    )


def _row(record: Record, attribution: Attribution) -> str:
    who = record.origin_name(attribution) or "(the article)"
    cells = (who, attribution.cue.text, attribution.content.text, attribution.commitment)
    return "<tr>" + "".join(f'<td style="text-align:left">{escape(cell)}</td>' for cell in cells) + "</tr>"


def _marked(record: Record) -> str:
    text = record.document.text
    # One style a character, the innermost attribution's; sources and cues over contents.
    styles: list[str | None] = [None] * len(text)
    for part in ("content", "cue", "source"):
        for attribution in record.attributions:
            words = getattr(attribution, part)
            for begin, end in words.spans if words else ():
                styles[begin:end] = [part] * (end - begin)
    pieces: list[str] = []
    begin = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or styles[end] != styles[begin]:
            piece, style = escape(text[begin:end]), styles[begin]
            pieces.append(f'<mark style="{_STYLES[style]}" title="{style}">{piece}</mark>' if style else piece)
            begin = end
    return "".join(pieces)
