"""Inputs that are made to harm, or come out of a broken machine, and what each of them must give.

What is given is a line of figures and of codes of findings, or the sentence of an error; "..."
stands for what goes on in the same way.
"""

import io
import json
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from casualties import check
from casualties.cli import main
from casualties.readers import ReadError, ReadOptions, read_documents, read_text
from tests.fuzz.properties import hold_of_document, hold_of_printed
from tests.readers.word_files import packed, paragraph, word_file

SAID = "12 people were killed"
FALSE = f"{SAID}. Nine people were killed."
CAUGHT = "killed 12 killed 9 CAS101"
UNUSED = "killed 12 killed 9 CAS901 CAS101"
LONG = 10**6
SECONDS = 20
"""Of processor time for one of them: each takes a second or two on a machine of these years."""


def page(body: str) -> str:
    return f"<html><body><article>{body}</article></body></html>"


def ninjs(**item: object) -> str:
    return json.dumps({"uri": "x", **item})


def nitf(body: str, head: str = "") -> str:
    return f"{head}<nitf><body><body.content>{body}</body.content></body></nitf>"


def bomb() -> bytes:
    """A Word file of a few kilobytes whose text is 20 megabytes long."""
    return word_file(paragraph("0" * 20_000_000))


def with_part(name: str, text: str) -> bytes:
    """A Word file in which one part is something else."""
    with zipfile.ZipFile(io.BytesIO(word_file(paragraph(SAID)))) as package:
        parts = {info.filename: package.read(info).decode() for info in package.infolist()}
    return packed(parts | {name: text})


