"""The JSON Schema of what the JSON formats print.

The models are the promise, and are kept apart from the records so that a record cannot change
the promise by changing itself. pydantic is slow to import: nothing imports this module but those
who ask for a schema.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from casualties.config import Config
from casualties.model import Basis, Kind, Outcome, Qualifier, Scope, Severity, Verdict

__all__ = [
    "check_schema",
    "config_schema",
    "extract_schema",
    "figure_schema",
    "finding_schema",
    "rules_schema",
    "summary_schema",
    "total_schema",
]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_CODE = r"^CAS\d{3}$"

Count = Annotated[int, Field(ge=0)]
Place = Annotated[int, Field(ge=1)]


class _Object(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FigureObject(_Object):
    """One statement of how many people were killed, injured or are missing."""

    id: str = Field(description="Unique in the document.")
    path: str | None = Field(description="The input; null where several make one document.")
    outcome: Outcome
    low: Count
    high: Count | None = Field(description="Included; null where nothing bounds the number.")
    qualifier: Qualifier
    population: str = Field(description="Who: people for generic words, else the noun's lemma.")
    scope: Scope
    event: str = Field(description="main, or a label for another incident.")
    source: str | None = Field(description="Who is quoted; null where the article speaks itself.")
    text: str = Field(description="The words that state it.")
    start: Count | None = Field(description="Offset of the text in the decoded input, from 0.")
    end: Count | None = Field(description="Offset of the text's end, excluded.")
    line: Place | None
    column: Place | None = Field(description="In characters.")
    passage: Kind
    paragraph: Place = Field(description="The passage's place in the document.")
    sentence: str


class LineItemObject(_Object):
    """The figures that can be held against each other."""

    event: str
    outcome: Outcome
    population: str
    low: Count | None = Field(description="What all figures allow together; null: no number.")
    high: Count | None = Field(description="Null also where nothing bounds the number.")
    verdict: Verdict
    figures: list[str] = Field(min_length=1, description="Ids of figures.")


class TotalObject(_Object):
    """The count of one outcome of one event."""

    event: str
    outcome: Outcome
    low: Count
    high: Count | None
    number: Count = Field(description="The count that a coder would enter.")
    basis: Basis


class FindingObject(_Object):
    """One rule broken, at one place."""

    code: str = Field(pattern=_CODE)
    name: str
    severity: Severity
    message: str
    figures: list[str] = Field(description="Ids of figures, the one to look at first.")
    line: Place | None
    column: Place | None


class PlaceObject(_Object):
    """Words that a finding rests on."""

    path: str | None
    line: Place | None
    column: Place | None
    text: str


class FindingLineObject(FindingObject):
    """What ``casualties check --format jsonl`` prints in a line."""

    path: str | None
    places: list[PlaceObject] = Field(description="Of its figures, the one to look at first.")


class FailureObject(_Object):
    """An input, or a row of one, that could not be read."""

    path: str | None = Field(description="What was asked for: a file, a folder or a pattern.")
    message: str = Field(description="Why, in one sentence that names it.")


Failures = Annotated[
    list[FailureObject],
    Field(min_length=1, description="Missing where all inputs could be read."),
]


class CheckedDocumentObject(_Object):
    """What a check found in one input."""

    path: str | None
    figures: list[FigureObject]
    line_items: list[LineItemObject]
    totals: list[TotalObject]
    findings: list[FindingObject]


class CheckSummaryObject(_Object):
    """Counts over all documents."""

    documents: Count
    figures: Count
    errors: Count
    warnings: Count


class CheckObject(_Object):
    """What ``casualties check --format json`` prints."""

    schema_version: Literal["1.0"]
    documents: list[CheckedDocumentObject]
    failures: Failures = []
    summary: CheckSummaryObject


class DocumentObject(_Object):
    """The figures of one input."""

    path: str | None
    figures: list[FigureObject]


class ExtractSummaryObject(_Object):
    """Counts over all documents."""

    documents: Count
    figures: Count


class ExtractObject(_Object):
    """What ``casualties extract --format json`` prints."""

    schema_version: Literal["1.0"]
    documents: list[DocumentObject]
    failures: Failures = []
    summary: ExtractSummaryObject


class SummaryObject(_Object):
    """What ``casualties extract --summary --format jsonl`` prints in a line."""

    path: str | None
    event: str
    outcome: Outcome
    low: Count
    high: Count | None
    number: Count = Field(description="The count that a coder would enter.")
    basis: Basis
    verdict: Verdict = Field(description="The gravest of the line items.")
    mentions: Count = Field(description="How many figures there are.")


class SummariesObject(_Object):
    """What ``casualties extract --summary --format json`` prints."""

    schema_version: Literal["1.0"]
    totals: list[SummaryObject]


class RuleObject(_Object):
    """What a rule says of itself."""

    code: str = Field(pattern=_CODE)
    name: str
    severity: Severity
    what: str = Field(description="What breaks it.")
    why: str = Field(description="Why that matters.")
    flags: list[list[str]] = Field(description="Small texts that break it, by paragraphs.")
    passes: list[list[str]] = Field(description="Near misses that do not break it.")
    mend: str = Field(description="What mends the copy.")
    silence: str = Field(description="The comment that silences it.")


class RulesObject(_Object):
    """What ``casualties rule --format json`` prints."""

    schema_version: Literal["1.0"]
    rules: list[RuleObject]


def check_schema() -> dict[str, Any]:
    """The schema of the object that ``casualties check --format json`` prints."""
    return _schema(CheckObject)


def extract_schema() -> dict[str, Any]:
    """The schema of the object that ``casualties extract --format json`` prints."""
    return _schema(ExtractObject)


def config_schema() -> dict[str, Any]:
    """The schema of a settings file, or of the table ``[tool.casualties]``."""
    return {"$schema": _DIALECT, **TypeAdapter(Config).json_schema()}


def figure_schema() -> dict[str, Any]:
    """The schema of a line that ``casualties extract --format jsonl`` prints."""
    return _schema(FigureObject)


def finding_schema() -> dict[str, Any]:
    """The schema of a line that ``casualties check --format jsonl`` prints."""
    return _schema(FindingLineObject)


def summary_schema() -> dict[str, Any]:
    """The schema of the object that ``casualties extract --summary --format json`` prints."""
    return _schema(SummariesObject)


def total_schema() -> dict[str, Any]:
    """The schema of a line that ``casualties extract --summary --format jsonl`` prints."""
    return _schema(SummaryObject)


def rules_schema() -> dict[str, Any]:
    """The schema of the object that ``casualties rule --format json`` prints."""
    return _schema(RulesObject)


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return {"$schema": _DIALECT, **model.model_json_schema()}
