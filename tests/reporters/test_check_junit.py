from xml.etree import ElementTree as ET

import pytest
from junitparser import Error, Failure, JUnitXml, TestCase, TestSuite

from casualties.model import Reconciliation
from casualties.pipeline import check
from casualties.readers import read_text
from casualties.reporters.check_junit import Report
from casualties.reporters.places import Root
from casualties.reporters.report import View, render
from tests.records import FINDING, INJURED, STALE, UNUSED, as_one, hostile, reconciliation


def suites(*checked: Reconciliation, fail_on: str = "error") -> list[TestSuite]:
    """What junitparser makes of the report, whose counts are right."""
    report = Report(View(root=Root("/news")))
    report.fail_on = fail_on
    xml = JUnitXml.fromstring(render(report, checked).encode())
    found = list(xml)
    for suite in found:
        failed = sum(len(failures(case)) for case in suite)
        assert (suite.tests, suite.failures) == (len(list(suite)), failed)
        assert (suite.errors, suite.skipped) == (0, 0)
    return found


def failures(case: TestCase) -> list[Failure]:
    return [result for result in case.result if isinstance(result, Failure)]


def test_a_suite_a_document_and_a_test_a_finding() -> None:
    calm, faulty = suites(
        reconciliation(INJURED, path="calm.txt"),
        reconciliation(INJURED, STALE, findings=(FINDING, UNUSED), path="/news/drafts/ferry.txt"),
    )
    assert (calm.name, [case.name for case in calm]) == ("calm.txt", ["no findings"])
    assert [case.is_passed for case in calm] == [True]
    assert faulty.name == "drafts/ferry.txt"
    case, unused = faulty
    assert case.name == "CAS102 conflicting-bounds 5:7"
    assert case.classname == "drafts/ferry.txt"
    (failure,) = failures(case)
    assert (failure.type, failure.message) == ("CAS102", FINDING.message)
    assert failure.text == (
        f"/news/drafts/ferry.txt:5:7: error CAS102 conflicting-bounds: {FINDING.message}\n"
        '    /news/drafts/ferry.txt:3:14: "more than 145"\n'
        "    Look at the caption in line 5 first: the body says otherwise."
    )
    assert unused.name == "CAS901 unused-suppression 7:1"
    assert unused.is_passed  # it is a warning
    assert "CAS901 unused-suppression" in unused.system_out


@pytest.mark.parametrize(
    ("fail_on", "failed"), [("never", 0), ("error", 1), ("warning", 2), ("info", 2)]
)
def test_what_fails_a_test_is_what_fails_the_run(fail_on: str, failed: int) -> None:
    faulty = reconciliation(INJURED, STALE, findings=(FINDING, UNUSED))
    (suite,) = suites(faulty, fail_on=fail_on)
    assert (suite.tests, suite.failures) == (2, failed)


@pytest.mark.parametrize(("path", "name"), [("-", "stdin"), (None, "text")])
def test_what_is_no_file_has_a_name_too(path: str | None, name: str) -> None:
    (suite,) = suites(reconciliation(findings=(FINDING,), path=path))
    assert (suite.name, [case.classname for case in suite]) == (name, [name])


def test_inputs_taken_as_one_are_one_suite() -> None:
    (suite,) = suites(as_one())
    assert suite.name == "ferry.txt, captions/1.txt"
    assert [case.classname for case in suite] == ["captions/1.txt"]


def test_hostile_text_is_text() -> None:
    text = render(Report(), [hostile()])
    (suite,) = suites(hostile())
    case, _ = suite
    (failure,) = failures(case)
    assert r"\x1b[2J\x00\x9b1A\u202e\ud800" in (failure.message or "")
    assert "]]> </b>& <!-- -->" in (failure.message or "")
    assert "\ufffe" not in text
    assert "]]>" not in text
    assert {element.tag for element in ET.fromstring(text.encode()).iter()} == {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "system-out",
    }


def test_what_could_not_be_read_is_a_test_with_an_error() -> None:
    report = Report()
    text = report.fail("a\x00.txt could\nnot be read.", "a\x00.txt")
    text += report.add(reconciliation()) + report.end()
    unread, calm = list(JUnitXml.fromstring(text.encode()))
    assert (unread.tests, unread.failures, unread.errors) == (1, 0, 1)
    (case,) = unread
    (error,) = case.result
    assert isinstance(error, Error)
    assert error.message == "a\\x00.txt could not be read."
    assert (calm.tests, calm.errors) == (1, 0)


def test_no_documents_are_no_suites() -> None:
    assert suites() == []


def test_what_a_runner_of_jobs_would_obey_is_escaped_and_stays_what_it_is() -> None:
    copy = "12 people were killed. The blast killed nine people."
    checked = check(read_text(copy, " ::error::##[x].txt"))
    text = render(Report(View(root=Root("/news"))), [checked])
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    (suite,) = suites(checked)
    (case,) = suite
    (failure,) = failures(case)
    assert "\n    ::error::##[x].txt:1:" in failure.text
