import json
from typing import Any

import jsonschema

import casualties
from casualties.model import Reconciliation
from casualties.reporters.check_jsonl import Report
from casualties.reporters.report import render
from casualties.reporters.schema import finding_schema
from tests.records import FINDING, HOSTILE, INJURED, STALE, UNUSED, as_one, hostile, reconciliation

SCHEMA = jsonschema.Draft202012Validator(finding_schema())


def records(*checked: Reconciliation) -> list[Any]:
    found = [json.loads(line) for line in render(Report(), checked).split("\n")[:-1]]
    for each in found:
        SCHEMA.validate(each)
    return found


def test_a_line_a_finding() -> None:
    assert records(
        reconciliation(path="calm.txt"), reconciliation(INJURED, STALE, findings=(FINDING, UNUSED))
    ) == [
        {
            "path": "ferry.txt",
            "code": "CAS102",
            "name": "conflicting-bounds",
            "severity": "error",
            "message": FINDING.message,
            "figures": ["f3", "f2"],
            "line": 5,
            "column": 7,
            "places": [
                {"path": "ferry.txt", "line": 5, "column": 7, "text": "at least 130"},
                {"path": "ferry.txt", "line": 3, "column": 14, "text": "more than 145"},
            ],
        },
        {
            "path": "ferry.txt",
            "code": "CAS901",
            "name": "unused-suppression",
            "severity": "warning",
            "message": "the comment silences nothing",
            "figures": [],
            "line": 7,
            "column": 1,
            "places": [],
        },
    ]


def test_inputs_taken_as_one_keep_their_paths() -> None:
    (found,) = records(as_one())
    assert found["path"] == "captions/1.txt"
    assert [place["path"] for place in found["places"]] == ["captions/1.txt", "ferry.txt"]


def test_a_text_from_python_has_no_path() -> None:
    (found,) = records(casualties.check("Nine drown\n\nA ferry sank, killing 12 people."))
    assert found["path"] is None


def test_hostile_text_comes_through() -> None:
    found, _ = records(hostile())
    assert found["message"] == HOSTILE
    assert found["places"][0] == {
        "path": f"a{HOSTILE}.txt",
        "line": 5,
        "column": 7,
        "text": f"12{HOSTILE}",
    }


def test_no_findings_are_no_lines() -> None:
    assert render(Report(), []) == render(Report(), [reconciliation(INJURED)]) == ""


def test_the_schema_allows_nothing_else() -> None:
    schema = finding_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for definition in [schema, schema["$defs"]["PlaceObject"]]:
        assert definition["additionalProperties"] is False
        assert set(definition["required"]) == set(definition["properties"])
