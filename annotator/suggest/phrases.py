"""Phrases that a text repeats and that stand on their own, mined without a dictionary.

A phrase stands on its own where many different words stand in front of it and behind it: the
boundary entropy. Chinese phrases are of characters, others of words.
"""

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from annotator.model.script import folded
from annotator.model.text import Range
from annotator.model.word_lists import read_lists
from annotator.resources import resource_path
from annotator.suggest.speakers import speakers_of

_HAN_RUN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_WORD = re.compile(r"[a-z][a-z0-9]*(?:['.-][a-z0-9]+)*")
_NUMBER = re.compile(r"[0-9０-９%％万亿萬億千百]\s?\Z")
_BETWEEN_WORDS = re.compile(r"[ \t\n]{1,3}\Z")
_ENTROPY = 0.8
"""In nats; three neighbours of four different would have 1.04."""
_SHARE, _SHARE_OF_SHORTEST = 0.7, {1: 0.5, 2: 0.25}
_SHORTEST_HAN, _LONG = 2, 3
_MORE = 2
"""So much more often than others a shortest phrase must occur."""
_BREAK = -1
_EVERY = 28
"""The least frequency is the square root of the number of words or characters over this."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as it is mostly written, every place where it occurs, and how much it weighs."""

    text: str
    places: tuple[Range, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Words:
    """The words or characters of a text: what each is, as a number, and where it stands.

    A number of -1 is a break that no phrase crosses.
    """

    numbers: Sequence[int]
    names: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Stop:
    ends: frozenset[str]
    starts: frozenset[str]
    titles: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


def repeated_phrases(text: str, bodies: Sequence[Range] = ()) -> Iterator[Phrase]:
    """Yield the phrases that ``text`` repeats, the weightiest first in each language.

    Only what is spoken counts: ``bodies``, or what stands behind names at the starts of lines.
    The time is linear in the length of the text.
    """
    speakers = speakers_of(text, bodies)
    plain = folded(speakers.spoken)
    mined = (
        _mined(text, characters_of(plain), _stop("zh"), (2, 9)),
        _mined(text, words_of(plain), _stop("en"), (1, 4)),
    )
    for phrase in chain.from_iterable(mined):
        if not speakers.names(phrase.text, phrase.places):
            yield phrase


@cache
def _stop(language: str) -> _Stop:
    lists = read_lists(resource_path("topics", "stop.toml"))[language]
    if language == "zh":
        return _Stop(
            frozenset(lists["edges"]),
            frozenset(lists["edges"] + lists["starts"]),
            tuple(lists["titles"]),
            tuple(lists["phrases"]),
        )
    edges = frozenset(lists["edges"].split()) | frozenset(lists["phrases"].split())
    return _Stop(edges, edges, phrases=tuple(f" {word} " for word in lists["alone"].split()))


def is_common(word: str) -> bool:
    """Say whether an English word in lower case makes no topic alone."""
    return word in _stop("en").ends


def characters_of(plain: str) -> Words:
    """Return the Chinese characters of folded text, with a break wherever anything else stands."""
    numbers, starts, known = array("l"), array("l"), _Numbers()
    for run in _HAN_RUN.finditer(plain):
        numbers.extend(known[character] for character in run.group())
        starts.extend(range(run.start(), run.end()))
        numbers.append(_BREAK)
        starts.append(run.end())
    return Words(numbers, list(known), starts, array("l", (start + 1 for start in starts)))


def words_of(plain: str) -> Words:
    """Return the Latin words of folded text, singular, with a break at every mark between them."""
    numbers, starts, ends, known = array("l"), array("l"), array("l"), _Numbers()
    last = 0
    for word in _WORD.finditer(plain):
        if last and not _BETWEEN_WORDS.fullmatch(plain, last, word.start()):
            numbers.append(_BREAK)
            starts.append(last)
            ends.append(last)
        last = word.end()
        numbers.append(known[singular(word.group())])
        starts.append(word.start())
        ends.append(last)
    return Words(numbers, list(known), starts, ends)


def singular(word: str) -> str:
    """Return a word in lower case without the ending of its plural or its possessive."""
    word = word.removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):  # noqa: PLR2004
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):  # noqa: PLR2004
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):  # noqa: PLR2004
        return word[:-1]
    return word


