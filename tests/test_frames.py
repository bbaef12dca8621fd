from dataclasses import replace

import pandas as pd

from casualties.frames import figures_frame, findings_frame
from casualties.model import Figures
from casualties.ranges import Range
from tests.records import FIGURE, FINDING, INJURED, STALE, reconciliation

FIGURE_COLUMNS = (
    "path,id,outcome,low,high,qualifier,number,population,scope,event,source,passage,paragraph,"
    "line,column,start,end,text,sentence"
).split(",")
FINDING_COLUMNS = (
    "path,line,column,severity,code,name,event,outcome,population,low,high,message"
).split(",")


def test_figures_have_their_columns_in_order_and_nullable_types() -> None:
    frame = Figures([FIGURE, INJURED]).to_frame()
    assert list(frame.columns) == FIGURE_COLUMNS
    integers = {"low", "high", "number", "paragraph", "line", "column", "start", "end"}
    for name in FIGURE_COLUMNS:
        assert frame[name].dtype == ("Int64" if name in integers else "string"), name


def test_a_figure_is_a_row() -> None:
    row = figures_frame([INJURED]).iloc[0]
    assert {name: row[name] for name in FIGURE_COLUMNS if not pd.isna(row[name])} == {
        "path": "ferry.txt",
        "id": "f2",
        "outcome": "injured",
        "low": 146,
        "qualifier": "more_than",
        "number": 145,
        "population": "people",
        "scope": "total",
        "event": "main",
        "source": "the coastguard",
        "passage": "paragraph",
        "paragraph": 2,
        "line": 3,
        "column": 14,
        "start": 40,
        "end": 53,
        "text": "more than 145",
        "sentence": "The coastguard said more than 145 were hurt.",
    }


def test_what_is_not_said_is_missing() -> None:
    vague = replace(FIGURE, path=None, range=Range(24, None), number=None, source=None)
    row = figures_frame([vague]).iloc[0]
    assert [name for name in FIGURE_COLUMNS if row[name] is pd.NA] == [
        "path",
        "high",
        "number",
        "source",
    ]


def test_findings_have_their_columns_in_order_and_nullable_types() -> None:
    frame = findings_frame([reconciliation(INJURED, STALE, findings=(FINDING,))])
    assert list(frame.columns) == FINDING_COLUMNS
    for name in FINDING_COLUMNS:
        integer = name in {"line", "column", "low", "high"}
        assert frame[name].dtype == ("Int64" if integer else "string"), name
    assert frame.iloc[0].dropna().to_dict() == {
        "path": "ferry.txt",
        "line": 5,
        "column": 7,
        "severity": "error",
        "code": "CAS102",
        "name": "conflicting-bounds",
        "event": "main",
        "outcome": "injured",
        "population": "people",
        "low": 130,
        "message": '"at least 130" and "more than 145" are of different dates',
    }


def test_frames_without_rows_keep_columns_and_types() -> None:
    figures, findings = figures_frame([]), findings_frame([])
    assert (list(figures.columns), len(figures)) == (FIGURE_COLUMNS, 0)
    assert (list(findings.columns), len(findings)) == (FINDING_COLUMNS, 0)
    assert figures["high"].dtype == findings["high"].dtype == "Int64"


def test_a_number_too_large_for_a_column_is_kept() -> None:
    absurd = replace(FIGURE, range=Range.exactly(10**30), number=10**30)
    frame = figures_frame([absurd, FIGURE])
    assert frame["low"].tolist() == [10**30, 12]


def test_a_reconciliation_gives_its_figures() -> None:
    frame = reconciliation(FIGURE, INJURED).to_frame()
    pd.testing.assert_frame_equal(frame, figures_frame([FIGURE, INJURED]))
