"""What a finding is recognised by when the copy around it has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casualties.model import Finding

__all__ = ["fingerprint", "words_of"]

_LENGTH = 16


def words_of(finding: Finding) -> tuple[str, ...]:
    """The words that a finding is about, in alphabetical order: where they stand does not matter.

    Of a finding without figures, it is what is said of it.
    """
    if not finding.figures:
        return (finding.message,)
    return tuple(sorted(" ".join(figure.text.split()) for figure in finding.figures))


def fingerprint(finding: Finding) -> str:
    """A hash of the rule and the words, in hexadecimal digits."""
    text = "\0".join([finding.code, *words_of(finding)])
    import hashlib  # noqa: PLC0415 - most reports need none

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
