"""JSON objects to dataclasses and back, by the dataclasses' own annotations.

A field stands in JSON under its own name; a trailing underscore is dropped there ("from_" is "from").
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def json_name(field: str) -> str:
    """The field's name in JSON."""
    return field.rstrip("_")


def _keep(value: Any) -> Any:
    return value


@functools.cache
def decoder(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of the annotation `kind` of a JSON value."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _object_decoder(kind)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        (inner,) = [argument for argument in arguments if argument is not type(None)]
        step = decoder(inner)
        return step if step is _keep else lambda value: None if value is None else step(value)
    if origin is tuple and arguments[-1] is Ellipsis:
        item = decoder(arguments[0])
        return tuple if item is _keep else lambda value: tuple(map(item, value))
    if origin is tuple:
        return tuple
    return _keep


def decode(kind: type[T], value: Any) -> T:
    """A value of the annotation `kind` made of a JSON value."""
    made: T = decoder(typing.cast(Any, kind))(value)
    return made


def _object_decoder(kind: type[T]) -> Callable[[dict[str, Any]], T]:
    plan = [(json_name(name), decoder(hint)) for name, hint in typing.get_type_hints(kind).items()]

    def make(value: dict[str, Any]) -> T:
        return kind(*[step(value[name]) for name, step in plan])

    return make


def to_json_value(value: Any) -> Any:
    """What `decoder` was given: dicts, lists, strings, numbers."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {json_name(f.name): to_json_value(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [to_json_value(item) for item in value]
    return value
