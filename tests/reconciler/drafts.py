"""Figures made by hand: only what the test is about is said, the rest follows.

``claim("at least 40")`` is 40 or more people killed, in a paragraph of its own; ``reconciled`` puts
the claims into one text, in the order in which they are given.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from casualties.model import (
    Document,
    Figure,
    Figures,
    Kind,
    Outcome,
    Passage,
    Qualifier,
    Reconciliation,
    Scope,
)
from casualties.ranges import Range
from casualties.reconciler import reconcile

WORDINGS: dict[str, tuple[Qualifier, Callable[[int], Range]]] = {
    "at least": (Qualifier.AT_LEAST, lambda n: Range(n, None)),
    "more than": (Qualifier.MORE_THAN, lambda n: Range(n + 1, None)),
    "up to": (Qualifier.AT_MOST, lambda n: Range(0, n)),
    "fewer than": (Qualifier.FEWER_THAN, lambda n: Range(0, n - 1)),
    "about": (Qualifier.ABOUT, Range.about),
    "nearly": (Qualifier.NEARLY, Range.nearly),
    "just over": (Qualifier.JUST_OVER, Range.just_over),
    "": (Qualifier.EXACT, Range.exactly),
}
VAGUE = {"dozens": Range(24, None), "hundreds": Range(200, None), "several": Range(3, 19)}
LOOSE = {"a dozen": 12, "two dozen": 24, "a hundred": 100}


def claim(
    words: str,
    *,
    population: str = "people",
    outcome: Outcome = Outcome.KILLED,
    scope: Scope = Scope.TOTAL,
    event: str = "main",
    source: str | None = None,
    passage: Kind = Kind.PARAGRAPH,
    paragraph: int = 0,
    sentence: str = "",
) -> Figure:
    """A figure of the words, which are a number in digits, or a vague word, with a qualifier."""
    qualifier, size, number = _read(words)
    return Figure(
        id="",
        path=None,
        outcome=outcome,
        range=size,
        qualifier=qualifier,
        number=number,
        population=population,
        scope=scope,
        event=event,
        source=source,
        text=words,
        start=0,
        end=0,
        line=0,
        column=1,
        passage=passage,
        paragraph=paragraph,
        sentence=sentence,
    )


def _read(words: str) -> tuple[Qualifier, Range, int | None]:
    if words == "none":
        return Qualifier.NONE, Range.exactly(0), 0
    if words in VAGUE:
        return Qualifier.VAGUE, VAGUE[words], None
    for start, (qualifier, range_of) in WORDINGS.items():
        if words.startswith(start):
            count_ = words.removeprefix(start).strip()
            number = LOOSE[count_] if count_ in LOOSE else int(count_.replace(",", ""))
            return qualifier, range_of(number), number
    raise ValueError(words)


def placed(*claims: Figure) -> tuple[Document, Figures]:
    """The claims in one text, each in a paragraph of its own unless it says which.

    A claim with a ``sentence`` stands in it, and in the paragraph of the claim before it if that
    has the same sentence.
    """
    figures: list[Figure] = []
    passages: list[Passage] = []
    text, serial = "", count(1)
    sentence, start = "", 0
    for draft in claims:
        words = draft.sentence or f"{draft.text} ({next(serial)})"
        if words != sentence:
            sentence, start = words, len(text)
            passages.append(Passage(draft.passage, len(passages) + 1, start, words))
            text += words + "\n\n"
        after = figures[-1].end if figures and figures[-1].start >= start else start
        place = text.index(draft.text, after)
        figures.append(
            replace(
                draft,
                id=f"f{len(figures) + 1}",
                start=place,
                end=place + len(draft.text),
                line=2 * len(passages) - 1,
                column=place - start + 1,
                paragraph=draft.paragraph or len(passages),
                sentence=words,
            )
        )
    return Document(None, text, tuple(passages)), Figures(figures)


def reconciled(*claims: Figure) -> Reconciliation:
    return reconcile(*placed(*claims))


def codes(*claims: Figure) -> list[str]:
    return [finding.code for finding in reconciled(*claims).findings]


def totals(*claims: Figure) -> list[tuple[str, int]]:
    """The total of each outcome, as its range and number."""
    return [(str(total.range), total.number) for total in reconciled(*claims).totals]
