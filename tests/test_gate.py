"""What a newsroom's gate promises: a row a promise, each run by the real command on a tree."""

import json
import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parent.parent
CALM = "Nine drown off Orlo\n\nA ferry sank on Sunday and nine people drowned.\n"
DOUBTFUL = "At least nine drown off Orlo\n\nA ferry sank on Sunday and nine people drowned.\n"
FAULTY = "Nine drown off Orlo\n\nA ferry sank on Sunday, killing 12 people.\n"
TREE = {
    ".gitignore": "secret/\n",
    ".casualtiesignore": "old/\n*.draft.txt\n",
    "calm.txt": CALM,
    "doubtful.txt": DOUBTFUL,
    "faulty.txt": FAULTY,
    "archive/1912.txt": FAULTY,
    "archive/deep/1953.md": FAULTY,
    "archive/figures.csv": "killed\n12\n",
    "old/faulty.txt": FAULTY,
    "secret/faulty.txt": FAULTY,
    "node_modules/faulty.txt": FAULTY,
    "wild.draft.txt": FAULTY,
    "latin.txt": "Zwölf",
}
ERROR = ":1:1: error CAS101 contradictory-figures: "
WARNING = "doubtful.txt:1:1: warning CAS103 inconsistent-qualifier: "


@dataclass(frozen=True)
class Row:
    """A promise, the command that it is about, and what it has to print and to exit with.

    ``prints`` and ``says`` are parts of standard output and error, ``omits`` of neither.
    """

    promise: str
    arguments: str
    status: int
    prints: Sequence[str] = ()
    says: Sequence[str] = ()
    omits: Sequence[str] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    env: Mapping[str, str] = field(default_factory=dict)
    stdin: str = ""

    def __str__(self) -> str:
        return self.promise


KNOWN = {
    "path": "faulty.txt",
    "code": "CAS101",
    "words": "12 people | Nine",
    "hash": "9efeec0c69c48b54",
    "count": 1,
}
PATHS = [
    Row("a file", "check calm.txt", 0, ["calm.txt"]),
    Row("several files", "check calm.txt faulty.txt", 1, [f"faulty.txt{ERROR}"]),
    Row("a folder is walked", "check archive", 1, [f"archive/1912.txt{ERROR}", "deep/1953.md:1:1"]),
    Row("only copy is taken from a folder", "check --show-files archive", 0, omits=["figures.csv"]),
    Row(
        "files are listed by name",
        "check --show-files archive calm.txt",
        0,
        ["archive/1912.txt\narchive/deep/1953.md\ncalm.txt\n"],
    ),
    Row("a pattern", "check archive/**/*.md", 1, [f"archive/deep/1953.md{ERROR}"], omits=["1912"]),
    Row("a pattern without matches", "check *.docx", 2, says=["*.docx matches no file."]),
    Row("a missing file", "check gone.txt", 2, says=["gone.txt: there is no such file."]),
    Row("an empty folder", "check empty", 0, files={"empty/.keep": ""}),
    Row("git's ignored files", "check --show-files .", 0, ["calm.txt"], omits=["secret"]),
    Row("ours, too", "check --show-files .", 0, omits=["old/", "wild.draft.txt"]),
    Row("tools' folders", "check --show-files .", 0, omits=["node_modules"]),
    Row("an ignored folder that is named", "check secret", 1, [f"secret/faulty.txt{ERROR}"]),
    Row("a tool's folder that is named", "check node_modules", 1, [ERROR]),
    Row(
        "an ignore file below another",
        "check --show-files archive",
        0,
        ["1912.txt"],
        omits=["1953"],
        files={"archive/.gitignore": "*.md\n"},
    ),
    Row("exclude, named", "check --exclude faulty.txt faulty.txt", 0, says=["is excluded"]),
    Row("exclude, found", "check --exclude archive/ --show-files .", 0, omits=["archive"]),
    Row(
        "exclude replaces",
        "check --exclude archive/ --show-files .",
        0,
        ["node_modules/faulty.txt"],
    ),
    Row(
        "extend-exclude adds",
        "check --extend-exclude archive --show-files .",
        0,
        ["calm.txt"],
        omits=["archive", "node_modules"],
    ),
    Row("an ignored file handed over by a hook", "check wild.draft.txt", 0, says=["is excluded"]),
    Row(
        "force-exclude: git's files, named",
        "check --force-exclude secret/faulty.txt",
        0,
        says=["excl"],
    ),
    Row("without it they are checked", "check secret/faulty.txt", 1, [ERROR]),
    Row("all inputs excluded", "check --exclude *.txt faulty.txt doubtful.txt", 0, ["0 documents"]),
    Row("standard input", "check -", 1, [f"-{ERROR}"], stdin=FAULTY),
    Row("piped in", "check", 1, [f"-{ERROR}"], stdin=FAULTY),
    Row("its name", "check --stdin-filename a/b.txt -", 1, [f"a/b.txt{ERROR}"], stdin=FAULTY),
    Row("its exclusion", "check --stdin-filename old/b.txt -", 0, says=["excluded"], stdin=FAULTY),
    Row(
        "its settings",
        "check --stdin-filename a/b.txt -",
        0,
        stdin=FAULTY,
        files={"a/casualties.toml": 'ignore = ["CAS101"]'},
    ),
    Row("extract walks, too", "extract --format csv archive", 0, ["archive/1912.txt,f1,killed,9"]),
    Row("the rest is checked", "check gone.txt faulty.txt", 2, [f"faulty.txt{ERROR}"], ["no such"]),
]

