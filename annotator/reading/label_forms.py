"""What a speaker's label looks like at the start of a line, in the many ways people write it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
_HAN = re.compile(f"[{HAN}]")
COLONS = ":：︰∶﹕"
SPACES = " \t\u3000\u00a0"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters without a width, as web pages leave them in copied text."""
_A_COLON = re.compile(f"[{COLONS}]")
_WITHOUT_JOINER = {0x2060: None}
LONGEST = 160
"""No label is longer; this also keeps hostile lines cheap."""
_LONGEST_NAME = 140
TIME = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:[.,]\d{1,3})?(?:[ ]?[AaPp]\.?[Mm]\.?)?"
_CLOCK = rf"[\[(（【<]?{TIME}(?:[ ]*(?:-->|[-–—])[ ]*{TIME})?[\])）】>]?(?!\d)"
DAY = (
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}-\d{2}(?=[ ]))"
)
STAMP = rf"(?:{DAY}[ T]*)?{_CLOCK}"
_SENT = rf"[\[(（【]?{DAY},?[ T]+{TIME}[\])）】]?(?:[ ][-–—](?=[ ]))?"
"""When a message was sent, as exports of chats have it: ``[12/03/2024, 10:15:02]``."""
CLOCK_LINE = re.compile(rf"[{SPACES}]*{STAMP}[{SPACES}]*$")
"""A line with nothing but a time."""
_NUMBER = (
    r"(?:[一二三四五六七八九十壹贰貳叁參肆伍陆陸柒捌玖拾]{1,3}、"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、)][ ]?)"
)
_OPENERS = rf"{{\[【［〔(（<《“”「『〈\"'‘’#*_>\-–—•$€£¥￥+~#@&{COLONS}"
"""What may stand before a name or a sentence, and so is no stray mark of a page."""
_OPENING = re.compile(
    rf"(?P<indent>[{SPACES}\f{INVISIBLE}]*(?:(?:\.[ ]?){{3,6}}[ ]*(?=\w))?"
    rf"(?P<stray>[^\w\s{_OPENERS}]{{1,2}}[ ]?(?=\w))?)"
    rf"(?:(?:(?P<sent>{_SENT})|{_CLOCK})(?P<clock>[{SPACES}]*))?"
    rf"(?P<mark>#{{1,6}}[ \t]+|>{{1,3}}[ \t]*|[-*•–][ \t]+(?:>{{2,3}}[ \t]*)?|——?(?=[{HAN}]))?"
    rf"(?P<bold>\*\*|__|\*(?=\S))?"
    rf"(?P<number>{_NUMBER}[{SPACES}]*)?(?P<bold2>\*\*|__)?"
)
_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u010c\u0106\u0110\u0141\u0158\u015a\u0160\u0179\u017d"
_CAPITALS = rf"(?:Mc|Mac|De|Di|La|Le|O['’])?[{_UPPER}][{_UPPER}'’\-]*"
_STOP = re.compile(
    rf"(?P<name>(?:[{_UPPER}][a-z]{{1,12}}\.?[ ]){{0,2}}(?:{_CAPITALS}\.?[ \t]+){{0,5}}"
    rf"{_CAPITALS}(?<=[{_UPPER}]{{2}})"
    rf"|(?:[{_UPPER}][a-z]{{1,12}}\.?[ ]|[{_UPPER}]\.[ ])(?:[{_UPPER}][a-z]{{1,12}}[ ]"
    rf"|[{_UPPER}]\.[ ]|[\"“][{_UPPER}][\w ]{{1,12}}[\"”][ ]){{0,4}}"
    rf"(?:Mc|Mac|O['’])?[{_UPPER}][\w'’\-]{{1,20}}(?:,?[ ](?:Jr|Sr|III?))?"
    rf"(?:[ ]of(?:[ ][{_UPPER}][a-z]{{2,12}}){{1,2}})?"
    r")\.[ \t]+(?=\S)"
)
_LETTER = re.compile(
    r"(?P<name>Q|A|问|答|問)[ ]?(?P<number>\d{0,2})(?P<stop>[.．、);]|//)?(?:\*\*|__)?"
    rf"(?:(?P<gap>[{SPACES}]+|(?<=\d[、．]))(?P<dash>[-–—][{SPACES}]+)?(?=\S)|(?<=\.)[{SPACES}]*$)"
)
_IN_CAPTION = re.compile(r"(?:,|, ET AL\.)[ ]*$")
"""How the names of parties end in the caption of a case, before the colons of its edge."""
_NUMBERED_LETTER = re.compile(r"[QA问問答]\d{1,2}")
"""A question or an answer with its number, behind which a wide colon is none of a ratio."""
_INITIALS = re.compile(r"(?P<name>[A-Z]{2,4})(?:[ ]{2,}|\t+[ ]*)(?=\S)")
_SMALL_NAME = re.compile(
    r"(?P<name>(?:[a-z][a-z.'’-]{1,20}[ ]){0,3}[a-z][a-z'’-]{1,20}):[ ]+(?=\S)"
)
"""Who speaks, in captions that are all small, behind a change of speaker: ``>> ann roe: why``."""
_CHAT = re.compile(
    rf"From[{SPACES}]+(?P<name>\S[^\n{COLONS}]{{0,60}}?)"
    rf"(?:[{SPACES}]+to[{SPACES}]+\S[^\n{COLONS}]{{0,80}})?[{SPACES}]*:(?:[{SPACES}]+|$)"
)
"""Who writes to whom, behind a time: ``From Ann Lee to Everyone:``."""
_ASKING_BY_NUMBER = re.compile(rf"(?:[A-Z][\w.'’-]*[ ]){{0,4}}[A-Z][\w.'’-]*[{COLONS}]")
"""Who asks, behind the number of the question: ``Q61  Chair:``."""
_NAMED_LETTER = re.compile(
    rf"(?:(?P<name>(?:[A-Z][\w.'’-]*[ ]){{0,4}}[A-Z][\w.'’-]*)[{COLONS}]"
    rf"|(?P<whole>(?:[A-Z][\w.'’-]*[ ]){{1,4}}[A-Z][\w.'’-]*)[ ]*$)(?:\*\*)?[{SPACES}]*"
)
"""Who asks or answers, behind a letter and a dash: ``Q - Ann Lee``."""
_INITIAL = re.compile(rf"[AQ]\.[ ]?[A-Z][a-z]+(?:-[A-Z][a-z]+)?[{COLONS}]")
"""An initial that is no letter of question or answer: ``A. Roe:``."""
_ASKING = re.compile(
    rf"(?:\*\*)?[QＱ][ ]?[{COLONS}]?(?:\*\*)?[{SPACES}]*"
    r"[(（](?P<name>(?:[A-Z][\w.'’-]*[ ]){1,3}[A-Z][\w.'’-]*)[ ]?[–—/|,-][ ]?"
    rf"(?P<aside>[A-Z0-9][^()（）\n]{{1,40}})[)）][{COLONS}]?[{SPACES}]*"
)
"""Who asks for which outlet, in brackets behind the letter: ``Q: (Ann Lee – Herald)``."""
_KEYED = re.compile(
    r"(?P<name>(?:[A-Z][A-Z'’-]{1,20}\.?[ ]){0,3}[A-Z][A-Z'’-]{1,20})[ ]"
    r"(?=[^\s A-Za-z]|[A-Z](?![A-Z]{2})[^\n]*[a-z])"
)
_TIMED = re.compile(rf"(?P<name>\S[^\n]{{0,40}}?)[{SPACES}]+{STAMP}[{SPACES}]*$")
_INDEXED = re.compile(
    rf"(?P<name>[^\s,\[\]][^,\[\]\n]{{1,50}}?)(?:,[{SPACES}]+(?P<aside>\S[^\[\]\n]{{2,130}}?))?"
    rf"[{SPACES}]+\[\d{{1,4}}\][{SPACES}]*$"
)
"""A label with the number of its speech: ``Ann Lee, Harbor Inc. - CEO [3]``."""
_DASHED = re.compile(
    r"(?P<name>\S[^\n]{1,40}?)(?:\*\*)?[ \t]+(?:--|[—–-])[ \t]+"
    r"\*?(?P<aside>\S[^\n]{1,80}?(?<![?!…])(?:(?<![\w'’]\w\.)|(?<=Inc\.|Ltd\.)|(?<=Co\.)|(?<=Corp\.)))"
    r"\*{0,2}[ \t]*$"
)
_PIPED = re.compile(
    r"(?P<name>[A-Z][^\n|]{1,40}?)[ \t]+\|[ \t]+(?P<aside>[A-Z][^\n|]{1,60}?)[ \t]*$"
)
"""A name and an office that a bar parts: ``Ann Lee | Chief Executive``."""
_SPACED_DASH = re.compile(
    rf"(?P<name>(?:[{_UPPER}][\w.'’-]{{0,20}}[ ]){{0,4}}[{_UPPER}][\w.'’-]{{0,20}})"
    r"(?:[ ]*(?:--|[—–-])[ ]+(?=\S)|(?:[ ]?\(\d{1,2}[.:]\d\d\))?[ ]—(?=[A-Z]))"
)
_BRACKETED = re.compile(
    rf"[【\[［〔{{][{SPACES}]*(?P<name>[^】\]］〕}}\n]{{1,40}}?)[{SPACES}{COLONS}]*[】\]］〕}}]"
    r"(?!\[|\((?:https?:|[#./]|\w+\.\w)|:[ ]*(?:https?:|[#./]))"
    rf"(?:\*\*|__)?[{SPACES}]*[{COLONS}]?(?:\*\*|__)?[{SPACES}]*"
)
_BRACKETED_WITH_COLON = re.compile(
    rf"(?P<open>[(\[{{<])(?P<name>[{_UPPER}][^()\[\]{{}}<>{COLONS}\n]{{0,60}}?)[ ]?"
    rf"(?P<inner>:)?[ ]?(?P<close>[)\]}}>])(?(inner):?|[ ]?:)(?![ ]*(?:https?:|[#./]))[{SPACES}]*"
)
"""A name in brackets of any kind with a colon in them or behind: ``(Ann Lee:)``, ``{Lee}:``."""
_CAPTION = re.compile(
    rf"【(?:同期|同期声|同期聲|同期采访|采访|採訪|受访者)】[{SPACES}]*[(（]?"
    rf"(?P<name>[^\n{COLONS}，,。.！!？?；;【】()（）]{{2,30}})[)）]?[{SPACES}]*(?:[{COLONS}]|$)"
)
"""Who is heard in a broadcast, as its script says: ``【同期】某市市民 王芳``."""
_SOUNDBITE = re.compile(
    rf"[(]?SOUNDBITE[)]?:?[ ]*[(][A-Z][a-z]+[)][ ]*(?P<name>[^{COLONS}\n]{{2,140}}?)"
    rf"(?:,?[ ]*(?:SAYING|saying))?[ ]*[{COLONS}][{SPACES}]*"
)
"""Who is heard, in an agency's list of shots: ``3. SOUNDBITE (English) Ann Lee, mayor:``."""
_ENCLOSED = re.compile(
    rf"(?:[(（](?P<round>[^()（）\n]{{1,40}}?)(?:[ ][–—-][ ](?P<aside>[^()（）\n]{{2,40}}))?[)）]"
    rf"|[<＜〈](?P<angle>[^<>＜＞〈〉\n]{{1,40}})[>＞〉])[{SPACES}]*[{COLONS}]?[{SPACES}]*(?=\S|$)"
)
_TABBED = re.compile(r"(?P<name>[^\t\n]{1,40}?)(?:[ ]*\t[ \t]*|[ ]{3,})(?=\S)")
_BOLD = re.compile(rf"(?P<name>[^*_\n]{{1,60}}?)(?:\*\*|__)[{SPACES}]*")
_HEADING = re.compile(rf"(?P<name>[^{COLONS}#\n]{{1,60}}?)(?:\*\*)?[{SPACES}]*#*$")
_PLAIN = re.compile(
    rf"(?P<name>(?:[A-Z][A-Za-z]{{0,4}}\.[ ])?"
    rf"(?:[^{COLONS}\n，,。.！!？?；;]|(?<=[ ][A-Z])\.(?=[ ])){{1,40}})$"
)
_PLAIN_BESIDE = re.compile(
    rf"(?P<name>[{_UPPER}][\w.'’-]{{0,20}}(?:[ ][{_UPPER}][\w.'’-]{{0,20}}){{1,3}}),[ ]"
    rf"(?P<aside>[{_UPPER}][^{COLONS}\n，,。.！!？?；;]{{1,40}})$"
)
"""A whole name on a line, with the office or the body behind a comma: ``Ann Lee, Harbour Bank``."""
_CLOSING_MARK = re.compile(rf"[{SPACES}]*(?:\*\*|__|\*(?=\s|$))")


