"""Numbers that are typed in, dialled or part of an address of the web, and those of a page.

Phone numbers in groups, numbers spelled digit by digit, pass codes, keys to press, the numbers in
links, the number of a voice in a transcript. All text is folded.
"""

import re

from annotator.model.text import Range
from annotator.suggest.figures.english_numbers import ONES, any_of
from annotator.suggest.figures.recordings import stamp_at
from annotator.suggest.figures.units import Vocabulary

_GLUES = frozenset("/=?&_#%@.-+:")
_LINK = re.compile(
    r"\S*?(?:://|\bwww\.|@[a-z]|[a-z0-9-]\.(?:com|org|gov|net|edu|int|mil|info|io|co|eu|uk|au|ca|nz|ie|us|tv"
    r"|be|ly|cn|tw|hk|jp|de|fr|in)(?:[/:?#]|\Z))"
)
_REST = re.compile(r"[^\s,;)>\]\u3000-\u9fff\uff00-\uffef]*")
_LONGEST_LINK = 120
_GROUPS = re.compile(
    r"(?!(?:19|20)[0-9]{2} (?:19|20)[0-9]{2}\b)"
    r"(?:0[0-9]{1,4}|[0-9]{4}|[0-9]{2,3}(?= [0-9]{4}(?![0-9])| [0-9]{2} [0-9]{2}(?![0-9])))"
    r"(?: [0-9]{2,4}){2,4}(?![0-9%]|[.,][0-9]|\s?[㐀-鿿])"
)
"""Three groups of digits or more, which no number is written in: 1300 655 060, 13 11 14."""
_STATUTE = re.compile(r"[0-9]{1,3}-[0-9]{1,3}-[0-9]{1,5}(?:\.[0-9]+)?(?![0-9-])")
_FILED_BY_YEAR = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{1,5}(?![0-9])")
_FILED = re.compile(
    r"\b(?:ordinance|resolution|bill|case|order|rf[pq]|contract|proclamation|permit|docket|agreement"
    r"|application|file|item|proposal|motion|directive|circular|petition|report|number|no\.?)s?"
    r"\s(?:number\s|no\.?\s|#\s?)?\Z"
)
"""What stands before the number that a paper has of its year: Ordinance 2004-10."""
_OF_STATUTE = re.compile(
    r"(?:\b(?:codes?|sections?|statutes?|under|violation\sof|ordinance|title)|\.[a-z]\.|§)\s\Z"
)
"""What stands before the number of a law in three parts: under 16-5-21."""
_DIGIT = any_of(list(ONES)[:10])
_SPELLED = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine),\sone,\sone\b(?!-)"
    rf"|(?:(?:double|triple)[\s-])?{_DIGIT}(?:[\s-](?:(?:double|triple)[\s-])?(?:{_DIGIT}|oh)){{2,}}\b(?!-)"
)
"""Digit by digit: nine one one, seven-four-two."""
_COUNTED_DOWN = re.compile(
    rf"(?:(?:{_DIGIT}|ten|[1-9]|10)(?:,|\.{{2,3}}|…|\s[-—]+)\s){{2,10}}(?:one|zero|[01])\b(?!\s[a-z]+s\b|[.,:]?[0-9])"
)
"""What is counted before a launch: three, two, one."""
_COUNTED_UP = re.compile(
    r"one,\stwo,\sthree(?:,\sfour(?:,\sfive(?:,\ssix(?:,\sseven(?:,\seight(?:,\snine(?:,\sten)?)?)?)?)?)?)?\b"
    r"(?!,?\s(?:and|or|to)\b|\s[a-z]+s\b|\s(?:people|men|women|children|million|percent)\b|-)"
    r"|(?<=\bcheck\s)one,?\stwo(?:,?\s(?:and\s)?(?:two|three))*\b(?!\s[a-z]+s\b)"
)
"""What is counted to try a microphone: one, two, three."""
_IN_ROW = re.compile("[a-z]+|[0-9]+")
_RELAY = re.compile(r"four[\s-](?:by|x)[\s-](?:(?:[a-z]+|[1-8])\shundred|[1-8]00)\b")
_DOWN = re.compile(
    r"(?:[1-4](?:st|nd|rd|th)|first|second|third|fourth)(?:\s(?:and|&)\s|-and-)"
    rf"(?:[0-9]{{1,2}}|{_DIGIT}|ten|long|goal|inches|short)s?"
    r"(?=\s?[,.;:?!)](?![0-9])|\s(?:from|at|on|where|when|we|he|they|i|you|with|for|against|late|and|play|call|situation"
    r"|conversion|try|in)\b|\Z)"
)
"""Which try it is in football, and how far to go: third and 25, fourth and long."""
_TOLD_AS = re.compile(r"(?:\s(?:is|was|of|again\sis)|:)?\s#?\Z")
"""What stands between the name of a code and the code: the case number is 4410."""
_OF_ID = re.compile(r"\bid(?:\sis|:)\s\Z|(?<![0-9a-z'’])s\.\s\Z")
_POST_CODE = re.compile(r"[0-9]{5}(?:-[0-9]{4})?(?=\s?(?:[.,;:()\n]|\Z))")
_OF_STATE = re.compile(r"\b(?:[a-z]\.[a-z]|calif|mass|conn|fla|ill|penn|wash|tex|va|md|ga)\.\s\Z")
"""Around the code of a town behind its state: Washington, D.C. 20546."""
_BEFORE_CODE = (
    "code ",
    "number ",
    "id ",
    "key ",
    "word ",
    "pin ",
    " is ",
    " was ",
    "number of ",
    ": ",
    "s. ",
    "#",
)
_BEFORE_KEY = (
    "press ",
    "pressing ",
    "number ",
    "star ",
    "key ",
    "pound ",
    "hash ",
    "then ",
    " and ",
    " by ",
    "*",
    "digit ",
)
"""How the words of the patterns end: most numbers stand behind others, which saves the search."""
_KEY = re.compile(
    r"(?:\b(?:press(?:ing)?|hit)\s(?:(?:the\s)?(?:number|star|key|pound|hash)\s|[0-9]\sthen\s)?"
    r"|(?:\b(?:star|pound|hash|asterisk)(?:\skey)?\s|\*\s?)(?:(?:then|and|followed\sby)\s)?(?:the\s(?:number|digit)\s)?)\Z"
)
_ONE_KEY = re.compile(r"(?:[0-9]|one|two|three|zero)\b(?!\s[a-z]+s\b|[.,]?[0-9])")
_LINE_TO_CALL = re.compile(
    r"(?<=[0-9]{3}),?\s(?:our\s|the\s|which\sis\s(?:our|the)\s|is\s(?:our"
    r"|the)\s)(?:[a-z]+\s)?(?:helpline|hotline|tip\sline|number\sto\s)"
)
"""What is said of a number to dial: 1075, our helpline."""
_SERVICE = re.compile(
    r"(?:000|1(?:0[15]|1[0-9])|[2-8]11|9(?:11|88|99))(?=\s?[,.;:?!](?![0-9])|\s(?:and|or|for|if"
    r"|in|first|line|service|online)\b|\Z)"
)
_SERVES = re.compile(
    r"(?:[2-8]11|9(?:11|88|99))\s(?:has|does|says|offers|operators?|dispatch(?:ers?)?|call-?takers?|app"
    r"|callers?|calls?|lines?|hotline|service|cent(?:er|re)s?)\b"
)
"""What a number to dial has or is of: 211 has shelters, 911 operators."""
_USED = re.compile(
    r"\b(?:use|using|via|through|nhs|contact|keep|leave|rang|called|phoned|try)\s\Z"
    r"|\b(?:call(?:ing)?|dial(?:ling|ing)?|phone|line|number)\b[^.?!\n]{0,50}\b(?:it['’]s|is|on|at|or|and)\s\Z"
    r"|\bcalls?\s(?:[a-z]+\s){0,2}to\s\Z"
)
"""Numbers of services, and what is done with them: use 111, through 311."""
_PAGE_OF = re.compile(
    r"\b(?:page|slide|sheet|screen|chart|paragraph|article|section|chapter|part)s?\s[0-9]{1,4}\sof\s\Z"
)
_VARIANT = re.compile(r"\S*?[a-z][.-]?[0-9]{1,4}/\Z")
"""What the rest of a name with two numbers follows: BA.4/5, A320/321."""
_OF_UNION = re.compile(r"[0-9]{2,4}/[0-9]{1,4}/(?:e[cu]|eec|euratom|jha|cfsp)\b")
_SYMBOL = re.compile(r"[a-z]{1,4}(?:/[a-z]+)*(?:/[0-9]+)+/[a-z0-9./]*[a-z0-9]")
"""The symbol of a document: S/2024/881, A/RES/76/1."""
_VOICE = re.compile(r"(?:\A|\n)[ \t]*(?:[a-z][a-z.]*\s){1,3}(?:#\s?)?\Z")
_VOICED = re.compile(r"[0-9]{1,2}\s?(?:\([0-9:]{4,8}\))?:(?=\s|\Z)")
_ALONE = re.compile(r"[ \t]*(?:[-—] )?[0-9]{1,3}(?: [-—])?[ \t]*(?=\n|\Z)")
"""What fills a line: the number of a page."""
_LEADERS = r"(?:\.{4,}|(?:\s\.){4,}|…{2,})\s{0,3}"
_LED_TO, _LINE_ENDS = re.compile(rf"{_LEADERS}\Z"), re.compile(r"[ \t]*(?:\n|\Z)")
_ENTRY = re.compile(
    rf"[0-9]{{1,2}}(?:\.[0-9]{{1,2}})*\.?\s[^\n]{{0,120}}?{_LEADERS}"
    r"(?:[0-9]{1,4}|[ivxl]+)[ \t]*(?:\n|\Z)"
)
"""Around the numbers of a table of contents: 4.2 Findings ...... 17."""
_OF_RESOLUTION = re.compile(r"\bresolutions?\s(?:[0-9]{1,4}\s\([0-9]{4}\)\sand\s)?[0-9]{1,4}\s\(\Z")
_WITH_YEAR = re.compile(r"[0-9]{1,4}\s\((?:19|20)[0-9]{2}\)")
"""Around the year of a resolution: resolutions 2642 (2022) and 2585 (2021)."""
_NUMBERED = re.compile(r"[a-z]\.[ \t]+\Z")
"""What stands before the number that a sentence or a note has at the end of its line."""
_SHARE_CODE = re.compile(r"(?!19|20)[1-9][0-9]{3}(?=(?:[-.]?tw)?\))")
_OF_COMPANY = re.compile(r"[一-鿿*](?<![数量额值率次价计有共约])\(\Z")
"""Around the number of a company's shares behind its name: 大同(2371)."""
_NEAR = 32


