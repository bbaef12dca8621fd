"""Inputs that nobody would write: each is the bytes of a file and its format, from a seed.

They are arbitrary text of all of Unicode, arbitrary bytes, our articles with pieces torn out and
put in, and sentences of the words that the grammar knows in an order that it may not.
"""

import csv
import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path

from casualties.readers import INPUT_FORMATS
from tests.fuzz.properties import UNRELATED
from tests.readers.word_files import paragraph, word_file

__all__ = ["Input", "articles", "make_copy", "make_input", "tokens"]

Input = tuple[bytes, str]

_APART = 6

_ROOT = Path(__file__).parent.parent.parent
_RANGES = [
    (0x20, 0x7E, 30),
    (0x00, 0x1F, 2),
    (0x80, 0xFF, 4),
    (0x100, 0x24F, 3),
    (0x300, 0x36F, 3),  # combining
    (0x370, 0x58F, 2),
    (0x590, 0x6FF, 4),  # Hebrew and Arabic, with the digits of Arabic
    (0x900, 0x97F, 2),  # Devanagari, with its digits
    (0x1E00, 0x1EFF, 1),
    (0x2000, 0x206F, 5),  # blanks, dashes, quotation marks, overrides
    (0x2070, 0x218F, 3),  # small and Roman numbers, fractions
    (0x3000, 0x30FF, 2),
    (0x4E00, 0x9FFF, 2),
    (0xD800, 0xDFFF, 1),  # half characters
    (0xE000, 0xF8FF, 1),
    (0xFE00, 0xFE0F, 1),
    (0xFF00, 0xFFEF, 3),  # full width, with its digits
    (0x10000, 0x1FAFF, 2),
    (0xE0000, 0xE01EF, 1),
    (0x10FFFF, 0x10FFFF, 1),
]
_NUMBERS = (
    "0 1 2 3 7 12 13 40 41 100 146 1,204 170,000 2.5 12.5 1.2.3 00 007 ½ 1½ ² ٣ ٤٢ १२ １２"
    " 999999999999 9999999999999999999999 -5 −3 +7 1e9 0x1F 12k 3m 12+ 12-odd 20-plus 3-5 3–5"
    " 1999 2004 24/7 11:30 7pm 50% $12 £3m 1st 2nd 23rd 1970s 35-year-old 62-seater"
    " one two three five nine eleven twelve twenty-one forty-five hundred thousand million"
    " dozen both none nobody no zero a an another"
    " several few couple handful dozens scores hundreds thousands half score trio"
).split()
_WORDS = (
    "people persons men women child children civilians soldiers police officers miners passengers"
    " attackers gunmen victims bodies others more of the their his them who whom which that"
    " killed injured wounded hurt dead died dies die dying killing injuring wounding kills injures"
    " deaths death toll fatalities casualties missing unaccounted drowned shot perished survived"
    " injuries wounds hospital critical including among at least more than over up to as many as"
    " nearly about around some fewer less under between from to and or but not if could would may"
    " was were is are has have had been be being in on near after before when while by for with"
    " said says told reported according officials ministry governor spokesman Reuters"
    " Monday Tuesday March yesterday earlier later rose risen revised bringing total toll"
    " number count figure"
    " attack blast bombing crash fire flood quake ferry bus mine school market Osk Lund Halvik Orlo"
    " Smith Ann Lee Dr. Mr. U.N. a.m. Correction: Photo: Deaths: UPDATE Breaking"
    " – — - , , , , . . ; : ( ) [ ] { } \" ' “ ” ‘ ’ « » … ? ! / | * _ # > < & = + @ % ~ ` ^"
    " \\ \t •"
).split(" ")
_PIECES = [
    "\n", "\n\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x00", "\x1b[2J",
    "\x1b]0;x\x07", "\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad", "\u0301", "\ud800", "\udc80",
    "casualties: ignore[CAS101]", "# casualties: disable[CAS1]\n", "<!-- casualties: ignore[x] -->",
    "=1+1", "@SUM(A1)", "-2+3", "::error::x", "](x)", "<script>", "<b>", "</p>", "<td>", "]]>",
    "<!--", "-->", "&amp;", "&#x110000;", "&#0;", "%0A", "```", "~~~", "> ", "- ", "1. ", "|",
    "---\n", "+++\n", "![x](y)", "{", "}", "[", "]", '"', "\\", "\\u0000", "\\ud800", "....... ",
]  # fmt: skip


