"""Numbers to dial: 911, 12345热线. All text is folded."""

import re

from annotator.suggest.figures.chinese_names import is_line_to_dial
from annotator.suggest.figures.units import Vocabulary

_AMOUNTING = re.compile("[为达至到是约于了过增加减共计有死亡伤愈院升降超逾近]\\Z")
"""What stands before a number that is none to dial."""
_HAN = re.compile("[㐀-鿿]")


def is_dialled(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether a number without a unit is one to dial; some are only in Chinese text."""
    number = text[start:end]
    if is_line_to_dial(text, start):
        return True
    if number in words.lists["hotlines"] and _HAN.search(text, max(0, start - 6), end + 6):
        return not _AMOUNTING.search(text, max(0, start - 1), start)
    return number in words.lists["dialled"] and not words.noun_pattern.match(text, end)
