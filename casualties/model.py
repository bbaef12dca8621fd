"""The records that the stages hand on: Document, Figure, LineItem, Total, Finding, Reconciliation.

All are frozen: a stage makes new records and never changes those it was given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Self, TypeAlias

from casualties.ranges import Range
from casualties.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas

__all__ = [
    "Basis",
    "Case",
    "Comment",
    "Conventions",
    "Document",
    "Doubt",
    "Dropped",
    "Explanation",
    "Figure",
    "Figures",
    "Finding",
    "Kind",
    "LineItem",
    "Lines",
    "Origin",
    "Outcome",
    "Passage",
    "Place",
    "Places",
    "Qualifier",
    "Reconciliation",
    "Run",
    "Scope",
    "Sentence",
    "Severity",
    "Total",
    "Unread",
    "Verdict",
]

MAIN = "main"
"""The event that the document is about."""

PEOPLE = "people"
"""The population of generic words: people, persons, victims, others."""

TOO_DEEP = "nested too deeply"
"""Why a reader leaves out what stands in so many quotes or lists that it reads none of them."""

ATTACKER = "attacker"
"""The population of those who attacked; never part of the victims' totals."""


class Kind(StrEnum):
    """What block of a document a passage is."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    LIST = "list"
    TABLE = "table"
    QUOTE = "quote"
    CORRECTION = "correction"


class Outcome(StrEnum):
    """What happened to the people; ``casualties`` is killed and injured together, undivided."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CASUALTIES = "casualties"


class Qualifier(StrEnum):
    """What the wording does to the number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    FEWER_THAN = "fewer_than"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just_over"
    BETWEEN = "between"
    VAGUE = "vague"
    NONE = "none"


class Scope(StrEnum):
    """Whether a figure counts all, a subset, an increment, or is superseded by the text itself."""

    TOTAL = "total"
    PART = "part"
    ADDITIONAL = "additional"
    PREVIOUS = "previous"


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def fails(self, fail_on: str) -> bool:
        """Whether a finding as grave as this fails a run, of which the bar may be "never".

        >>> Severity.WARNING.fails("error"), Severity.WARNING.fails("info")
        (False, True)
        """
        grave_first = [each.value for each in Severity]
        return (
            self.value in grave_first[: grave_first.index(fail_on) + 1]
            if fail_on != "never"
            else False
        )


class Verdict(StrEnum):
    """What the rules make of a line item."""

    CONTRADICTION = "contradiction"
    WARNING = "warning"
    CONSISTENT = "consistent"


class Basis(StrEnum):
    """Where a total comes from."""

    STATED = "stated"
    SUM_OF_PARTS = "sum of parts"


class Lines:
    """The lines of a text, to say in which of them a character is."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        """Find where they begin; a line ends with a newline."""
        self._starts = [0, *(end.end() for end in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        r"""The line and the column of the character at a 0-based offset, both 1-based.

        >>> Lines("Bus crash\n\nNine died.").place(11)
        (3, 1)
        """
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a document: ``text`` stands at ``start`` in the document's text.

    ``number`` is its place in the document, 1 for the first.
    """

    kind: Kind
    number: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the copy that is for this tool and not for readers: ``casualties: ignore[...]``.

    It stands at ``line`` and ``column``, and speaks of what stands there or in the lines from
    ``first`` to ``last``, the ones right below it. One that ``is_quoted`` are words of a quotation,
    and silences nothing.
    """

    text: str
    line: int
    column: int
    first: int
    last: int
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a document's text, from ``start``, and the stretch of its input that it is.

    Where both are equally long they are the same characters; else, as with "&amp;", the one
    stands for the other as a whole.
    """

    start: int
    end: int
    input_start: int
    input_end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the text of a document stands in the input that a reader took it from.

    ``input`` is the decoded input, None for a format that has no lines; the runs are in the order
    of the text.
    """

    input: str | None
    runs: tuple[Run, ...] = ()

    def start(self, offset: int) -> int:
        """Where in the input a character of the text begins."""
        run = self._run(offset)
        return run.input_start + (offset - run.start if self._is_verbatim(run) else 0)

    def end(self, offset: int) -> int:
        """Where in the input a stretch ends that ends at an offset of the text, excluded."""
        run = self._run(offset - 1)
        return run.input_start + offset - run.start if self._is_verbatim(run) else run.input_end

    def _run(self, offset: int) -> Run:
        place = bisect_right(self.runs, offset, key=lambda run: run.start)
        return self.runs[max(place - 1, 0)]

    @staticmethod
    def _is_verbatim(run: Run) -> bool:
        return run.end - run.start == run.input_end - run.input_start


@dataclass(frozen=True, slots=True)
class Dropped:
    """Text that a reader left out of the passages, and why: ``code``, ``navigation``.

    The ``path`` is told where it is not that of the document, which several inputs may be.
    """

    why: str
    text: str
    line: int | None = None
    column: int | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One input: its text, and the passages and comments that a reader found in it.

    The text of a plain text file is the decoded file; that of other formats is what the passages
    say, and ``origin`` tells where it stands in the input. ``dropped`` is what was left out.
    """

    path: str | None
    text: str
    passages: tuple[Passage, ...]
    comments: tuple[Comment, ...] = ()
    origin: Origin | None = None
    dropped: tuple[Dropped, ...] = ()

    @property
    def input(self) -> str:
        """The decoded input that lines and columns count in; empty in a format without lines."""
        return self.text if self.origin is None else self.origin.input or ""


