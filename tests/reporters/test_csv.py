import csv
import io
from dataclasses import replace

import pytest

from casualties.model import Document, Figures
from casualties.ranges import Range
from casualties.reporters import check_csv, sheet_csv
from casualties.reporters.report import render
from tests.records import FIGURE, FINDING, INJURED, STALE, reconciliation


def extracted(**changes: object) -> dict[str, str]:
    """The one row of a figure, as a reader of CSV sees it."""
    figure = replace(FIGURE, **changes)  # type: ignore[arg-type]  # any field of a figure
    text = render(sheet_csv.Report(), [(Document(figure.path, "", ()), Figures([figure]))])
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    return row


def test_figures() -> None:
    document = Document("ferry.txt", "", ())
    assert render(sheet_csv.Report(), [(document, Figures([FIGURE, INJURED]))]) == (
        "path,id,outcome,low,high,qualifier,number,population,scope,event,source,passage,paragraph,"
        "line,column,start,end,text,sentence\n"
        "ferry.txt,f1,killed,12,12,exact,12,people,total,main,,headline,1,1,1,0,9,12 people,"
        "12 people drowned off Orlo\n"
        "ferry.txt,f2,injured,146,,more_than,145,people,total,main,the coastguard,paragraph,2,3,14,"
        "40,53,more than 145,The coastguard said more than 145 were hurt.\n"
    )


def test_findings() -> None:
    assert render(check_csv.Report(), [reconciliation(INJURED, STALE, findings=(FINDING,))]) == (
        "path,line,column,severity,code,name,event,outcome,population,low,high,message\n"
        "ferry.txt,5,7,error,CAS102,conflicting-bounds,main,injured,people,130,,"
        '"""at least 130"" and ""more than 145"" are of different dates"\n'
    )


def test_nothing_to_report_is_a_header() -> None:
    assert render(check_csv.Report(), []).count("\n") == 1
    assert render(sheet_csv.Report(), []).count("\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+12",
        "-2 dead",
        "- Two dead",
        "@SUM(A1)",
        "\t12 dead",
        "\r12 dead",
        "  =1+1",
        "\u00a0=1+1",
        "\n@SUM(A1)",
        "\ufeff=1+1",
        "＝1+1",
    ],
)
def test_what_a_spreadsheet_would_compute_gets_an_apostrophe(text: str) -> None:
    assert extracted(sentence=text)["sentence"] == "'" + text.replace("\r", "\n")


@pytest.mark.parametrize("text", ["12-15 dead", "a = b", "'=1+1", "(+12)", "–2", "-", ""])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert extracted(sentence=text)["sentence"] == text


def test_numbers_stay_whole_and_an_open_end_is_empty() -> None:
    row = extracted(range=Range(24, None), number=None)
    assert (row["low"], row["high"], row["number"]) == ("24", "", "")
    assert extracted(range=Range(0, 0))["low"] == "0"
    assert extracted(range=Range.exactly(10**30))["high"] == str(10**30)


def test_commas_quotation_marks_and_line_ends_survive() -> None:
    text = 'Twelve,\n"all of them",\r\nsaid\rhe'
    assert extracted(text=text)["text"] == 'Twelve,\n"all of them",\nsaid\nhe'


def test_control_characters_are_written_out() -> None:
    assert extracted(text="\x1b[2J\ud800")["text"] == r"\x1b[2J\ud800"


@pytest.mark.parametrize("path", ["::error::a.txt", "  ::error::a, b.txt", "a::b.txt"])
def test_a_path_that_is_a_command_stays_as_it_is_between_quotation_marks(path: str) -> None:
    assert extracted(path=path)["path"] == path


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12\n::error::dead", "12\n\\x3a:error::dead"),
        ("12 ##[error]dead", "12 \\x23#[error]dead"),
        ("12\n##[error]dead", "12\n\\x23#[error]dead"),
        ("12 :: dead # [a] ## b", "12 :: dead # [a] ## b"),
    ],
)
def test_a_command_within_a_text_is_written_out(text: str, shown: str) -> None:
    assert extracted(sentence=text)["sentence"] == shown
