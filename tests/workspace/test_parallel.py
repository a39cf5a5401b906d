"""A function on many values in several processes."""

import time
from collections.abc import Iterator

import pytest

from annotator.workspace.parallel import in_processes


def test_the_results_come_in_order() -> None:
    assert list(in_processes(str.upper, iter("abcdefghijklmnopqrst"), 2)) == list(
        "ABCDEFGHIJKLMNOPQRST"
    )


def test_an_error_reaches_the_caller() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(in_processes(int, ["1", "x"], 1))


def test_values_are_taken_only_a_little_ahead() -> None:
    taken = []

    def values() -> Iterator[str]:
        for number in range(40):
            taken.append(number)
            yield str(number)

    results = in_processes(int, values(), 1)
    assert next(results) == 0
    assert len(taken) < 10
    results.close()  # type: ignore[attr-defined]


def test_who_stops_asking_does_not_wait_for_what_is_being_computed() -> None:
    results = in_processes(time.sleep, [0, 60], 1)
    assert next(results) is None
    started = time.monotonic()
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 30
