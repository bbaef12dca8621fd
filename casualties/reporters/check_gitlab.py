"""The report of ``casualties check --format gitlab``: a Code Quality report, as GitLab takes it."""

from __future__ import annotations

import hashlib
from collections import Counter
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
_UNREAD = "could-not-be-read"


class Report:
    """The findings of all documents as one JSON array."""

    def __init__(self, view: View = View()) -> None:
        self._root = view.root
        self._array = JsonArray([])
        self._unread: Counter[str] = Counter()

    def add(self, item: Reconciliation) -> str:
        identities = Identities()
        records = (self._record(finding, identities) for finding in item.findings)
        return "".join(map(self._array.item, records))

    def fail(self, why: str, path: str | None) -> str:
        """An entry at the top of the file, with a name of its own in place of a rule's."""
        file = show_controls(file_of(path, self._root))
        self._unread[file] += 1
        identity = f"{file}\0{_UNREAD}:{self._unread[file]}"
        return self._array.item(
            {
                "description": one_line(why),
                "check_name": _UNREAD,
                "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
                "severity": _SEVERITIES[Severity.ERROR],
                "location": {"path": file, "lines": {"begin": 1}},
            }
        )

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
