"""What is wrong with a value that was typed into a field."""

import re

from annotator.model.message import _
from annotator.model.quantity import is_decimal

JUDGED = ("number", "date")
"""The kinds of fields whose values can be wrong."""
DATE = re.compile(
    r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|--\d{2}(?:-\d{2})?|T?\d{2}:\d{2})?(?:T\d{2}:\d{2})?"
)


def complaint_of(kind: str, value: str) -> str:
    """Say what a number or date should look like; nothing if the value is one."""
    if kind == "number" and value and not is_decimal(value):
        return _("A number such as 2.5 or 23000.")
    if kind == "date" and not DATE.fullmatch(value):
        return _("A date such as 2026-01-05, 2026-01, 2026 or --01-05.")
    return ""
