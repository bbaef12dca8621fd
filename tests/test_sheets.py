"""Sheets as the real command writes them, and as those who get them read them."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import jsonschema
import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner

import casualties
from casualties.cli import main
from casualties.frames import FIGURE_DTYPES
from casualties.readers import read_file
from casualties.reporters.schema import summary_schema, total_schema

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
ARTICLE = (
    "Nine drown off Orlo\n\nA ferry sank on Sunday, killing 12 people, the coastguard said; more "
    "than 145 were hurt.\n\n=1+1 is what 12 people who died left, “NA” and \u202e\U0001f6a2 too.\n"
)
SHEETS = ["csv", "tsv", "xlsx", "parquet"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def run(
    folder: Path, *arguments: str, stdin: bytes = b"", **env: str
) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "casualties", "extract", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"} | env,
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert b"Traceback" not in done.stderr
    return done


def extracted(*arguments: str) -> bytes:
    """What the command prints, without the cost of a process."""
    result = CliRunner().invoke(main, ["extract", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


def read_back(path: Path, *, skip: Sequence[int] = ()) -> pd.DataFrame:
    """A sheet as the README says that pandas reads it."""
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    if path.suffix == ".xlsx":
        return pd.read_excel(
            path, dtype=FIGURE_DTYPES, keep_default_na=False, na_values=[""], skiprows=[*skip]
        )
    return pd.read_csv(
        path,
        sep="\t" if path.suffix == ".tsv" else ",",
        dtype=FIGURE_DTYPES,
        keep_default_na=False,
        na_values=[""],
        skiprows=[*skip],
    )


@pytest.mark.parametrize("format_", SHEETS)
def test_sheets_read_back_as_the_frame(tmp_path: Path, format_: str) -> None:
    path = tmp_path / f"figures.{format_}"
    extracted("--output", str(path), *map(str, EXAMPLES))
    figures = [each for example in EXAMPLES for each in casualties.extract(read_file(example))]
    expected = casualties.Figures(figures).to_frame()
    pd.testing.assert_frame_equal(read_back(path), expected)


def test_excel_gets_a_mark_and_its_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    extracted("--excel", "--output", str(path), *map(str, EXAMPLES))
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfpath,")
    records = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert raw.count(b"\r\n") == len(records)
    plain = tmp_path / "plain.csv"
    extracted("--output", str(plain), *map(str, EXAMPLES))
    pd.testing.assert_frame_equal(read_back(path), read_back(plain))


@pytest.mark.parametrize("format_", ["csv", "tsv", "xlsx"])
def test_hxl_has_a_row_of_tags_and_a_column_an_outcome(folder: Path, format_: str) -> None:
    path = folder / f"figures.{format_}"
    extracted("--hxl", "--output", str(path), str(folder / "ferry.txt"))
    delimiter = "\t" if format_ == "tsv" else ","
    read = pd.read_excel(path) if format_ == "xlsx" else pd.read_csv(path, sep=delimiter)
    tags = dict(read.iloc[0].dropna())
    outcomes = {name: tags[name] for name in ("killed", "injured", "missing", "casualties")}
    assert outcomes == {name: f"#affected+{name}" for name in outcomes}
    assert (tags["low"], tags["high"], tags["number"]) == (
        "#affected+min",
        "#affected+max",
        "#affected+num",
    )
    assert "qualifier" not in tags
    frame = read_back(path, skip=[1])
    assert frame["killed"].dropna().astype(int).tolist() == [9, 12, 12]
    assert frame["injured"].dropna().astype(int).tolist() == [145]
    assert frame["missing"].isna().all()


def test_hxl_of_a_summary_can_be_added_up(folder: Path) -> None:
    header, tags, *rows = csv.reader(
        io.StringIO(
            extracted("--summary", "--hxl", "--format", "csv", *map(str, EXAMPLES)).decode()
        )
    )
    killed = tags.index("#affected+killed")
    number, outcome = header.index("number"), header.index("outcome")
    assert [row[killed] for row in rows] == [
        row[number] if row[outcome] == "killed" else "" for row in rows
    ]


def test_a_summary_has_a_row_an_event_and_outcome(folder: Path) -> None:
    printed = extracted("--summary", "--format", "csv", str(folder / "ferry.txt")).decode()
    assert printed.splitlines() == [
        "path,event,outcome,low,high,number,basis,verdict,mentions",
        f"{folder / 'ferry.txt'},main,killed,12,12,12,stated,contradiction,3",
        f"{folder / 'ferry.txt'},main,injured,146,,145,stated,consistent,1",
    ]
    for format_ in ("json", "jsonl"):
        printed = extracted("--summary", "--format", format_, str(folder / "ferry.txt")).decode()
        rows = [json.loads(line) for line in printed.splitlines()] if format_ == "jsonl" else None
        parsed = rows or [json.loads(printed)]
        schema = total_schema() if rows else summary_schema()
        for each in parsed:
            jsonschema.Draft202012Validator(schema).validate(each)
        killed, injured = rows or parsed[0]["totals"]
        assert (killed["verdict"], injured["high"], injured["mentions"]) == (
            "contradiction",
            None,
            1,
        )


def test_a_summary_agrees_with_the_settings(folder: Path) -> None:
    (folder / "casualties.toml").write_text('ignore = ["CAS101"]\n')
    printed = extracted("--summary", "--format", "csv", str(folder / "ferry.txt")).decode()
    assert "contradiction" not in printed


def test_a_summary_for_people(folder: Path) -> None:
    printed = extracted("--summary", str(folder / "ferry.txt")).decode()
    assert printed.splitlines()[2:] == [
        "event  outcome  range  number  basis   verdict        mentions",
        "-----  -------  -----  ------  ------  -------------  --------",
        "main   killed   12     12      stated  contradiction  3",
        "main   injured  146+   145     stated  consistent     1",
    ]


def test_formulas_are_texts_in_a_workbook(folder: Path) -> None:
    path = folder / "figures.xlsx"
    extracted("--output", str(path), str(folder / "ferry.txt"))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    (formula,) = [cell for cell in cells if str(cell.value).startswith("=")]
    assert formula.data_type == "s"
    assert formula.quotePrefix
    assert {cell.data_type for cell in cells} == {"s", "n"}
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    assert sheet.freeze_panes == "A2"


def test_markdown_is_a_table_for_people(folder: Path) -> None:
    head, rule, first, *_ = (
        extracted("--format", "markdown", str(folder / "ferry.txt")).decode().splitlines()
    )
    assert head == (
        "| path | line | column | outcome | low | high | population | scope | event | source "
        "| text |"
    )
    assert rule.count("---:") == 4
    assert first.endswith("| 1 | 1 | killed | 9 | 9 | people | total | main |  | Nine |")


@pytest.mark.parametrize("suffix", ["csv", "tsv", "json", "jsonl", "md", "txt"])
def test_the_suffix_says_the_format(folder: Path, suffix: str) -> None:
    name = {"md": "markdown", "txt": "table"}.get(suffix, suffix)
    path = folder / f"figures.{suffix.upper()}"
    extracted("-o", str(path), str(folder / "ferry.txt"))
    assert path.read_bytes() == extracted("--format", name, str(folder / "ferry.txt"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--output", "figures.xls"], "--output figures.xls: name its format with --format. Did"),
        (["--output", "figures"], "--output figures: name its format with --format. There are"),
        (["--excel"], "--excel is for csv and tsv, not for table."),
        (["--hxl", "--format", "parquet"], "--hxl is for csv, tsv and xlsx, not for parquet."),
        (["--output", "no/such/figures.csv"], "no/such/figures.csv could not be written: "),
        (["--output", ".", "--format", "csv"], ". could not be written: it is a directory."),
        (["--output", os.devnull, "--format", "csv"], "could not be written: it is no file"),
    ],
)
def test_wrong_usage_is_one_sentence(folder: Path, arguments: list[str], sentence: str) -> None:
    done = run(folder, *arguments, "ferry.txt")
    assert done.returncode == 2
    assert sentence in done.stderr.decode()
    assert done.stdout == b""
    assert sorted(path.name for path in folder.iterdir()) == ["ferry.txt"]


def test_binary_formats_go_through_pipes(folder: Path) -> None:
    workbook = run(folder, "--format", "xlsx", "ferry.txt")
    assert len(pd.read_excel(io.BytesIO(workbook.stdout))) == 4
    parquet = run(folder, "--format", "parquet", "--summary", "-", stdin=ARTICLE.encode())
    assert pd.read_parquet(io.BytesIO(parquet.stdout))["mentions"].tolist() == [3, 1]


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of POSIX")
@pytest.mark.parametrize("format_", ["xlsx", "parquet"])
def test_a_terminal_gets_no_binary_format(folder: Path, format_: str) -> None:
    import pty  # noqa: PLC0415 - not there on Windows

    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "casualties", "extract", "--format", format_, "ferry.txt"],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    finally:
        os.close(theirs)
        os.close(ours)
    assert done.returncode == 2
    assert f"{format_} is not for a terminal: name a file" in done.stderr.decode()


@pytest.mark.parametrize(("package", "format_"), [("openpyxl", "xlsx"), ("pyarrow", "parquet")])
def test_a_missing_package_is_named_with_what_brings_it(
    folder: Path, package: str, format_: str
) -> None:
    (folder / "no").mkdir()
    (folder / "no" / f"{package}.py").write_text(
        f"raise ModuleNotFoundError('no {package}', name='{package}')\n"
    )
    path = os.pathsep.join([str(folder / "no"), str(ROOT)])
    done = run(folder, "--output", f"figures.{format_}", "ferry.txt", PYTHONPATH=path)
    assert done.returncode == 2
    extra = {"openpyxl": "excel", "pyarrow": "parquet"}[package]
    assert (
        f"Error: {format_} needs {package}, which pip install 'casualties[{extra}]' brings."
        in done.stderr.decode()
    )
    assert not (folder / f"figures.{format_}").exists()


def test_a_file_is_whole_or_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "figures.csv"
    path.write_text("old\n")
    link = folder / "link.csv"
    link.symlink_to(path)

    def break_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("casualties.cli.extract.extract", break_off)
        result = CliRunner().invoke(
            main, ["extract", "--output", str(path), str(folder / "ferry.txt")]
        )
    assert result.exit_code == 130
    assert path.read_text() == "old\n"
    done = run(folder, "--output", "link.csv", "ferry.txt", "missing.txt")
    assert done.returncode == 2
    assert link.is_symlink()
    assert path.read_text("utf-8").count("\n") == 5
    assert sorted(each.name for each in folder.iterdir()) == [
        "ferry.txt",
        "figures.csv",
        "link.csv",
    ]


def test_a_workbook_says_nothing_of_the_time_it_was_made(folder: Path) -> None:
    extracted("--output", str(folder / "a.xlsx"), str(folder / "ferry.txt"))
    with zipfile.ZipFile(folder / "a.xlsx") as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("1980-01-01T00:00:00Z") == core.count("W3CDTF") == 2


def test_half_characters_break_no_format(tmp_path: Path) -> None:
    source = tmp_path / "rows.jsonl"
    hostile = "\\ud800 \\u0000\\u001b[2J\\ufffe ]]> =1+1"
    source.write_text(f'{{"id": "{hostile}", "text": "Nine people died. {hostile}"}}\n')
    for format_ in ("table", "csv", "tsv", "xlsx", "json", "jsonl", "markdown", "parquet"):
        for more in ([], ["--summary"]):
            done = run(tmp_path, "--format", format_, *more, "rows.jsonl")
            assert (done.returncode, done.stderr) == (0, b"")
            assert done.stdout


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["figures.csv", "figures.xlsx"])
def test_libreoffice_opens_it(folder: Path, name: str) -> None:
    excel = ["--excel"] if name.endswith("csv") else []
    extracted("--output", str(folder / name), *excel, str(folder / "ferry.txt"))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1",
            "--outdir",
            str(folder / "opened"),
            str(folder / name),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    (opened,) = (folder / "opened").iterdir()
    frame = pd.read_csv(opened)
    assert frame["number"].tolist() == [9, 12, 145, 12]
    assert frame["sentence"].iloc[-1].lstrip("'").startswith("=1+1 is what 12 people")


def test_an_output_is_kept_where_nothing_could_be_read(folder: Path) -> None:
    (folder / "out.csv").write_text("kept\n")
    assert run(folder, "-o", "out.csv", "gone.txt").returncode == 2
    assert (folder / "out.csv").read_text() == "kept\n"
    assert run(folder, "-o", "out.csv", "gone.txt", "ferry.txt").returncode == 2
    assert (folder / "out.csv").read_text().count("ferry.txt") > 1
