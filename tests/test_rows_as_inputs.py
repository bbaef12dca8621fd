"""Rows of a sheet behind the gate: their paths are no files."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from casualties.cli import main

FAULTY = "Nine drown off Orlo. A ferry sank on Sunday, killing 12 people."
LONG = "https://orlo.example/" + "x" * 400


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    sheet = f"id,text\n{LONG},{FAULTY!r}\nb,{FAULTY!r}\n".replace("'", '"')
    (tmp_path / "news.csv").write_text(sheet)
    (tmp_path / "calm.txt").write_text("Nine people drowned.")
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["check", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_a_baseline_of_rows_is_kept_until_their_sheet_is_checked(folder: Path) -> None:
    assert run("--write-baseline", "known.json", "news.csv")[0] == 0
    assert len(json.loads((folder / "known.json").read_text())["findings"]) == 2
    assert run("--baseline", "known.json", "news.csv")[0] == 0
    status, _, errors = run("--baseline", "known.json", "calm.txt")
    assert (status, errors) == (0, "")
    (folder / "news.csv").write_text("id,text\nc,Calm.\n")
    assert run("--baseline", "known.json", "news.csv")[2].count("CAS101 is mended") == 2
    (folder / "news.csv").unlink()
    assert run("--baseline", "known.json", "calm.txt")[2].count("CAS101 is mended") == 2


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_all_rows_count_as_changed(folder: Path) -> None:
    for command in (
        ["init", "-q"],
        ["add", "news.csv"],
        ["-c", "user.name=Ann", "-c", "user.email=ann@orlo.example", "commit", "-qm", "News"],
    ):
        subprocess.run(["git", *command], check=True)
    status, output, _ = run("--diff", "HEAD", "--format", "concise", "news.csv")
    assert (status, output.count("CAS101")) == (1, 2)


@pytest.mark.parametrize(
    "format_",
    ["text", "concise", "json", "jsonl", "csv", "markdown", "github", "gitlab", "junit", "sarif"],
)
def test_half_a_character_breaks_no_report(folder: Path, format_: str) -> None:
    text = "Nine drown \ud800. A ferry sank, killing 12 people \udc80\0."
    (folder / "news.jsonl").write_text(json.dumps({"id": "\ud800\0 x", "text": text}))
    status, output, errors = run("--format", format_, "news.jsonl")
    assert (status, errors) == (1, "")
    assert output.encode()


def test_a_broken_row_is_told_and_the_others_are_checked(folder: Path) -> None:
    (folder / "news.csv").write_text(f'id,text\na,1,2\nb,"{FAULTY}"\n')
    status, output, errors = run("--format", "concise", "news.csv")
    assert status == 2
    assert output.startswith("news.csv#b:1:1: ")
    assert errors.startswith("Error: news.csv:2: 3 cells under a header of 2")


def test_sheets_in_a_folder_are_read_only_if_they_are_included(folder: Path) -> None:
    assert run("--show-files", ".")[1] == "calm.txt\n"
    (folder / "casualties.toml").write_text('include = ["*.csv"]\n')
    assert run("--show-files", ".")[1] == "news.csv\n"


def test_the_standard_input_may_be_a_sheet(folder: Path) -> None:
    result = CliRunner().invoke(
        main, ["check", "--input-format", "csv", "-"], input=f'text\n"{FAULTY}"\n'
    )
    assert result.stdout.startswith("-#1\n")
