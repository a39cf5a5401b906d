"""Words around a number that make it approximate or one-sided: 近, 以上, nearly, or more."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from annotator.model.quantity import Quantity, decimal_text
from annotator.model.text import Range
from annotator.suggest.figures.english_numbers import ONES, SCALES, any_of
from annotator.suggest.figures.found import FoundFigure
from annotator.suggest.figures.numerals import MAGNITUDES
from annotator.suggest.figures.senses import LIMITS_BY_SENSE
from annotator.suggest.figures.units import Vocabulary, form_key

_DECADE = 10
_MEASURE = re.compile(r"(?<=plus|.odd|some|hing|more|r\sso|less|.ish|...\+)\s{1,3}(?=[a-z])")
_SCALE, _GAP = re.compile(rf"{any_of(SCALES)}\b"), re.compile(r"\s{1,3}(?=[a-z])")
_COME = re.compile(
    r"(?<!\bcan\s)(?<!\b(?:could|might)\s)(?<!\bmay\s)(?:['’](?:re|s|m)|\b(?:now|already|(?<!buy\s)(?<!buying\s)back|we\sare|we\swere|you\sare|i\sam)"
    r"|\b(?:add|added|bring|brought|come|came|go|goes|went|gone|going|move|moved|jump|jumped|climb"
    r"|climbed|shot|ramped|pushed|edge|edged|edging|tick|ticked|inch|inched|creep|crept|rise"
    r"|rose|risen|drift|drifted|bump|bumped|nudge|nudged|picked|grew|grown|increased"
    r"|rising|revised|raised|marked|adjusted|upgraded|lifted)(?:s|ing)?(?:\s(?:us|it|them|that|you|all|right|back|way))?)\s\Z"
)
_MORE = re.compile(r"\b(?:another|an\s(?:additional|extra)|a\sfurther)\s\Z")
_MORE_ENDS = ("another ", "additional ", "extra ", "further ")
"""What may stand between a number and the word that limits it: up to an additional 300."""
_CALENDAR = {"year", "month", "week", "day", "decade"}
_AGO = re.compile(r"[a-z0-9 -]{1,20}?\s(?:ago|old|earlier|late|later|longer|behind|since)\b")
_SPREAD = re.compile(
    r"\b(?:spread|spaced|extended|stretched|paid|phased|divided|split|distributed|amortized)\s(?:[a-z]+\s){0,3}\Z"
)
_BURIED = re.compile(
    r"[^.,;:]{2,24}?\sof\s(?:water|floodwater|snow|mud|rubble|ice|earth|debris|concrete|soil|sand|rock|ash)\b"
)
"""What lies on something that is under it: under two metres of water."""
_TURNED = re.compile(
    r"\b(?:turn(?:s|ed|ing)?|hand(?:s|ed|ing)?|g[ai]v(?:e|es|en|ing)|start(?:s|ed|ing)?|do|did|think|thought)"
    r"\s(?:it|them|that|this|the\s(?:[a-z]+\s)?[a-z]+)\s\Z"
)
"""Around "over" that belongs to what is done: they turned the ball over 14 times."""
_MEETINGS = re.compile(
    r"[a-z0-9]+\s(?:[a-z]+\s)?(?:innings|starts|races|overs|holes|laps|quarters|halves|appearances|budgets|seasons|terms|sessions|meetings|rounds|games|matches|episodes|elections"
    r"|parliaments|summits|generations|phases|stages|shifts|legs|laps|campaigns|administrations|nights|series)\b"
)
"""What goes on one after the other, so that "over" means "during": over two budgets."""
_LASTING = re.compile(
    r"(?:\A|[(—,.;:]|\b(?:for|in|of|after|is|are|was|were|been|be|by|just|well|to|and|or|but|a"
    r"|that['’]s|it['’]s|last|lasts|lasted"
    r"|lasting|take|takes|took|taken|taking|spend|spent|spending|waits?|waited|waiting|serve|served|serving|running|at|now|already"
    r"|from|than|with|had|has|have|up|down|back|about|some))\s{0,2}\Z"
)
"""What stands before "over" where it means "more than" a time, not "during" it."""
_ALSO_VERBS, _SOLVED = {"破", "under"}, {"宗", "起", "桩", "案"}
"""What limits a number, but not that of cases solved, nor what lies under two metres of mud."""
_DURING = {"over"}
_SIDES = {"<", "<=", ">", ">="}
"""Comparators of words that another for "about" may follow."""
_ARTICLES = frozenset({" a ", "an "})
_SURELY = {
    *("nearly", "almost", "roughly", "approximately", "at least", "more than", "less than"),
    *("just under", "just over", "well over", "close to"),
}
"""Words that limit a number behind an article too: nearly a 30-year low."""
_STATED = {"percent", "range", "duration", "money"}
_FOR_DURATIONS = {"内", "within", "sub"}
_SMALL = re.compile(rf"{any_of(ONES)}\b")
_ONE = re.compile(r"one\s(?!(?:hundred|thousand|million|billion|in|out|to)\b)")
_ALONG = {"about", "over", "around"}
"""Words that do not limit one thing: clear about one thing, along over one stretch."""
_ADDED = re.compile(
    r"\s(?:(?:an?|the|another|some|any|whatever|all|interest|tax|or\sminus)\b|[$£€]?[0-9])"
)
"""What "plus" adds where it is no "or more": 2 percent plus a bonus."""
_OTHER_GROUP = re.compile(r"[\s-]{1,3}[0-9]")
"""What makes "and under" the start of another figure: over-60s and under-18s."""
_EXTREMES = {"最高", "最低"}
_RANKED = re.compile("的?(?:家庭|家户|住户|人(?![民次])|群体|族群|收入|所得|企业|学生|者)")
"""Whom a share of is the highest or lowest, which then limits no number: 最低百分之廿家庭."""
_COMPARING = {"高于", "低于", "多于", "少于", "大于", "小于", "超过", "不及"}
"""Words that a time follows which is only what another is held against: 高于两年前的水平."""
_IN_A_ROW = frozenset({"连续", "一连"})
"""Words that an ordinal too may have in front: 连续第三年."""
_LIMITS = frozenset({"至少", "最少", "最多", "至多", "大约", "约", "将近", "超过", "不到"})
"""Words that limit such a length."""
_CLAUSE_ENDS = re.compile("[,。;!、\n]|\\Z")
_HELD_AGAINST = re.compile(
    "比[^,。;\n]{0,12}的[0-9,.一二三四五六七八九十百千万亿两]{1,9}[一-鿿]{0,3}\\Z"
)
_PLAIN_SUMS, _AMOUNTS = {"", "CNY"}, {"cardinal", "money", "range"}
"""Units of sums that tell no currency, or that of a plain 元, and the kinds of sums."""
_SHARES = {"fraction", "percent"}
_MEASURED = {"percent", "money", "temperature"}
"""What "near" limits, which elsewhere tells where things are: near 4 percent, near 12 homes."""
_REACHED = re.compile(
    r"[0-9.,]+\s?(?:mph|kph|km/h|knots)\b|[0-9.,]+\s(?:miles|kilomet(?:er|re)s)\s(?:per|an)\shour\b"
    r"|[0-9]+[\s-]years?[\s-](?:low|high|peak)s?\b"
)
"""What else "near" limits: near 90 mph, near 50-year lows."""
_FOR_SHARES = {"过"}
"""What limits only shares and magnitudes, and elsewhere is a verb: 过七成, 过百宗, but 过三年."""
_FOR_MEASURED = {"near"}
_FOR_SOME = _FOR_DURATIONS | _FOR_SHARES | _FOR_MEASURED
"""Words that limit only some sorts of quantities."""
_POINT_SOME = re.compile("点(?P<word>[多几])")


def some_more(text: str, end: int, word: str) -> tuple[int, str]:
    """Return the end of a number and its word for a little more: 百分之五点多."""
    some = _POINT_SOME.match(text, end)
    return (some.end(), some["word"]) if some else (end, word)


def hedged(text: str, figure: FoundFigure, limit: int, words: Vocabulary) -> FoundFigure:
    """Take in the words before and behind a figure that make it approximate or one-sided."""
    start, end, quantity, _ = figure
    if text[end : end + 1] in words.hedge_firsts:
        quantity, end = _hedged_behind(text, quantity, end, words)
    before, at = _word_before(text, quantity, (limit, start), words)
    if before is not None and _is_no_limit(text, before, figure):
        before = None
    if before is not None and _belongs(text, quantity, (limit, before, at), words):
        word = text[before:at]
        if not _is_period(word, quantity):
            quantity = _blurred(quantity, word, words.comparators_before)
            quantity, before = _limited_too(text, quantity, (limit, before), words)
        start, quantity = _with_currency(text, quantity, (limit, before), word, words)
    if quantity is figure.quantity and start == figure.start:
        return figure
    return FoundFigure(start, end, quantity)


def _limited_too(
    text: str, quantity: Quantity, place: Range, words: Vocabulary
) -> tuple[Quantity, int]:
    """Take in an English word that limits what is only about so much: up to about 40.

    The place is the limit and where the word for "about" starts.
    """
    limit, start = place
    if quantity.approximator in _IN_A_ROW:
        return _as_least(text, quantity, place, words)
    if quantity.comparator != "~" or not text[start].isascii():
        return quantity, start
    before = words.before_hedge.start(text, limit, start)
    word = form_key(text[before:start]) if before is not None else ""
    is_side = words.comparators_before.get(word) in _SIDES and word not in _FOR_SOME
    if before is None or not is_side or _reaches(text, before):
        return quantity, start
    return _blurred(quantity, word, words.comparators_before), before


def _as_least(
    text: str, quantity: Quantity, place: Range, words: Vocabulary
) -> tuple[Quantity, int]:
    """Take in a Chinese word that limits how often something was in a row: 至少连续3天."""
    limit, start = place
    before = words.before_hedge.start(text, limit, start)
    if before is None or text[before:start] not in _LIMITS:
        return quantity, start
    return _blurred(quantity, text[before:start], words.comparators_before), before


def _word_before(
    text: str, quantity: Quantity, place: Range, words: Vocabulary
) -> tuple[int | None, int]:
    """Return where a limiting word in front of a number starts, and what it stands right before.

    The place is the limit and where the number starts.
    """
    limit, start = place
    before = words.before_hedge.start(text, limit, start)
    if before is None and text[start - 1] == " " and text.endswith(_MORE_ENDS, limit, start):
        start = _more_start(text, limit, start)
        before = words.before_hedge.start(text, limit, start)
    if before is None and text[start - 3 : start] in _ARTICLES:
        return _before_article(text, quantity, place, words)
    return before, start


def _before_article(
    text: str, quantity: Quantity, place: Range, words: Vocabulary
) -> tuple[int | None, int]:
    """Return the word that limits a number behind an article, and where that stands.

    So it is of nearly a 30-year low and about a 5 percent cut, not of talks about a 5 percent cut.
    """
    limit, start = place
    at = text.rindex("a", 0, start)
    before = words.before_hedge.start(text, limit, at)
    word = text[before:at].strip() if before is not None else ""
    if word in _SURELY:
        return before, at
    is_told = word == "about" and quantity.kind in _STATED
    is_told = is_told and words.lists["speaking"].start(text, before or at, limit) is None
    return before if is_told else None, at


def _more_start(text: str, limit: int, start: int) -> int:
    """Return where "another" or "an additional" starts in front of a number, or the number."""
    found = _MORE.search(text, max(limit, start - len(" an additional ")), start)
    return found.start() if found else start


def _with_currency(
    text: str, quantity: Quantity, place: tuple[int, int], word: str, words: Vocabulary
) -> tuple[int, Quantity]:
    """Take on the currency that Chinese says before the word that limits a sum: 美金約5億元.

    The place is the limit and where the word starts; the new start stands before the quantity.
    """
    limit, before = place
    if word.isascii() or quantity.unit not in _PLAIN_SUMS or quantity.kind not in _AMOUNTS:
        return before, quantity
    sign = words.before_currency.start(text, limit, before)
    form = text[sign:before].strip() if sign is not None else ""
    if sign is None or form.isascii():
        return before, quantity
    unit = words.unit(form)
    kind = quantity.kind if quantity.kind == "range" else unit.kind
    return sign, replace(quantity, unit=unit.name, unit_text=form, kind=kind)


def _hedged_behind(
    text: str, quantity: Quantity, end: int, words: Vocabulary
) -> tuple[Quantity, int]:
    """Take in the word behind a figure that makes it approximate, and a unit behind that."""
    after = words.hedge_after.match(text, end)
    if after is None or not _belongs_behind(after, quantity) or _is_held(text, after):
        return quantity, end
    quantity = _blurred(quantity, after["word"], words.comparators_after, is_after=True)
    return _with_unit(text, quantity, after.end(), words)


def _is_held(text: str, after: re.Match[str]) -> bool:
    """Say whether 多 tells that what is held against a number is more: 比去年的33檔多."""
    if after["word"] != "多" or not _CLAUSE_ENDS.match(text, after.end()):
        return False
    return _HELD_AGAINST.search(text, max(0, after.start() - 24), after.start()) is not None


def _belongs_behind(after: re.Match[str], quantity: Quantity) -> bool:
    """Say whether a word behind limits the number; a Chinese one does so on the same line."""
    word = after["word"]
    if word[:4] == "and " and _OTHER_GROUP.match(after.string, after.end()):
        return False
    if word == "plus" and _ADDED.match(after.string, after.end()):
        return False
    if "\n" in after.group() and not word.isascii():
        return False
    return bool(quantity.unit) or word not in _FOR_DURATIONS


def _reaches(text: str, before: int) -> bool:
    """Say whether "up to" tells how far something has come: "we're up to 7,917"."""
    return text.startswith("up to", before) and bool(
        _COME.search(text, max(0, before - 20), before)
    )


def _is_of_sort(text: str, word: str, quantity: Quantity, start: int) -> bool:
    """Say whether a quantity is of the sort that a word in front of it limits."""
    if word in _FOR_DURATIONS:
        return bool(quantity.unit)
    if word in _FOR_MEASURED:
        return quantity.kind in _MEASURED or _REACHED.match(text, start) is not None
    return quantity.kind in _SHARES or _is_round(text, start, quantity)


def _is_one_thing(text: str, quantity: Quantity, start: int) -> bool:
    """Say whether a number is the one of one thing, and not of a part: one third."""
    is_plain = not quantity.unit and quantity.kind != "fraction"
    return is_plain and _ONE.match(text, start) is not None


def _belongs(text: str, quantity: Quantity, place: tuple[int, int, int], words: Vocabulary) -> bool:
    """Say whether the word in front limits the number: not in "$10 over two years".

    It stands between the last two positions of the place; another figure ends at the first.
    """
    limit, before, start = place
    word = text[before:start].strip()
    if word in _FOR_SOME:
        return _is_of_sort(text, word, quantity, start)
    if word in _ALSO_VERBS:
        return not (quantity.unit_text in _SOLVED or _BURIED.match(text, start))
    is_one = word in _ALONG and _is_one_thing(text, quantity, start)
    if is_one or word in _DURING:
        return not is_one and _is_more_than(text, quantity, place)
    told = {"about": words.lists["speaking"], "around": words.lists["gathered"]}.get(word)
    if told is None or quantity.kind == "duration" or not _SMALL.match(text, start):
        return not _reaches(text, before)
    return told.start(text, before, limit) is None


def _is_round(text: str, start: int, quantity: Quantity) -> bool:
    """Say whether a number is a mere magnitude that no time has: 百宗, 千亿."""
    return text[start] in MAGNITUDES and quantity.kind != "duration"


def _is_more_than(text: str, quantity: Quantity, place: tuple[int, int, int]) -> bool:
    """Say whether "over" means more than: not over a time in which, nor spread over things."""
    limit, before, start = place
    if quantity.kind == "duration":
        lasts = _LASTING.search(text, max(limit, before - 16), before)
        return bool(lasts or _AGO.match(text, start))
    is_few = quantity.kind == "cardinal" and Decimal(quantity.low) <= _DECADE
    if is_few and _MEETINGS.match(text, start):
        return False
    near = max(0, before - 36)
    return not (_SPREAD.search(text, near, before) or _TURNED.search(text, near, before))


def _with_unit(text: str, quantity: Quantity, end: int, words: Vocabulary) -> tuple[Quantity, int]:
    """Take on a magnitude and a unit behind the word: $2-plus billion, 100-plus days."""
    form = _MEASURE.match(text, end)
    if form and (scale := _SCALE.match(text, form.end())):
        quantity, end = _scaled(quantity, SCALES[scale.group()]), scale.end()
        form = _GAP.match(text, end)
    form = None if quantity.unit else form
    found = words.unit_pattern.match(text, form.end()) if form else None
    if found is None:
        return quantity, end
    unit = words.unit(found.group())
    kind = quantity.kind if quantity.kind == "range" else unit.kind
    return replace(quantity, unit=unit.name, unit_text=found.group(), kind=kind), found.end()


def _scaled(quantity: Quantity, scale: int) -> Quantity:
    """Return a quantity times a magnitude; what has no upper end keeps none."""
    low, high = (
        decimal_text(Decimal(end) * scale) if end else end for end in (quantity.low, quantity.high)
    )
    return replace(quantity, low=low, high=high)


def _is_no_limit(text: str, before: int, figure: FoundFigure) -> bool:
    """Say whether the word in front ends a name, or tells which share is meant.

    中超第19轮 is no more than a place in a row; the lowest 20% of households are not at least 20%.
    """
    word = text[before : figure.start]
    if figure.quantity.kind == "ordinal":
        return not word.isascii() and word not in _IN_A_ROW
    if is_limit := LIMITS_BY_SENSE.get(word):
        return not is_limit(text, before, figure)
    if word in _COMPARING and figure.quantity.kind == "duration":
        return text.startswith(("前的", "前同"), figure.end)
    is_share = word in _EXTREMES and figure.quantity.kind in _SHARES
    return is_share and _RANKED.match(text, figure.end) is not None


def _is_period(word: str, quantity: Quantity) -> bool:
    """Say whether 近 means "the past": 近三年, 近两个月, but not 近千天."""
    if word.strip() != "近" or quantity.unit not in _CALENDAR:
        return False
    return quantity.low == quantity.high and Decimal(quantity.low) <= _DECADE


def _blurred(
    quantity: Quantity, word: str, comparators: Mapping[str, str], *, is_after: bool = False
) -> Quantity:
    """Add a word to a quantity; a side (< or >) is worth more than "about"."""
    key = form_key(word)
    comparator = comparators[key]
    if quantity.approximator and comparator in {"~", "="}:
        comparator = quantity.comparator
    said = [key.rstrip("-"), quantity.approximator]
    joined = "…".join(filter(None, reversed(said) if is_after else said))
    return replace(quantity, approximator=joined, comparator=comparator)
