"""The consistency table: what each line item allows, what was stated and where, and the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import LineItem, Scope, Verdict
from casualties.reporters.columns import render_columns
from casualties.reporters.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casualties.model import Figure, Outcome, Reconciliation

__all__ = ["HEADERS", "consistency_rows", "render_consistency"]

HEADERS = ("event", "outcome", "population", "range", "stated", "verdict")
_WIDEST = {"event": 12, "population": 12, "range": 11}
_TIMES = {1: "once", 2: "twice"}
_STANDING = {
    Scope.TOTAL: "superseded",  # by an increment, else it would be in a line item
    Scope.PREVIOUS: "superseded",
    Scope.PART: "part",
    Scope.ADDITIONAL: "increase",
}
"""What the table says in place of a verdict of figures that are in no line item."""


def render_consistency(reconciliation: Reconciliation, *, verbose: bool) -> str:
    """The rows as a table; empty if there is none."""
    rows = consistency_rows(reconciliation, verbose=verbose)
    return render_columns(HEADERS, rows, widest=_WIDEST, last="stated") if rows else ""


def consistency_rows(reconciliation: Reconciliation, *, verbose: bool) -> list[tuple[str, ...]]:
    """A row for each line item of several figures, and for each with a finding.

    If it is ``verbose``, a row for all that is stated, with who is quoted for it.
    """
    shown = [
        (item, str(item.range or "none"), _verdict(item))
        for item in reconciliation.line_items
        if verbose or len(item.figures) > 1 or item.verdict is not Verdict.CONSISTENT
    ]
    standing: list[tuple[LineItem, str, str]] = [*shown]
    if verbose:
        standing += [
            (item, "", _STANDING[item.figures[0].scope]) for item in _apart(reconciliation)
        ]
    place_of = {figure.id: place for place, figure in enumerate(reconciliation.figures)}
    standing.sort(key=lambda row: place_of[row[0].figures[0].id])
    path = reconciliation.document.path
    return [
        (
            one_line(item.event),
            item.outcome,
            one_line(item.population),
            allowed,
            _stated(item.figures, path, with_source=verbose),
            verdict,
        )
        for item, allowed, verdict in standing
    ]


def _verdict(item: LineItem) -> str:
    """The verdict; figures without a common number are not consistent where nothing is said."""
    if item.range is None and item.verdict is Verdict.CONSISTENT:
        return "no finding"
    return item.verdict


def _apart(reconciliation: Reconciliation) -> Iterator[LineItem]:
    """The figures that are in no line item, those of one scope and the same people together."""
    held = {figure.id for item in reconciliation.line_items for figure in item.figures}
    groups: dict[tuple[str, Outcome, str, str], list[Figure]] = {}
    for figure in reconciliation.figures:
        if figure.id not in held:
            key = (figure.event, figure.outcome, figure.population, _STANDING[figure.scope])
            groups.setdefault(key, []).append(figure)
    for (event, outcome, population, _), figures in groups.items():
        yield LineItem(event, outcome, population, None, Verdict.CONSISTENT, tuple(figures))


def _stated(figures: Sequence[Figure], path: str | None, *, with_source: bool) -> str:
    """Every range once, in the order of the text, with how often it is stated and where."""
    groups: dict[tuple[str, str | None], list[Figure]] = {}
    for figure in figures:
        key = str(figure.range), figure.source if with_source else None
        groups.setdefault(key, []).append(figure)
    return "\n".join(
        f"{stated}: {_TIMES.get(len(alike), f'{len(alike)} times')}, {_places(alike, path)}"
        + (f", {one_line(source)}" if source else "")
        for (stated, source), alike in groups.items()
    )


def _places(figures: Sequence[Figure], path: str | None) -> str:
    """The lines, of each input where the report is of several."""
    lines_of: dict[str | None, list[Figure]] = {}
    for figure in figures:
        lines_of.setdefault(figure.path, []).append(figure)
    return "; ".join(
        _lines(lines) + (f" of {one_line(input_)}" if input_ and input_ != path else "")
        for input_, lines in lines_of.items()
    )


def _lines(figures: Sequence[Figure]) -> str:
    unit = "paragraph" if figures[0].line is None else "line"
    numbers = list(dict.fromkeys(str(f.line or f.paragraph) for f in figures))
    return f"{unit} {numbers[0]}" if len(numbers) == 1 else f"{unit}s {', '.join(numbers)}"
