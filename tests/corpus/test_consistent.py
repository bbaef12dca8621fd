"""Consistent copy raises no error, and the changes that are given for it do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import casualties
from casualties.model import Severity

_CASE = re.compile(
    r"^== (?P<name>.+)\n(?P<text>(?s:.+?))(?:\n--\n(?P<changes>.+(?:\n\".+)*))?\n*\Z"
)
_CHANGE = re.compile(r'"(?P<old>.+)" -> "(?P<new>.+)"')


def read() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Name, text and changes of each case."""
    lines = Path(__file__).with_name("consistent.txt").read_text("utf-8").splitlines()
    written = "\n".join(line for line in lines if not line.startswith("#"))
    cases = []
    for block in re.split(r"^(?=== )", written, flags=re.MULTILINE)[1:]:
        match = _CASE.match(block)
        if match is None:
            raise ValueError(f"no case: {block}")
        changes = [(m["old"], m["new"]) for m in _CHANGE.finditer(match["changes"] or "")]
        cases.append((match["name"], f"{match['text'].strip()}\n", changes))
    return cases


CASES = read()


def errors(text: str) -> list[str]:
    """The errors of an article, a line each."""
    return [str(f) for f in casualties.check(text).findings if f.severity is Severity.ERROR]


@pytest.mark.parametrize(("name", "text", "changes"), CASES, ids=[name for name, _, _ in CASES])
def test_consistent(name: str, text: str, changes: list[tuple[str, str]]) -> None:
    assert errors(text) == []
    for old, new in changes:
        assert text.count(old) == 1, f"{name}: these words do not stand once: {old}"
        assert errors(text.replace(old, new)), f"{name}: no error with {new}"
