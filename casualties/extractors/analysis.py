"""What the steps of the cascade have made of one sentence, and what the ones before it told."""

from __future__ import annotations

from dataclasses import field

from casualties.extractors.chunking import find_chunks
from casualties.extractors.chunks import Chunk
from casualties.extractors.glossary import Glossary
from casualties.extractors.numbers import Number
from casualties.extractors.times import find_years, may_date
from casualties.extractors.tokens import Token, find_words, tokenize
from casualties.extractors.words import find_topic, may_harm
from casualties.lexicon import load
from casualties.model import Figure, Kind, Outcome, Scope, Sentence
from casualties.ranges import is_misprint
from casualties.records import cached_property, dataclass

__all__ = ["QUANTITIES", "Analysis", "Claim", "Discourse"]

QUANTITIES = frozenset("QNUFYlX")
"""The codes of numbers, whatever they count."""


_BESIDE_A_DATE = frozenset([*load("things")["months"], "ago", "earlier", "later"])
_LEAST_TOLD = 10
_REMEMBERED = 200
_QUOTES = frozenset("\"'")
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


class Analysis:
    """One sentence: its words, what the steps make of it, and the claims found so far by chunk.

    Its tokens and chunks are made when a step first asks for them: most sentences tell of no harm
    and have no number that could lean on one, which their words alone show.
    """

    def __init__(self, sentence: Sentence, glossary: Glossary) -> None:
        """Take the words of a sentence alone."""
        self.sentence, self.kind = sentence, sentence.passage.kind
        self.glossary = glossary
        self.words = find_words(sentence.text)
        self.vocabulary = frozenset(self.words)
        self.claims: dict[int, Claim] = {}

    @cached_property
    def may_harm(self) -> bool:
        """Whether its words may say what happened to anybody."""
        return may_harm(self.vocabulary)

    @cached_property
    def tokens(self) -> list[Token]:
        """Its tokens, with the names that the conventions add as one."""
        return self.glossary.mark(tokenize(self.sentence.text), self.sentence.text)

    @cached_property
    def texts(self) -> list[str]:
        """The texts of its tokens."""
        return [token.text for token in self.tokens]

    @cached_property
    def years(self) -> list[tuple[int, int]]:
        """The years that it names, with the places of their tokens."""
        return find_years(self.tokens) if may_date(self.sentence.text) else []

    @cached_property
    def chunks(self) -> list[Chunk]:
        """Its chunks, none where nothing in it could be a figure."""
        return find_chunks(self.tokens, self.kind, self.glossary.vague)

    @cached_property
    def codes(self) -> str:
        """The codes of its chunks."""
        return "".join([chunk.code for chunk in self.chunks])

    @cached_property
    def quantities(self) -> list[tuple[int, Chunk]]:
        """The chunks that hold a number, with their places."""
        return [(at, chunk) for at, chunk in enumerate(self.chunks) if chunk.number is not None]

    @property
    def has_list(self) -> bool:
        """Whether it has more than one number, so that they may be told of each other."""
        return len(self.quantities) > 1

    @property
    def opening(self) -> str:
        """Its first word, behind a quotation mark: "“Of the nine, two were ...”"."""
        return next((text for text in self.texts if text not in _QUOTES), "")

    def claim(self, index: int, outcome: Outcome, scope: Scope | None, name: str) -> None:
        """Make the quantity a figure, if it is not one already."""
        if index not in self.claims:
            group = -1 - len(self.claims)
            self.claims[index] = Claim(index, outcome, scope, group, name)

    def nearest(self, index: int) -> Claim | None:
        """The claim of the nearest quantity before ``index``, None if that one is no figure.

        A date or a time tells of nobody: "15 people died on 25 March, four of them in Osk". Nor
        does what those counted are of: "11 members of one family, including four children".
        """
        for at in range(index - 1, -1, -1):
            if at in self.claims:
                return self.claims[at]
            if self.codes[at] in QUANTITIES and not (self._is_date(at) or self._is_of_one(at)):
                return None
        return None

    def _is_of_one(self, index: int) -> bool:
        number = self.chunks[index].number
        is_one = self.codes[index] == "X" and number is not None and number.value == 1
        return is_one and self.codes[index - 1 : index] == "o" and index - 2 in self.claims

    def _is_date(self, index: int) -> bool:
        """Whether a number is a day's or a year's, or how long ago something was."""
        chunk = self.chunks[index]
        if self.codes[index] != "X":
            return False
        beside = self.texts[max(0, chunk.first - 1) : chunk.first] + self.texts[chunk.last :][:1]
        is_year = any(chunk.first <= place < chunk.last for place, _ in self.years)
        return is_year or not _BESIDE_A_DATE.isdisjoint(beside)

    def is_first(self, index: int) -> bool:
        """Whether no quantity stands before ``index``."""
        return not any(code in QUANTITIES for code in self.codes[:index])

    def words_in(self, index: int) -> set[str]:
        """The words of a chunk."""
        chunk = self.chunks[index]
        return set(self.texts[chunk.first : chunk.last])

    def words_of(self, number: Number) -> set[str]:
        """The words in which a number is written, those around it that qualify it among them."""
        return set(self.texts[number.first : number.last])


