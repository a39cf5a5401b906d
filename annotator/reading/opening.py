"""What the opening of a press conference says of the people in it."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from annotator.reading.chinese_offices import (
    CUT_BY_OFFICE,
    HONORIFIC,
    is_chinese_office,
    office_beside,
    office_cutting,
)
from annotator.reading.flat import whole_name
from annotator.reading.label_forms import HAN, SPACES
from annotator.reading.names import (
    LETTERS,
    PADDING,
    Likeness,
    chinese_likeness,
    family_name,
    without_honorific,
)
from annotator.reading.words import any_of, words

MODERATING = re.compile(rf"^{any_of('chinese', 'moderators')}(?!人)[{SPACES}]*(?=[{HAN}]{{2}})")
_ENGLISH_OFFICE = re.compile(
    rf"\b(?:{any_of('english', 'offices')}|{any_of('english', 'titles')})\b", re.IGNORECASE
)
_STAFF = re.compile(rf"\b{any_of('english', 'staff')}\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-z]{3}\.)[ ]")
_ANOTHER = (
    r"(?:Dr|Mrs?|Ms|Prof)\b"
    r"|(?:[A-Z][\w’'.-]*[ ]){1,2}[A-Z][\w’'-]*(?=[,.;()]|$|[ ](?:will|are|were)\b)"
    r"|[A-Z][\w’'-]*(?=[,;()]|$|[ ](?:will|are|were)\b)"
)
"""Who is named next: a name of two or three words, or of one before a comma."""
_OFFICE_WORDS = r"(?:[A-Z][\w’'.\-]*|of|for|the|and|&)"
_SMALL_OFFICE = (
    r"(?:(?:deputy|assistant|associate|acting|former|senior|vice|press|prime|foreign)[ ]+){0,3}"
    rf"(?:(?:{any_of('english', 'offices')})(?:[ ]of[ ][a-z]{{4,12}})?[ ]+)?"
    rf"(?:(?:{any_of('english', 'titles')})[ ]+)?"
    r"(?:[A-Z][a-z]+[ ]+){0,2}"
)
"""The end of an office in small letters, and given names."""
_IN_SMALL = (
    r"\b(?:by|with|and|our)[ ](?:the[ ])?"
    rf"(?P<office>(?:[a-z-]{{3,}}[ ]){{1,3}}?(?:{any_of('english', 'offices')}|captain|coach))[ ]"
    r"(?:[A-Z][a-z]+[ ]){0,2}"
)
"""An office in small letters of two words or more, and given names."""
_TITLED = re.compile(
    r"(?:the |our )?(?:minister|secretary|president|senator|governor|mayor|chairman|commissioner)"
    r"[ ]([A-Z][a-z]+|[A-Z]{3,})$",
    re.IGNORECASE,
)
"""Another person behind a name in a list: ``Secretary Roe``."""
_RANKS = rf"(?:{any_of('english', 'military')}\.?[ ]){{1,2}}"
_PHRASE = r"(?:(?:(?<=\bof[ ])the|(?!(?:the|our|is|are|by|with)\b)[\w’'.&-]+)[ ]){0,11}[\w’'.&-]+"
_INTRODUCED = re.compile(
    r"(?:(?<![,;])|(?<=\d,))\s(?:the|our|by|with|is|welcome|introduce)[ ]"
    rf"(?P<office>(?:{_PHRASE},[ ])?{_PHRASE}),[ ]+"
    rf"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?[ ]|Professor[ ]|{_RANKS})?"
    r"(?-i:[A-Z][a-z’'-]{1,15}[ ])?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?:(?:,?[ ](?-i:{LETTERS})\b)+,?[ ]|,[ ]+|[ ]+[–—-]+[ ]+|[ ]*[(\[]|[ ]is[ ](?=the[ ]))"
    r"(?:who (?:is|was) (?:also )?|and I(?: am|['’]m) )?"
    r"(?:the |our |an? )?(?P<office>[a-zA-Z](?:[^,;.()\[\]\n]|(?<=\b(?-i:[A-Z]))\.){3,90}?)"
    r"(?=[,;.()\[\]\n]|$|\s{2}|\s+(?:who|will|is|are|was|briefed|spoke)\b"
    rf"|\s+and\s+(?!{any_of('english', 'offices')}\b)(?-i:{_ANOTHER}))",
    re.IGNORECASE,
)
"""An office behind a name, up to where a sentence goes on or the next person is named."""
_GOES_ON = re.compile(r"(?:,[ ][A-Z][^,;.:()\n]{1,60}){1,2}(?=[ ]*(?:\n|;|$))")
"""More of an office, up to the end of a line."""
_TEAM = r"[A-Z][a-z][\w’'.& -]{1,38}"
_TEAM_BEHIND = re.compile(rf"\b[A-Z][\w’'.-]+[ ]\({_TEAM}\)")
_TEAM_LINE = re.compile(rf"(?m)^[\W\d]*(?:[^\W\d_][\w’'.-]+[ ]){{1,3}}\({_TEAM}\)[ ]*$")
"""The team that somebody is of, as lists of those who are there have it: ``Ann LEE (Harbor)``."""
_MOST_GIVEN_NAMES = 2
_SHORTEST_NAME = 3
_FAR_BEFORE = 150
_ENDS_AS_OFFICE = re.compile(
    rf"\b{any_of('english', 'offices')}(?:[ ](?:of|for)[ ].*)?$", re.IGNORECASE
)
_DONE_BY = re.compile(r"[a-z]+ed (?:by|with|from) ")
_SPEAKING_FOR = frozenset(
    [
        *("spokesperson", "spokesman", "spokeswoman", "governor", "mayor", "president"),
        *("premier", "senator", "chancellor", "sheriff", "ambassador"),
    ]
)
"""Offices that one word tells enough of."""
_NOBODY = re.compile("(?!)")
_COURTESY = frozenset(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "professor"])


@lru_cache(maxsize=8)
def unpadded(opening: str) -> str:
    """Return an opening, which all people of a text are looked up in, without padded names."""
    return PADDING.sub("", opening)


def affiliations(opening: str, names: Sequence[str]) -> dict[str, str | None]:
    """Return the offices that the opening gives to speakers."""
    opening = unpadded(opening)
    chinese = {name: bare_chinese(name) for name in names if re.search(f"[{HAN}]", name)}
    whole = [name for name in chinese.values() if len(name) > 1]
    anybody = re.compile(rf"(?:{'|'.join(map(re.escape, whole))}){HONORIFIC}" if whole else "(?!)")
    others = {family_name(bare_english(name)).lower() for name in names} - {""}
    return {
        name: _chinese_affiliation(opening, name, chinese[name], anybody)
        if name in chinese
        else _english_affiliation(opening, name, others) or _office_in_chinese(opening, name)
        for name in names
    }


def _chinese_affiliation(
    opening: str, label: str, name: str, anybody: re.Pattern[str]
) -> str | None:
    office = office_beside(opening, name, anybody) if name in opening else None
    return office or office_cutting(opening, label)


def _office_in_chinese(opening: str, name: str) -> str | None:
    """Return the office before a name in Latin letters, or before the Chinese name it explains."""
    told = re.search(rf"([{HAN}]{{4,40}})[ ]?[(（]{re.escape(name)}[)）]", opening)
    before = told[1] if told else ""
    for length in (3, 2):
        office, whole = before[:-length], before[-length:]
        if chinese_likeness(whole) >= Likeness.SHORT and is_chinese_office(office):
            return office_beside(opening, whole, _NOBODY)
    is_told = re.search(rf"[{HAN}][ ]?{re.escape(name)}", opening)
    return office_beside(opening, name, _NOBODY) if is_told else None


def bare_chinese(label: str) -> str:
    """Return a Chinese name without courtesy, put together where an office cuts it in two."""
    found = CUT_BY_OFFICE.fullmatch(label)
    titled = re.fullmatch(rf"([{HAN}]{{2,4}}?)[副前]?{any_of('chinese', 'offices')}", label)
    if titled and chinese_likeness(titled[1]) >= Likeness.SHORT:
        return titled[1]
    surnames = words("chinese", "surnames") | words("chinese", "compound_surnames")
    if found and found[1].removesuffix("副") in surnames:
        return found[1].removesuffix("副") + found[3]
    return without_honorific(MODERATING.sub("", label))


def bare_english(name: str) -> str:
    """Return an English name without its titles, and what in capitals is before one cut short."""
    tokens = re.sub(r"^(?:[A-Z]{2,}(?:-[A-Z]+)*[ ])(?=[A-Z][A-Za-z]{2,4}\.[ ])", "", name).split()
    known = words("english", "titles") | words("english", "ranks") | {"the"}
    while tokens and tokens[0].lower().strip(".") in known:
        tokens.pop(0)
    return "" if tokens and tokens[0].lower() in {"of", "for"} else " ".join(tokens)


def names_holder(label: str) -> tuple[str, str]:
    """Return the office and the whole name of a label: ``Prime Minister``, ``Ann Lee``."""
    tokens = label.split()
    for place in range(2, len(tokens) - 1):
        office, name = tokens[:place], tokens[place:]
        holds = _ENGLISH_OFFICE.fullmatch(office[-1]) or _closes_office(office)
        is_whole = name[0][:1].isupper() and name[0].lower() not in {"of", "for"}
        if holds and is_whole and not any(map(_ENGLISH_OFFICE.fullmatch, name)):
            return " ".join(office), " ".join(name)
    return "", ""


def _english_affiliation(opening: str, name: str, others: Collection[str]) -> str | None:
    """Return the office behind a name, ``X, the director of Y``, or before it, ``Mayor X``."""
    written = _as_told(opening, _named(name))
    if not written:
        return None
    before = _office_before(opening, written, name)
    behind = _office_behind(opening, written, others)
    return (
        (_fuller(behind, before) if behind else None)
        or _office_below(opening, written)
        or before
        or _office_introducing(opening, written)
        or _office_presenting(opening, written)
        or _small_office_before(opening, written)
        or _team_behind(opening, written)
    )


def _named(label: str) -> str:
    """Return the name in a label, without titles and offices; of an office alone, nothing."""
    bare = bare_english(label)
    holder = names_holder(bare)[1]
    if holder or bare.partition(" ")[0].lower() in {"to", "of", "for"}:
        bare = holder or names_holder(label)[1]
    is_office = len(bare) < _SHORTEST_NAME or _ENGLISH_OFFICE.fullmatch(bare.split()[-1])
    return "" if is_office else bare


def _as_told(opening: str, bare: str) -> str:
    """Return a pattern for how an opening has a name, or nothing where it has it not.

    Initials may stand for a whole name there.
    """
    if bare.isupper() and bare.isalpha() and len(bare) <= len("ABCD"):
        return rf"(?:{as_written(bare)}|(?-i:{whole_name(bare)}))"
    is_told = bare and bare.rsplit(maxsplit=1)[-1].lower() in opening.lower()
    return as_written(bare) if is_told else ""


def _fuller(behind: str, before: str | None) -> str:
    """Return the office behind a name, or that before it, which it may but repeat the end of."""
    if before and names_holder(behind)[0]:
        return before
    repeats = before is not None and before.lower().endswith(f" {behind.lower()}")
    return before if before and repeats and " " not in behind else behind


def _team_behind(opening: str, written: str) -> str | None:
    """Return the team in brackets behind a name, where a line or several lines list people so."""
    found = re.search(rf"\b{written}[ ]\((?P<team>{_TEAM})\)", opening, re.IGNORECASE)
    if found is None or not found["team"][0].isupper():
        return None
    start = opening.rfind("\n", 0, found.start()) + 1
    line = opening[start:].partition("\n")[0]
    are_listed = len(_TEAM_BEHIND.findall(line)) > 1 or len(_TEAM_LINE.findall(opening)) > 1
    return found["team"] if are_listed else None


def _office_below(opening: str, written: str) -> str | None:
    """Return the office on the line below a name."""
    below = re.search(
        rf"^[^\n.:,]{{0,40}}\b{written}[ ]*\n+(?P<office>[A-Z][^\n.:!?]{{3,90}})$",
        opening,
        re.IGNORECASE | re.MULTILINE,
    )
    return below["office"].strip() if below and _names_office(below["office"]) else None


def as_written(bare: str) -> str:
    """Return a pattern for a name of two words with or without another between.

    The first may be short for what is written: ``Dan`` for ``Daniel``.
    """
    tokens = bare.split()
    is_initial = len(tokens) > 2 and len(tokens[1].strip(".")) == 1  # noqa: PLR2004
    if len(tokens) != len(["Ann", "Roe"]) and not is_initial:
        return re.escape(bare)
    between = r"(?:[ ](?-i:[A-Z])[\w’'.-]*)?[ ]"
    given = re.escape(tokens[0]) + "[a-z]*" * (len(tokens[0]) >= _SHORTEST_NAME)
    if len(tokens[0].strip(".")) == 1:
        given = rf"{tokens[0][0]}(?:\.|[a-z’'-]*)"
    return given + between + r"[ ]".join(map(re.escape, tokens[1 + is_initial :]))


def _office_behind(opening: str, written: str, others: Collection[str]) -> str | None:
    """Return the office behind a name, in full where the first is but a word: ``Director``."""
    best = None
    for name in re.finditer(rf"\b{written}\b", opening, re.IGNORECASE):
        behind = _BEHIND.match(opening, name.end())
        office = behind["office"].strip() if behind else ""
        if not office or office.startswith("and "):
            continue
        if behind and _names_office(office) and not _is_of_another(office, others):
            office += _going_on(opening, name.start(), behind, others)
            is_more = best is None or (
                " " not in best and office.startswith((f"{best} ", f"{best},"))
            )
            best = office if is_more else best
    return best


def _going_on(opening: str, start: int, behind: re.Match[str], others: Collection[str]) -> str:
    """Return what goes on an office up to the end of its line, as lists of people have it.

    The name has to start the line, or the office to be one word: ``Ann Roe, Director, Trade``.
    """
    found = _GOES_ON.match(opening, behind.end("office"))
    before = opening[opening.rfind("\n", 0, start) + 1 : start]
    is_word = " " not in behind["office"]
    is_listed = is_word or not re.search(r"(?<![\w.’'-])[a-z]|[,.;:]\s", before)
    if not found or not is_listed:
        return ""
    last_words = {part.split()[-1].lower() for part in found[0].strip(" ,").split(", ")}
    return found[0].rstrip() if last_words.isdisjoint(others) else ""


def _is_of_another(phrase: str, others: Collection[str]) -> bool:
    """Tell whether a phrase names the next person of a list, rather than an office."""
    if any(word.lower() in others for word in phrase.split()[1:]):
        return True
    titled = _TITLED.match(phrase)
    known = words("english", "ranks") | words("english", "portfolios") | words("english", "titles")
    return (
        titled is not None
        and titled[1].lower() not in known
        and not _ENGLISH_OFFICE.fullmatch(titled[1])
    )


def _office_introducing(opening: str, written: str) -> str | None:
    """Return the office that introduces a name: ``with us is our chief scientist, Dr. Roe``."""
    for name in re.finditer(rf"\b{written}\b", opening, re.IGNORECASE):
        before = opening[max(0, name.start() - _FAR_BEFORE) : name.start()]
        found = _INTRODUCED.search(before)
        parts = found["office"].split(", ") if found else []
        if parts and all(map(_ENDS_AS_OFFICE.search, parts)):
            return ", ".join(parts)
    return None


def _office_presenting(opening: str, written: str) -> str | None:
    """Return the office before a rank and a name where a line says who briefs: ``Presenters:``."""
    found = re.search(
        rf"^[^\S\n]*(?:presenter|briefer|speaker)s?:[ ]*(?P<office>[^\n:;]{{4,120}}?),?[ ]{_RANKS}"
        rf"(?:[A-Z][\w’'.-]*[ ]){{0,2}}{written}\b",
        opening,
        re.IGNORECASE | re.MULTILINE,
    )
    return found["office"] if found and _names_office(found["office"]) else None


def _names_office(phrase: str) -> bool:
    """Tell whether a phrase has an office in it, and starts with no other person's courtesy."""
    is_other = phrase.split(maxsplit=1)[0].lower().strip(".") in _COURTESY
    is_held = _ENGLISH_OFFICE.search(phrase) or _STAFF.search(phrase)
    return bool(is_held) and not is_other and not _DONE_BY.match(phrase)