class _Numbers(dict[str, int]):
    """Gives every new word the next number."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


def _mined(text: str, words: Words, stop: _Stop, lengths: Range) -> Iterator[Phrase]:
    least = max(3, round(math.sqrt(len(words.numbers)) / _EVERY))
    kept: list[tuple[int, list[int]]] = []
    for length, at in _repeated(words.numbers, least, lengths[1]):
        if length >= lengths[0] and _is_whole(words, length, at, stop):
            apart = _apart(at, length)
            if len(apart) >= (least if length > lengths[0] else least + _MORE):
                kept.append((length, apart))
    phrases = [_phrase(text, words, length, at) for length, at in _not_inside(words, kept, lengths)]
    good = [x for x in phrases if _is_topic(x, stop) and not _is_unit(text, x)]
    yield from sorted(good, key=lambda phrase: -phrase.weight)


def _repeated(numbers: Sequence[int], least: int, longest: int) -> Iterator[tuple[int, list[int]]]:
    """Yield length and places of the sequences that occur often enough, the shortest first.

    A sequence can only be frequent where its two parts, one word shorter, are.
    """
    ids = array("l", numbers)
    alive: Iterable[int] = [at for at, number in enumerate(numbers) if number != _BREAK]
    for length in range(1, longest + 1):
        groups: dict[tuple[int, int], list[int]] = defaultdict(list)
        tail = length - 1
        for at in alive:
            groups[ids[at], numbers[at + tail]].append(at)
        frequent = [places for places in groups.values() if len(places) >= least]
        ids = array("l", [_BREAK]) * len(ids)
        for new, places in enumerate(frequent):
            for at in places:
                ids[at] = new
            yield length, places
        following = ids[1:]
        following.append(_BREAK)
        alive = [at for at, id_ in enumerate(ids) if id_ != _BREAK and following[at] != _BREAK]


def _is_whole(words: Words, length: int, at: Sequence[int], stop: _Stop) -> bool:
    """Say whether a sequence neither begins nor ends with an idle word and stands on its own."""
    first, last = at[0], at[0] + length - 1
    names, numbers = words.names, words.numbers
    if names[numbers[last]] in stop.ends or names[numbers[first]] in stop.starts:
        return False
    before = (numbers[place - 1] if place else _BREAK for place in at)
    if _entropy(before) <= _ENTROPY:
        return False
    size = len(numbers)
    behind = (numbers[place + length] if place + length < size else _BREAK for place in at)
    return _entropy(behind) > _ENTROPY


def _entropy(neighbours: Iterable[int]) -> float:
    """Return the entropy of the neighbours in nats; each break counts as a neighbour of its own."""
    counts = Counter(neighbours)
    breaks = counts.pop(_BREAK, 0)
    total = counts.total() + breaks
    logarithm = math.log(total)
    inside = sum(count * (logarithm - math.log(count)) for count in counts.values())
    return (inside + breaks * logarithm) / total


def _apart(at: Sequence[int], length: int) -> list[int]:
    """Return the places that do not overlap the one before."""
    apart: list[int] = []
    for place in at:
        if not apart or place >= apart[-1] + length:
            apart.append(place)
    return apart


def _not_inside(
    words: Words, kept: Sequence[tuple[int, list[int]]], lengths: Range
) -> Iterator[tuple[int, list[int]]]:
    """Leave out what is, or mostly occurs as, a part of a longer phrase that is kept too.

    The shortest ones are left out even if they mostly occur elsewhere; two long ones side by
    side are no third one.
    """
    covered_by = array("l", [0]) * len(words.numbers)
    known = {tuple(words.numbers[at[0] : at[0] + length]) for length, at in kept}
    for length, at in reversed(kept):
        covered = sum(covered_by[place] >= length for place in at)
        share = _SHARE if length > lengths[0] else _SHARE_OF_SHORTEST[length]
        is_part = covered >= share * len(at)
        if not is_part and not _is_joined(words, length, at[0], known):
            yield length, at
            for place in at:
                for offset in range(length):
                    rest = length - offset
                    covered_by[place + offset] = max(covered_by[place + offset], rest)


def _is_joined(words: Words, length: int, at: int, known: Collection[tuple[int, ...]]) -> bool:
    """Say whether a phrase is two long others, one behind the other."""
    numbers = tuple(words.numbers[at : at + length])
    cuts = range(_LONG, length - _LONG + 1)
    return any(numbers[:cut] in known and numbers[cut:] in known for cut in cuts)


def _phrase(text: str, words: Words, length: int, at: Sequence[int]) -> Phrase:
    places = tuple((words.starts[place], words.ends[place + length - 1]) for place in at)
    written = Counter(text[start:end] for start, end in places)
    said = written.most_common(1)[0][0]
    is_short = length == _SHORTEST_HAN and _HAN_RUN.fullmatch(folded(said))
    return Phrase(said, places, len(at) * (1.0 if is_short else float(length)))


def _is_unit(text: str, phrase: Phrase) -> bool:
    """Say whether a Chinese phrase mostly stands right behind a number: 公吨, 人次.

    In English what is counted stands there too.
    """
    if not _HAN_RUN.match(phrase.text):
        return False
    counted = sum(bool(_NUMBER.search(text, max(0, at - 2), at)) for at, _end in phrase.places)
    return 2 * counted >= len(phrase.places)


def _is_topic(phrase: Phrase, stop: _Stop) -> bool:
    """Say that a phrase is no phrase of course, no name with a title and no office."""
    plain = folded(phrase.text)
    if not _HAN_RUN.match(plain):
        plain = f" {singular(plain)} "
    return not plain.endswith(stop.titles) and all(plain not in idle for idle in stop.phrases)
