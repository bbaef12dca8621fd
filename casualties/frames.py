"""Data frames of figures and of findings, in the columns of the CSV output.

pandas takes longer to import than a whole check: import this module only where a frame is wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import pandas as pd

from casualties.model import DEFAULT_CONVENTIONS
from casualties.pipeline import extract
from casualties.readers import read_text
from casualties.rows import FIGURE_COLUMNS, FINDING_COLUMNS, INTEGER_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from casualties.model import Conventions, Figure, Reconciliation
    from casualties.rows import Cell, Table

__all__ = [
    "FIGURE_DTYPES",
    "LARGEST_INTEGER",
    "extract_frame",
    "figures_frame",
    "findings_frame",
    "storable",
    "table_frame",
]

LARGEST_INTEGER = 2**63 - 1
"""Of a column of whole numbers; one with a larger number is a column of objects."""

FIGURE_DTYPES = {name: "Int64" if name in INTEGER_COLUMNS else "string" for name in FIGURE_COLUMNS}
"""The types of the columns of figures, as ``pandas.read_csv`` and ``read_excel`` take them."""

Row = TypeVar("Row")
Item = TypeVar("Item")


def figures_frame(figures: Iterable[Figure]) -> pd.DataFrame:
    """One row a figure; an open end, a vague number and an unnamed source are missing values."""
    return _frame(list(figures), FIGURE_COLUMNS)


def findings_frame(reconciliations: Iterable[Reconciliation]) -> pd.DataFrame:
    """One row a finding; event to ``high`` are those of the figure that leads it, if any does."""
    return _frame(
        [finding for each in reconciliations for finding in each.findings], FINDING_COLUMNS
    )


def table_frame(table: Table[Item, Row], items: Iterable[Item]) -> pd.DataFrame:
    """The rows of a table."""
    return _frame([row for item in items for row in table.rows(item)], table.columns)


def extract_frame(
    frame: pd.DataFrame,
    text: Hashable = "body",
    id: Hashable | None = "url",  # noqa: A002 - what a column of ids is called
    *,
    conventions: Conventions = DEFAULT_CONVENTIONS,
) -> pd.DataFrame:
    """The figures of a data frame of articles, one row a figure, in the order of the articles.

    The index is that of the articles, repeated for each figure, so that ``frame.join`` finds them.
    The first column is that of the ids, with its name and its type; where ``id`` is None there is
    none. The others are those of ``Figures.to_frame()`` without the path: ``Int64`` for whole
    numbers, ``string`` for the rest; one that the ids have the name of is called ``figure_id``,
    say. The frame that is given stays as it is.

    A missing text has no figures. What cannot be read is told in ``attrs["failures"]``, a list of
    ``{"row": 2, "why": "the text is an int"}``, where rows are counted from 0.

    >>> import pandas as pd
    >>> articles = pd.DataFrame({"url": ["a", "b"], "body": ["Two died, six were hurt.", None]})
    >>> extract_frame(articles)[["url", "outcome", "low", "high"]]
      url  outcome  low  high
    0   a   killed    2     2
    0   a  injured    6     6

    Raises:
        KeyError: if there is no such column.
        ValueError: if there are two of that name.
    """
    texts = _column(frame, text)
    ids = None if id is None else _column(frame, id)
    figures: list[Figure] = []
    rows: list[int] = []
    failures: list[dict[str, object]] = []
    for row, article in enumerate(texts):
        try:
            found = _figures(article, conventions)
        except Exception as error:  # noqa: BLE001 - one article may not cost all the others
            failures.append({"row": row, "why": str(error) or type(error).__name__})
        else:
            figures += found
            rows += [row] * len(found)
    places = np.array(rows, dtype=np.intp)  # a list without rows would be taken for floats
    made = figures_frame(figures).drop(columns="path").set_axis(frame.index.take(places))
    if ids is not None:
        made = made.rename(columns={id: f"figure_{id}"} if id in made else {})
        made.insert(0, id, ids.array.take(places))
    made.attrs["failures"] = failures
    return made


def _column(frame: pd.DataFrame, name: Hashable) -> pd.Series[Any]:
    if name not in frame:
        there = ", ".join(map(repr, frame.columns)) or "none"
        raise KeyError(f"the frame has no column {name!r} but {there}")
    if sum(each == name for each in frame.columns) > 1:
        raise ValueError(f"the frame has several columns {name!r}")
    return frame[name]


def _figures(article: Any, conventions: Conventions) -> Sequence[Figure]:
    """The figures of a cell.

    Raises:
        TypeError: if it is neither a text nor missing.
    """
    if isinstance(article, str):
        return extract(read_text(article, with_comments=False), conventions=conventions)
    if pd.api.types.is_scalar(article) and pd.isna(article):
        return ()
    name = type(article).__name__
    raise TypeError(f"the text is {'an' if name[0] in 'aeio' else 'a'} {name}")


def _frame(rows: Sequence[Row], columns: Mapping[str, Callable[[Row], Cell]]) -> pd.DataFrame:
    cells = {name: [cell(row) for row in rows] for name, cell in columns.items()}
    return pd.DataFrame(
        {
            name: _integers(column)
            if name in INTEGER_COLUMNS
            else pd.Series(list(map(storable, column)), dtype="string")
            for name, column in cells.items()
        }
    )


def storable(cell: Cell) -> Cell:
    """The cell with half characters, as broken JSON has them, written out: no column holds them."""
    return cell and str(cell).encode("utf-8", "backslashreplace").decode()


def _integers(values: Sequence[object]) -> pd.Series:
    fits = all(not isinstance(value, int) or value <= LARGEST_INTEGER for value in values)
    return pd.Series(values, dtype="Int64" if fits else "object")
