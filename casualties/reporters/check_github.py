"""The report of ``casualties check --format github``: commands that annotate lines on GitHub."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from casualties.model import Severity
from casualties.reporters.places import file_of, region_of
from casualties.reporters.printable import show_controls
from casualties.reporters.report import View
from casualties.reporters.wording import advice, count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casualties.model import Finding, Reconciliation

__all__ = ["Report"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST = 10
"""How many annotations of one level GitHub shows of a step; it drops the others in silence."""

_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


class Report:
    """Errors, then warnings, then notices, as many as are shown, and a notice of how many more."""

    def __init__(self, view: View = View()) -> None:
        self._root = view.root
        self._found: Counter[Severity] = Counter()
        self._commands: dict[Severity, list[str]] = {severity: [] for severity in _COMMANDS}

    def add(self, item: Reconciliation) -> str:
        for finding in item.findings:
            self._found[finding.severity] += 1
            if self._found[finding.severity] <= _MOST:
                self._commands[finding.severity].append(self._command(finding))
        return ""

    def fail(self, why: str, path: str | None) -> str:
        """Keep it, as an error of no line."""
        self._found[Severity.ERROR] += 1
        if self._found[Severity.ERROR] <= _MOST:
            command = _written("error", {"title": "casualties"}, why)
            self._commands[Severity.ERROR].append(command)
        return ""

    def end(self) -> str:
        if max(self._found.values(), default=0) <= _MOST:
            return "".join(command for each in self._commands.values() for command in each)
        # The last word is a notice, and takes the place of one.
        shown = {Severity.ERROR: _MOST, Severity.WARNING: _MOST, Severity.INFO: _MOST - 1}
        left = [
            count(more, f"more {_COMMANDS[severity]}")
            for severity, most in shown.items()
            if (more := self._found[severity] - most) > 0
        ]
        message = (
            f"GitHub shows {_MOST} annotations of a level. Beside these, there are "
            f"{', '.join(left)}: --report markdown=FILE writes all of them to a file."
        )
        commands = [self._commands[severity][:most] for severity, most in shown.items()]
        commands.append([_written("notice", {"title": "casualties"}, message)])
        return "".join(command for each in commands for command in each)

    def _command(self, finding: Finding) -> str:
        region = region_of(finding)
        properties: dict[str, object] = {
            "file": file_of(finding.place.path, self._root),
            "line": region.line,
        }
        if region.end_line in {None, region.line}:
            properties["col"] = region.column
        if region.end_line is not None:
            properties["endLine"] = region.end_line
        if region.end_line == region.line:  # GitHub takes no columns across lines
            properties["endColumn"] = region.end_column
        properties["title"] = f"{finding.code} {finding.name}"
        return _written(_COMMANDS[finding.severity], properties, advice(finding))


def _written(command: str, properties: Mapping[str, object], message: str) -> str:
    listed = ",".join(
        f"{key}={_escaped(str(value), _IN_PROPERTIES)}" for key, value in properties.items()
    )
    return f"::{command} {listed}::{_escaped(message, _IN_MESSAGES)}\n"


def _escaped(text: str, escapes: Mapping[int, str]) -> str:
    return show_controls(text).translate(escapes)
