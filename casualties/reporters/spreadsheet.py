"""CSV that a spreadsheet can open without harm."""

from __future__ import annotations

import re

import pandas as pd

from casualties.reporters.printable import show_controls

__all__ = ["csv_text"]

_FORMULA = re.compile(r"[\t\r]|[\s\ufeff\u200b]*[=+\-@＝＋－＠]\s*\S")
_LINE_END = re.compile(r"\r\n?")


def csv_text(frame: pd.DataFrame) -> str:
    """The CSV of a frame: a missing value is an empty cell, lines end with a bare newline."""
    safe = frame.copy()
    for name in frame.columns:
        if isinstance(frame[name].dtype, pd.StringDtype):
            safe[name] = frame[name].map(_cell, na_action="ignore")
    return safe.to_csv(index=False, na_rep="", lineterminator="\n")


def _cell(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would compute it.

    A lone sign, such as the "-" that names the standard input, is no formula.
    """
    apostrophe = "'" if _FORMULA.match(text) else ""
    return apostrophe + show_controls(_LINE_END.sub("\n", text))