@dataclass(frozen=True, slots=True)
class Head:
    """A line's first characters: where its name may start, and what stood before."""

    text: str
    label: int
    at: int
    mark: str
    is_bold: bool
    is_numbered: bool
    is_strayed: bool
    is_timed: bool
    is_sent: bool


Found = tuple[str, str, int, str | None]
"""A form, the name, where the speech starts, and what stands beside the name."""
_Form = Callable[[Head], Found | None]


def clean(name: str) -> str:
    """Return a name without markup and superfluous white space."""
    name = name.translate(_WITHOUT_JOINER).strip(f"{SPACES}\n*_#")
    return re.sub(r"\s+", " ", name).strip(f"{SPACES}*_#,，、")


def head_of(line: str) -> Head:
    """Return what stands before the name in a line, which may be none."""
    found = next(_OPENING.finditer(line))
    return Head(
        line,
        found.end("indent"),
        found.end(),
        found["mark"] or "",
        bool(found["bold"] or found["bold2"]),
        bool(found["number"]),
        bool(found["stray"]),
        found["clock"] is not None,
        found["sent"] is not None,
    )


def _bracketed(head: Head) -> Found | None:
    found = _BRACKETED.match(head.text, head.at)
    return ("bracket", found["name"], found.end(), None) if found else None