@cache
def articles() -> list[str]:
    """The articles that we have, without the marks of those in which faults are planted."""
    folders = (_ROOT / "examples", _ROOT / "tests" / "planted" / "articles")
    texts = [path.read_text() for folder in folders for path in sorted(folder.glob("*.txt"))]
    return [re.sub(r"\{([^{} ]+) [a-z ]+\}", r"\1", text) for text in texts]


@cache
def _copy() -> list[str]:
    """The articles, and the short texts of the corpora."""
    corpus = [
        line.partition(" | ")[0].replace(" ¶ ", "\n\n")
        for name in ("in-the-wild", "negative", "line-items")
        for line in (_ROOT / "tests" / "corpus" / f"{name}.txt").read_text().splitlines()
        if line and not line.startswith("#")
    ]
    return articles() + corpus


@cache
def tokens() -> list[str]:
    """What an input is put together of: words of the grammar, numbers, marks of formats."""
    return [*_NUMBERS, *_WORDS, *_PIECES]


@cache
def _samples() -> list[Input]:
    """The one article that we have in every format, as bytes."""
    suffixes = {"markdown": "md", "html": "html", "ninjs": "json", "nitf": "nitf"}
    folder = _ROOT / "examples"
    files = [(folder / f"ferry.{suffix}", name) for name, suffix in suffixes.items()]
    files += [(folder / "articles.csv", "csv"), (folder / "articles.jsonl", "jsonl")]
    return [(path.read_bytes(), name) for path, name in files]


def make_input(seed: int) -> Input:
    """The input of a seed, which is always the same."""
    chance = random.Random(seed)
    makers: list[tuple[Callable[[random.Random], Input], int]] = [
        (lambda r: _in_a_format(r, _characters(r)), 3),
        (_bytes, 1),
        (lambda r: _in_a_format(r, _mutated(r, _article(r))), 6),
        (lambda r: _in_a_format(r, _sentences(r)), 6),
        (_mutated_file, 2),
        (lambda r: _broken_file(r, _in_a_format(r, _sentences(r))), 1),
    ]
    (maker,) = chance.choices([m for m, _ in makers], [weight for _, weight in makers])
    return maker(chance)


def make_copy(seed: int) -> tuple[str, dict[int, str]]:
    """An article of ours, and unrelated paragraphs to put before some of it, by their places.

    They are far from each other: what stands close together in the article still does.
    """
    chance = random.Random(seed)
    article = chance.choice(articles())
    last = len(article.strip().split("\n\n"))
    places = range(chance.randint(2, min(last, 1 + _APART)), last + 1, _APART)
    return article, {place: chance.choice(UNRELATED) for place in places}


def _character(chance: random.Random) -> str:
    ((low, high, _),) = chance.choices(_RANGES, [weight for _, _, weight in _RANGES])
    return chr(chance.randint(low, high))


def _characters(chance: random.Random) -> str:
    return "".join(_character(chance) for _ in range(_size(chance, 200)))


def _size(chance: random.Random, most: int) -> int:
    """Small ones more often than large ones."""
    return int(most * chance.random() ** 2) + 1


def _article(chance: random.Random) -> str:
    text = chance.choice(_copy())
    if len(text) > 1_500 and chance.random() < 0.8:  # a stretch of it is faster to read
        start = chance.randrange(len(text) - 1_000)
        text = text[start : start + 1_000]
    return text


def _mutated(chance: random.Random, text: str) -> str:
    for _ in range(_size(chance, 8)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + _size(chance, 40))
        other = chance.choice(_copy())
        cut = chance.randint(0, len(other))
        new = chance.choice(
            [
                "",
                text[start:end] * 2,
                chance.choice(tokens()),
                f" {chance.choice(tokens())} ",
                chance.choice(_NUMBERS),
                _character(chance),
                other[cut : cut + _size(chance, 100)],
                text[start:end].upper(),
                text[start:end][::-1],
            ]
        )
        text = text[:start] + new + text[end:]
    if chance.random() < 0.3:
        text = re.sub(r"\d+", lambda _: chance.choice(_NUMBERS), text)
    if chance.random() < 0.1:
        text = "".join(text.split("\n"))
    return text


def _sentences(chance: random.Random) -> str:
    sentences = []
    for _ in range(_size(chance, 6)):
        words = []
        for _ in range(_size(chance, 40)):
            (kind,) = chance.choices([_NUMBERS, _WORDS, _PIECES], [5, 14, 1])
            words.append(chance.choice(kind))
        if chance.random() < 0.1:
            words *= chance.randint(2, 30)
        sentence = chance.choice(["", " ", " ", " "]).join(words)
        sentences.append(sentence + chance.choice(["", ".", ".", ". ", ".\n\n", "\n"]))
    return "".join(sentences)


