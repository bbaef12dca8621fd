"""A table with tabs between the cells, of ``casualties extract --format tsv``."""

from __future__ import annotations

from casualties.reporters import sheet_csv

__all__ = ["Report"]


class Report(sheet_csv.Report):
    """As CSV; a cell with a tab or a line end has quotation marks around it."""

    delimiter = "\t"
