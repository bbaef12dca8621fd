"""The sections of a round-up: which of its passages tell of an incident of their own."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from casualties.extractors.times import MONTHS
from casualties.lexicon import load
from casualties.model import Kind, Passage

__all__ = ["find_sections"]

_WORDS = load("events")
_MONTH = "|".join(sorted(MONTHS))
# "TULA. Two men", as a wire heads its paragraphs, and "Tel Marif: Two men", as monitors do.
_HEADED = regex.compile(r"([A-Z][A-Z' -]{2,30})\.\s+[A-Z]")
_PLACED = regex.compile(
    r"(?:[-*•]\s+)?((?:[A-Z][\w'’-]+ (?:of |and |de |al )?){0,3}[A-Z][\w'’-]+(?: [a-z]+)?)"
    r"(?::| [–—-]{1,2})\s+\p{Lu}[^.]{40}"
)
_LOCATED = regex.compile(r"(?:On|At|In|Near|Outside|ON|AT|IN|NEAR) (?:the )?[A-Z\d]\w+")
_DAY = regex.compile(
    rf"(?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}})(?=(?:,? \d{{4}})?(?::| [–—-]))",
    regex.IGNORECASE,
)
_BRIEFS = frozenset(_WORDS["briefs"])
_TOLLS = frozenset(load("scopes")["old_nouns"])
_HEADINGS = frozenset(_WORDS["headings"]) | frozenset(_WORDS["days"]) | MONTHS
_LEAST = 3
_LABEL_WORDS = 4
_LONGEST_TITLE = 60


def find_sections(passages: Sequence[Passage]) -> dict[int, str]:
    """The events of a round-up's sections, by the numbers of their passages.

    A round-up is three or more paragraphs headed by a place, or as many list items of which two
    or more open with a place. Its first section is the document's own event.
    """
    return dict(
        _briefs(passages)
        or _headed(passages)
        or _placed(passages)
        or _dated(passages)
        or _listed(passages)
    )


def _briefs(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """Short reports under one headline, "Police briefs", each with a title where they have them."""
    if not passages or _BRIEFS.isdisjoint(passages[0].text.lower().split()):
        return []
    titled = [p for p in passages[1:] if len(p.text) <= _LONGEST_TITLE and p.text[-1].isalnum()]
    openings = titled if len(titled) >= _LEAST - 1 else passages[1:]
    labels = {p.number: _label(p) for p in openings}
    sections, label = [], ""
    for passage in passages[1:]:
        label = labels.get(passage.number, label)
        if label:
            sections.append((passage.number, label))
    return sections


def _dated(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """The paragraphs headed by a day: "April 2: Three men were shot"; tolls by the day are none."""
    dated = [(p.number, m[0].lower()) for p in passages if (m := _DAY.match(p.text))]
    words = {word for p in passages for word in p.text.lower().split()}
    return dated if len(dated) >= _LEAST and _TOLLS.isdisjoint(words) else []


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
