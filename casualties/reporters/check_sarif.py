"""The report of ``casualties check --format sarif``: SARIF 2.1.0, for code scanning."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from casualties.model import Severity
from casualties.reporters import rule_markdown
from casualties.reporters.identities import Identities
from casualties.reporters.json_array import JsonArray
from casualties.reporters.places import Region, file_of, region_of, region_of_words, uri_of
from casualties.reporters.printable import one_line
from casualties.reporters.records import json_text
from casualties.reporters.report import View
from casualties.reporters.wording import advice

if TYPE_CHECKING:
    from casualties.model import Explanation, Figure, Finding, Reconciliation

__all__ = ["Report"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_CLOSING = "\n    }\n  ]\n}\n"
"""What ends a run, the list of runs and the log."""

_IN_LINKS, _ESCAPED = re.compile(r"[\\\[\]]"), r"\\\g<0>"


class Report:
    """The rules, and the findings of all documents, as the one run of a log."""

    def __init__(self, view: View = View()) -> None:
        self._root = view.root
        self._index = {rule.code: index for index, rule in enumerate(view.rules)}
        self._array = JsonArray(_log(view))
        self._failures: list[str] = []

    def add(self, item: Reconciliation) -> str:
        identities = Identities()
        results = (self._result(finding, identities) for finding in item.findings)
        return "".join(map(self._array.item, results))

    def fail(self, why: str, path: str | None) -> str:
        """Keep it: the results stand first."""
        self._failures.append(why)
        return ""

    def end(self) -> str:
        end = self._array.end()
        if not self._failures:
            return end
        invocation = {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {"level": "error", "message": {"text": _plain(one_line(why))}}
                for why in self._failures
            ],
        }
        told = textwrap.indent(json_text([invocation], indent=2).strip(), "      ").strip()
        return f'{end.removesuffix(_CLOSING)},\n      "invocations": {told}{_CLOSING}'

    def _result(self, finding: Finding, identities: Identities) -> dict[str, object]:
        others = list(enumerate(finding.figures[1:], 1))
        index = self._index.get(finding.code)
        path = finding.place.path
        identity = identities.next(file_of(path, self._root), finding)
        return {
            "ruleId": finding.code,
            **({} if index is None else {"ruleIndex": index}),
            "level": _LEVELS[finding.severity],
            "message": {"text": "\n".join([_plain(advice(finding)), *self._links(others)])},
            "locations": [{"physicalLocation": self._place(path, region_of(finding))}],
            **({"relatedLocations": [self._related(*other) for other in others]} if others else {}),
            "partialFingerprints": {"casualtiesFinding/v1": identity},
        }

    def _related(self, number: int, figure: Figure) -> dict[str, object]:
        return {
            "id": number,
            "message": {"text": _plain(one_line(figure.text))},
            "physicalLocation": self._place(figure.path, region_of_words(figure)),
        }

    def _links(self, others: list[tuple[int, Figure]]) -> list[str]:
        """A line with a link to each of the other places: without one, code scanning hides them."""
        links = [
            f"[{_IN_LINKS.sub(_ESCAPED, one_line(figure.text))}]({number}) in "
            + _plain(f"{one_line(file_of(figure.path, self._root))}:{figure.line}")
            for number, figure in others
        ]
        return [f"See {', '.join(links)}."] if links else []

    def _place(self, path: str | None, region: Region) -> dict[str, object]:
        uri = uri_of(path, self._root)
        base = {} if uri.startswith("file:") else {"uriBaseId": "%SRCROOT%"}
        ends = zip(("startLine", "startColumn", "endLine", "endColumn"), region, strict=True)
        return {
            "artifactLocation": {"uri": uri, **base},
            "region": {key: value for key, value in ends if value is not None},
        }


def _log(view: View) -> dict[str, object]:
    """The log with no results so far."""
    driver = {
        "name": "casualties",
        **({"version": view.version} if view.version else {}),
        "rules": [_rule(rule) for rule in view.rules],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": []}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Explanation) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": f"{rule.what} {rule.why}"},
        "help": {"text": rule.mend, "markdown": rule_markdown.render([rule])},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _plain(text: str) -> str:
    """The text with nothing in it that makes a link."""
    return text.replace("](", "] (")
