"""Cells that a spreadsheet would run as a formula, made harmless and back again exactly."""

import re

RISKY = frozenset("'=+-@\t\r＝＋－＠﹢﹣﹦﹫")
"""What a text begins with that ``guard`` may change."""
_RUN = re.compile("'*[=+\\-@\t\r＝＋－＠﹢﹣﹦﹫]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def is_plain_number(text: str) -> bool:
    """Say whether a text is a number with a sign and a decimal point at most."""
    return _NUMBER.fullmatch(text) is not None


def guard(text: str) -> str:
    """Return ``text`` with an apostrophe in front if a spreadsheet could run it.

    So do texts that begin with apostrophes before such a start: ``unguard`` takes away one
    apostrophe and gives back exactly what was there.
    """
    return f"'{text}" if _needs_guard(text) else text


def unguard(cell: str) -> str:
    """Return the text that ``guard`` made a cell of."""
    return cell[1:] if cell[:1] == "'" and _needs_guard(cell[1:]) else cell


def _needs_guard(text: str) -> bool:
    if text[:1] not in RISKY:
        return False
    return _RUN.match(text) is not None and not is_plain_number(text)
