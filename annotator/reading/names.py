"""Whether a word or two are a person's name, Chinese, foreign in Chinese script, or English."""

import re
from enum import IntEnum

from annotator.reading.label_forms import HAN, SPACES
from annotator.reading.words import any_of, words

_HONORIFIC = re.compile(rf"{any_of('chinese', 'honorifics')}$")
OUTLET = re.compile(rf".{{0,16}}{any_of('chinese', 'outlets')}$")
"""A news outlet's name by its end, Chinese or in letters."""
PADDING = re.compile(
    rf"(?<=(?<=[{SPACES}、，：:\n])[{HAN}])[{SPACES}]{{1,4}}(?=[{HAN}](?:[{SPACES}、，。；;\n]|$))"
)
"""The white space in a name of two characters that is set as wide as one of three."""
_GIVEN = re.compile(
    rf"{any_of('chinese', 'surnames')}(?:[有道能会會也在][{HAN}]|[{HAN}][有能也])"
    "(?<![哪那这這的了是着])"
)
"""A name with a character that sentences hold, too, but given names as well: ``陈道明``."""
_DOTS = "·•‧・．"
_DOTTED = re.compile(rf"[{HAN}A-Z.]{{1,8}}(?:[{_DOTS}-][{HAN}A-Z]{{1,8}}){{1,4}}$")
INITIALED = re.compile(rf"(?:[A-ZА-ЯЁ]\.[ ]?){{1,2}}[{HAN}·]{{2,10}}")
"""A foreign name with initials, Latin or Cyrillic: ``A. 伊万诺娃``."""
_LETTERED = re.compile(rf"[{HAN}]{{1,3}}[A-Za-z]{{1,2}}")
"""A nickname with a letter: ``王P``."""
_MIXED = re.compile(rf"(?:[A-Za-z]{{2,6}}|[A-Za-z]{{2,12}}\d{{1,6}})[{HAN}]{{1,6}}")
"""An outlet's name in letters and characters, or a nickname: ``IT某某``, ``Ann25教练``."""
_FAMILIAR = re.compile(rf"[小老阿][{HAN}]{{1,2}}$|[{HAN}]某[{HAN}]{{0,2}}$|[{HAN}][总總工姐哥]$")
_TOKEN = re.compile(r"[^\s,]+")
LETTERS = (
    "M[SHLE]?[LH]?[PA]|MSP|[AOCMKDG]BE|A[CMO]|[QK]C|[KDG]?C[BV]O?|[KDG]?CMG"
    "|Ph\\.?D|M\\.?D|CPA|JP|FRS"
)
"""What stands behind the name of a member, of who bears an order, of a doctor."""
_FAMILY_FIRST = re.compile(r"(?:^|[ ])([A-Z]{3,}) [A-Z][a-z]+$")
_BEHIND_NAME = re.compile(rf"(?<=\w)(?:,?[ ](?!MA$)(?:{LETTERS})\.?)+$")
_LONGEST_MAYBE = 8
_LONGEST_WORD = 6
_MOST_WORDS = 5


class Likeness(IntEnum):
    """How much something looks like a speaker's label."""

    NO = 0
    MAYBE = 1
    """If it comes back."""
    SHORT = 2
    """A name of two characters: many nouns look like one."""
    NAME = 3
    SURE = 4


def is_chinese(name: str) -> bool:
    """Tell whether a name has a Chinese character."""
    return re.search(f"[{HAN}]", name) is not None


def _likeness_of_others(name: str) -> Likeness:
    """Return how much a word of other characters too, or a phrase, looks like a name."""
    if _GIVEN.fullmatch(name):
        return Likeness.SHORT
    is_mixed = _MIXED.fullmatch(name) and not (_is_phrase(name) or _ends_as_noun(name))
    return Likeness.MAYBE if is_mixed or _LETTERED.fullmatch(name) else Likeness.NO


def chinese_likeness(name: str) -> Likeness:
    """Return how much a Chinese word looks like a person's name."""
    bare = _HONORIFIC.sub("", name).strip()
    spaced = re.sub(rf"(?<=^[{HAN}])[ \u3000]+(?=[{HAN}]$)", "", bare)
    if name in words("chinese", "not_names") or spaced in words("chinese", "not_names"):
        return Likeness.NO
    if _DOTTED.fullmatch(spaced):
        return Likeness.NAME
    if not re.fullmatch(f"[{HAN}]+", spaced) or _is_phrase(spaced):
        return _likeness_of_others(spaced)
    if bare != name and len(spaced) <= _LONGEST_MAYBE:
        return Likeness.NAME
    return _by_characters(spaced)


