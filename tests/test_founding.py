"""The article that the tool was made for, in our own words and with the fault it had in print.

The body counts more than 145 injured, twice; the caption of a photograph counts at least another
130. Beside them stand numbers that count no victims: seats, hours, dates, attackers on the run.
"""

import json
from typing import Any

import pytest
from click.testing import CliRunner

import casualties
from casualties.cli import main
from tests.snapshots import ROOT

ARTICLE = ROOT / "examples" / "concert-hall.txt"


@pytest.fixture(scope="module")
def reconciliation() -> casualties.Reconciliation:
    return casualties.check(ARTICLE.read_text("utf-8"))


def test_six_figures_and_no_other(reconciliation: casualties.Reconciliation) -> None:
    assert [
        (f.outcome, str(f.range), f.qualifier, f.population, f.scope, f.event, f.passage)
        for f in reconciliation.figures
    ] == [
        ("killed", "40+", "at_least", "people", "total", "main", "paragraph"),
        ("injured", "146+", "more_than", "people", "total", "main", "paragraph"),
        ("killed", "40+", "at_least", "people", "total", "main", "paragraph"),
        ("injured", "146+", "more_than", "people", "total", "main", "paragraph"),
        ("killed", "40", "exact", "people", "total", "main", "caption"),
        ("injured", "130+", "at_least", "people", "total", "main", "caption"),
    ]


def test_every_figure_stands_where_it_says(reconciliation: casualties.Reconciliation) -> None:
    text = ARTICLE.read_text("utf-8")
    assert [f.text for f in reconciliation.figures] == [
        "at least 40 people",
        "more than 145",
        "At least 40 people",
        "more than 145",
        "40 people",
        "at least another 130",
    ]
    for figure in reconciliation.figures:
        assert text[figure.start : figure.end] == figure.text
        line, column = figure.line or 0, figure.column or 0
        assert text.splitlines()[line - 1][column - 1 :].startswith(figure.text)


def test_the_caption_contradicts_the_body(reconciliation: casualties.Reconciliation) -> None:
    contradiction, warning = sorted(reconciliation.findings, key=lambda finding: finding.code)
    assert (contradiction.code, contradiction.severity) == ("CAS102", "error")
    assert [(str(f.range), f.passage) for f in contradiction.figures] == [
        ("130+", "caption"),
        ("146+", "paragraph"),
        ("146+", "paragraph"),
    ]
    assert (warning.code, warning.severity) == ("CAS103", "warning")
    assert sorted(str(f.range) for f in warning.figures) == ["40", "40+", "40+"]


def test_the_command_fails_and_names_three_places() -> None:
    result = CliRunner().invoke(main, ["check", str(ARTICLE)])
    assert result.exit_code == 1
    assert result.stderr == ""
    finding = result.stdout[result.stdout.index("error CAS102") :].split("CAS103")[0]
    assert "at least another 130" in finding
    assert finding.count("more than 145") >= 2


def test_totals_that_a_coder_would_enter() -> None:
    result = CliRunner().invoke(main, ["check", "--format", "json", str(ARTICLE)])
    totals: list[dict[str, Any]] = json.loads(result.stdout)["documents"][0]["totals"]
    assert [(t["outcome"], t["number"], t["basis"]) for t in totals] == [
        ("killed", 40, "stated"),
        ("injured", 145, "stated"),
    ]
