"""Figures, line items, totals and findings as plain objects, and these as JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casualties.model import Explanation, Figure, Finding, LineItem, Total

__all__ = [
    "SCHEMA_VERSION",
    "explanation_record",
    "figure_record",
    "finding_record",
    "json_text",
    "line_item_record",
    "place_record",
    "total_record",
]

SCHEMA_VERSION = "1.0"

_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|(?<=#)#(?=\\[)"
)


def figure_record(figure: Figure) -> dict[str, object]:
    """The figure as the JSON formats print it."""
    return {
        "id": figure.id,
        "path": figure.path,
        "outcome": figure.outcome,
        "low": figure.range.low,
        "high": figure.range.high,
        "qualifier": figure.qualifier,
        "population": figure.population,
        "scope": figure.scope,
        "event": figure.event,
        "source": figure.source,
        "text": figure.text,
        "start": None if figure.line is None else figure.start,
        "end": None if figure.line is None else figure.end,
        "line": figure.line,
        "column": figure.column,
        "passage": figure.passage,
        "paragraph": figure.paragraph,
        "sentence": figure.sentence,
    }


def line_item_record(item: LineItem) -> dict[str, object]:
    """The line item with the ids of its figures; without a common number both ends are null."""
    return {
        "event": item.event,
        "outcome": item.outcome,
        "population": item.population,
        "low": item.range.low if item.range else None,
        "high": item.range.high if item.range else None,
        "verdict": item.verdict,
        "figures": _ids(item.figures),
    }


def total_record(total: Total) -> dict[str, object]:
    """The total of one outcome of one event."""
    return {
        "event": total.event,
        "outcome": total.outcome,
        "low": total.range.low,
        "high": total.range.high,
        "number": total.number,
        "basis": total.basis,
    }


def finding_record(finding: Finding) -> dict[str, object]:
    """The finding with the ids of its figures, the one to look at first."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "figures": _ids(finding.figures),
        "line": finding.line,
        "column": finding.column,
    }


def place_record(figure: Figure) -> dict[str, object]:
    """Where a figure stands, and its words."""
    return {
        "path": figure.path,
        "line": figure.line,
        "column": figure.column,
        "text": figure.text,
    }


def explanation_record(explanation: Explanation) -> dict[str, object]:
    """What a rule says of itself; a case is a list of paragraphs."""
    return {
        "code": explanation.code,
        "name": explanation.name,
        "severity": explanation.severity,
        "what": explanation.what,
        "why": explanation.why,
        "flags": [list(case) for case in explanation.flags],
        "passes": [list(case) for case in explanation.passes],
        "mend": explanation.mend,
        "silence": explanation.silence,
    }


def json_text(record: object, *, indent: int | None = None) -> str:
    """The record as JSON that any reader takes and any terminal survives.

    Lone surrogates and the control characters that JSON itself lets pass are escaped, and so is
    "##[", which a runner of jobs may obey wherever it stands.
    """
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _ids(figures: Iterable[Figure]) -> list[str]:
    return [figure.id for figure in figures]
