"""What must hold of any input whatever: nothing raises, and what is said of it is true.

``hold`` is given the bytes of a file and its format, and fails with an ``AssertionError`` that
names what does not hold, or with whatever the package raised that it must not raise.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import unescape
from importlib import import_module
from typing import Any
from xml.etree import ElementTree as ET

from markdown_it import MarkdownIt
from openpyxl import load_workbook
from pyarrow.parquet import read_table

from casualties.frames import LARGEST_INTEGER
from casualties.model import Document, Figure, Lines, Reconciliation
from casualties.pipeline import check, explain, extract
from casualties.readers import ReadError, ReadOptions, read_documents, read_text
from casualties.reporters.places import Root
from casualties.reporters.report import View
from casualties.rows import (
    FIGURE_COLUMNS,
    FIGURES,
    FINDING_COLUMNS,
    SUMMARIES,
)
from tests.readers.pages import assert_places_hold

__all__ = ["UNRELATED", "hold", "hold_of_copy", "hold_of_document", "hold_of_printed"]

UNRELATED = (
    "The weather in the valley stayed mild, and the orchards were in bloom.",
    "The museum opened in 1987 and drew 40,000 visitors last year.",
    "In 1998 the town built a new library with 12 reading rooms.",
    "In 2006 the club won its first title, beating Brav 2-0 in the final.",
    "Mayor Elin Marsh said the budget would be voted on next week.",
    "A spokesman for the bank said profits fell by 12 percent in the third quarter.",
    "“We hope for a good season,” said the club's coach, Peter Holm. “The team is young.”",
    '"It was the best concert I have heard," said Maria Lund, 34, a teacher.',
    '"Everyone here likes the new stadium," she said. "There are 30,000 seats."',
    "The home side won 3-1 in front of 21,500 people on Saturday.",
    "Shares in the shipyard rose 4.2 percent to $12.50, their best day since March.",
    "Rain is expected by Thursday, with winds of up to 70 kilometres an hour.",
    "Snow fell on Sunday night in the hills above Halvik, where 20 centimetres were measured.",
    "The town lies 30 kilometres north of the capital and has 8,000 inhabitants.",
    "In Brav, 200 kilometres to the south, 4,000 people took part in a half-marathon on 12 May.",
    "The last census, of 1996, counted 1.2 million people in the province.",
    "Parliament passed the bill by 61 votes to 54, with two members absent.",
    "Elin Marsh, 54, was elected in 2001 and re-elected in 2006.",
    "Tickets cost 15 euros; children under 12 enter free.",
    "The price of a loaf rose to 40 pence in March, from 35 in 1994.",
    "A new school for 300 pupils opens in Brav in September.",
    "The festival, now in its tenth year, runs from 3 to 9 May.",
    "The company employs 2,400 people in five countries and was founded in 1952.",
    "Two new bus lines will link the suburbs with the harbour from Monday.",
    "It was the driest April since 1953.",
    "Two years ago the two towns agreed to share a theatre.",
    "Last year's wine harvest was the best in two decades, growers say.",
    "Some 250 volunteers planted 3,000 trees along the river at the weekend.",
    "Four judges voted for the design by Elin Marsh of Lund, and three against it.",
    "The film runs for 112 minutes and opens in 300 cinemas on 5 June.",
    "The opera's new season opens with a work of 1791.",
)
"""Paragraphs that tell of something else: weather, sports, money, names, places, years, speech.

A careful reader takes none of them for what the next paragraph goes on with.
"""

_TIMELESS = [each for each in UNRELATED if re.search(r"\d{4}\b(?! people)", each) is None]

_VIEW = View(verbose=True, show_unread=True, show_skipped=True, rules=explain(), root=Root("/news"))
_NO_TERMINAL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What no report that is a text may hold: it moves a cursor, or turns the direction of writing."""


def hold(content: bytes, input_format: str, *, with_sheets: bool = False) -> None:
    """All properties of all documents in the bytes of a file."""
    options = ReadOptions(input_format=input_format)
    documents = list(_read(content, options))
    if input_format in _TEXTS_OF_ROWS and b"\0" not in content:
        texts = _TEXTS_OF_ROWS[input_format](content)
        found = [document.text for document in documents]
        assert texts is None or found == texts, "the text of a row is another one"
    for document in documents:
        hold_of_document(document, with_sheets=with_sheets)


