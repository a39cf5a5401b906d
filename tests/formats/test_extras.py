"""Libraries that may miss."""

import pytest

from annotator.formats.extras import library
from annotator.model.errors import UserError


def test_a_library_that_is_there_is_given() -> None:
    assert library("json", "cas").dumps([1]) == "[1]"


def test_a_missing_one_names_the_extra() -> None:
    with pytest.raises(UserError) as caught:
        library("no_such_library.part", "cas")
    assert "needs no_such_library: install transcript-annotator[cas]" in str(caught.value)