def _is_phrase(name: str) -> bool:
    return any(c in words("chinese", "function_characters") for c in name)


def _by_characters(name: str) -> Likeness:
    """Judge a word of Chinese characters by its surname, or by how foreign names are written."""
    if len(name) == 1:
        return Likeness.MAYBE if name in words("chinese", "surnames") else Likeness.NO
    likely = Likeness.SHORT if len(name) == len("王芳") else Likeness.NAME
    if has_surname(name):
        return Likeness.MAYBE if _ends_as_noun(name) else likely
    if _has_two_surnames(name):
        return Likeness.MAYBE if _ends_as_noun(name) else Likeness.SHORT
    if _is_transliterated(name):
        return likely
    return Likeness.SHORT if _FAMILIAR.fullmatch(name) else _likeness_of_word(name)


def _likeness_of_word(name: str) -> Likeness:
    """Return how much a Chinese word without a surname looks like a name: only a short one may."""
    may_be = len(name) <= _LONGEST_WORD and not _ends_as_noun(name)
    return Likeness.MAYBE if may_be else Likeness.NO


def _is_transliterated(name: str) -> bool:
    """Tell whether a word has only the characters that foreign names are written with."""
    return len(name) <= _LONGEST_MAYBE and words("chinese", "transliteration").issuperset(name)


def has_surname(name: str) -> bool:
    """Tell whether a word starts with a surname, and is no longer than names are."""
    if name[:2] in words("chinese", "compound_surnames"):
        return len(name) <= len("欧阳小芳")
    return name[0] in words("chinese", "surnames") and len(name) <= len("王小芳")


def _has_two_surnames(name: str) -> bool:
    """Tell whether a wife's name has her husband's surname in front: ``陳李小芳``."""
    return len(name) == len("陳李小芳") and words("chinese", "surnames").issuperset(name[:2])


def _ends_as_noun(name: str) -> bool:
    return name[-1] in words("chinese", "noun_endings")


def english_likeness(name: str) -> Likeness:
    """Return how much English words, capitals kept, look like a person's name."""
    tokens = _TOKEN.findall(name)
    if not tokens or len(tokens) > _MOST_WORDS or not tokens[-1][:1].isupper():
        return Likeness.NO
    if not all(_is_name_word(token) for token in tokens) or _ends_before_capitals(tokens):
        return Likeness.NO
    is_phrase = tokens[0].lower() == "the" and len(tokens) > len(["The", "Paper"])
    if len(tokens) == 1 or is_phrase:
        return Likeness.MAYBE
    return Likeness.NAME


def _ends_before_capitals(tokens: list[str]) -> bool:
    """Tell whether a sentence ends before a name in capitals: ``Lund. ANN ROE``."""
    ends = (t for t in tokens[:-1] if t.endswith(".") and len(t) > len("St.") and not t.isupper())
    titles = words("english", "titles")
    return tokens[-1].isupper() and any(t.lower().strip(".") not in titles for t in ends)


def _is_name_word(token: str) -> bool:
    if not re.fullmatch(r"[^\W\d_](?:[^\W\d_]|['’.\-])*", token):
        return False
    return token[0].isupper() or token in words("english", "particles")


def family_name(name: str) -> str:
    """Return the last word of an English name, but for letters: ``Lee`` of ``Ann Lee MP``.

    The one in capitals before it is the family name where that comes first, as in Japan:
    ``SATO Ken``. A Chinese name is returned as it is.
    """
    if " " not in name:
        return name
    bare = _BEHIND_NAME.sub("", name)
    bare = bare if " " in bare else name
    first = _FAMILY_FIRST.search(bare)
    is_title = first is None or not _titles().isdisjoint({first[1], first[1].lower()})
    return bare.rpartition(" ")[2] if first is None or is_title else first[1]


def _titles() -> frozenset[str]:
    return (
        words("english", "titles") | words("english", "military") | words("english", "short_posts")
    )


def without_honorific(name: str) -> str:
    """Return a Chinese name without the title of courtesy behind it."""
    return _HONORIFIC.sub("", name).strip(SPACES)


def initials(name: str) -> str:
    """Return the first letters of a name's words with capitals."""
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
