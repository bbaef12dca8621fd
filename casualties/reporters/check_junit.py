"""The report of ``casualties check --format junit``: XML that test dashboards show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from casualties.reporters.places import file_of
from casualties.reporters.printable import COMMAND, one_line
from casualties.reporters.report import View
from casualties.reporters.wording import finding_block, title

if TYPE_CHECKING:
    import regex

    from casualties.model import Finding, Reconciliation

__all__ = ["Report"]

_OPENING = '<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="casualties">\n'
"""How many tests there are is not known yet: the suites say so."""

_NO_XML = re.compile("[\ufffe\uffff]")
"""What XML cannot hold, beside the control characters that no report sends."""


class Report:
    """A suite for each document, and in it a test for each finding.

    One that does not fail the run passes, and tells its finding; a document without findings is a
    test that passes.
    """

    def __init__(self, view: View = View()) -> None:
        self._root, self.fail_on = view.root, "error"
        self._opening = _OPENING

    def add(self, item: Reconciliation) -> str:
        path = item.document.path
        name = _text(title(item)) if path is None else self._file(path)
        failures = sum(finding.severity.fails(self.fail_on) for finding in item.findings)
        suite = ET.Element("testsuite", _counts(name, max(1, len(item.findings)), failures))
        for finding in item.findings:
            suite.append(self._case(finding))
        if not item.findings:
            ET.SubElement(suite, "testcase", classname=name, name="no findings")
        return self._written(suite)

    def fail(self, why: str, path: str | None) -> str:
        """A suite of one test with an error."""
        suite = ET.Element("testsuite", _counts("casualties", 1, 0) | {"errors": "1"})
        case = ET.SubElement(suite, "testcase", classname="casualties", name="could not be read")
        ET.SubElement(case, "error", message=_text(one_line(why)))
        return self._written(suite)

    def _written(self, suite: ET.Element) -> str:
        ET.indent(suite, level=1)
        opening, self._opening = self._opening, ""
        text = COMMAND.sub(_referred_to, ET.tostring(suite, encoding="unicode"))
        return f"{opening}  {text}\n"

    def end(self) -> str:
        return f"{self._opening}</testsuites>\n"

    def _case(self, finding: Finding) -> ET.Element:
        file = self._file(finding.place.path)
        case = ET.Element(
            "testcase",
            classname=file,
            name=f"{finding.code} {finding.name} {finding.line}:{finding.column}",
            file=file,
            line=str(finding.line),
        )
        told = ET.SubElement(case, "system-out")
        if finding.severity.fails(self.fail_on):
            told.tag = "failure"
            told.attrib = {"type": finding.code, "message": _text(one_line(finding.message))}
        told.text = _text(finding_block(finding))
        return case

    def _file(self, path: str | None) -> str:
        return _text(one_line(file_of(path, self._root)))


def _counts(name: str, tests: int, failures: int) -> dict[str, str]:
    counts = {"tests": tests, "failures": failures, "errors": 0, "skipped": 0}
    return {"name": name} | {key: str(count) for key, count in counts.items()}


def _referred_to(command: regex.Match[str]) -> str:
    """The same words for whoever reads XML, and none that the runner of a job would obey."""
    return "&#35;" if command[0] == "#" else f"{command['blanks']}&#58;"


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
