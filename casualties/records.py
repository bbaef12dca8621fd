"""Dataclasses with slots that cost little until they are used: a check has dozens of them.

``dataclasses.dataclass`` looks at each field, and writes and compiles the source of six methods for
each class as it is imported, which would take a third of the time of a check. Here ``__init__`` is
compiled when the first record is made, and ``__eq__`` when two are compared, and both are kept; the
others are functions that all classes share. What ``dataclasses.fields`` and the like ask for is
made when they do. ``replace`` does as ``dataclasses.replace``, by a function that is compiled for
each class in the same way.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from casualties.kept import keep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from dataclasses import dataclass, replace
    from functools import cached_property

    Method = Callable[..., Any]
else:

    class cached_property:  # noqa: N801 - as in functools, whose own has a lock in Python 3.11
        """A property that is found out when it is first asked for."""

        def __init__(self, find):
            self._find, self.__doc__ = find, find.__doc__

        def __set_name__(self, _, name):
            self._name = name

        def __get__(self, record, _=None):
            if record is None:
                return self
            found = record.__dict__[self._name] = self._find(record)
            return found

    _REPLACING = {}

    def replace(record, /, **changes):
        """The record with other values in some of its fields."""
        cls = record.__class__
        change = _REPLACING.get(cls)
        if change is None:
            change = _REPLACING[cls] = _replacing(cls)
        return change(record, **changes)

    def dataclass(*, slots, frozen=False, kw_only=False):
        """As ``dataclasses.dataclass`` with these arguments; ``slots`` must be true."""
        if not slots:
            raise ValueError("all records have slots")
        return lambda cls: _made(cls, frozen=frozen, kw_only=kw_only)


__all__ = ["cached_property", "dataclass", "replace"]


class _Field:
    """What the methods of a record have to know of one of its fields."""

    __slots__ = ("default", "is_given", "is_named", "make", "name")

    def __init__(self, name: str, default: Any, make: Any, is_given: bool, is_named: bool) -> None:
        self.name, self.default, self.make = name, default, make
        self.is_given, self.is_named = is_given, is_named


class _Standard:
    """An attribute that ``dataclasses`` makes, which hardly any class is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, record: object, cls: Any) -> Any:
        declared, kw_only = cls.__record__
        make = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only)
        standard = make(declared)
        for name in _OF_STANDARD:
            setattr(cls, name, getattr(standard, name))
        return getattr(standard, self._name)


_OF_STANDARD = ("__dataclass_fields__", "__dataclass_params__", "__match_args__")


def _made(cls: Any, *, frozen: bool, kw_only: bool) -> Any:
    """The class with slots for its fields and the methods of a dataclass."""
    annotations = vars(cls).get("__annotations__", {})
    names = tuple([name for name in annotations if not _is_of_class(annotations[name])])
    without = {*names, "__dict__", "__weakref__"}
    own = {name: value for name, value in vars(cls).items() if name not in without}
    contents = (_OF_FROZEN if frozen else _OF_OPEN) | own
    contents |= {"__slots__": names, "__record__": (cls, kw_only)}
    made = type(cls)(cls.__name__, cls.__bases__, contents)
    made.__qualname__ = cls.__qualname__
    return made


def _is_of_class(annotation: object) -> bool:
    return str(annotation).startswith("ClassVar")


def _fields(cls: Any) -> Iterator[_Field]:
    """The fields of a record as they were declared."""
    declared, kw_only = cls.__record__
    for name in cls.__slots__:
        given = vars(declared).get(name, dataclasses.MISSING)
        if isinstance(given, dataclasses.Field):
            yield _Field(name, given.default, given.default_factory, given.init, kw_only)
        else:
            yield _Field(name, given, dataclasses.MISSING, True, kw_only)


def _init_first(self: Any, *positional: object, **named: object) -> None:
    cls = type(self)
    cls.__init__ = _init(cls)
    cls.__init__(self, *positional, **named)