class Places:
    """The lines and columns of a document's input, by offsets of its text."""

    __slots__ = ("_lines", "_origin")

    def __init__(self, document: Document) -> None:
        """Find where its lines begin."""
        self._origin = document.origin
        text = document.text if self._origin is None else self._origin.input
        self._lines = None if text is None else Lines(text)

    def place(self, offset: int) -> tuple[int | None, int | None]:
        """The line and the column of a character, both 1-based, or None in a format without."""
        if self._lines is None:
            return None, None
        return self._lines.place(offset if self._origin is None else self._origin.start(offset))


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a newsroom or a dataset reads what copy leaves open.

    ``vague`` are ranges for words such as "dozens", in the notation of ``Range``, beside or in
    place of those of the lists. ``people`` are more nouns for people, in the singular; ``sources``
    are more names of those who are quoted for a count. With ``attackers_in_totals`` the attackers
    are counted in where the text counts them apart.
    """

    vague: tuple[tuple[str, Range], ...] = ()
    people: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    attackers_in_totals: bool = False


DEFAULT_CONVENTIONS = Conventions()
"""The word lists as they stand, and attackers in no total but their own."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: ``text`` stands at ``start`` in the document's text.

    One that is too long to be read at once comes in pieces, which say so.
    """

    passage: Passage
    start: int
    text: str
    is_piece: bool = False


class Place(NamedTuple):
    """Where something stands: the line and column, both 1-based, of an input.

    In a format without lines both are None, and the number of the passage says where.
    """

    path: str | None
    line: int | None
    column: int | None
    paragraph: int | None = None

    @property
    def where(self) -> str:
        """The place within its input: ``3:12``, or ``paragraph 2`` where there are no lines."""
        if self.line is None:
            return f"paragraph {self.paragraph}"
        return f"{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that has a casualty word and a number, and of which no figure was made.

    ``limit`` says in a clause which limit kept it from being read as it stands, if one did: then
    figures may have been made of a piece of it.
    """

    place: Place
    text: str
    limit: str = ""


class Doubt(StrEnum):
    """Whom a total may count instead of all: "Seven died at the scene", "In Velm 40 had died"."""

    SOME = "some"
    OTHERS = "others"
    DISPUTED = "disputed"
    """The text says that accounts differ: "Reports differed. An official said that 29 had died"."""
    ASIDE = "aside"
    """Told far below the lead, as if nobody knew of them: "Two people were killed in Tarn"."""
    MIXED = "mixed"
    """Some of them died: "26 were taken to hospital", beside 23 hurt and three who died later."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One statement of how many people were killed, injured or are missing.

    ``start`` and ``end`` are character offsets of ``text`` in the decoded input, 0-based, end
    excluded; ``line`` and ``column`` are 1-based, and None in a format that has no lines.
    ``number`` is the number as read, None for vague words; ``paragraph`` is the number of the
    passage. ``doubt`` says whom its words may count instead of all those of its event; it is held
    against no figure that is far from it. ``takes_up`` is the id of the figure whose people a
    definite count names again ("those 38 deaths", or by mistake "those 36"), ``taken_from`` the
    source that had told of them.
    """

    id: str
    path: str | None
    outcome: Outcome
    range: Range
    qualifier: Qualifier
    number: int | None
    population: str
    scope: Scope
    event: str
    source: str | None
    text: str
    start: int
    end: int
    line: int | None
    column: int | None
    passage: Kind
    paragraph: int
    sentence: str
    doubt: Doubt | None = None
    takes_up: str | None = None
    taken_from: str | None = None

    def __hash__(self) -> int:
        """That of what few figures share: the rules for pairs ask for it again and again."""
        return hash((self.id, self.start))

    @property
    def head(self) -> str:
        """What its sentence has before the words that state it."""
        return self.sentence[: max(0, self._offset)]

    @property
    def tail(self) -> str:
        """What its sentence has behind the words that state it."""
        return self.sentence[self._offset + len(self.text) :] if self._offset >= 0 else ""

    @property
    def _offset(self) -> int:
        """Where its words stand in its sentence: "four" is not the beginning of "fourth"."""
        place = self.sentence.find(self.text)
        while place >= 0 and self.sentence[place + len(self.text) :][:1].isalpha():
            place = self.sentence.find(self.text, place + 1)
        return place

    @property
    def is_doubtful(self) -> bool:
        """Whether it is in doubt that it counts all those of its event."""
        return self.doubt is not None

    @property
    def voice(self) -> str | None:
        """The source that gave its number, which is not who takes it up; None for the article."""
        return self.taken_from if self.takes_up else self.source

    @property
    def place(self) -> Place:
        """Where its words start."""
        return Place(self.path, self.line, self.column, self.paragraph)

    def __str__(self) -> str:
        """A line that reads: ``3:12 injured 146+ people "more than 145"``."""
        return f'{self.place.where} {self.outcome} {self.range} {self.population} "{self.text}"'


