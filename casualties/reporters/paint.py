"""Colours for terminals, none where there are to be none."""

from __future__ import annotations

from casualties.model import Severity
from casualties.records import dataclass

__all__ = ["Paint"]

_RESET = "\x1b[0m"
_STRONG = "\x1b[1m"
_COLORS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.INFO: "\x1b[1;34m",
}


@dataclass(frozen=True, slots=True)
class Paint:
    """Paints words, or leaves them as they are."""

    is_on: bool

    def strong(self, words: str) -> str:
        """The words in bold type."""
        return f"{_STRONG}{words}{_RESET}" if self.is_on else words

    def severity(self, severity: Severity) -> str:
        r"""The word for a severity in its colour.

        >>> Paint(True).severity(Severity.ERROR)
        '\x1b[1;31merror\x1b[0m'
        """
        return f"{_COLORS[severity]}{severity}{_RESET}" if self.is_on else severity
