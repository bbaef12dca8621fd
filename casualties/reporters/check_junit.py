"""The report of ``casualties check --format junit``: XML that test dashboards show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from casualties.reporters.places import file_of
from casualties.reporters.printable import one_line
from casualties.reporters.report import View
from casualties.reporters.wording import finding_block, title

if TYPE_CHECKING:
    from casualties.model import Finding, Reconciliation

__all__ = ["Report"]

_NO_XML = re.compile("[\ufffe\uffff]")
"""What XML cannot hold, beside the control characters that no report sends."""


class Report:
    """A suite for each document, and in it a test that fails for each finding.

    A document without findings is a test that passes.
    """

    def __init__(self, view: View = View()) -> None:
        self._root = view.root
        self._suites: list[str] = []
        self._tests = self._failures = 0

    def add(self, item: Reconciliation) -> str:
        """Keep the suite: how many tests there are stands before the first."""
        path = item.document.path
        name = _text(title(item)) if path is None else self._file(path)
        tests, failures = max(1, len(item.findings)), len(item.findings)
        self._tests += tests
        self._failures += failures
        suite = ET.Element("testsuite", _counts(name, tests, failures))
        for finding in item.findings:
            suite.append(self._failed(finding))
        if not item.findings:
            ET.SubElement(suite, "testcase", classname=name, name="no findings")
        ET.indent(suite, level=1)
        self._suites.append(f"  {ET.tostring(suite, encoding='unicode')}\n")
        return ""

    def end(self) -> str:
        root = ET.Element("testsuites", _counts("casualties", self._tests, self._failures))
        root.text = "\n"
        opening, closing = ET.tostring(root, encoding="unicode").splitlines()
        suites = "".join(self._suites)
        return f'<?xml version="1.0" encoding="utf-8"?>\n{opening}\n{suites}{closing}\n'

    def _failed(self, finding: Finding) -> ET.Element:
        file = self._file(finding.place.path)
        case = ET.Element(
            "testcase",
            classname=file,
            name=f"{finding.code} {finding.name} {finding.line}:{finding.column}",
            file=file,
            line=str(finding.line),
        )
        failure = ET.SubElement(
            case, "failure", type=finding.code, message=_text(one_line(finding.message))
        )
        failure.text = _text(finding_block(finding))
        return case

    def _file(self, path: str | None) -> str:
        return _text(one_line(file_of(path, self._root)))


def _counts(name: str, tests: int, failures: int) -> dict[str, str]:
    counts = {"tests": tests, "failures": failures, "errors": 0, "skipped": 0}
    return {"name": name} | {key: str(count) for key, count in counts.items()}


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
