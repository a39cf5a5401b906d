"""A number where it stands in folded text, with its magnitude and what blurs it: 20多万, 数十."""

import re
from decimal import Decimal
from functools import lru_cache
from math import prod
from typing import NamedTuple

from annotator.suggest.figures.digits_apart import digits_apart
from annotator.suggest.figures.english_numbers import (
    ABBREVIATIONS,
    LETTERS,
    ONES,
    PLURAL,
    SCALES,
    WORDS,
    any_of,
    plural_value,
    words_value,
)
from annotator.suggest.figures.numerals import (
    ARABIC,
    DIGITS,
    HAN_RUN,
    LONGEST,
    MAGNITUDES,
    NO_PREFIX,
    POWERS,
    numeral_range,
    plain,
)

_BIG = any_of([*SCALES, *ABBREVIATIONS])
_CHINESE_MAGNITUDE = rf"\s?(?>(?:{NO_PREFIX}(?:[百千万亿兆]|十(?=[万亿]))){{1,6}})"
_MAGNITUDE = re.compile(_CHINESE_MAGNITUDE)
"""All that a number with decimals has behind them: the 亿 of 3.45亿."""
_PART = (
    r"\s?[½¼¾⅓⅔]|(?:-|\s(?:and\s)?)[1-9]/[2-9](?![0-9/])"
    r"|(?:-|\s{1,3})and(?:-|\s{1,3})(?:a(?:-|\s{1,3})(?:half|quarter|third)\b"
    r"|half(?=\s[mb]illion\b)|(?:one|three)(?:-|\s{1,3})quarters?\b(?!\sof\b)|one(?:-|\s{1,3})half\b(?!\sof\b))"
)
VULGAR = "½¼¾⅓⅔"
_PART_OF_ONE = re.compile(r"(?P<above>[1-9])/(?P<below>[2-9])(?![0-9/])")
_PARTS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667"} | {
    "half": "0.5",
    "quarter": "0.25",
    "third": "0.333333",
}
_PLAINLY = re.compile(
    r"([0-9]{1,11}+(?>(?:[.][0-9]{1,9}+)?))([万亿]?+)"
    rf"(?![0-9.,'’\s—a-z½¼¾⅓⅔-]|[{DIGITS}十两百千万亿兆多余几来点])"
)
"""A number that nothing belongs to but a magnitude: most are of this kind."""
_ARABIC = re.compile(
    rf"(?P<digits>{ARABIC})(?P<part>{_PART})?"
    rf"(?:(?P<han>{_CHINESE_MAGNITUDE}(?>(?:{ARABIC}{NO_PREFIX}[百千万亿]{{1,4}}+){{0,3}})"
    rf"(?:(?<=[千万亿])(?:{ARABIC}|(?!一[^千百十{DIGITS}])[一二三四五六七八九][千百十{DIGITS}]{{0,7}}+[万亿]?+)(?![年月日号分]|%))?)"
    rf"|(?:-|\s{{0,3}})(?P<words>{_BIG}(?:\s{{1,3}}{_BIG})?)(?![a-z])(?<!-cr))?",
)
_LETTER = re.compile(rf"(?P<digits>{ARABIC})\s?(?P<letter>[{''.join(LETTERS)}])(?![a-z]|-shirt)")
_HAN = re.compile(
    f"{HAN_RUN}(?:(?:[点.]|[·•‧・](?=[{DIGITS}]{{1,4}}[百千万亿兆%]))[{DIGITS}]{{1,12}}+(?>(?:{NO_PREFIX}[百千万亿兆]){{0,4}}))?"
)
_NEXT_ONE = re.compile("一(?:(?<=[百千万][二三四五六七八九]一)|(?<=[百千万]一)(?=[晚斤坪尺亩]))")
"""The start of the next number, what a price is for: 一千八一个月, 两千一晚."""
_VAGUE = re.compile(
    "(?:好几|数|几|上(?!百分|千分|万分|[百千]年一遇))(?!十[一二三四五六七八九])(?P<power>[十百千万亿]{1,6}+)(?!分之)"
)
_WORDS = re.compile(WORDS)
_WORD_JOIN = re.compile(r",?\s{1,3}and\s{1,3}|,\s{1,3}")
"""Where words that make no number together may be two: two, three percent."""
_COLLOQUIAL = re.compile(
    rf"\b(?P<scale>million|billion|trillion)\s{{1,3}}(?P<tenths>{any_of(list(ONES)[1:10])})\Z"
)
"""Tenths of a magnitude, as they are spoken: a million two."""
_AND_DIGITS = re.compile(
    r" and\s{1,3}(?P<digits>[1-9][0-9]?)(?![0-9a-z%]|[-.,:/][0-9])"
    rf"(?:\s(?P<scale>{any_of(SCALES)})\b)?"
)
"""What captions write in digits behind hundreds in words: a hundred and 31."""
_REST = re.compile(
    rf"(?:(?<=\bthousand)|(?=\s[0-9]{{3}}\sthousand\b))\s(?P<digits>[1-9][0-9]{{2}}(?:\sthousand\b)?)"
    r"(?P<crore>\scrores?\b)?(?![0-9a-z%]|[-.,:/][0-9]|\s(?:thousand|million|percent|per\scent|times)\b)"
    rf"|\s{{1,3}}(?={any_of(list(ONES)[1:10])}\shundred\b)"
)
"""What captions tell behind a magnitude in words, in digits or in words: 7 thousand 708."""
_AGAIN = re.compile(rf"\s\((?P<digits>{ARABIC})\)(?:\s(?P<scale>{any_of(SCALES)})\b)?")
"""The same number in digits behind words, as contracts have it: thirty (30) days."""
_DIGIT = any_of(list(ONES)[:10])
_SPOKEN = re.compile(
    rf"\s{{1,3}}point\s{{1,3}}(?P<digits>[0-9]{{1,4}}|{_DIGIT}(?:[\s-]{_DIGIT}){{0,3}})"
    rf"(?=\s{{1,3}}(?:(?P<scale>{any_of(SCALES)})\b|percent|per\scent|percentage|times|degrees|miles|inches|feet|to"
    r"|versus|in|from|for|this|last|and|as|on)\b|\s?[.,;:?!)%](?![0-9])|\Z)"
)
"""Decimals as they are spoken: two point five percent."""
_PLURAL = re.compile(PLURAL)
_ROUND_WORDS = "dozen|hundred|thousand|million|billion"
BEFORE_POWER = ("last ", "past ", "next ", "first ", "another ", "final ", "every ", "following ")
"""What stands before a magnitude that is a number by itself: the last dozen years."""
_POWER = re.compile(rf"(?:{'|'.join(f'(?<={word})' for word in BEFORE_POWER)})(?:{_ROUND_WORDS})\b")
PARTIAL = "(?:hour|day|year|mile|century|percent|percentage|point|inch|acre|ton|pound|cup|liter)"
_HALF = re.compile(
    rf"(?:an?(?:\s{{1,3}}|-)(?=half(?:-(?:{any_of(SCALES)}|an-)"
    rf"|\s)))?half(?:[\s-]{{1,3}}an?[\s-]{{1,3}}(?:(?P<scale>{any_of(SCALES)})\b|(?=[a-z]))"
    rf"|[\s-](?:(?P<scale2>{any_of(SCALES)})\b|(?={PARTIAL}\b)))"
)
QUARTER = rf"quarter(?=[\s-]{PARTIAL}\b)"
"""A pattern for a quarter of a unit that follows: quarter-point."""
_QUARTER = re.compile(QUARTER)
FEW = rf"(?:several|few|couple(?:\s{{1,3}}of)?)\s{{1,3}}(?P<scale>{any_of(SCALES)})(?![a-z])"
"""A pattern for a power of which there are some."""
_FEW = re.compile(rf"(?:an?\s{{1,3}})?{FEW}")
_BLUR = re.compile(
    "(?P<word>[多余几]|来(?![电函自修买盖帮救补用]|协助|支[应付援]|推动))(?P<power>[百千万亿兆]{0,4}+)"
)
_COUNTED = re.compile("个(?P<word>[多余])?亿(?![元吨级千斤]|[一-鿿]{1,2}级)")
"""A magnitude that is counted: 86个亿, 三个多亿, but not what 10个亿元项目 count."""
_SPACED = re.compile(r"\s(?P<word>[多余])(?P<power>[百千万亿兆]{1,4}+)")
_ONE = Decimal(1)
_FACTORS = {"": _ONE, "万": Decimal(10**4), "亿": Decimal(10**8)}
_BLURS = frozenset("多余几来")
_ROUND = "十百千万亿0廿卅"


