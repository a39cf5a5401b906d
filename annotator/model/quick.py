"""Makes frozen values that are made by the hundred thousand in a third of the time."""

from collections.abc import Hashable
from dataclasses import MISSING, Field, field, fields, make_dataclass
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")


def quick(kind: type[T]) -> type[T]:
    """Return what makes the values of a frozen dataclass with slots, called as the class is.

    A frozen dataclass pays for each of its fields to get round what freezes it. This fills an
    open one of the same layout and then turns it into the frozen one, which checks itself.
    """
    return cast("type[T]", _maker(cast("Hashable", kind)))


@cache
def _maker(kind: Any) -> object:  # noqa: ANN401 - a class, which mypy does not take for hashable
    check = getattr(kind, "__post_init__", None)

    def freeze(made: object) -> None:
        made.__class__ = kind
        if check:
            check(made)

    stated = [(each.name, each.type, _default(each)) for each in fields(kind)]
    return make_dataclass(
        kind.__name__, stated, namespace={"__post_init__": freeze}, slots=True, eq=False, repr=False
    )


def _default(of: Field[Any]) -> Any:  # noqa: ANN401 - a field may have a default of any kind
    if of.default_factory is not MISSING:
        return field(default_factory=of.default_factory)
    return field(default=of.default) if of.default is not MISSING else field()
