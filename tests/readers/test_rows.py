"""Sheets and JSON Lines: a row is a document."""

import io
import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace

import pytest

from casualties.model import Document
from casualties.readers import ReadError, ReadOptions, read_documents

HEADER = "id,text\n"


def told(content: str | bytes, path: str = "a.csv", **options: str) -> list[tuple[str, ...]]:
    """The path and the text of each document, and what is said of the rows that are none."""
    raw = content.encode() if isinstance(content, str) else content
    documents = read_documents(path, replace(ReadOptions(), **options), raw)  # type: ignore[arg-type] # no limits
    return [
        (str(each),) if isinstance(each, ReadError) else (each.path or "", each.text)
        for each in documents
    ]


def refusal(content: str | bytes, path: str = "a.csv", **options: str) -> str:
    with pytest.raises(ReadError) as caught:
        told(content, path, **options)
    return str(caught.value)


def lines(*records: object) -> str:
    return "".join(f"{json.dumps(record)}\n" for record in records)


def test_a_row_is_a_document_with_passages_of_its_own() -> None:
    (document,) = read_documents(
        "a.csv", ReadOptions(), b'id,text\norlo,"Nine drown\n\nNine people drowned off Orlo."\n'
    )
    assert isinstance(document, Document)
    assert document.path == "a.csv#orlo"
    assert [(passage.kind, passage.start) for passage in document.passages] == [
        ("headline", 0),
        ("paragraph", 12),
    ]


@pytest.mark.parametrize(
    ("sheet", "path"),
    [
        ("id,text,more\na,Nine died,x\n", "a.csv"),
        ("\ufeffid,text\r\na,Nine died\r\n", "a.csv"),
        ("id;text\na;Nine died\n", "a.csv"),
        ("text|id|x\nNine died|a|\n", "a.csv"),
        ("id\ttext\na\tNine died\n", "a.tsv"),
        ("id, text ,x\na,Nine died,x,,\n", "a.csv"),
        ("\n\nid,text\n\na,Nine died\n\n", "a.csv"),
        ('"id";"text"\r"a";"Nine died"\r', "a.csv"),
    ],
)
def test_dialects(sheet: str, path: str) -> None:
    assert told(sheet, path) == [(f"{path}#a", "Nine died")]


def test_cells_with_delimiters_quotation_marks_and_line_ends() -> None:
    assert told(f'{HEADER}a,"Nine, ""all"",\r\ndied; |\t"\r\n') == [
        ("a.csv#a", 'Nine, "all",\r\ndied; |\t')
    ]


def test_columns_by_other_names() -> None:
    sheet = "url,body,text\nhttps://orlo.example/1,Nine died,x\n"
    assert told(sheet, text_column="body", id_column="url") == [
        ("a.csv#https://orlo.example/1", "Nine died")
    ]
    assert told(sheet, text_column="body") == [("a.csv#1", "Nine died")]
    assert refusal("url,body\n1,x\n") == (
        'a.csv has no column "text" but url, body: name one with --text-column.'
    )
    assert refusal(f"{HEADER}1,x\n", id_column="url") == (
        'a.csv has no column "url" but id, text: name one with --id-column.'
    )


def test_ids_that_are_missing_repeated_or_not_on_one_line() -> None:
    sheet = f'{HEADER}a,1\na,2\n,3\n3,4\n"b\n c",5\n a ,6\n9,7\n'
    assert [path for path, *_ in told(sheet)] == [
        "a.csv#a",
        "a.csv#a#2",
        "a.csv#3",
        "a.csv#3#4",
        "a.csv#b c",
        "a.csv#a#6",
        "a.csv#9",
    ]


def test_a_text_that_is_missing_is_a_document_without_passages() -> None:
    documents = [
        *read_documents("a.csv", ReadOptions(), b"id,text\na,\nb\n"),
        *read_documents("a.jsonl", ReadOptions(), b'{"text": null}\n{"id": 2}\n{"text": ""}'),
    ]
    assert [isinstance(each, Document) and each.passages for each in documents] == [()] * 5


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("b,Nine, or ten\n", "3 cells under a header of 2, as of a comma unquoted"),
        ('b,"Nine"died\n', "no CSV: ',' expected after '\"'"),
        (b"b,N\xf6ne\n", "it is not valid utf-8"),
    ],
)
def test_a_broken_row_of_a_sheet_leaves_the_others(row: str | bytes, fault: str) -> None:
    raw = row.encode() if isinstance(row, str) else row
    assert told(b"id,text\na,1\n" + raw + b"c,2\n") == [
        ("a.csv#a", "1"),
        (f"a.csv:3: {fault}; this row was not read.",),
        ("a.csv#c", "2"),
    ]


