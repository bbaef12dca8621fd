"""Several reports in one document."""

from __future__ import annotations

import pytest

import casualties
from casualties.extractors.figures import find_figures
from casualties.extractors.reports import find_reports
from casualties.model import MAIN
from casualties.readers.text import read_text

CRASH = """Bus falls off cliff near Orlo, killing 31

Thirty-one people died when a bus fell off a cliff near Orlo on Monday, police said.

The driver, Ivo Dahl, was among the dead. In 2019 four people died there."""
MINE = """Divers find four bodies in flooded mine

TELM, Varnia – Divers working in the flooded Anders mine found four bodies, Nordgrube said.

In 2011 two men had died in it."""


def test_each_report_has_its_event() -> None:
    figures = casualties.extract(f"{CRASH}\n\n{MINE}")
    told = [(figure.text, figure.event, figure.paragraph) for figure in figures]
    assert told == [
        ("31", MAIN, 1),
        ("Thirty-one people", MAIN, 2),
        ("four people", "2019", 3),
        ("four bodies", "divers find four bodies", 4),
        ("four bodies", "divers find four bodies", 5),
        ("two men", "divers find four bodies: 2011", 6),
    ]
    assert len({figure.id for figure in figures}) == len(told)


def test_a_title_is_a_paragraph_as_in_the_document() -> None:
    document = read_text(f"{CRASH}\n\n{MINE}")
    kinds = {passage.number: passage.kind for passage in document.passages}
    assert all(f.passage is kinds[f.paragraph] for f in casualties.extract(document))


def test_what_is_unread_stands_where_it_stands_in_the_document() -> None:
    figures = find_figures(read_text(f"{CRASH}\n\n{MINE}\n\nThe 12 dead horses lay there."))
    assert [(each.place.line, each.place.paragraph) for each in figures.unread] == [(13, 7)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"{CRASH}\n\nWhat we know so far\n\nAnna Berg of Nordgrube spoke.",
            id="a title that tells nothing",
        ),
        pytest.param(CRASH, id="one report"),
        pytest.param("", id="nothing"),
        pytest.param(
            f"{CRASH}\n\nThe road on which Ivo Dahl died\n\nIvo Dahl had driven it for years.",
            id="a title with a name of the report",
        ),
        pytest.param(
            f"{CRASH}\n\nWhat we know\n\nAnna Berg of Nordgrube spoke.", id="a short title"
        ),
        pytest.param(
            f"{CRASH}\n\n17.15 Berg arrives in Telm by train\n\nAnna Berg of Nordgrube spoke.",
            id="an entry with its time",
        ),
        pytest.param(f"{CRASH}\n\nAnna Berg of Nordgrube speaks in Telm", id="nothing below"),
    ],
)
def test_one_report(text: str) -> None:
    document = read_text(text)
    assert [report.document for report in find_reports(document)] == [document]


def test_briefs_are_reports_and_the_first_is_the_main_one() -> None:
    text = "Police briefs\n\nShop robbed\n\nTwo men were hurt.\n\nHouse burned\n\nA girl died."
    assert [figure.event for figure in casualties.extract(text)] == [MAIN, "house burned"]
