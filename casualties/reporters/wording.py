"""What the reports for people say in the same words: places, counts, sentences unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import Place
from casualties.reporters.columns import WIDTH
from casualties.reporters.paint import Paint
from casualties.reporters.printable import one_line
from casualties.reporters.report import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casualties.model import Document, Figures, Finding, Reconciliation

__all__ = [
    "advice",
    "count",
    "count_left_out",
    "finding_block",
    "finding_line",
    "left_out_lines",
    "place",
    "skipped_lines",
    "title",
    "unread_lines",
]

_PLAIN = Paint(is_on=False)


def count(number: int, noun: str) -> str:
    """The number with its noun.

    >>> count(1, "error"), count(2, "error")
    ('1 error', '2 errors')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def place(where: Place) -> str:
    """Where it stands, as editors take it; of a text without a path, line and column alone.

    In a format without lines it is the passage: ``ferry.docx:paragraph 2``.

    >>> place(Place("ferry.txt", 3, 14))
    'ferry.txt:3:14'
    """
    return where.where if where.path is None else f"{one_line(where.path)}:{where.where}"


def title(reconciliation: Reconciliation) -> str:
    """What the report is on: an input, or those that have figures of several taken as one."""
    path = reconciliation.document.path
    inputs = [path] if path else [figure.path for figure in reconciliation.figures]
    return one_line(", ".join(dict.fromkeys(filter(None, inputs))) or "text")


def finding_line(finding: Finding, paint: Paint = _PLAIN) -> str:
    """What is wrong and where, on one line, however long."""
    return (
        f"{paint.strong(place(finding.place))}: {paint.severity(finding.severity)} "
        f"{paint.strong(f'{finding.code} {finding.name}')}: {one_line(finding.message)}"
    )


def finding_block(finding: Finding, paint: Paint = _PLAIN) -> str:
    """The line, and below it the other places and what to do."""
    others = (
        _indented(f'{place(figure.place)}: "{one_line(figure.text)}"', deeper=4)
        for figure in finding.figures[1:]
    )
    lines = [finding_line(finding, paint), *others, _indented(one_line(finding.suggestion))]
    return "\n".join(lines)


def advice(finding: Finding) -> str:
    """What is wrong, and on a line below it what to do."""
    return f"{one_line(finding.message)}\n{one_line(finding.suggestion)}"


def unread_lines(figures: Figures) -> Iterator[str]:
    """A line for each sentence of which no figure was made, however long the sentence."""
    for unread in figures.unread:
        yield f"{place(unread.place)}: unread: {one_line(unread.text)}"


def skipped_lines(document: Document) -> Iterator[str]:
    """A line for each stretch of text that was left out of the passages, with the reason."""
    for each in document.dropped:
        name = one_line(each.path or document.path or "text")
        where = "" if each.line is None else f":{each.line}:{each.column}"
        yield f"{name}{where}: skipped ({one_line(each.why)}): {one_line(each.text)}"


def left_out_lines(document: Document, figures: Figures, view: View) -> list[str]:
    """What the view lists of a document: the sentences unread and the text skipped."""
    unread = unread_lines(figures) if view.show_unread else ()
    skipped = skipped_lines(document) if view.show_skipped else ()
    return [*unread, *skipped]


def count_left_out(unread: int, skipped: int, view: View) -> Iterator[str]:
    """How much is unread and skipped, if any is, and what lists it where the view does not.

    >>> list(count_left_out(2, 1, View(show_unread=True)))
    ['2 sentences unread', '1 stretch of text skipped (--show-skipped)']
    """
    if unread:
        yield (
            count(unread, "sentence") + " unread" + ("" if view.show_unread else " (--show-unread)")
        )
    if skipped:
        stretches = f"{skipped} {'stretch' if skipped == 1 else 'stretches'} of text skipped"
        yield stretches + ("" if view.show_skipped else " (--show-skipped)")


def _indented(text: str, deeper: int = 0) -> str:
    import textwrap  # noqa: PLC0415 - for a finding alone

    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=" " * 4,
        subsequent_indent=" " * (4 + deeper),
        break_long_words=False,
        break_on_hyphens=False,
    )
