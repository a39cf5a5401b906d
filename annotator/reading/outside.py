"""Lines that look like labels and stand outside all speech: titles, and who is there."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from annotator.model.kinds import Role
from annotator.reading.captions import SENTENCE_END, is_caption, is_twice, next_line
from annotator.reading.chinese_offices import CUT_BY_OFFICE, is_chinese_office
from annotator.reading.label_forms import LONGEST, SPACES, clean
from annotator.reading.names import Likeness, chinese_likeness, family_name
from annotator.reading.sighting import Sighting, of_form
from annotator.reading.speakers import is_person, is_titled_name, judge
from annotator.reading.surroundings import STOPS
from annotator.reading.verdict import Verdict
from annotator.reading.words import any_of, words

_LIST = re.compile(r"[、,，;；]|\band\b|和|及|[ ][–—][ ]")
_SOMEBODY = re.compile("(?:[现現][场場])?有|.{0,4}一[位名]|老?百姓|群[众眾]|[大人][家们們]")
_RETOLD_ANSWER = re.compile("[？?][”」]?[^，。：:？?]{1,12}(?:[答说說道]|[答回][案答]是)[：:]")
_FIELD = re.compile(
    rf"\s*(?:[时時][{SPACES}]*[间間]|日[{SPACES}]*期|地[{SPACES}]*[点點]|主[{SPACES}]*[题題]"
    r"|[发發]布[时時][间間]|Date|Time|Place|Location|Venue)[:：]"
)
"""A line above a transcript that says when, where or of what it is."""
_EMPTY_FIELDS = re.compile(r"(?m)^(?:[^\n:：.。?？!！]{2,30}[:：][^\S\n]*\n){2,}")
"""Lines of nothing but a field and its colon, right below each other."""
_FIELDS = re.compile(r"[^\s。，,:：？?！!]{1,20}[^\S\n]+[^\s:：]{1,6}(?:[:：][^:：。]{0,40}){1,5}$")
"""What is said behind a field of a line and its colon, where another field follows."""
CLOSERS = "」』"
"""What closes a quote behind its sentence."""
_IS_SAID = re.compile(rf"[。！？](?=[^」』”])|^.{{0,4}}{any_of('chinese', 'greetings')}")
"""What no title has: the end of a sentence before another, or a greeting."""
_BEHIND_STOP = re.compile(rf"(?<=[。！？!?…])[{SPACES}]*[（(][^（）()]{{1,30}}[)）]$")
"""What is noted of the manner behind a sentence: ``不知道。（笑）``."""
_QUOTES = "”\"»’'"
_OPEN_QUOTES = '“"「『'
_QUOTED_LAST = re.compile("^[^。！？!?]{1,40}[”」]$")
"""A title's words that end in a quote."""
_GOES_ON = re.compile('[^”」』"]+[”」』"][^“「『"]{20}|"[^"]+"[^"]{20}')
"""A quote that somebody starts with, and goes on behind."""
_WORDS = re.compile(r"\S")
_BYLINE = re.compile(
    rf"\s*(?:{any_of('chinese', 'closing_keys')}|[发發][布稿表][时時][间間]|撰文"
    r"|(?:最[后後])?更新(?:[时時][间間])?)[^\S\n]*[:：]"
    r"|\s*[^\s。，:：]{2,16}\d{1,2}月\d{1,2}日[电電讯訊]"
    r"|\s*\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}|\s*https?://\S+[^\S\n]+\d{4}"
)
"""A line of who wrote an article, where it is from or of which day."""
_LIFE = re.compile("[男女][，,、]")
"""How the life of somebody is told behind a name: ``女，1975年生``."""
_DAY = (
    r"(?:(?:[A-Z][a-z]+day,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})\.?"
    r"|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})"
)
_DATE = re.compile(rf"{_DAY}(?:\s*(?:[-–—~至到]|to)\s*(?:{_DAY}|present|now|今))?")
_LONGEST_HOLDER = 24
_CODE = re.compile(r"[\[{(]+|['\"][^'\"]*['\"],")
"""What code sets behind a key: a bracket that opens, or a word in quotes and a comma."""
_BLANK = ("___", "＿＿", "……………", "= ")
"""What a form leaves open, and the sign behind a word that is explained."""
_NUMBER = re.compile(r"[\d,.:：]*\d[^\w.。?？!！]*")
_TELEPHONE = re.compile(r"[+(]?\d[\d() +-]{5,20}\d")
_LONGEST_ENTRY = 80
_LONGEST_OFFICES = 300
_SMALL_WORDS = frozenset(["of", "for", "and", "the", "to", "in", "on", "at", "with", "by"])
_WORD = re.compile(r"\b[^\W\d_][\w’'-]*")
_FEW = 2
_HEAD = 2000
_SHORTEST_TITLE = 4
_SHORTEST_HEADING = 40
_ASKING_OR_CHAIRING = frozenset({Role.REPORTER, Role.MODERATOR})


