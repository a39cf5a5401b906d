"""Which currency 元 is where a text does not say: in traditional characters, Taiwan's."""

import re
from dataclasses import replace

from annotator.suggest.figures.found import FoundFigure
from annotator.suggest.figures.numerals import TRADITIONAL

_PLAIN = frozenset({"元", "块钱", "元钱", "块", "角", "毛", "角钱", "毛钱", "分钱"})
_BLOCK = 2_000
_SHARE = 0.02
_TRADITIONAL = re.compile(f"[{TRADITIONAL}]")
_ELSEWHERE = ("人民币", "港元", "港币", "香港", "澳门")


class Currencies:
    """The currency of plain sums in one text, told by the characters around them.

    ``text`` is the text as it is written, ``folded`` the same in simplified characters.
    """

    def __init__(self, text: str, folded: str) -> None:
        self._text = text
        self._folded = folded
        self._known: dict[int, str] = {}

    def told(self, figure: FoundFigure) -> FoundFigure:
        """Return the figure with the currency that the script around it means."""
        quantity = figure.quantity
        if quantity.unit != "CNY" or quantity.unit_text not in _PLAIN:
            return figure
        unit = self._local(figure.start // _BLOCK)
        return figure if unit == "CNY" else figure._replace(quantity=replace(quantity, unit=unit))

    def _local(self, block: int) -> str:
        if block not in self._known:
            part = slice(block * _BLOCK, (block + 1) * _BLOCK)
            written, folded = self._text[part], self._folded[part]
            is_local = _is_traditional(written)
            is_local = is_local and not any(w in folded for w in _ELSEWHERE)
            self._known[block] = "TWD" if is_local else "CNY"
        return self._known[block]


def _is_traditional(written: str) -> bool:
    """Say whether enough Chinese characters are traditional ones."""
    return len(_TRADITIONAL.findall(written)) > _SHARE * len(written)
