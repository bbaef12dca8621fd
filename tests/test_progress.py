"""The bar on a terminal: how far a run is, where it takes more than a second."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casualties.cli import progress

ROOT = Path(__file__).parent.parent
ERASED = "\r\x1b[K\x1b[?25h"  # and the cursor is back
FAULTY = "Nine drown off Orlo\n\nA ferry sank on Sunday, killing 12 people.\n"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs the terminals of POSIX")


def run(
    folder: Path, *arguments: str, seconds: float, output: int | None = None
) -> tuple[str, str]:
    """What a check of a pipe prints that is written to after so long, and what the terminal shows.

    Without an ``output`` the terminal shows both.
    """
    pipe = folder / "pipe"
    if not pipe.exists():
        os.mkfifo(pipe)
    (folder / "calm.txt").write_text("Nine people drowned.")
    terminal, ours = os.openpty()
    with subprocess.Popen(
        [
            sys.executable,
            "-m",
            "casualties",
            "check",
            *arguments,
            "pipe",
            "missing.txt",
            "calm.txt",
        ],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm"},
        stdin=subprocess.DEVNULL,
        stdout=ours if output is None else output,
        stderr=ours,
    ) as process:
        os.close(ours)
        with pipe.open("w") as file:  # which opens once the command has begun to read
            time.sleep(seconds)
            file.write(FAULTY)
        shown = b""
        while piece := _read(terminal):
            shown += piece
        printed = process.stdout.read() if process.stdout else b""
    os.close(terminal)
    assert process.returncode == 2
    return printed.decode(), shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1000)
    except OSError:  # on Linux, once nobody is at the other end
        return b""


def test_a_long_run_shows_how_far_it_is(tmp_path: Path) -> None:
    output, shown = run(tmp_path, seconds=1.2, output=subprocess.PIPE)
    assert output.splitlines()[-1] == "2 documents, 3 figures: 1 error, 0 warnings"
    assert "  1/3" in shown
    assert f"{ERASED}Error: missing.txt: there is no such file.\n" in shown


def test_what_is_printed_takes_the_place_of_the_bar(tmp_path: Path) -> None:
    _, shown = run(tmp_path, seconds=1.2)
    assert "  1/3" in shown
    assert f"{ERASED}Error: missing.txt: there is no such file.\n" in shown
    assert shown.endswith("\n2 documents, 3 figures: 1 error, 0 warnings\n")


@pytest.mark.parametrize(("arguments", "seconds"), [([], 0), (["--quiet"], 1.2)])
def test_a_short_or_a_quiet_run_shows_nothing(
    tmp_path: Path, arguments: list[str], seconds: float
) -> None:
    _, shown = run(tmp_path, *arguments, seconds=seconds, output=subprocess.PIPE)
    assert shown == "Error: missing.txt: there is no such file.\n"


def test_no_terminal_is_shown_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "_SILENT", 0)
    monkeypatch.setattr(progress, "_PAUSE", 0)
    assert list(progress.shown([1, 2], list)) == [1, 2]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("count", "seconds", "shown"),
    [([True] * 3, 1, " 3/3"), ([True, False], 1, " 3"), ([True] * 3, -1, " 3")],
)
def test_how_many_there_are_need_not_be_known(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    count: list[bool],
    seconds: float,
    shown: str,
) -> None:
    monkeypatch.setattr(progress, "_SILENT", 0)
    monkeypatch.setattr(progress, "_PAUSE", 0)
    monkeypatch.setattr(progress, "_COUNTING", seconds)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(progress.shown("abc", lambda: count)) == ["a", "b", "c"]
    looks = capsys.readouterr().err.removesuffix(ERASED).split("\r")
    assert looks[-1].rstrip().endswith(shown)