def _texts_of_a_sheet(content: bytes) -> list[str] | None:
    """The texts of a sheet that is beyond doubt, as the standard library has them."""
    try:
        text = content.decode()
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeError, csv.Error):
        return None
    header, *rows = [row for row in rows if row] or [[]]
    if header != ["id", "text"] or any(len(row) != len(header) for row in rows):
        return None
    return [text for _, text in rows]


def _texts_of_lines(content: bytes) -> list[str] | None:
    """The texts of lines of JSON that are beyond doubt, as the standard library has them."""
    try:
        rows = [json.loads(line) for line in content.decode().split("\n") if line]
        return [row["text"] or "" for row in rows if isinstance(row["id"], str)]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


_TEXTS_OF_ROWS = {"csv": _texts_of_a_sheet, "jsonl": _texts_of_lines}


def _read(content: bytes, options: ReadOptions) -> Iterator[Document]:
    """The documents; what cannot be read is told in one sentence."""
    try:
        documents: Iterable[Document | ReadError] = list(
            read_documents("fuzz", options, content=content)
        )
    except ReadError as error:
        documents = [error]
    for document in documents:
        if isinstance(document, ReadError):
            assert str(document).startswith("fuzz"), "an error names its file"
            assert str(document).endswith((".", "?")), f"no sentence: {document}"
        else:
            yield document


def hold_of_document(document: Document, *, with_sheets: bool) -> None:
    """All properties of a document; a workbook is made and read back only where asked for."""
    _hold_of_passages(document)
    if document.origin is not None and document.origin.input is not None:
        assert_places_hold(document.origin.input, document)
    checked = check(document)
    assert check(document) == checked, "a second check gives something else"
    lines = Lines(document.input)
    for figure in checked.figures:
        _hold_of_figure(figure, document, lines)
    assert list(extract(document)) == list(checked.figures), "extract and check differ"
    _hold_of_reports(checked, with_sheets=with_sheets)
    if document.origin is None:
        _hold_with_an_unrelated_paragraph(document.text)


def _hold_of_passages(document: Document) -> None:
    end = 0
    for number, passage in enumerate(document.passages, 1):
        assert passage.number == number
        assert passage.start >= end, "passages overlap"
        end = passage.start + len(passage.text)
        stands = document.text[passage.start : end]
        if document.comments:  # which are blanks within a passage
            pairs = zip(stands, passage.text, strict=True)
            stands = "".join(" " if said == " " else there for there, said in pairs)
        assert stands == passage.text, "a passage stands elsewhere"
        assert passage.text.strip(), "a passage is blank"


def _hold_of_figure(figure: Figure, document: Document, lines: Lines) -> None:
    low, high = figure.range.low, figure.range.high
    assert low >= 0
    assert high is None or high >= low
    passage = document.passages[figure.paragraph - 1]
    assert figure.passage is passage.kind
    assert figure.sentence in passage.text
    assert figure.text in figure.sentence or document.comments
    assert figure.text.strip()
    if document.origin is None or document.origin.input is not None:
        assert 0 <= figure.start < figure.end <= len(document.input)
        assert (figure.line, figure.column) == lines.place(figure.start)
        words = document.input[figure.start : figure.end]
        if document.origin is None:
            assert words == figure.text, "the words stand elsewhere"
        else:
            said, written = (_letters(each) for each in (figure.text, unescape(words)))
            assert all(letter in written for letter in said), "the words stand elsewhere"
    else:
        assert figure.line is None


def _letters(text: str) -> Iterator[str]:
    """The letters and digits of a text, each of which can be looked for behind the one before."""
    return filter(str.isalnum, text)


