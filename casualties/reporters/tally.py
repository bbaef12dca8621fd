"""How many of each a run has found."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import TYPE_CHECKING

from casualties.model import Severity
from casualties.records import dataclass
from casualties.reporters.report import View
from casualties.reporters.wording import count, count_left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casualties.model import Reconciliation

__all__ = ["Tally", "statistics_lines"]


@dataclass(slots=True)
class Tally:
    """Counts over all documents so far; ``rules`` are by code, name and severity."""

    documents: int = 0
    figures: int = 0
    unread: int = 0
    skipped: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    rules: Counter[tuple[str, str, Severity]] = field(default_factory=Counter)

    @property
    def findings(self) -> int:
        """All findings."""
        return self.severities.total()

    def add(self, item: Reconciliation) -> None:
        """Count what was found in one more document."""
        self.documents += 1
        self.figures += len(item.figures)
        self.unread += len(item.figures.unread)
        self.skipped += len(item.document.dropped)
        self.severities.update(each.severity for each in item.findings)
        self.rules.update((each.code, each.name, each.severity) for each in item.findings)

    def summary(self, view: View = View()) -> str:
        """All in one line, with the option that lists what the view does not."""
        infos = self.severities[Severity.INFO]
        found = [
            count(self.severities[Severity.ERROR], "error"),
            count(self.severities[Severity.WARNING], "warning"),
            *([f"{infos} info"] if infos else []),
        ]
        summary = (
            f"{count(self.documents, 'document')}, {count(self.figures, 'figure')}: "
            + ", ".join(found)
        )
        return "; ".join([summary, *count_left_out(self.unread, self.skipped, view)])


def statistics_lines(tally: Tally) -> Iterator[str]:
    """A line for each rule with findings, the most frequent first, then by code."""
    widest = max((len(str(number)) for number in tally.rules.values()), default=0)
    ranked = sorted(tally.rules.items(), key=lambda entry: (-entry[1], entry[0]))
    for (code, name, severity), number in ranked:
        yield f"{number:>{widest}}  {code}  {name} ({severity})"
