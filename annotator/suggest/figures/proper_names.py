"""Numbers that capitals make a name of: Euro 2024, the Rule of Six, 10 Downing Street."""

import re

from annotator.suggest.figures.compounds import Measured
from annotator.suggest.figures.found import FoundFigure
from annotator.suggest.figures.labels import is_highway
from annotator.suggest.figures.units import Unit, Vocabulary

_ADDRESS = re.compile(
    r"\s(?:(?:[A-Z][\w.]*|[0-9]{1,3}(?:st|nd|rd|th))\s){1,3}"
    r"(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Drive|Boulevard|Blvd|Lane|Plaza|Parkway|Court\b"
    r"|Terrace|Circle|Concourse|Trade\sCenter\b|CONCOURSE|STREET|AVENUE|ROAD|DRIVE|BOULEVARD|LANE|PLAZA|PARKWAY)"
    r"|\s(?:Brigade|Commando|Para|Wing|Squadron|Battalion|Regiment|Division|Corps|RAR|SCOTS|RIFLES)\b"
    r"|(?<=[0-9]{3})\s(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)\s(?:[a-z]+\s){1,3}(?:street|avenue|road|drive|boulevard|lane)\b"
    r"|\s[NSEW]\.?\s(?!Kor|Afr|Ame|Ire|Iri|Sud)[A-Z][a-z]|(?<=\bon\s[0-9])\s(?:North|South|East|West)(?=[,.;])"
    r"|\s(?:North|South|East|West)(?=\s(?:unit|ward|wing|nurses|staff|is|has)\b)"
)
_PROPER = re.compile(
    r"(?<![A-Za-zÀ-ÿ&])(?P<word>[a-z]?[A-ZÀ-Þ][A-Za-zÀ-ÿ]+|[A-Z]{1,3}&[A-Z]{1,3})\s\Z"
)
_NAMEABLE = re.compile(
    r"['’‘]?[0-9.]++(?![0-9,]*[0-9])(?!\s(?:[mb]illion|trillion|thousand))|[A-Za-z]"
)
"""Numbers that names have: without commas and magnitudes."""
_PROPER_NEAR = 20
_BEFORE = 40
_RESULT = re.compile(r"[0-9]{1,3}(?:,?\s(?:and\s)?|\s[-–—]\s)(?:[A-Z][A-Za-z]+\s){1,3}[0-9]{1,3}\b")
"""A result of two sides, each named: Tigers 24, Bears 17."""
_BEFORE_RESULT = re.compile(
    r"[A-Z][A-Za-z]+\s[0-9]{1,3}(?:,?\s|\s[-–—]\s)(?:[A-Z][A-Za-z]+\s){1,3}\Z"
)
_ROW = re.compile(r"(?:[A-Z][A-Za-z]+\s[0-9]{1,4}(?:[,;]\s(?:and\s)?|\sand\s|\b)){3}")
"""Three names with numbers in a row, which are no result."""
_SUBJECT = re.compile(
    r"101(?=[.,;:?!)])|[0-9.]++\s(?:is|isn['’]t|was|wasn['’]t|has|hasn['’]t|does|doesn['’]t"
    r"|left|departed|arrived|struck|derailed|landed|would|will|can|could|should|had|says|shows"
    r"|pays|covers|requires|provides|states|allows|gives|applies|reads|remains|needs"
    r"|includes|begins|starts|ends|goes|comes|takes|makes|opens|opened|closed|reopened|runs|stays)\b"
)
_ACTED = re.compile(
    r"[0-9]{1,4}\s(?!(?:died|injured|killed|wounded|arrested|charged|hospitali[sz]ed|tested|recovered"
    r"|displaced|voted|abstained|signed|opposed|responded|agreed|rescued|confirmed|remained)\b)"
    r"(?:[a-z]{3,}ed|went|came|ran|took|got|made|gave|found|met|held|won|lost|began|sank|flew|hit|said|told)\b"
)
"""What a thing with a number did, but is not said of so many people."""
_MANY = re.compile(r"[^suiw\W]s\Z")
"""How a word ends that tells of several."""
_EXPLAINED = re.compile(r"[0-9]{1,4},\s(?:the|an?|which|where|our|that)\b")
_BODY_OF = re.compile(r"\b(?:Group|Gang|Rule|Committee|Council|Club|Band)\sof\s\Z")
"""What stands before the number that names who or what has so many: the Group of 24."""
_COUNTING = re.compile(r"[0-9.]+\s(?P<word>[a-z]+[^suiw\W]s)\b")
"""What a number seems to count: Tower 7 flats; but not Tower 7 opens."""
_COUNTED = re.compile(
    r"(?:[0-9]++|[a-z-]+)\s(?:(?:more(?!\sthan)|others?|additional|new|fewer)\b"
    r"|of\s(?:them|those|these|us|whom|which)\b)"
)
"""A number that counts, whatever stands before it: 12 more, 12 of them."""
_WERE = re.compile(r"(?:[0-9]++|[a-z-]+)\s(?:were|are|have|died|remain)\b")
_FIRST_PLACE = re.compile(
    r"(?:\A|[.!?:;\n]\s{0,2}|\band\s)(?:[Ii]n|At|[Ff]rom|For|Across|On)\s(?:(?:the|[A-Z][a-z]+)\s)?\Z"
)
_PLACE = r"[A-Z][A-Za-z]+(?:[\s-][A-Z][A-Za-z]+){0,2}"
_TALLY = re.compile(
    rf"(?:(?:[0-9],\s|:\s)(?={_PLACE}\s[0-9,]*[0-9](?:[,;]|\sand)\s(?:and\s)?{_PLACE}\s[0-9])"
    r"|\b(?:had|has|have|with|recorded|reported)\s[0-9,]+(?:\s[a-z]+)?(?:,|,?\sand)\s)"
    rf"(?P<row>{_PLACE}\s[0-9,]*[0-9](?:(?:[,;]\s(?:and\s)?|\sand\s){_PLACE}\s[0-9,]*[0-9])*)"
)
_TALLIED = re.compile(rf"{_PLACE}(?=\s[0-9])")
_TOLD_IN = re.compile(r"\b[Ii]n\s([A-Z][A-Za-z]+)\s[0-9]++(?=[,.;]|\sand\b)")
_CLOSED = re.compile(r"[0-9.]+[,.]?\s?(?P<sign>[)”\"—-])")
_CLOSES = {"(": ")", "“": "”", '"': '"', "—": "—", "-": "-"}
"""What stands around a name alone."""
_AT = ("at ", "outside ")
_HOUSE = re.compile(
    r"[0-9]{2,5}\s(?!Eastern|Central|Mountain|Pacific|Kelvin|Celsius|Fahrenheit|Hours)[A-Z][a-z]{2,}(?<!s)"
    r"(?:[,.;?!]|\s(?:and|in|on|near|where|today|for|with|is|was)\b|\s?\Z)"
)
_TEAM = re.compile("Under-[0-9]")
_CALL_SIGN = re.compile(
    r"\s(?:(?<=[0-9]{3}\s)[WK][A-Z]{3}\b|(?<=1[38]00\s)[A-Z]{3,}\b"
    r"|(?:Pro|Plus|Ultra|Mini|Turbo|Max)\b(?!\s[A-Z])|(?:News|NEWS)\b(?!\s(?:Corp|Group)))"
)
"""What follows the number of a station or a product: 1010 WINS, 7 News, the 17 Pro."""
_CAPITAL_WORD = re.compile("[A-Z][a-z]+")
_SMALL_BEFORE = re.compile(r"(?<![A-Za-z])[a-z]+\s\Z")
_NAME_BEFORE = re.compile(r"[a-z],?\s[A-Z][a-z]+\s\Z")
"""What a number in a name follows within a sentence: the other Glorious Seven clubs."""
_QUOTES, _QUOTED = frozenset('“"'), re.compile(r"(?:\s[A-Z][a-z]+){1,3}[”\"]")
"""Around the first word of a name in quotes: the “Four Thirties”."""
_SMALL_BEHIND = re.compile(r"\s[A-Z][a-z]+\s[a-z]")
_WITHIN = re.compile(r"[a-z,]\s\Z")
_PROPER_COMPOUND = re.compile(r"[A-Za-z]+-(?!(?:Test|ODI)\b)[A-Z]")
_ABBREVIATIONS = frozenset({"IS", "OR", "IN", "No"})
"""Words that so written are short for others: an intermediate school, a number."""
_ELIDED = frozenset("'’‘")
"""What stands before a year without its century: Ocean Shield '23."""