class Amount(NamedTuple):
    """A number up to ``end``; ``high`` is None where only a lower bound is named.

    ``power`` is the magnitude that the number states last, as a factor: the one that a range
    gives to its lower end too. ``blurred_by`` is the word for "and a little more".
    """

    end: int
    low: Decimal
    high: Decimal | None
    power: Decimal = Decimal(1)
    blurred_by: str = ""


def amount_at(text: str, at: int, *, takes_letter: bool = False) -> Amount | None:
    """Return the number that starts at ``at`` in folded text, or None.

    ``takes_letter`` says that a letter may be a magnitude, as behind a currency sign: $5m.
    """
    if takes_letter and (letter := _LETTER.match(text, at)):
        return _scaled(letter, Decimal(LETTERS[letter["letter"].lower()]))
    first = text[at : at + 1]
    if not first.isascii():
        found = _vague(text, at) or _han(text, at) or _vulgar(at, first)
    else:
        found = _arabic(text, at) if first.isdigit() else _in_words(text, at)
    goes_on = _GOES_ON.get(text[found.end : found.end + 1]) if found else None
    return goes_on(text, found) if found and goes_on else found


def part_at(text: str, at: int) -> Amount | None:
    """Return the part of one that starts at ``at``, as in 0 to 1/4 percent, or None."""
    found = _PART_OF_ONE.match(text, at)
    if found is None:
        return None
    number = Decimal(found["above"]) / Decimal(found["below"])
    return Amount(found.end(), number, number)