def test_a_quotation_mark_that_is_never_closed_is_told_where_it_opens() -> None:
    assert told(f'{HEADER}a,1\nb,"2\nc,3\n') == [
        ("a.csv#a", "1"),
        ("a.csv:3: no CSV: unexpected end of data; this row was not read.",),
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "no JSON: Expecting property name enclosed in double quotes at column 2"),
        ("[1]", "a list, not an object"),
        ("null", "null, not an object"),
        ('{"text": 3}', '"text" is a number, not a text'),
        ('{"text": true}', '"text" is a truth value, not a text'),
        ('{"text": "x", "id": {}}', '"id" is an object, not a text or a number'),
        ('{"text": "x", "id": false}', '"id" is a truth value, not a text or a number'),
        (b'{"text": "N\xf6"}', "it is not valid utf-8"),
    ],
)
def test_a_broken_line_leaves_the_others(line: str | bytes, fault: str) -> None:
    raw = line.encode() if isinstance(line, str) else line
    assert told(b'{"text": "1"}\n' + raw + b'\n\n{"text": "2"}', "a.jsonl") == [
        ("a.jsonl#1", "1"),
        (f"a.jsonl:2: {fault}; this row was not read.",),
        ("a.jsonl#3", "2"),
    ]


def test_json_beyond_all_bounds() -> None:
    line = '{"text": ' + "1" * 5_000 + "}"
    first, second = told(f'{line}\n{{"text": "2"}}', "a.ndjson")
    assert first[0].startswith("a.ndjson:1: no JSON that can be read: ")
    assert second == ("a.ndjson#2", "2")


def test_ids_in_json_are_texts_or_numbers() -> None:
    records = [{"id": 7, "text": ""}, {"id": 1.5, "text": ""}, {"id": "\0\ud800", "text": ""}]
    assert [path for path, *_ in told(lines(*records), "a.jsonl")] == [
        "a.jsonl#7",
        "a.jsonl#1.5",
        "a.jsonl#\ufffd\ufffd",
    ]


def test_a_lone_surrogate_in_json_is_kept() -> None:
    assert told(r'{"text": "\udc80"}', "a.jsonl") == [("a.jsonl#1", "\udc80")]


def test_a_key_that_no_object_has() -> None:
    assert refusal(lines({"body": "x", "url": 1}), "a.jsonl") == (
        'a.jsonl has no column "text" but body, url: name one with --text-column.'
    )
    assert refusal(lines({"text": "x"}), "a.jsonl", id_column="url") == (
        'a.jsonl has no column "url" but text: name one with --id-column.'
    )


@pytest.mark.parametrize("path", ["a.csv", "a.jsonl"])
def test_no_rows(path: str) -> None:
    assert told("", path) == told("\n", path) == []
    assert told(HEADER) == []


def test_other_encodings() -> None:
    sheet = f"{HEADER}a,Zwölf Tote\n"
    expected = [("a.csv#a", "Zwölf Tote")]
    assert told(sheet.encode("latin-1"), encoding="latin-1") == expected
    assert told(sheet.encode("utf-16"), encoding="utf-16") == expected
    assert refusal(sheet.encode("utf-16")) == (
        "a.csv is not utf-8 but starts like UTF-16: try --encoding utf-16."
    )
    assert refusal(b"PK\0\0") == "a.csv is a binary file, not text: character 2 is a NUL."
    for unknown in ("utf-9", "hex", "utf\0"):
        assert refusal(sheet, encoding=unknown).startswith("a.csv: there is no text encoding")


class Endless(io.RawIOBase):
    """A stream of as many rows as asked for, made as they are read."""

    def __init__(self, head: bytes, row: bytes, many: int) -> None:
        self._pieces: Iterator[bytes] = iter([head, *[row] * many])

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override] # of this test's
        piece = next(self._pieces, b"")
        buffer[: len(piece)] = piece
        return len(piece)


@pytest.mark.parametrize(
    ("path", "head", "row"),
    [
        ("a.csv", b"text\n", b"Nine people died. " * 100 + b"\n"),
        ("a.jsonl", b"", b'{"text": "' + b"Nine people died. " * 100 + b'"}\n'),
    ],
)
def test_memory_does_not_grow_with_the_rows(path: str, head: bytes, row: bytes) -> None:
    stream = io.BufferedReader(Endless(head, row, 1_000))  # type: ignore[type-var] # as above
    tracemalloc.start()
    for _ in read_documents(path, ReadOptions(), stream):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < len(row) * 300
