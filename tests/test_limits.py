"""Limits of what an input may hold: each is told in one sentence, and can be set in three ways."""

import inspect
import io
import json
import pkgutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

import casualties
from casualties import Document, Limits, ReadError, read_file
from casualties.cli import main
from casualties.config import ConfigError, read_settings
from casualties.readers import ReadOptions, read_documents
from tests.readers.word_files import paragraph, word_file

TEXT = b"Nine people drowned off Orlo."
PACKED = word_file(paragraph("Nine people drowned."))
BLOWN = word_file(paragraph("Nine people drowned." * 500_000))


@dataclass(frozen=True)
class Limited:
    """An input, a limit that it is beyond, and what is said then."""

    limit: str
    most: int
    path: str
    content: bytes
    said: str
    is_row: bool = False

    def __str__(self) -> str:
        return f"{self.limit} {self.path}"

    @property
    def sentence(self) -> str:
        end = "; this row was not read" if self.is_row else ""
        return f"{self.path}{self.said}: --limit {self.limit}=N allows more{end}."


def deep(levels: int) -> str:
    return f'{{"headline": "Nine drown", "a": {"[" * (levels - 1)}{"]" * (levels - 1)}}}'


ELEMENTS = (
    b"<nitf><body><body.content><block><p><em>Nine people drowned.</em></p></block>"
    b"</body.content></body></nitf>"
)
LIMITED = [
    Limited("file-size", 28, "a.txt", TEXT, " has more than 28 bytes"),
    Limited("file-size", 28, "a.html", TEXT, " has more than 28 bytes"),
    Limited("file-size", 99, "a.docx", PACKED, " has more than 99 bytes"),
    Limited("depth", 5, "a.json", deep(6).encode(), " has more than 5 levels of nesting"),
    Limited("depth", 5, "a.nitf", ELEMENTS, " has more than 5 levels of nesting"),
    Limited(
        "depth",
        5,
        "a.jsonl",
        f'{{"text": "Nine drown."}}\n{deep(6)}\n'.encode(),
        ":2: it has more than 5 levels of nesting",
        is_row=True,
    ),
    Limited("depth", 1, "a.docx", PACKED, " ('_rels/.rels') has more than 1 levels of nesting"),
    Limited("parts", 3, "a.docx", PACKED, " has more than 3 parts"),
    Limited(
        "unpacked-size",
        100,
        "a.docx",
        PACKED,
        " ('_rels/.rels') unpacks to more than 100 bytes, as a zip bomb does",
    ),
    Limited(
        "unpack-ratio",
        50,
        "a.docx",
        BLOWN,
        " ('word/document.xml') unpacks to more than 50 times its size, as a zip bomb does",
    ),
    Limited(
        "field-length",
        9,
        "a.csv",
        b"id,text\n1,Calm.\n2,Nine drown.\n",
        ":3: a cell has more than 9 characters",
        is_row=True,
    ),
    Limited(
        "line-length",
        24,
        "a.jsonl",
        b'{"text": "Calm."}\n{"text": "Nine people drown."}\n',
        ":2: the line has more than 24 characters",
        is_row=True,
    ),
    Limited(
        "line-length",
        12,
        "a.csv",
        b"text\nCalm.\nNine people drown.\n",
        ":3: the line has more than 12 characters",
        is_row=True,
    ),
    Limited(
        "rows",
        2,
        "a.csv",
        b"text\n1\n2\n3\n",
        " has more than 2 rows, of which the others were not read",
    ),
    Limited(
        "rows",
        1,
        "a.jsonl",
        b'{"text": "1"}\n{"text": "2"}\n',
        " has more than 1 rows, of which the others were not read",
    ),
]
table = pytest.mark.parametrize("limited", LIMITED, ids=str)


def read(limited: Limited, limits: Limits) -> Iterator[Document | str]:
    """The documents, and what is said of those that are none."""
    stream = io.BufferedReader(io.BytesIO(limited.content))
    try:
        for each in read_documents(limited.path, ReadOptions(limits=limits), stream):
            yield str(each) if isinstance(each, ReadError) else each
    except ReadError as error:
        yield str(error)


def limits_of(limited: Limited) -> Limits:
    return Limits(**{limited.limit.replace("-", "_"): limited.most})


@table
def test_in_python(limited: Limited) -> None:
    is_bomb = limited.limit == "unpack-ratio"
    usual = Limits(unpack_ratio=2_000) if is_bomb else Limits()
    assert [each for each in read(limited, usual) if isinstance(each, str)][:1] in (
        [],
        ['a.jsonl:2: "text" is missing; this row was not read.'],
    )
    told = [each for each in read(limited, limits_of(limited)) if isinstance(each, str)]
    assert told == [limited.sentence]