def _counted(text: str, amount: Amount) -> Amount:
    """Read a number of hundred millions: 86个亿, 几十个亿."""
    found = _COUNTED.match(text, amount.end)
    if found is None:
        return amount
    factor = _FACTORS["亿"]
    high = None if amount.high is None else amount.high * factor
    word = found["word"] or amount.blurred_by
    return Amount(found.end(), amount.low * factor, high, factor, word)


def _spoken(text: str, whole: Amount) -> Amount:
    """Read the decimals of two point five percent, and a magnitude behind them."""
    is_spoken = text.startswith(" point ", whole.end)
    found = _SPOKEN.match(text, whole.end) if is_spoken else None
    if found is None or whole.high is None:
        return whole
    digits = "".join(str(ONES.get(word, word)) for word in re.split(r"[\s-]", found["digits"]))
    factor = Decimal(SCALES[found["scale"]]) if found["scale"] else _ONE
    number = (whole.low + Decimal(f"0.{digits}")) * factor
    end = found.end("scale") if found["scale"] else found.end()
    return Amount(end, number, number, factor)


_GOES_ON = {"个": _counted, " ": _spoken}
"""What may read on behind a number, by the character there."""


def _in_words(text: str, at: int) -> Amount | None:
    readers = (_half, _words, _plural, _few, _power)
    return next((found for read in readers if (found := read(text, at))), None)


def _power(text: str, at: int) -> Amount | None:
    """Read the magnitude of the last dozen years, another hundred."""
    found = _POWER.match(text, at)
    if found is None:
        return None
    power = Decimal(SCALES[found.group()])
    return Amount(found.end(), power, power, power)


def _few(text: str, at: int) -> Amount | None:
    """Read several hundred, a few thousand, a couple of million, like 数百."""
    found = _FEW.match(text, at)
    if found is None:
        return None
    power = Decimal(SCALES[found["scale"]])
    return Amount(found.end(), power, None, power)


def _vulgar(at: int, sign: str) -> Amount | None:
    """Read ¾ where no whole number stands before it."""
    part = _PARTS.get(sign)
    return Amount(at + 1, Decimal(part), Decimal(part)) if part else None


def _arabic(text: str, at: int) -> Amount | None:
    if found := _PLAINLY.match(text, at):
        digits, magnitude = found.groups()
        factor = _FACTORS[magnitude]
        number = Decimal(digits) * factor
        return Amount(found.end(), number, number, factor)
    if apart := digits_apart(text, at):
        end, number, factor = apart
        return Amount(end, number, number, factor)
    found = _ARABIC.match(text, at)
    return _composed(text, found) if found and found.end() - at <= LONGEST else None


def _composed(text: str, found: re.Match[str]) -> Amount | None:
    """Read digits with a part of one or a magnitude behind them."""
    part, han, words = found.group("part", "han", "words")
    if words:
        return _with_rest(text, _scaled(found, _scale(words.lower()), part))
    if part and not han:
        return _scaled(found, Decimal(1), part)
    whole = _MAGNITUDE.match(text, found.end("digits")) if "." in found["digits"] else None
    return _blurred(text, found.start(), (whole or found).end())


def _with_rest(text: str, amount: Amount) -> Amount:
    """Read what a magnitude in words goes on with: 59 thousand eight hundred and forty four."""
    rest = _REST.match(text, amount.end) if amount.power >= SCALES["thousand"] else None
    more = amount_at(text, rest.start("digits") if rest["digits"] else rest.end()) if rest else None
    power = more.power if rest and more and rest["crore"] else _ONE
    if more is None or more.low >= amount.power * power:
        return amount
    number = amount.low * power + more.low
    return Amount(more.end, number, number, power)


@lru_cache(maxsize=256)
def _scale(words: str) -> Decimal:
    """Return what magnitudes in small letters multiply by: million, hundred thousand, bn."""
    return Decimal(prod(SCALES.get(word) or ABBREVIATIONS[word] for word in words.split()))


