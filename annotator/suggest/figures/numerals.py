"""The value of Chinese and Arabic numerals: 三万五千, 2.3万, 1,739, 二〇二〇, 七八百."""

import re
import tomllib
from decimal import Decimal
from functools import lru_cache

from annotator.resources import resource_path

_WIDE = ord("Ａ") - ord("A")


def _spellings() -> dict[int, str]:
    """Return the table of spellings: capitals, full width, traditional characters."""
    tables = tomllib.loads(resource_path("units", "spellings.toml").read_text("utf-8"))
    pairs = f"{tables['marks']} {tables['characters']}".split()
    letters = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
    return (
        {ord(pair[0]): pair[1] for pair in pairs}
        | {code: chr(small) for code, small in letters.items()}
        | {
            code + wide: chr(small)
            for code, small in letters.items()
            for wide in (_WIDE, _WIDE + 32)
        }
    )


class _Learning(dict[int, str | int]):
    """A table for ``str.translate`` that learns of a character that it stays what it is.

    To find a character missing takes four times as long as to find it.
    """

    def __missing__(self, code: int) -> int:
        """Keep a character that the table does not know yet."""
        self[code] = code
        return code


_FOLDED = _spellings()
_LEARNT = _Learning(_FOLDED)
TRADITIONAL = "".join(
    chr(code) for code, folded in _FOLDED.items() if chr(code) >= "一" and chr(code) != folded
)
"""The characters that are folded into another Chinese one."""
SIMPLIFIED = "".join(
    sorted(c for c in set(_FOLDED.values()) if c > "一" and not c.encode("big5", "ignore"))
)
"""Those of them that a traditional text does not have."""
ARABIC = (
    r"(?:[0-9]{1,3}(?>(?:,[0-9]{3})+)(?![0-9])"
    r"|[1-9][0-9]{0,2}(?>(?: [0-9]{3}){1,3})(?=[㐀-鿿])|[0-9]++)"
    r"(?:\.[0-9]++)?"
)
DIGITS = "零一二三四五六七八九"
HAN = "零一二三四五六七八九十百千两万亿兆廿卅"
_PREFIXED = "[瓦克米伏帕卡焦赫瓩字比]"
PREFIXES = {"千": _PREFIXED, "兆": _PREFIXED, "百": f"帕|(?<![{DIGITS[1:]}]百)万瓩|分点"}
"""What follows a character that is no magnitude but part of a unit: 千瓦, 兆赫, 百帕."""
NO_PREFIX = f"(?!{'|'.join(f'{first}(?:{rest})' for first, rest in PREFIXES.items())})"
"""What keeps the first half of 千瓦 and 兆赫 from being a magnitude."""
HAN_RUN = f"(?>(?:{NO_PREFIX}[{HAN}]){{1,25}})"
"""A pattern for a Chinese numeral; a longer run is cut and then refused for its length."""
POWERS = {"兆": 12, "亿": 8, "万": 4, "千": 3, "百": 2, "十": 1}
MAGNITUDES = "百千万亿兆"
LONGEST = 24
"""A numeral of more characters than this is an identifier, not a number."""
_DIGIT = {character: value for value, character in enumerate(DIGITS)} | {"两": 2}
_GROUPS = re.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_PLAIN = re.compile("[0-9]+(?:,[0-9]{3})*(?:[.点][0-9]+)?")
_PLAINLY = re.compile(r"([0-9]{1,11}(?:\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3}){1,2})([万亿]?)")
_POINT = re.compile("[.点·•‧・]")
_MIDDLE_POINT = re.compile("[·•‧・]")
_MIDDLE_POINTS = "·•‧・"
_RAISED_POINT = re.compile(
    "(?<=[0-9])[·•‧・](?=[0-9]{1,3}(?:[%‰百千万亿倍米元吨度]|个百分点|公[里斤顷分尺吨]|美元|平方|立方))"
)
"""A point in the middle of the line that has decimals and a measure behind it: 18·5%."""
_SHOP = re.compile("(?<=[食酒茶书書市放])肆|肆(?=[无無意虐行])")
"""The capital four where it is none: 食肆, 肆意."""
_MIXED_ZERO = re.compile(
    "(?<=[一二三四五六七八九])０|(?<=[一二三四五六七八九]０)０"
    "|(?<![0-9０-９.．,，])０(?=[一二三四五六七八九])"
)
"""A wide zero that stands among Chinese digits for want of another: 二０二五, 一０一."""
_PLAIN_ZERO = re.compile(
    "0(?<=[一二三四五六七八九百千]0)(?=[一二三四五六七八九年億亿萬万人名个個件项項席位])(?![一二三四五六七八九]+[0-9])"
)
"""An Arabic zero that does so: 一0九年, 二百0五人."""
_NEIGHBOURS = re.compile(
    f"(?<![{DIGITS}])(?:一二|一两|二三|两三|三四|四五|五六|六七|七八|八九|三五)(?=[{MAGNITUDES}十]|$)"
)


