"""Figures, totals and findings as rows of a sheet: the columns of CSV and of data frames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeAlias, TypeVar

from casualties.model import (
    Document,
    Figure,
    Figures,
    Finding,
    Outcome,
    Reconciliation,
    Total,
    Verdict,
)
from casualties.records import dataclass, replace

__all__ = [
    "FIGURES",
    "FIGURE_COLUMNS",
    "FINDING_COLUMNS",
    "HXL_OUTCOMES",
    "HXL_TAGS",
    "INTEGER_COLUMNS",
    "SUMMARIES",
    "SUMMARY_COLUMNS",
    "Cell",
    "Summary",
    "Table",
]

Cell: TypeAlias = str | int | None
Item = TypeVar("Item")
Row = TypeVar("Row")

FIGURE_COLUMNS: Mapping[str, Callable[[Figure], Cell]] = {
    "path": lambda figure: figure.path,
    "id": lambda figure: figure.id,
    "outcome": lambda figure: figure.outcome,
    "low": lambda figure: figure.range.low,
    "high": lambda figure: figure.range.high,
    "qualifier": lambda figure: figure.qualifier,
    "number": lambda figure: figure.number,
    "population": lambda figure: figure.population,
    "scope": lambda figure: figure.scope,
    "event": lambda figure: figure.event,
    "source": lambda figure: figure.source,
    "passage": lambda figure: figure.passage,
    "paragraph": lambda figure: figure.paragraph,
    "line": lambda figure: figure.line,
    "column": lambda figure: figure.column,
    "start": lambda figure: None if figure.line is None else figure.start,
    "end": lambda figure: None if figure.line is None else figure.end,
    "text": lambda figure: figure.text,
    "sentence": lambda figure: figure.sentence,
}
"""One row a figure; an open end, a vague number and an unnamed source are empty."""

FINDING_COLUMNS: Mapping[str, Callable[[Finding], Cell]] = {
    "path": lambda finding: finding.place.path,
    "line": lambda finding: finding.line,
    "column": lambda finding: finding.column,
    "severity": lambda finding: finding.severity,
    "code": lambda finding: finding.code,
    "name": lambda finding: finding.name,
    "event": lambda finding: finding.figures[0].event if finding.figures else None,
    "outcome": lambda finding: finding.figures[0].outcome if finding.figures else None,
    "population": lambda finding: finding.figures[0].population if finding.figures else None,
    "low": lambda finding: finding.figures[0].range.low if finding.figures else None,
    "high": lambda finding: finding.figures[0].range.high if finding.figures else None,
    "message": lambda finding: finding.message,
}
"""One row a finding; event to ``high`` are those of the figure that leads it, if any does."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a document says in all of one outcome of one event.

    ``verdict`` is the gravest of its line items, ``mentions`` counts the figures.
    """

    path: str | None
    total: Total
    verdict: Verdict
    mentions: int


SUMMARY_COLUMNS: Mapping[str, Callable[[Summary], Cell]] = {
    "path": lambda summary: summary.path,
    "event": lambda summary: summary.total.event,
    "outcome": lambda summary: summary.total.outcome,
    "low": lambda summary: summary.total.range.low,
    "high": lambda summary: summary.total.range.high,
    "number": lambda summary: summary.total.number,
    "basis": lambda summary: summary.total.basis,
    "verdict": lambda summary: summary.verdict,
    "mentions": lambda summary: summary.mentions,
}
"""One row an event and outcome."""

INTEGER_COLUMNS = frozenset(
    {"low", "high", "number", "paragraph", "line", "column", "start", "end", "mentions"}
)

HXL_TAGS: Mapping[str, str] = {
    "path": "#meta+source+name",
    "id": "#meta+id",
    "outcome": "#impact+type",
    "low": "#affected+min",
    "high": "#affected+max",
    "number": "#affected+num",
    "event": "#event+name",
    "source": "#org+name",
    "text": "#description",
    "verdict": "#status",
    "mentions": "#meta+count",
}
"""Hashtags of HXL for the columns that have one; the standard lets the others go untagged."""

HXL_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.KILLED: "#affected+killed",
    Outcome.INJURED: "#affected+injured",
    Outcome.MISSING: "#affected+missing",
    Outcome.CASUALTIES: "#affected+casualties",
}
"""Hashtags of HXL 1.1 for the numbers of people, the last two with attributes of our own.

https://hxlstandard.org/standard/1-1final/dictionary has ``+killed`` and ``+injured``. What is
undivided must have neither: it would be added to those.
"""


@dataclass(frozen=True, slots=True)
class Table(Generic[Item, Row]):
    """A sheet: the rows that it has of an item, and the columns, with those for people apart.

    ``count`` is the outcome of a row and its number, and ``tags`` are the HXL tags of the columns,
    if they have any.
    """

    name: str
    rows: Callable[[Item], Iterable[Row]]
    columns: Mapping[str, Callable[[Row], Cell]]
    shown: tuple[str, ...]
    count: Callable[[Row], tuple[Outcome, int | None]]
    tags: tuple[str, ...] = ()

    def cells(self, item: Item) -> list[list[Cell]]:
        """The cells of the rows, in the order of the columns."""
        return [[cell(row) for cell in self.columns.values()] for row in self.rows(item)]

    def tagged(self) -> Table[Item, Row]:
        """The table with tags, and with a column for the number of each outcome.

        HXL tags a column as a whole: ``#affected+killed`` cannot be a number beside a word.
        """
        outcomes = {outcome.value: self._number_of(outcome) for outcome in HXL_OUTCOMES}
        tags = [*(HXL_TAGS.get(name, "") for name in self.columns), *HXL_OUTCOMES.values()]
        return replace(self, columns={**self.columns, **outcomes}, tags=tuple(tags))

    def _number_of(self, wanted: Outcome) -> Callable[[Row], Cell]:
        def number(row: Row) -> Cell:
            outcome, count = self.count(row)
            return count if outcome is wanted else None

        return number


def _figures(item: tuple[Document, Figures]) -> Figures:
    return item[1]


def _summaries(item: Reconciliation) -> Iterable[Summary]:
    for total in item.totals:
        key = total.event, total.outcome
        verdicts = [each.verdict for each in item.line_items if (each.event, each.outcome) == key]
        mentions = sum((each.event, each.outcome) == key for each in item.figures)
        yield Summary(item.document.path, total, _gravest(verdicts), mentions)


def _gravest(verdicts: Iterable[Verdict]) -> Verdict:
    """The gravest; what is stated as an increment alone is in no line item, and consistent."""
    return min(verdicts, key=list(Verdict).index, default=Verdict.CONSISTENT)


FIGURES = Table(
    "figures",
    _figures,
    FIGURE_COLUMNS,
    tuple("path line column outcome low high population scope event source text".split()),
    lambda figure: (figure.outcome, figure.number),
)
SUMMARIES = Table(
    "totals",
    _summaries,
    SUMMARY_COLUMNS,
    tuple(SUMMARY_COLUMNS),
    lambda summary: (summary.total.outcome, summary.total.number),
)
