"""What a run does to the world: files are whole or not there, and nothing else is touched."""

import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import click
import pytest

from casualties.cli.reports import opened
from casualties.reporters.report import View
from tests.readers.word_files import paragraph, word_file
from tests.records import reconciliation

ROOT = Path(__file__).parent.parent
FAULTY = "Nine drown off Orlo\n\nA ferry sank on Sunday, killing 12 people.\n"
LURES = {
    "page.html": '<html><head><link rel="stylesheet" href="http://orlo.example/a.css">'
    '<script src="http://orlo.example/a.js"></script></head><body>'
    '<img src="http://orlo.example/a.png"><p>Nine people drowned.</p></body></html>',
    "page.md": "---\ntitle: !!python/object/apply:os.system [touch stolen]\n---\n\n"
    "![Nine people drowned](http://orlo.example/a.png)\n",
    "entity.nitf": '<!DOCTYPE nitf SYSTEM "http://orlo.example/nitf.dtd" '
    '[<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>Nine died. &a;</p>'
    "</body.content></body></nitf>",
    "type.nitf": '<!DOCTYPE nitf SYSTEM "http://orlo.example/nitf.dtd"><nitf><body><body.content>'
    "<p>Nine people drowned.</p></body.content></body></nitf>",
    "item.json": '{"uri": "http://orlo.example/item", "headline": "Nine people drowned"}',
    "story.txt": FAULTY,
    "rows.csv": "id,text\nhttp://orlo.example/row,Nine people drowned.\n",
    ".casualtiesignore": "http://orlo.example/*\n",
    "casualties.toml": 'include = ["*.*"]\nexclude = ["casualties.toml"]\n',
}
WATCHED = """\
import os
import sys

HOME = os.path.realpath(os.getcwd())
NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "urllib.Request")
CODE = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")

def watch(event, arguments):
    if event in NETWORK or event in CODE:
        os.write(2, f"{event} {arguments}\\n".encode())
        os._exit(99)
    if event == "import" and any(str(each).startswith(HOME) for each in sys.path):
        os.write(2, f"{event} {arguments} {sys.path}\\n".encode())
        os._exit(99)
    if event == "open" and arguments[1] and set("wax+") & set(arguments[1]):
        path = arguments[0]
        if isinstance(path, str) and os.path.realpath(path).startswith(HOME):
            os.write(2, f"{event} {arguments}\\n".encode())
            os._exit(99)

sys.addaudithook(watch)

from casualties.cli import main

main()
"""


def written(folder: Path) -> list[tuple[str, int]]:
    return sorted((str(path), path.stat().st_mtime_ns) for path in folder.rglob("*"))


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_run_reads_and_prints_and_nothing_else(tmp_path: Path, command: str, jobs: str) -> None:
    if jobs == "2" and os.name != "posix":
        pytest.skip("Windows starts an interpreter for each process")
    (tmp_path / "story.docx").write_bytes(word_file(paragraph("Nine people drowned.")))
    for name, text in LURES.items():
        (tmp_path / name).write_text(text)
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(FAULTY)
    before = written(tmp_path)
    script = tmp_path.with_name("watched.py")
    script.write_text(WATCHED)
    fork = "import multiprocessing\nmultiprocessing.set_start_method('fork')\n"
    script.write_text((fork if jobs == "2" else "") + WATCHED)
    done = subprocess.run(
        [sys.executable, str(script), command, "--jobs", jobs, "."],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.stderr.decode().startswith("Error: entity.nitf declares entities of its own")
    assert done.stderr.count(b"\n") == 1
    assert done.returncode == 2
    assert written(tmp_path) == before


def write(files: Mapping[str, str], meanwhile: Callable[[], object]) -> None:
    """Write reports, and do something else before they are complete."""
    with opened("csv", View(), "never", files) as reports:
        reports.add(reconciliation(), "error")
        meanwhile()


def test_reports_that_cannot_all_be_written_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")
    files = {str(tmp_path / name): "csv" for name in ("a.csv", "b.csv", "c.csv")}
    with pytest.raises(click.ClickException, match=r"c\.csv could not be written: "):
        write(files, (tmp_path / "c.csv").mkdir)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "c.csv"]
    assert (tmp_path / "a.csv").read_text() == "old"


def test_no_report_takes_its_name_before_all_are_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {str(tmp_path / name): "csv" for name in ("a.csv", "b.csv", "c.csv")}
    synced = itertools.count()

    def full(_: int) -> None:
        if next(synced) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(click.ClickException, match="could not be written: No space left on device"):
        write(files, lambda: None)
    assert list(tmp_path.iterdir()) == []


def test_an_error_in_a_block_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError):
        write({str(path): "csv"}, lambda: 1 / 0)
    assert [each.read_text() for each in tmp_path.iterdir()] == ["old"]


def test_baselines_written_at_once_are_each_whole(tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(FAULTY)
    command = [sys.executable, "-m", "casualties", "check", "--write-baseline", "known.json"]
    writers = [
        subprocess.Popen(
            [*command, *(f"{each}.txt" for each in range(number, 8))],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for number in range(4)
    ]
    path, read = tmp_path / "known.json", 0
    while any(writer.poll() is None for writer in writers):
        if path.exists():
            read += bool(json.loads(path.read_text())["findings"])
        time.sleep(0.005)
    assert [writer.wait() for writer in writers] == [0] * 4
    assert len(json.loads(path.read_text())["findings"]) >= 5
    assert sorted(each.name for each in tmp_path.iterdir())[8:] == ["known.json"]
