"""Which repeated phrases may be topics: lists of idle words, and how a phrase is used.

The words are data (``resources/topics/stop.toml``).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from annotator.model.script import folded
from annotator.model.text import Range
from annotator.model.word_lists import read_lists
from annotator.resources import resource_path

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_NUMBER = re.compile(r"[0-9０-９%％万亿萬億千百]\s?\Z")
_OFFICE = re.compile("..(?:厅|署|局|新闻办|委员会|(?<![干全内总])部)$")
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|an?|this|that|these|those|our|their|its|his|her|my|your|no|of|every|each|some|more"
    r"|many|few|fewer|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred"
    r"|thousand|million|billion)|[0-9])\s\Z"
)
_PARTICIPLE = re.compile(r"(?<=[a-z][a-z][a-df-z])ed\Z")
_LOOK_BACK = 12
_NOUNS = 4
"""At least one of so many places of an English word must be one where a noun stands."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Words that a phrase does not begin or end with, and phrases that are idle as a whole.

    It may begin with ``openers`` and end with ``closers`` all the same. ``breaks`` stand between
    words, ``edge_words`` at no edge; ``inside`` may not be in the middle either, ``fronts`` are
    whole words that a phrase does not begin with, ``endings`` make an office, a person or a number.
    """

    ends: frozenset[str]
    starts: frozenset[str]
    openers: tuple[str, ...] = ()
    closers: tuple[str, ...] = ()
    edge_words: tuple[str, ...] = ()
    breaks: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    fronts: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@cache
def stop_words(language: str) -> Stop:
    """Return the lists of zh or en."""
    lists = read_lists(resource_path("topics", "stop.toml"))[language]
    if language == "zh":
        return Stop(
            frozenset(lists["edges"]),
            frozenset(lists["edges"] + lists["starts"]),
            tuple(lists["openers"].split()),
            tuple(lists["closers"].split()),
            tuple(lists["edge_words"]),
            frozenset(lists["breaks"]),
            fronts=tuple(lists["fronts"]),
            endings=tuple(lists["endings"]),
            phrases=tuple(lists["phrases"]),
        )
    between = frozenset(lists["edges"].split())
    edges = between | frozenset(lists["phrases"].split())
    return Stop(
        edges | frozenset(lists["endings"].split()),
        edges,
        breaks=between,
        inside=between - frozenset(lists["inside"].split()),
        phrases=tuple(f" {word} " for word in lists["alone"].split()),
    )


def has_idle_edge(names: Sequence[str], stop: Stop) -> bool:
    """Say whether a phrase begins or ends with a word that no topic begins or ends with."""
    starts, ends = names[0] in stop.starts, names[-1] in stop.ends
    if not (starts or ends or stop.edge_words):
        return False
    whole = "".join(names)
    return (
        whole.startswith(stop.edge_words)
        or whole.endswith(stop.edge_words)
        or (starts and not whole.startswith(stop.openers))
        or (ends and not whole.endswith(stop.closers))
    )


def is_common(word: str) -> bool:
    """Say whether an English word in lower case makes no topic alone."""
    return word in stop_words("en").starts


def is_topic(text: str, said: str, words: Sequence[str], places: Sequence[Range]) -> bool:
    """Say whether a phrase of ``words``, mostly written as ``said``, may be a topic.

    It is none if it is a phrase of course, a name with a title, an office or what is counted.
    """
    if _HAN.match(said):
        return _is_chinese_topic(text, folded(said), places)
    stop = stop_words("en")
    if not stop.inside.isdisjoint(words[1:-1]) or _PARTICIPLE.search(words[-1]):
        return False
    plain = f" {' '.join(words)} "
    if any(plain in idle for idle in stop.phrases):
        return False
    return len(words) > 1 or _is_noun(text, places)


def _is_chinese_topic(text: str, plain: str, places: Sequence[Range]) -> bool:
    stop = stop_words("zh")
    if plain.startswith(stop.fronts) or plain.endswith(stop.endings) or _OFFICE.search(plain):
        return False
    return all(plain not in idle for idle in stop.phrases) and not _is_unit(text, places)


def _is_unit(text: str, places: Sequence[Range]) -> bool:
    """Say whether a Chinese phrase mostly stands right behind a number: 公吨, 人次.

    In English what is counted stands there too.
    """
    counted = sum(bool(_NUMBER.search(text, max(0, at - 2), at)) for at, _end in places)
    return 2 * counted >= len(places)


def _is_noun(text: str, places: Sequence[Range]) -> bool:
    """Say whether an English word is often one that stands behind an article or a number."""
    before = (folded(text[max(0, start - _LOOK_BACK) : start]) for start, _end in places)
    return _NOUNS * sum(bool(_BEFORE_NOUN.search(words)) for words in before) >= len(places)
