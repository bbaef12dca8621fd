"""The rules, one file each: what contradicts what."""

from __future__ import annotations

from casualties.reconciler.rules.casualties_mismatch import casualties_mismatch
from casualties.reconciler.rules.conflicting_bounds import conflicting_bounds
from casualties.reconciler.rules.contradictory_figures import contradictory_figures
from casualties.reconciler.rules.disputed_figure import disputed_figure
from casualties.reconciler.rules.inconsistent_qualifier import inconsistent_qualifier
from casualties.reconciler.rules.part_exceeds_total import part_exceeds_total
from casualties.reconciler.rules.parts_do_not_add_up import parts_do_not_add_up
from casualties.reconciler.rules.parts_exceed_total import parts_exceed_total
from casualties.reconciler.rules.rule import LineItemRule, SumRule
from casualties.reconciler.rules.toll_arithmetic import toll_arithmetic
from casualties.reconciler.rules.weaker_bound import weaker_bound

__all__ = ["LINE_ITEM_RULES", "RULES", "SUM_RULES"]

LINE_ITEM_RULES: tuple[LineItemRule, ...] = (
    contradictory_figures,
    conflicting_bounds,
    inconsistent_qualifier,
    disputed_figure,
    weaker_bound,
)
"""The rules for two figures of one line item, by code."""

SUM_RULES: tuple[SumRule, ...] = (
    part_exceeds_total,
    parts_exceed_total,
    parts_do_not_add_up,
    toll_arithmetic,
    casualties_mismatch,
)
"""The rules of arithmetic across one event, by code."""

RULES: tuple[LineItemRule | SumRule, ...] = (*LINE_ITEM_RULES, *SUM_RULES)
"""All rules, by code."""
