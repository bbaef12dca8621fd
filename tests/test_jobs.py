"""``--jobs``: the real command in several processes, against itself in one."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.planted.planting import read_article

ROOT = Path(__file__).parent.parent
ARTICLES = [
    read_article(path).text
    for path in sorted((ROOT / "tests" / "planted" / "articles").glob("*.txt"))
]
FORMATS = "concise json jsonl csv markdown github gitlab junit sarif rdjson text".split()
FAULTY = "Nine drown off Orlo\n\nA ferry sank on Sunday, killing 12 people.\n"
SCRIPT = """\
import multiprocessing
import sys

from casualties.cli import main

if __name__ == "__main__":
    if sys.argv[1] != "usual":
        multiprocessing.set_start_method(sys.argv[1])
    del sys.argv[1]
    main()
"""
HOSTILE = """\
from pathlib import Path
Path({marker!r}).write_text(__name__)
raise SystemExit("loaded")
"""

posix = pytest.mark.skipif(os.name != "posix", reason="needs the signals of POSIX")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles of every sort, more than one process is given at once."""
    folder = tmp_path_factory.mktemp("articles")
    (folder / "news" / "deep").mkdir(parents=True)
    for number, text in enumerate(ARTICLES[:24]):
        (folder / "news" / f"{number:02}.txt").write_text(text)
        (folder / "news" / "deep" / f"{number:02}.md").write_text(text.replace("3", "5"))
    (folder / "news" / "07.txt").write_bytes(b"Zw\xf6lf")
    (folder / "news" / "20.txt").write_bytes(b"\x7fELF\0\0")
    (folder / "news" / "deep" / "casualties.toml").write_text('ignore = ["CAS1"]\n')
    (folder / "calm.txt").write_text("Nine people drowned.")
    (folder / "casualties.toml").write_text('exclude = ["calm.txt"]\n')
    rows = [
        f'{number},"Nine drown. A ferry sank, killing {number} people."' for number in range(40)
    ]
    (folder / "rows.csv").write_text("\n".join(["id,text", *rows[:20], "a,b,c", *rows[20:]]))
    return folder


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A script as pip installs it, which may say how processes are started."""
    path = tmp_path_factory.mktemp("bin") / "casualties"
    path.write_text(SCRIPT)
    return path


def run(
    script: Path,
    folder: Path,
    *arguments: str,
    method: str = "usual",
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [sys.executable, str(script), method, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"} | dict(env or {}),
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


PATHS = ["news", "missing.txt", "calm.txt", "rows.csv", "news/03.txt", "nothing/*.txt"]


def reports(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("command", ["check", "extract"])
def test_the_same_bytes_with_any_jobs_and_any_seed(
    script: Path, folder: Path, command: str, tmp_path: Path
) -> None:
    runs = []
    for jobs, seed in ((["--jobs", "1"], "0"), (["--jobs", "3"], "1"), ([], "2"), (["-j2"], "3")):
        made = tmp_path / seed
        made.mkdir()
        arguments = {
            "check": [f"--report={format_}={made / format_}" for format_ in FORMATS],
            "extract": ["--output", str(made / "figures.csv")],
        }[command]
        arguments += ["--show-unread", *jobs, *PATHS]
        env = {"PYTHONHASHSEED": seed}
        status, output, errors = run(script, folder, command, *arguments, env=env)
        assert status == 2
        runs.append((output, errors, reports(made)))
    for other in runs[1:]:
        assert other == runs[0]
    told = runs[0][1].decode().splitlines()
    files = [line.removeprefix("Error: ").split()[0] for line in told if ": unread:" not in line]
    assert files == [
        "news/07.txt",
        "news/20.txt",
        "missing.txt:",
        "calm.txt",
        "rows.csv:22:",
        "nothing/*.txt",
    ]


@pytest.mark.parametrize("method", ["spawn", "fork", "forkserver"])
def test_processes_may_be_started_in_any_way(script: Path, folder: Path, method: str) -> None:
    if os.name != "posix" and method != "spawn":
        pytest.skip("Windows starts processes in one way")
    alone = run(script, folder, "check", "--jobs", "1", "news/deep")
    assert run(script, folder, "check", "--jobs", "2", "news/deep", method=method) == alone
    as_one = ["check", "--as-one", "news/01.txt", "news/02.txt"]
    alone = run(script, folder, *as_one)
    assert run(script, folder, *as_one, "--jobs", "2", method=method) == alone


@pytest.mark.parametrize("method", ["usual", "spawn", "forkserver"])
def test_no_code_beside_the_articles_is_loaded(
    script: Path, folder: Path, method: str, tmp_path: Path
) -> None:
    if os.name != "posix" and method == "forkserver":
        pytest.skip("Windows starts processes in one way")
    articles, marker = tmp_path / "articles", tmp_path / "marker"
    articles.mkdir()
    for number, text in enumerate(ARTICLES[:20]):
        (articles / f"{number}.txt").write_text(text)
    for name in (
        "casualties regex click pickle random multiprocessing runpy signal json csv tomllib "
        "sitecustomize usercustomize conftest setup pathspec pydantic pandas"
    ).split():
        (articles / f"{name}.py").write_text(HOSTILE.format(marker=str(marker)))
    (articles / "casualties.toml").write_text('fail-on = "never"\n')
    for jobs in ("1", "2"):
        status, output, errors = run(script, articles, "check", "-j", jobs, ".", method=method)
        assert (status, errors) == (0, b"")
        assert output.splitlines()[-1].startswith(b"20 documents")
    assert not marker.exists()


def test_rows_that_are_piped_in(script: Path, folder: Path) -> None:
    rows = "".join(f'{{"id": "{n}", "text": "Nine died; {n} people died."}}\n' for n in range(50))
    command = ["extract", "--format", "jsonl", "--stdin-filename", "rows.jsonl", "-"]
    alone = run(script, folder, *command, stdin=rows.encode())
    assert alone[1].count(b"\n") == 100
    assert run(script, folder, *command, "--jobs", "2", stdin=rows.encode()) == alone


@pytest.mark.parametrize("jobs", ["0", "-1", "many"])
def test_a_number_of_jobs_that_cannot_be(script: Path, folder: Path, jobs: str) -> None:
    status, output, errors = run(script, folder, "check", "--jobs", jobs, "news")
    assert (status, output) == (2, b"")
    assert b"'--jobs' / '-j'" in errors


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """So much that no run comes to its end before it is told to."""
    (tmp_path / "many").mkdir()
    for number in range(300):
        (tmp_path / "many" / f"{number:03}.txt").write_text(f"{FAULTY}\n" * 20)
    return tmp_path


def others_of(session: int) -> list[str]:
    """The processes of a session."""
    listed = subprocess.run(
        ["ps", "-o", "pid=,args=", "-s", str(session)], capture_output=True, text=True, check=False
    )
    return listed.stdout.splitlines()


@dataclass(frozen=True)
class Ending:
    """A signal, whether all processes get it, and the status of the run that it ends."""

    signal: str
    is_for_all: bool
    status: int
    method: str = "fork"
    command: str = "check --jobs 2 --report json=out.json"

    def __str__(self) -> str:
        whom = "all" if self.is_for_all else "one"
        return f"{self.signal}-{whom}-{self.method}-{self.command}"


ENDINGS = [
    Ending("SIGINT", True, 130),
    Ending("SIGINT", True, 130, "spawn"),
    Ending("SIGINT", False, 130),
    Ending("SIGTERM", True, 143),
    Ending("SIGTERM", False, 143),
    Ending("SIGTERM", False, 143, "spawn"),
    Ending("SIGTERM", True, 143, command="check --jobs 1 --report json=out.json"),
    Ending("SIGTERM", True, 143, command="extract --jobs 1 --output out.csv"),
    Ending("SIGTERM", True, 143, command="extract --jobs 2 --output out.xlsx"),
    Ending("SIGHUP", False, 129),
    Ending("SIGKILL", False, -9),
]


@posix
@pytest.mark.parametrize("ending", ENDINGS, ids=str)
def test_a_signal_ends_all_processes_at_once(script: Path, archive: Path, ending: Ending) -> None:
    ignored = (signal.getsignal(each) for each in (signal.SIGINT, getattr(signal, ending.signal)))
    if signal.SIG_IGN in ignored:
        pytest.skip("the tests were started in the background, deaf to this signal")
    arguments = [*ending.command.split(), "many"]
    has_children = "--jobs 2" in ending.command
    with subprocess.Popen(
        [sys.executable, str(script), ending.method, *arguments],
        cwd=archive,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        while not (
            list(archive.glob(".out*")) and has_children <= (len(others_of(process.pid)) > 2)
        ):
            assert process.poll() is None
            time.sleep(0.05)
        time.sleep(0.2)  # so that they are at work
        begun = time.monotonic()
        send = os.killpg if ending.is_for_all else os.kill
        send(process.pid, getattr(signal, ending.signal))
        _, errors = process.communicate(timeout=60)
        took = time.monotonic() - begun
    assert (process.returncode, errors.strip()) == (ending.status, b"")
    assert took < 5
    if ending.status > 0:
        assert not list(archive.glob("*out*"))
    while others_of(process.pid) and time.monotonic() - begun < 10:
        time.sleep(0.05)
    assert others_of(process.pid) == []


MISTAKEN = """
import multiprocessing, os, sys
import casualties.pipeline as pipeline
from casualties.cli import main

