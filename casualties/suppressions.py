"""Comments in the copy that silence findings, and what is to be said of those that silence nothing.

``casualties: ignore[CAS102] why`` holds for the line that it stands in or above, ``disable[...]``
up to an ``enable[...]``, ``ignore-file[...]`` for the whole document. Each names rules by code or
by name: none silences everything, for nobody knows what everything will be.
"""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING

from casualties.explanations import UnknownRuleError, find_rule
from casualties.model import Explanation, Finding, Place, Severity
from casualties.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casualties.model import Comment, Document

__all__ = ["UNUSED_SUPPRESSION", "in_order", "suppress"]

_COMMENT = r"casualties:\s*(?P<verb>[a-z-]+)\s*(?:\[(?P<rules>[^\]]*)\])?"
_VERBS = ("ignore", "ignore-file", "disable", "enable")

UNUSED_SUPPRESSION = Explanation(
    code="CAS901",
    name="unused-suppression",
    severity=Severity.WARNING,
    what="A comment silences nothing, or names no rule that there is.",
    why=(
        "A comment that outlives its finding will silence the next one, which may be a mistake. "
        "One with a slip in its code silences nothing, and looks as if it did."
    ),
    mend=(
        "Take the comment out, or the code that is not needed any more. Where it should silence "
        "something, put it right above the line that the finding names, with the finding's code."
    ),
    flags=(
        ("# casualties: ignore[CAS101] the count of the army\nThe blast killed 12 people.",),
        ("# casualties: ignore[CAS110] no such rule\nThe blast killed 12 people.",),
        ("# casualties: ignore everything\nThe blast killed 12 people.",),
        ("% casualties: disable[CAS101, CAS102]", "The blast killed 12 people."),
        ("The blast killed 12 people.", "# casualties: enable[CAS101]", "Nobody was hurt."),
        ("# casualties: ignore-file[weaker-bound]", "The blast killed 12 people."),
        (
            "The blast killed 12 people.",
            "# casualties: ignore[CAS101] two lines above what it is meant for",
            "The blast killed 15 people.",
        ),
        (
            '"The blast killed 12 people.\n# casualties: ignore[CAS101] quoted',
            'We grieve," he said.',
        ),
    ),
    passes=(
        (
            "# casualties: ignore[CAS101] the count of the army\nThe blast killed 12 people.",
            "The blast killed 15 people.",
        ),
        (
            "# casualties: ignore[contradictory-figures]\nThe blast killed 12 people.",
            "The blast killed 15 people.",
        ),
        (
            "# casualties: ignore-file[CAS101] two versions side by side",
            "The blast killed 12 people.",
            "The blast killed 15 people.",
        ),
        (
            "# casualties: disable[CAS101]",
            "The blast killed 12 people.",
            "# casualties: enable[CAS101]",
            "The blast killed 15 people.",
        ),
        ("# Casualties", "The blast killed 12 people."),
        ("The blast killed 12 people, casualties: ignore[CAS101] said the wire.",),
    ),
)
"""Of a comment that silences nothing, which is a finding without figures."""


@dataclass(frozen=True, slots=True)
class _Suppression:
    """One rule silenced in the lines from ``first`` to ``last``."""

    place: Place
    words: str
    code: str
    first: float
    last: float

    def silences(self, finding: Finding) -> bool:
        line = finding.line
        is_near = line == self.place.line or self.first <= (line or 0) <= self.last
        is_here = finding.place.path == self.place.path
        return is_near and is_here and finding.code == self.code


def suppress(
    findings: Iterable[Finding], documents: Sequence[Document], rules: Sequence[Explanation]
) -> tuple[Finding, ...]:
    """The findings that no comment silences, and one for each comment that silences nothing."""
    suppressions: list[_Suppression] = []
    faults: list[Finding] = []
    for document in documents:
        for found in _suppressions(document, rules):
            if isinstance(found, Finding):
                faults.append(found)
            else:
                suppressions.append(found)
    kept, unused = _silence(findings, suppressions)
    # What silences findings of this sort can only be told when all the others are known.
    of_ours = [each for each in unused if each.code == UNUSED_SUPPRESSION.code]
    faults += [_unused(each) for each in unused if each.code != UNUSED_SUPPRESSION.code]
    faults, unused = _silence(faults, of_ours)
    return in_order((*kept, *faults, *map(_unused, unused)), documents)


def in_order(findings: Iterable[Finding], documents: Sequence[Document]) -> tuple[Finding, ...]:
    """The findings as one meets them in the documents, at one place by code."""
    found_in = {document.path: number for number, document in enumerate(documents)}
    return tuple(
        sorted(
            findings,
            key=lambda each: (
                found_in[each.place.path],
                each.line or each.place.paragraph or 0,
                each.column or 0,
                each.code,
            ),
        )
    )


def _silence(
    findings: Iterable[Finding], suppressions: Sequence[_Suppression]
) -> tuple[list[Finding], list[_Suppression]]:
    """The findings that are left, and the suppressions that silence none."""
    findings = list(findings)
    kept = [f for f in findings if not any(each.silences(f) for each in suppressions)]
    unused = [each for each in suppressions if not any(map(each.silences, findings))]
    return kept, unused


def _suppressions(
    document: Document, rules: Sequence[Explanation]
) -> Iterator[_Suppression | Finding]:
    """What the comments of a document silence, and what is wrong with them."""
    disabled: dict[str, _Suppression] = {}
    for comment in document.comments:
        place = Place(document.path, comment.line, comment.column)
        verb, names = _parse(comment.text)
        if (why := _why_void(comment, verb, names)) is not None:
            yield _fault(place, why)
            continue
        for name in names:
            try:
                code = find_rule(name, rules).code
            except UnknownRuleError as error:
                yield _fault(place, str(error))
                continue
            silenced = _Suppression(place, f"{verb}[{name}]", code, comment.first, comment.last)
            if verb == "ignore":
                yield silenced
            elif verb == "ignore-file":
                yield replace(silenced, first=0, last=inf)
            elif verb == "enable" and code in disabled:
                yield replace(disabled.pop(code), last=comment.line)
            elif verb == "disable" and code not in disabled:
                disabled[code] = replace(silenced, first=comment.line, last=inf)
            else:
                yield _unused(silenced)
    yield from disabled.values()


def _why_void(comment: Comment, verb: str, names: Sequence[str]) -> str | None:
    """Why a comment silences nothing, whatever the findings are."""
    if comment.is_quoted:
        return f'"{verb}" stands within a quotation, and silences nothing'
    if verb not in _VERBS:
        return f'there is no "{verb}", but {", ".join(_VERBS)}'
    return None if names else f'"{verb}" names no rule, as "{verb}[CAS102]" does'


def _parse(comment: str) -> tuple[str, list[str]]:
    """The verb of a comment and the rules that it names."""
    match = re.match(_COMMENT, comment)
    if match is None:
        return "", []
    return match["verb"], [
        name.strip() for name in (match["rules"] or "").split(",") if name.strip()
    ]


def _unused(suppression: _Suppression) -> Finding:
    return _fault(suppression.place, f'"{suppression.words}" silences nothing')


def _fault(place: Place, message: str) -> Finding:
    return Finding(
        code=UNUSED_SUPPRESSION.code,
        name=UNUSED_SUPPRESSION.name,
        severity=UNUSED_SUPPRESSION.severity,
        message=message,
        suggestion="Take it out, or mend it: it has to name the code of a finding right below it.",
        figures=(),
        at=place,
    )