def stands_above_speech(s: Sighting, text: str, known: Collection[str], starts: set[int]) -> bool:
    """Tell whether what no label stands above is a title, or says who is there."""
    is_title = _is_headline(s, text, starts) or _is_in_title_case(s, text)
    is_title = is_title or _is_above_byline(s, text) or _is_always_open(s, text)
    return is_title or is_entry(s, text, known)


def _is_always_open(s: Sighting, text: str) -> bool:
    """Tell whether a name starts but headings, several of them, apart from other lines."""
    if s.candidate.form != "colon" or s.verdict.role is not None:
        return False
    lines = re.findall(rf"(?m)^{re.escape(s.verdict.name)}:[^\n]*$(?:\n(?=\n))?", text[:_HEAD])
    return len(lines) > 1 and all(
        line.endswith("\n") and len(line) >= _SHORTEST_HEADING and line[-2] not in SENTENCE_END
        for line in lines
    )


def fields_and_headings(text: str, sightings: Sequence[Sighting]) -> set[int]:
    """Return the starts of names that are no speakers': of fields, and of headings.

    A field has the number of a telephone somewhere; a heading comes back whole, and has no stop.
    That of the page may stand behind other words there.
    """
    colons = [s for s in sightings if s.candidate.form == "colon" and s.candidate.rest]
    fields = {s.verdict.name for s in colons if _TELEPHONE.fullmatch(s.candidate.rest)}
    said = Counter((s.verdict.name, s.candidate.rest) for s in colons)
    again = {
        s.start
        for s in colons
        if s.candidate.rest[-1] not in STOPS
        and (_comes_back_whole(s, said) or _is_of_page(s, text))
    }
    again |= _pulled_quotes(colons) | _of_widgets(text, sightings) | _of_table(text, sightings)
    return again.union(s.start for s in sightings if s.verdict.name in fields)


def _of_table(text: str, sightings: Sequence[Sighting]) -> set[int]:
    """Return the starts of the words of a paragraph that is a table of fields, some of them empty.

    None of its lines ends as a sentence does.
    """
    found: set[int] = set()
    for fields in _EMPTY_FIELDS.finditer(text, 0, _HEAD):
        paragraph = text[fields.start() : fields.start() + _HEAD].partition("\n\n")[0]
        lines = [line.rstrip() for line in paragraph.split("\n")]
        if not any(line.endswith(tuple(STOPS)) for line in lines):
            span = range(fields.start(), fields.start() + len(paragraph))
            found.update(s.start for s in sightings if s.start in span)
    return found


def _of_widgets(text: str, sightings: Sequence[Sighting]) -> set[int]:
    """Return the starts of words on lines of their own, each time above the same word and no more.

    So pages repeat what is to be clicked: ``HTML EMBED:`` above ``COPY``.
    """
    alone = [s for s in of_form(sightings, "colon") if s.candidate.is_alone and not s.verdict.role]
    lines = ((s, next_line(text, s.candidate.body_start).rstrip()) for s in alone)
    told = {s.start: (s.verdict.name, below) for s, below in lines if below.isalpha()}
    said = Counter(told.values())
    return {start for start, pair in told.items() if said[pair] > 1}


def _pulled_quotes(colons: Sequence[Sighting]) -> set[int]:
    """Return the starts of quotations above all speech, of people who speak below without quotes.

    So pages set above a transcript what they think is the best of it.
    """
    starting = [s for s in colons if s.candidate.rest[0] in _OPEN_QUOTES]
    quoted = [s for s in starting if not _GOES_ON.match(s.candidate.rest)]
    speaking = [s for s in colons if s.candidate.rest[0] not in _OPEN_QUOTES]
    names = {key_of(s.verdict.name) for s in speaking}
    first = speaking[0].start if speaking else 0
    return {s.start for s in quoted if s.start < first and key_of(s.verdict.name) in names}


