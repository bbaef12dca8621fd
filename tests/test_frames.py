from __future__ import annotations

import datetime
import json
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

import casualties
from casualties import Conventions, Range, extract_frame
from casualties.frames import FIGURE_DTYPES, figures_frame, findings_frame
from casualties.model import Document, Figures
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


ARTICLES = pd.DataFrame(
    {
        "url": ["a", "b", "c", "d"],
        "body": ["Nine people died.", None, "Six were hurt; two died.", "No figures here."],
    },
    index=[7, 3, 5, 3],
)


def articles(*bodies: Any, **columns: Any) -> pd.DataFrame:
    return pd.DataFrame({"body": pd.Series(bodies, dtype="object"), **columns})


def test_articles_give_their_figures_in_their_order_under_their_index() -> None:
    before = ARTICLES.copy(deep=True)
    figures = extract_frame(ARTICLES)
    pd.testing.assert_frame_equal(ARTICLES, before)
    assert list(figures.columns) == ["url", *FIGURE_COLUMNS[1:]]
    assert figures.index.tolist() == [7, 5, 5]
    assert figures["url"].tolist() == ["a", "c", "c"]
    assert figures["outcome"].tolist() == ["killed", "injured", "killed"]
    assert figures["low"].tolist() == [9, 6, 2]
    assert figures.attrs == {"failures": []}


def test_figures_are_those_of_the_texts() -> None:
    figures = extract_frame(ARTICLES).drop(columns="url").reset_index(drop=True)
    expected = pd.concat(
        [casualties.extract(text).to_frame() for text in ARTICLES["body"].dropna()],
        ignore_index=True,
    )
    pd.testing.assert_frame_equal(figures, expected.drop(columns="path"), check_like=True)
    assert {name: str(dtype) for name, dtype in figures.dtypes.items()} == {
        name: dtype for name, dtype in FIGURE_DTYPES.items() if name != "path"
    }


@pytest.mark.parametrize(
    "ids",
    [
        pd.Series(["y", "x"], dtype=pd.CategoricalDtype(["x", "y", "z"], ordered=True)),
        pd.Series([1, 2], dtype="int32"),
        pd.Series([1, None], dtype="Int64"),
        pd.Series([1.5, float("nan")]),
        pd.Series([pd.Timestamp("2021-03-04", tz="UTC"), pd.NaT]),
        pd.Series([datetime.date(2021, 3, 4), ("a", 1)], dtype="object"),
        pd.Series(["y", "x"], dtype="string"),
    ],
    ids=lambda ids: str(ids.dtype),
)
def test_ids_keep_their_type(ids: pd.Series[Any]) -> None:
    frame = articles("Nine people died.", "Six were hurt; two died.", url=ids)
    figures = extract_frame(frame)
    pd.testing.assert_series_equal(figures["url"], ids.take([0, 1, 1]).rename("url"))
    assert extract_frame(frame[:0])["url"].dtype == ids.dtype


@pytest.mark.parametrize(
    "index",
    [
        pd.MultiIndex.from_tuples([("orlo", 1), ("orlo", 1)], names=["desk", "day"]),
        pd.date_range("2021-03-04", periods=2, name="day"),
        pd.Index(["same", "same"], name="desk"),
    ],
    ids=["levels", "days", "repeated"],
)
def test_an_index_of_any_sort_is_kept(index: pd.Index[Any]) -> None:
    frame = articles("Nine people died.", "Six were hurt; two died.").set_axis(index)
    figures = extract_frame(frame, id=None)
    pd.testing.assert_index_equal(figures.index, index.take([0, 1, 1]))
    assert list(figures.columns) == FIGURE_COLUMNS[1:]


def test_a_missing_text_has_no_figures() -> None:
    missing = [None, float("nan"), pd.NA, pd.NaT, ""]
    figures = extract_frame(articles(*missing), id=None)
    assert len(figures) == 0
    assert figures.attrs["failures"] == []
    assert figures["low"].dtype == "Int64"


def test_a_row_that_fails_is_told_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail_on_storm(document: Document, **options: Any) -> casualties.Figures:
        if "storm" in document.text:
            raise RecursionError
        return casualties.extract(document, **options)

    monkeypatch.setattr("casualties.frames.extract", fail_on_storm)
    frame = articles(12, "Nine people died.", ["x"], "A storm.", b"Six died.", "Two died.")
    figures = extract_frame(frame, id=None)
    assert figures["low"].tolist() == [9, 2]
    assert figures.index.tolist() == [1, 5]
    assert figures.attrs["failures"] == [
        {"row": 0, "why": "the text is an int"},
        {"row": 2, "why": "the text is a list"},
        {"row": 3, "why": "RecursionError"},
        {"row": 4, "why": "the text is a bytes"},
    ]
    assert json.dumps(figures.attrs)  # else to_parquet() fails
    pd.concat([figures, extract_frame(articles(1), id=None)])  # compares them


def test_an_id_that_has_the_name_of_a_column_of_figures_keeps_it() -> None:
    frame = articles("Nine people died.", id=[4], path=["p"])
    figures = extract_frame(frame, id="id")
    assert list(figures.columns)[:3] == ["id", "figure_id", "outcome"]
    assert (figures["id"].tolist(), figures["figure_id"].tolist()) == ([4], ["f1"])
    assert list(extract_frame(frame, id="path").columns)[:2] == ["path", "id"]


def test_empty_frames_keep_columns_and_types() -> None:
    figures = extract_frame(ARTICLES[:0])
    assert len(figures) == 0
    assert list(figures.columns) == ["url", *FIGURE_COLUMNS[1:]]
    assert figures.index.dtype == ARTICLES.index.dtype
    assert figures["start"].dtype == "Int64"


def test_columns_that_are_not_there_or_there_twice() -> None:
    with pytest.raises(KeyError, match="no column 'text' but 'url', 'body'"):
        extract_frame(ARTICLES, text="text")
    with pytest.raises(KeyError, match="no column 'id' but"):
        extract_frame(ARTICLES, id="id")
    with pytest.raises(ValueError, match="several columns 'body'"):
        extract_frame(ARTICLES[["url", "body", "body"]])


def test_texts_may_be_of_any_type_of_strings() -> None:
    for dtype in ("string", "category", "str"):
        frame = ARTICLES.astype({"body": dtype})
        pd.testing.assert_frame_equal(extract_frame(frame), extract_frame(ARTICLES))


def test_conventions_hold_for_all_rows() -> None:
    cautious = Conventions(vague=(("dozens", Range.parse("12+")),))
    figures = extract_frame(articles("Dozens died."), id=None, conventions=cautious)
    assert figures["low"].tolist() == [12]


def test_the_package_imports_pandas_only_for_frames() -> None:
    code = (
        "import sys, casualties; assert 'pandas' not in sys.modules; casualties.extract_frame; "
        "assert 'pandas' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    with pytest.raises(AttributeError, match="no attribute 'extract_frames'"):
        casualties.extract_frames  # noqa: B018 - there is none


def test_half_a_character_costs_no_row() -> None:
    bodies = ["Two died.", "Three people died \ud83d now."]
    articles = pd.DataFrame({"url": ["a", "b"], "body": pd.Series(bodies, dtype=object)})
    made = extract_frame(articles)
    assert made["low"].tolist() == [2, 3]
    assert made["sentence"].tolist()[1] == "Three people died \\ud83d now."
    assert made.attrs["failures"] == []