def _hold_with_an_unrelated_paragraph(text: str) -> None:
    """One more paragraph that tells of something else changes nothing above it.

    Three stand there already, so that it is neither the first below a headline nor what makes a
    text so long that its first passages are a lead. It has no year: the last one of a text may be
    that of its day, and a number of any text may look like one. Nor may it be what shows, by a line
    beyond the width of the others, that the lines above it are not wrapped.
    """
    longer = "\n\n".join([text, *[UNRELATED[0]] * 3])
    longest = f"{longer}\n\n{_TIMELESS[len(text) % len(_TIMELESS)]}"
    passages = read_text(longer).passages
    if read_text(longest).passages[: len(passages)] != passages:
        return
    before, after = check(longer), check(longest)
    assert list(before.figures) == list(after.figures), "an unrelated paragraph changes figures"
    assert before.totals == after.totals, "an unrelated paragraph changes totals"
    assert before.findings == after.findings, "an unrelated paragraph changes findings"


def hold_of_copy(article: str, inserted: Mapping[int, str]) -> None:
    """Paragraphs that tell of something else change no figure, wherever they stand below the lead.

    ``inserted`` are such paragraphs, by the number of the paragraph that each stands before.
    """
    paragraphs = article.strip().split("\n\n")
    longer = [
        each
        for number, paragraph in enumerate([*paragraphs, ""])
        for each in (inserted.get(number, ""), paragraph)
        if each
    ]
    told = [_of(figure) for figure in check(article).figures]
    found = [_of(figure) for figure in check("\n\n".join(longer)).figures]
    assert found == told, f"unrelated paragraphs change figures: {inserted}"


def _of(figure: Figure) -> tuple[object, ...]:
    """What a figure says, wherever it stands."""
    about = figure.outcome, figure.range, figure.population, figure.scope, figure.event
    return (*about, figure.source, figure.text, figure.passage)


def _hold_of_reports(checked: Reconciliation, *, with_sheets: bool) -> None:
    for format_, parse in _CHECKS.items():
        _hold_of_report("check", format_, _rendered(f"check_{format_}", checked), parse)
    figures = (checked.document, checked.figures)
    for format_, parse in _EXTRACTS.items():
        _hold_of_report("extract", format_, _rendered(f"extract_{format_}", figures), parse)
    for format_, parse in _SHEETS.items():
        of_figures = _rendered(f"sheet_{format_}", figures, FIGURES)
        of_totals = _rendered(f"sheet_{format_}", checked, SUMMARIES)
        _hold_of_report("extract", format_, of_figures, parse)
        _hold_of_report("extract --summary", format_, of_totals, parse)
        if format_ in _ROWS:
            _hold_of_rows(format_, _ROWS[format_](of_figures), checked.figures)
    if with_sheets:
        _hold_of_files(checked)


def _hold_of_files(checked: Reconciliation) -> None:
    """That a workbook and a Parquet file have the figures, and no cell to compute."""
    content = _made("sheet_xlsx", checked)
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    for row in sheet.iter_rows():
        assert all(cell.data_type != "f" for cell in row), "a cell is computed"
    names, *cells = sheet.iter_rows(values_only=True)
    rows = [dict(zip(map(str, names), row, strict=True)) for row in cells]
    _hold_of_rows("xlsx", rows, checked.figures)
    table = read_table(io.BytesIO(_made("sheet_parquet", checked)))
    _hold_of_rows("parquet", table.to_pylist(), checked.figures)


def _made(module: str, checked: Reconciliation) -> bytes:
    report = import_module(f"casualties.reporters.{module}").Report(_VIEW)
    content: bytes = report.add((checked.document, checked.figures)) + report.end()
    return content


def _hold_of_rows(
    format_: str, rows: Sequence[Mapping[str, object]], figures: Sequence[Figure]
) -> None:
    """That a sheet has a row a figure, with its numbers, its place and its words."""
    assert len(rows) == len(figures), f"{format_} has another number of rows"
    for row, figure in zip(rows, figures, strict=True):
        for name in ("id", "low", "high", "number", "paragraph", "line", "column", "start", "end"):
            cell, value = row[name], FIGURE_COLUMNS[name](figure)
            is_too_large = isinstance(value, int) and value > LARGEST_INTEGER
            same = str(cell or "") == str(value or "") or (is_too_large and format_ == "parquet")
            assert same or (value == 0 and str(cell) == "0"), f"{format_} has another {name}"
        said, shown = "".join(_letters(figure.text)), "".join(_letters(str(row["text"])))
        assert said == shown or not figure.text.isprintable(), f"{format_} has other words"


