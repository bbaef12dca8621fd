"""What a reader dropped and what was not read: counted, and listed where that is wanted."""

from dataclasses import replace

import pytest

from casualties.model import Document, Dropped, Figures
from casualties.pipeline import check_as_one
from casualties.readers import read_text
from casualties.reporters import check_text, extract_table, summary_table
from casualties.reporters.report import View, render
from casualties.reporters.tally import Tally
from casualties.reporters.wording import left_out_lines
from tests.records import FIGURE, reconciliation

DROPPED = (
    Dropped("code", "print('12 dead')", 7, 1),
    Dropped("comment", "check:\n12 dead?\x1b[2J"),
)
DOCUMENT = Document("ferry.md", "", (), dropped=DROPPED)
CHECKED = replace(reconciliation(FIGURE), document=DOCUMENT)
LISTED = [
    "ferry.md:7:1: skipped (code): print('12 dead')",
    "ferry.md: skipped (comment): check: 12 dead?\\x1b[2J",
]


def test_a_line_for_each_stretch_of_text() -> None:
    figures = Figures()
    assert left_out_lines(DOCUMENT, figures, View(show_skipped=True)) == LISTED
    assert left_out_lines(DOCUMENT, figures, View(show_unread=True)) == []
    nameless = replace(DOCUMENT, path=None)
    assert left_out_lines(nameless, figures, View(show_skipped=True))[0].startswith("text:7:1: ")


def test_the_report_of_check_counts_or_lists_them() -> None:
    counted = render(check_text.Report(), [CHECKED]).splitlines()
    assert counted[-1].endswith("0 warnings; 2 stretches of text skipped (--show-skipped)")
    listed = render(check_text.Report(View(show_skipped=True)), [CHECKED]).splitlines()
    assert listed[-4:-2] == LISTED
    assert listed[-1].endswith("0 warnings; 2 stretches of text skipped")


@pytest.mark.parametrize("is_summary", [False, True])
def test_the_tables_of_extract_count_or_list_them(is_summary: bool) -> None:
    def rendered(view: View) -> list[str]:
        text = (
            render(summary_table.Report(view), [CHECKED])
            if is_summary
            else render(extract_table.Report(view), [(DOCUMENT, Figures([FIGURE]))])
        )
        return text.splitlines()

    assert rendered(View())[-1] == "2 stretches of text skipped (--show-skipped)"
    assert rendered(View(show_skipped=True))[-2:] == LISTED
    assert "skipped" not in rendered(View(quiet=True))[-1]


def test_documents_taken_as_one_keep_their_paths() -> None:
    story = replace(read_text("Nine people died.", "story.md"), dropped=DROPPED[:1])
    checked = check_as_one([story, read_text("Nine people died.", "caption.txt")])
    assert left_out_lines(checked.document, checked.figures, View(show_skipped=True)) == [
        "story.md:7:1: skipped (code): print('12 dead')"
    ]
    tally = Tally()
    tally.add(checked)
    assert tally.summary().endswith("; 1 stretch of text skipped (--show-skipped)")
