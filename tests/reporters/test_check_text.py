from dataclasses import replace

from casualties.model import LineItem, Outcome, Scope, Severity, Verdict
from casualties.ranges import Range
from casualties.reporters.check_text import Report
from casualties.reporters.report import View, render
from tests.records import FIGURE, FINDING, INJURED, STALE, reconciliation, unread_in


def test_a_table_the_findings_and_a_summary() -> None:
    again = replace(INJURED, id="f4", line=9, column=2)
    finding = replace(FINDING, figures=(STALE, INJURED, again))
    checked = reconciliation(FIGURE, INJURED, STALE, again, findings=(finding,))
    report = render(Report(), [checked])
    assert report.splitlines() == [
        "ferry.txt",
        "",
        "event  outcome  population  range  stated                   verdict",
        "-----  -------  ----------  -----  -----------------------  -------------",
        "main   injured  people      146+   146+: twice, lines 3, 9  contradiction",
        "                                   130+: once, line 5",
        "",
        f"ferry.txt:5:7: error CAS102 conflicting-bounds: {FINDING.message}",
        '    ferry.txt:3:14: "more than 145"',
        '    ferry.txt:9:2: "more than 145"',
        "    Look at the caption in line 5 first: the body says otherwise.",
        "",
        "1 document, 4 figures: 1 error, 0 warnings",
    ]
    assert report.endswith("warnings\n")
    once = "main   killed   people      12     12: once, line 1    "
    assert once not in report
    assert once in render(Report(View(verbose=True)), [checked])


def test_several_documents_are_summed_up_together() -> None:
    warning = replace(FINDING, severity=Severity.WARNING)
    report = render(
        Report(),
        [
            reconciliation(path="calm.txt"),
            reconciliation(INJURED, STALE, findings=(warning, warning)),
            reconciliation(FIGURE, path="third.txt"),
        ],
    )
    assert report.splitlines()[0] == "calm.txt: no figures"
    assert report.splitlines()[-1] == "3 documents, 3 figures: 0 errors, 2 warnings"
    assert "\n\nthird.txt: 1 figure, none to hold against another (--verbose)\n\n" in report
    assert "\n\nferry.txt\n\nevent" in report


def test_no_documents() -> None:
    assert render(Report(), []) == "0 documents, 0 figures: 0 errors, 0 warnings\n"


def test_a_text_without_a_path_has_places_without_one() -> None:
    report = render(Report(), [reconciliation(INJURED, STALE, findings=(FINDING,), path=None)])
    assert report.startswith("text\n")
    assert "\n5:7: error CAS102 " in report
    assert '\n    3:14: "more than 145"\n' in report


def test_without_a_common_number_the_range_is_none() -> None:
    other = replace(FIGURE, id="f4", range=Range.exactly(15), line=4)
    finding = replace(FINDING, figures=(other, FIGURE))
    report = render(Report(), [reconciliation(FIGURE, other, findings=(finding,))])
    assert "main   killed   people      none   12: once, line 1  contradiction" in report


def test_without_a_common_number_and_without_a_finding_it_is_said() -> None:
    other = replace(FIGURE, id="f4", range=Range.exactly(15), line=4)
    report = render(Report(), [reconciliation(FIGURE, other)])
    assert "main   killed   people      none   12: once, line 1  no finding" in report
    assert "consistent" not in report
    assert "consistent" in render(Report(), [reconciliation(FIGURE, FIGURE)])


def test_a_range_often_stated() -> None:
    figures = [replace(FIGURE, line=line) for line in (1, 4, 4, 12)]
    assert "12: 4 times, lines 1, 4, 12" in render(Report(), [reconciliation(*figures)])
    assert "12: twice, line 4" in render(Report(), [reconciliation(*figures[1:3])])


def test_sentences_unread_are_counted() -> None:
    text = "Nine of 12 seals died. Some 40 wounds healed."
    one, two = (
        unread_in(text, "Nine of 12 seals died."),
        unread_in(text, "Some 40 wounds healed."),
    )
    checked = [reconciliation(FIGURE, unread=[one]), reconciliation(path="calm.txt", unread=[two])]
    assert render(Report(), checked[:1]).endswith(
        "\n\n1 document, 1 figure: 0 errors, 0 warnings; 1 sentence unread (--show-unread)\n"
    )
    assert render(Report(), checked).endswith("0 warnings; 2 sentences unread (--show-unread)\n")
    assert " unread: " not in render(Report(), checked)


