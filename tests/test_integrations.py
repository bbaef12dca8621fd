"""The hook and the action run as the tools that read them would run them."""

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION = ROOT / ".github" / "actions" / "check" / "action.yml"
CALM = "Nine drown off Orlo\n\nA ferry sank on Sunday and nine people drowned.\n"
FAULTY = CALM.replace("and nine people drowned", "killing 12 people")

posix = pytest.mark.skipif(os.name != "posix", reason="needs a shell")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, and a program ``casualties`` where the action installs it."""
    (tmp_path / "calm.txt").write_text(CALM)
    (tmp_path / "faulty.txt").write_text(FAULTY)
    program = tmp_path / "runner" / "casualties" / "bin" / "casualties"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m casualties "$@"\n')
    program.chmod(0o755)
    return tmp_path


def environment(folder: Path, **more: str) -> dict[str, str]:
    path = f"{folder / 'runner' / 'casualties' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)} | more


def hook() -> dict[str, Any]:
    (only,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert isinstance(only, dict)
    return only


@posix
@pytest.mark.parametrize(("name", "status"), [("calm.txt", 0), ("faulty.txt", 1)])
def test_the_hook_checks_the_files_it_is_given(folder: Path, name: str, status: int) -> None:
    command = [*shlex.split(hook()["entry"]), name]
    done = subprocess.run(
        command, cwd=folder, env=environment(folder), capture_output=True, check=False, text=True
    )
    assert (done.returncode, done.stdout.count("error CAS101")) == (status, status)


@posix
def test_the_hook_passes_a_file_that_is_excluded(folder: Path) -> None:
    (folder / ".casualtiesignore").write_text("faulty.txt\n")
    command = [*shlex.split(hook()["entry"]), "faulty.txt"]
    done = subprocess.run(
        command, cwd=folder, env=environment(folder), capture_output=True, check=False, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")


def step(name: str) -> dict[str, Any]:
    (only,) = (s for s in yaml.safe_load(ACTION.read_text())["runs"]["steps"] if s["name"] == name)
    assert isinstance(only, dict)
    return only


def run_check(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The step of the action, with these inputs and the defaults of the others."""
    declared = yaml.safe_load(ACTION.read_text())["inputs"]
    given = {name: inputs.get(name, each["default"]) for name, each in declared.items()}
    variables = {
        variable: given[expression.removeprefix("${{ inputs.").removesuffix(" }}")]
        for variable, expression in step("Check")["env"].items()
    }
    env = environment(
        folder,
        RUNNER_TEMP=str(folder / "runner"),
        GITHUB_STEP_SUMMARY=str(folder / "summary.md"),
        GITHUB_ACTION_PATH=str(ACTION.parent),
        **variables,
    )
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step("Check")["run"]],
        cwd=folder,
        env=env,
        capture_output=True,
        check=False,
        text=True,
    )


@posix
def test_the_action_annotates_sums_up_and_fails(folder: Path) -> None:
    (folder / "summary.md").write_text("# Before\n")
    done = run_check(folder, paths="calm.txt faulty.txt", sarif="out.sarif")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=faulty.txt,line=1,")
    summary = (folder / "summary.md").read_text()
    assert summary.startswith("# Before\n")
    assert "CAS101" in summary
    assert (folder / "out.sarif").exists()


@posix
def test_the_action_passes_calm_copy_and_options(folder: Path) -> None:
    assert run_check(folder, paths="calm.txt").returncode == 0
    assert run_check(folder, options="--fail-on never").returncode == 0


@posix
def test_inputs_of_the_action_are_not_run(folder: Path) -> None:
    done = run_check(folder, paths="$(touch stolen) ; touch stolen")
    assert done.returncode == 2
    assert not (folder / "stolen").exists()


def test_the_action_installs_the_project_that_it_lies_in() -> None:
    assert "$GITHUB_ACTION_PATH/../../.." in step("Install casualties")["run"]
    assert (ACTION.parent / "../../.." / "pyproject.toml").exists()
