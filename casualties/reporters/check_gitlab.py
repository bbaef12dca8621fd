"""The report of ``casualties check --format gitlab``: a Code Quality report, as GitLab takes it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from casualties.model import Severity
from casualties.reporters.identities import Identities
from casualties.reporters.json_array import JsonArray
from casualties.reporters.places import file_of
from casualties.reporters.printable import one_line, show_controls
from casualties.reporters.report import View

if TYPE_CHECKING:
    from casualties.model import Finding, Reconciliation

__all__ = ["Report"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class Report:
    """The findings of all documents as one JSON array."""

    def __init__(self, view: View = View()) -> None:
        self._root = view.root
        self._array = JsonArray([])

    def add(self, item: Reconciliation) -> str:
        identities = Identities()
        records = (self._record(finding, identities) for finding in item.findings)
        return "".join(map(self._array.item, records))

    def end(self) -> str:
        return self._array.end()

    def _record(self, finding: Finding, identities: Identities) -> dict[str, object]:
        file = show_controls(file_of(finding.place.path, self._root))
        # GitLab knows a finding by this alone, in whatever file: the file is part of it.
        identity = f"{file}\0{identities.next(file, finding)}"
        return {
            "description": f"{finding.code} {finding.name}: {one_line(finding.message)}",
            "check_name": finding.code,
            "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": file, "lines": {"begin": finding.line}},
        }
