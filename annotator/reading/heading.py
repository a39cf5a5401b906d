"""What the head of a transcript says of it: language, title, date and place."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

from annotator.reading.label_forms import COLONS, HAN, SPACES
from annotator.reading.words import any_of, words

HEAD = 1500
_SAMPLE = 50_000
_LONGEST_TITLE = {True: 60, False: 140}
"""In characters, by whether it is Chinese."""
_TRADITIONAL = frozenset(
    "們這個國時來對會發說過後經進電現實體機點從業還應開與關內數間變條問軍記請億萬員長區學總統報處題專醫確據該較讓歲單灣"
)
_SIMPLIFIED = frozenset(
    "们这个国时来对会发说过后经进电现实体机点从业还应开与关内数间变条问军记请亿万员长区学总统报处题专医确据该较让岁单湾"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<y>(?:19|20)\d{2})"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_NUMERALS = "〇一二三四五六七八九十"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}\s*年\s*(?P<m>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*日",
        r"(?:民國|中華民國|民国)\s*(?P<roc>\d{2,3})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日",
        r"(?<!\d)(?P<roc>1[0-4]\d)\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日",
        rf"(?P<y>[{_NUMERALS}]{{4}})年(?P<m>[{_NUMERALS}]{{1,2}})月(?P<d>[{_NUMERALS}]{{1,3}})日",
        rf"(?<!\d){_YEAR}[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})(?!\d)",
        r"(?<!\d)(?P<roc>1[0-4]\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)",
        rf"\b{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
    )
)
_REPUBLIC = 1911
_CHARACTERS_PER_WORD = 2
_MIXED = 100
_SENTENCE_END = re.compile(r"[。！？；]|[.;]\s")
_NO_TITLE = re.compile(
    r"(?:for )?immediate release.*|embargoed.*|the white house|-{3,}|={3,}|\*{3,}", re.IGNORECASE
)
_PLACE_LINE = re.compile(
    rf"(?:.*[{SPACES}])?(?:会议|會議)?(?:地[点點]|Location|Place|Venue)[{COLONS}][\s*]*"
    r"(?P<place>.{2,60}?)(?=$|[ ]{2}|\u3000)",
    re.IGNORECASE,
)
_ROOM_LINE = re.compile(
    rf"(?P<place>(?:[A-Z][\w.'’ ]{{2,50}} )?(?i:{any_of('english', 'rooms')}))$"
)
_CITY = r"[A-Z][\w.'’-]+(?: (?:am|of|de|upon|[A-Z][\w.'’-]+)){0,3}"
_DATELINE = re.compile(rf"(?P<place>{_CITY}(?:, {_CITY})?),?\s+(?:on\s+)?$")
_CITY_LINE = re.compile(rf"(?P<place>{_CITY}, (?:D\.C\.|[A-Z][a-z]+(?: [A-Z][a-z]+)?|[A-Z]{{2}}))$")
_BEHIND_DATE = re.compile(
    rf"[（(]?(?:星期.|周.)?[)）]?\s*[，,][{SPACES}]*"
    rf"(?P<place>[{HAN}]{{2,8}}|{_CITY}(?:, {_CITY})?)(?=[{SPACES}]*\n|[{SPACES}]+[A-Z]|$)"
)
_HELD = re.compile(rf"在(?P<place>[{HAN}]{{2,20}}?)(?:举行|举办|召开|舉行|舉辦|召開)")
_NO_PLACE = re.compile("[下中上里前后後的了会會]$|我们|我們|今天|此次|近日|星期|上午|下午")
_BEFORE_DATE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    r"|aired|posted|published|updated|released|issued|recorded|created)\b",
    re.IGNORECASE,
)


def language_of(text: str) -> str:
    """Return ``zh-Hans``, ``zh-Hant``, ``en``, or ``mul`` for Chinese and English in turn."""
    sample = text[:_SAMPLE]
    han = len(re.findall(f"[{HAN}]", sample))
    latin = len(re.findall(r"[A-Za-z]{2,}", sample))
    if han * 5 < latin or (han < 20 and han < latin):  # noqa: PLR2004
        return "en"
    if _mixes(sample):
        return "mul"
    counts = Counter(sample)
    traditional = sum(counts[c] for c in _TRADITIONAL & counts.keys())
    simplified = sum(counts[c] for c in _SIMPLIFIED & counts.keys())
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _mixes(sample: str) -> bool:
    """Tell whether whole paragraphs are Chinese and whole paragraphs are English."""
    chinese = english = 0
    for line in sample.splitlines():
        han = len(re.findall(f"[{HAN}]", line))
        latin = len(re.findall(r"[A-Za-z]{2,}", line))
        chinese += han if han > latin else 0
        english += latin if latin > 2 * han else 0
    less, more = sorted((chinese, english * _CHARACTERS_PER_WORD))
    return less > _MIXED and less * 4 > more


def title_of(text: str, name: str) -> str:
    """Return the first line that looks like a title, else the file's name without its ending."""
    lines = [line.strip(f"{SPACES}#*\f") for line in text[: 2 * HEAD].splitlines()[:8]]
    lines = [line for line in lines if line and not _NO_TITLE.fullmatch(line)]
    for line in lines[:3]:
        if _is_title(line) and lines.count(line) == 1 and not re.search(r"\S {5,}\S", line):
            return line
        if not _is_title(line) and not re.search(r"\S {5,}\S", line):
            break
    return Path(name).stem or "".join(lines[:1])[:60]


