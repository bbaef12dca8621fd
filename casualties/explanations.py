"""Rules by the code or name that somebody typed."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casualties.model import Explanation

__all__ = ["UnknownRuleError", "find_rule"]

_LEAST_ALIKE = 0.5


class UnknownRuleError(ValueError):
    """There is no such rule; the message is one sentence that names the nearest."""


def find_rule(asked: str, rules: Sequence[Explanation]) -> Explanation:
    """The rule of this code or name, in capitals or not.

    Raises:
        UnknownRuleError: if there is none.
    """
    named = {key: rule for rule in rules for key in (rule.code.lower(), rule.name)}
    key = asked.strip().lower()
    if key in named:
        return named[key]
    near = difflib.get_close_matches(key, named, cutoff=_LEAST_ALIKE)
    nearest = dict.fromkeys(f"{named[each].code} {named[each].name}" for each in near)
    hint = f"did you mean {' or '.join(nearest)}?" if nearest else "see casualties rule --all."
    raise UnknownRuleError(f'there is no rule "{asked.strip()}": {hint}')
