from casualties.reporters.check_concise import Report
from casualties.reporters.report import View, render
from tests.records import FINDING, INJURED, STALE, UNUSED, as_one, hostile, reconciliation


def test_a_line_a_finding() -> None:
    checked = [
        reconciliation(path="calm.txt"),
        reconciliation(INJURED, STALE, findings=(FINDING, UNUSED)),
        reconciliation(INJURED, STALE, findings=(FINDING,), path=None),
        as_one(),
    ]
    assert render(Report(), checked).splitlines() == [
        f"ferry.txt:5:7: error CAS102 conflicting-bounds: {FINDING.message}",
        "ferry.txt:7:1: warning CAS901 unused-suppression: the comment silences nothing",
        f"5:7: error CAS102 conflicting-bounds: {FINDING.message}",
        f"captions/1.txt:1:7: error CAS102 conflicting-bounds: {FINDING.message}",
    ]


def test_painted() -> None:
    painted = render(
        Report(View(color=True)), [reconciliation(INJURED, STALE, findings=(FINDING,))]
    )
    assert painted == (
        "\x1b[1mferry.txt:5:7\x1b[0m: \x1b[1;31merror\x1b[0m "
        f"\x1b[1mCAS102 conflicting-bounds\x1b[0m: {FINDING.message}\n"
    )


def test_no_findings_are_no_lines() -> None:
    assert render(Report(), []) == render(Report(), [reconciliation(INJURED)]) == ""


def test_a_hostile_finding_is_one_line() -> None:
    assert render(Report(), [hostile()]).count("\n") == 2
