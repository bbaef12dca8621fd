"""Which findings count: rules that are selected, how grave they are, what is known or unchanged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casualties.explanations import find_rules
from casualties.model import Severity
from casualties.pipeline import explain, with_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casualties.baseline import Baseline
    from casualties.changes import Changes
    from casualties.config import Config, FailOn
    from casualties.model import Finding, Reconciliation

__all__ = ["Gate", "fails"]

_GRAVE_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Gate:
    """What every document of a run has to pass."""

    baseline: Baseline | None = None
    changes: Changes | None = None

    def let_pass(
        self, checked: Reconciliation, config: Config, paths: Iterable[str | None]
    ) -> Reconciliation:
        """The reconciliation with the findings that count; ``paths`` are what it was read from."""
        findings = list(_selected(checked.findings, config))
        if self.baseline is not None:
            findings = self.baseline.new(findings, paths)
        if self.changes is not None:
            findings = self.changes.in_part(findings)
        return checked if findings == list(checked.findings) else with_findings(checked, findings)


def fails(checked: Reconciliation, fail_on: FailOn) -> bool:
    """Whether there is a finding as grave as that or graver."""
    if fail_on == "never":
        return False
    grave = _GRAVE_FIRST[: _GRAVE_FIRST.index(Severity(fail_on)) + 1]
    return any(finding.severity in grave for finding in checked.findings)


def _selected(findings: Iterable[Finding], config: Config) -> Iterator[Finding]:
    """The findings of the rules that are selected, with the severities that are set."""
    if not (config.select or config.ignore or config.severity):
        yield from findings
        return
    selected, ignored = _codes(config.select), _codes(config.ignore)
    severities = {
        code: severity for name, severity in config.severity.items() for code in _codes([name])
    }
    for finding in findings:
        if finding.code not in ignored and (not selected or finding.code in selected):
            yield replace(finding, severity=severities.get(finding.code, finding.severity))


def _codes(names: Iterable[str]) -> set[str]:
    rules = explain()
    return {rule.code for name in names for rule in find_rules(name, rules)}