def test_sentences_unread_are_listed_below_the_findings_of_their_document() -> None:
    words = f"Some 40\nwounds\x1b[2J {'healed and ' * 20}healed."
    text = f"Storm\n\nNine of 12 seals died. {words}"
    unread = [unread_in(text, "Nine of 12 seals died."), unread_in(text, words)]
    checked = reconciliation(INJURED, STALE, findings=(FINDING,), text=text, unread=unread)
    report = render(Report(View(show_unread=True)), [checked, reconciliation(path="calm.txt")])
    listed = [
        "    Look at the caption in line 5 first: the body says otherwise.",
        "",
        "ferry.txt:3:1: unread: Nine of 12 seals died.",
        f"ferry.txt:3:24: unread: Some 40 wounds\\x1b[2J {'healed and ' * 20}healed.",
        "",
        "calm.txt: no figures",
        "",
        "2 documents, 2 figures: 1 error, 0 warnings; 2 sentences unread",
    ]
    assert report.splitlines()[-len(listed) :] == listed


def test_with_nothing_unread_there_is_nothing_to_list() -> None:
    checked = [reconciliation(FIGURE)]
    assert render(Report(View(show_unread=True)), checked) == render(Report(), checked)


def test_a_verbose_table_has_sources_parts_increases_and_superseded_tolls() -> None:
    told = [
        replace(FIGURE, id="f1"),
        replace(FIGURE, id="f2", range=Range.exactly(10), scope=Scope.PREVIOUS, line=3),
        replace(FIGURE, id="f3", range=Range.exactly(2), scope=Scope.ADDITIONAL, line=3),
        replace(FIGURE, id="f4", population="child", range=Range(3, 9), scope=Scope.PART, line=5),
        replace(FIGURE, id="f5", population="child", range=Range.exactly(4), scope=Scope.PART),
        replace(FIGURE, id="f6", line=7, source="the coast\nguard"),
        replace(FIGURE, id="f7", line=8, range=Range.exactly(11)),
    ]
    checked = reconciliation(*told)
    item = replace(checked.line_items[0], range=told[0].range, figures=(told[0], told[5]))
    report = render(Report(View(verbose=True)), [replace(checked, line_items=(item,))])
    assert report.splitlines()[4:-2] == [
        "main   killed   people      12     12: once, line 1                   consistent",
        "                                   12: once, line 7, the coast guard",
        "main   killed   people             10: once, line 3                   superseded",
        "                                   11: once, line 8",
        "main   killed   people             2: once, line 3                    increase",
        "main   killed   child              3-9: once, line 5                  part",
        "                                   4: once, line 1",
    ]


def test_places_in_several_inputs_name_them() -> None:
    caption = replace(STALE, path="caption\n.txt", line=1)
    again = replace(INJURED, line=7)
    checked = reconciliation(INJURED, again, STALE, findings=(FINDING,))
    item = replace(checked.line_items[0], figures=(INJURED, again, caption))
    finding = replace(FINDING, figures=(caption, INJURED))
    document = replace(checked.document, path=None)
    report = render(
        Report(), [replace(checked, document=document, line_items=(item,), findings=(finding,))]
    )
    assert report.startswith("ferry.txt\n\n")
    assert report.splitlines()[4:8] == [
        "main   injured  people      146+   146+: twice, lines 3, 7 of      contradiction",
        "                                   ferry.txt",
        "                                   130+: once, line 1 of caption",
        "                                   .txt",
    ]
    assert "\ncaption .txt:1:7: error CAS102 " in report
    assert '\n    ferry.txt:3:14: "more than 145"\n' in report


def test_what_the_article_smuggles_in_is_shown_and_not_sent() -> None:
    hostile = "\x1b[2J\x9b1A\u202e"
    figures = [
        replace(figure, text=f"12\r\n{hostile}", population=hostile, event=hostile)
        for figure in (STALE, INJURED)
    ]
    finding = replace(FINDING, message=hostile, suggestion=hostile, figures=tuple(figures))
    item = LineItem(hostile, Outcome.KILLED, hostile, None, Verdict.WARNING, tuple(figures))
    checked = replace(
        reconciliation(*figures, findings=(finding,), path=f"a{hostile}.txt"), line_items=(item,)
    )
    report = render(Report(), [checked])
    assert not set(report) & set("\x1b\x9b\u202e\r")
    assert r'a\x1b[2J\x9b1A\u202e.txt:3:14: "12 \x1b[2J\x9b1A\u202e"' in report


def test_all_but_the_finding_itself_fits_80_columns() -> None:
    long = "the wounded who had been taken to the hospital " * 4
    figures = [
        replace(
            figure,
            text=long,
            event="separate attack in the market of Tula",
            population="volunteer firefighter",
            outcome=Outcome.CASUALTIES,
            range=Range(200_000, 300_000),
        )
        for figure in (INJURED, STALE)
    ]
    finding = replace(FINDING, figures=tuple(figures), suggestion=long)
    item = LineItem(
        figures[0].event,
        figures[0].outcome,
        figures[0].population,
        figures[0].range,
        Verdict.CONTRADICTION,
        tuple(figures),
    )
    report = render(
        Report(), [replace(reconciliation(*figures, findings=(finding,)), line_items=(item,))]
    )
    lines = [line for line in report.splitlines() if "error CAS102" not in line]
    assert max(map(len, lines)) <= 80