def _bracketed_with_colon(head: Head) -> Found | None:
    found = _BRACKETED_WITH_COLON.match(head.text, head.at)
    is_pair = found is not None and found["open"] + found["close"] in {"()", "[]", "{}", "<>"}
    return ("colon", found["name"], found.end(), None) if found and is_pair else None


def _captioned(head: Head) -> Found | None:
    is_bracket = head.text.startswith("【", head.at)
    found = _CAPTION.match(head.text, head.at) if is_bracket else None
    return ("caption", found["name"], found.end(), None) if found else None


def _from_chat(head: Head) -> Found | None:
    found = _CHAT.match(head.text, head.at) if head.is_timed else None
    return ("chat", found["name"], found.end(), None) if found else None


def _enclosed(head: Head) -> Found | None:
    found = _ENCLOSED.match(head.text, head.at)
    if found is None:
        return None
    return "enclosed", found["round"] or found["angle"], found.end(), found["aside"]


def _is_other_letter(text: str, found: re.Match[str], *, is_clear: bool) -> bool:
    """Say whether a letter has a colon behind, or a number that makes something else of it."""
    if re.match(rf"(?:[(（][^)）]*[)）]\s*)?[{COLONS}]", text[found.end() :]):
        return True
    is_numbered = found["number"] is not None and found["number"] != ""
    return is_numbered and (not is_clear or bool(_ASKING_BY_NUMBER.match(text, found.end())))


