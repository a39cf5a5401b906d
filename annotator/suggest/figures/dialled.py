"""Numbers to dial: 911, 12345热线. All text is folded."""

import re

from annotator.suggest.figures.chinese_names import is_line_to_dial
from annotator.suggest.figures.units import Vocabulary

_AMOUNTING = re.compile("[为达至到是约于了过增加减共计有死亡伤愈院升降超逾近]\\Z")
"""What stands before a number that is none to dial."""
_QUOTES, _KEY = frozenset("‘'“\""), re.compile("[0-9][’'”\"]")
_PRESSED = re.compile(r"\b(?:press|dial|enter|hit|push)(?:e?s|ed|ing)?\s[^.;?!0-9\n]{0,24}\Z")
"""Around a key in quotes: pressing ‘*’ then ‘0’."""
_HAN = re.compile("[㐀-鿿]")
_NEAR = 40


def is_dialled(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether a number without a unit is one to dial; some are only in Chinese text."""
    number = text[start:end]
    if is_line_to_dial(text, start) or _is_key(text, start):
        return True
    if number in words.lists["hotlines"] and _HAN.search(text, max(0, start - 6), end + 6):
        return not _AMOUNTING.search(text, max(0, start - 1), start)
    return number in words.lists["dialled"] and not words.noun_pattern.match(text, end)


def _is_key(text: str, start: int) -> bool:
    """Say whether a digit is a key of a telephone, in quotes."""
    if text[start - 1] not in _QUOTES or _KEY.match(text, start) is None:
        return False
    return _PRESSED.search(text, max(0, start - _NEAR), start - 1) is not None
