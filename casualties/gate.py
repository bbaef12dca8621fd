"""Which findings count: rules that are selected, how grave they are, what is known or unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.explanations import find_rules
from casualties.pipeline import explain, with_findings
from casualties.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casualties.baseline import Baseline
    from casualties.changes import Changes
    from casualties.config import Config, FailOn
    from casualties.model import Finding, Reconciliation

__all__ = ["Gate", "fails"]


@dataclass(frozen=True, slots=True)
class Gate:
    """What every document of a run has to pass."""

    changes: Changes | None = None

    def let_pass(
        self,
        checked: Reconciliation,
        config: Config,
        baseline: Baseline | None,
        paths: Iterable[str | None],
    ) -> Reconciliation:
        """The reconciliation with the findings that count; ``paths`` are what it was read from.

        Raises:
            ChangesError: if git cannot tell what has changed.
        """
        left_out = _left_out(config)
        findings = list(_selected(checked.findings, config, left_out))
        if baseline is not None:
            findings = baseline.new(findings, paths, left_out)
        if self.changes is not None:
            findings = self.changes.in_part(findings)
        return checked if findings == list(checked.findings) else with_findings(checked, findings)


def fails(checked: Reconciliation, fail_on: FailOn) -> bool:
    """Whether there is a finding as grave as that or graver."""
    return any(finding.severity.fails(fail_on) for finding in checked.findings)


def _selected(findings: Iterable[Finding], config: Config, left_out: set[str]) -> Iterator[Finding]:
    """The findings of the rules that are not left out, with the severities that are set."""
    severities = {
        code: severity for name, severity in config.severity.items() for code in _codes([name])
    }
    for finding in findings:
        if finding.code not in left_out:
            yield replace(finding, severity=severities.get(finding.code, finding.severity))


def _left_out(config: Config) -> set[str]:
    """The codes of the rules that are not reported."""
    if not (config.select or config.ignore):
        return set()
    selected, ignored = _codes(config.select), _codes(config.ignore)
    return {
        rule.code
        for rule in explain()
        if rule.code in ignored or (selected and rule.code not in selected)
    }


def _codes(names: Iterable[str]) -> set[str]:
    rules = explain()
    return {rule.code for name in names for rule in find_rules(name, rules)}
