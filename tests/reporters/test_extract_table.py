from dataclasses import replace

from casualties.model import Document, Figures, Outcome, Scope
from casualties.ranges import Range
from casualties.reporters.extract_table import Report
from casualties.reporters.report import View, render
from tests.records import FIGURE, INJURED, unread_in

DOCUMENT = Document("ferry.txt", "", ())


def test_a_table_a_document() -> None:
    part = replace(INJURED, scope=Scope.PART, event="2004 Vey", text="three\nof the\x1b injured")
    report = render(
        Report(),
        [
            (DOCUMENT, Figures([FIGURE, part])),
            (Document("calm.txt", "", ()), Figures()),
        ],
    )
    assert report.splitlines() == [
        "ferry.txt",
        "",
        "place  outcome  range  population  scope  words",
        "-----  -------  -----  ----------  -----  ------------------------",
        "1:1    killed   12     people      total  12 people",
        "3:14   injured  146+   people      part   three of the\\x1b injured",
        "                                          event: 2004 Vey",
        "                                          source: the coastguard",
        "",
        "calm.txt: no figures",
    ]


def test_a_text_without_a_path() -> None:
    assert render(Report(), [(Document(None, "", ()), Figures())]) == "text: no figures\n"


def test_no_documents() -> None:
    assert render(Report(), []) == ""


def test_sentences_unread_are_counted_in_the_last_line_or_listed() -> None:
    text = "Storm\n\nNine of\n12 seals died."
    unread = [unread_in(text, "Nine of\n12 seals died.", None)]
    seals = (Document(None, text, ()), Figures(unread=unread))
    calm = (Document("calm.txt", "", ()), Figures())
    assert render(Report(), [seals, calm]) == (
        "text: no figures\n\ncalm.txt: no figures\n\n1 sentence unread (--show-unread)\n"
    )
    assert render(Report(View(show_unread=True)), [seals, calm]) == (
        "text: no figures\n\n3:1: unread: Nine of 12 seals died.\n\ncalm.txt: no figures\n"
    )


def test_it_fits_80_columns() -> None:
    wide = replace(
        INJURED,
        line=1204,
        outcome=Outcome.CASUALTIES,
        range=Range(100_000, 200_000),
        population="volunteer firefighter",
        scope=Scope.ADDITIONAL,
        event="separate attack in Tula",
        source="the ministry of the interior",
        text="hundreds of thousands of volunteer firefighters",
    )
    report = render(Report(), [(DOCUMENT, Figures([FIGURE, wide]))])
    assert max(map(len, report.splitlines())) <= 80