def _lettered(head: Head) -> Found | None:
    found = _LETTER.match(head.text, head.at)
    if not found or _INITIAL.match(head.text, head.at):
        return None
    is_clear = found["stop"] or len(found["gap"] or "") > 1 or found["dash"] or head.is_bold
    if _is_other_letter(head.text, found, is_clear=bool(is_clear)):
        return None
    if found["dash"] and (named := _NAMED_LETTER.match(head.text, found.end())):
        return "named letter", named["name"] or named["whole"], named.end(), found["name"]
    return "letter" if is_clear else "bare letter", found["name"], found.end(), None


def _with_colon(head: Head) -> Found | None:
    colon = _colon(head.text, head.at)
    if colon < 0:
        return None
    name = head.text[head.at : colon].rstrip(COLONS)
    if _IN_CAPTION.search(name):
        return None
    body = colon + 1
    is_closed = name.rstrip(SPACES).endswith(("**", "__"))
    if head.is_bold and not is_closed and (mark := _CLOSING_MARK.match(head.text, body)):
        body = mark.end()
    while body < len(head.text) and head.text[body] in SPACES:
        body += 1
    return "colon", name, body, None


def _colon(line: str, start: int) -> int:
    """Return where the first colon outside brackets is, or -1: not one of a time or an address.

    Of two in a row, as pages have them behind Chinese names, it is the second.
    """
    depth = 0
    if not _A_COLON.search(line, start, start + _LONGEST_NAME):
        return -1
    for at in range(start, min(len(line), start + _LONGEST_NAME)):
        char = line[at]
        depth += (char in "([（【《") - (char in ")]）】》")
        if char not in COLONS or depth > 0:
            continue
        if line.startswith((*COLONS, "//"), at + 1):
            is_chinese = bool(_HAN.match(line, at - 1)) and line[at + 1] in COLONS
            return at + 1 if is_chinese else -1
        if not _is_of_ratio(line, start, at):
            return at
    return -1


