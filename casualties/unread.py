"""What the limits have kept from being read, told as findings: nothing is left out in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import TOO_DEEP, Explanation, Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casualties.model import Reconciliation

__all__ = ["UNREAD_PASSAGE", "find_unread_passages"]

UNREAD_PASSAGE = Explanation(
    code="CAS903",
    name="unread-passage",
    severity=Severity.WARNING,
    what="A passage that may tell a count is beyond the limits of what is read at once.",
    why=(
        "A sentence that does not end within 1,000 characters is cut into pieces, one on which the "
        "reading takes too long is passed over, and so is what stands in a hundred quotes, "
        "so that no text can hold up the check of all others. A count in it may be missed or "
        "misread. It is nearly always a table or a list whose lines were run together, or no copy."
    ),
    mend=(
        "Put a full stop or a line end where there is one missing, or each entry of a list on a "
        "line of its own. Where the text is no copy, leave it out of what is checked."
    ),
    flags=(),
    passes=(
        ("Twelve people were killed and 30 injured when a fire swept through a mill in Osk.",),
        ("The dead in Osk: two miners; a nurse; three children; and nine who were not named.",),
    ),
)
"""Of a passage that was not read as it stands, which is a finding without figures."""


def find_unread_passages(reconciliation: Reconciliation) -> Iterator[Finding]:
    """A finding for each passage in which a sentence ran into a limit.

    What is nested too deeply to be read has one for each document.
    """
    told = set()
    for each in reconciliation.figures.unread:
        passage = each.place.path, each.place.paragraph
        if each.limit and passage not in told:
            told.add(passage)
            yield _finding(each.place, each.limit)
    document = reconciliation.document
    for each_dropped in document.dropped:
        path = each_dropped.path or document.path
        if each_dropped.why == TOO_DEEP and (path, None) not in told:
            told.add((path, None))
            place = Place(path, each_dropped.line, each_dropped.column)
            yield _finding(place, f"this is {TOO_DEEP} to be read")


def _finding(place: Place, limit: str) -> Finding:
    return Finding(
        code=UNREAD_PASSAGE.code,
        name=UNREAD_PASSAGE.name,
        severity=UNREAD_PASSAGE.severity,
        message=f"{limit}: a count in it may be missed",
        suggestion="End its sentences, put the entries of a list on lines, or count by hand.",
        figures=(),
        at=place,
    )