def _repr(self: Any) -> str:
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{type(self).__qualname__}({told})"


def _eq_first(self: Any, other: object) -> bool:
    cls = type(self)
    cls.__eq__ = _equals(cls)
    equal: bool = cls.__eq__(self, other)
    return equal


def _hash_first(self: Any) -> int:
    cls = type(self)
    values = attrgetter(*cls.__slots__)

    def hashed(record: Any) -> int:
        return hash(values(record))

    cls.__hash__ = hashed  # type: ignore[assignment] # of a class, not of a record
    return hash(self)


def _refuse(_: object, name: str, *__: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def _state(record: Any) -> list[Any]:
    return [getattr(record, name) for name in record.__slots__]


def _restore(record: Any, state: list[Any]) -> None:
    for name, value in zip(record.__slots__, state, strict=True):
        object.__setattr__(record, name, value)


_OF_OPEN: dict[str, Any] = {
    "__init__": _init_first,
    "__repr__": _repr,
    "__eq__": _eq_first,
    "__hash__": None,
} | {name: _Standard(name) for name in _OF_STANDARD}
_OF_FROZEN = _OF_OPEN | {
    "__hash__": _hash_first,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _restore,
}
"""What every record has; the first three of these methods make way for those of the class."""


def _init(cls: Any) -> Method:
    """The ``__init__`` that the fields of a class ask for."""
    known: dict[str, Any] = {"MISSING": dataclasses.MISSING, "cls": cls}
    parameters: dict[bool, list[str]] = {False: ["self"], True: []}
    body = []
    for field in _fields(cls):
        name, default, make = field.name, field.default, field.make
        if not field.is_given:  # __post_init__ gives it its value
            continue
        value, given = name, ""
        if default is not dataclasses.MISSING:
            known[f"default_{name}"], given = default, f"=default_{name}"
        elif make is not dataclasses.MISSING:
            known[f"make_{name}"], given = make, "=MISSING"
            value = f"make_{name}() if {name} is MISSING else {name}"
        parameters[field.is_named].append(name + given)
        body.append(f" self.{name} = {value}")
    if cls.__setattr__ is _refuse:  # it takes its values as one of a class that can change
        known |= {"put": object.__setattr__, "opened": _opened(cls)}
        body = [" put(self, '__class__', opened)", *body, " self.__class__ = cls"]
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    named = ["*", *parameters[True]] if parameters[True] else []
    head = f"def __init__({', '.join(parameters[False] + named)}):"
    init = _compiled("__init__", "\n".join([head, *body]), known)
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _equals(cls: Any) -> Method:
    """The ``__eq__`` of a class, which compares one field after another."""
    fields = " and ".join(f"self.{name} == other.{name}" for name in cls.__slots__)
    source = (
        "def __eq__(self, other):\n"
        " if other.__class__ is not self.__class__: return NotImplemented\n"
        f" return self is other or ({fields or True})"
    )
    return _compiled("__eq__", source, {})


def _opened(cls: Any) -> type:
    """The same class for records whose fields can be set."""
    names = {"__slots__": (), "__setattr__": object.__setattr__}
    return type(cls.__name__, (cls,), names)


def _replacing(cls: Any) -> Method:
    """What makes a record anew with other values in some fields."""
    fields = [field for field in _fields(cls) if field.is_given]
    parameters = "".join(f", {field.name}=MISSING" for field in fields)
    values = []
    for field in fields:
        value = f"record.{field.name} if {field.name} is MISSING else {field.name}"
        values.append(f"{field.name}={value}" if field.is_named else value)
    source = f"def replace(record, /, *{parameters}):\n return cls({', '.join(values)})"
    return _compiled("replace", source, {"MISSING": dataclasses.MISSING, "cls": cls})


def _compiled(name: str, source: str, known: dict[str, Any]) -> Method:
    """The function of that name in a source that is compiled once and kept."""
    exec(keep(f"code {source}", lambda: compile(source, "<records>", "exec")), known)
    function: Method = known[name]
    return function
