import pytest

from casualties.readers.repeats import Said


def test_a_text_that_several_texts_say_together() -> None:
    said = Said()
    said.add("Nine died.")
    said.add("Ten are missing.")
    assert said.holds("Nine died. Ten are missing.")
    assert not said.holds("Nine are missing.")


def test_a_search_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casualties.readers.repeats._MOST_SEARCHED", 20)
    said = Said()
    said.add("Nine died in a fire in Orlo.")
    assert said.holds("Nine died")
    assert not said.holds("fire in Orlo")
    assert said.holds("Nine died in a fire in Orlo")
