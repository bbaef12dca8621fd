import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

import casualties
from casualties.model import Document, Figures, Severity
from casualties.ranges import Range
from casualties.reporters import check_json, extract_json, extract_jsonl
from casualties.reporters.report import render
from casualties.reporters.schema import check_schema, extract_schema, figure_schema
from tests.records import FIGURE, FINDING, INJURED, STALE, reconciliation

DOCUMENT = Document("ferry.txt", "", ())
FIGURE_OBJECT = {
    "id": "f2",
    "path": "ferry.txt",
    "outcome": "injured",
    "low": 146,
    "high": None,
    "qualifier": "more_than",
    "population": "people",
    "scope": "total",
    "event": "main",
    "source": "the coastguard",
    "text": "more than 145",
    "start": 40,
    "end": 53,
    "line": 3,
    "column": 14,
    "passage": "paragraph",
    "paragraph": 2,
    "sentence": "The coastguard said more than 145 were hurt.",
}
HOSTILE = '\udfff\ud800\x00\x1b\x7f\x9b\u2028\u202e"\\</script>'


def validated(report: str, schema: dict[str, Any]) -> Any:
    report.encode()  # fails on a lone surrogate
    parsed = json.loads(report)
    jsonschema.Draft202012Validator(schema).validate(parsed)
    return parsed


def test_check_is_one_object() -> None:
    warning = replace(FINDING, severity=Severity.WARNING)
    reconciliations = [
        reconciliation(INJURED, STALE, findings=(FINDING, warning)),
        reconciliation(path=None),
    ]
    assert validated(render(check_json.Report(), reconciliations), check_schema()) == {
        "schema_version": "1.0",
        "documents": [
            {
                "path": "ferry.txt",
                "figures": [
                    FIGURE_OBJECT,
                    FIGURE_OBJECT
                    | {
                        "id": "f3",
                        "low": 130,
                        "qualifier": "at_least",
                        "source": None,
                        "text": "at least 130",
                        "start": 90,
                        "end": 102,
                        "line": 5,
                        "column": 7,
                        "passage": "caption",
                        "paragraph": 3,
                        "sentence": "Where at least 130 were hurt. Photo / Orlo Press",
                    },
                ],
                "line_items": [
                    {
                        "event": "main",
                        "outcome": "injured",
                        "population": "people",
                        "low": 146,
                        "high": None,
                        "verdict": "contradiction",
                        "figures": ["f2", "f3"],
                    }
                ],
                "totals": [
                    {
                        "event": "main",
                        "outcome": "injured",
                        "low": 146,
                        "high": None,
                        "number": 146,
                        "basis": "stated",
                    }
                ],
                "findings": [
                    {
                        "code": "CAS102",
                        "name": "conflicting-bounds",
                        "severity": severity,
                        "message": '"at least 130" and "more than 145" are of different dates',
                        "figures": ["f3", "f2"],
                        "line": 5,
                        "column": 7,
                    }
                    for severity in ("error", "warning")
                ],
            },
            {"path": None, "figures": [], "line_items": [], "totals": [], "findings": []},
        ],
        "summary": {"documents": 2, "figures": 2, "errors": 1, "warnings": 1},
    }


@pytest.mark.parametrize(
    ("report", "schema", "item"),
    [
        (check_json.Report(), check_schema(), reconciliation(path="calm.txt")),
        (extract_json.Report(), extract_schema(), (DOCUMENT, Figures())),
    ],
    ids=["check", "extract"],
)
def test_what_could_not_be_read_stands_before_the_summary(
    report: Any, schema: dict[str, Any], item: Any
) -> None:
    told = report.fail("a.txt could\nnot be read.", "a.txt")
    told += report.add(item) + report.fail("'' is no path.", None) + report.end()
    found = validated(told, schema)
    assert list(found) == ["schema_version", "documents", "failures", "summary"]
    assert found["failures"] == [
        {"path": "a.txt", "message": "a.txt could not be read."},
        {"path": None, "message": "'' is no path."},
    ]
    assert found["summary"]["documents"] == len(found["documents"]) == 1


def test_an_item_without_a_common_number_has_no_ends() -> None:
    report = render(
        check_json.Report(), [reconciliation(FIGURE, replace(FIGURE, range=Range.exactly(15)))]
    )
    (item,) = validated(report, check_schema())["documents"][0]["line_items"]
    assert (item["low"], item["high"]) == (None, None)


def test_extract_is_one_object() -> None:
    report = render(extract_json.Report(), [(DOCUMENT, Figures([INJURED])), (DOCUMENT, Figures())])
    assert validated(report, extract_schema()) == {
        "schema_version": "1.0",
        "documents": [
            {"path": "ferry.txt", "figures": [FIGURE_OBJECT]},
            {"path": "ferry.txt", "figures": []},
        ],
        "summary": {"documents": 2, "figures": 1},
    }


def test_json_lines_have_a_figure_each() -> None:
    broken = replace(INJURED, sentence="Twelve\r\n\u2028dead")
    report = render(
        extract_jsonl.Report(), [(DOCUMENT, Figures([INJURED, broken])), (DOCUMENT, Figures())]
    )
    lines = report.splitlines()
    assert [validated(line, figure_schema())["id"] for line in lines] == ["f2", "f2"]
    assert json.loads(lines[0]) == FIGURE_OBJECT
    assert json.loads(lines[1])["sentence"] == "Twelve\r\n\u2028dead"


def test_no_figures_are_no_lines() -> None:
    assert render(extract_jsonl.Report(), [(DOCUMENT, Figures())]) == ""


def test_hostile_text_comes_through_and_sends_nothing_to_the_terminal() -> None:
    figure = replace(FIGURE, sentence=HOSTILE, path=HOSTILE)
    report = render(extract_jsonl.Report(), [(DOCUMENT, Figures([figure]))])
    assert validated(report, figure_schema())["sentence"] == HOSTILE
    assert not set(report) & set("\ud800\udfff\x00\x1b\x7f\x9b\u2028\u202e")


@pytest.mark.parametrize(
    "text",
    ["", "Nobody was asked.", "Nine drown off Orlo\n\nA ferry sank, killing 12 people.", HOSTILE],
)
def test_what_a_real_check_prints_keeps_to_the_schema(text: str) -> None:
    reconciliation = casualties.check(text)
    document, figures = reconciliation.document, reconciliation.figures
    validated(render(check_json.Report(), [reconciliation]), check_schema())
    validated(render(extract_json.Report(), [(document, figures)]), extract_schema())


@pytest.mark.parametrize("schema", [check_schema(), extract_schema(), figure_schema()])
def test_schemas_are_schemas_and_allow_nothing_else(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for definition in [schema, *schema["$defs"].values()]:
        if definition["type"] == "object":
            assert definition["additionalProperties"] is False
            assert set(definition["required"]) == set(definition["properties"]) - {"failures"}


def test_what_a_runner_of_jobs_would_obey_is_escaped_and_stays_what_it_is() -> None:
    figure = replace(FIGURE, text="12 ##[error] dead ###[x]")
    text = render(extract_jsonl.Report(), [(DOCUMENT, Figures([figure]))])
    assert "##[" not in text
    assert json.loads(text)["text"] == figure.text