def is_proper(text: str, measured: Measured, figure: FoundFigure, words: Vocabulary) -> bool:
    """Say whether capitals make a name of a number: Euro 2024, Six-Party Talks."""
    if measured.unit:
        form = text[measured.unit_start : measured.unit_end]
        return (
            (form[:1].isupper() and _is_title(text, form, measured.unit, figure))
            or (form == "P" and measured.unit_start > measured.start)
            or form.strip() == "SH"
            or is_proper_compound(text, figure.start, figure.end)
        )
    if figure.quantity.approximator:
        return is_address(text, figure.end)
    if figure.quantity.unit:
        return is_of_capital(text, figure.start, words, has_noun=True) or is_named_word(
            text, figure.start, figure.end, has_noun=True
        )
    return _is_plainly_named(text, figure, words)


def _is_plainly_named(text: str, figure: FoundFigure, words: Vocabulary) -> bool:
    """Say whether capitals make a name of a number without a unit.

    A quarter's year is none, nor is one behind a word of its own: in Chad between 2002 and 2005.
    """
    if figure.quantity.value and (
        text[figure.start].islower() or text.endswith(("Quarter ", "Half "), 0, figure.start)
    ):
        return False
    return (
        follows_name(text, figure.start, words)
        or is_of_capital(text, figure.start, words, has_noun=False)
        or is_named_word(text, figure.start, figure.end)
        or is_address(text, figure.end)
        or _is_house(text, figure.start)
        or is_highway(text, figure.start)
    )


