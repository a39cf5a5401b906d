"""Cycles of objects are looked for less often while many are made, and as before afterwards."""

import gc

import pytest

from annotator.formats.collecting import SELDOM, seldom_collecting


def _go_wrong() -> None:
    with seldom_collecting():
        assert gc.get_threshold() == SELDOM
        with seldom_collecting():
            pass
        assert gc.get_threshold() == SELDOM
        raise ValueError("wrong")


def test_it_is_as_before_in_the_end_also_if_something_goes_wrong() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="wrong"):
        _go_wrong()
    assert gc.get_threshold() == before
