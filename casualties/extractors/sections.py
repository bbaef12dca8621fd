"""The sections of a round-up: which of its passages tell of an incident of their own."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from casualties.extractors.times import MONTHS
from casualties.lexicon import load
from casualties.model import Kind, Passage

__all__ = ["find_sections"]

_WORDS = load("events")
# "TULA. Two men", as a wire heads its paragraphs, and "Tel Marif: Two men", as monitors do.
_HEADED = regex.compile(r"([A-Z][A-Z' -]{2,30})\.\s+[A-Z]")
_PLACED = regex.compile(
    r"(?:[-*•]\s+)?((?:[A-Z][\w'’-]+ (?:of |and |de |al )?){0,3}[A-Z][\w'’-]+(?: [a-z]+)?)"
    r"(?::| [–—-]{1,2})\s+\p{Lu}[^.]{40}"
)
_LOCATED = regex.compile(r"(?:On|At|In|Near|Outside) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*")
# "A string of shootings": the lead's sum is the document's own, and each incident an event
_SERIES = regex.compile("|".join(_WORDS["series"]), regex.IGNORECASE)
_OPENED = regex.compile("|".join(_WORDS["opens_an_incident"]))
_HEADINGS = frozenset(_WORDS["headings"]) | frozenset(_WORDS["days"]) | MONTHS
_LEAD = 3
_LEAST = 3
_LABEL_WORDS = 4


def find_sections(passages: Sequence[Passage]) -> dict[int, str]:
    """The events of a round-up's sections, by the numbers of their passages.

    A round-up is three or more paragraphs headed by a place, or as many list items of which two
    or more open with a place. Its first section is the document's own event. Under a lead that
    sums up a series of incidents, each paragraph that opens one is an event of its own.
    """
    opened = [p for p in passages if p.kind is Kind.PARAGRAPH and _OPENED.match(p.text)]
    if len(opened) >= _LEAST and any(_SERIES.search(p.text) for p in passages[:_LEAD]):
        return {p.number: _label(p) for p in opened}
    return dict(_headed(passages) or _placed(passages) or _listed(passages))


def _headed(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    headed = [(p.number, m[1].lower()) for p in passages if (m := _HEADED.match(p.text))]
    return headed if len(headed) >= _LEAST else []


def _placed(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """The paragraphs headed by a place and a colon: "Tel Marif: Two men were shot"."""
    placed = [(p.number, m[1].lower()) for p in passages if (m := _PLACED.match(p.text))]
    heads = {word for _, head in placed for word in head.split()}
    return placed if len(placed) >= _LEAST and _HEADINGS.isdisjoint(heads) else []


def _listed(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    items = [p for p in passages if p.kind is Kind.LIST]
    located = [p for p in items if _LOCATED.match(p.text)]
    is_round_up = len(items) >= _LEAST and len(located) >= _LEAST - 1
    return [(p.number, _label(p)) for p in items] if is_round_up else []


def _label(passage: Passage) -> str:
    return " ".join(passage.text.split()[:_LABEL_WORDS]).lower()
