"""What the command prints: for every article in ``examples/``, and where the README shows it.

``python -m tests.snapshots`` writes all of it anew; read the diff before you commit it.
"""

import contextlib
import re
from pathlib import Path

from click.testing import CliRunner

from casualties.cli import main

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
EXPECTED = ROOT / "examples" / "expected"

ARTICLES = sorted(path.stem for path in (ROOT / "examples").glob("*.txt"))
IN_OTHER_FORMATS = sorted(
    path.name for path in (ROOT / "examples").glob("ferry.*") if path.suffix != ".txt"
)
FORMATS = [
    ("check", "text", "txt"),
    ("check", "json", "json"),
    ("check", "csv", "csv"),
    ("check", "concise", "concise.txt"),
    ("check", "jsonl", "jsonl"),
    ("check", "markdown", "md"),
    ("check", "github", "github.txt"),
    ("check", "gitlab", "gitlab.json"),
    ("check", "junit", "junit.xml"),
    ("check", "sarif", "sarif"),
    ("check", "rdjson", "rdjson"),
    ("extract", "csv", "csv"),
]
SHEET = "examples/articles.csv --text-column body --id-column url"
SNAPSHOTS = (
    {
        f"{article}.{command}.{suffix}": f"{command} --format {form} examples/{article}.txt"
        for article in ARTICLES
        for command, form, suffix in FORMATS
        if form != "sarif" or article == ARTICLES[0]  # it tells all rules each time
    }
    | {
        f"{article}.{command}.{suffix}": f"{command} --format {form} examples/{article}"
        for article in IN_OTHER_FORMATS
        for command, form, suffix in FORMATS
        if form in {"text", "csv"}
    }
    | {
        "articles.extract.csv": f"extract {SHEET} --format csv",
        "articles.extract.md": f"extract {SHEET} --format markdown",
        "articles.summary.csv": f"extract {SHEET} --summary --hxl --format csv",
        "articles.check.txt": "check examples/articles.jsonl",
    }
)
"""The name of each file in ``examples/expected``, and the arguments whose output it holds."""

# The output stands below its command; that of a command to paste, in a block of its own.
SHOWN = re.compile(
    r"(?P<command>^(?:\$ |.* \.venv/bin/)casualties (?P<arguments>.+)\n(?:```\n\n```text\n)?)"
    r"(?P<output>(?:(?!```).*\n)*)(?=```\n)",
    re.MULTILINE,
)


def printed(arguments: str) -> str:
    """Run the command in the project's root, so that paths read as they do in the README.

    Raises:
        RuntimeError: if the command could not read its input, or said anything on standard error.
    """
    with contextlib.chdir(ROOT):
        result = CliRunner().invoke(main, arguments)
    if result.exit_code not in {0, 1} or result.stderr:
        raise RuntimeError(f"{arguments!r} ended with {result.exit_code}: {result.stderr}")
    return result.stdout.replace("\r\n", "\n")


def readme_anew() -> str:
    """The README with the output that its commands have now."""
    readme = README.read_text("utf-8")
    return SHOWN.sub(lambda shown: shown["command"] + printed(shown["arguments"]), readme)


def stale() -> list[Path]:
    """Kept outputs of articles, or in formats, that are there no longer."""
    return [path for path in EXPECTED.iterdir() if path.name not in SNAPSHOTS]


if __name__ == "__main__":
    EXPECTED.mkdir(exist_ok=True)
    for path in stale():
        path.unlink()
    for name, arguments in SNAPSHOTS.items():
        (EXPECTED / name).write_text(printed(arguments), "utf-8", newline="\n")
    README.write_text(readme_anew(), "utf-8", newline="\n")
