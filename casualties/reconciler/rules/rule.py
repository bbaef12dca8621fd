"""What a rule is, and the decorators that make one of a function."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Generic, TypeAlias, TypeVar

from casualties.model import Case, Explanation, Figure, LineItem, Severity
from casualties.reconciler.incidents import Incident
from casualties.records import dataclass

__all__ = ["Breach", "LineItemRule", "Rule", "SumRule", "rule"]


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
    ``look`` says where to look first; where it is None, the figures tell. ``advice`` says what
    would mend the copy. In both, ``{0}`` and ``{1}`` are the words alone.
    ``is_ordered`` where the first figure of each pair is always the one to look at.
    """

    explanation: Explanation
    message: str
    look: str | None
    advice: str
    is_ordered: bool
    find: Callable[[Subject], Iterator[Found]]

    @property
    def code(self) -> str:
        """The code, which no other rule has ever had."""
        return self.explanation.code

    @property
    def name(self) -> str:
        """The name, the function's with hyphens."""
        return self.explanation.name

    @property
    def severity(self) -> Severity:
        """How grave it is to break the rule."""
        return self.explanation.severity


LineItemRule: TypeAlias = Rule[LineItem, tuple[Figure, Figure]]
SumRule: TypeAlias = Rule[Incident, Breach]


def rule(  # noqa: PLR0913 - a rule has that many things to say for itself
    code: str,
    severity: Severity,
    message: str,
    *,
    look: str | None = None,
    advice: str,
    is_ordered: bool = False,
    flags: list[Case],
    passes: list[Case],
) -> Callable[[Callable[[Subject], Iterator[Found]]], Rule[Subject, Found]]:
    """Makes a rule of a function that yields what breaks it.

    The function's name is the rule's, and the paragraphs of its docstring say what breaks it, why
    that matters and what mends the copy. ``flags`` are texts that break the rule, ``passes`` near
    misses that do not.
    """

    def make(find: Callable[[Subject], Iterator[Found]]) -> Rule[Subject, Found]:
        what, _, rest = inspect.cleandoc(find.__doc__ or "").partition("\n\n")
        why, _, mend = rest.partition("\n\n")
        explanation = Explanation(
            code=code,
            name=find.__name__.replace("_", "-"),
            severity=severity,
            what=_unwrapped(what),
            why=_unwrapped(why),
            mend=_unwrapped(mend),
            flags=tuple(flags),
            passes=tuple(passes),
        )
        return Rule(explanation, message, look, advice, is_ordered, find)

    return make


def _unwrapped(paragraph: str) -> str:
    return " ".join(paragraph.split())