@table
@pytest.mark.parametrize("is_set_in_a_file", [False, True])
def test_on_the_command_line(
    limited: Limited, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_set_in_a_file: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(limited.path).write_bytes(limited.content)
    options = ["--limit", f"{limited.limit}={limited.most}"]
    if is_set_in_a_file:
        options = []
        Path("casualties.toml").write_text(f"[limits]\n{limited.limit} = {limited.most}\n")
    for command in ("check", "extract"):
        done = CliRunner().invoke(main, [command, *options, limited.path])
        assert (done.exit_code, done.stderr) == (2, f"Error: {limited.sentence}\n")


def test_the_path_of_read_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    assert read_file(path, limits=Limits(file_size=len(TEXT))).text
    with pytest.raises(ReadError, match="more than 28 bytes"):
        read_file(path, limits=Limits(file_size=28))


def test_a_limit_without_end_makes_no_room(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    assert read_file(path, limits=Limits(file_size=10**17)).text


@pytest.mark.parametrize("name", ["a.json", "a.nitf", "a.jsonl"])
def test_what_python_cannot_nest_is_no_crash(tmp_path: Path, name: str) -> None:
    levels = 50_000
    content = {
        "a.json": deep(levels),
        "a.jsonl": f"{deep(levels)}\n",
        "a.nitf": f"<nitf><body><body.content>{'<p>' * levels}{'</p>' * levels}"
        "</body.content></body></nitf>",
    }[name]
    (tmp_path / name).write_text(content)
    done = CliRunner().invoke(main, ["check", "--limit", f"depth={10**6}", str(tmp_path / name)])
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "given", ["rows", "rows=", "rows=0", "rows=-1", "rows=1e3", "rows=" + "9" * 5_000]
)
def test_a_limit_that_cannot_be(given: str) -> None:
    done = CliRunner().invoke(main, ["check", "--limit", given, "a.txt"])
    assert done.exit_code == 2
    assert "name a number from 1, as in --limit rows=1000." in done.stderr


def test_a_limit_that_there_is_not() -> None:
    done = CliRunner().invoke(main, ["check", "--limit", "row=1", "a.txt"])
    assert done.exit_code == 2
    assert "there is no limit 'row' but file-size, depth, " in done.stderr


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("rows = 0", "limits.rows = 0 cannot be: it is 1 or more."),
        ('rows = "9"', 'limits.rows = "9" cannot be: it should be a valid integer.'),
        ("row = 9", "there is no key 'limits.row': did you mean rows?"),
        ("rows = " + "9" * 5_000, "is no valid TOML"),
        ("rows = " + "[" * 5_000, "is no valid TOML"),
    ],
)
def test_a_setting_that_cannot_be(tmp_path: Path, table: str, said: str) -> None:
    path = tmp_path / "casualties.toml"
    path.write_text(f"[limits]\n{table}\n")
    with pytest.raises(ConfigError) as caught:
        read_settings(path)
    assert said in str(caught.value)


def test_what_is_set_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("base.toml").write_text("[limits]\nrows = 5\ndepth = 7\n")
    Path("casualties.toml").write_text('extend = "base.toml"\n[limits]\nrows = 6\n')
    output = CliRunner().invoke(main, ["config"]).stdout
    printed = tomllib.loads(output)["limits"]
    assert printed == {
        **{each.name.replace("_", "-"): getattr(Limits(), each.name) for each in fields(Limits)},
        "rows": 6,
        "depth": 7,
    }
    assert f"limits.rows = 6  # {tmp_path / 'casualties.toml'}" in output
    assert f"limits.depth = 7  # {tmp_path / 'base.toml'}" in output
    settings = read_settings(tmp_path / "casualties.toml").overridden({"limits": {"rows": 9}})
    assert (settings.config.limits.rows, settings.config.limits.depth) == (9, 7)


@pytest.mark.parametrize("command", ["check", "extract"])
def test_the_help_tells_them_all(command: str) -> None:
    help_ = CliRunner().invoke(main, [command, "--help"]).stdout
    for each in fields(Limits):
        assert f"    {each.name.replace('_', '-')} " in help_
        assert f" {getattr(Limits(), each.name)}  " in help_


def test_the_schema_has_them() -> None:
    output = CliRunner().invoke(main, ["schema", "config"]).stdout
    (limits,) = [each for name, each in json.loads(output)["$defs"].items() if name == "Limits"]
    assert set(limits["properties"]) == {each.name.replace("_", "-") for each in fields(Limits)}


MODULES = [
    import_module(module.name)
    for module in pkgutil.walk_packages(casualties.__path__, "casualties.")
    if not module.name.endswith("__main__")
]


def test_no_cache_grows_with_what_is_read() -> None:
    """One without bounds is of nothing, or of the name of a word list."""
    cached = [each for module in MODULES for each in vars(module).values()]
    cached = [each for each in cached if hasattr(each, "cache_parameters")]
    assert len(cached) > 20
    for each in cached:
        if each.cache_parameters()["maxsize"] is None:
            assert set(inspect.signature(each).parameters) <= {"name"}, each.__qualname__


def test_nothing_in_a_module_grows_with_what_is_read() -> None:
    def read(words: range) -> None:
        for word in words:
            name = "".join(chr(ord("a") + int(digit)) for digit in str(word))
            text = f"Seven {name}s died in {name.title()}, {name.title()} Daily said.\n\nIt rained."
            casualties.check(f"{text}\n\n{text.replace('Seven', 'Nine')}")

    read(range(10, 100))
    before = sizes()
    read(range(100, 130))
    assert sizes() == before


def sizes() -> dict[str, int]:
    """Of everything in a module that holds others."""
    return {
        f"{module.__name__}.{name}": len(value)
        for module in MODULES
        for name, value in vars(module).items()
        if isinstance(value, dict | list | set) and not name.startswith("__")
    }