find_figures = pipeline._find_figures

def mistaken(document, conventions):
    if "storm" in document.text:
        os._exit(3) if HOW == "lost" else 1 / 0
    return find_figures(document, conventions)

pipeline._find_figures = mistaken
multiprocessing.set_start_method("fork")
_, HOW, *arguments = sys.argv
sys.argv = ["casualties", *arguments]
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="its processes begin anew")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    "command",
    [
        "check --format json",
        "check --format junit",
        "check --format sarif",
        "check --as-one --format json",
        "extract --format json",
        "extract --format json --summary",
    ],
)
def test_a_mistake_of_ours_with_one_article_leaves_the_report_whole(
    tmp_path: Path, command: str, jobs: str
) -> None:
    for number in range(40):
        text = "12 people were killed." if number != 17 else "A storm."
        (tmp_path / f"{number:02}.txt").write_text(text)
    done = mistaken(tmp_path, "mistake", *command.split(), "--jobs", jobs, ".")
    named = "00.txt" if "--as-one" in command else "17.txt"
    told = f"{named} was not checked: it leads to a mistake in casualties (ZeroDivisionError in "
    assert done.returncode == 2
    assert done.stderr.startswith(f"Error: {told}")
    assert "Traceback" not in done.stderr
    if "junit" in command:
        assert len(ET.fromstring(done.stdout)) == 40
    else:
        json.loads(done.stdout)
    assert told in done.stdout or "--summary" in command


@pytest.mark.skipif(sys.platform == "win32", reason="its processes begin anew")
@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_process_that_is_lost_leaves_the_report_whole(tmp_path: Path, command: str) -> None:
    for number in range(60):
        text = "12 people were killed." if number != 50 else "A storm."
        (tmp_path / f"{number:02}.txt").write_text(text)
    done = mistaken(tmp_path, "lost", command, "--format", "json", "--jobs", "2", ".")
    assert done.returncode == 2
    assert done.stderr == "Error: A process ended with 3 before its time: try --jobs 1.\n"
    failures = json.loads(done.stdout)["failures"]
    assert "before its time" in failures[0]["message"]


def mistaken(folder: Path, how: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run in which an article with a storm in it is too much for the program."""
    return subprocess.run(
        [sys.executable, "-c", MISTAKEN, how, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
