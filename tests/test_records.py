"""Our dataclasses are as those of the standard library, whose methods are made at once."""

import copy
import dataclasses
import pickle
from collections.abc import Callable

import pytest

from casualties import Range
from casualties.records import dataclass, replace


def unmade() -> type:
    """A class with fields of every kind that ours have."""

    class Fields:
        number: int
        words: tuple[str, ...] = ()
        known: dict[str, int] = dataclasses.field(default_factory=dict)
        total: int = dataclasses.field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "total", self.number + len(self.words))

    return Fields


def twins(**arguments: bool) -> tuple[type, type]:
    ours: type = dataclass(slots=True, **arguments)(unmade())
    standard: type = dataclasses.dataclass(slots=True, **arguments)(unmade())
    return ours, standard


def outcome(act: Callable[[], object]) -> object:
    """What comes of it, or the kind of error that it is."""
    try:
        return act()
    except Exception as error:  # noqa: BLE001 - whichever it is
        return type(error)


@pytest.mark.parametrize("arguments", [{}, {"frozen": True}, {"kw_only": True, "frozen": True}])
@pytest.mark.parametrize(
    "act",
    [
        lambda cls: repr(cls(number=1)),
        lambda cls: repr(cls(1, ("a",), {"b": 2})),
        lambda cls: cls(),
        lambda cls: cls(1, number=2),
        lambda cls: cls(number=1, unknown=2),
        lambda cls: cls(number=1) == cls(number=1),
        lambda cls: cls(number=1) == cls(number=2),
        lambda cls: cls(number=1) == (1, (), {}, 1),
        lambda cls: cls(number=1) != cls(number=1),
        lambda cls: cls(number=1).known is cls(number=1).known,
        lambda cls: hash(cls(number=1)),
        lambda cls: setattr(cls(number=1), "number", 2),
        lambda cls: delattr(cls(number=1), "number"),
        lambda cls: repr(dataclasses.replace(cls(number=1), words=("a", "b"))),
        lambda cls: dataclasses.asdict(cls(number=1)),
        lambda cls: [field.name for field in dataclasses.fields(cls)],
        lambda cls: cls.__slots__,
        lambda cls: cls.__match_args__,
        lambda cls: repr(copy.deepcopy(cls(number=1))),
    ],
)
def test_it_does_as_the_standard_one(
    act: Callable[[type], object], arguments: dict[str, bool]
) -> None:
    ours, standard = twins(**arguments)
    assert outcome(lambda: act(ours)) == outcome(lambda: act(standard))


@pytest.mark.parametrize("arguments", [{}, {"frozen": True}, {"kw_only": True, "frozen": True}])
@pytest.mark.parametrize(
    "changes", [{}, {"number": 3}, {"words": ("a", "b"), "known": {"c": 1}}, {"unknown": 1}]
)
def test_it_replaces_as_the_standard_one(
    changes: dict[str, object], arguments: dict[str, bool]
) -> None:
    ours, standard = twins(**arguments)
    expected = outcome(lambda: repr(dataclasses.replace(standard(number=1), **changes)))
    assert outcome(lambda: repr(replace(ours(number=1), **changes))) == expected


def test_a_frozen_record_is_of_its_class_and_stays_as_it_is() -> None:
    made = replace(Range(1, 2), high=3)
    assert type(made) is Range
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.high = 4  # type: ignore[misc] # as nobody may


def test_records_that_are_equal_have_one_hash() -> None:
    assert len({Range(1, 2), Range(1, 2), Range(1, 3)}) == 2


def test_records_can_go_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Range(1, None))) == Range(1, None)