def _comes_back_whole(s: Sighting, said: Counter[tuple[str, str]]) -> bool:
    return s.verdict.role is None and said[s.verdict.name, s.candidate.rest] > 1


def _is_of_page(s: Sighting, text: str) -> bool:
    """Tell whether a line ends as another near the start does, as the page's title is there."""
    if s.start > _HEAD or s.verdict.role not in {None, Role.SPEAKER}:
        return False
    line = text[s.start : s.start + LONGEST].partition("\n")[0].rstrip()
    title = line[max(0, line.find(s.verdict.name)) :]
    return len(s.candidate.rest) >= _SHORTEST_TITLE and text.count(f"{title}\n", 0, _HEAD) > 1


def is_never_label(s: Sighting, text: str) -> bool:
    """Tell whether a line names an office's holder, retells, or counts, wherever it stands."""
    tells_life = s.candidate.form == "colon" and bool(_LIFE.match(s.candidate.rest))
    is_blank = s.candidate.form == "colon" and s.candidate.rest.startswith(_BLANK)
    is_code = s.candidate.form == "colon" and bool(_CODE.fullmatch(s.candidate.rest))
    is_told = tells_life or _is_retold(s, text) or is_code or is_twice(s, text)
    is_told = is_told or is_caption(s)
    return is_told or is_blank or _names_holder(s) or _names_chair(s) or _is_numbered(s)


def _is_field(s: Sighting, text: str, rest: str) -> bool:
    """Tell whether a role is one field of several, or stands above who holds it."""
    if s.candidate.is_alone and _lists_holder(rest):
        return True
    return _is_below_field(s, text) or _FIELDS.match(s.candidate.rest) is not None


def _is_role(verdict: Verdict) -> bool:
    return verdict.role is not None or verdict.name in words("chinese", "chairs")


def _has_person(s: Sighting, rest: str, known: Collection[str]) -> bool:
    """Tell whether what stands behind a role, or on the lines below it, names somebody."""
    people = _people_in(rest) if s.candidate.rest else _people_below(rest, known)
    is_named = any(verdict.likeness >= Likeness.SHORT for verdict in people) or _is_asker(rest)
    return is_named or _is_titled(rest)


def _is_titled(line: str) -> bool:
    """Tell whether a line names somebody with a courtesy and, perhaps, an office: ``Ms. Roe``."""
    name, _, office = line.partition(",")
    return is_titled_name(name.strip()) and office.strip()[:1].upper() == office.strip()[:1]


def _is_asker(line: str) -> bool:
    """Tell whether a line is who asks or chairs or an office, and behind a space a whole name."""
    told, _, name = line.rpartition(" ")
    is_office = judge(told).role in _ASKING_OR_CHAIRING or is_chinese_office(told)
    return is_office and chinese_likeness(name) is Likeness.NAME


def is_entry(s: Sighting, text: str, known: Collection[str] = ()) -> bool:
    """Tell whether a line outside all speech says who speaks or writes: ``主持人：某某``.

    The people may also stand on the lines below, one on each, with an office or by a name that
    is ``known`` from other labels.
    """
    rest = s.candidate.rest or next_line(text, s.candidate.body_start)
    if not _is_role(s.verdict) or is_person(s.verdict):
        return False
    if _is_field(s, text, rest):
        return True
    if s.verdict.role is Role.MODERATOR and _names_offices(text, s.candidate.body_start):
        return True
    if not 0 < len(rest) <= _LONGEST_ENTRY:
        return False
    return rest[-1] not in f"{SENTENCE_END}:：" and _has_person(s, rest, known)


def _lists_holder(line: str) -> bool:
    """Tell whether a line is a name, a colon and an office: ``王小芳：某某研究院院长``."""
    name, colon, office = line.replace("：", ":", 1).partition(":")
    is_person = chinese_likeness(name.strip()) >= Likeness.SHORT
    return bool(colon) and is_person and is_chinese_office(office.strip())