def code_end(text: str, at: int) -> int | None:
    """Return the end of the code, the phone number or the link that holds what is at ``at``."""
    if not text[at].isdigit():
        spelled = _SPELLED.match(text, at) or _RELAY.match(text, at) or _in_row(text, at)
        return spelled.end() if spelled else None
    before = text[at - 1 : at]
    if before in _GLUES or "a" <= before <= "z":
        return _link_end(text, at)
    found = _GROUPS.match(text, at) or stamp_at(text, at) or _law(text, at) or _in_row(text, at)
    return found.end() if found else None


def _in_row(text: str, at: int) -> re.Match[str] | None:
    """Return what is counted down there, or the down of a game."""
    row = _COUNTED_DOWN.match(text, at)
    if row is None:
        return _DOWN.match(text, at) or _COUNTED_UP.match(text, at)
    numbers = [int(ONES.get(word, word)) for word in _IN_ROW.findall(row.group())]
    return row if numbers == list(range(numbers[0], numbers[-1] - 1, -1)) else None


def _link_end(text: str, at: int) -> int | None:
    near = max(0, at - _LONGEST_LINK)
    start = max(text.rfind(" ", near, at), text.rfind("\n", near, at), near - 1) + 1
    if symbol := _SYMBOL.match(text, start) if text[at - 1] == "/" else None:
        return symbol.end()
    if not (_LINK.match(text, start, at) or _VARIANT.match(text, start, at)):
        return None
    rest = _REST.match(text, at)
    return rest.end() if rest else None


