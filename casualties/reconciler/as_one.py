"""Several documents laid end to end, so that they are reconciled as passages of one report."""

from __future__ import annotations

from collections.abc import Iterable

from casualties.model import Document, Dropped, Figure, Figures, Reconciliation, Unread
from casualties.records import replace

__all__ = ["join", "restore"]


def join(
    extractions: Iterable[tuple[Document, Figures, Figures]],
) -> tuple[Document, Figures, Figures]:
    """One document, its figures, and these again as they stand in the documents given.

    Of each document the figures are given at offsets of its text, and of its input. Each figure
    has an id of its own, the same in both.
    """
    text = ""
    passages = 0
    joined: list[Figure] = []
    own: list[Figure] = []
    unread: list[Unread] = []
    dropped: list[Dropped] = []
    for document, figures, in_input in extractions:
        ids = {figure.id: f"f{len(own) + i}" for i, figure in enumerate(figures, start=1)}
        for figure, placed in zip(figures, in_input, strict=True):
            taken_up = ids[placed.takes_up] if placed.takes_up else None
            own.append(replace(placed, id=ids[figure.id], takes_up=taken_up))
            joined.append(
                replace(
                    own[-1],
                    start=figure.start + len(text),
                    end=figure.end + len(text),
                    paragraph=figure.paragraph + passages,
                )
            )
        unread += figures.unread
        dropped += (replace(each, path=document.path) for each in document.dropped)
        text += document.text + "\n\n"
        passages += len(document.passages)
    document = Document(None, text, (), dropped=tuple(dropped))
    return document, Figures(joined, unread), Figures(own, unread)


def restore(reconciliation: Reconciliation, figures: Figures) -> Reconciliation:
    """The reconciliation of a joined document, with the figures as they stand in their own."""
    own = {figure.id: figure for figure in figures}

    def restored(joined: tuple[Figure, ...]) -> tuple[Figure, ...]:
        return tuple(own[figure.id] for figure in joined)

    return replace(
        reconciliation,
        figures=figures,
        line_items=tuple(
            replace(item, figures=restored(item.figures)) for item in reconciliation.line_items
        ),
        findings=tuple(
            replace(finding, figures=restored(finding.figures))
            for finding in reconciliation.findings
        ),
    )
