"""The codes without which a pattern matches nothing, so that it need not be tried."""

from __future__ import annotations

import regex

from casualties.patterns import pattern

__all__ = ["necessary_codes"]

_ITEM = pattern(
    r"""
    (?: (?P<group>\((?:\[[^\]]*\]|\\.|[^()\[\]\\]|(?&group))*\))
      | \[(?P<codes>[^\]]*)\]
      | (?P<code>\\?.)
    )
    (?P<times>[?*+]|\{[^}]*\})?[?+]?
    """,
    regex.VERBOSE,
)
_OPENING = pattern(r"\((?:\?P<\w+>|\?:)?")


def necessary_codes(pattern: str) -> list[frozenset[str]]:
    """Sets of codes of each of which every match has one, in turn, as far as the pattern shows.

    >>> [sorted(codes) for codes in necessary_codes("(?P<harm>[kK]|t(?!w))a?,{0,2}o[DQ]")]
    [['K', 'k', 't'], ['o'], ['D', 'Q']]
    """
    ways: list[list[frozenset[str]]] = [[]]
    for item in _ITEM.finditer(pattern):
        code, codes, times = item["code"], item["codes"], item["times"] or ""
        if code == "|":
            ways.append([])
        elif times.startswith(("?", "*", "{0")) or (code and code in "^$."):
            continue
        elif code:
            ways[-1].append(frozenset(code[-1]))
        elif codes:
            ways[-1] += [frozenset(codes)] if codes[0] != "^" else []
        elif not item["group"].startswith(("(?=", "(?!", "(?<")):
            ways[-1] += necessary_codes(_OPENING.sub("", item["group"][:-1], count=1))
    if len(ways) == 1:
        return ways[0]
    return [frozenset().union(*(min(way, key=len) for way in ways))] if all(ways) else []
