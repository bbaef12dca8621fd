"""The whole tool in two functions, and the one place that knows the order of the stages."""

from __future__ import annotations

from casualties.model import Document, Figures, Reconciliation
from casualties.readers import read_text

__all__ = ["check", "extract"]


def extract(document: Document | str) -> Figures:
    """The figures of a document, or of a plain text, in the order in which they stand.

    >>> [str(figure.range) for figure in extract("Twelve people died and about 30 were hurt.")]
    ['12', '27-33']

    Raises:
        TypeError: if given neither; ``read_file`` makes a document of a path.
    """
    # The stages compile their patterns on import: --help, a wrong option and Ctrl-C need not wait.
    from casualties.extractors import find_figures  # noqa: PLC0415 - see above

    return find_figures(_as_document(document))


def check(document: Document | str) -> Reconciliation:
    """The figures of a document, or of a plain text, held against each other.

    >>> reconciliation = check("Twelve people were killed. The blast killed 15 people.")
    >>> [finding.name for finding in reconciliation.findings]
    ['contradictory-figures']

    Raises:
        TypeError: if given neither; ``read_file`` makes a document of a path.
    """
    from casualties.reconciler import reconcile  # noqa: PLC0415 - as the extractors

    document = _as_document(document)
    return reconcile(document, extract(document))


def _as_document(document: object) -> Document:
    if isinstance(document, Document):
        return document
    if isinstance(document, str):
        return read_text(document)
    given = type(document).__name__
    raise TypeError(f"expected a Document or a text, not {given}; read_file(path) reads a file")