LEVELS = [
    Row("an error fails", "check faulty.txt", 1),
    Row("a warning does not", "check doubtful.txt", 0, [WARNING]),
    Row("unless asked", "check --fail-on warning doubtful.txt", 1),
    Row("never", "check --fail-on never faulty.txt", 0, [ERROR]),
    Row("never, but for what cannot be read", "check --fail-on never gone.txt", 2),
    Row("select", "check --select CAS103 faulty.txt doubtful.txt", 0, [WARNING], omits=["CAS101"]),
    Row("select by name", "check --select contradictory-figures faulty.txt", 1, [ERROR]),
    Row("select a family", "check --select CAS1 --fail-on warning doubtful.txt", 1, [WARNING]),
    Row("ignore", "check --ignore CAS101,CAS102 faulty.txt", 0, omits=["CAS101"]),
    Row(
        "select and ignore",
        "check --select CAS1 --ignore CAS101 faulty.txt",
        0,
        omits=["error CAS"],
    ),
    Row(
        "no such rule",
        "check --ignore CAS110 calm.txt",
        2,
        says=['no rule "CAS110"', "did you mean CAS10"],
    ),
    Row(
        "statistics",
        "check --statistics faulty.txt",
        1,
        ["1  CAS101  contradictory-figures (error)"],
    ),
    Row(
        "statistics beside data",
        "check --statistics --format json faulty.txt",
        1,
        says=["1  CAS101"],
    ),
    Row(
        "quiet",
        "check --quiet calm.txt faulty.txt",
        1,
        [f"faulty.txt{ERROR}"],
        omits=["calm", "documents"],
    ),
    Row(
        "verbose",
        "check --verbose once.txt",
        0,
        ["9: once, line 1"],
        files={"once.txt": CALM[:20] + "."},
    ),
    Row("both", "check --quiet --verbose calm.txt", 2, says=["cannot both be"]),
    Row("no colour in a pipe", "check faulty.txt", 1, omits=["\x1b["]),
    Row("colour always", "check --color always faulty.txt", 1, ["\x1b[1;31merror\x1b[0m"]),
    Row("FORCE_COLOR", "check faulty.txt", 1, ["\x1b[1;31m"], env={"FORCE_COLOR": "1"}),
    Row(
        "NO_COLOR",
        "check faulty.txt",
        1,
        omits=["\x1b["],
        env={"NO_COLOR": "1", "FORCE_COLOR": "1"},
    ),
    Row(
        "colour never",
        "check --color never faulty.txt",
        1,
        omits=["\x1b["],
        env={"FORCE_COLOR": "1"},
    ),
    Row("2 wins over 1", "check faulty.txt gone.txt", 2, [ERROR]),
]

