"""What a rule is, and the decorators that make one of a function."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from casualties.model import Figure, LineItem, Severity
from casualties.reconciler.incidents import Incident

__all__ = ["Breach", "Case", "LineItemRule", "Rule", "SumRule", "rule"]

Case: TypeAlias = tuple[str, ...]
"""The paragraphs of a small text; the first may be its headline."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A sum that does not come out, led by the ``leads`` figures that say what it should give.

    ``working`` is the sum as one writes it: ``17 + 9 + 6 = 32``.
    """

    figures: tuple[Figure, ...]
    leads: int
    working: str = ""


Subject = TypeVar("Subject", LineItem, Incident)
Found = TypeVar("Found", tuple[Figure, Figure], Breach)


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject, Found]):
    """One way in which figures disagree.

    ``message`` is a template: ``{0}`` is the figure to look at, ``{1}`` the ones it disagrees with,
    ``{counted}`` what both count ("number killed"), ``{working}`` a sum.
    ``advice`` says where to look first; where it is empty, the figures tell.
    ``is_ordered`` where the first figure of each pair is always the one to look at.
    """

    code: str
    name: str
    severity: Severity
    message: str
    advice: str
    is_ordered: bool
    explanation: str
    flags: tuple[Case, ...]
    passes: tuple[Case, ...]
    find: Callable[[Subject], Iterator[Found]]


LineItemRule: TypeAlias = Rule[LineItem, tuple[Figure, Figure]]
SumRule: TypeAlias = Rule[Incident, Breach]


def rule(  # noqa: PLR0913 - a rule has that many things to say for itself
    code: str,
    severity: Severity,
    message: str,
    advice: str = "",
    *,
    is_ordered: bool = False,
    flags: list[Case],
    passes: list[Case],
) -> Callable[[Callable[[Subject], Iterator[Found]]], Rule[Subject, Found]]:
    """Makes a rule of a function that yields what breaks it.

    The function's name is the rule's, and its docstring the explanation. ``flags`` are texts that
    break the rule, ``passes`` near misses that do not.
    """

    def make(find: Callable[[Subject], Iterator[Found]]) -> Rule[Subject, Found]:
        return Rule(
            code=code,
            name=find.__name__.replace("_", "-"),
            severity=severity,
            message=message,
            advice=advice,
            is_ordered=is_ordered,
            explanation=inspect.cleandoc(find.__doc__ or ""),
            flags=tuple(flags),
            passes=tuple(passes),
            find=find,
        )

    return make
