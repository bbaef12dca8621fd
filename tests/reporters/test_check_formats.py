"""What holds for ``casualties check`` in every format."""

import importlib
import json

import pytest

from casualties.model import Reconciliation
from casualties.pipeline import explain
from casualties.reporters.places import Root
from casualties.reporters.report import Report, View, render
from tests.records import FINDING, HOSTILE, INJURED, STALE, as_one, hostile, reconciliation

VIEW = View(rules=explain(), version="1.2.3", root=Root("/news"))
FORMATS = "text concise json jsonl csv markdown github gitlab junit sarif rdjson".split()


def report(format_: str) -> Report[Reconciliation]:
    made: Report[Reconciliation] = importlib.import_module(
        f"casualties.reporters.check_{format_}"
    ).Report(VIEW)
    return made


@pytest.mark.parametrize("path", [f"a{HOSTILE}.txt", "-", None])
@pytest.mark.parametrize("format_", FORMATS)
def test_what_the_article_smuggles_in_is_not_sent(format_: str, path: str | None) -> None:
    text = render(report(format_), [hostile(path)])
    text.encode()  # fails on a lone surrogate
    assert not set(text) & set("\x1b\x00\x9b\u202e\r")


@pytest.mark.parametrize("format_", FORMATS)
def test_pieces_make_the_report_and_no_report_is_shared(format_: str) -> None:
    checked = [reconciliation(INJURED, STALE, findings=(FINDING,)), as_one()]
    assert render(report(format_), checked) == render(report(format_), checked)


@pytest.mark.parametrize("format_", ["json", "gitlab", "rdjson", "sarif"])
@pytest.mark.parametrize("documents", [0, 1, 3])
def test_one_json_value_ends_with_a_newline(format_: str, documents: int) -> None:
    text = render(report(format_), [as_one()] * documents)
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"