def _is_of_ratio(line: str, start: int, at: int) -> bool:
    """Tell whether digits stand on both sides of a colon, the first of no numbered answer."""
    is_between = line[at - 1 : at].isdigit() and line[at + 1 : at + 2].isdigit()
    is_answer = line[at] != ":" and _NUMBERED_LETTER.fullmatch(line, start, at)
    return is_between and not is_answer


def _heading(head: Head) -> Found | None:
    if not head.mark.startswith("#"):
        return None
    found = _HEADING.match(head.text, head.at)
    return ("heading", found["name"], found.end(), None) if found else None


def _bold(head: Head) -> Found | None:
    found = _BOLD.match(head.text, head.at) if head.is_bold else None
    return ("bold", found["name"], found.end(), None) if found else None


def _matched(kind: str, pattern: re.Pattern[str], sign: str = "") -> _Form:
    """Return a form that a pattern finds, in lines with a ``sign`` only: that makes it fast."""
    seen = re.compile(sign).search

    def form(head: Head) -> Found | None:
        found = pattern.match(head.text, head.at) if seen(head.text, head.at) else None
        if not found:
            return None
        return kind, found["name"], found.end(), found.groupdict().get("aside")

    return form


def _small_name(head: Head) -> Found | None:
    found = _SMALL_NAME.match(head.text, head.at) if ">>" in head.mark else None
    return ("chevron", found["name"], found.end(), None) if found else None


def _chevron(head: Head) -> Found | None:
    is_change = ">>" in head.mark and len(head.text) > head.at
    return ("chevron", "", head.at, None) if is_change else None


WHOLE_LINE = frozenset({"indexed", "timed", "dashed", "piped", "plain", "heading"})
FORMS: tuple[_Form, ...] = (
    _from_chat,
    _captioned,
    _matched("soundbite", _SOUNDBITE, "SOUNDBITE"),
    _bracketed_with_colon,
    _bracketed,
    _matched("asking", _ASKING, "[QＱ]"),
    _lettered,
    _matched("indexed", _INDEXED, r"\]"),
    _with_colon,
    _heading,
    _bold,
    _matched("stop", _STOP, r"\.[ \t]"),
    _matched("initials", _INITIALS, r"\t| {2}"),
    _matched("timed", _TIMED, "[:：]"),
    _matched("dashed", _DASHED, "[—–-]"),
    _matched("piped", _PIPED, r"\|"),
    _matched("dash", _SPACED_DASH, "[—–-]"),
    _small_name,
    _chevron,
    _enclosed,
    _matched("tabbed", _TABBED, r"\t| {3}"),
    _matched("keyed", _KEYED),
    _matched("plain", _PLAIN_BESIDE, ","),
    _matched("plain", _PLAIN),
)
