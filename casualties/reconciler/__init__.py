"""Holds the figures of a document against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from casualties.model import (
    DEFAULT_CONVENTIONS,
    Conventions,
    Document,
    Explanation,
    Figures,
    Finding,
    LineItem,
    Reconciliation,
    Severity,
    Verdict,
)
from casualties.reconciler.as_one import join, restore
from casualties.reconciler.findings import find_findings
from casualties.reconciler.incidents import find_incidents
from casualties.reconciler.line_items import find_line_items
from casualties.reconciler.rules import RULES
from casualties.reconciler.totals import find_totals
from casualties.records import replace

__all__ = ["EXPLANATIONS", "join", "judge", "reconcile", "restore"]

EXPLANATIONS: tuple[Explanation, ...] = tuple(rule.explanation for rule in RULES)
"""What the rules say of themselves, by code."""


def reconcile(
    document: Document, figures: Figures, conventions: Conventions = DEFAULT_CONVENTIONS
) -> Reconciliation:
    """The line items, totals and findings of a document's figures; the same for any order of them.

    The document is read only for what stands between figures, as in "12 men and nine women".
    """
    in_order = sorted(figures, key=lambda figure: (figure.start, figure.end))
    ordered = Figures(in_order, figures.unread)
    line_items = find_line_items(ordered)
    incidents = find_incidents(document, ordered, line_items)
    place_of = {figure.id: place for place, figure in enumerate(ordered)}
    findings = sorted(
        find_findings(line_items, incidents),
        key=lambda finding: (place_of[finding.figures[0].id], finding.code),
    )
    return Reconciliation(
        document=document,
        figures=figures,
        line_items=judge(line_items, findings),
        totals=find_totals(incidents, with_attackers=conventions.attackers_in_totals),
        findings=tuple(findings),
    )


def judge(line_items: Iterable[LineItem], findings: Iterable[Finding]) -> tuple[LineItem, ...]:
    """The line items with the verdicts that follow from the findings."""
    severities: dict[str, set[Severity]] = defaultdict(set)
    for finding in findings:
        for figure in finding.figures:
            severities[figure.id].add(finding.severity)
    return tuple(
        _with_verdict(item, {s for f in item.figures for s in severities.get(f.id, ())})
        for item in line_items
    )


def _with_verdict(item: LineItem, severities: set[Severity]) -> LineItem:
    """The line item with what findings of these severities, on its figures, make of it."""
    verdict = Verdict.CONSISTENT
    if Severity.ERROR in severities:
        verdict = Verdict.CONTRADICTION
    elif Severity.WARNING in severities:
        verdict = Verdict.WARNING
    return item if item.verdict is verdict else replace(item, verdict=verdict)