def _law(text: str, at: int) -> re.Match[str] | None:
    """Return the number of a law that starts there: 16-5-21, 2009/28/EC, Ordinance 2004-10."""
    if of_union := _OF_UNION.match(text, at):
        return of_union
    filed = _FILED_BY_YEAR.match(text, at)
    if filed and _FILED.search(text, max(0, at - _NEAR), at):
        return filed
    found = _STATUTE.match(text, at)
    return found if found and _OF_STATUTE.search(text, max(0, at - 16), at) else None


def is_code(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether what stands around a number without a unit makes a code of it.

    A pass code, a key to press, how many pages there are, the number of a page or of a voice.
    """
    near = max(0, start - _NEAR)
    line = text.rfind("\n", near, start) + 1
    may_be_page = line or (not near and "-->" in text[end : end + 2 * _NEAR])
    if (may_be_page and _ALONE.match(text, line)) or _is_in_contents(text, (start, end), line):
        return True
    if text.endswith(_BEFORE_KEY, near, start) and _ONE_KEY.match(text, start):
        return _KEY.search(text, near, start) is not None
    return text[start].isdigit() and _is_typed(text, (start, end), near, words)


def _is_in_contents(text: str, place: Range, line: int) -> bool:
    """Say whether a number is of a part or a page in a table of contents."""
    start, end = place
    if (line or start <= _NEAR) and not text[line:start].strip():
        return _ENTRY.match(text, start) is not None
    is_led = text.startswith((".", "…"), start - 1) or text.endswith((". ", "… "), 0, start)
    if not (is_led and _LINE_ENDS.match(text, end)):
        return False
    return _LED_TO.search(text, max(0, start - 12), start) is not None


def _is_typed(text: str, place: Range, near: int, words: Vocabulary) -> bool:
    """Say whether a number in digits is of a voice or a page, to dial or to type in."""
    start, end = place
    if _SERVES.match(text, start) or _names_place_or_share(text, near, start):
        return True
    if _is_of_line(text, near, start, end) or _is_of_resolution(text, start):
        return True
    if text.endswith(_BEFORE_CODE, near, start) and text[start:end].isdigit():
        return _is_called_code(text, near, start, words)
    if _SERVICE.match(text, start) and _USED.search(text, max(0, start - 2 * _NEAR), start):
        return True
    return _is_page(text, near, start) or _LINE_TO_CALL.match(text, end) is not None


def _is_called_code(text: str, near: int, start: int, words: Vocabulary) -> bool:
    """Say whether what a number is called tells that it is a code: the case number is 4410."""
    told = _TOLD_AS.search(text, near, start)
    if told and words.lists["codes"].start(text, told.start()) is not None:
        return True
    return _OF_ID.search(text, near, start) is not None


def _is_of_resolution(text: str, start: int) -> bool:
    """Say whether a number is of a resolution behind another one, or its year in brackets."""
    if text.endswith((") and ", "), "), 0, start) and _WITH_YEAR.match(text, start):
        return True
    is_in_brackets = text.endswith(" (", 0, start)
    return is_in_brackets and bool(_OF_RESOLUTION.search(text, max(0, start - 2 * _NEAR), start))


def _names_place_or_share(text: str, near: int, start: int) -> bool:
    """Say whether a number is the code of a town or of a share on an exchange."""
    if text.endswith(". ", near, start) and _POST_CODE.match(text, start):
        return _OF_STATE.search(text, near, start) is not None
    return _is_of_shares(text, near, start)


def _is_of_line(text: str, near: int, start: int, end: int) -> bool:
    """Say whether a number is of the voice that a line is of, or counts its sentence off."""
    if text.startswith("\n", end) and _NUMBERED.search(text, near, start):
        return True
    return bool(_VOICED.match(text, start) and _VOICE.search(text, near, start))


def _is_of_shares(text: str, near: int, start: int) -> bool:
    """Say whether a number in brackets is the code of a company's shares: 某某股份(600000)."""
    is_share = text[start - 1] == "(" and _SHARE_CODE.match(text, start)
    return bool(is_share and _OF_COMPANY.search(text, near, start))


def _is_page(text: str, near: int, start: int) -> bool:
    """Say whether a number is how many pages there are: page 2 of 7."""
    return text.endswith("of ", near, start) and _PAGE_OF.search(text, near, start) is not None