def is_open_line(s: Sighting, text: str) -> bool:
    """Tell whether a name with a colon stands before words that end in no stop."""
    return s.candidate.form == "colon" and _is_unstopped(s, text)


def _is_unstopped(s: Sighting, text: str) -> bool:
    """Tell whether what stands behind a label on its line is short and ends in no stop."""
    line = text[s.start : s.start + LONGEST].partition("\n")[0].rstrip(f"{SPACES}{CLOSERS}")
    line = _BEHIND_STOP.sub("", line)
    is_short = 0 < len(s.candidate.rest) <= _LONGEST_ENTRY
    return is_short and line[-1] not in f"{SENTENCE_END}:："


def _is_below_field(s: Sighting, text: str) -> bool:
    """Tell whether a line says who speaks, right below those that say when and where."""
    line = text[s.start : s.start + LONGEST].partition("\n")[0].rstrip()
    above = text[max(0, s.start - LONGEST) : s.start].rstrip().rpartition("\n")[2]
    is_short = bool(s.candidate.rest) and len(line) <= _LONGEST_ENTRY
    return is_short and line[-1] not in f"{SENTENCE_END}:：" and bool(_FIELD.match(above))


def _people_in(listed: str) -> list[Verdict]:
    """Return the people that a list names."""
    parts = [clean(part) for part in _LIST.split(listed) if part.strip()]
    return [verdict for verdict in map(judge, parts) if is_person(verdict)]


def _people_below(line: str, known: Collection[str]) -> list[Verdict]:
    """Return the people on the line below a label, with an office or by a name that is known."""
    name, _, rest = line.partition(" ")
    hosts = [judge(name)] if rest and judge(rest).role is Role.MODERATOR else []
    people = [one for one in _people_in(line) if one.affiliation or key_of(one.name) in known]
    titled = [judge(clean(part)) for part in _LIST.split(line)[:1]]
    people += [one for one in titled if " " in one.name and key_of(one.name) in known]
    return people + list(filter(is_person, hosts))


def _names_offices(text: str, start: int) -> bool:
    """Tell whether a line is English words with capitals of which one is an office."""
    line = text[start : start + _LONGEST_OFFICES].partition("\n")[0].strip()
    words = re.findall(r"[^\W\d_][\w’'-]*", line)
    capitals = [word for word in words if word[0].isupper() or word in _SMALL_WORDS]
    return len(words) > 1 and capitals == words and judge(_LIST.split(line)[0]).role is Role.SPEAKER


def is_dateline(s: Sighting, *, is_single: bool) -> bool:
    """Tell whether the first brackets name who reports, not who asks: ``【某某网】昨日``."""
    is_reporter = s.candidate.form == "bracket" and s.verdict.role is Role.REPORTER
    return is_reporter and not s.candidate.is_alone and is_single


def _is_headline(s: Sighting, text: str, starts: set[int]) -> bool:
    """Tell whether the first line is a title of what somebody says: ``Lee: No new taxes``.

    It has no stop, and no label is on the line below. So is a line by itself in capitals.
    """
    if _is_line_in_capitals(s, text):
        return True
    is_open = s.candidate.form == "colon" and s.verdict.role not in _ASKING_OR_CHAIRING
    rest = s.candidate.rest
    if not is_open or not rest or _IS_SAID.search(rest) or not _is_title(s, text):
        return False
    line = text[s.start : s.start + LONGEST].partition("\n")[0].rstrip()
    below = _WORDS.search(text, s.start + len(line))
    if below is not None and text.startswith(line, below.start()):
        below = _WORDS.search(text, below.start() + len(line))
    ends_open = _ends_open(line, text[s.start + len(line) :][:_FEW])
    ends_open = ends_open and starts.isdisjoint(range(s.start + 1, s.start + len(line)))
    return ends_open and below is not None and below.start() not in starts


def _ends_open(line: str, below: str) -> bool:
    """Tell whether a line ends as a title may, with what is below it: it has no stop.

    It ends in no small word, and goes on in no small letters right below.
    """
    is_wrapped = below[1:].islower() or line.rpartition(" ")[2] in _SMALL_WORDS
    return line[-1] not in f"{SENTENCE_END}:：,，" and len(line) < LONGEST and not is_wrapped