def laughs() -> str:
    """Entities that are a billion times as long when they are put in."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return nitf("<p>&e9;</p>", f'<!DOCTYPE nitf [<!ENTITY e0 "ha">{entities}]>')


EXTERNAL = '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
ENTITIES = "declares entities of its own, which are not read: they can be made to harm."
DEEP = "x has more than 200 levels of nesting..."

TEXTS: dict[str, tuple[str, str]] = {
    # nothing but one mark, and what a pattern might go back and forth in
    "a megabyte of brackets": ("(" * LONG, ""),
    "a megabyte of quotation marks": ('"' * LONG, ""),
    "a megabyte of full stops": ("." * LONG, ""),
    "a megabyte of full stops, then a toll": (f"{'.' * LONG} {SAID}", "killed 12 CAS903"),
    "a megabyte of blanks in a line": (f"Fire{' ' * LONG}{SAID}.", "killed 12 CAS903"),
    "a megabyte of tabs in a line": (f"Fire{chr(9) * LONG}{SAID}.", "killed 12 CAS903"),
    "a megabyte of line ends": ("\n" * LONG + SAID, "killed 12"),
    "a megabyte of carriage returns": ("\r" * LONG + SAID, "killed 12"),
    "a megabyte of comment signs": ("#" * LONG, ""),
    "a megabyte of hyphens": ("a-" * (LONG // 2), ""),
    "a megabyte of one word": ("killed" * (LONG // 6), ""),
    "a megabyte of one digit": ("9" * LONG, ""),
    "a megabyte of initials": ("A." * (LONG // 2), ""),
    "a megabyte of capitals": ("A " * (LONG // 2), ""),
    "a line of two megabytes": (f"{'It rained on the town. ' * 90_000}{SAID}.", "killed 12"),
    "quotes in quotes": ("> " * 50_000 + SAID, "killed 12 CAS903"),
    "years by the thousand": ("In 2004, ten died. " * 200, "killed 10 killed 10..."),
    "nested clauses": (f"The man {'who knew the man ' * 60}was killed.", ""),
    "a list without an end": ("two men, " * 1_000 + "were killed", "killed 2 CAS903"),
    # bytes and characters that are none of copy
    "an escape sequence": (f"\x1b[2J {SAID}\x1b]0;x\x07", "killed 12"),
    "an override of direction": (f"\u202e{SAID}", "killed 12"),
    "isolates around the number": ("\u206612\u2069 people were killed", ""),
    "a line of combining marks": ("12 pe\u0301" + "\u0301" * 5_000 + "ople were killed", ""),
    "a byte order mark": (f"\ufeff{SAID}", "killed 12"),
    "byte order marks in the text": (f"Fire\n\n\ufeff{SAID}\ufeff", "killed 12"),
    "letters of another alphabet": ("12 реорlе were kіlled", ""),
    "line separators": (f"Fire.\u2028{SAID}\u2029", "killed 12"),
    # numbers
    "a number of 5,000 digits": ("9" * 5_000 + " killed", ""),
    "a group of 5,000 digits": (
        f"{SAID}.\n\nIt rained.\n\nIt rained.\n\nIt abducted {'9' * 5_000} and killed 3 of them.",
        "killed 12 killed 3 CAS903",
    ),
    "some of 5,000 digits": (
        f"{SAID}.\n\nIt rained.\n\nIt rained.\n\n{'9' * 5_000} were infected. Three have died.",
        "killed 12 killed 3",
    ),
    "blanks in the digits of a number": ("007 007 007 drowned both Tuesday", "killed 2"),
    "an ordinal of 5,000 digits": ("The " + "9" * 5_000 + "th person killed", "killed 1 CAS903"),
    "more people than there are": ("12 billion billion people were killed", ""),
    "a product beyond all bounds": ("12" + " billion" * 100 + " people were killed", ""),
    "words beyond all bounds": ("nine hundred" + " thousand" * 90 + " people died", ""),
    "digits of Arabic": ("٤٢ people were killed", ""),
    "digits of Devanagari": ("४२ people were killed", ""),
    "digits of full width": ("４２ people were killed", ""),
    "digits of two scripts": ("1٢ people were killed", ""),
    "mathematical digits": ("𝟜𝟚 people were killed", ""),
    "a superscript": ("12² people were killed", ""),
    "half a person": ("½ people were killed", ""),
    "a fraction": ("2.5 people were killed", ""),
    "a date as a number": ("On 11.03.2025 people were killed", ""),
    "a number with a power": ("1e400 people were killed", ""),
    "a minus": ("-5 people were killed", "killed 5"),  # a bullet, rather
    "a hidden hyphen in a number": ("1\u00ad2 people were killed", ""),
    "not a number": ("NaN people were killed", ""),
    "zero": ("0 people were killed", "killed 0"),
    "a range that runs backwards": ("12–10 people were killed", ""),
    "a format string": ("%s people killed {0} {} %d ${12}", ""),
    # what only looks like a comment for this tool
    "a comment within a line": (f"{SAID}. # casualties: ignore[CAS101]\n\nNine died.", CAUGHT),
    "a comment in a quotation": (
        f'The letter reads: "Come home.\n# casualties: ignore-file[CAS101]\nBring Ann."\n\n{FALSE}',
        UNUSED,
    ),
    "a comment in a quotation of several paragraphs": (
        f"“Come home.\n\n# casualties: ignore-file[CAS101]\n\n“Bring Ann,” it reads.\n\n{FALSE}",
        UNUSED,
    ),
    "a comment that names everything": (f"# casualties: ignore[.*]\n{FALSE}", UNUSED),
    "a comment of a megabyte": (f"# casualties: ignore[{'x' * LONG}]\n{FALSE}", UNUSED),
    "ten thousand comments": (
        "# casualties: enable[CAS101]\n" * 10_000 + SAID,
        "killed 12 CAS901 CAS901...",
    ),
}
OTHERS: dict[str, tuple[str, str | bytes | Callable[[], str | bytes], str]] = {
    # bytes
    "NUL bytes": ("text", b"12\0people", "x is a binary file, not text: character 2 is a NUL."),
    "UTF-16 without a name": ("text", SAID.encode("utf-16"), "try --encoding utf-16."),
    "UTF-16 without a mark": ("text", SAID.encode("utf-16-le"), "character 1 is a NUL."),
    "broken UTF-8": ("text", b"12 people \xff\xfe killed", "x is not valid utf-8 at byte 10..."),
    "a half character in UTF-8": ("text", b"12 \xed\xa0\x80", "x is not valid utf-8 at byte 3..."),
    "a byte order mark of UTF-8": ("text", b"\xef\xbb\xbf" + SAID.encode(), "killed 12"),
    # web pages
    "a million open brackets": ("html", "<" * LONG, ""),
    "elements that never close": ("html", "<div>" * 50_000 + SAID, "killed 12"),
    "inline elements that never close": ("html", "<b>" * 50_000 + SAID, "killed 12"),
    "a comment that never closes": ("html", f"<p>{SAID}</p><!--" + "-" * LONG, "killed 12"),
    "a script that is never closed": ("html", f"<p>{SAID}</p><script>" * 1_000, "killed 12"),
    "an attribute of a megabyte": ("html", f'<p class="{"a " * LONG}">{SAID}</p>', "killed 12"),
    "a style of a megabyte": (
        "html",
        f'<p style="{"text-decoration:" * 60_000}">{SAID}</p>',
        "killed 12",
    ),
    "a title of many sites": ("html", f"<title>{'a | ' * 200_000}</title><p>{SAID}", "killed 12"),
    "references to no character": (
        "html",
        page(f"<p>&#x110000;&#0;&#xd800; {SAID}</p>"),
        "killed 12",
    ),
    "tags in the number": ("html", page("<p>1<b>2</b> people were killed</p>"), "killed 12"),
    "markup as text": ("html", page(f"<p>&lt;script&gt;{SAID}&lt;/script&gt;</p>"), "killed 12"),
    "a comment in an attribute": (
        "html",
        page(f'<p title="<!-- casualties: ignore[CAS101] -->">{FALSE}</p>'),
        CAUGHT,
    ),
    "a comment in code": (
        "html",
        page(f"<pre>&lt;!-- casualties: ignore-file[CAS101] --&gt;</pre><p>{FALSE}</p>"),
        CAUGHT,
    ),
    "a comment in a script": (
        "html",
        page(f"<script><!-- casualties: ignore-file[CAS101] --></script><p>{FALSE}</p>"),
        CAUGHT,
    ),
    "a comment as text": (
        "html",
        page(f"<p># casualties: ignore-file[CAS101]</p><p>{FALSE}</p>"),
        CAUGHT,
    ),
    # Markdown
    "quotes as deep as can be": ("markdown", ">" * 5_000 + SAID, "CAS903"),
    "lists as deep as can be": ("markdown", "- " * 2_000 + SAID, "CAS903"),
    "brackets as deep as can be": ("markdown", "[" * 5_000 + SAID, "killed 12 CAS903"),
    "emphasis without an end": ("markdown", "*a **b " * 1_000 + SAID, "killed 12 CAS903"),
    "backticks of every length": (
        "markdown",
        "".join("`" * n + " " for n in range(1, 200)) + SAID,
        "killed 12 CAS903",
    ),
    "a comment in a block of code": (
        "markdown",
        f"```\n<!-- casualties: ignore-file[CAS101] -->\n```\n\n{FALSE}",
        CAUGHT,
    ),
    "a comment in code in a line": (
        "markdown",
        f"`<!-- casualties: ignore-file[CAS101] -->`\n\n{FALSE}",
        CAUGHT,
    ),
    "a comment of plain text": (
        "markdown",
        f"# casualties: ignore-file[CAS101]\n\n{FALSE}",
        CAUGHT,
    ),
    "front matter that is code": (
        "markdown",
        f"---\ntitle: !!python/object/apply:os.system ['false']\n---\n\n{SAID}.",
        "killed 12",
    ),
    "front matter of laughs": (
        "markdown",
        f"---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\ntitle: *c\n---\n\n{SAID}.",
        "killed 12",
    ),
    # Word
    "a zip bomb": ("docx", bomb, "--limit unpack-ratio=N allows more."),
    "no zip file": (
        "docx",
        b"PK\x03\x04" + b"\0" * 100,
        "x is no .docx file, or only a part of one...",
    ),
    "a part that is no XML": (
        "docx",
        lambda: with_part("word/document.xml", "<"),
        "line 1, column 0.",
    ),
    "entities in a part": ("docx", lambda: with_part("word/document.xml", laughs()), ENTITIES),
    "parts that lead out of the file": (
        "docx",
        lambda: with_part(
            "_rels/.rels",
            '<Relationships><Relationship Id="r1" Type="x/officeDocument" '
            'Target="../../../etc/passwd"/></Relationships>',
        ),
        "x is no Word document: it has no text part.",
    ),
    # wires
    "deep JSON": ("ninjs", '{"a":' * 100_000, DEEP),
    "JSON of a list in a list": ("ninjs", "[" * 100_000, DEEP),
    "a number beyond all bounds in JSON": (
        "ninjs",
        '{"version": ' + "9" * 5_000 + "}",
        "more digits than can be read.",
    ),
    "a half character in JSON": (
        "ninjs",
        '{"uri": "x", "body_text": "\\ud800 12 people were killed"}',
        "x has half a character in a text: '\\ud800'.",
    ),
    "a comment in an item": (
        "ninjs",
        ninjs(body_text=f"# casualties: ignore-file[CAS101]\n{FALSE}"),
        CAUGHT,
    ),
    "a comment in the page of an item": (
        "ninjs",
        ninjs(body_xhtml=f"<!-- casualties: ignore-file[CAS101] --><p>{FALSE}</p>"),
        CAUGHT,
    ),
    "a comment in a story of a wire": (
        "nitf",
        nitf(f"<!-- casualties: ignore-file[CAS101] --><p>{FALSE}</p>"),
        CAUGHT,
    ),
    "a comment in lines of a wire": (
        "nitf",
        nitf(f"<pre>\n# casualties: ignore-file[CAS101]\n{FALSE}</pre>"),
        CAUGHT,
    ),
    "a billion laughs": ("nitf", laughs(), ENTITIES),
    "an entity from outside": ("nitf", nitf("<p>&x;</p>", EXTERNAL), ENTITIES),
    "deep XML": ("nitf", "<nitf>" + "<p>" * 100_000, DEEP),
    "XML in UTF-7": (
        "nitf",
        '<?xml version="1.0" encoding="utf-7"?><nitf/>',
        "multi-byte encodings are not supported.",
    ),
    # sheets
    "a cell with a comment": (
        "csv",
        f'id,text\n1,"# casualties: ignore-file[CAS101]\n{FALSE}"\n2,"{FALSE}"\n',
        f"{CAUGHT} {CAUGHT}",
    ),
    "a line with a comment": (
        "jsonl",
        json.dumps({"text": f"# casualties: ignore-file[CAS101]\n{FALSE}"}),
        CAUGHT,
    ),
    "a cell that is never closed": (
        "csv",
        'id,text\n1,"' + "a\n" * 100_000,
        "unexpected end of data; this row was not read.",
    ),
    "a row of a million cells": ("csv", "id,text\n" + "," * LONG + "\n", ""),
    "a line that is no JSON": (
        "jsonl",
        f'{{"text": "{SAID}"}}\nnot\n[1]\n1\n',
        "killed 12 x:2: no JSON...",
    ),
    "a line of brackets": ("jsonl", "[" * 100_000 + "\n", "this row was not read."),
}


def told(content: bytes, input_format: str) -> str:
    """The figures and findings of all documents, and what could not be read of them."""
    found: list[str] = []
    try:
        for document in read_documents("x", ReadOptions(input_format=input_format), content):
            if isinstance(document, ReadError):
                found.append(str(document))
                continue
            checked = check(document)
            found += [f"{figure.outcome} {figure.range}" for figure in checked.figures]
            found += [finding.code for finding in checked.findings]
    except ReadError as error:
        return str(error)
    return " ".join(found)


CASES = [
    *((name, "text", text, gives) for name, (text, gives) in TEXTS.items()),
    *((name, *case) for name, case in OTHERS.items()),
]


@pytest.mark.parametrize(
    ("input_format", "content", "gives"),
    [pytest.param(*case[1:], id=case[0]) for case in CASES],
)
def test_hostile_inputs(
    input_format: str, content: str | bytes | Callable[[], str | bytes], gives: str
) -> None:
    made = content() if callable(content) else content
    start = time.process_time()
    found = told(made if isinstance(made, bytes) else made.encode(), input_format)
    assert time.process_time() - start < SECONDS
    if gives.endswith("..."):
        assert found.startswith(gives.removesuffix("..."))
    elif gives.endswith("."):
        assert found.endswith(gives)
    else:
        assert found == gives


NAMES = {
    "a line end": "a\n::error::b.txt",
    "a carriage return": "a\r::error::b.txt",
    "an option": "--fail-on=never.txt",
    "a dash": "-.txt",
    "a command": "::stop-commands::x.txt",
    "an older command": "##[stop-commands]x.txt",
    "a command behind a blank": " ::error::x, y.txt",
    "many signs": "###[error]::[x].txt",
    "an escape sequence": "\x1b[2J\x1b]0;x\x07.txt",
    "an override": "\u202etxt.exe.txt",
    "a formula": "=HYPERLINK(1).txt",
    "another formula": "@SUM(1).txt",
    "a row": "a | b |.txt",
    "a tag": "<script>alert(1)<|script>.txt",
    "a link": "[a](javascript:alert(1)).txt",
    "an image": "![a](x).txt",
    "a mention": "@orlo.txt",
    "a percent sign": "a%0A::error::b.txt",
    "properties": "a,line=1::b.txt",
    "an entity": "&#60;b&#62;.txt",
    "quotation marks": "'\"`.txt",
    "a shell": "$(touch x);`touch y`.txt",
    "a format string": "{0} %s.txt",
    "bytes that are no text": os.fsdecode(b"\xff\xfe.txt"),
    "blanks": "  a  b  .txt",
    "a URI": "javascript:a.txt",
}
FORMATS = [
    *(("check", format_) for format_ in ("text", "concise", "json", "jsonl", "csv", "markdown")),
    *(("check", format_) for format_ in ("github", "gitlab", "junit", "sarif", "rdjson")),
    *(("extract", format_) for format_ in ("table", "csv", "tsv", "json", "jsonl", "markdown")),
]


@pytest.mark.skipif(sys.platform == "win32", reason="no file can be called so")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_of_a_file_does_no_harm(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(FALSE)
    for command, format_ in FORMATS:
        arguments = [command, "--format", format_, "--", name]
        ran = CliRunner().invoke(main, arguments)
        assert ran.exit_code == (command == "check"), ran.output
        assert ran.stderr == ""
        hold_of_printed(command, format_, ran.stdout)
        arguments[-1] = "."
        assert CliRunner().invoke(main, arguments).exit_code == (command == "check")
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(sys.platform == "win32", reason="no file can be called so")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--"],
        ["check", "--stdin-filename"],
        ["check", "--encoding"],
        ["check", "--report"],
        ["check", "--config"],
        ["check", "--select"],
        ["check", "--diff"],
        ["extract", "--output"],
        ["rule"],
        [],
    ],
    ids=" ".join,
)
def test_what_was_typed_is_shown_and_not_sent(
    arguments: list[str], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(main, [*arguments, name])
    assert ran.exit_code in {0, 2}
    assert "Traceback" not in ran.stderr
    hold_of_printed("check", "concise", ran.stderr)


ARTICLES = {
    "tags": "12 <img src=x onerror=alert(1)> people were killed",
    "a link": "12 [soldiers](javascript:alert(1)) were killed",
    "emphasis": "12 *soldiers* and `nine` ~~miners~~ were killed",
    "a row": "12 people | 13 people | were killed",
    "a formula": "=12+9 people were killed",
    "a call": "@SUM(12) people were killed",
    "a command": f"{SAID}\n::error::no, said\n::stop-commands::x",
    "an older command": "12 ##[add-mask]people were killed",
    "signs in a row": "12 ###[add-mask]people ##[x] were killed",
    "a command behind a blank": f"{SAID}\r\n \t::error::no, {SAID}",
    "a command that is a sentence": f"{SAID}.\n\n::error::12 dead",
    "an escape sequence": "12 \x1b[2J people \x1b]8;;x\x07 were \x9b2J killed",
    "an override": "12 \u202e people \u2066 were \u200f killed",
    "half a character": "12 people \ud800 were killed \udfff",
    "no XML": "12 \ufffe people ]]> were \x00 killed &amp;",
    "line separators": "12 \u2028 people \u2029 were \x85 killed \x0b by \x0c fire",
    "another event": "In the ::error:: <b>attack</b> of 2004, 12 people were killed",
    "a source": f"{SAID}, the =cmd|' /C calc'!A0 ministry of <b> said",
    "mentions": "12 @orlo #12 GH-12 https://x.example people were killed",
}


@pytest.mark.parametrize("copy", ARTICLES.values(), ids=ARTICLES)
def test_words_of_an_article_do_no_harm(copy: str) -> None:
    """All of them are quoted: in the table, as what does not agree, and as what was not read."""
    words = copy.removesuffix("\n")
    text = f"{words}.\n\n{words.replace('12', '15')}.\n\nThe trial over the 12 deaths, {words}."
    hold_of_document(read_text(text, "-"), with_sheets=True)


STARS = "*a" * 12 + "*b"
SETTINGS = {
    "a file without an end": (
        'extend = "/dev/zero"',
        "/dev/zero could not be read: File too large.",
    ),
    "a baseline without an end": ('baseline = "/dev/zero"', "could not be read: File too large."),
    "a user who is not there": ('extend = "~nobody-of-that-name/x"', "name/x is no path."),
    "a NUL in a path": ('extend = "\\u0000"', "extend is no path: it has a NUL in it."),
    "a NUL in a baseline": ('baseline = "x\\u0000"', "baseline is no path: it has a NUL in it."),
    "a NUL in an encoding": ('encoding = "\\u0000"', r"there is no encoding '\x00'."),
    "a circle": ('extend = "casualties.toml"', "extends itself in the end."),
    "a file that is no TOML": ('extend = "/etc/passwd"', "(at line 1, column 5)."),
    "a file of bytes": (b"\xff\xfe", "invalid start byte."),
    "an escape sequence": ('"\\u001b[2J" = 1', r"there is no key '\x1b[2J': there are extend..."),
    "a command": ('fail-on = "\\n::error::x"', 'fail-on = "\\n::error::x" cannot be...'),
    "no rule": ('ignore = ["*"]', 'there is no rule "*": see casualties rule --all.'),
    "a number beyond all bounds": ("[limits]\nrows = 1e400", "it should be a valid integer."),
    "a number of 5,000 digits": (f"[limits]\nrows = {'9' * 5_000}", "(4300 digits) for integer..."),
    "brackets": (f"select = {'[' * 10_000}", "is no valid TOML..."),
    "stars": (f'extend-exclude = ["{STARS}"]', ""),
    "nouns that are none": ('[conventions]\npeople = ["", " ", "x\\u0000", "a.*b", "-"]', ""),
    "sources that are none": ('[conventions]\nsources = ["", "(", "died\\n"]', ""),
    "words beyond all bounds": (f'[conventions.vague]\ndozens = "{"9" * 99}+"', ""),
}


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")
@pytest.mark.parametrize(("settings", "said"), SETTINGS.values(), ids=SETTINGS)
def test_hostile_settings(
    settings: str | bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(f"{'a' * 200}.txt").write_text(FALSE)
    content = settings if isinstance(settings, bytes) else settings.encode()
    Path("casualties.toml").write_bytes(content)
    start = time.process_time()
    ran = CliRunner().invoke(main, ["check", "--format", "concise", "."])
    assert time.process_time() - start < SECONDS
    assert ran.exit_code == (2 if said else 1), ran.output
    last = ran.stderr.splitlines()[-1] if said else ""
    assert said.removesuffix("...") in last if said.endswith("...") else last.endswith(said)
    hold_of_printed("check", "concise", ran.stderr)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="it has no such files")
@pytest.mark.parametrize("name", [".gitignore", ".casualtiesignore", "casualties.toml", "b.txt"])
@pytest.mark.parametrize("kind", ["a pipe", "without end", "a folder", "a circle", "stars"])
def test_hostile_files_beside_the_copy(
    name: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(f"{'a' * 200}.txt").write_text(FALSE)
    path = Path(name)
    if kind == "a pipe":
        os.mkfifo(path)
    elif kind == "without end":
        path.symlink_to("/dev/zero")
    elif kind == "a folder":
        path.mkdir()
    elif kind == "a circle":
        path.symlink_to(path)
    elif "ignore" in name:
        deep = f"{'**/a/' * 12}b"
        path.write_text(f"{STARS}\n{deep}\n[{'[' * 1_000}\n!\n\\\n/\n{'?' * 10_000}\n\0\n")
        Path(*["a"] * 90).mkdir(parents=True)
    start = time.process_time()
    ran = CliRunner().invoke(main, ["check", "--format", "concise", "."])
    assert time.process_time() - start < SECONDS
    assert (ran.exit_code, ran.stderr) == (1, "")
    assert ran.stdout.count("CAS101") == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="it has no such files")
def test_a_baseline_is_not_read_from_what_cannot_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(FALSE)
    os.mkfifo("pipe")
    ran = CliRunner().invoke(main, ["check", "--write-baseline", "pipe", "a.txt"])
    told = "Error: pipe could not be written: it is no file that could be replaced.\n"
    assert (ran.exit_code, ran.stderr) == (2, told)


@pytest.fixture
def deep_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(FALSE)
    for _ in range(1_200):
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(tmp_path)
    yield tmp_path
    subprocess.run(["rm", "-r", "d"], cwd=tmp_path, check=True)  # Python cannot


@pytest.mark.skipif(sys.platform == "win32", reason="paths are shorter")
def test_folders_as_deep_as_can_be(deep_folders: Path) -> None:
    said = {
        ".": "d/d/d/... has folders more than 100 deep: name one of them.",
        "**/*.txt": "**/*.txt leads to folders nested too deep: name one of them.",
    }
    for path, sentence in said.items():
        command = [sys.executable, "-m", "casualties", "check", "--format", "concise"]
        ran = subprocess.run(
            [*command, path, "a.txt"],
            cwd=deep_folders,
            env=os.environ | {"PYTHONWARNINGS": ""},  # Python's glob leaves folders open
            capture_output=True,
            check=False,
            text=True,
            timeout=3 * SECONDS,
        )
        assert (ran.returncode, ran.stderr) == (2, f"Error: {sentence}\n")
        assert ran.stdout.count("CAS101") == 1
