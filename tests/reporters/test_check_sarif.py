import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from pydantic_sarif import model

from casualties.model import Finding, Reconciliation, Severity
from casualties.pipeline import explain
from casualties.reporters.check_sarif import Report
from casualties.reporters.places import Root
from casualties.reporters.report import View, render
from tests.records import FINDING, INJURED, STALE, UNUSED, as_one, hostile, reconciliation

VIEW = View(rules=explain(), version="1.2.3", root=Root("/news"))


def run_of(*checked: Reconciliation, view: View = VIEW, failures: Sequence[str] = ()) -> Any:
    """The run in the report, which the models made from the published schema accept."""
    report = Report(view)
    assert [report.fail(why, "x") for why in failures] == [""] * len(failures)
    text = render(report, checked)
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(text)
    (run,) = json.loads(text)["runs"]
    return run


def test_the_models_that_check_it_allow_nothing_else() -> None:
    for name in ("Result", "Run", "ToolComponent", "ReportingDescriptor", "Region", "Location"):
        assert getattr(model, name).model_config["extra"] == "forbid"


def test_a_result() -> None:
    checked = reconciliation(INJURED, STALE, findings=(FINDING,), path="/news/to do/ferry.txt")
    run = run_of(checked)
    artifact = {"uri": "to%20do/ferry.txt", "uriBaseId": "%SRCROOT%"}
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    fingerprint = result["partialFingerprints"].pop("casualtiesFinding/v1")
    assert fingerprint.endswith(":1")
    assert result == {
        "ruleId": "CAS102",
        "ruleIndex": 1,
        "level": "error",
        "message": {
            "text": f"{FINDING.message}\n"
            "Look at the caption in line 5 first: the body says otherwise.\n"
            "See [more than 145](1) in to do/ferry.txt:3."
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": 5, "startColumn": 7, "endLine": 5, "endColumn": 19},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "more than 145"},
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 27},
                },
            }
        ],
        "partialFingerprints": {},
    }


def test_rules_explain_themselves() -> None:
    driver = run_of()["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("casualties", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in explain()]
    rule, explanation = driver["rules"][0], explain()[0]
    assert rule["name"] == "ContradictoryFigures"
    assert rule["shortDescription"]["text"] == explanation.what
    assert rule["fullDescription"]["text"] == f"{explanation.what} {explanation.why}"
    assert rule["help"]["text"] == explanation.mend
    assert rule["help"]["markdown"].startswith("# CAS101 contradictory-figures (error)\n\n")
    assert explanation.silence in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")],
)
def test_levels(severity: Severity, level: str) -> None:
    finding = replace(FINDING, severity=severity)
    (result,) = run_of(reconciliation(INJURED, STALE, findings=(finding,)))["results"]
    assert result["level"] == level


def test_indices_lead_to_the_rules() -> None:
    run = run_of(reconciliation(INJURED, STALE, findings=(FINDING, UNUSED)))
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["CAS102", "CAS901"]
    run = run_of(reconciliation(INJURED, STALE, findings=(FINDING,)), view=View())
    assert "ruleIndex" not in run["results"][0]
    assert "version" not in run["tool"]["driver"]


def test_a_finding_without_words_has_a_start_alone() -> None:
    (result,) = run_of(reconciliation(findings=(UNUSED,)))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 7,
        "startColumn": 1,
    }
    assert "relatedLocations" not in result
    assert result["message"]["text"] == "the comment silences nothing\nTake it out."


def test_fingerprints_count_repeats_in_a_file() -> None:
    moved = replace(FINDING, figures=tuple(replace(f, line=99) for f in FINDING.figures))
    twice = reconciliation(INJURED, STALE, findings=(FINDING, moved))
    prints = [
        result["partialFingerprints"]["casualtiesFinding/v1"].split(":")
        for result in run_of(twice, reconciliation(findings=(FINDING,), path="b.txt"))["results"]
    ]
    assert [number for _, number in prints] == ["1", "2", "1"]
    assert len({print_ for print_, _ in prints}) == 1


@pytest.mark.parametrize(
    ("path", "artifact"),
    [
        ("../ferry.txt", {"uri": "file:///ferry.txt"}),
        ("-", {"uri": "stdin", "uriBaseId": "%SRCROOT%"}),
        (None, {"uri": "text", "uriBaseId": "%SRCROOT%"}),
        ("a\n#1.txt", {"uri": "a%0A%231.txt", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_paths(path: str | None, artifact: dict[str, str]) -> None:
    (result,) = run_of(reconciliation(INJURED, STALE, findings=(FINDING,), path=path))["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"] == artifact


def test_inputs_taken_as_one_keep_their_paths() -> None:
    (result,) = run_of(as_one())["results"]
    assert "See [more than 145](1) in ferry.txt:3." in result["message"]["text"]
    uris = [
        location["physicalLocation"]["artifactLocation"]["uri"]
        for location in [*result["locations"], *result["relatedLocations"]]
    ]
    assert uris == ["captions/1.txt", "ferry.txt"]


def test_hostile_text_makes_no_link() -> None:
    result, _ = run_of(hostile())["results"]
    message, related = result["message"]["text"], result["relatedLocations"][0]["message"]["text"]
    assert r"\[d\](1)" in message.splitlines()[-1]
    assert "[d] (1)" in message.splitlines()[0]
    assert "[d] (1)" in related
    assert re.sub(r"\\.", "", message).count("](") == 1


@pytest.mark.parametrize("findings", [(), (FINDING,)])
def test_what_could_not_be_read_is_a_notification(findings: tuple[Finding, ...]) -> None:
    checked = reconciliation(INJURED, STALE, findings=findings)
    run = run_of(checked, failures=["a](b.txt could\nnot be read.", "c.txt could not be read."])
    assert len(run["results"]) == len(findings)
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert [each["message"]["text"] for each in invocation["toolExecutionNotifications"]] == [
        "a] (b.txt could not be read.",
        "c.txt could not be read.",
    ]
    assert "invocations" not in run_of(checked)


def test_no_findings_are_no_results() -> None:
    assert run_of()["results"] == run_of(reconciliation(INJURED))["results"] == []
