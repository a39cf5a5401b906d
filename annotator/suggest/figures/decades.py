"""Tens: the '70s and 九十年代 are years, a man in his 40s has an age, highs in the 80s warmth."""

import re

from annotator.model.quantity import Quantity
from annotator.suggest.figures.clocks import numeral_of
from annotator.suggest.figures.english_numbers import TENS, any_of

Read = tuple[int, Quantity]
PLURAL_TENS = {f"{word[:-1]}ies": value for word, value in TENS.items()}
_CHINESE = re.compile(
    r"(?:(?P<century>1[0-9]|2[0-9]|十[一二三四五六七八九]|二十一?)世纪)?"
    r"(?P<from>[二三四五六七八](?=[三四五六七八九]十))?(?P<decade>[1-9]0|[一二三四五六七八九][十零])年代|(?P<whole>(?:1[5-9]|20)[0-9]0)年代"
)
_TENS = re.compile(rf"(?P<digits>[1-9]0)['’]?s\b|(?P<word>{any_of(PLURAL_TENS)})\b")
_PART = (
    r"(?:(?:early|mid|late|low|lower|upper|high|middle)(?:[\s-]to[\s-](?:mid|late|upper|high))?"
    r"[\s-])?"
)
_OLDER = re.compile(r"(?P<years>[1-9][0-9]?)s\b")
_OVER = re.compile(r"\b(?:over|under)[-\s]\Z")
"""Around the age of a group: over-65s, the under 5s."""
_AGED = re.compile(rf"\b(?:his|her|their|my|your|our)\s{_PART}\Z")
_IN_THE = re.compile(rf"\bthe\s{_PART}\Z")
_PART_OF = re.compile(r"\b(?:mid|low|lower|upper)(?:[\s-]to[\s-](?:mid|upper))?[\s-]\Z")
"""What warmth may have in front without an article: highs will be upper 80s."""
_WARM = re.compile(
    r"temperature|degree|highs|lows|\b(?:high|low)\s(?:was|is|will)|temps|warm|cool|cold|afternoon|tonight|overnight|humid"
)
_COUNTED = re.compile(
    r"\b(?:rounds|shot|shoot(?:s|ing)?|scor(?:es|ed|ing)|winds|wind\sspeeds?|gust(?:s|ing|ed)|speeds|mph|points|pace)\b"
)
"""Around tens of strokes or of speed: his rounds were in the 60s, winds in the 40s."""
_LOW = re.compile(r"\b(?:low|lower|upper|high)[\s-]\Z")
"""What no decade has: in the low 40s."""
_PERCENT = re.compile(r"\s(?:percent|per\scent)\b")
_NEAR, _BEFORE = 24, 36
_AROUND = 60
_NEW_CENTURY = 30


def chinese_decade(text: str, at: int) -> Read | None:
    """Read 20世纪80年代, 2010年代, 九十年代 and 六七十年代, which are the last century's."""
    found = _CHINESE.match(text, at)
    if found and found["whole"]:
        first = int(found["whole"])
        return found.end(), Quantity(kind="date", value=f"{first}/{first + 9}")
    decade = numeral_of(found["decade"].replace("零", "十")) if found else None
    if found is None or decade is None:
        return None
    century = ((numeral_of(found["century"]) or 20) - 1) * 100
    tens = numeral_of(found["from"])
    begin = decade if tens is None else tens * 10
    value = f"{century + begin}/{century + decade + 9}"
    return found.end(), Quantity(kind="date", value=value)


def tens_at(text: str, at: int) -> Read | None:
    """Return the end and value of tens in the plural that start at ``at`` in folded text."""
    return _age_group(text, at) or _tens(text, at)


def _age_group(text: str, at: int) -> Read | None:
    """Read the age of over-65s and the under 5s; the word in front is a hedge."""
    found = _OLDER.match(text, at)
    if found is None or not _OVER.search(text, max(0, at - len("under-")), at):
        return None
    age = found["years"]
    return found.end(), Quantity(age, age, "age year", found.group(), "cardinal")


def _tens(text: str, at: int) -> Read | None:
    found = _TENS.match(text, at)
    if found is None:
        return None
    first = int(found["digits"]) if found["digits"] else PLURAL_TENS[found["word"]]
    if above := _above(text, found, str(first)):
        return above
    if text[at - 1 : at] in {"'", "’", "‘"} or _IN_THE.search(text, max(0, at - _NEAR), at):
        year = first + (2000 if first < _NEW_CENTURY else 1900)
        return found.end(), Quantity(kind="date", value=f"{year}/{year + 9}")
    return None


def _above(text: str, found: re.Match[str], tens: str) -> Read | None:
    """Read an age, a share or warmth that is some more than the tens: in his 40s, 30s percent."""
    at, end = found.span()
    near = max(0, at - _NEAR)
    if percent := _PERCENT.match(text, end):
        unit_text = percent.group().strip()
        return percent.end(), Quantity(tens, tens, "percent", unit_text, "percent", "", ">~")
    if _AGED.search(text, near, at):
        return end, Quantity(tens, tens, "age year", found.group(), "cardinal", "", ">~")
    is_within = _IN_THE.search(text, near, at)
    if not is_within and not _PART_OF.search(text, near, at):
        return None
    if _WARM.search(text, max(0, at - _AROUND), end + _AROUND):
        return end, Quantity(tens, tens, "degree", "", "temperature", "", ">~")
    is_counted = _COUNTED.search(text, max(0, at - _BEFORE), at) or _LOW.search(text, near, at)
    return (end, Quantity(tens, tens, comparator=">~")) if is_within and is_counted else None
