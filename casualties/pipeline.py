"""The whole tool in two functions, and the one place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casualties.model import (
    DEFAULT_CONVENTIONS,
    Conventions,
    Document,
    Explanation,
    Figures,
    Finding,
    Reconciliation,
)
from casualties.readers import read_text
from casualties.records import replace
from casualties.suppressions import UNUSED_SUPPRESSION, in_order, suppress
from casualties.unread import UNREAD_PASSAGE, find_unread_passages

__all__ = ["check", "check_as_one", "explain", "extract", "with_findings"]


def extract(document: Document | str, *, conventions: Conventions = DEFAULT_CONVENTIONS) -> Figures:
    """The figures of a document, or of a plain text, in the order in which they stand.

    ``conventions`` say how to read what the copy leaves open.

    >>> [str(figure.range) for figure in extract("Twelve people died and about 30 were hurt.")]
    ['12', '27-33']
    >>> from casualties import Range
    >>> cautious = Conventions(vague=(("dozens", Range.parse("12+")),))
    >>> [str(figure.range) for figure in extract("Dozens were hurt.", conventions=cautious)]
    ['12+']

    Raises:
        TypeError: if given neither; ``read_file`` makes a document of a path.
    """
    document = _as_document(document)
    return _in_input(document, _find_figures(document, conventions))


def check(
    document: Document | str, *, conventions: Conventions = DEFAULT_CONVENTIONS
) -> Reconciliation:
    """The figures of a document, or of a plain text, held against each other.

    >>> reconciliation = check("Twelve people were killed. The blast killed 15 people.")
    >>> [finding.name for finding in reconciliation.findings]
    ['contradictory-figures']

    Raises:
        TypeError: if given neither; ``read_file`` makes a document of a path.
    """
    from casualties.reconciler import reconcile, restore  # noqa: PLC0415 - as the extractors

    document = _as_document(document)
    figures = _find_figures(document, conventions)
    reconciliation = reconcile(document, figures, conventions)
    if document.origin is not None:
        reconciliation = restore(reconciliation, _in_input(document, figures))
    return _with_remarks(reconciliation, [document])


def check_as_one(
    documents: Iterable[Document], *, conventions: Conventions = DEFAULT_CONVENTIONS
) -> Reconciliation:
    """The figures of several documents held against each other, as of passages of one report.

    A story, its captions and what is posted of it may not contradict each other. Every figure keeps
    its own path, line and column; the report as a whole has the path None.

    >>> story = read_text("The blast killed 15 people.", "story.txt")
    >>> caption = read_text("Where 12 people were killed.", "caption.txt")
    >>> [finding.place.path for finding in check_as_one([story, caption]).findings]
    ['story.txt']
    """
    from casualties.reconciler import join, reconcile, restore  # noqa: PLC0415 - as the extractors

    documents = list(documents)
    found = [(document, _find_figures(document, conventions)) for document in documents]
    joined, figures, own = join((each, at, _in_input(each, at)) for each, at in found)
    reconciliation = restore(reconcile(joined, figures, conventions), own)
    return _with_remarks(reconciliation, documents)


def explain() -> tuple[Explanation, ...]:
    """What every rule says of itself, by code.

    >>> [rule.code for rule in explain() if rule.name == "weaker-bound"]
    ['CAS105']
    """
    from casualties.reconciler import EXPLANATIONS  # noqa: PLC0415 - as the extractors

    return (*EXPLANATIONS, UNUSED_SUPPRESSION, UNREAD_PASSAGE)


def with_findings(reconciliation: Reconciliation, findings: Iterable[Finding]) -> Reconciliation:
    """The reconciliation with other findings, and the verdicts that follow from them."""
    from casualties.reconciler import judge  # noqa: PLC0415 - as the extractors

    findings = tuple(findings)
    line_items = judge(reconciliation.line_items, findings)
    return replace(reconciliation, findings=findings, line_items=line_items)


def _find_figures(document: Document, conventions: Conventions) -> Figures:
    """The figures of a document, at offsets of its own text."""
    # The stages compile their patterns on import: --help, a wrong option and Ctrl-C need not wait.
    from casualties.extractors import find_figures  # noqa: PLC0415 - see above

    return find_figures(document, conventions)


def _in_input(document: Document, figures: Figures) -> Figures:
    """The figures at offsets of the input that the document was read from."""
    origin = document.origin
    if origin is None or origin.input is None:
        return figures
    placed = (
        replace(each, start=origin.start(each.start), end=origin.end(each.end)) for each in figures
    )
    return Figures(placed, figures.unread)


def _with_remarks(reconciliation: Reconciliation, documents: Sequence[Document]) -> Reconciliation:
    """With what was not read, and without the findings that comments in the documents silence."""
    unread = list(find_unread_passages(reconciliation))
    if unread:
        findings = in_order((*reconciliation.findings, *unread), documents)
        reconciliation = replace(reconciliation, findings=findings)
    if not any(document.comments for document in documents):
        return reconciliation
    return with_findings(reconciliation, suppress(reconciliation.findings, documents, explain()))


def _as_document(document: object) -> Document:
    if isinstance(document, Document):
        return document
    if isinstance(document, str):
        return read_text(document)
    given = type(document).__name__
    raise TypeError(f"expected a Document or a text, not {given}; read_file(path) reads a file")
