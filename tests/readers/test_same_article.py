"""One article, in every format that is read: the same figures, and the same is wrong with them."""

import pytest

from casualties import check
from casualties.model import Figure, Reconciliation
from casualties.readers import read_file
from tests.snapshots import ROOT

SAMPLES = sorted(path.name for path in (ROOT / "examples").glob("ferry.*") if path.suffix != ".txt")


def checked(name: str) -> Reconciliation:
    return check(read_file(ROOT / "examples" / name))


def of(figure: Figure) -> tuple[str, ...]:
    outcome, population = figure.outcome, figure.population
    return (outcome, str(figure.range), population, figure.scope, figure.passage, figure.text)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_figures_are_those_of_the_text(name: str) -> None:
    expected, found = checked("ferry.txt"), checked(name)
    assert sorted(map(of, found.figures)) == sorted(map(of, expected.figures))
    assert [(each.code, sorted(map(of, each.figures))) for each in found.findings] == [
        (each.code, sorted(map(of, each.figures))) for each in expected.findings
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_position_leads_to_the_words(name: str) -> None:
    found = checked(name)
    for figure in found.figures:
        passage = found.document.passages[figure.paragraph - 1]
        assert figure.text in passage.text
        if figure.line is not None and figure.column is not None:
            line = found.document.input.split("\n")[figure.line - 1]
            assert line[figure.column - 1 :].startswith(figure.text.split()[0])