def _office_before(opening: str, written: str, label: str) -> str | None:
    """Return the office before a name, in full where it is once given in full."""
    best = None
    for found in re.finditer(rf"\b{written}\b", opening, re.IGNORECASE):
        before = re.search(
            rf"((?:{_OFFICE_WORDS}[ ]+){{0,7}}{_OFFICE_WORDS}[ ]+{_SMALL_OFFICE})$",
            opening[max(0, found.start() - 90) : found.start()],
        )
        office = _trimmed(_SENTENCE.split(before[1])[-1]) if before else ""
        is_more = office.lower() not in label.lower()
        is_whole = " " in office or office.lower() in _SPEAKING_FOR
        if is_whole and is_more and _ENGLISH_OFFICE.search(office):
            best = office if best is None or office.endswith(f" {best}") else best
    return best


def _small_office_before(opening: str, written: str) -> str | None:
    """Return an office all in small letters before a name: ``with club captain Ann Roe``."""
    found = re.search(rf"{_IN_SMALL}(?i:{written})\b", opening)
    return found["office"] if found else None


def _trimmed(phrase: str) -> str:
    """Return the office at the end of capitalised words, without given names and courtesy."""
    tokens = re.split(r"(?:\band|&)\s", phrase)[-1].split()
    for place, token in enumerate(tokens):
        if token.lower() in words("english", "not_anywhere") - words("english", "portfolios"):
            return _trimmed(" ".join(tokens[place + 1 :]))
    words_before = len(tokens)
    while tokens and not _ends_office(tokens):
        tokens.pop()
    if words_before - len(tokens) > _MOST_GIVEN_NAMES:
        return ""
    while tokens and tokens[0].lower() in {"the", "of", "for", "our", "with", "by"}:
        tokens.pop(0)
    return " ".join(tokens)


def _ends_office(tokens: list[str]) -> bool:
    """Tell whether the last word is of an office, and no courtesy: ``Minister``, not ``Dr``."""
    is_courtesy = tokens[-1].lower().strip(".") in _COURTESY
    is_office = _ENGLISH_OFFICE.fullmatch(tokens[-1]) or _closes_office(tokens)
    return bool(is_office) and not is_courtesy


def _closes_office(tokens: list[str]) -> bool:
    """Tell whether the last words are what an office is of: ``Secretary of State``."""
    small = [token.lower() for token in tokens if token.lower() != "the"]
    return len(small) > 2 and small[-2] in {"of", "for"}  # noqa: PLR2004
