"""Numbers that a word in front makes a name of: Article 5, Flight 370, Articles 3 and 4."""

import re

from annotator.model.text import Range
from annotator.suggest.figures.english_numbers import ONES, any_of
from annotator.suggest.figures.units import Vocabulary

_ACTING = re.compile(
    r"\b(?:we|they|i)\s[a-z]+\s\Z"
    r"|\b(?:they|we|people|(?!(?:item|article|point|question|room|line|plaintiff|wear)s)[a-z]{3,}[^suiw\W]s)"
    r"\snumber\s\Z"
)
"""What words that elsewhere stand before a number's name do with it: we pump 310 gallons."""
_AMOUNT = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+|(?:[0-9.,]+|[a-z -]+?)[\s-](?:hundred|thousand|million|[bt]rillion"
    r"|lakh|crore)\b"
)
"""Numbers that hardly a name has: 12,000 and 5 million."""
_LONG_AGO = re.compile(r"[1-9],[0-9]{3}(?![,.]?[0-9])")
"""The number of a late day of a war or a budget: on day 1,116 of it."""
_TIMES = frozenset({"day", "week", "month", "year"})
_YEAR = re.compile(rf"(?:1[0-3]|[1-9]|{any_of(list(ONES)[1:14])})(?![0-9])")
"""The numbers of a school's years."""
_STROKES = re.compile("[6-8][0-9]")
"""How many strokes a round of golf has, of which no row of rounds has as many."""
_PUPILS = re.compile(
    r"\s(?:students?|pupils?|boys?|girls?|class(?:es)?|exams?|kids|children|leavers|cohort"
    r"|group|teachers?|results)\b"
)
_EACH = re.compile(
    r"\b(?:every|each|per|any|another|last|next|past|previous|following|same|single|one|half|that)"
    r"(?:\s[a-z]{3,12})?\s\Z"
)
_ONE_TIME = re.compile(r"\b(?:a|this|the\s[a-z]{3,9})\s\Z")
_THE = re.compile(r"\b(?:the|this|our|their|its|his|her|my|your)(?:\s[a-z]{3,12})?\s\Z")
_THINGS = re.compile(
    r"\s(?:[a-z-]{3,14}\s)?(?:(?!(?:was|has|is|does|series|diabetes|this|status)\b)[a-z]+[^suiw\W]s"
    r"|people|men|women|children)\b"
)
_COUNTED = re.compile(
    r"\s(?:(?:more(?!\sthan)|other|others|additional|new|fewer)\b"
    r"|of\s(?:them|those|these|us|whom|which)\b|of\s(?:(?:our|the|its|their|all)\s)?[0-9])"
)
"""What stands behind a number that counts, whatever stands before it: 12 more, 12 of them."""
_DIMENSION = re.compile(r"\s[a-z]{3,12}s\s(?:high|tall|long|deep|wide|thick|across|strong)\b")
"""What stands behind so many in how large something is."""
_WERE = re.compile(
    r"\s(?:were|are|have|died|remain|sustained|suffered|survived|perished|drowned|succumbed"
    r"|lost\stheir|fell\s(?:ill|sick))\b"
)
_DOING = re.compile(r"\b(?:you|can|could|will|would|should|must)\s\Z")
_BEING_DONE = re.compile(
    r"(?:['’](?:re|s|m)|\b(?:is|are|am|was|were|be|been|start(?:ed|ing)?|began|finish(?:ed)?|keep|kept))"
    r"\s(?:(?:not|now|also|still|already|currently)\s)?\Z"
)
"""What stands before what is being done: we are building 310 boats, but in building 12."""
_TO_DO = re.compile(r"\bto\s\Z")
"""What stands before what is done: to pump 310 gallons."""
_SERIES = re.compile(
    rf"(?:(?<![0-9a-z-])(?:[0-9]{{1,5}}(?:\.[0-9]{{1,3}})?[a-z]?|{any_of(ONES)})(?:,\s|,?\s(?:and|or|to|through)\s))+\Z"
)
_WORD = re.compile(r"\b[A-Z][a-z]+\s\Z")
_LAST_JOIN = re.compile(r"\b(?:and|or|to|through)\s")
_GOES_ON = re.compile(
    rf"(?:,\s|,?\s(?:and|or)\s)(?:[0-9]|(?:{any_of(ONES)})(?:[.,;:?!)](?![0-9])|\s?(?:\n|\Z)))"
)
"""Around the numbers of a list: its last join, and what the next one stands behind."""
_JOINS = tuple(f"{join}{gap}" for join in (",", "and", "or", "to", "through") for gap in " \n")
_ROW_NUMBER = rf"(?:(?!(?:19|20)[0-9]{{2}}\b)[0-9]{{1,4}}[a-z]?|{any_of(ONES)})"
_ROW = re.compile(
    rf"{_ROW_NUMBER}(?:\s?(?:-|—)\s?|\s(?:to|through|thru|and|or|&)\s|,\s){_ROW_NUMBER}\b(?![.,][0-9])"
)
"""Two numbers of a row, which a word for several things stands in front of: rooms 101-110."""
_OF_ROOMS = re.compile(r"\s(?:(?:[a-z-]{3,14}\s)?(?:people|men|women|children)|[a-z]+[^suiw\W]s)\b")
"""What the numbers count where it stands behind them: in some rooms 3 to 5 people."""
_NEAR = 20


