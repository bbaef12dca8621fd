import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from casualties.model import Reconciliation, Severity
from casualties.reporters.check_gitlab import Report
from casualties.reporters.places import Root
from casualties.reporters.report import View, render
from tests.records import FINDING, INJURED, STALE, UNUSED, as_one, hostile, reconciliation

# The fields that GitLab documents under "Code Quality report format",
# https://docs.gitlab.com/ci/testing/code_quality/, and no others.
SCHEMA = jsonschema.Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "location", "severity"],
            "additionalProperties": False,
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "pattern": r"^(CAS\d{3}|could-not-be-read)$"},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "additionalProperties": False,
                    "properties": {
                        "path": {"type": "string", "pattern": r"^(?!\./)(?s:.)+$"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "additionalProperties": False,
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)


def violations(*checked: Reconciliation) -> list[Any]:
    text = render(Report(View(root=Root("/news"))), checked)
    found: list[Any] = json.loads(text)
    SCHEMA.validate(found)
    assert len({each["fingerprint"] for each in found}) == len(found)
    return found


def test_findings() -> None:
    checked = reconciliation(INJURED, STALE, findings=(FINDING,), path="/news/drafts/ferry.txt")
    (found,) = violations(checked)
    assert found == {
        "description": f"CAS102 conflicting-bounds: {FINDING.message}",
        "check_name": "CAS102",
        "fingerprint": found["fingerprint"],
        "severity": "major",
        "location": {"path": "drafts/ferry.txt", "lines": {"begin": 5}},
    }


@pytest.mark.parametrize(
    ("severity", "written"),
    [(Severity.ERROR, "major"), (Severity.WARNING, "minor"), (Severity.INFO, "info")],
)
def test_severities(severity: Severity, written: str) -> None:
    finding = replace(FINDING, severity=severity)
    (found,) = violations(reconciliation(INJURED, STALE, findings=(finding,)))
    assert found["severity"] == written


def test_fingerprints_tell_repeats_and_files_apart_but_not_lines() -> None:
    moved = replace(FINDING, figures=tuple(replace(f, line=99) for f in FINDING.figures))
    twice = reconciliation(INJURED, STALE, findings=(FINDING, moved, UNUSED))
    first, second, _ = violations(twice)
    (other,) = violations(reconciliation(INJURED, STALE, findings=(FINDING,), path="b.txt"))
    (alone,) = violations(reconciliation(INJURED, STALE, findings=(moved,)))
    assert alone["fingerprint"] == first["fingerprint"]
    assert len({each["fingerprint"] for each in (first, second, other)}) == 3


def test_several_documents() -> None:
    paths = ["a.txt", "-", None]
    checked = [reconciliation(INJURED, STALE, findings=(FINDING,), path=path) for path in paths]
    found = violations(*checked, reconciliation(path="calm.txt"), as_one(), hostile())
    assert [each["location"]["path"] for each in found[:4]] == [
        "a.txt",
        "stdin",
        "text",
        "captions/1.txt",
    ]


def test_what_could_not_be_read_is_an_entry_at_the_top_of_its_file() -> None:
    report = Report(View(root=Root("/news")))
    told = [report.fail("a.csv:2: no\ntext.", "./a.csv"), report.fail("a.csv:9: no text.", "a.csv")]
    text = "".join([*told, report.add(reconciliation(path="a.csv")), report.end()])
    found = json.loads(text)
    SCHEMA.validate(found)
    assert [(each["description"], each["severity"]) for each in found] == [
        ("a.csv:2: no text.", "major"),
        ("a.csv:9: no text.", "major"),
    ]
    places = [each["location"] for each in found]
    assert places == [{"path": "a.csv", "lines": {"begin": 1}}] * 2
    assert len({each["fingerprint"] for each in found}) == 2


def test_no_findings_are_an_empty_array() -> None:
    assert render(Report(), []) == render(Report(), [reconciliation(INJURED)]) == "[]\n"
