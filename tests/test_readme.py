"""What the README shows is what its commands print; its Python is run as a doctest."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from casualties.cli import main
from tests.snapshots import README, ROOT, SHOWN, readme_anew

TEXT = README.read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
INSTALL, TEST, *_ = [text for kind, text in BLOCKS if kind == "sh"]


def test_shown_outputs_are_real() -> None:
    assert readme_anew() == TEXT


def test_no_output_is_shown_unchecked() -> None:
    outputs = sum(kind in {"text", "console"} for kind, _ in BLOCKS)
    assert outputs == len(SHOWN.findall(TEXT)) > 1
    assert {kind for kind, _ in BLOCKS} == {"sh", "text", "console", "python", "toml", "yaml"}


@pytest.mark.parametrize("command", [INSTALL, TEST])
def test_each_command_is_one_line_that_stands_alone(command: str) -> None:
    assert command.count("\n") == 1
    assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")


def test_the_first_command_succeeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    arguments = INSTALL.split("casualties ", 1)[1]
    assert CliRunner().invoke(main, arguments).exit_code == 0


@pytest.mark.parametrize("gate", ["ruff check", "ruff format --check", "mypy --strict", "pytest"])
def test_the_second_command_runs_every_gate(gate: str) -> None:
    assert f" .venv/bin/{gate}" in TEST


def test_the_settings_shown_can_be_set(tmp_path: Path) -> None:
    (shown,) = (text for kind, text in BLOCKS if kind == "toml")
    path = tmp_path / "casualties.toml"
    path.write_text(shown, "utf-8")
    (tmp_path / "known.json").write_text('{"version": 1, "findings": []}')
    assert CliRunner().invoke(main, ["config", "--config", str(path)]).exit_code == 0


def test_the_hook_and_the_action_shown_are_there() -> None:
    shown = [yaml.safe_load(text) for kind, text in BLOCKS if kind == "yaml"]
    (hook,) = (repo["hooks"][0] for repo in shown[0]["repos"])
    (kept,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert hook["id"] == kept["id"]
    (step,) = shown[1]
    path, _ = step["uses"].split("@")
    action = ROOT / path.split("/", 2)[2] / "action.yml"
    assert set(step["with"]) <= set(yaml.safe_load(action.read_text())["inputs"])


def test_it_fits_on_two_screens() -> None:
    assert TEXT.count("\n") <= 155