def follows_title(text: str, folded: str, place: Range, limit: int, words: Vocabulary) -> bool:
    """Say whether a word such as Article stands in front of a number: Articles 3 and 4.

    ``text`` is the text as it is written, ``folded`` the same in lower case.
    """
    start = place[0]
    title = words.before_title.start(folded, limit, start)
    if title is not None:
        near = max(0, start - _NEAR)
        is_acting = _ACTING.search(folded, near, start) or _is_done(folded, title, start, words)
        if is_acting and text[title].islower():
            return False
        return not _is_counting((text, folded), title, place, words)
    return names_row(folded, start, words) or _is_in_row(text, folded, place, words)


def _is_done(folded: str, title: int, start: int, words: Vocabulary) -> bool:
    """Say whether a title is a verb there, as words before it tell: you can pump 310 gallons."""
    word = folded[title:start].strip()
    doing = _BEING_DONE if word.endswith("ing") else _DOING
    is_act = word in words.lists["acts"]
    return is_act and doing.search(folded, max(0, title - 2 * _NEAR), title) is not None


def _is_in_row(text: str, folded: str, place: Range, words: Vocabulary) -> bool:
    """Say whether a number goes on with a row that a title begins: Articles 3 and 4."""
    start, end = place
    if not folded.endswith(_JOINS, 0, start) or _COUNTED.match(folded, end):
        return False
    series = _SERIES.search(folded, max(0, start - 2 * _NEAR), start)
    if series is None or _counts_on(folded, place, words):
        return False
    if folded[start].isalpha() and series.group()[0].isdigit():
        return False
    if names_row(folded, series.start(), words):
        return True
    title = words.before_title.start(folded, 0, series.start())
    if title is None:
        title = _capital(text, series.start(), words)
    return title is not None and not _starts_clause(folded, series, title, place)


def _counts_on(folded: str, place: Range, words: Vocabulary) -> bool:
    """Say whether a number behind a row counts: in phase two and three patients died."""
    start, end = place
    if words.noun_pattern.match(folded, end):
        return True
    return folded[start].isalpha() and (" " in folded[start:end] or _is_of_things(folded, end))


def names_row(folded: str, start: int, words: Vocabulary) -> bool:
    """Say whether a word such as rooms stands in front of a row of numbers: rooms 101-110.

    The numbers count where things stand behind them: in some rooms 3 to 5 people.
    """
    if words.before_row.start(folded, 0, start) is None:
        return False
    row = _ROW.match(folded, start)
    return row is not None and not _OF_ROOMS.match(folded, row.end())


def _capital(text: str, end: int, words: Vocabulary) -> int | None:
    """Return where a word starts that a capital makes a title: Rooms 12, 14 and 16."""
    found = _WORD.search(text, max(0, end - _NEAR), end)
    is_title = found and found.group().strip().lower() in words.lists["capital_titles"]
    return found.start() if found and is_title else None


def _starts_clause(folded: str, series: re.Match[str], title: int, place: Range) -> bool:
    """Say whether a comma ends what the title names: under Title 42, 300 were sent back."""
    is_one = folded[place[0] : place[1]] == "one"
    if is_one or not series.group().rstrip().endswith(","):
        return False
    is_over = _LAST_JOIN.search(series.group()) or _AMOUNT.fullmatch(folded, *place)
    is_plural = folded[title : series.start()].rstrip().endswith("s")
    return bool(is_over) or not (is_plural or _GOES_ON.match(folded, place[1]))


def _is_counting(texts: tuple[str, str], title: int, place: Range, words: Vocabulary) -> bool:
    """Say whether a number counts although a title stands there: every day 12 people die."""
    (text, folded), (start, end) = texts, place
    word, near = folded[title:start].strip(), max(0, title - 2 * _NEAR)
    if _is_amount(folded, word, start, end) or not word.isascii():
        return word.isascii()
    is_school_year = _YEAR.fullmatch(folded, start, end) is not None
    if word == "year" and (not is_school_year or _PUPILS.match(folded, end)):
        return not is_school_year
    if text[title].isupper():
        return False
    if word in _TIMES and _is_time(folded, near, title):
        return True
    return _is_of_things(folded, end) and _is_told_of(folded, word, title, words)


def _is_amount(folded: str, word: str, start: int, end: int) -> bool:
    """Say whether a number is too large or too exact for a title's, or a round's of strokes.

    What tells how large something is has an amount too: a bill 300 pages long.
    """
    if word == "day" and _LONG_AGO.match(folded, start):
        return False
    if _DIMENSION.match(folded, end):
        return True
    return (_STROKES if word == "round" else _AMOUNT).fullmatch(folded, start, end) is not None


def _is_time(folded: str, near: int, title: int) -> bool:
    """Say whether day or round is a time at which things happen: every day 12 people die."""
    return any(said.search(folded, near, title) for said in (_EACH, _ONE_TIME))


def _is_told_of(folded: str, word: str, title: int, words: Vocabulary) -> bool:
    """Say whether words around a title tell what is done with or at it: to page 12 doctors."""
    near = max(0, title - 2 * _NEAR)
    if _EACH.search(folded, near, title):
        return True
    if word in words.lists["acts"] and _TO_DO.search(folded, near, title):
        return True
    return word in words.lists["counted_at"] and _THE.search(folded, near, title) is not None


def _is_of_things(folded: str, end: int) -> bool:
    """Say whether what stands behind a number is what it counts."""
    return any(said.match(folded, end) for said in (_COUNTED, _WERE, _THINGS))