def _is_title(text: str, form: str, unit: Unit, figure: FoundFigure) -> bool:
    """Say whether a unit is written with a capital as in a title: 48 Hours, Two Nations."""
    if unit.kind == "money" or form.isupper():
        return False
    return unit.kind == "duration" or text[figure.start].isupper()


def follows_name(text: str, start: int, words: Vocabulary) -> bool:
    """Say whether a capitalised word inside a sentence stands in front: Euro 2024, Line 2.

    ``text`` is the text as it is written.
    """
    if text[start - 1 : start] in _ELIDED:
        start -= 1
    is_apart = text[start - 1 : start].isspace()
    found = _PROPER.search(text, max(0, start - _PROPER_NEAR), start) if is_apart else None
    if (
        found is None
        or not _NAMEABLE.match(text, start)
        or _is_no_name(found["word"], words)
        or found["word"].endswith("ly")
        or _is_told_of(text, found.start(), start)
    ):
        return False
    if found["word"][0].islower() or found["word"].isupper():
        return True
    if _is_result(text, start) or _is_in_tally(text, found["word"], start):
        return False
    return (
        _is_within_sentence(text, found.start())
        or _is_enclosed(text, found, start)
        or _is_acting(text, found["word"], start)
    )


def _is_within_sentence(text: str, at: int) -> bool:
    """Say whether a word begins no sentence and nothing that stands in brackets or quotes."""
    before = text[max(0, at - 2) : at].rstrip(" ")
    return bool(before) and (before[-1] not in '.!?:;\n“"”—-(' or _is_joined(before))


def _is_acting(text: str, word: str, start: int) -> bool:
    """Say whether a named thing with its number is explained or does something: Unit 2 tripped."""
    if _SUBJECT.match(text, start):
        return True
    acts = _EXPLAINED.match(text, start) or _ACTED.match(text, start)
    return acts is not None and not _MANY.search(word)


def _is_no_name(word: str, words: Vocabulary) -> bool:
    """Say whether a word names nothing that has a number, as IS does of a school: IS 227."""
    return word not in _ABBREVIATIONS and word.lower() in words.lists["no_names"]


def _is_told_of(text: str, place: int, start: int) -> bool:
    """Say whether a number counts at a place that is named first: In Ohio 12 were hurt."""
    if _COUNTED.match(text, start):
        return True
    is_first = _FIRST_PLACE.search(text, max(0, place - _PROPER_NEAR), place)
    return bool(is_first and _WERE.match(text, start))


def _is_in_tally(text: str, place: str, start: int) -> bool:
    """Say whether places are told with a number each: in Ohio 4, in Iowa 12 and in Utah 3.

    So they are behind a sum or a colon: 12 cases: Kiambu 4, Mombasa 5 and Nakuru 3.
    """
    near, far = max(0, start - 2 * _BEFORE), start + 2 * _BEFORE
    told = _TOLD_IN.findall(text, near, far)
    if place in told and len(set(told)) > 1:
        return True
    for row in _TALLY.finditer(text, near, far):
        if row.start() < start < row.end():
            names = _TALLIED.findall(row["row"])
            return len(names) == len(set(names))
    return False


