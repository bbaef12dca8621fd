"""Rules by the code or name that somebody typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casualties.model import Explanation

__all__ = ["UnknownRuleError", "find_rule", "find_rules"]

_LEAST_ALIKE = 0.5
_FAMILY = re.compile(r"CAS\d{0,2}", re.IGNORECASE)


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
    import difflib  # noqa: PLC0415 - for a slip alone

    near = difflib.get_close_matches(key, named, cutoff=_LEAST_ALIKE)
    nearest = dict.fromkeys(f"{named[each].code} {named[each].name}" for each in near)
    hint = f"did you mean {' or '.join(nearest)}?" if nearest else "see casualties rule --all."
    raise UnknownRuleError(f'there is no rule "{asked.strip()}": {hint}')


def find_rules(asked: str, rules: Sequence[Explanation]) -> list[Explanation]:
    """The rule of this code or name, or all whose codes begin so: ``CAS1``.

    Raises:
        UnknownRuleError: if there is none.
    """
    asked = asked.strip()
    if _FAMILY.fullmatch(asked):
        family = [rule for rule in rules if rule.code.startswith(asked.upper())]
        if family:
            return family
    return [find_rule(asked, rules)]