def _is_above_byline(s: Sighting, text: str) -> bool:
    """Tell whether a line that ends in no stop stands right above one of an article's source."""
    below = text.find("\n", s.candidate.body_start) + 1
    is_open = is_open_line(s, text) or (s.candidate.form == "bracket" and _is_unstopped(s, text))
    is_quoted = s.candidate.form == "colon" and bool(_QUOTED_LAST.search(s.candidate.rest))
    return below > 0 and (is_open or is_quoted) and bool(_BYLINE.match(text, below))


def _is_in_title_case(s: Sighting, text: str) -> bool:
    """Tell whether a line is a heading or a list of names: ``Open GP: First Press Conference``.

    The first line of all may be one with no colon: ``HERALD Interview with Ann Roe``.
    """
    is_open = s.candidate.form == "colon" or (s.candidate.form == "keyed" and _is_title(s, text))
    if not is_open or s.verdict.likeness is Likeness.SURE:
        return False
    line = text[s.candidate.body_start : s.candidate.body_start + LONGEST].partition("\n")[0]
    told = [word for word in _WORD.findall(line) if word not in _SMALL_WORDS]
    is_open = line.rstrip(f"{_QUOTES} ")[-1:] not in SENTENCE_END
    return is_open and len(told) > _FEW and all(word[0].isupper() for word in told)


def _is_title(s: Sighting, text: str) -> bool:
    """Tell whether a line is the first of a text, or says the same."""
    line = text[s.start : s.start + LONGEST].partition("\n")[0].strip()
    first = text[: 2 * LONGEST].lstrip().partition("\n")[0].strip()
    return line == first


def _is_line_in_capitals(s: Sighting, text: str) -> bool:
    """Tell whether a line is all in capitals, between blank ones: ``ROSE BOWL: IOWA V OHIO``."""
    end = text.find("\n", s.start, s.start + 2 * LONGEST)
    if end < 0:
        return False
    line = text[s.start : end]
    is_apart = text.endswith("\n\n", 0, s.start) and text.startswith("\n\n", end)
    is_apart = is_apart or (s.start < LONGEST and not text[: s.start].strip())
    is_open = s.verdict.role is None and bool(s.candidate.rest)
    tall = re.sub(r"\b[a-z]{1,2}\b", "", line)
    return is_open and is_apart and tall.upper() == tall and line[-1:].isalpha()


def _names_holder(s: Sighting) -> bool:
    """Tell whether all that follows an office is its holder's name: ``市长：王小芳``."""
    rest = s.candidate.rest.rstrip("、；;，")
    is_office = s.candidate.form == "colon" and s.verdict.role is Role.SPEAKER
    is_short = 0 < len(rest) <= _LONGEST_HOLDER
    return is_office and is_short and chinese_likeness(rest) >= Likeness.SHORT


def _names_chair(s: Sighting) -> bool:
    """Tell whether all that follows on a line is who is in the chair: ``主席：王委員小芳``."""
    is_chair = s.verdict.name in words("chinese", "chairs") and s.candidate.form == "colon"
    if not is_chair or not s.candidate.rest:
        return False
    rest = judge(clean(s.candidate.rest))
    is_cut = CUT_BY_OFFICE.fullmatch(s.candidate.rest) is not None
    return rest.likeness >= Likeness.NAME and (is_person(rest) or is_cut)


def _is_numbered(s: Sighting) -> bool:
    """Tell whether a number or a date is all that follows on the line: ``片段：12``."""
    is_number = bool(_NUMBER.fullmatch(s.candidate.rest) or _DATE.fullmatch(s.candidate.rest))
    return is_number and s.candidate.form == "colon" and len(s.verdict.name) > 1


def _is_retold(s: Sighting, text: str) -> bool:
    """Tell whether a paragraph tells of a question and its answer: ``有记者问：……？他答：``."""
    if not _SOMEBODY.match(s.verdict.name):
        return False
    start = s.candidate.body_start
    line = text[start : start + _LONGEST_OFFICES].partition("\n")[0]
    return bool(_RETOLD_ANSWER.search(line))


def key_of(name: str) -> str:
    """Return a Chinese name, and the last word of an English one, small."""
    return family_name(name).lower()
