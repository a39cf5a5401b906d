"""Where a Chinese text comes from, told by its script and words: which 元 and 年 it means.

In traditional characters 500元 is Taiwan's money and 113年 its calendar's year 2024, unless the
text around names another home; in simplified ones it is the mainland's unless it names others'.
"""

import re
from collections import Counter
from dataclasses import replace

from annotator.model.quantity import Quantity
from annotator.suggest.figures.found import FoundFigure
from annotator.suggest.figures.numerals import SIMPLIFIED, TRADITIONAL
from annotator.suggest.figures.units import Vocabulary

_PLAIN = frozenset({"元", "(元)", "块钱", "元钱", "块", "角", "毛", "角钱", "毛钱", "分钱"})
_BLOCK = 2_000
_TRADITIONAL = re.compile(f"[{TRADITIONAL}]")
_SIMPLIFIED = re.compile(f"[{SIMPLIFIED}]")
_REPUBLIC = "TWD"
"""The money of the place that counts years from 1912."""
_BEFORE_FIRST = 1911
_YEARS = frozenset({"year", "fiscal year", "school year"})
_LONG_AGO, _THIS_CENTURY, _TO_COME = 40, 100, 139
_LENGTH_AFTER = re.compile(
    "了|[多余半](?=[,，。的])|历史|来(?![台到自])|以[内上]|之[久内间]|间(?![经接隔])|内|后|有期|徒刑|岁月|校庆|悠久"
)
_DATE_BEFORE = re.compile(r"(?:[于自从在至到迄]|民国)\s?\Z")
_DATE_AFTER = re.compile("起(?![来伏])|以来|度|底|初|[0-9]{1,2}月")
_OF_LATE, _SAID_NEAR = re.compile("民国\\s?[4-9][0-9]\\s?年"), 100
"""A year of two digits that is told in full, as which others nearby are years too."""
_MORE = re.compile(
    r"\s?[、及和与或至到~-]\s?1[0-3][0-9](?:\s?[、及和与]\s?1[0-3][0-9])*\s?年(?!来)"
)
_COMPARED = re.compile("(?<=年)(?:度|底|全年)?(?:同期|水准|(?:的|之)(?:近|约|逾)?[0-9])")
_COMPARING = frozenset({"高于", "低于", "多于", "少于", "大于", "小于", "超过", "超越", "不及"})
"""Around a year whose number another is held against: 高於104年的93%."""
_TWO_DIGITS = re.compile("[4-9][0-9]\\s?年")
_LAST_CENTURY = re.compile(r"\b19([4-9][0-9])\b")


class Region:
    """What plain sums and years mean in one text, told by the characters and words around them.

    ``text`` is the text as it is written, ``folded`` the same in simplified characters.
    """

    def __init__(self, text: str, folded: str, words: Vocabulary) -> None:
        self._text = text
        self._folded = folded
        self._words = words
        self._known: dict[int, str] = {}

    def told(self, figure: FoundFigure) -> FoundFigure:
        """Return the figure with the currency or the year that the text around it means."""
        quantity = figure.quantity
        if quantity.unit == "CNY" and quantity.unit_text in _PLAIN:
            currency = self._currency(figure)
            if currency == quantity.unit:
                return figure
            return figure._replace(quantity=replace(quantity, unit=currency))
        if quantity.unit and quantity.unit not in _YEARS and quantity.kind != "date":
            return figure
        figure = self._compared(figure)
        if self._may_be_year(figure) and self._local(figure.start // _BLOCK) == _REPUBLIC:
            return self._dated(figure)
        return figure

    def _currency(self, figure: FoundFigure) -> str:
        """Return the currency of a plain sum, which its own words may name: 人民币500元."""
        named = self._words.home_pattern.search(self._folded, figure.start, figure.end)
        if named:
            return self._words.homes[named.group()]
        return self._local(figure.start // _BLOCK)

    def _local(self, block: int) -> str:
        if block not in self._known:
            part = slice(block * _BLOCK, (block + 1) * _BLOCK)
            written = self._text[part]
            traditional = len(_TRADITIONAL.findall(written))
            is_traditional = traditional > 0 and traditional > len(_SIMPLIFIED.findall(written))
            self._known[block] = self._home(self._folded[part], is_traditional=is_traditional)
        return self._known[block]

    def _home(self, folded: str, *, is_traditional: bool) -> str:
        """Return the currency whose home's words are the most, or that of the script."""
        usual = _REPUBLIC if is_traditional else "CNY"
        homes, told = self._words.homes, self._words.home_pattern.findall(folded)
        counts = Counter(
            homes[word] for word in told if is_traditional or word in self._words.currencies
        )
        best = max(counts, key=counts.__getitem__, default=usual)
        return best if counts[best] > counts[usual] else usual

    def _compared(self, figure: FoundFigure) -> FoundFigure:
        """Return a year without the word that holds a number against its: 高於104年的93%."""
        quantity, word = figure.quantity, figure.quantity.approximator
        if word not in _COMPARING or not _COMPARED.match(self._folded, figure.end):
            return figure
        start = self._folded.index(word, figure.start) + len(word)
        stated = replace(quantity, approximator="", comparator="=")
        return figure._replace(start=start, quantity=stated)

    def _may_be_year(self, figure: FoundFigure) -> bool:
        """Say whether a figure is a stretch of years that may be a year: 113年, 98年3月."""
        quantity = figure.quantity
        if quantity.kind == "date":
            return bool(_TWO_DIGITS.match(self._folded, figure.start))
        if quantity.approximator or not quantity.low.isdigit() or not quantity.high.isdigit():
            return False
        if not _LONG_AGO <= int(quantity.low) <= int(quantity.high) <= _TO_COME:
            return False
        return bool(quantity.unit) or self._is_in_row(figure)

    def _is_in_row(self, figure: FoundFigure) -> bool:
        """Say whether a number shares the 年 of the one behind it: 111、112年."""
        return _MORE.match(self._folded, figure.end) is not None

    def _dated(self, figure: FoundFigure) -> FoundFigure:
        """Return a year of the Republic of China as a date, unless it is a length."""
        quantity = figure.quantity
        if quantity.kind == "date":
            value = _LAST_CENTURY.sub(_of_republic, quantity.value)
            return figure._replace(quantity=replace(quantity, value=value))
        if self._is_length(figure):
            return figure
        first, last = (int(bound) + _BEFORE_FIRST for bound in (quantity.low, quantity.high))
        value = f"{first}" if first == last else f"{first}/{last}"
        return figure._replace(quantity=Quantity(kind="date", value=value))

    def _is_length(self, figure: FoundFigure) -> bool:
        """Say whether the words around a number of years count them: 已有112年歷史."""
        text, start, end = self._folded, figure.start, figure.end
        near = max(0, start - _SAID_NEAR)
        told = self._words.lists["lasting"].start(text, start, max(0, start - 3))
        if told is not None or _LENGTH_AFTER.match(text, end):
            return True
        years = int(figure.quantity.low)
        if years > _THIS_CENTURY:
            return False
        if years == _THIS_CENTURY:
            return text.startswith("前", end)
        before = _DATE_BEFORE.search(text, max(0, start - 3), start)
        return not (before or _DATE_AFTER.match(text, end) or _OF_LATE.search(text, near, start))


def _of_republic(year: re.Match[str]) -> str:
    """Return the year that two digits mean there: 1998 is what the mainland reads in 98."""
    return str(int(year.group(1)) + _BEFORE_FIRST)
