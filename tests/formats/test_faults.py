"""The faults of damaged files in words."""

import pytest

from annotator.formats.faults import fault_text


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (KeyError("xl/workbook.xml"), "it lacks xl/workbook.xml"),
        (KeyError(7), "it lacks 7"),
        (TypeError("x must be <class 'str'>", object()), "a value is of another kind"),
        (AttributeError("'list' object has no attribute 'get'"), "a value is of another kind"),
        (IndexError("list index out of range"), "it is cut off"),
        (RecursionError("maximum depth"), "it is nested too deeply"),
        (ValueError("row 0 is no row"), "row 0 is no row"),
        (LookupError("unknown encoding: x"), "unknown encoding: x"),
        (ValueError(), "ValueError"),
        (KeyError(), "KeyError"),
    ],
)
def test_no_word_of_the_language_that_reads_is_told(error: Exception, text: str) -> None:
    assert fault_text(error).startswith(text)


def test_a_reason_is_short() -> None:
    assert len(fault_text(ValueError("x" * 1000))) == 150