@dataclass(slots=True)
class Discourse:
    """What the sentences before have told: their figures, and those of the last one.

    ``outcomes`` is what all of them, however long ago, said happened to anybody; ``topic`` is the
    outcome whose count the last sentence spoke of without giving it, and ``before`` that sentence;
    ``text`` is the document's.
    """

    figures: list[Figure] = field(default_factory=list)
    last_sentence: list[Figure] = field(default_factory=list)
    outcomes: set[Outcome] = field(default_factory=set)
    topic: Outcome | None = None
    before: Analysis | None = None
    text: str = ""

    def remember(self, told: list[Figure], analysis: Analysis) -> None:
        """Note the figures of a sentence, and what it speaks of counting without a figure."""
        if told:
            self.figures = [*self.figures, *told][-_REMEMBERED:]
            self.outcomes |= {figure.outcome for figure in told if figure.number != 0}
        self.last_sentence = told
        self.before = analysis
        is_topical = analysis.kind in _TOPICAL and not told and analysis.may_harm
        self.topic = find_topic(analysis.tokens) if is_topical else None

    def mentioned(self, value: int) -> str | None:
        """Who were so many in the last sentence, and nothing was said to have befallen them."""
        if self.before is None:
            return None
        return next(
            (
                chunk.population
                for index, chunk in reversed(self.before.quantities)
                if index not in self.before.claims
                and chunk.number is not None
                and chunk.number.value == value
                and chunk.population is not None
            ),
            None,
        )

    def victims(self) -> Outcome | None:
        """What "the victims" are, from what has been counted so far: the dead before the hurt."""
        graver = (Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES)
        return next((outcome for outcome in graver if outcome in self.outcomes), None)

    def victims_of(self, value: int | None) -> Outcome | None:
        """What "five of the victims" are: none where only the hurt were so many."""
        victims = self.victims()
        if victims is not Outcome.KILLED or value is None:
            return victims
        dead, hurt = map(self._most, (Outcome.KILLED, Outcome.INJURED))
        return None if dead < value <= hurt else victims

    def _most(self, outcome: Outcome) -> float:
        """The highest number told of an outcome, without end where one has none."""
        told = (figure.number for figure in self.figures if figure.outcome is outcome)
        return max((float("inf") if value is None else value for value in told), default=0)

    def told_of(self) -> Outcome | None:
        """Whom "the number" counts: those of whom alone the last sentence told, or the victims."""
        told = {figure.outcome for figure in self.last_sentence}
        return told.pop() if len(told) == 1 else self.victims()

    def is_near(self, outcome: Outcome, value: int) -> bool:
        """Whether a count told of the outcome is no more than three times or a third as many.

        Or is it but for a digit.
        """
        return any(
            figure.number is not None
            and (
                figure.number <= 3 * value <= 9 * figure.number
                or is_misprint(*sorted((figure.number, value)))
            )
            for figure in self.figures
            if figure.outcome is outcome and figure.scope is not Scope.PREVIOUS
        )

    def outcome_of_about(self, value: int) -> Outcome | None:
        """What befell those of whom so many, or nearly so many, were told, the dead before others.

        A small number comes up of anything, unless it is the very one.
        """
        told = {
            outcome: [
                figure.number
                for figure in self.figures
                if figure.outcome is outcome and figure.scope is Scope.TOTAL and figure.number
            ]
            for outcome in (Outcome.KILLED, Outcome.MISSING, Outcome.INJURED)
        }
        same = (outcome for outcome, counts in told.items() if value in counts)
        near = (
            outcome
            for outcome, counts in told.items()
            if value >= _LEAST_TOLD and self.is_no_part(outcome, value)
            if any(7 * value <= 8 * count <= 10 * value for count in counts)
        )
        return next(same, None) or next(near, None)

    def is_no_part(self, outcome: Outcome, value: int) -> bool:
        """Whether so many are at least about all who were told of, so that they are not some.

        Who says "we lost three" where eight died may have lost three of the eight.
        """
        told = [
            figure.number
            for figure in self.figures
            if figure.outcome is outcome and figure.scope is Scope.TOTAL and figure.number
        ]
        return bool(told) and self.is_near(outcome, value) and 20 * value >= 17 * max(told)

    def whole(self, value: int | None) -> Figure | None:
        """The figure of the last sentence that ``value`` people can be some of."""
        for figure in reversed([*self.figures[-4:], *self.last_sentence]):
            if figure.number == 0:
                continue
            if figure.number is None or value is None or figure.number > value:
                return figure
        return None
