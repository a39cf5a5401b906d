"""Tests of annotator/model/quick.py."""

from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.quantity import Quantity
from annotator.model.quick import quick
from annotator.model.records import RECORD_TYPES, Figure, Passage, Span
from annotator.model.suggestion import Suggestion

VALUES = (
    (Quantity, {"low": "3", "high": "5", "unit": "hour"}),
    (Message, {"template": "A date."}),
    (Figure, {"id": "f", "low": "3"}),
    (Suggestion, {"kind": "figure", "start": 1, "end": 2, "text": "3", "score": 1, "reason": "x"}),
)


@pytest.mark.parametrize(("kind", "said"), VALUES, ids=lambda one: getattr(one, "__name__", ""))
def test_a_value_made_quickly_is_the_same_as_any_other(
    kind: type[object], said: dict[str, object]
) -> None:
    made, usual = quick(kind)(**said), kind(**said)
    assert type(made) is kind
    assert (made, repr(made)) == (usual, repr(usual))


@pytest.mark.parametrize("kind", [*RECORD_TYPES, Span, Passage])
def test_records_of_all_kinds_can_be_made_quickly(kind: type[object]) -> None:
    made = object.__new__(quick(kind))
    made.__class__ = kind  # raises TypeError if the two have not the same layout
    assert type(made) is kind


def test_a_value_made_quickly_is_frozen() -> None:
    made = quick(Quantity)("3", "3")
    with pytest.raises(FrozenInstanceError):
        made.low = "4"  # type: ignore[misc]
    assert replace(made, low="2").low == "2"


def test_a_value_made_quickly_checks_itself() -> None:
    with pytest.raises(UserError, match="not a decimal number"):
        quick(Quantity)("three")


def test_values_made_quickly_share_no_default_that_is_made_anew() -> None:
    make = quick(Message)
    assert make("A date.").values is not make("A date.").values


def test_what_has_no_default_must_be_said() -> None:
    @dataclass(frozen=True, slots=True)
    class Pair:
        """Two numbers."""

        first: int
        second: int = 2

    assert quick(Pair)(1) == Pair(1, 2)
    with pytest.raises(TypeError, match="first"):
        quick(Pair)()  # type: ignore[call-arg]