SETTINGS = [
    Row(
        "casualties.toml", "check doubtful.txt", 1, files={"casualties.toml": 'fail-on = "warning"'}
    ),
    Row(
        "the hidden file goes first",
        "check doubtful.txt",
        1,
        files={".casualties.toml": 'fail-on = "warning"', "casualties.toml": 'fail-on = "never"'},
    ),
    Row(
        "pyproject.toml",
        "check doubtful.txt",
        1,
        files={"pyproject.toml": '[tool.casualties]\nfail-on = "warning"'},
    ),
    Row(
        "a pyproject.toml without our table",
        "check archive/1912.txt",
        0,
        files={"casualties.toml": 'fail-on = "never"', "archive/pyproject.toml": "[tool.ruff]"},
    ),
    Row(
        "the nearest file holds, alone",
        "check doubtful.txt archive/1912.txt",
        0,
        files={
            "casualties.toml": 'ignore = ["CAS101"]',
            "archive/casualties.toml": 'fail-on = "never"',
        },
    ),
    Row(
        "extend",
        "check archive/1912.txt",
        0,
        omits=["CAS101"],
        files={
            "casualties.toml": 'ignore = ["CAS101"]\nfail-on = "warning"',
            "archive/casualties.toml": 'extend = "../casualties.toml"\nfail-on = "info"',
        },
    ),
    Row(
        "extending oneself",
        "check calm.txt",
        2,
        says=["casualties.toml:1: ", "extends itself"],
        files={"casualties.toml": 'extend = "casualties.toml"'},
    ),
    Row(
        "extending nothing",
        "check calm.txt",
        2,
        says=["no such file"],
        files={"casualties.toml": 'extend = "a.toml"'},
    ),
    Row(
        "--config",
        "check --config house.toml faulty.txt",
        0,
        files={"house.toml": 'fail-on = "never"'},
    ),
    Row(
        "--config that is missing",
        "check --config house.toml faulty.txt",
        2,
        says=["house.toml: there is no such file"],
    ),
    Row(
        "--isolated",
        "check --isolated faulty.txt",
        1,
        files={"casualties.toml": 'fail-on = "never"'},
    ),
    Row(
        "the command line goes first",
        "check --fail-on error faulty.txt",
        1,
        files={"casualties.toml": 'fail-on = "never"'},
    ),
    Row(
        "severity",
        "check faulty.txt",
        0,
        ["1:1: warning CAS101"],
        files={"casualties.toml": '[severity]\nCAS101 = "warning"'},
    ),
    Row(
        "severity by name",
        "check doubtful.txt",
        1,
        ["error CAS103"],
        files={"casualties.toml": '[severity]\ninconsistent-qualifier = "error"'},
    ),
    Row(
        "severity info",
        "check --fail-on warning doubtful.txt",
        0,
        ["info CAS103", "1 info"],
        files={"casualties.toml": '[severity]\nCAS103 = "info"'},
    ),
    Row(
        "fail on info",
        "check --fail-on info doubtful.txt",
        1,
        files={"casualties.toml": '[severity]\nCAS103 = "info"'},
    ),
    Row(
        "exclude",
        "check --show-files .",
        0,
        ["calm.txt"],
        omits=["archive"],
        files={"casualties.toml": 'extend-exclude = ["/archive"]'},
    ),
    Row(
        "include",
        "check --show-files archive",
        0,
        ["figures.csv"],
        omits=["1912"],
        files={"casualties.toml": 'include = ["*.csv"]'},
    ),
    Row(
        "encoding",
        "check latin.txt",
        0,
        files={"casualties.toml": 'encoding = "latin-1"', "latin.txt": "Zw\udcf6lf"},
    ),
    Row(
        "an unknown key",
        "check calm.txt",
        2,
        says=["casualties.toml:2: ", "'fail_on'", "did you mean fail-on?"],
        files={"casualties.toml": '\nfail_on = "never"'},
    ),
    Row(
        "an unknown key in a table",
        "check calm.txt",
        2,
        says=["conventions.peopel", "did you mean people?"],
        files={"casualties.toml": '[conventions]\npeopel = ["rafter"]'},
    ),
    Row(
        "a wrong value",
        "check calm.txt",
        2,
        says=['casualties.toml:1: fail-on = "all" cannot be', "'never'"],
        files={"casualties.toml": 'fail-on = "all"'},
    ),
    Row(
        "a rule that there is not",
        "check calm.txt",
        2,
        says=["casualties.toml:1: ", "CAS110"],
        files={"casualties.toml": 'ignore = ["CAS110"]'},
    ),
    Row(
        "no range",
        "check calm.txt",
        2,
        says=["casualties.toml:2: ", '"many"'],
        files={"casualties.toml": '[conventions.vague]\ndozens = "many"'},
    ),
    Row(
        "no TOML",
        "check calm.txt",
        2,
        says=["no valid TOML", "line 1"],
        files={"casualties.toml": "fail-on = never"},
    ),
    Row(
        "a preset of vague words",
        "extract --format csv a.txt",
        0,
        ["a.txt,f1,killed,12,,vague,"],
        files={"casualties.toml": "conventions.preset = 'acled'", "a.txt": "Dozens died."},
    ),
    Row(
        "a vague word",
        "extract --format csv a.txt",
        0,
        ["a.txt,f1,killed,50,90,vague,"],
        files={
            "casualties.toml": "[conventions]\npreset = 'acled'\nvague.dozens = '50-90'",
            "a.txt": "Dozens died.",
        },
    ),
    Row(
        "a noun for people",
        "extract --format csv a.txt",
        0,
        ["12,strandee,total"],
        files={
            "casualties.toml": 'conventions.people = ["strandee"]',
            "a.txt": "A boat sank and 12 strandees were killed.",
        },
    ),
    Row(
        "the name of a source",
        "extract --format csv a.txt",
        0,
        [",Hengaw,"],
        files={
            "casualties.toml": 'conventions.sources = ["Hengaw"]',
            "a.txt": "Hengaw: 12 people killed on Sunday.",
        },
    ),
    Row(
        "attackers in totals",
        "check --format json a.txt",
        0,
        ['"number": 7,'],
        files={
            "casualties.toml": "conventions.attackers-in-totals = true",
            "a.txt": "A raid killed five people. The two attackers were also killed.",
        },
    ),
    Row(
        "casualties config",
        "config archive",
        0,
        ['fail-on = "never"  # ', "archive/casualties.toml", 'encoding = "utf-8"  # default'],
        files={"archive/casualties.toml": 'fail-on = "never"'},
    ),
]

