"""Phrases that a text repeats and that stand on their own, mined without a dictionary.

A phrase stands on its own where many different words stand in front of it and behind it: the
boundary entropy. Chinese phrases are of characters, others of words.
"""

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from annotator.model.script import folded
from annotator.model.text import Range
from annotator.model.word_lists import read_lists
from annotator.resources import resource_path

_HAN_RUN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_WORD = re.compile(r"[a-z][a-z0-9]*(?:['.-][a-z0-9]+)*")
_BETWEEN_WORDS = re.compile(r"[ \t\n]{1,3}\Z")
_LABEL_END = re.compile(r"\s{0,2}[:：]")
_ENTROPY = 0.8
"""In nats; three neighbours of four different would have 1.04."""
_SHARE = 0.7
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


def repeated_phrases(text: str) -> Iterator[Phrase]:
    """Yield the phrases that ``text`` repeats, the weightiest first in each language.

    The time is linear in the length of the text.
    """
    plain = folded(text)
    yield from _mined(text, characters_of(plain), _stop("zh"), (3, 9))
    yield from _mined(text, words_of(plain), _stop("en"), (1, 4))


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
    return _Stop(edges, edges)


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
            if len(apart) >= (least if length > 1 else 2 * least):
                kept.append((length, apart))
    phrases = [_phrase(text, words, length, at) for length, at in _not_inside(words, kept)]
    good = [phrase for phrase in phrases if _is_topic(text, phrase, stop)]
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
    words: Words, kept: Sequence[tuple[int, list[int]]]
) -> Iterator[tuple[int, list[int]]]:
    """Leave out what mostly occurs as a part of a longer phrase that is kept too."""
    covered_by = array("l", [0]) * len(words.numbers)
    for length, at in reversed(kept):
        covered = sum(covered_by[place] >= length for place in at)
        if covered < _SHARE * len(at):
            yield length, at
            for place in at:
                for offset in range(length):
                    rest = length - offset
                    covered_by[place + offset] = max(covered_by[place + offset], rest)


def _phrase(text: str, words: Words, length: int, at: Sequence[int]) -> Phrase:
    places = tuple((words.starts[place], words.ends[place + length - 1]) for place in at)
    written = Counter(text[start:end] for start, end in places)
    return Phrase(written.most_common(1)[0][0], places, float(len(at) * length))


def _is_topic(text: str, phrase: Phrase, stop: _Stop) -> bool:
    """Say that a phrase is no phrase of course and no name: with a title, or before a colon."""
    plain = folded(phrase.text)
    if plain.endswith(stop.titles) or any(plain in idle for idle in stop.phrases):
        return False
    labels = sum(bool(_LABEL_END.match(text, end)) for _, end in phrase.places)
    return 2 * labels < len(phrase.places)