def _is_title(line: str) -> bool:
    is_chinese = bool(re.search(f"[{HAN}]", line))
    inner = re.sub(r"\b(?:[A-Z][a-z]{0,3}|[a-z])\.", "", line)
    fits = len(line) <= _LONGEST_TITLE[is_chinese]
    return fits and not _SENTENCE_END.search(inner) and line[-1] not in COLONS + ".,，"


def date_of(text: str) -> str | None:
    """Return the first whole date that the head of the text names, as ISO 8601."""
    found = _first_date(text)
    return found[0] if found else None


def _first_date(text: str) -> tuple[str, int, int] | None:
    """Return the first date, and where it stands."""
    head = _half_width(text[:HEAD])
    dates = [
        (match.start(), match.end(), iso)
        for pattern in _DATES
        for match in pattern.finditer(head)
        if (iso := _iso(match.groupdict()))
    ]
    if not dates:
        return None
    start, end, iso = min(dates)
    return iso, start, end


def _half_width(text: str) -> str:
    """Return a text of the same length with plain digits for wide ones and one kind of zero."""
    digits: dict[str, str | int | None] = {
        c: unicodedata.normalize("NFKC", c) for c in "０１２３４５６７８９．／－"
    }
    return text.translate(str.maketrans(digits | {"○": "〇", "零": "〇", "Ｏ": "〇"}))


def _iso(parts: dict[str, str | None]) -> str | None:
    year = _number(parts.get("y") or "")
    if parts.get("roc"):
        year = int(parts["roc"] or 0) + _REPUBLIC
    month = (parts["m"] or "").lower()
    number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else _number(month)
    day = _number(parts["d"] or "")
    if 1 <= number <= 12 and 1 <= day <= 31:  # noqa: PLR2004
        return f"{year}-{number:02}-{day:02}"
    return None


def _number(digits: str) -> int:
    """Return a number of plain or Chinese digits; ten may stand for itself."""
    if digits.isdecimal():
        return int(digits)
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return 10 * (_number(tens) if tens else 1) + _number(ones)
    value = "".join(str(_NUMERALS.index(c)) for c in digits if c in _NUMERALS)
    return int(value or 0)


def place_of(text: str) -> str | None:
    """Return where it took place, if the head of the text says so."""
    head = text[:HEAD]
    lines = [line.strip(f"{SPACES}#*\f") for line in head.splitlines()[:20]]
    for pattern in (_PLACE_LINE, _ROOM_LINE):
        for line in lines:
            if found := pattern.match(line):
                return found["place"].strip()
    return _beside_date(head) or _city_line(lines) or _held_in(head)


def _beside_date(head: str) -> str | None:
    """Return a city before or behind the date, as in ``Geneva, 12 March 2021``."""
    date = _first_date(head)
    if not date:
        return None
    line = head[head.rfind("\n", 0, date[1]) + 1 : date[1]]
    behind = _BEHIND_DATE.match(head, date[2])
    if behind and not _NO_PLACE.search(behind["place"]) and not _names_event(behind["place"]):
        return behind["place"]
    before = _DATELINE.fullmatch(
        _BEFORE_DATE.sub("", line).strip(f"{SPACES}#*").rstrip(",–- ") + ", "
    )
    return before["place"] if before and not _names_event(before["place"]) else None


def _names_event(phrase: str) -> bool:
    tokens = set(re.findall(r"[a-z]+", phrase.lower()))
    kinds = ("not_anywhere", "reporters", "offices", "titles")
    return any(tokens & words("english", kind) for kind in kinds)


def _city_line(lines: list[str]) -> str | None:
    found = (_CITY_LINE.fullmatch(line) for line in lines[:8] if not _names_event(line))
    return next((match["place"] for match in found if match), None)


def _held_in(head: str) -> str | None:
    for found in _HELD.finditer(head):
        if not _NO_PLACE.search(found["place"]):
            return found["place"]
    return None
