"""Numbers that leave their unit out, as it was just told: $46 million, 28 of that for roads."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from annotator.checks.statement import Statement
from annotator.model.quantity import decimal_text

_NUMBER = re.compile(r"(?:about |around |nearly |roughly )?(?:[0-9]{1,3}(?:\.[0-9]+)?|[a-z\-]+)")
_MAGNITUDE = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)[ -](?:million|billion|trillion)\b")
_ENGLISH_LARGE = re.compile(r".*[0-9a-z] (?:million|billion|trillion)", re.IGNORECASE)
_COIN = re.compile(r"\b(?:euros?|dollars?|pounds?|yen|francs?|yuan|rupees)\b", re.IGNORECASE)
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?)(?: percent|%)\Z")
_HAN_NUMBER = re.compile(r".*[0-9一二三四五六七八九十百千两兩][万亿萬億]\Z")
_IN_FRONT = re.compile(
    r"(?:\b(?:from|to|than|was|were|is|are|at|of|of the|against|versus|another|other|only|just|got)"
    r"|[’'](?:s|re))\s+\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*(?:[.,;?!)]|\Z)|\s+(?:of (?:that|it|this|them|those)|last|this|next|a year|the year"
    r"|in (?:19|20)[0-9]{2}|before|today|now|right now|and|for|on|is|was|goes|went|comes"
    r"|came|two years|three years)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    "财政|资金|投资|经费|预算|损失|赔付|金额|收入|支出|产值|營收|营收|財政|資金|投資|經費|預算|損失|賠付|金額"
    "|贷款|补贴|补助|补偿|奖金|罚款|工资|融资|利润|税收|貸款|補貼|補助|補償|獎金|罰款|罰鍰|稅收|利潤"
)
_OTHER = re.compile(f"{_MONEY.pattern}|平均|每[^，。；0-9]{{0,4}}\\Z")
_HAN_MAGNITUDE = re.compile(r"[万亿萬億][^0-9]*\Z")
_HAN_BEHIND = re.compile(r"\s*[，,。；;、！？!?]|\s*\Z|[由归给用]")
_FROM = re.compile(r"\s+(?:higher |lower |more |less )?(?:from|than|on|over)\b", re.IGNORECASE)
_AGO = re.compile(r"\s*(?:ago|earlier|later|before|old|in a row|前|后|來|来|以)", re.IGNORECASE)
_PEOPLE = re.compile("人(?![民大员口力工次均士员物数])")
_MODELS = frozenset({"money", "percent", "cardinal", "duration"})
_OF_THE = re.compile(r"\bof (?:the|our|those|these)\s+\Z", re.IGNORECASE)
HUNDRED = Decimal(100)
REACH, LEAD, FARTHEST = 160, 16, 12


def completed(text: str, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements of a text in order; bare numbers with the unit they take up."""
    model: Statement | None = None
    coin = next((s for s in statements if s.figure.kind == "money" and _tells(text, s)), None)
    for statement in (_of_people(text, s) for s in statements):
        found = _like(text, statement, model) if model is not None else None
        if found is None and coin is not None and _is_sum(text, statement):
            found = _taken_up(statement, coin, Decimal(1))
        yield found or statement
        model = (
            _model_behind(text, statement, model) if found is None else _money(text, found, model)
        )


def _money(text: str, found: Statement, model: Statement | None) -> Statement | None:
    """Return a sum that has taken its unit up, if others may take that up in turn."""
    return found if found.figure.kind == "money" and _tells(text, found) else model


def _model_behind(text: str, statement: Statement, model: Statement | None) -> Statement | None:
    """Return whose unit the next bare number takes up: this statement's, or one's before it."""
    if statement.figure.kind == "cardinal" and not statement.figure.unit:
        return statement if _MAGNITUDE.fullmatch(statement.text) else None
    is_model = statement.figure.kind in _MODELS and _tells(text, statement)
    return statement if is_model else model


def _is_one_number(statement: Statement) -> bool:
    """Say whether a statement gives a number, and no range."""
    return bool(statement.figure.low) and statement.figure.low == statement.figure.high


def _is_bare(statement: Statement) -> bool:
    """Say whether a statement gives a number without a unit."""
    is_unitless = statement.figure.kind == "cardinal" and not statement.figure.unit
    return is_unitless and _is_one_number(statement)