def hold_of_printed(command: str, format_: str, text: str) -> None:
    """That what a command has printed can be read by what it is for, and does no harm there."""
    parse = {"check": _CHECKS, "extract": _SHEETS | _EXTRACTS}[command][format_]
    _hold_of_report(command, format_, text, parse)


def _rendered(module: str, item: object, *table: object) -> str:
    report = import_module(f"casualties.reporters.{module}").Report(_VIEW, *table)
    text: str = report.add(item) + report.end()
    return text


def _hold_of_report(command: str, format_: str, text: str, parse: Callable[[str], Any]) -> None:
    where = f"{command} --format {format_}"
    assert text.encode().decode() == text
    found = _NO_TERMINAL.search(text)
    assert found is None, f"{where} sends {found}"
    if parse is not _commands:
        _hold_of_a_log(where, text)
    try:
        parse(text)
    except (AssertionError, ValueError, ET.ParseError) as error:
        raise AssertionError(f"{where} does not parse: {error}") from error


def _json_lines(text: str) -> None:
    for line in text.split("\n")[:-1]:
        json.loads(line)


def _is_csv_of(width: int | None, delimiter: str = ",") -> Callable[[str], None]:
    def parse(text: str) -> None:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        widths = {len(row) for row in rows}
        assert len(widths) == 1
        assert widths == {width} or width is None
        for row in rows:
            for cell in row:
                assert not cell.lstrip()[1:] or cell.lstrip()[0] not in "=+-@", (
                    f"computed: {cell!r}"
                )

    return parse


def _commands(text: str) -> None:
    for line in text.split("\n")[:-1]:
        assert re.match(r"::(?:error|warning|notice) \S", line), f"no command: {line!r}"


def _markdown(text: str) -> None:
    """Read as GitHub reads it, it holds no mark-up but what the report itself is made of."""
    for token in _MARKDOWN.parse(text):
        for inner in (token, *(token.children or ())):
            assert inner.type in _KNOWN_TOKENS, f"an article makes a {inner.type}"
            if inner.type.startswith("html"):
                left = _OUR_TAGS.sub("", inner.content)
                assert "<" not in left, f"an article makes a tag: {left!r}"


def _for_people(text: str) -> None:
    assert text.endswith("\n") or not text


def _hold_of_a_log(where: str, text: str) -> None:
    for line in text.split("\n"):
        assert not line.lstrip().startswith("::"), f"{where}: a runner of jobs would obey {line!r}"
    assert "##[" not in text, f"{where}: a runner of jobs would obey ##["


_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_OUR_TAGS = re.compile("</?(?:details|summary|code)>|<br>|<!-- -->")
_KNOWN_TOKENS = frozenset(
    {"text", "inline", "softbreak", "text_special", "html_inline", "html_block"}
    | {
        f"{block}_{end}"
        for block in ("heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td")
        for end in ("open", "close")
    }
)

_CHECKS: dict[str, Callable[[str], Any]] = {
    "text": _for_people,
    "concise": _for_people,
    "json": json.loads,
    "jsonl": _json_lines,
    "csv": _is_csv_of(len(FINDING_COLUMNS)),
    "markdown": _markdown,
    "github": _commands,
    "gitlab": json.loads,
    "junit": ET.fromstring,
    "sarif": json.loads,
    "rdjson": json.loads,
}
_EXTRACTS: dict[str, Callable[[str], Any]] = {
    "table": _for_people,
    "json": json.loads,
    "jsonl": _json_lines,
}
_ROWS: dict[str, Callable[[str], list[dict[str, Any]]]] = {
    "csv": lambda text: list(csv.DictReader(io.StringIO(text, newline=""))),
    "tsv": lambda text: list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t")),
    "jsonl": lambda text: [json.loads(line) for line in text.split("\n")[:-1]],
}
_SHEETS: dict[str, Callable[[str], Any]] = {
    "csv": _is_csv_of(None),
    "tsv": _is_csv_of(None, "\t"),
    "json": json.loads,
    "jsonl": _json_lines,
    "markdown": _markdown,
}
