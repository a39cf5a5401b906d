"""Shares of a whole that only say "very much": 100 percent sure, I agree 100 percent."""

import re

from annotator.suggest.figures.units import Vocabulary

_ALL = re.compile(r"(?:1[0-9]0|1,?000|(?:a|one)\shundred)\s?(?:%|percent\b|per\scent\b)")
_WITH = re.compile(r"\swith\s(?:you|him|her|them)\b(?!\s[a-z])")
"""Whose side somebody is on: I am 100 percent with you."""
_ENDS = re.compile(r"\s?(?:[.,;:?!)—-]|\Z)|\s(?:with|that|and|to|every)\b")


def is_emphatic(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether a share stands for "wholly", which nobody measured: he is 110% committed."""
    if _ALL.fullmatch(text, start, end) is None:
        return False
    is_sure = text[end : end + 1].isspace() and words.lists["sure"].match(text, end + 1)
    if is_sure or _WITH.match(text, end):
        return True
    is_agreed = words.lists["agreeing"].start(text, start) is not None
    return is_agreed and _ENDS.match(text, end) is not None
