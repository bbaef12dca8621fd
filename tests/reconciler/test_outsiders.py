"""Who speaks for no authority."""

import pytest

from casualties.reconciler.outsiders import is_outsider

AUTHORITIES = [
    "African Union",
    "Communist Party chief",
    "European Union mission",
    "International Committee of the Red Cross",
    "Karvelian-led coalition",
    "NHS trust",
    "National Transport Network",
    "Network Rail",
    "Peace Corps deputy director",
    "Prime Minister Ana Rill of the Unity Party",
    "Railway Workers' Compensation Board",
    "Red Crescent chief Ana Rill",
    "West Front hospital",
    "deputy police chief",
    "district attorney",
    "front-line commander",
    "mine operator Rill Group",
]
OUTSIDERS = [
    "Freedom Party",
    "Popular Front",
    "a coalition of charities",
    "a defence lawyer",
    "a residents' committee",
    "activist network",
    "deputy Ana Rill",
    "miners' union",
    "opposition coalition",
    "rebel health ministry",
    "rights group",
    "union leader Ana Rill",
]


@pytest.mark.parametrize("source", AUTHORITIES)
def test_authorities(source: str) -> None:
    assert not is_outsider(source)


@pytest.mark.parametrize("source", OUTSIDERS)
def test_outsiders(source: str) -> None:
    assert is_outsider(source)
