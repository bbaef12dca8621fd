"""Records made by hand, for the tests of what comes after the reconciler.

``FIGURE`` and the others are prototypes: a test replaces what matters to it.
"""

from collections.abc import Iterable
from dataclasses import replace

from casualties.model import (
    Basis,
    Document,
    Figure,
    Figures,
    Finding,
    Kind,
    LineItem,
    Lines,
    Outcome,
    Place,
    Qualifier,
    Reconciliation,
    Scope,
    Severity,
    Total,
    Unread,
    Verdict,
)
from casualties.ranges import Range

FIGURE = Figure(
    id="f1",
    path="ferry.txt",
    outcome=Outcome.KILLED,
    range=Range.exactly(12),
    qualifier=Qualifier.EXACT,
    number=12,
    population="people",
    scope=Scope.TOTAL,
    event="main",
    source=None,
    text="12 people",
    start=0,
    end=9,
    line=1,
    column=1,
    passage=Kind.HEADLINE,
    paragraph=1,
    sentence="12 people drowned off Orlo",
)
INJURED = replace(
    FIGURE,
    id="f2",
    outcome=Outcome.INJURED,
    range=Range(146, None),
    qualifier=Qualifier.MORE_THAN,
    number=145,
    source="the coastguard",
    text="more than 145",
    start=40,
    end=53,
    line=3,
    column=14,
    passage=Kind.PARAGRAPH,
    paragraph=2,
    sentence="The coastguard said more than 145 were hurt.",
)
STALE = replace(
    INJURED,
    id="f3",
    range=Range(130, None),
    qualifier=Qualifier.AT_LEAST,
    number=130,
    source=None,
    text="at least 130",
    start=90,
    end=102,
    line=5,
    column=7,
    passage=Kind.CAPTION,
    paragraph=3,
    sentence="Where at least 130 were hurt. Photo / Orlo Press",
)
FINDING = Finding(
    code="CAS102",
    name="conflicting-bounds",
    severity=Severity.ERROR,
    message='"at least 130" and "more than 145" are of different dates',
    suggestion="Look at the caption in line 5 first: the body says otherwise.",
    figures=(STALE, INJURED),
)
UNUSED = Finding(
    code="CAS901",
    name="unused-suppression",
    severity=Severity.WARNING,
    message="the comment silences nothing",
    suggestion="Take it out.",
    figures=(),
    at=Place("ferry.txt", 7, 1),
)
HOSTILE = (
    "\x1b[2J\x00\x9b1A\u202e\ud800\ufffe ]]> </b>& <!-- --> %0A ::error file=a,line=1::x\r\n"
    "::stop-commands::x | `a` *b* _c_ [d](1) ~~e~~ $f$ @orlo #12 GH-12 :100: www.a.org http://a \\"
)
"""What an article may smuggle into a report."""


def hostile(path: str | None = f"a{HOSTILE}.txt") -> Reconciliation:
    """A reconciliation that is as hostile wherever the article, or its path, has a say."""
    figures = [
        replace(each, text=f"12{HOSTILE}", population=HOSTILE, event=HOSTILE, source=HOSTILE)
        for each in (STALE, INJURED)
    ]
    finding = replace(FINDING, message=HOSTILE, suggestion=HOSTILE, figures=tuple(figures))
    return reconciliation(*figures, findings=(finding, UNUSED), path=path, text=HOSTILE)


def as_one() -> Reconciliation:
    """A finding in a caption that rests on words in a story, which were taken as one."""
    caption = replace(STALE, path="captions/1.txt", line=1)
    finding = replace(FINDING, figures=(caption, INJURED))
    checked = reconciliation(INJURED, caption, path=None)
    return replace(checked, figures=Figures([INJURED, caption]), findings=(finding,))


def reconciliation(
    *figures: Figure,
    findings: tuple[Finding, ...] = (),
    path: str | None = "ferry.txt",
    text: str = "",
    unread: Iterable[Unread] = (),
) -> Reconciliation:
    """A line item and a total for each outcome, and the findings as they are given, in the file."""
    figures = tuple(replace(figure, path=path) for figure in figures)
    findings = tuple(
        replace(
            finding,
            figures=tuple(replace(figure, path=path) for figure in finding.figures),
            at=finding.at and finding.at._replace(path=path),
        )
        for finding in findings
    )
    items = []
    for outcome in dict.fromkeys(figure.outcome for figure in figures):
        alike = tuple(figure for figure in figures if figure.outcome == outcome)
        common: Range | None = alike[0].range
        for figure in alike[1:]:
            common = common & figure.range if common else None
        faulty = any(figure in alike for finding in findings for figure in finding.figures)
        verdict = Verdict.CONTRADICTION if faulty else Verdict.CONSISTENT
        items.append(LineItem("main", outcome, "people", common, verdict, alike))
    totals = tuple(
        Total("main", item.outcome, item.figures[0].range, item.figures[0].range.low, Basis.STATED)
        for item in items
    )
    document = Document(path, text, ())
    return Reconciliation(document, Figures(figures, unread), tuple(items), totals, findings)


def unread_in(text: str, words: str, path: str | None = "ferry.txt") -> Unread:
    """The sentence with these words, of which no figure was made."""
    return Unread(Place(path, *Lines(text).place(text.index(words))), words)
