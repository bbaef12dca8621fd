from collections import Counter
from dataclasses import replace

import pytest

from casualties.model import Finding, Severity
from casualties.reporters.check_github import Report
from casualties.reporters.places import Root
from casualties.reporters.report import View, render
from tests.records import FINDING, INJURED, STALE, UNUSED, as_one, hostile, reconciliation

WARNING = replace(FINDING, severity=Severity.WARNING)
NOTICE = replace(FINDING, severity=Severity.INFO)


def commands(*findings: Finding, path: str | None = "ferry.txt") -> list[str]:
    checked = reconciliation(INJURED, STALE, findings=findings, path=path)
    return render(Report(View(root=Root("/news"))), [checked]).splitlines()


def test_a_command() -> None:
    assert commands(FINDING, path="/news/drafts/ferry.txt") == [
        (
            "::error file=drafts/ferry.txt,line=5,col=7,endLine=5,endColumn=19,"
            f"title=CAS102 conflicting-bounds::{FINDING.message}"
            "%0ALook at the caption in line 5 first: the body says otherwise."
        )
    ]


def test_words_over_several_lines_have_no_columns() -> None:
    stale = replace(STALE, text="at least\n130")
    (command,) = commands(replace(FINDING, figures=(stale, INJURED)))
    assert command.startswith("::error file=ferry.txt,line=5,endLine=6,title=CAS102 ")


def test_a_finding_without_words_has_a_start_alone() -> None:
    (command,) = commands(UNUSED)
    assert command.startswith("::warning file=ferry.txt,line=7,col=1,title=CAS901 ")


@pytest.mark.parametrize(("path", "file"), [("-", "stdin"), (None, "text")])
def test_what_is_no_file_has_a_name_too(path: str | None, file: str) -> None:
    assert commands(FINDING, path=path)[0].startswith(f"::error file={file},line=5,")


def test_errors_come_first_then_warnings_over_all_documents() -> None:
    checked = [
        reconciliation(INJURED, STALE, findings=(NOTICE, WARNING), path="a.txt"),
        reconciliation(INJURED, STALE, findings=(WARNING, FINDING), path="b.txt"),
        as_one(),
    ]
    lines = render(Report(), checked).splitlines()
    assert [line.split(",")[0] for line in lines] == [
        "::error file=b.txt",
        "::error file=captions/1.txt",
        "::warning file=a.txt",
        "::warning file=b.txt",
        "::notice file=a.txt",
    ]


def levels(lines: list[str]) -> Counter[str]:
    return Counter(line.split(" ")[0].strip(":") for line in lines)


def test_ten_of_each_level_need_no_more_words() -> None:
    lines = commands(*[FINDING] * 10, *[WARNING] * 10, *[NOTICE] * 10)
    assert levels(lines) == {"error": 10, "warning": 10, "notice": 10}
    assert "there are" not in lines[-1]


def test_of_more_a_notice_tells() -> None:
    lines = commands(*[WARNING] * 9, *[FINDING] * 13)
    assert levels(lines) == {"error": 10, "warning": 9, "notice": 1}
    assert lines[-1].startswith("::notice title=casualties::")
    assert "there are 3 more errors: " in lines[-1]
    assert "--report markdown=FILE" in lines[-1]


def test_that_notice_is_one_of_the_ten() -> None:
    lines = commands(*[FINDING] * 11, *[WARNING] * 12, *[NOTICE] * 10)
    assert levels(lines) == {"error": 10, "warning": 10, "notice": 10}
    assert "there are 1 more error, 2 more warnings, 1 more notice: " in lines[-1]


def test_no_findings_are_no_commands() -> None:
    assert render(Report(), []) == render(Report(), [reconciliation(INJURED)]) == ""


def test_hostile_text_stays_inside_its_command() -> None:
    lines = render(Report(), [hostile()]).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning"]
    properties = lines[0].removeprefix("::error ").split("::")[0].split(",")
    assert [each.split("=")[0] for each in properties] == [
        "file",
        "line",
        "endLine",
        "title",
    ]
    assert "%250A" in properties[0]
    assert "%3A%3Aerror file=a%2Cline=1%3A%3Ax%0D%0A%3A%3Astop-commands" in properties[0]
    assert "%250A ::error file=a,line=1::x ::stop-commands::x" in lines[0]


def test_what_could_not_be_read_is_an_error_of_no_line() -> None:
    report = Report()
    assert report.fail("a.txt could not\nbe read.", "a.txt") == ""
    assert report.end() == "::error title=casualties::a.txt could not%0Abe read.\n"
    for number in range(12):
        report.fail(f"{number}.txt could not be read.", f"{number}.txt")
    *_, left = report.end().splitlines()
    assert "there are 3 more errors" in left
