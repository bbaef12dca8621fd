"""What a package must hold beside its code."""

import pkgutil
import re
import tomllib
from importlib import resources

import click

import casualties
from tests.snapshots import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    latest, *_ = re.findall(r"^## \[(.+?)\]", changelog, re.MULTILINE)
    assert latest in {"Unreleased", casualties.__version__}


def test_the_version_is_said_in_the_code_alone() -> None:
    assert PROJECT["dynamic"] == ["version"]
    assert re.fullmatch(r"\d+\.\d+\.\d+(\.dev\d+)?", casualties.__version__)


def test_type_checkers_are_told() -> None:
    assert resources.files("casualties").joinpath("py.typed").is_file()


def test_word_lists_lie_beside_the_code_that_loads_them() -> None:
    lists = [f for f in resources.files("casualties.lexicon").iterdir() if f.name.endswith(".toml")]
    assert lists
    for word_list in lists:
        assert tomllib.loads(word_list.read_text("utf-8"))


def test_the_console_script_is_a_command() -> None:
    assert isinstance(pkgutil.resolve_name(PROJECT["scripts"]["casualties"]), click.Command)