class Figures(tuple[Figure, ...]):  # noqa: SLOT001 - a tuple with an attribute has no slots
    """The figures of a text, in its order: a tuple that prints one figure a line.

    ``unread`` are the sentences that looked relevant and were not read.
    """

    unread: tuple[Unread, ...]

    def __new__(cls, figures: Iterable[Figure] = (), unread: Iterable[Unread] = ()) -> Self:
        """The figures, and what was left unread beside them."""
        made = super().__new__(cls, tuple(figures))
        made.unread = tuple(unread)
        return made

    def to_frame(self) -> pandas.DataFrame:
        """A data frame of one row a figure, with nullable integers. Imports pandas."""
        from casualties.frames import figures_frame  # noqa: PLC0415 - pandas is slow to import

        return figures_frame(self)

    def __str__(self) -> str:
        """One line a figure."""
        return "\n".join(map(str, self))


@dataclass(frozen=True, slots=True)
class LineItem:
    """The figures that can be held against each other, and what they allow together.

    ``range`` is None where no number is left that all of them allow.
    """

    event: str
    outcome: Outcome
    population: str
    range: Range | None
    verdict: Verdict
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """The count of one outcome of one event; ``number`` is the one that a coder would enter."""

    event: str
    outcome: Outcome
    range: Range
    number: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule broken at one place: the first figure is the one to look at.

    ``suggestion`` says which figure to look at, and why. A finding about no figure is ``at`` a
    place of its own.
    """

    code: str
    name: str
    severity: Severity
    message: str
    suggestion: str
    figures: tuple[Figure, ...]
    at: Place | None = None

    @property
    def place(self) -> Place:
        """Where it stands: at the figure to look at, if it is about figures."""
        if self.figures:
            return self.figures[0].place
        if self.at is None:
            raise ValueError("a finding has figures or a place")
        return self.at

    @property
    def line(self) -> int | None:
        """The 1-based line of the place to look at, None in a format without lines."""
        return self.place.line

    @property
    def column(self) -> int | None:
        """The 1-based column of the place to look at, None in a format without lines."""
        return self.place.column

    def __str__(self) -> str:
        """A line that reads: ``3:12 error CAS102 conflicting-bounds: ...``."""
        return f"{self.place.where} {self.severity} {self.code} {self.name}: {self.message}"


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What a check of one document found."""

    document: Document
    figures: Figures
    line_items: tuple[LineItem, ...]
    totals: tuple[Total, ...]
    findings: tuple[Finding, ...]

    def to_frame(self) -> pandas.DataFrame:
        """The figures as a data frame, one row a figure, with nullable integers. Imports pandas."""
        return self.figures.to_frame()


Case: TypeAlias = tuple[str, ...]
"""The paragraphs of a small text; the first may be its headline."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a rule says of itself: what breaks it, why that matters, and what mends the copy.

    ``flags`` are texts that break it, ``passes`` near misses that do not.
    """

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    mend: str
    flags: tuple[Case, ...]
    passes: tuple[Case, ...]

    @property
    def silence(self) -> str:
        """The comment that silences it; what follows the bracket is for other people to read."""
        return f"# casualties: ignore[{self.code}] why the copy is right"
