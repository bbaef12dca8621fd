"""What ``casualties rule --format json`` prints: one object, as ``rules_schema`` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.records import SCHEMA_VERSION, explanation_record, json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casualties.model import Explanation

__all__ = ["render"]


def render(explanations: Sequence[Explanation]) -> str:
    """The rules as one JSON object, one rule or all of them."""
    rules = [explanation_record(each) for each in explanations]
    return json_text({"schema_version": SCHEMA_VERSION, "rules": rules}, indent=2)
