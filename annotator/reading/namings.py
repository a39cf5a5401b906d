"""How a text names what stands before its colons: who is introduced or spoken to, and topics."""

import re
from collections import Counter
from collections.abc import Sequence

from annotator.reading.label_forms import HAN
from annotator.reading.names import PADDING, Likeness
from annotator.reading.sighting import Sighting, of_form
from annotator.reading.surroundings import GREETS_IN_ENGLISH, STOPS_INSIDE, rest_of_line
from annotator.reading.words import any_of

_CALLED = re.compile("[请請到由長长任監监員员人、席理師师官士授記记書书][ \u3000：:]{0,12}")
"""What a name stands behind where somebody calls on it, or its office is named."""
_CALLED_ON = re.compile("[请請][ \u3000]{0,12}|[長长任員员官师師][ \u3000]{2,12}")
_COURTESY = re.compile(rf"[ ]?(?:{any_of('chinese', 'honorifics')}|[总總])")
_CALLED_BELOW = re.compile(
    rf"(?m)^[^\n:：（(]{{0,30}}?([{HAN}])[{HAN}]{{1,3}}"
    r"[（(](?:以下|下)[简簡]?[称稱][为為]?[“「『\"']?\1[”」』\"']?[)）][ \u3000]*[:：]"
)
"""A label that says that somebody is called by the surname: ``局长王小芳（以下简称“王”）：``."""
_OFFICED = re.compile(
    rf"[ ]?(?:{any_of('chinese', 'honorifics')}|[总總]|[导導]演|教[练練])"
    f"|[ ]?(?:[局部市校][长長]|主任|院士)|、(?=[{HAN}]{{2}})"
)
"""The same, or an office that follows a name, or another name in a list."""
_NAMED_LAST = re.compile(rf"[ \u3000]([{HAN}]{{2,4}})$")
_PRESENT = re.compile(
    r"^[ \t*#-]*(?:Present|Attendees|Attending|Attendance|In attendance|Participants|Panell?ists)"
    r"\**[:：][ \t]*(?P<names>[^\n]{3,600})$",
    re.MULTILINE,
)
_LISTED_NAME = re.compile(r"[^\W\d_][^,;()\n]{1,30}")
_TOPIC = re.compile(
    r"\b(?:in|on|across|about|within|throughout|around|the)\s((?:[A-Z][\w’'-]{1,20}[ ]?){1,4})"
    r"\b(?![ ]?(?:v|vs|versus|interview|debate)\b)"
)
_SHOWS = frozenset(["Show", "Hour", "Report", "Podcast", "Program", "Programme"])
"""What a broadcast is called behind the name of its host: ``on the Ann Lee Show``."""
_HAILED = re.compile(
    r"\b(?i:thank you|thanks|welcome|hi|hello|hey|yes|okay|ok|right|well|sorry|go ahead|please),? "
    r"(?P<behind>[A-Z][\w’'-]{1,20})(?=[,.!?–—]|\s*$)"
    r"|(?:^|(?<=[.?!:] ))(?P<first>[A-Z][\w’'-]{1,20}), "
    r"(?i:you|can|could|do|did|would|what|how|why|when|where|thanks?|I|please|go|tell|let)\b"
    r"|\b(?i:next|question|goes?|go to|over to|turn to|hear)\b[^.?!\n:]{0,30}?"
    r"\b(?P<called>[A-Z][\w’'-]{1,20}),? (?:from|of|with|at) (?:the )?[A-Z]",
    re.MULTILINE,
)
"""A word with a capital that somebody is spoken to by: ``Thank you, Ann.``, ``Ann, can you``."""


_ENDS = frozenset('.。!！?？…"”»)）]-–—,，')
_LONGEST_VALUE = 60
_OPENING = 3000
_CLAUSE = r"[^，。：:\n]"
_INTERVIEW = "(?:[专專采採][访訪]|[访訪][问問谈談])"
_TOLD_INTERVIEW = re.compile(rf"{_CLAUSE}{{0,60}}{_INTERVIEW}|{_CLAUSE}{{2,12}}[讯訊](?=[ （(“「])")
"""A clause that tells of an interview."""
_FIRST_WORDS = re.compile(r"\s*")
_BULLETS = ("- ", "* ", "• ", "1.", "+ ")
_CALLED_FIRST = re.compile(r"(?:^|(?<=[.?!:] ))(?P<name>[A-Z][a-z’'-]{1,20}), ", re.MULTILINE)


def before_speech(text: str, sightings: Sequence[Sighting]) -> Counter[str]:
    """Return how often words that may be names stand before a sentence or a long line."""
    said: Counter[str] = Counter()
    for s in sightings:
        if s.verdict.likeness is not Likeness.MAYBE:
            continue
        first = _FIRST_WORDS.match(text, s.candidate.body_start)
        line = rest_of_line(text, first.end() if first else len(text))
        is_item = s.candidate.is_alone and line.startswith(_BULLETS)
        is_speech = line[-1:] in _ENDS or len(line) > _LONGEST_VALUE
        said[s.verdict.name] += is_speech and not is_item
    return said


