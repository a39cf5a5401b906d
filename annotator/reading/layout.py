"""Lines that nobody speaks: pages' heads and feet, stage notes, and what a web site puts below."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.reading.label_forms import LONGEST, SPACES
from annotator.reading.words import any_of, words

_PAGE_NUMBER = re.compile(
    r"\s*(?:page|p\.|第)?[ ]*[-–—~·|/]*[ ]*\d{1,4}[ ]*"
    r"(?:[页頁，, ]*(?:of|/|共)[ ]*\d{1,4})?[ ]*[-–—~·|/]*[ ]*[页頁]?\s*$",
    re.IGNORECASE,
)
_STAGE = re.compile(
    r"\s*(?:\([^()\n]{1,80}\)|（[^（）\n]{1,40}）|\[[^\[\]\n]{1,80}\]"
    r"|【[^【】\n]{1,40}】|\*[^*\n]{1,60}\*)\s*$"
)
_STAGE_WORD = re.compile(
    rf"{any_of('chinese', 'stage_notes')}|\b{any_of('english', 'stage_notes')}\b", re.IGNORECASE
)
_TRAIL = re.compile(
    r"[^\S\n]*(?!>)(?:(?![^\S\n>]*[a-z])[^.?!。？！>\n]{1,60}>{2,3}[ ]){1,9}[^.?!。？！>\n]{1,120}"
)
_TAG = re.compile(r"</?(?:b|strong|em|i|u|p|br|div|span)(?:\s[^<>\n]{0,200})?/?>", re.IGNORECASE)
_LINE_NUMBER = re.compile(r"(?m)^[ ]{0,8}(?P<number>\d{1,2})(?=[ ]{2}|\t|$)")
_TIGHT_NUMBER = re.compile(r"(?m)^[ ]{0,8}(?P<number>\d{1,3})(?=[ ]|\t|$)")
_ROW = re.compile(r"[ \t]+[^\s\d:：,，。][^\s:：,，。]{0,15}[:：]")
"""What stands behind the number of a row: a name and a colon."""
_WORDS = re.compile(r"(?m)^[^\S\n]*\S")
_FEWEST_NUMBERS = 8
_LOST_COLON = re.compile(r"(?m)^(?P<name>[^\n:：]{1,30})\n(?=[ \t]*[:：][ \t]*)")
_COLON_FIRST = re.compile(r"\n[ \t]*[:：]")
_BAR = re.compile(rf"(?m)^(?P<name>[^\s｜，。：]{{1,12}})[{SPACES}]*｜")
_FEWEST_NAMES = 2
_FEWEST_LOST = 4
_NEAR = 2
"""How many lines from a page's edge its head and foot may stand."""
_SHORTEST_HEAD = 6
_DIGITS = r"\d〇○零一二三四五六七八九十"
_CLOSING = re.compile(
    rf"""\s*(?:
      (?:\#[ ]*){{3,}} | -30-
      | [-–—*\[(]*[ ]*ENDS?[ ]*[-–—*\])]*[ ]*\.? | \(?END\)?\s+\d{{1,2}}:\d{{2}}.*
      | Ends?/\w+day.* | \d{{1,2}}:\d{{2}}\s*[ap]\.?m\.?(?:\s*[A-Z]{{2,4}})?
      | [（(]?(?:完|全文完)[)）]? | [（(](?:請同時參閱|请同时参阅|Please[ ]also[ ]refer).*
      | \(?(?:Whereupon|The[ ](?:briefing|conference|call)[ ](?:was[ ])?(?:concluded|ended)).*
      | \[?End[ ]of[ ](?:transcript|recording|document)\b.* | DPB[ ]?\#[ ]?\d+
      | [\[(]?(?:End|Conclusion)[ ]of[ ](?:the[ ])?(?:press[ ]|news[ ]|media[ ])?
        (?:conference|briefing|interview|call)\.?[\])]?
      | 散[会會][（(]\d{{1,2}}[时時:：][^（）()]{{0,6}}[)）] | Back[ ]to(?:[ ][a-z]+){{1,4}}
      | [【（(\[]?(?:本文|稿件)?{any_of("chinese", "closing_keys")}】?\s*[:：丨|/].{{0,60}}
      | [{_DIGITS}]{{2,4}}年[{_DIGITS}]{{1,3}}月[{_DIGITS}]{{1,3}}日[(（]星期[一二三四五六日][)）]
      | \S{{2,16}}[ ]+[图圖]文[:：].{{1,40}} | ※[ ]?\w{{2,6}}[ ]?[:：].*
      | {any_of("chinese", "closing_starts")}.{{0,40}}
      | {any_of("english", "closing_starts")}.{{0,200}}
    )\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_LAST_NOTE = re.compile(
    r"(?:\n\s*(?P<note>[▲▼][^\n。]{2,80}(?:。?[（(][^（）()\n]{2,40}[)）])?"
    r"|[（(](?:本|以上|[注註按])[^（）()\n]{2,60}[)）]))\s*\Z"
)
"""A caption, or a note on all that stands above, as the last line: ``（本纪要系摘要）``."""
_FIELD = re.compile(
    r"(?=[A-Z])(?:[A-Za-z]+ ){0,3}(?P<field>[A-Za-z]+):(?:[ ][^\s.?!][^\n.?!]{0,40})?\s*"
)
_STOPS = tuple('.?!…。？！)]）】"”')
_RULE_ABOVE = re.compile(r"(?<=\n)-{2,}[^\S\n]*\n\Z")
_LONGEST_NOTE = 200
_LARGEST_CLOSING = 3000


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield where each line starts and ends, without its newline."""
    stop = len(text) if end is None else end
    at = start
    while at < stop:
        newline = text.find("\n", at, stop)
        line_end = stop if newline < 0 else newline
        yield at, line_end
        at = line_end + 1


def with_colons_joined(text: str) -> str:
    """Return a text with spaces for the newlines before colons that start lines, if there are many.

    So it is in text taken from a table, where labels and colons have columns of their own.
    """
    if not _COLON_FIRST.search(text):
        return text
    names = Counter(found["name"] for found in _LOST_COLON.finditer(text))
    if names.total() < _FEWEST_LOST or len(names) == names.total():
        return text
    return _LOST_COLON.sub(r"\g<name> ", text)


def with_bars_as_colons(text: str) -> str:
    """Return a text with colons for the wide bars behind names that start lines: ``主持人｜``.

    Several names have to come back so, and one of them to be a word for who asks or chairs.
    """
    names = Counter(found["name"] for found in _BAR.finditer(text)) if "｜" in text else Counter()
    back = {name for name, n in names.items() if n > 1}
    telling = words("chinese", "moderators") | words("chinese", "reporters")
    if len(back) < _FEWEST_NAMES or back.isdisjoint(telling | words("chinese", "questions")):
        return text
    return _BAR.sub(lambda m: f"{m[0][:-1]}：" if m["name"] in back else m[0], text)


def page_lines(text: str) -> frozenset[int]:
    """Return the starts of the lines that are pages' numbers, or heads and feet that come back.

    Heads and feet are lines near a form feed or a page's number that are the same on another
    page, but for digits.
    """
    lines = [span for span in lines_of(text) if text[span[0] : span[1]].strip(f"{SPACES}\f")]
    numbers = {place for place, span in enumerate(lines) if _is_page_number(text, *span)}
    breaks = {place for place, (start, end) in enumerate(lines) if _has_feed(text, start, end)}
    near = {
        place + step
        for place in numbers | breaks
        for step in range(-_NEAR, _NEAR + 1)
        if 0 <= place + step < len(lines)
    }
    keys = {place: _without_digits(text, *lines[place]) for place in near}
    repeats = Counter(keys.values())
    running = {
        place for place, key in keys.items() if repeats[key] > 1 and len(key) >= _SHORTEST_HEAD
    }
    return frozenset(lines[place][0] for place in running | numbers)


def _is_page_number(text: str, start: int, end: int) -> bool:
    return end - start < LONGEST and bool(_PAGE_NUMBER.match(text[start:end]))


def _has_feed(text: str, start: int, end: int) -> bool:
    return "\f" in text[max(0, start - 2) : min(end, start + 2)]


def _without_digits(text: str, start: int, end: int) -> str:
    return re.sub(r"\d+", "0", " ".join(text[start : min(end, start + LONGEST)].split()))


def without_tags(text: str) -> str:
    """Return a text of the same length with spaces for tags of paragraphs, and for bold words."""
    return _TAG.sub(lambda m: " " * len(m[0]), text) if "</" in text else text


def without_line_numbers(text: str) -> str:
    """Return a text of the same length with spaces for the numbers that lines start with.

    Records of courts count the lines of each page. That is so where most lines have a number and
    nearly all of these are one more than the one above, or begin anew. Where but one space stands
    behind the numbers, two of three lines have to have one, and the count to begin anew; of the
    rows of a table, which have names with colons behind the numbers, half the lines do.
    """
    lines = text.count("\n")
    if _counts_lines(list(_LINE_NUMBER.finditer(text)), lines / 2):
        return _LINE_NUMBER.sub(lambda m: " " * len(m[0]), text)
    tight = list(_TIGHT_NUMBER.finditer(text))
    if len(tight) < _FEWEST_NUMBERS:
        return text
    begins_anew = sum(int(m["number"]) == 1 for m in tight) > 1
    named = sum(_ROW.match(text, m.end()) is not None for m in tight)
    share = 1 / 2 if 10 * named >= 9 * len(tight) else 2 / 3 if begins_anew else 2
    if _counts_lines(tight, share * sum(1 for _ in _WORDS.finditer(text))):
        return _TIGHT_NUMBER.sub(lambda m: " " * len(m[0]), text)
    return text


def _counts_lines(found: Sequence[re.Match[str]], least: float) -> bool:
    """Tell whether there are enough numbers that each are one more than the one above, or 1."""
    numbers = [int(m["number"]) for m in found]
    if len(found) < max(_FEWEST_NUMBERS, least):
        return False
    follow = sum(below in {above + 1, 1} for above, below in pairwise(numbers))
    return 10 * follow >= 9 * (len(numbers) - 1)


def is_stage_note(line: str) -> bool:
    """Tell whether a line is a note such as ``(Laughter.)`` or ``【掌声】``."""
    return bool(_STAGE.match(line)) and bool(_STAGE_WORD.search(line))


def is_trail(line: str) -> bool:
    """Tell whether a line says where on its site a page stands: ``Home >> News >> Briefings``."""
    is_short = len(line) <= 2 * LONGEST
    return is_short and ">> " in line and _TRAIL.fullmatch(line) is not None


def is_stage_word(name: str) -> bool:
    """Tell whether what stands in brackets is a note, as ``笑`` in ``[笑]``."""
    tokens = re.findall(r"[\w\-]+", name.lower())
    return bool(tokens) and (
        tokens[0] in words("english", "stage_notes")
        or any(name.startswith(word) for word in words("chinese", "stage_notes"))
    )


def closing_start(text: str, start: int, end: int) -> int | None:
    """Return where the text that a web site put behind the last speech starts, if there is any."""
    most = max(_LARGEST_CLOSING, len(text) // 4)
    first = text.find("\n", start, end)
    if first < 0:
        return None
    for at, line_end in lines_of(text, max(first + 1, _line_after(text, end - most)), end):
        if line_end - at < 2 * LONGEST and _CLOSING.match(text[at:line_end]):
            return _with_rule(text, at)
    note = _LAST_NOTE.search(text, max(first, end - _LONGEST_NOTE), end)
    return note.start("note") if note else _fields_start(text, max(first, end - most), end)


def _with_rule(text: str, start: int) -> int:
    """Return where a line of hyphens right above starts, which belongs to what stands below."""
    rule = _RULE_ABOVE.search(text, max(0, start - LONGEST), start)
    return rule.start() if rule else start


def _fields_start(text: str, start: int, end: int) -> int | None:
    """Return where fields of a page start below a speech: ``Call participants:``."""
    known = words("english", "not_first") | words("english", "not_anywhere")
    for at, line_end in lines_of(text, start, end):
        if ":" in text[at : min(line_end, at + LONGEST)] and text.endswith("\n\n", 0, at):
            field = _field_at(text, at, line_end)
            if field in known and _are_unstopped(text, line_end, end):
                return at
    return None


def _field_at(text: str, start: int, end: int) -> str | None:
    """Return the last word of the field that a short line starts with, in small letters."""
    found = _FIELD.fullmatch(text, start, end)
    return found["field"].lower() if found else None


def _are_unstopped(text: str, start: int, end: int) -> bool:
    """Tell whether there are lines of which none ends as a sentence or a note does."""
    lines = [text[slice(*span)].strip() for span in lines_of(text, start, end)]
    told = [line for line in lines if line]
    return bool(told) and not any(line.endswith(_STOPS) for line in told)


def _line_after(text: str, position: int) -> int:
    return text.find("\n", position) + 1 if position > 0 else 0