def _bytes(chance: random.Random) -> Input:
    content = chance.randbytes(_size(chance, 300))
    starts = [b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"PK\x03\x04", b"{", b"<", b"%PDF-1"]
    return chance.choice(starts) + content, chance.choice(INPUT_FORMATS)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _in_a_format(chance: random.Random, text: str) -> Input:
    format_ = chance.choice(["text", "text", "text", *INPUT_FORMATS])
    makers: dict[str, Callable[[random.Random, str], bytes]] = {
        "html": _page,
        "docx": _word_file,
        "ninjs": _ninjs,
        "nitf": _nitf,
        "csv": _sheet,
        "jsonl": _json_lines,
    }
    maker = makers.get(format_)
    return (maker(chance, text) if maker else _encoded(text)), format_


def _page(chance: random.Random, text: str) -> bytes:
    tags = "p p p p h1 h2 li td figcaption blockquote div span section pre b em article".split()
    blocks = []
    for block in text.split("\n\n"):
        tag = chance.choice(tags)
        words = block if chance.random() < 0.5 else escape(block)
        blocks.append(f"<{tag}>{words}</{tag}>" if chance.random() < 0.9 else f"<{tag}>{words}")
    return _encoded(f"<html><body>{''.join(blocks)}</body></html>")


def _word_file(chance: random.Random, text: str) -> bytes:
    styles = [None, "Title", "Caption", "Quote", "ListParagraph", "Loop"]
    words = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
    pieces = [
        paragraph(block.removeprefix("<"), style=chance.choice(styles))
        for block in words.split("\n\n")
    ]
    return word_file("".join(pieces))


def _ninjs(chance: random.Random, text: str) -> bytes:
    keys = "headline body_text body_xhtml body_html description_text byline".split()
    blocks = text.split("\n\n")
    item: dict[str, object] = {
        chance.choice(keys): chance.choice([block, f"<p>{block}</p>"]) for block in blocks
    }
    if chance.random() < 0.5:
        item["bodies"] = [{"role": "main", "contenttype": "text/plain", "value": text}]
    if chance.random() < 0.3:
        item["headlines"] = [{"role": "main", "value": blocks[0]}]
    return json.dumps({"uri": "x", **item}, ensure_ascii=chance.random() < 0.5).encode(
        "utf-8", "replace"
    )


def _nitf(chance: random.Random, text: str) -> bytes:
    words = escape(re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd]", "", text))
    head, *rest = words.split("\n\n")
    body = "".join(f"<p>{each}</p>" for each in rest)
    return _encoded(
        f"<nitf><body><body.head><hedline><hl1>{head}</hl1></hedline></body.head>"
        f"<body.content>{body}</body.content></body></nitf>"
    )


def _sheet(chance: random.Random, text: str) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(["id", "text"])
    half = chance.randint(0, len(text))
    writer.writerow([chance.choice(tokens()), text[:half]])
    writer.writerow([chance.choice(tokens()), text[half:]])
    return _encoded(stream.getvalue())


def _json_lines(chance: random.Random, text: str) -> bytes:
    half = chance.randint(0, len(text))
    rows = [{"id": chance.choice(tokens()), "text": each} for each in (text[:half], text[half:])]
    return "".join(f"{json.dumps(row)}\n" for row in rows).encode()


def _mutated_file(chance: random.Random) -> Input:
    """A file of ours with a few bytes changed: in a packed one, before it is packed."""
    if chance.random() < 0.2:
        return _mutated_word_file(chance), "docx"
    content, format_ = chance.choice(_samples())
    text = _mutated(chance, content.decode())
    return _broken_file(chance, (_encoded(text), format_))


def _mutated_word_file(chance: random.Random) -> bytes:
    with zipfile.ZipFile(_ROOT / "examples" / "ferry.docx") as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    name = chance.choice([*parts, "word/document.xml", "word/document.xml"])
    parts[name] = _encoded(_mutated(chance, parts[name].decode()))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return _broken_file(chance, (stream.getvalue(), "docx"))[0]


def _broken_file(chance: random.Random, whole: Input) -> Input:
    content, format_ = whole
    if chance.random() < 0.5:
        return whole
    broken = bytearray(content)
    for _ in range(_size(chance, 6)):
        at = chance.randint(0, len(broken))
        if chance.random() < 0.5:
            broken[at : at + 1] = chance.randbytes(1)
        else:
            del broken[at : at + _size(chance, 20)]
    if chance.random() < 0.1:
        format_ = chance.choice(INPUT_FORMATS)
    return bytes(broken), format_
