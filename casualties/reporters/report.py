"""What all reports have in common: they are written piece by piece, and seen in a certain way.

A run over an archive does not fit into memory, so a report is given one document after another.
What has to stand first, or is known last, it keeps until its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

from casualties.records import dataclass
from casualties.reporters.places import Root

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casualties.model import Explanation

__all__ = ["BinaryReport", "Report", "TellsFailures", "TellsWhatFails", "View", "render"]

Item_contra = TypeVar("Item_contra", contravariant=True)
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a report shows beside its findings or figures, where its format has a place for it.

    ``rules`` are what the rules say of themselves, ``version`` is that of the package, and ``root``
    says what paths are relative to in formats for machines.
    ``excel`` makes a CSV that Excel opens rightly.
    """

    verbose: bool = False
    quiet: bool = False
    show_unread: bool = False
    show_skipped: bool = False
    statistics: bool = False
    color: bool = False
    excel: bool = False
    rules: tuple[Explanation, ...] = ()
    version: str = ""
    root: Root = Root("")


class Report(Protocol[Item_contra]):
    """A report in one format: each piece is a text, and all of them in a row are the report."""

    def add(self, item: Item_contra) -> str:
        """What can be written of the next document; may be empty."""

    def end(self) -> str:
        """What is left to be written after the last one."""


@runtime_checkable
class TellsFailures(Protocol):
    """A report with a place for what could not be read: where one is missing, all may seem well."""

    def fail(self, why: str, path: str | None) -> str:
        """What can be written of an input that could not be read; may be empty.

        ``path`` is what was asked for, and "-" the standard input.
        """


@runtime_checkable
class TellsWhatFails(Protocol):
    """A report that tells the findings that fail a run from the others.

    ``fail_on`` is the least grave of them in the next document, or "never".
    """

    fail_on: str


class BinaryReport(Protocol[Item_contra]):
    """A report in a format that is no text: its pieces are bytes."""

    def add(self, item: Item_contra) -> bytes:
        """What can be written of the next document; may be empty."""

    def end(self) -> bytes:
        """What is left to be written after the last one."""


def render(report: Report[Item], items: Iterable[Item]) -> str:
    """The whole report on these documents as one text."""
    return "".join([*map(report.add, items), report.end()])
