"""Text as a project keeps it, and where its words, clauses, sentences and paragraphs end.

All positions are code points, 0-based, half-open.
"""

import hashlib
import re
from collections.abc import Iterator

from annotator.model.errors import UserError

_NEWLINES = re.compile("\r\n|[\r\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CLOSERS = "”’\"'」』】）)》〉]"
_CHINESE_END = re.compile(f"[。！？；!?;…]+[{re.escape(_CLOSERS)}]*")
_ENGLISH_END = re.compile(rf"[.!?…]+[{re.escape(_CLOSERS)}]*(?=\s|$)")
_CLAUSE_END = re.compile(r"[，、：；。！？…—]+|[,:;.!?](?=\s|$|[^\x00-\x7f])")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W_]+(?:['’.,\-][^\W_]+)*")
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Cmdr|Capt|Maj|Adm|Brig|Sgt|Det|Insp|Supt"
    r"|Hon|Rev|St|Mt|Ft|vs|approx|e\.g|i\.e|cf)\.\Z"
)
"""What goes on behind its full stop."""
_SHORT_FORM = re.compile(
    r"\b(?:[A-Z]|Jr|Sr|etc|a\.m|p\.m|U\.S|U\.K|U\.N|Ph\.D|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept|Sep|Oct|Nov|Dec)\.\Z"
)
"""What goes on behind its full stop unless a word follows that begins sentences."""
_NUMBER = re.compile(r"\bNo\.\s+\d")
_OPENER = re.compile(
    r"\s+[“\"(]?(?:The|This|That|These|Those|We|I|You|He|She|It|They|There|But|And|So|In|On|At|For|If"
    r"|As|When|What|Why|How|Our|My|His|Her|Their|Its|An?|Not|No|Yes|Please|Thanks?|Now|Then|Also)\b"
)
_LIST_MARK = re.compile(r"\s*[(（]?(?:\d{1,3}|[A-Za-z])\.\Z")
_TRAILING_OFF = re.compile(r"(?:…|\.\.|[”’\"'])\Z")
_LOWER = re.compile(r"\s+[a-z]")
_IN_A_LIST = re.compile("[、，,]")
_SHORT = 12
"""No abbreviation is longer."""

Range = tuple[int, int]


def normalise(text: str) -> str:
    """Return ``text`` as it is stored: one kind of newline, no NUL.

    CRLF, CR, U+2028 and U+2029 become a newline; nothing else changes (no NFC or NFKC).

    Raises:
        UserError: the text has half a surrogate pair, which UTF-8 cannot hold.
    """
    if bad := _SURROGATE.search(text):
        raise UserError(
            "Character {position} is half of a surrogate pair: the file was saved damaged. "
            "Save it again as UTF-8.",
            position=bad.start() + 1,
        )
    return _NEWLINES.sub("\n", text).replace("\x00", "")


def sha256_of(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def paragraph_at(text: str, position: int) -> Range:
    """Return the paragraph (between newlines) around ``position``, without its newline."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return start, len(text) if end < 0 else end


def trimmed(text: str, start: int, end: int) -> Range:
    """Return ``start``-``end`` without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Range]:
    """Yield the sentences between ``start`` and ``end``, without white space around them.

    Chinese sentences end at 。！？；… and their ASCII forms, English ones at a full stop,
    question or exclamation mark before white space; no sentence crosses a newline. Full stops of
    abbreviations and of the numbers of a list end none, nor does what goes on in lower case
    behind dots or a quotation, or behind a comma.
    """
    stop = len(text) if end is None else end
    while start < stop:
        line_end = text.find("\n", start, stop)
        line_end = stop if line_end < 0 else line_end
        yield from _sentences_of_line(text, start, line_end)
        start = line_end + 1


def _sentences_of_line(text: str, start: int, end: int) -> Iterator[Range]:
    is_chinese = _is_chinese(text, start, end)
    pattern, goes_on = (
        (_CHINESE_END, _goes_on_in_chinese) if is_chinese else (_ENGLISH_END, _goes_on_in_english)
    )
    sentence = start
    for found in pattern.finditer(text, start, end):
        if goes_on(text, sentence, found.end()):
            continue
        if (cut := trimmed(text, sentence, found.end()))[0] < cut[1]:
            yield cut
        sentence = found.end()
    if (cut := trimmed(text, sentence, end))[0] < cut[1]:
        yield cut


def _goes_on_in_chinese(text: str, _sentence: int, stop: int) -> bool:
    return _IN_A_LIST.match(text, stop) is not None


def _goes_on_in_english(text: str, sentence: int, stop: int) -> bool:
    """Say whether the sentence goes on behind the marks that end at ``stop``."""
    near = max(sentence, stop - _SHORT)
    if _TITLE.search(text, near, stop):
        return True
    if _NUMBER.match(text, max(near, stop - 3)):
        return True
    if _SHORT_FORM.search(text, near, stop) and not _OPENER.match(text, stop):
        return True
    if near == sentence and _LIST_MARK.match(text, near, stop):
        return True
    return bool(_TRAILING_OFF.search(text, near, stop) and _LOWER.match(text, stop))


def _is_chinese(text: str, start: int, end: int) -> bool:
    return len(_HAN.findall(text, start, end)) * 4 > end - start


def sentence_at(text: str, position: int, body_start: int = 0) -> Range:
    """Return the sentence around ``position``; ``body_start`` cuts off a speaker's label."""
    start, end = paragraph_at(text, position)
    last = (max(start, min(body_start, end)), end)
    for sentence in sentences(text, *last):
        last = sentence
        if position < sentence[1]:
            break
    return trimmed(text, *last)


def clause_at(text: str, position: int) -> Range:
    """Return the clause around ``position``, with the punctuation that ends it left out."""
    start, end = paragraph_at(text, position)
    for found in _CLAUSE_END.finditer(text, start, end):
        if position < found.end():
            return trimmed(text, start, found.start() if position < found.start() else found.end())
        start = found.end()
    return trimmed(text, start, end)


def word_at(text: str, position: int) -> Range:
    """Return the word around ``position``: a run of letters or digits, or one other character.

    Without a dictionary a run of Chinese characters has no words: two characters are taken.
    """
    start, end = paragraph_at(text, position)
    if position >= end:
        position = max(start, end - 1)
    for found in _WORD.finditer(text, start, end):
        if found.start() <= position < found.end():
            return _part_of_word(text, found.start(), found.end(), position)
    return (position, min(position + 1, end))


def _part_of_word(text: str, start: int, end: int, position: int) -> Range:
    """Cut a run of letters into its Chinese pairs and its other parts."""
    if not _HAN.match(text[position]):
        left, right = position, position
        while left > start and not _HAN.match(text[left - 1]):
            left -= 1
        while right < end and not _HAN.match(text[right]):
            right += 1
        return left, right
    left = position
    while left > start and _HAN.match(text[left - 1]):
        left -= 1
    first = position - (position - left) % 2
    is_pair = first + 1 < end and _HAN.match(text[first + 1])
    return first, first + 2 if is_pair else first + 1