def _scaled(found: re.Match[str], factor: Decimal, part: str | None = None) -> Amount:
    """Return digits times a factor; ``part`` is the fraction of the last one: 2-1/4, $5.04½."""
    number = Decimal(found["digits"].replace(",", ""))
    if part:
        number += plain(_part(re.split(r"[-\s]+", part)), -len(found["digits"].partition(".")[2]))
    number *= factor
    return Amount(found.end(), number, number, factor)


def _part(words: list[str]) -> Decimal:
    """Return the part that stands behind a whole number: ½, 1/4, and a half, and three quarters."""
    above, _, below = words[-1].removesuffix("s").partition("/")
    if below:
        return Decimal(above) / Decimal(below)
    return Decimal(_PARTS[above]) * (ONES["three"] if "three" in words else 1)


def _han(text: str, at: int) -> Amount | None:
    found = _HAN.match(text, at)
    if found is None:
        return None
    next_one = _NEXT_ONE.match(text, found.end() - 1)
    return _blurred(text, at, next_one.start() if next_one else found.end())


def _blurred(text: str, at: int, end: int) -> Amount | None:
    """Read a numeral, and 多, 余, 几 or 来 with a magnitude behind it."""
    blur = _BLUR.match(text, end) if text[end : end + 1] in _BLURS else _SPACED.match(text, end)
    is_some = blur and blur["word"] in "几来" and blur.group() in "几来"
    if is_some and text[end - 1] not in _ROUND:
        blur = None
    power = blur["power"] if blur else ""
    numeral = text[at:end]
    bounds = numeral_range(numeral.replace(" ", "") + power)
    if bounds is None:
        return None
    stop, word = (blur.end(), blur["word"]) if blur else (end, "")
    return Amount(stop, *bounds, _last_power(numeral + power), word)


def _last_power(numeral: str) -> Decimal:
    """Return the factor of the magnitudes at the numeral's end."""
    power = 0
    for character in reversed(numeral):
        if character not in MAGNITUDES:
            break
        power += POWERS[character]
    return plain(_ONE, power) if power else _ONE


def _vague(text: str, at: int) -> Amount | None:
    found = _VAGUE.match(text, at)
    if found is None or (text[at] == "上" and text[at - 1 : at] == "以"):
        return None
    bounds = numeral_range(found["power"])
    return Amount(found.end(), bounds[0], None) if bounds else None


def _longest_words(text: str, at: int) -> re.Match[str] | None:
    """Return the longest run of number words that is one number, or None."""
    found = _WORDS.match(text, at)
    if found is None or (_is_one_number(found.group()) and words_value(found.group()) is not None):
        return found
    for join in reversed(list(_WORD_JOIN.finditer(found.group()))):
        shorter = _WORDS.fullmatch(text, at, at + join.start())
        if shorter and words_value(shorter.group()) is not None:
            return shorter
    return None


def _words(text: str, at: int) -> Amount | None:
    found = _longest_words(text, at)
    value = words_value(found.group()) if found else None
    if found is None or value is None:
        return None
    if part := _COLLOQUIAL.search(found.group()):
        value += ONES[part["tenths"]] * Decimal(SCALES[part["scale"]]) / 10 - ONES[part["tenths"]]
    last = found.group().split()[-1].lower()
    end = found.end()
    if text.startswith((" and ", " ("), end) and (told := _in_digits(text, end, value, last)):
        return told
    return Amount(end, value, value, Decimal(SCALES.get(last, 1)))


def _in_digits(text: str, end: int, value: Decimal, last: str) -> Amount | None:
    """Read the digits behind words that are the rest of the number, or say it again."""
    rest = _AND_DIGITS.match(text, end) if last == "hundred" else None
    told = rest or _AGAIN.match(text, end)
    number = Decimal(told["digits"].replace(",", "")) if told else value
    if told is None or (rest is None and number != value):
        return None
    factor = Decimal(SCALES[told["scale"]]) if told["scale"] else _ONE
    number = (value + number if rest else number) * factor
    return Amount(told.end(), number, number, factor)


def _is_one_number(words: str) -> bool:
    """Say whether no comma parts two numbers: twenty, thirty people are not 2030."""
    return "," not in words or any(scale in words for scale in SCALES)


def _plural(text: str, at: int) -> Amount | None:
    found = _PLURAL.match(text, at)
    if found is None:
        return None
    again = (f" and {found.group()}", f" upon {found.group()}")
    rest = next((rest for rest in again if text.startswith(rest, found.end())), "")
    end = found.end() + len(rest)
    return Amount(end, plural_value(found.group()), None)


def _half(text: str, at: int) -> Amount | None:
    if quarter := _QUARTER.match(text, at):
        return Amount(quarter.end(), Decimal("0.25"), Decimal("0.25"))
    found = _HALF.match(text, at)
    if found is None:
        return None
    value = Decimal(SCALES.get(found["scale"] or found["scale2"] or "", 1)) / 2
    return Amount(found.end(), value, value)
