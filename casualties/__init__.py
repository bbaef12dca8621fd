"""Find the numbers of killed and injured in a text, and where they contradict each other.

>>> import casualties
>>> print(casualties.extract("At least 12 people died in the blast; more than 30 were hurt."))
1:1 killed 12+ people "At least 12 people"
1:39 injured 31+ people "more than 30"
"""

from __future__ import annotations

from casualties.model import (
    Conventions,
    Document,
    Figure,
    Figures,
    Finding,
    LineItem,
    Outcome,
    Qualifier,
    Reconciliation,
    Scope,
    Severity,
    Total,
)
from casualties.pipeline import check, check_as_one, extract
from casualties.ranges import Range
from casualties.readers import ReadError, read_file

__version__ = "0.1.0"

__all__ = [
    "Conventions",
    "Document",
    "Figure",
    "Figures",
    "Finding",
    "LineItem",
    "Outcome",
    "Qualifier",
    "Range",
    "ReadError",
    "Reconciliation",
    "Scope",
    "Severity",
    "Total",
    "__version__",
    "check",
    "check_as_one",
    "extract",
    "read_file",
]
