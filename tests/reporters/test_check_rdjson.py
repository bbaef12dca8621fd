import json
from dataclasses import replace
from typing import Any

import jsonschema

from casualties.model import Reconciliation
from casualties.reporters.check_rdjson import Report
from casualties.reporters.places import Root
from casualties.reporters.report import View, render
from tests.records import FINDING, INJURED, STALE, UNUSED, as_one, hostile, reconciliation


def _object(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "additionalProperties": False,
        "properties": required | optional,
    }


_POSITIVE = {"type": "integer", "minimum": 1}
_POSITION = _object({"line": _POSITIVE}, column=_POSITIVE)
_LOCATION = _object(
    {
        "path": {"type": "string", "minLength": 1},
        "range": _object({"start": _POSITION}, end=_POSITION),
    }
)
# Of the message DiagnosticResult of the Reviewdog Diagnostic Format, the fields that we write:
# https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
SCHEMA = jsonschema.Draft202012Validator(
    _object(
        {
            "source": _object({"name": {"const": "casualties"}}),
            "diagnostics": {
                "type": "array",
                "items": _object(
                    {
                        "message": {"type": "string", "minLength": 1},
                        "location": _LOCATION,
                        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    },
                    code=_object({"value": {"type": "string", "pattern": r"^CAS\d{3}$"}}),
                    relatedLocations={
                        "type": "array",
                        "minItems": 1,
                        "items": _object({"message": {"type": "string"}, "location": _LOCATION}),
                    },
                ),
            },
        }
    )
)


def diagnostics(*checked: Reconciliation) -> list[Any]:
    result = json.loads(render(Report(View(root=Root("/news"))), checked))
    SCHEMA.validate(result)
    found: list[Any] = result["diagnostics"]
    return found


def test_findings() -> None:
    checked = reconciliation(
        INJURED, STALE, findings=(FINDING, UNUSED), path="/news/drafts/ferry.txt"
    )
    assert diagnostics(checked) == [
        {
            "message": (
                f"conflicting-bounds: {FINDING.message}\n"
                "Look at the caption in line 5 first: the body says otherwise."
            ),
            "location": {
                "path": "drafts/ferry.txt",
                "range": {"start": {"line": 5, "column": 7}, "end": {"line": 5, "column": 19}},
            },
            "severity": "ERROR",
            "code": {"value": "CAS102"},
            "relatedLocations": [
                {
                    "message": "more than 145",
                    "location": {
                        "path": "drafts/ferry.txt",
                        "range": {
                            "start": {"line": 3, "column": 14},
                            "end": {"line": 3, "column": 27},
                        },
                    },
                }
            ],
        },
        {
            "message": "unused-suppression: the comment silences nothing\nTake it out.",
            "location": {
                "path": "drafts/ferry.txt",
                "range": {"start": {"line": 7, "column": 1}},
            },
            "severity": "WARNING",
            "code": {"value": "CAS901"},
        },
    ]


def test_columns_are_bytes() -> None:
    text = "é🌊\nÉ, 🌊 130\nñ died"
    stale = replace(STALE, text="130\nñ", line=2, column=6)
    checked = reconciliation(
        stale, text=text, findings=(replace(FINDING, figures=(stale, INJURED)),)
    )
    (found,) = diagnostics(checked)
    assert found["location"]["range"] == {
        "start": {"line": 2, "column": len("É, 🌊 ".encode()) + 1},
        "end": {"line": 3, "column": len("ñ".encode()) + 1},
    }


def test_inputs_taken_as_one_have_lines() -> None:
    (found,) = diagnostics(as_one())
    assert found["location"] == {
        "path": "captions/1.txt",
        "range": {"start": {"line": 1}, "end": {"line": 1}},
    }
    assert found["relatedLocations"][0]["location"]["path"] == "ferry.txt"


def test_what_could_not_be_read_is_a_diagnostic_at_the_top_of_its_file() -> None:
    report = Report(View(root=Root("/news")))
    text = report.fail("-: no\ntext.", "-") + report.add(reconciliation()) + report.end()
    result = json.loads(text)
    SCHEMA.validate(result)
    assert result["diagnostics"] == [
        {
            "message": "-: no text.",
            "location": {"path": "stdin", "range": {"start": {"line": 1, "column": 1}}},
            "severity": "ERROR",
        }
    ]


def test_several_documents_and_none() -> None:
    paths = ["-", None]
    checked = [reconciliation(INJURED, STALE, findings=(FINDING,), path=path) for path in paths]
    found = diagnostics(reconciliation(path="calm.txt"), *checked, hostile())
    assert [each["location"]["path"] for each in found[:2]] == ["stdin", "text"]
    assert len(found) == 4
    assert diagnostics() == diagnostics(reconciliation(INJURED)) == []