def fold(text: str) -> str:
    """Return ``text`` in half width, lower case and with simplified numerals and classifiers.

    Every character stands for one character, so positions stay what they are.
    """
    if "０" in text:
        text = _MIXED_ZERO.sub("零", text)
    if _PLAIN_ZERO.search(text):
        text = _PLAIN_ZERO.sub("零", text)
    if "肆" in text:
        text = _SHOP.sub("店", text)
    folded = text.translate(_LEARNT)
    has_points = any(point in folded for point in _MIDDLE_POINTS)
    return _RAISED_POINT.sub(".", folded) if has_points else folded


def plain(number: Decimal, power: int) -> Decimal:
    """Return ``number`` times ten to the ``power``."""
    return number.scaleb(power)


@lru_cache(maxsize=1024)
def numeral_value(text: str) -> Decimal | None:
    """Return the value of a folded numeral, or None if it is not well formed.

    Arabic digits may stand in front of magnitudes (2.3万, 1亿2000万); digits without magnitudes
    are read one by one (二零二零). A digit after a magnitude is one place below it (三万五).
    """
    if not text or len(text) > LONGEST:
        return None
    plain_text = text.replace("廿", "二十").replace("卅", "三十").replace(" ", "")
    return _value(_GROUPS.sub("", _MIDDLE_POINT.sub(".", plain_text)))


def numeral_range(text: str) -> tuple[Decimal, Decimal] | None:
    """Return the values of a folded numeral; 七八百 is 700 to 800, 三五十 is 30 to 50."""
    if len(text) <= LONGEST and (found := _PLAINLY.fullmatch(text)):
        digits, magnitude = found.groups()
        stated = plain(Decimal(digits.replace(",", "")), POWERS.get(magnitude, 0))
        return stated, stated
    pair = None if _POINT.search(text) else _NEIGHBOURS.search(text)
    if pair is None:
        number = numeral_value(text)
        return None if number is None else (number, number)
    head, tail = text[: pair.start()], text[pair.end() :]
    low, high = (numeral_value(head + digit + tail) for digit in pair.group())
    return None if low is None or high is None else (low, high)


def _value(text: str) -> Decimal | None:
    for mark, power in POWERS.items():
        left, found, right = text.rpartition(mark)
        if found:
            return _split_value(left, right, power)
    return _digits_value(text)


def _split_value(left: str, right: str, power: int) -> Decimal | None:
    """Return the value of ``left`` times the power plus ``right``."""
    if left and POWERS.get(left[-1]) == power:
        return None
    factor = _factor(left, power)
    rest = _rest(right, power)
    if factor is None or rest is None:
        return None
    return plain(factor, power) + rest


def _factor(left: str, power: int) -> Decimal | None:
    if not left:
        return Decimal(1)
    factor = _value(left)
    is_arabic = left[0] in "0123456789"
    exponent = 12 if is_arabic else 1 if power < POWERS["万"] else 8
    return None if factor is None or factor >= plain(Decimal(1), exponent) else factor


def _next_place(digit: str, power: int) -> Decimal | None:
    """Return a lone digit behind a magnitude at the next place: the 5 of 2万5."""
    value = _DIGIT[digit] if digit in _DIGIT else _arabic_digit(digit)
    return None if value is None else plain(Decimal(value), power - 1)


def _rest(right: str, power: int) -> Decimal | None:
    if not right:
        return Decimal(0)
    if right[0] in ".点":
        return _value(f"零{right}")
    if right == "十":
        return Decimal(10)
    if len(right) == 1 and right not in "零0":
        return _next_place(right, power)
    rest = _value(right.removeprefix("零") or "?")
    return None if rest is None or rest >= plain(Decimal(1), power) else rest


def _arabic_digit(text: str) -> int | None:
    return int(text) if text in "123456789" else None


def _digits_value(text: str) -> Decimal | None:
    """Return the value of digits without magnitudes, Chinese or Arabic, with a decimal point."""
    arabic = "".join(str(_DIGIT.get(character, character)) for character in text)
    return Decimal(arabic.replace(",", "").replace("点", ".")) if _PLAIN.fullmatch(arabic) else None