CAREFUL = [
    Row(
        "a table is joined under extend",
        "config archive",
        0,
        ['severity."CAS101" = "info"', 'severity."CAS103" = "error"'],
        files={
            "casualties.toml": '[severity]\nCAS101 = "info"',
            "archive/casualties.toml": 'extend = "../casualties.toml"\nseverity.CAS103 = "error"',
        },
    ),
    Row(
        "conventions are joined under extend, and can be undone",
        "config archive",
        0,
        ["attackers-in-totals = false", 'people = ["rafter", "strandee"]'],
        files={
            "casualties.toml": '[conventions]\nattackers-in-totals = true\npeople = ["rafter"]',
            "archive/casualties.toml": 'extend = "../casualties.toml"\n[conventions]\n'
            'attackers-in-totals = false\npeople = ["strandee"]',
        },
    ),
    Row(
        "extend-exclude is added to under extend",
        "check --show-files archive",
        0,
        omits=["1912", "1953"],
        files={
            "casualties.toml": 'extend-exclude = ["1912.txt"]',
            "archive/casualties.toml": 'extend = "../casualties.toml"\nextend-exclude = ["deep"]',
        },
    ),
    Row(
        "patterns are relative to the file that has them",
        "check --show-files archive",
        0,
        ["1953"],
        omits=["1912"],
        files={"casualties.toml": 'extend-exclude = ["/archive/1912.txt", "/deep"]'},
    ),
    Row(
        "the place is in our table",
        "check calm.txt",
        2,
        says=["pyproject.toml:4: exclude = 3 cannot be: it should be a list."],
        files={"pyproject.toml": '[tool.ruff]\nexclude = ["x"]\n[tool.casualties]\nexclude = 3'},
    ),
    Row(
        "one is not true",
        "check calm.txt",
        2,
        says=["force-exclude = 1 cannot be: it should be true or false."],
        files={"casualties.toml": "force-exclude = 1"},
    ),
    Row(
        "an encoding that there is not",
        "check calm.txt",
        2,
        says=["casualties.toml:1: there is no encoding 'utf-9'."],
        files={"casualties.toml": 'encoding = "utf-9"'},
    ),
    Row(
        "broken settings elsewhere",
        "check archive/1912.txt faulty.txt",
        2,
        [f"faulty.txt{ERROR}"],
        ["archive"],
        files={"archive/casualties.toml": "no = 1"},
    ),
    Row(
        "ignored beside what is ignored anyway",
        "check --ignore CAS103 faulty.txt",
        0,
        omits=["CAS101"],
        files={"casualties.toml": 'ignore = ["CAS101"]'},
    ),
    Row(
        "selected though it is ignored",
        "check --select CAS101 faulty.txt",
        1,
        files={"casualties.toml": 'ignore = ["CAS101"]'},
    ),
    Row(
        "a baseline that the nearest settings name",
        "check known",
        0,
        omits=["CAS101"],
        files={
            "known/faulty.txt": FAULTY,
            "known/casualties.toml": 'baseline = "known.json"',
            "known/known.json": json.dumps({"version": 1, "findings": [KNOWN]}),
        },
    ),
    Row(
        "rules that are not run stay known",
        "check --write-baseline known.json --select CAS103 faulty.txt",
        0,
        says=["known.json has 1 finding."],
        files={"known.json": json.dumps({"version": 1, "findings": [KNOWN]})},
    ),
    Row(
        "two reports in one file",
        "check --report json=a --report csv=a calm.txt",
        2,
        says=["one file"],
    ),
    Row("no file for a baseline", "check --write-baseline - calm.txt", 2, says=["name a file"]),
    Row(
        "brought back, but for what lies in a folder that is not",
        "check --show-files lists",
        0,
        ["lists/deep/a.txt"],
        omits=["b.txt", "c.txt"],
        files={
            "lists/.gitignore": "*\n!*/\n!a.txt\n/shut/\nbroken\\\n",
            "lists/deep/a.txt": CALM,
            "lists/deep/b.txt": CALM,
            "lists/shut/a.c.txt": CALM,
        },
    ),
    Row(
        "a folder brought back brings back no folder below it",
        "check --show-files lists",
        0,
        ["lists/archive/a.txt"],
        omits=["b.txt"],
        files={
            "lists/.gitignore": "\ufeffsub/\n!archive/\n",
            "lists/archive/a.txt": CALM,
            "lists/archive/sub/b.txt": CALM,
        },
    ),
    Row(
        "what git is told to exclude beside the ignore files",
        "check --show-files archive",
        0,
        ["1953"],
        omits=["1912"],
        files={".git/info/exclude": "1912.txt\n"},
    ),
    Row(
        "an ignore file above the repository",
        "check --show-files inner",
        0,
        ["inner/faulty.txt"],
        files={".gitignore": "*.txt\n", "inner/.git/HEAD": "", "inner/faulty.txt": FAULTY},
    ),
    Row(
        "a file in an ignored folder cannot be brought back",
        "check --force-exclude secret/faulty.txt",
        0,
        says=["is excluded"],
        files={".gitignore": "secret/\n!faulty.txt\n"},
    ),
    Row(
        "a pattern leaves out what a walk does",
        "check --show-files **/*.txt",
        0,
        ["1912"],
        omits=["secret", "node_modules", "old/"],
    ),
    Row(
        "a file is read once",
        "check archive/1912.txt archive ./archive/1912.txt",
        1,
        ["2 documents,"],
    ),
]

