"""The real command, as a shell starts it."""

import csv
import html
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

import casualties

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-m", "casualties"]
CALM = "Nine drown off Orlo\n\nA ferry sank on Sunday and nine people drowned.\n"
DOUBTFUL = "At least nine drown off Orlo\n\nA ferry sank on Sunday and nine people drowned.\n"
FAULTY = "Nine drown off Orlo\n\nA ferry sank on Sunday, killing 12 people.\n"
UNREAD = "Nine drown off Orlo\n\nThe trial over the deaths has heard 12 witnesses.\n"
LISTED = "unread.txt:3:1: unread: The trial over the deaths has heard 12 witnesses."
FILES = {
    "calm.txt": CALM.encode(),
    "doubtful.txt": DOUBTFUL.encode(),
    "faulty.txt": FAULTY.encode(),
    "unread.txt": UNREAD.encode(),
    "empty.txt": b"",
    "latin.txt": "Zwölf Tote".encode("latin-1"),
    "binary.txt": b"\x7fELF\x00\x00",
}

posix = pytest.mark.skipif(os.name != "posix", reason="needs the pipes and signals of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A directory with an article of every sort."""
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder").mkdir()
    return tmp_path


def environment(**changes: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"} | changes


def run(
    folder: Path,
    *arguments: str | bytes,
    stdin: bytes | None = None,
    env: Mapping[str, str] = environment(),
) -> tuple[int, str, str]:
    """The exit status, the output and the errors of a command that ends by itself."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=env,
        input=b"" if stdin is None else stdin,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return done.returncode, lines(done.stdout), lines(done.stderr)


def lines(output: bytes) -> str:
    text = output.decode("utf-8").replace("\r\n", "\n")
    assert "Traceback" not in text
    return text


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["calm.txt"], 0),
        (["doubtful.txt"], 0),
        (["faulty.txt"], 1),
        (["calm.txt", "faulty.txt"], 1),
        (["--fail-on", "warning", "calm.txt"], 0),
        (["--fail-on", "warning", "doubtful.txt"], 1),
        (["--fail-on", "warning", "faulty.txt"], 1),
        (["--fail-on", "error", "doubtful.txt"], 0),
        (["--fail-on", "never", "faulty.txt"], 0),
        (["--fail-on", "never", "missing.txt"], 2),
        (["--format", "json", "faulty.txt"], 1),
        (["--format", "csv", "faulty.txt"], 1),
        (["empty.txt"], 0),
        (["faulty.txt", "missing.txt"], 2),
        (["--format", "sheet", "calm.txt"], 2),
        (["--fail-on", "all", "calm.txt"], 2),
        (["--colour", "calm.txt"], 2),
    ],
)
def test_exit_status_of_check(folder: Path, arguments: list[str], status: int) -> None:
    assert run(folder, "check", *arguments)[0] == status


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["faulty.txt"], 0), (["empty.txt"], 0), (["faulty.txt", "missing.txt"], 2), (["--all"], 2)],
)
def test_exit_status_of_extract(folder: Path, arguments: list[str], status: int) -> None:
    assert run(folder, "extract", *arguments)[0] == status


def test_check_prints_a_table_and_the_findings(folder: Path) -> None:
    status, output, errors = run(folder, "check", "faulty.txt")
    assert (status, errors) == (1, "")
    printed = output.splitlines()
    assert printed[0] == "faulty.txt"
    assert printed[2].split() == ["event", "outcome", "population", "range", "stated", "verdict"]
    assert sum(line.startswith("faulty.txt:") for line in printed) == 1
    assert any(
        line.startswith("faulty.txt:1:1: error CAS101 contradictory-figures: ") for line in printed
    )
    assert '    faulty.txt:3:33: "12 people"' in printed
    assert printed[-1] == "1 document, 2 figures: 1 error, 0 warnings"


def test_as_one_holds_the_inputs_against_each_other(folder: Path) -> None:
    (folder / "later.txt").write_text("Ferry sinks off Orlo\n\nThe ferry killed 12 people.\n")
    inputs = ["calm.txt", "later.txt"]
    assert run(folder, "check", *inputs)[0] == 0
    status, output, errors = run(folder, "check", "--as-one", *inputs)
    assert (status, errors) == (1, "")
    printed = output.splitlines()
    assert printed[0] == "calm.txt, later.txt"
    assert any(line.startswith("later.txt:3:18: error CAS101 ") for line in printed)
    assert '    calm.txt:3:28: "nine people"' in printed
    assert printed[-1] == "1 document, 3 figures: 1 error, 0 warnings"
    _, output, _ = run(folder, "check", "--as-one", "--format", "json", *inputs)
    (document,) = json.loads(output)["documents"]
    assert document["path"] is None
    assert [(figure["id"], figure["path"]) for figure in document["figures"]] == [
        ("f1", "calm.txt"),
        ("f2", "calm.txt"),
        ("f3", "later.txt"),
    ]
    _, output, _ = run(folder, "check", "--as-one", "--format", "csv", *inputs)
    (row,) = csv.DictReader(io.StringIO(output))
    assert (row["path"], row["line"], row["code"]) == ("later.txt", "3", "CAS101")


def test_as_one_what_cannot_be_read_is_left_out(folder: Path) -> None:
    assert run(folder, "check", "--as-one", "faulty.txt", "missing.txt")[0] == 2
    status, output, _ = run(folder, "check", "--as-one", "missing.txt")
    assert (status, output) == (2, "0 documents, 0 figures: 0 errors, 0 warnings\n")
    status, output, _ = run(folder, "check", "--as-one", "--show-unread", "calm.txt", "unread.txt")
    assert LISTED in output.splitlines()


def test_verbose_shows_what_is_stated_once(folder: Path) -> None:
    (folder / "once.txt").write_text("A ferry sank on Sunday and nine people drowned.\n")
    _, output, _ = run(folder, "check", "once.txt")
    assert output.startswith("once.txt: 1 figure, none to hold against another (--verbose)\n")
    _, output, _ = run(folder, "check", "--verbose", "once.txt")
    assert "9: once, line 1  consistent" in output


def test_a_comment_silences_a_finding_and_is_reported_once_it_silences_none(folder: Path) -> None:
    comment = "# casualties: ignore[CAS101] the coroner counts on\n"
    (folder / "silenced.txt").write_text(comment + FAULTY)
    (folder / "outlived.txt").write_text(comment + CALM)
    assert run(folder, "check", "--fail-on", "warning", "silenced.txt")[0] == 0
    status, output, _ = run(folder, "check", "--fail-on", "warning", "outlived.txt")
    assert status == 1
    assert (
        'outlived.txt:1:3: warning CAS901 unused-suppression: "ignore[CAS101]" silences nothing'
    ) in output.splitlines()
    _, output, _ = run(folder, "check", "--format", "json", "outlived.txt")
    (finding,) = json.loads(output)["documents"][0]["findings"]
    assert (finding["code"], finding["figures"], finding["line"]) == ("CAS901", [], 1)
    _, output, _ = run(folder, "check", "--format", "csv", "outlived.txt")
    (row,) = csv.DictReader(io.StringIO(output))
    assert (row["path"], row["code"], row["event"], row["low"]) == (
        "outlived.txt",
        "CAS901",
        "",
        "",
    )


def test_extract_prints_a_table(folder: Path) -> None:
    status, output, errors = run(folder, "extract", "calm.txt")
    assert (status, errors) == (0, "")
    assert [line.split()[:4] for line in output.splitlines()[4:]] == [
        ["1:1", "killed", "9", "people"],
        ["3:28", "killed", "9", "people"],
    ]


def test_check_as_json(folder: Path) -> None:
    _, output, _ = run(folder, "check", "--format", "json", "calm.txt", "faulty.txt", "empty.txt")
    report = json.loads(output)
    assert report["schema_version"] == "1.0"
    assert [document["path"] for document in report["documents"]] == [
        "calm.txt",
        "faulty.txt",
        "empty.txt",
    ]
    assert report["summary"] == {"documents": 3, "figures": 4, "errors": 1, "warnings": 0}


def test_check_as_csv(folder: Path) -> None:
    _, output, _ = run(folder, "check", "--format", "csv", "calm.txt", "faulty.txt")
    (row,) = csv.DictReader(io.StringIO(output))
    assert (row["path"], row["line"], row["code"]) == ("faulty.txt", "1", "CAS101")


def test_extract_in_every_format_gives_the_same_figures(folder: Path) -> None:
    ranges = []
    for form in ("csv", "json", "jsonl"):
        status, output, errors = run(folder, "extract", "--format", form, "faulty.txt")
        assert (status, errors) == (0, "")
        rows: Sequence[Mapping[str, object]]
        if form == "csv":
            rows = list(csv.DictReader(io.StringIO(output)))
        elif form == "json":
            rows = json.loads(output)["documents"][0]["figures"]
        else:
            rows = [json.loads(line) for line in output.splitlines()]
        ranges.append([(str(row["low"]), str(row["high"])) for row in rows])
    assert ranges == [[("9", "9"), ("12", "12")]] * 3


@pytest.mark.parametrize("command", ["check", "extract"])
def test_sentences_unread_belong_to_a_report_for_people(folder: Path, command: str) -> None:
    status, output, errors = run(folder, command, "--show-unread", "unread.txt")
    assert (status, errors) == (0, "")
    assert LISTED in output.splitlines()
    status, output, errors = run(folder, command, "unread.txt")
    assert (status, errors) == (0, "")
    assert LISTED not in output
    assert output.endswith("1 sentence unread (--show-unread)\n")


@pytest.mark.parametrize(
    ("command", "form"),
    [
        ("check", "json"),
        ("check", "csv"),
        ("check", "concise"),
        ("check", "jsonl"),
        ("check", "github"),
        ("check", "gitlab"),
        ("check", "sarif"),
        ("check", "rdjson"),
        ("extract", "csv"),
        ("extract", "json"),
        ("extract", "jsonl"),
    ],
)
def test_sentences_unread_are_no_part_of_data(folder: Path, command: str, form: str) -> None:
    arguments = [command, "--format", form, "unread.txt", "calm.txt"]
    plain = run(folder, *arguments)
    assert plain[2] == ""
    assert run(folder, *arguments, "--show-unread") == (plain[0], plain[1], f"{LISTED}\n")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("missing.txt", "missing.txt: there is no such file."),
        ("*.docx", "*.docx matches no file."),
        (
            "latin.txt",
            "latin.txt is not valid utf-8 at byte 2: name its encoding, as in --encoding latin-1.",
        ),
        ("binary.txt", "binary.txt is a binary file, not text: character 4 is a NUL."),
    ],
)
@pytest.mark.parametrize("command", ["check", "extract"])
def test_an_input_that_cannot_be_read_is_one_sentence_and_the_rest_goes_on(
    folder: Path, command: str, name: str, sentence: str
) -> None:
    status, output, errors = run(folder, command, name, "faulty.txt")
    assert status == 2
    assert errors == f"Error: {sentence}\n"
    assert output == run(folder, command, "faulty.txt")[1]


@pytest.mark.parametrize(
    ("command", "form"),
    [
        *(("check", form) for form in ("json", "gitlab", "rdjson", "github", "junit", "sarif")),
        ("check", "markdown"),
        ("extract", "json"),
    ],
)
def test_formats_that_are_read_by_themselves_say_what_could_not_be_read(
    folder: Path, command: str, form: str
) -> None:
    (folder / "rows.jsonl").write_text('{"text": "Calm."}\n[1]\n')
    arguments = [command, "--format", form, "missing.txt", "faulty.txt", "rows.jsonl"]
    status, output, errors = run(folder, *arguments)
    told = [line.removeprefix("Error: ") for line in errors.splitlines()]
    shown = html.unescape(output.replace("<!-- -->", ""))
    assert (status, len(told)) == (2, 2)
    for sentence in told:
        assert sentence in shown
    assert run(folder, *arguments, "--jobs", "2") == (status, output, errors)


@posix
def test_no_permission(folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read any file; tests/readers has the sentence")
    (folder / "calm.txt").chmod(0)
    assert run(folder, "check", "calm.txt") == (
        2,
        "0 documents, 0 figures: 0 errors, 0 warnings\n",
        "Error: calm.txt: no permission to read this file.\n",
    )


def test_another_encoding(folder: Path) -> None:
    status, output, _ = run(folder, "check", "--encoding", "latin-1", "latin.txt")
    assert (status, output.splitlines()[0]) == (0, "latin.txt: no figures")
    status, _, errors = run(folder, "check", "--encoding", "utf-9", "latin.txt")
    assert status == 2
    assert errors.startswith("Error: latin.txt: there is no text encoding called 'utf-9'")


def test_an_empty_file_is_a_document_without_figures(folder: Path) -> None:
    _, output, _ = run(folder, "check", "--format", "json", "empty.txt")
    assert json.loads(output)["documents"] == [
        {"path": "empty.txt", "figures": [], "line_items": [], "totals": [], "findings": []}
    ]


@pytest.mark.parametrize("paths", [[], ["-"]])
def test_standard_input_has_the_path_of_a_dash(folder: Path, paths: list[str]) -> None:
    status, output, _ = run(folder, "check", "--format", "json", *paths, stdin=FAULTY.encode())
    (document,) = json.loads(output)["documents"]
    assert (status, document["path"]) == (1, "-")
    assert run(folder, "check", *paths, stdin=b"")[:2] == (
        0,
        "-: no figures\n\n1 document, 0 figures: 0 errors, 0 warnings\n",
    )


def test_standard_input_that_cannot_be_read(folder: Path) -> None:
    status, _, errors = run(folder, "check", "-", "calm.txt", stdin=b"Zw\xf6lf")
    assert (status, errors.split(" at ")[0]) == (2, "Error: - is not valid utf-8")


def test_a_path_named_twice_is_read_once(folder: Path) -> None:
    _, output, _ = run(folder, "check", "calm.txt", "faulty.txt", "calm.txt")
    assert output.endswith("2 documents, 4 figures: 1 error, 0 warnings\n")


def test_a_path_may_start_with_a_dash(folder: Path) -> None:
    (folder / "-x.txt").write_bytes(FAULTY.encode())
    status, output, errors = run(folder, "check", "--", "-x.txt")
    assert (status, errors) == (1, "")
    assert output.startswith("-x.txt\n")


@posix
def test_a_path_may_be_no_utf_8(folder: Path) -> None:
    try:
        (folder / os.fsdecode(b"\xff.txt")).write_bytes(FAULTY.encode())
    except OSError:
        pytest.skip("this file system takes names in UTF-8 alone")
    _, output, _ = run(folder, "check", "--format", "json", b"\xff.txt")
    assert json.loads(output)["documents"][0]["path"] == "\udcff.txt"
    assert run(folder, "check", b"\xff.txt")[1].startswith("\\udcff.txt\n")


@posix
def test_no_path_at_a_terminal_is_wrong_usage(folder: Path) -> None:
    import pty  # noqa: PLC0415 - POSIX has it alone

    keyboard, terminal = pty.openpty()
    try:
        done = subprocess.run(
            [*COMMAND, "check"],
            cwd=folder,
            env=environment(),
            stdin=terminal,
            capture_output=True,
            check=False,
            timeout=60,
        )
    finally:
        os.close(keyboard)
        os.close(terminal)
    assert (done.returncode, done.stdout) == (2, b"")
    assert lines(done.stderr).endswith("Error: Name a file or a folder, or pipe an article in.\n")


@pytest.mark.parametrize(
    "settings", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_output_is_utf_8_whatever_the_locale(folder: Path, settings: dict[str, str]) -> None:
    (folder / "calm.txt").write_text("Zwölf: nine people drowned at Zürich 🌊", "utf-8")
    env = environment(**settings)
    _, output, _ = run(folder, "extract", "--format", "jsonl", "calm.txt", env=env)
    assert json.loads(output)["sentence"].endswith("at Zürich 🌊")
    assert "Zürich 🌊" in output


@posix
@pytest.mark.parametrize("arguments", [["check"], ["extract", "--format", "jsonl"]])
def test_a_closed_pipe_ends_quietly(folder: Path, arguments: list[str]) -> None:
    lines = ["2001 people dead in quake", *(f"{n} people died." for n in range(2000))]
    (folder / "long.txt").write_text("\n\n".join(lines))
    with subprocess.Popen(
        [*COMMAND, *arguments, "long.txt"],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == (1 if arguments == ["check"] else 0)


NO_ROOM = "Error: {}: No space left on device.\n"
NO_REPORT, NO_OUTPUT = "The report could not be written", "This could not be done"


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
def test_a_full_disk_is_said(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "check", "calm.txt"],
            cwd=folder,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 2
    assert lines(done.stderr) == NO_ROOM.format(NO_REPORT)


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("--help >/dev/full", NO_OUTPUT),
        ("--version >/dev/full", NO_OUTPUT),
        ("check --help >/dev/full", NO_OUTPUT),
        ("rule --all >/dev/full", NO_REPORT),
        ("nonsense 2>/dev/full", ""),
        ("check missing.txt 2>/dev/full", ""),
        ("check calm.txt >/dev/full 2>/dev/full", ""),
        ("check faulty.txt missing.txt >/dev/full 2>&1", ""),
    ],
)
def test_a_full_disk_is_never_a_finding(folder: Path, command: str, said: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$@" {command}', "sh", *COMMAND],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    told = NO_ROOM.format(said) if said else ""
    assert (lines(done.stderr), done.returncode) == (told, 2)


@posix
def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", 'mkdir gone && cd gone && rmdir ../gone && "$@" check .', "sh", *COMMAND],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    told = "Error: This could not be done: No such file or directory.\n"
    assert (lines(done.stderr), done.returncode) == (told, 2)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--report", "json=calm.txt", "faulty.txt", "./calm.txt"],
        ["extract", "--format", "csv", "--output", "calm.txt", "calm.txt"],
    ],
)
def test_what_is_to_be_read_is_not_written_to(folder: Path, arguments: list[str]) -> None:
    before = (folder / "calm.txt").read_bytes()
    status, output, errors = run(folder, *arguments)
    assert (status, output) == (2, "")
    assert errors.endswith("calm.txt is to be read: name another file to write.\n")
    assert (folder / "calm.txt").read_bytes() == before


def test_what_a_run_has_written_is_no_input_of_the_next_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    check = ["check", "--report", "text=found.txt", "--report", "markdown=found.md", "."]
    extract = ["extract", "--format", "table", "--output", "figures.txt", "a.txt", "*.txt"]
    for command in (check, extract):
        first = run(tmp_path, *command)
        written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert run(tmp_path, *command) == first
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == written
        for path in tmp_path.glob("f*"):
            path.unlink()


@posix
@pytest.mark.parametrize("stream", ["<", ">", "2>"])
def test_closed_streams(folder: Path, stream: str) -> None:
    command = f'"$@" check missing.txt faulty.txt {stream}&-'
    done = subprocess.run(
        ["sh", "-c", command, "sh", *COMMAND],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    lines(done.stderr)
    assert done.returncode == 2


ENDED_AS_A_FILE_BEGINS = """
import os, signal, sys, tempfile
from casualties.cli import main

make, name = tempfile.NamedTemporaryFile, sys.argv.pop(1)

def ended(*arguments, **options):
    made = make(*arguments, **options)
    os.kill(os.getpid(), getattr(signal, name))
    return made

signal.signal(signal.SIGINT, signal.default_int_handler)
tempfile.NamedTemporaryFile = ended
main()
"""


@posix
@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", 143)])
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--report", "json=out", "calm.txt"],
        ["check", "--write-baseline", "out", "calm.txt"],
        ["extract", "--format", "csv", "--output", "out", "calm.txt"],
    ],
    ids=" ".join,
)
def test_an_interrupt_as_a_file_begins_leaves_nothing_of_it(
    folder: Path, name: str, status: int, arguments: list[str]
) -> None:
    before = set(folder.iterdir())
    done = subprocess.run(
        [sys.executable, "-c", ENDED_AS_A_FILE_BEGINS, name, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, lines(done.stderr)) == (status, "")
    assert set(folder.iterdir()) == before


@posix
def test_interrupted(folder: Path) -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        pytest.skip("a shell has started the tests in the background, deaf to Ctrl-C")
    fifo = folder / "fifo"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [*COMMAND, "check", "fifo"],
        cwd=folder,
        env=environment(PYTHONWARNINGS=""),  # the file may be left open, as far as Ctrl-C goes
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process, fifo.open("wb"):  # which opens once the command has begun to read
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert output == b""
    assert lines(errors).strip() == ""


@posix
def test_a_pipe_that_is_named_is_waited_for_and_one_that_lies_about_is_not(folder: Path) -> None:
    """As ``cat`` waits, so that a shell's ``<(...)`` works, which is a pipe with a name."""
    fifo = folder / "fifo.txt"
    os.mkfifo(fifo)
    os.mkfifo(folder / "other.txt")
    process = subprocess.Popen(
        [*COMMAND, "extract", "--format", "csv", "fifo.txt"],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
    )
    with process:
        with fifo.open("wb") as pipe:  # which opens once the command has begun to read
            time.sleep(0.1)
            pipe.write(b"Twelve people died.")
        output, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert lines(output).splitlines()[1].startswith("fifo.txt,f1,killed,12,12,")
    for path in (".", "*.txt"):  # neither of the two has a writer now
        _, output_of_all, errors = run(folder, "extract", "--format", "csv", path)
        assert "calm.txt" in output_of_all
        assert not any(name in output_of_all + errors for name in ("fifo.txt", "other.txt"))


@posix
@pytest.mark.parametrize(
    "module",
    "click click.core casualties.cli.check casualties.readers regex "
    "casualties.extractors casualties.reconciler casualties.reporters.check_text".split(),
)
def test_interrupted_while_it_starts(folder: Path, module: str) -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        pytest.skip("a shell has started the tests in the background, deaf to Ctrl-C")
    program = (
        "import os, signal, sys\n"
        "class Interrupter:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == sys.argv[1]:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupter())\n"
        "from casualties.cli import main\n"
        "main(['check', 'calm.txt'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, module],
        cwd=folder,
        env=environment(PYTHONWARNINGS=""),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.parametrize("named", ["CAS101", "cas101", "contradictory-figures"])
def test_a_rule_is_explained_by_its_code_or_name(folder: Path, named: str) -> None:
    status, output, errors = run(folder, "rule", named)
    assert (status, errors) == (0, "")
    assert output.startswith("CAS101 contradictory-figures (error)\n")
    assert max(map(len, output.splitlines())) <= 80


def test_all_rules_are_explained_by_code(folder: Path) -> None:
    _, output, _ = run(folder, "rule", "--all", "--format", "json")
    codes = [rule["code"] for rule in json.loads(output)["rules"]]
    assert codes == sorted(set(codes))
    _, pages, _ = run(folder, "rule", "--all")
    assert [code for code in codes if f"{code} " in pages] == codes


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["weak-bounds"], 'There is no rule "weak-bounds": did you mean CAS105 weaker-bound?'),
        (["CAS102", "zzz"], 'There is no rule "zzz": see casualties rule --all.'),
        ([], "Name a rule, as in casualties rule CAS101, or ask for --all."),
        (["CAS102", "--all"], "Name a rule, as in casualties rule CAS101, or ask for --all."),
    ],
)
def test_a_rule_that_there_is_not(folder: Path, arguments: list[str], sentence: str) -> None:
    status, output, errors = run(folder, "rule", *arguments)
    assert (status, output) == (2, "")
    assert errors.endswith(f"\nError: {sentence}\n")


def test_version(folder: Path) -> None:
    assert run(folder, "--version") == (0, f"casualties {casualties.__version__}\n", "")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["extract", "--help"], ["rule", "--help"]]
)
def test_help_has_examples_a_line_each(folder: Path, arguments: list[str]) -> None:
    status, output, errors = run(folder, *arguments)
    assert (status, errors) == (0, "")
    examples = output[output.index("Examples:\n") :].splitlines()[1:3]
    assert all(line.startswith("    casualties ") for line in examples)
    assert max(map(len, output.splitlines())) <= 80


def test_no_command_shows_the_help(folder: Path) -> None:
    status, output, errors = run(folder)
    assert (status, output) == (2, "")
    assert errors.startswith("Usage: ")


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"], ["extract"]])
def test_a_plain_run_imports_neither_pandas_nor_pydantic(
    folder: Path, arguments: list[str]
) -> None:
    program = (
        "import sys\n"
        "from casualties.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "finally:\n"
        "    print(*{'pandas', 'pydantic', 'numpy'} & set(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments, "faulty.txt"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.stdout
    assert lines(done.stderr) == "\n"
