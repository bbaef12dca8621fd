"""What the steps of the cascade have made of one sentence, and what the ones before it told."""

from __future__ import annotations

from dataclasses import field

from casualties.extractors.chunks import Chunk
from casualties.extractors.tokens import Token
from casualties.extractors.words import find_topic
from casualties.model import Kind, Outcome, Scope
from casualties.records import dataclass

__all__ = ["QUANTITIES", "Analysis", "Antecedent", "Claim", "Discourse"]

QUANTITIES = frozenset("QNUFYlX")
"""The codes of numbers, whatever they count."""


_REMEMBERED = 200
_TOPICAL = (Kind.CORRECTION, Kind.PARAGRAPH)


@dataclass(slots=True)
class Claim:
    """A quantity that is a figure: chunk ``index``, its outcome, the scope where words give it.

    ``group`` numbers the lists of quantities that one harm word takes together; ``name`` says which
    construction or step made it, ``harm`` which chunk says what happened (-1: none).
    """

    index: int
    outcome: Outcome
    scope: Scope | None
    group: int
    name: str
    harm: int = -1


@dataclass(slots=True)
class Analysis:
    """One sentence: its tokens, chunks and their codes, and the claims found so far by chunk.

    ``texts`` are the texts of its tokens, ``vocabulary`` the set of them; ``quantities`` are the
    chunks that hold a number, with their places.
    """

    tokens: list[Token]
    chunks: list[Chunk]
    codes: str
    claims: dict[int, Claim] = field(default_factory=dict)
    kind: Kind = Kind.PARAGRAPH
    texts: list[str] = field(init=False)
    vocabulary: frozenset[str] = field(init=False)
    quantities: list[tuple[int, Chunk]] = field(init=False)

    def __post_init__(self) -> None:
        """Gather what the steps go through, once for all of them."""
        self.texts = [token.text for token in self.tokens]
        self.vocabulary = frozenset(self.texts)
        self.quantities = [
            (index, chunk) for index, chunk in enumerate(self.chunks) if chunk.number is not None
        ]

    def claim(self, index: int, outcome: Outcome, scope: Scope | None, name: str) -> None:
        """Make the quantity a figure, if it is not one already."""
        if index not in self.claims:
            group = -1 - len(self.claims)
            self.claims[index] = Claim(index, outcome, scope, group, name)

    def nearest(self, index: int) -> Claim | None:
        """The claim of the nearest quantity before ``index``, None if that one is no figure."""
        for at in range(index - 1, -1, -1):
            if at in self.claims:
                return self.claims[at]
            if self.codes[at] in QUANTITIES:
                return None
        return None

    def is_first(self, index: int) -> bool:
        """Whether no quantity stands before ``index``."""
        return not any(code in QUANTITIES for code in self.codes[:index])

    def words(self, index: int) -> set[str]:
        """The words of a chunk."""
        chunk = self.chunks[index]
        return {token.text for token in self.tokens[chunk.first : chunk.last]}


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A figure that a later one can lean on."""

    outcome: Outcome
    value: int | None
    population: str
    scope: Scope


@dataclass(slots=True)
class Discourse:
    """What the sentences before have told: their figures, and those of the last one.

    ``outcomes`` is what all of them, however long ago, said happened to anybody; ``topic`` is the
    outcome whose count the last sentence spoke of without giving it, and ``mentioned`` who was
    counted there whom nothing befell, by their number.
    """

    figures: list[Antecedent] = field(default_factory=list)
    last_sentence: list[Antecedent] = field(default_factory=list)
    outcomes: set[Outcome] = field(default_factory=set)
    topic: Outcome | None = None
    mentioned: dict[int, str] = field(default_factory=dict)

    def remember(self, told: list[Antecedent], analysis: Analysis) -> None:
        """Note the figures of a sentence, and what it speaks of counting without a figure."""
        if told:
            self.figures = [*self.figures, *told][-_REMEMBERED:]
            self.outcomes |= {figure.outcome for figure in told if figure.value != 0}
        self.last_sentence = told
        self.mentioned = {
            chunk.number.value: chunk.population
            for index, chunk in analysis.quantities
            if index not in analysis.claims
            and chunk.number is not None
            and chunk.number.value is not None
            and chunk.population is not None
        }
        self.topic = find_topic(analysis.tokens) if analysis.kind in _TOPICAL and not told else None

    def victims(self) -> Outcome | None:
        """What "the victims" are, from what has been counted so far: the dead before the hurt."""
        graver = (Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES)
        return next((outcome for outcome in graver if outcome in self.outcomes), None)

    def told_of(self) -> Outcome | None:
        """Whom "the number" counts: those of whom alone the last sentence told, or the victims."""
        told = {figure.outcome for figure in self.last_sentence}
        return told.pop() if len(told) == 1 else self.victims()

    def is_near(self, outcome: Outcome, value: int) -> bool:
        """Whether a count told of the outcome is no more than three times or a third as many."""
        return any(
            figure.value is not None and figure.value <= 3 * value <= 9 * figure.value
            for figure in self.figures
            if figure.outcome is outcome and figure.scope is not Scope.PREVIOUS
        )

    def whole(self, value: int | None) -> Antecedent | None:
        """The figure of the last sentence that ``value`` people can be some of."""
        for figure in reversed([*self.figures[-4:], *self.last_sentence]):
            if figure.value == 0:
                continue
            if figure.value is None or value is None or figure.value > value:
                return figure
        return None