SUPPRESSIONS = [
    Row(
        "on the line above",
        "check a.txt",
        0,
        omits=["CAS101"],
        files={"a.txt": f"# casualties: ignore[CAS101] two counts\n{FAULTY}"},
    ),
    Row(
        "with a percent sign",
        "check a.txt",
        0,
        files={"a.txt": f"% casualties: ignore[CAS101] two counts\n{FAULTY}"},
    ),
    Row(
        "by name",
        "check a.txt",
        0,
        files={"a.txt": f"# casualties: ignore[contradictory-figures]\n{FAULTY}"},
    ),
    Row(
        "the whole file",
        "check a.txt",
        0,
        files={"a.txt": f"{FAULTY}\n# casualties: ignore-file[CAS101] two counts\n"},
    ),
    Row(
        "a stretch",
        "check a.txt",
        0,
        files={"a.txt": f"# casualties: disable[CAS101]\n{FAULTY}\n# casualties: enable[CAS101]\n"},
    ),
    Row(
        "never blanket",
        "check a.txt",
        1,
        [ERROR[4:], "names no rule"],
        files={"a.txt": f"# casualties: ignore\n{FAULTY}"},
    ),
    Row(
        "unused",
        "check --fail-on warning a.txt",
        1,
        ["warning CAS901"],
        files={"a.txt": f"# casualties: ignore[CAS101]\n{CALM}"},
    ),
]

BASELINE = {"known.json": json.dumps({"version": 1, "findings": [KNOWN]})}
BASELINES = [
    Row(
        "known findings do not fail",
        "check --baseline known.json faulty.txt",
        0,
        omits=["CAS101"],
        files=BASELINE,
    ),
    Row(
        "new ones do",
        "check --baseline known.json archive faulty.txt",
        1,
        [f"1912.txt{ERROR}"],
        omits=[f"\nfaulty.txt{ERROR}"],
        files=BASELINE,
    ),
    Row(
        "a paragraph may move",
        "check --baseline known.json faulty.txt",
        0,
        files=BASELINE | {"faulty.txt": f"{FAULTY[:21]}It was dark.\n\n{FAULTY[21:]}"},
    ),
    Row(
        "the words may not",
        "check --baseline known.json faulty.txt",
        1,
        files=BASELINE | {"faulty.txt": FAULTY.replace("12", "14")},
    ),
    Row(
        "what is mended is named",
        "check --baseline known.json faulty.txt",
        0,
        says=["faulty.txt: CAS101 is mended: 12 people | Nine", "--write-baseline"],
        files=BASELINE | {"faulty.txt": CALM},
    ),
    Row(
        "what was not checked is not",
        "check --baseline known.json calm.txt",
        0,
        omits=["mended"],
        files=BASELINE,
    ),
    Row(
        "from the settings",
        "check faulty.txt",
        0,
        files=BASELINE | {"casualties.toml": 'baseline = "known.json"'},
    ),
    Row(
        "missing",
        "check --baseline gone.json faulty.txt",
        2,
        says=["no such baseline; --write-baseline gone.json makes one"],
    ),
    Row(
        "broken",
        "check --baseline known.json faulty.txt",
        2,
        says=["known.json is no baseline"],
        files={"known.json": "[]"},
    ),
    Row(
        "writing fails nothing",
        "check --write-baseline new.json faulty.txt",
        0,
        says=["new.json has 1 finding."],
    ),
]

HELP = [
    Row("the schema", "schema", 0, ['"CheckObject"']),
    Row("the schema of settings", "schema config", 0, ['"fail-on"']),
    Row("a mistyped command", "chekc calm.txt", 2, says=["Did you mean 'check'?"]),
    Row("a mistyped option", "check --fail-onn error calm.txt", 2, says=["--fail-on"]),
    Row(
        "a mistyped format of a report",
        "check --report sarf=a.json calm.txt",
        2,
        says=["Did you mean sarif?"],
    ),
    Row(
        "a report without a file",
        "check --report sarif calm.txt",
        2,
        says=["--report sarif=report"],
    ),
    Row(
        "completion", "", 0, ["_casualties_completion"], env={"_CASUALTIES_COMPLETE": "bash_source"}
    ),
    Row(
        "completion of a command",
        "",
        0,
        ["plain,check"],
        env={
            "_CASUALTIES_COMPLETE": "bash_complete",
            "COMP_WORDS": "casualties ch",
            "COMP_CWORD": "1",
        },
    ),
    Row(
        "two outputs in one run",
        "check --format concise --report json=out.json faulty.txt",
        1,
        [f"faulty.txt{ERROR}"],
    ),
]


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


