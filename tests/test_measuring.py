"""Measuring the first moments: what is traced, and what is not any more."""

import signal
import time

import coverage
import pytest

from tests.measuring import FirstMoments

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="this system has no timer of CPU time"
)


class Switch(coverage.Coverage):
    """A measurement that is only switched on and off."""

    _switched_on = True

    def start(self) -> None:
        self._switched_on = True

    def stop(self) -> None:
        self._switched_on = False

    def is_on(self) -> bool:
        return self._switched_on


@pytest.fixture
def switch() -> Switch:
    return Switch(data_file=None)


@pytest.fixture
def moments(switch: Switch) -> FirstMoments:
    made = FirstMoments(switch, share=0.05)
    made.begin()
    return made


def compute_until_off(switch: Switch) -> None:
    began = time.thread_time()
    while switch.is_on() and time.thread_time() - began < 5:
        sum(range(10_000))


def test_nothing_is_measured_between_the_tests(switch: Switch, moments: FirstMoments) -> None:
    assert not switch.is_on()
    with moments.measured("a"):
        assert switch.is_on()
    assert not switch.is_on()


def test_what_takes_long_is_measured_for_its_share(switch: Switch, moments: FirstMoments) -> None:
    with moments.measured("a"):
        compute_until_off(switch)
        assert not switch.is_on()
    with moments.measured("a"):
        assert not switch.is_on()
    with moments.measured("b"):
        assert switch.is_on()


def test_what_is_made_within_a_test_belongs_to_it(switch: Switch, moments: FirstMoments) -> None:
    with moments.measured("a"):
        with moments.measured("b"):
            assert switch.is_on()
        assert switch.is_on()