def _is_enclosed(text: str, found: re.Match[str], start: int) -> bool:
    """Say whether a name alone stands in brackets, quotes or dashes: (Sierra 7)."""
    before = text[max(0, found.start() - 2) : found.start()].rstrip(" ")[-1:]
    after = _CLOSED.match(text, start)
    if after is None or _MANY.search(found["word"]):
        return False
    return _CLOSES.get(before) == after["sign"]


def _capital_before(text: str, start: int) -> re.Match[str] | None:
    """Return the word in front of a space if it has a capital."""
    at, near = start - 1, max(0, start - _PROPER_NEAR)
    while at > near and text[at - 1].isalpha():
        at -= 1
    return _PROPER.match(text, at, start) if text[at].isupper() else None


def is_of_capital(text: str, start: int, words: Vocabulary, *, has_noun: bool) -> bool:
    """Say whether a word in front makes a name of a number for its capital: the Tower 7 flats."""
    if not text[start - 1 : start].isspace():
        return False
    if text.endswith("of ", 0, start) and _BODY_OF.search(text, max(0, start - 16), start):
        return True
    found = _capital_before(text, start)
    if found is None or found["word"].lower() not in words.lists["capital_titles"]:
        return False
    before = text[max(0, found.start() - 2) : found.start()].rstrip(" ")
    if before and before[-1] not in ".!?\n":
        return True
    counted = _COUNTING.match(text, start)
    is_counting = counted is not None and counted["word"] not in words.lists["one_does"]
    return not (has_noun or is_counting)


def _is_joined(before: str) -> bool:
    """Say whether a word is the second half of another: U-Boat 534."""
    return before[-1] == "-" and before[0].isalpha()


def _is_result(text: str, start: int) -> bool:
    """Say whether a number is of one of two sides that are named with theirs; three make a row."""
    near = max(0, start - _BEFORE)
    if not (_RESULT.match(text, start) or _BEFORE_RESULT.search(text, near, start)):
        return False
    names = [name for name in _CAPITAL_WORD.findall(text, near, start + _BEFORE) if name != "Team"]
    if len(names) > len(set(names)):
        return False
    rows = _ROW.finditer(text, near, start + _BEFORE)
    return not any(row.start() < start < row.end() for row in rows)


def is_named_word(text: str, start: int, end: int, *, has_noun: bool = False) -> bool:
    """Say whether a number in words is written as a name within a sentence: the Rule of Six.

    With a noun that it could count, the words before it are small and the noun is not: the Six
    Nations; a headline has capitals everywhere.
    """
    if not _CAPITAL_WORD.fullmatch(text, start, end):
        return False
    if text[start - 1 : start] in _QUOTES and _QUOTED.match(text, end):
        return True
    if has_noun:
        before = text[max(0, start - _PROPER_NEAR) : start]
        if not text[end + 1 : end + 2].isupper():
            return _NAME_BEFORE.search(before) is not None
        is_first = before.endswith("The ") and _SMALL_BEHIND.match(text, end)
        return bool(_SMALL_BEFORE.search(before) or is_first)
    return bool(_WITHIN.search(text, max(0, start - 3), start))


def is_address(text: str, end: int) -> bool:
    """Say whether a street or a radio station's letters follow: 10 Downing Street, 1010 WINS.

    ``text`` is as it is written.
    """
    return end > 0 and bool(_ADDRESS.match(text, end) or _CALL_SIGN.match(text, end))


def _is_house(text: str, start: int) -> bool:
    """Say whether a number is of a house in a street whose name stands alone: at 500 Pearl."""
    is_there = text.endswith(_AT, 0, start)
    return is_there and _HOUSE.match(text, start) is not None


def is_team(text: str, start: int) -> bool:
    """Say whether a capital within a sentence makes a team of an age: the Under-21s."""
    is_within = bool(_WITHIN.search(text, max(0, start - 3), start))
    return is_within and _TEAM.match(text, start) is not None


def is_proper_compound(text: str, start: int, end: int) -> bool:
    """Say whether a compound is a name: Six-Party, Two-State; ``text`` is as it is written."""
    if not "A" <= text[start] <= "z" or not _PROPER_COMPOUND.match(text, start, end):
        return False
    return not text[start:end].isupper()