def plant(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="surrogateescape")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small repository of articles."""
    plant(tmp_path, TREE)
    (tmp_path / ".git").mkdir()
    return tmp_path


def run(
    folder: Path, *arguments: str, stdin: str = "", env: Mapping[str, str] | None = None
) -> tuple[int, str, str]:
    clean = {key: value for key, value in os.environ.items() if "COLOR" not in key}

    start = "import sys; sys.argv[0] = 'casualties'; from casualties.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", start, *arguments],
        cwd=folder,
        env=clean | {"PYTHONPATH": str(ROOT)} | dict(env or {}),
        input=stdin.encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )

    output, errors = done.stdout.decode().replace("\r\n", "\n"), done.stderr.decode()
    assert "Traceback" not in errors
    return done.returncode, output, errors


@pytest.mark.parametrize(
    "row", [*PATHS, *LEVELS, *SETTINGS, *CAREFUL, *SUPPRESSIONS, *BASELINES, *HELP], ids=str
)
def test_promise(tree: Path, row: Row) -> None:
    plant(tree, row.files)
    status, output, errors = run(tree, *row.arguments.split(), stdin=row.stdin, env=row.env)
    assert status == row.status, output + errors
    for part in row.prints:
        assert part in output
    for part in row.says:
        assert part in errors
    for part in row.omits:
        assert part not in output + errors


def test_a_broken_file_among_200_is_told_and_the_199_are_checked(tree: Path) -> None:
    plant(tree, {f"many/{number:03}.txt": CALM for number in range(200)})
    (tree / "many" / "117.txt").write_bytes(b"Zw\xf6lf")
    (tree / "many" / "118.txt").write_text(FAULTY)
    status, output, errors = run(tree, "check", "many")
    assert status == 2
    assert [line.split(" ")[1] for line in errors.splitlines()] == [str(Path("many/117.txt"))]
    assert output.splitlines()[-1] == "199 documents, 398 figures: 1 error, 0 warnings"


def test_output_never_varies(tree: Path) -> None:
    runs = {run(tree, "check", "--format", "json", ".", "secret") for _ in range(3)}
    assert len(runs) == 1


@pytest.fixture
def repository(tree: Path) -> Path:
    """The tree, with all of it committed but what git ignores."""
    (tree / ".git").rmdir()
    git(tree, "init", "-q")
    git(tree, "add", ".")
    git(tree, "commit", "-qm", "All")
    return tree


def test_diff_shows_findings_on_changed_lines_alone(repository: Path) -> None:
    assert run(repository, "check", "--diff", "HEAD", ".")[0] == 0
    (repository / "faulty.txt").write_text(FAULTY.replace("12 people", "14 people"))
    status, output, _ = run(repository, "check", "--quiet", "--diff", "HEAD", ".")
    assert (status, output.count("error CAS")) == (1, 1)
    assert f"faulty.txt{ERROR}" in output
    (repository / "faulty.txt").write_text(f"{FAULTY}\nRain fell.\n")
    assert run(repository, "check", "--diff", "HEAD", ".")[0] == 0


def test_diff_takes_a_file_that_git_does_not_know_as_new(repository: Path) -> None:
    plant(repository, {"new/[x] file.txt": FAULTY})
    status, output, _ = run(repository, "check", "--quiet", "--diff", "HEAD", ".")
    assert (status, output.count("error CAS")) == (1, 1)
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "New")
    assert run(repository, "check", "--diff", "HEAD", ".")[0] == 0
    assert run(repository, "check", "--diff", "HEAD~1", "new")[0] == 1


@pytest.mark.parametrize("revision", ["nowhere", "--output=stolen", "HEAD:calm.txt"])
def test_diff_with_what_is_no_revision(repository: Path, revision: str) -> None:
    status, _, errors = run(repository, "check", f"--diff={revision}", "calm.txt")
    assert status == 2
    assert "--diff: git cannot tell what has changed" in errors
    assert not (repository / "stolen").exists()


def test_diff_without_a_repository(tmp_path: Path) -> None:
    plant(tmp_path, {"calm.txt": CALM})
    env = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    status, _, errors = run(tmp_path, "check", "--diff", "HEAD", "calm.txt", env=env)
    assert status == 2
    assert "not a git repository" in errors


def test_a_baseline_is_written_read_and_shrunk(tree: Path) -> None:
    (tree / "latin.txt").write_bytes(b"Zw\xf6lf")
    assert run(tree, "check", "--write-baseline", "base.json", ".")[0] == 2
    (tree / "latin.txt").unlink()
    assert run(tree, "check", "--write-baseline", "base.json", ".")[0] == 0
    known = json.loads((tree / "base.json").read_text())["findings"]
    assert [(each["path"], each["code"], each["count"]) for each in known] == [
        ("archive/1912.txt", "CAS101", 1),
        ("archive/deep/1953.md", "CAS101", 1),
        ("doubtful.txt", "CAS103", 1),
        ("faulty.txt", "CAS101", 1),
    ]
    assert run(tree, "check", "--baseline", "base.json", ".")[0] == 0
    assert run(tree / "archive", "check", "--baseline", "../base.json", "1912.txt")[0] == 0
    (tree / "faulty.txt").write_text(CALM)
    status, _, errors = run(tree, "check", "--write-baseline", "base.json", "faulty.txt")
    assert (status, errors) == (0, "base.json has 3 findings.\n")


def test_reports_are_whole_or_not_there(tree: Path) -> None:
    plant(tree, {"out.json": "kept"})
    arguments = ["check", "--report", "json=out.json", "--report", "csv=out.csv", "faulty.txt"]
    assert run(tree, *arguments)[0] == 1
    assert json.loads((tree / "out.json").read_text())["summary"]["errors"] == 1
    assert (tree / "out.csv").read_text().count("\n") == 2
    (tree / "out.json").write_text("kept")
    status, output, errors = run(tree, *arguments, "--report", "text=no/such/folder.txt")
    assert (status, output) == (2, "")
    assert errors.startswith(f"Error: {Path('no/such/folder.txt')} could not be written: ")
    assert (tree / "out.json").read_text() == "kept"
    assert not list(tree.glob(".out*"))


@pytest.mark.skipif(os.name != "posix", reason="needs the signals of POSIX")
def test_an_interrupted_run_leaves_no_half_report(tree: Path) -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        pytest.skip("a run in the background cannot be interrupted")
    plant(tree, {f"many/{number:04}.txt": FAULTY * 20 for number in range(300)})
    start = "import sys; sys.argv[0] = 'casualties'; from casualties.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", start, "check", "--report", "json=out.json", "many"],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode == 130
    assert not (tree / "out.json").exists()
    assert not list(tree.glob(".out*"))


@pytest.mark.parametrize("server", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_a_run_in_a_part_of_a_checkout_names_files_from_its_top(tree: Path, server: str) -> None:
    command = ["check", "--format", "github", "1912.txt", "../faulty.txt", "missing.txt"]
    for top, names in (
        (tree, ["archive/1912.txt", "faulty.txt"]),
        (tree / "old", ["1912.txt", f"{tree.as_posix()}/faulty.txt"]),
    ):
        status, output, _ = run(tree / "archive", *command, env={server: str(top)})
        assert status == 2
        first, second, unread = output.splitlines()
        assert [line.split(",")[0] for line in (first, second)] == [
            f"::error file={name}" for name in names
        ]
        assert unread == "::error title=casualties::missing.txt: there is no such file."


def test_what_config_prints_is_toml(tree: Path) -> None:
    plant(
        tree,
        {"casualties.toml": '[conventions.vague]\ndozens = "12+"\n[severity]\nCAS103 = "info"'},
    )
    status, output, _ = run(tree, "config")
    printed = tomllib.loads(output)
    assert status == 0
    assert printed["conventions"]["vague"] == {"dozens": "12+"}
    assert printed["severity"] == {"CAS103": "info"}
    again = tree / "again.toml"
    again.write_text(output)
    assert run(tree, "config", "--config", "again.toml")[0] == 0


@pytest.mark.skipif(os.name != "posix", reason="Windows lets few make links")
def test_links_do_not_lead_out_of_a_folder(tree: Path) -> None:
    plant(tree, {"outside/faulty.txt": FAULTY, "walked/calm.txt": CALM})
    (tree / "walked" / "folder").symlink_to(tree / "outside")
    (tree / "walked" / "file.txt").symlink_to(tree / "outside" / "faulty.txt")
    (tree / "walked" / "inside.txt").symlink_to(tree / "walked" / "calm.txt")
    _, output, _ = run(tree, "check", "--show-files", "walked")
    assert output.split() == [str(Path("walked", name)) for name in ("calm.txt", "inside.txt")]
    _, output, _ = run(tree, "check", "--show-files", "walked/**/*.txt")
    assert output.split() == [str(Path("walked", name)) for name in ("calm.txt", "inside.txt")]


def test_diff_sees_through_attributes_and_a_hook_s_environment(repository: Path) -> None:
    plant(repository, {".gitattributes": "*.txt binary\n"})
    (repository / "faulty.txt").write_text(FAULTY.replace("12 people", "14 people"))
    env = {"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index"}
    (repository / "doubtful.txt").write_text(f"{DOUBTFUL}\nRain fell.\n")
    status, output, _ = run(
        repository / "archive", "check", "-q", "--diff", "HEAD", "../faulty.txt", env=env
    )
    assert (status, output.count("error CAS")) == (1, 1)
    quiet = run(repository, "check", "--fail-on", "warning", "--diff", "HEAD", "doubtful.txt")
    assert quiet[0] == 0


def test_diff_is_since_the_branches_parted(repository: Path) -> None:
    git(repository, "branch", "ahead")
    git(repository, "checkout", "-q", "ahead")
    (repository / "faulty.txt").write_text(CALM)
    git(repository, "commit", "-qam", "Mended there")
    git(repository, "checkout", "-q", "-")
    assert run(repository, "check", "--diff", "ahead", "faulty.txt")[0] == 0
    (repository / "faulty.txt").write_text(FAULTY.replace("12", "14"))
    assert run(repository, "check", "--diff", "ahead", "faulty.txt")[0] == 1


def test_diff_tells_of_a_file_outside_and_checks_the_others(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "faulty.txt"
    outside.write_text(FAULTY)
    plant(repository, {"new.txt": FAULTY})
    status, output, errors = run(repository, "check", "--diff", "HEAD", str(outside), "new.txt")
    assert status == 2
    assert f"new.txt{ERROR}" in output
    assert "not a git repository" in errors


@pytest.mark.skipif(os.name != "posix", reason="Windows lets few make links")
def test_a_link_to_itself_is_passed_over(tree: Path) -> None:
    (tree / "archive" / "loop.txt").symlink_to("loop.txt")
    (tree / "archive" / "again").symlink_to(".")
    status, output, errors = run(tree, "check", "--show-files", "archive", "archive/**/*.txt")
    assert (status, errors) == (0, "")
    assert output.split() == ["archive/1912.txt", "archive/deep/1953.md"]


@pytest.mark.skipif(os.name != "posix", reason="needs the permissions of POSIX")
def test_a_folder_closed_to_us_is_told_and_the_rest_is_checked(tree: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read any folder")
    plant(tree, {"archive/closed/a.txt": CALM})
    (tree / "archive" / "closed").chmod(0)
    status, output, errors = run(tree, "check", "archive")
    (tree / "archive" / "closed").chmod(0o755)
    assert status == 2
    assert "archive/closed could not be read: Permission denied." in errors
    assert f"archive/1912.txt{ERROR}" in output


def test_a_junit_report_fails_what_fails_the_run_by_the_settings_of_each_file(tree: Path) -> None:
    plant(
        tree,
        {
            "lax/a.txt": FAULTY,
            "lax/casualties.toml": 'fail-on = "never"',
            "strict/a.txt": DOUBTFUL,
            "strict/casualties.toml": 'fail-on = "warning"',
        },
    )
    for folder, files in ((tree, ["lax", "strict"]), (tree / "lax", [".", "../strict"])):
        status, output, _ = run(folder, "check", "--format", "junit", *files)
        suites = ET.fromstring(output).findall("testsuite")
        assert [suite.get("failures") for suite in suites] == ["0", "1"]
        assert status == 1
    status, output, _ = run(tree, "check", "--format", "junit", "--fail-on", "never", "strict")
    assert (status, "<failure" in output) == (0, False)


@pytest.mark.skipif(os.name != "posix", reason="the programs are of a shell")
def test_diff_runs_no_program_that_a_repository_names(repository: Path) -> None:
    ran, run_it = repository.parent / "ran", repository.parent / "run it.sh"
    run_it.write_text(f"#!/bin/sh\ntouch {ran}\ncat\n")
    run_it.chmod(0o755)
    plant(
        repository,
        {".gitattributes": "*.txt filter=x=y diff=x\n*.md filter=z\n", "kept.md": FAULTY},
    )
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "Attributes")
    for key in (
        *("filter.x=y.clean", "filter.x=y.smudge", "filter.z.process", "diff.x.textconv"),
        *("diff.x.command", "diff.external", "core.fsmonitor", "core.pager", "core.sshCommand"),
        *("core.askPass", "core.editor", "remote.origin.uploadpack", "pager.diff"),
    ):
        git(repository, "config", key, f"'{run_it}'")
    for key, value in {
        "filter.x=y.required": "true",
        "diff.autoRefreshIndex": "true",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::'{run_it}'",
        "protocol.ext.allow": "always",
        "core.repositoryFormatVersion": "1",
        "core.hooksPath": str(repository / "hooks"),
    }.items():
        git(repository, "config", key, value)
    hook = repository / "hooks" / "post-index-change"
    hook.parent.mkdir()
    hook.symlink_to(run_it)
    for name in ("faulty.txt", "kept.md"):
        (repository / name).write_text(f"{FAULTY}\nRain fell.\n")
    ran.unlink(missing_ok=True)
    assert run(repository, "check", "--diff", "HEAD", "faulty.txt", "kept.md")[0] == 0
    (repository / "faulty.txt").write_text(FAULTY.replace("12 people", "14 people"))
    assert run(repository, "check", "--diff", "HEAD", "faulty.txt")[0] == 1
    blob = subprocess.check_output(
        ["git", "rev-parse", "HEAD:faulty.txt"], cwd=repository, text=True
    ).strip()
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    status, _, errors = run(repository, "check", "--diff", "HEAD", "faulty.txt")
    assert status == 2
    assert "--diff: git cannot tell what has changed" in errors
    assert not ran.exists()


def test_diff_takes_line_ends_of_windows_for_no_change(repository: Path) -> None:
    (repository / "faulty.txt").write_bytes(FAULTY.replace("\n", "\r\n").encode())
    assert run(repository, "check", "--diff", "HEAD", "faulty.txt")[0] == 0


def test_diff_takes_a_file_that_the_revision_does_not_have_as_new(repository: Path) -> None:
    plant(repository, {"new.txt": FAULTY})
    git(repository, "add", ".")
    assert run(repository, "check", "--diff", "HEAD", "new.txt")[0] == 1


@pytest.mark.skipif(os.name != "posix", reason="Windows lets few make links")
def test_diff_of_a_link_that_was_there(repository: Path) -> None:
    (repository / "link.txt").symlink_to("faulty.txt")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "Link")
    assert run(repository, "check", "--diff", "HEAD", "link.txt")[0] == 0