def _of_people(text: str, statement: Statement) -> Statement:
    """Return 十个 in front of 人 as a number of people."""
    figure = statement.figure
    if figure.unit != "item" or not _PEOPLE.match(text, statement.end):
        return statement
    return replace(statement, figure=replace(figure, unit="person"))


def _is_sum(text: str, bare: Statement) -> bool:
    """Say whether words in front of a bare Chinese number tell that it is money: 财政1.5亿."""
    if not _is_bare(bare) or not _HAN_NUMBER.fullmatch(bare.text):
        return False
    is_whole = _HAN_BEHIND.match(text, bare.end) is not None
    return is_whole and _MONEY.search(_in_front(text, bare)) is not None


def _tells(text: str, statement: Statement) -> bool:
    """Say whether a number is one whose unit others behind it may take up."""
    if not _is_one_number(statement):
        return False
    if statement.figure.kind == "duration":
        return not _AGO.match(text, statement.end)
    return any(p.search(statement.text) for p in (_MAGNITUDE, _PERCENT, _HAN_MAGNITUDE))


def _like(text: str, bare: Statement, model: Statement) -> Statement | None:
    """Return a bare number with the unit and magnitude of one in front of it."""
    between = text[model.end : bare.start]
    if not _is_bare(bare) or len(between) > REACH or "\n" in between:
        return None
    if model.figure.kind == "percent" and _is_no_share(between, bare):
        return None
    if _HAN_NUMBER.fullmatch(bare.text):
        return _taken_up(bare, model, Decimal(1)) if _is_of_its_kind(text, bare, model) else None
    if _is_large_sum(bare, model):
        is_one = _BEHIND.match(text, bare.end) and not _COIN.search(between)
        return _taken_up(bare, model, Decimal(1)) if is_one else None
    return _of_its_scale(text, bare, model)


def _of_its_scale(text: str, bare: Statement, model: Statement) -> Statement | None:
    """Return a bare number with the unit and magnitude of one, if nothing else is counted."""
    scale = _scale(bare, model)
    is_open = _BEHIND.match(text, bare.end) and _IN_FRONT.search(_in_front(text, bare))
    return _taken_up(bare, model, scale) if scale and is_open else None


def _is_large_sum(bare: Statement, model: Statement) -> bool:
    """Say whether an English number has a magnitude of its own, and the one before it is money."""
    return model.figure.kind == "money" and _ENGLISH_LARGE.fullmatch(bare.text) is not None


def _is_no_share(between: str, bare: Statement) -> bool:
    """Say whether a number behind a share is its whole or its base: 12% of the 45, 5% from 90."""
    is_whole = Decimal(bare.figure.low) > HUNDRED or _OF_THE.search(between) is not None
    return is_whole or _FROM.match(between) is not None


def _is_of_its_kind(text: str, bare: Statement, model: Statement) -> bool:
    """Say whether a Chinese number may count what one in front of it does: people or money."""
    found = _HAN_MAGNITUDE.search(model.text)
    if not _HAN_BEHIND.match(text, bare.end):
        return False
    if found is None or model.figure.kind == "money":
        return found is not None
    return found.group()[0] == bare.text[-1] and not _OTHER.search(_in_front(text, bare))


def _in_front(text: str, bare: Statement) -> str:
    return text[max(0, bare.start - LEAD) : bare.start]


def _scale(bare: Statement, model: Statement) -> Decimal | None:
    """Return what one of a bare number stands for, a million after millions; None if nothing."""
    if not _NUMBER.fullmatch(bare.text):
        return None
    told, unit = _MAGNITUDE.search(model.text), Decimal(model.figure.low)
    written = Decimal(told[1].replace(",", "")) if told else unit
    small, large = sorted((Decimal(bare.figure.low), written))
    return unit / written if 0 < large <= small * FARTHEST else None


def _taken_up(bare: Statement, model: Statement, scale: Decimal) -> Statement:
    low = decimal_text(Decimal(bare.figure.low) * scale)
    figure = replace(bare.figure, low=low, high=low, unit=model.figure.unit, kind=model.figure.kind)
    return replace(bare, figure=figure)
