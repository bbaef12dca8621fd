import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from casualties.model import Reconciliation, Severity
from casualties.pipeline import explain
from casualties.reporters import check_markdown, rule_markdown
from casualties.reporters.check_markdown import Report
from casualties.reporters.markup import escaped
from casualties.reporters.report import View, render
from tests.records import FINDING, HOSTILE, INJURED, STALE, as_one, hostile, reconciliation

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
RULE = "<code>CAS102</code> conflicting-bounds"
OURS = set("h2 p table thead tbody tr th td code br details summary".split())


def tags(markdown: str) -> set[str]:
    """The elements of the page; comments are none."""
    return set(re.findall(r"<([a-z]\w*)", PARSER.render(markdown)))


def cells(markdown: str) -> list[str]:
    rows = re.findall(r"<td>(.*?)</td>", PARSER.render(markdown), re.DOTALL)
    return [re.sub(r"<!-- -->|</?code>", "", row) for row in rows]


def test_a_summary_a_table_and_folded_tables() -> None:
    warning = replace(FINDING, severity=Severity.WARNING)
    checked = [
        reconciliation(path="calm.txt"),
        reconciliation(INJURED, STALE, findings=(FINDING,)),
        reconciliation(INJURED, STALE, findings=(warning,), path="b.txt"),
    ]
    report = render(Report(), checked)
    assert report.splitlines()[:9] == [
        "## Casualties",
        "",
        "3 documents, 4 figures: 1 error, 1 warning.",
        "",
        "| severity | place | rule | message |",
        "| --- | --- | --- | --- |",
        f"| error | <code>ferry.txt&#58;<!-- -->5:7</code> | {RULE} | {FINDING.message} |",
        f"| warning | <code>b.txt&#58;<!-- -->5:7</code> | {RULE} | {FINDING.message} |",
        "",
    ]
    assert report.endswith(
        "\n\n<details><summary><code>b.txt</code></summary>\n\n"
        "| event | outcome | population | range | stated | verdict |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| main | injured | people | 146+ | 146+: once, line 3<br>130+: once, line 5 "
        "| contradiction |\n\n</details>\n"
    )
    assert report.count("<details>") == 2
    assert tags(report) == OURS


def test_no_documents() -> None:
    assert render(Report(), []) == (
        "## Casualties\n\n0 documents, 0 figures: 0 errors, 0 warnings.\n"
    )


def test_a_quiet_report_has_the_findings_alone() -> None:
    checked = [reconciliation(INJURED, STALE, findings=(FINDING,))]
    report = render(Report(View(quiet=True)), checked)
    assert report.startswith("## Casualties\n\n| severity ")
    assert report.count("\n") == 5


def test_inputs_taken_as_one() -> None:
    report = render(Report(), [as_one()])
    assert "<summary><code>ferry.txt, captions/1.txt</code></summary>" in report
    assert cells(report)[1] == "captions/1.txt:1:7"


@pytest.mark.parametrize("path", [f"a{HOSTILE}.txt", None])
def test_hostile_text_is_text(path: str | None) -> None:
    report = render(Report(), [hostile(path)])
    assert tags(report) == OURS
    assert len(cells(report)) == 2 * 4 + 6  # two findings and a line item
    message = cells(report)[3]
    for shown in ("]]&gt; &lt;/b&gt;&amp; &lt;!-- --&gt; %0A", "| `a` *b* _c_ [d](1) ~~e~~ $f$"):
        assert shown in message


@pytest.mark.parametrize(
    "text",
    ["@orlo", "#12", "GH-12", ":100:", "https://a.org", "www.a.org", "$a$"],
)
def test_what_github_would_make_a_link_or_a_picture_of_is_broken_up(text: str) -> None:
    assert re.fullmatch(r".*&#\d+;(<!-- -->)?.*", escaped(f"said {text} there"))
    assert text not in escaped(text)


def test_ordinary_text_stays_as_it_is() -> None:
    text = 'the toll is "at least 40" (stated twice): 12-15 dead, 3.5 km away; it\'s late!'
    assert escaped(text) == text


def reported(checked: Reconciliation, times: int) -> str:
    return render(Report(), [checked] * times)


def test_what_there_is_no_room_for_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    checked = reconciliation(INJURED, STALE, findings=(FINDING,))
    monkeypatch.setattr(check_markdown, "_MOST", 1000)
    report = reported(checked, 4)
    assert report.count("<details>") == 1
    assert report.count("| error |") == 4
    assert report.endswith("\n\nThere was no room for 3 tables.\n")
    monkeypatch.setattr(check_markdown, "_MOST", 300)
    report = reported(checked, 4)
    assert report.endswith("\n\nThere was no room for 3 findings and 4 tables.\n")


def test_the_pages_of_rules_are_text_and_small_texts() -> None:
    pages = rule_markdown.render(explain())
    assert tags(pages) == {"h1", "h2", "p", "pre", "code"}
    cases = sum(len(rule.flags) + len(rule.passes) + 1 for rule in explain())
    assert PARSER.render(pages).count("<pre>") == cases


def test_what_could_not_be_read_is_a_table() -> None:
    report = Report()
    told = report.fail("# | <b>.txt could\nnot be read.", "x") + report.add(reconciliation())
    text = told + report.end()
    assert tags(text) <= OURS
    assert "<th>could not be read</th>" in PARSER.render(text)
    assert cells(text) == ["# | &lt;b&gt;.txt could not be read."]


def test_what_could_not_be_read_and_has_no_room_is_counted() -> None:
    report = Report()
    for number in range(3):
        report.fail(f"{number} " * 200_000, "x")
    text = report.end()
    assert text.endswith("There was no room for 1 failure.\n")
    assert len(text.encode()) < 2**20
