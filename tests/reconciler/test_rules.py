"""Every rule breaks on its ``flags`` and keeps silent on its ``passes``."""

from pathlib import Path

import pytest

import casualties
from casualties.model import Case, Explanation
from casualties.pipeline import explain
from casualties.reconciler import rules
from casualties.reconciler.rules import RULES
from casualties.unread import UNREAD_PASSAGE

FOLDER = Path(rules.__file__).parent
EXPLAINED = explain()
FLAGS = [(rule, case) for rule in EXPLAINED for case in rule.flags]
PASSES = [(rule, case) for rule in EXPLAINED for case in rule.passes]


def codes(case: Case) -> set[str]:
    return {finding.code for finding in casualties.check("\n\n".join(case)).findings}


def case_id(value: object) -> str:
    return " / ".join(value) if isinstance(value, tuple) else getattr(value, "code", "")


@pytest.mark.parametrize(("rule", "case"), FLAGS, ids=case_id)
def test_flags(rule: Explanation, case: Case) -> None:
    assert rule.code in codes(case)


@pytest.mark.parametrize(("rule", "case"), PASSES, ids=case_id)
def test_passes(rule: Explanation, case: Case) -> None:
    assert rule.code not in codes(case)


def test_every_file_is_listed() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__", "rule"}
    assert files == {rule.name.replace("-", "_") for rule in RULES}


def test_codes_are_in_order_and_unique() -> None:
    listed = [rule.code for rule in EXPLAINED]
    assert listed == sorted(set(listed))


@pytest.mark.parametrize("rule", EXPLAINED, ids=case_id)
def test_a_rule_has_cases_and_an_explanation(rule: Explanation) -> None:
    if rule is not UNREAD_PASSAGE:  # its cases would fill pages: they are in test_unread.py
        assert len(set(rule.flags)) >= 6
        assert len(set(rule.passes)) >= 6
    assert rule.what.count(". ") == 0
    assert all(text.endswith(".") for text in (rule.what, rule.why, rule.mend))
