"""Chinese measure words that tell apart what is counted in items: 435种 in 九批."""

import re

from annotator.checks.statement import Statement
from annotator.model.script import simplified

_NUMERAL = "0-9零〇一二两三四五六七八九十百千万亿兆多余几"
_WORD = re.compile(rf"[{_NUMERAL}](?P<word>[^{_NUMERAL}]{{1,2}})\Z")
_OF_ANYTHING = frozenset({"个", "项", "件", "大", "部分", "方面", "大类"})
"""Words for anything that can be counted; two others are for two things."""


def count_other_things(first: Statement, second: Statement) -> bool:
    """Say whether two numbers of items are told with two words that are not for anything."""
    if not first.figure.unit == second.figure.unit == "item":
        return False
    found = [_WORD.search(simplified(s.text)) for s in (first, second)]
    words = {match["word"] for match in found if match} - _OF_ANYTHING
    return len(words) > 1
