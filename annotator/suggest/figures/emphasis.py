"""Shares of a whole that only say "very much": 100 percent sure, I agree 100 percent."""

import re

_ALL = re.compile(r"(?:1[0-9]0|1,?000|(?:a|one)\shundred)\s?(?:%|percent\b|per\scent\b)")
_SURE = re.compile(
    r"\s(?:sure|certain|confident|convinced|committed|behind|on\sboard|in\sagreement|agree|right|wrong"
    r"|correct|true|honest|clear|dedicated|focused|with\s(?:you|him|her|them)\b(?!\s[a-z]))\b"
)
_AGREED = re.compile(
    r"\b(?:agree|agreed|agrees|concur|(?:g[ai]v(?:e|es|ing)|given)(?:\s(?:it|us|you|them|him|her|me))?"
    r"|support\s(?:it|that|you|this)|behind\s(?:it|you|us|them|him|her|that|this))\s\Z"
)
_ENDS = re.compile(r"\s?(?:[.,;:?!)—-]|\Z)|\s(?:with|that|and|to|every)\b")
_BEFORE = 24


def is_emphatic(text: str, start: int, end: int) -> bool:
    """Say whether a share stands for "wholly", which nobody measured: he is 110% committed."""
    if _ALL.fullmatch(text, start, end) is None:
        return False
    if _SURE.match(text, end):
        return True
    is_agreed = _AGREED.search(text, max(0, start - _BEFORE), start)
    return is_agreed is not None and _ENDS.match(text, end) is not None