def introduced(text: str, sightings: Sequence[Sighting]) -> frozenset[str]:
    """Return the Chinese names that are called on, or that an office or a courtesy stands by.

    So are those that stand in a list, and at the end of other labels: ``某某社记者 王芳``.
    """
    ends = (_NAMED_LAST.search(s.verdict.name) for s in sightings)
    return _beside(text, sightings, _CALLED, _OFFICED) | {m[1] for m in ends if m}


def present(text: str) -> frozenset[str]:
    """Return the English names of a line that lists who is there: ``Present: Ann, Bo``."""
    lines = (m["names"] for m in _PRESENT.finditer(text))
    listed = (m[0] for line in lines for m in _LISTED_NAME.finditer(line))
    found = (re.sub(r"^and ", "", name).strip(" .&*") for name in listed)
    names = [name for name in found if name[:1].isupper()]
    return frozenset(names).union(name.split()[-1] for name in names)


def called_on(text: str, sightings: Sequence[Sighting]) -> frozenset[str]:
    """Return those of them that only a person may be, or that are said to interview somebody."""
    found = _beside(text, sightings, _CALLED_ON, _COURTESY)
    found |= {m[1] for m in _CALLED_BELOW.finditer(text)}
    told = [m[0] for m in _TOLD_INTERVIEW.finditer(text[:_OPENING])]
    if not told:
        return found
    names = {s.verdict.name for s in sightings if re.match(f"[{HAN}]", s.verdict.name)}
    told_of = [(name, clause) for name in names for clause in told if name in clause]
    return found | {name for name, clause in told_of if re.search(interviews(name), clause)}


def interviews(name: str) -> str:
    """Return a pattern for a Chinese text that says whom a name interviews."""
    named = re.escape(name)
    behind = rf"{_CLAUSE}{{0,12}}{_INTERVIEW}"
    dated = rf"{named}[讯訊]"
    return rf"{dated}|受{_CLAUSE}{{0,24}}{named}{behind}|{named}[对對]{_CLAUSE}{{1,30}}{_INTERVIEW}"


def _beside(
    text: str, sightings: Sequence[Sighting], before: re.Pattern[str], behind: re.Pattern[str]
) -> frozenset[str]:
    """Return the Chinese names of labels that stand behind or before a pattern in the text."""
    names = {s.verdict.name for s in sightings if re.match(f"[{HAN}]", s.verdict.name)}
    lengths = {len(name) for name in names}
    found = set()
    text = PADDING.sub("", text)
    for m in before.finditer(text):
        found |= {text[m.end() : m.end() + n] for n in lengths} & names
    for m in behind.finditer(text):
        found |= {text[max(0, m.start() - n) : m.start()] for n in lengths} & names
    return frozenset(found)


def in_full_above(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of words that the text above has with another as a whole name: ``ROE``.

    Where nobody else stands before a colon it has to be in capitals, and to greet or to thank;
    else one of both is enough before a sentence.
    """
    colons = of_form(sightings, "colon")
    least = 1 if any(s.verdict.likeness >= Likeness.NAME for s in colons) else 2
    likely = [s for s in colons if _signs_of_speech(s) >= least]
    if not likely:
        return frozenset()
    topical = {word.lower() for topic in topics(text) for word in topic.split()}
    likely = [s for s in likely if s.verdict.name.lower() not in topical]
    return frozenset(s.start for s in likely if _stands_in_full(text, s))


def _signs_of_speech(s: Sighting) -> int:
    """Count what a word before a sentence has of a label's manner: capitals, and a greeting."""
    name, rest = s.verdict.name, s.candidate.rest
    is_word = name.isalpha() and len(name) > 1 and s.verdict.likeness is Likeness.MAYBE
    says = is_word and STOPS_INSIDE.search(rest) is not None
    return says * (name.isupper() + (GREETS_IN_ENGLISH.match(rest) is not None))


def _stands_in_full(text: str, s: Sighting) -> bool:
    """Tell whether the opening above a label has its word as a given or a family name."""
    name = re.escape(s.verdict.name)
    whole = rf"\b(?:[A-Z][a-z’'-]+ (?:[A-Z]\. )?(?i:{name})|{name} [A-Z][a-z’'-]+)\b"
    return re.search(whole, text[: min(s.start, _OPENING)]) is not None


def topics(text: str) -> frozenset[str]:
    """Return what a text speaks about or of places in: capitals that are no persons' names."""
    found = set()
    for m in _TOPIC.finditer(text):
        tokens = m[1].split()
        if tokens[-1] in _SHOWS:
            continue
        found |= {" ".join(tokens[: n + 1]) for n in range(len(tokens))}
    return frozenset(found)


def spoken_to(text: str, sightings: Sequence[Sighting]) -> frozenset[str]:
    """Return the English names of one word by which speeches behind labels turn to somebody.

    A label in capitals, ``ANN``, is the name that starts a sentence before a comma: ``Ann, on``.
    """
    open_ones = (s.verdict for s in sightings if s.candidate.form == "colon")
    names = {v.name for v in open_ones if v.likeness < Likeness.NAME and " " not in v.name}
    if not names:
        return frozenset()
    starts = [s.start for s in sightings]
    first = starts[0] if starts else len(text)
    hailed = {m["behind"] or m["first"] or m["called"] for m in _HAILED.finditer(text, first)}
    called = {m["name"].upper() for m in _CALLED_FIRST.finditer(text, first)}
    return frozenset(hailed | called) & names
