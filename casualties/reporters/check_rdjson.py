"""The report of ``casualties check --format rdjson``: what reviewdog posts beside the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import Severity
from casualties.reporters.json_array import JsonArray
from casualties.reporters.places import Region, Root, file_of, region_of, region_of_words
from casualties.reporters.printable import one_line, show_controls
from casualties.reporters.report import View
from casualties.reporters.wording import advice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casualties.model import Finding, Reconciliation

__all__ = ["Report"]


class Report:
    """The findings of all documents as the diagnostics of one result."""

    def __init__(self, view: View = View()) -> None:
        self._root = view.root
        self._array = JsonArray({"source": {"name": "casualties"}, "diagnostics": []})

    def add(self, item: Reconciliation) -> str:
        if not item.findings:
            return ""
        places = _Places(self._root, item.document.path, item.document.input.split("\n"))
        return "".join(self._array.item(_diagnostic(each, places)) for each in item.findings)

    def fail(self, why: str, path: str | None) -> str:
        """A diagnostic at the top of the file, with no rule."""
        location = _Places(self._root, path, ()).location(path, Region(1, 1))
        told = {"message": one_line(why), "location": location, "severity": Severity.ERROR.upper()}
        return self._array.item(told)

    def end(self) -> str:
        return self._array.end()


class _Places:
    """Places in the files of one document."""

    def __init__(self, root: Root, path: str | None, lines: Sequence[str]) -> None:
        self._root = root
        self._path = path
        self._lines = lines

    def location(self, path: str | None, region: Region) -> dict[str, object]:
        """Where it is; of inputs that were taken as one the lines alone, for their bytes are gone.

        A range without columns is one of whole lines.
        """
        file = show_controls(file_of(path, self._root))
        has_columns = path == self._path
        line, column, end_line, end_column = region
        range_ = {"start": self._position(line, column if has_columns else None)}
        if end_line is not None:
            range_["end"] = self._position(end_line, end_column if has_columns else None)
        return {"path": file, "range": range_}

    def _position(self, line: int, column: int | None) -> dict[str, int]:
        """A line and a column, which reviewdog counts in bytes of UTF-8."""
        if column is None:
            return {"line": line}
        before = "".join(self._lines[line - 1 : line])[: column - 1]
        wider = len(before.encode("utf-8", "surrogatepass")) - len(before)
        return {"line": line, "column": column + wider}


def _diagnostic(finding: Finding, places: _Places) -> dict[str, object]:
    related = [
        {
            "message": one_line(figure.text),
            "location": places.location(figure.path, region_of_words(figure)),
        }
        for figure in finding.figures[1:]
    ]
    return {
        "message": f"{finding.name}: {advice(finding)}",
        "location": places.location(finding.place.path, region_of(finding)),
        "severity": finding.severity.upper(),
        "code": {"value": finding.code},
        **({"relatedLocations": related} if related else {}),
    }
