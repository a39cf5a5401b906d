"""Phrases that a text repeats and that stand on their own, mined without a dictionary.

A phrase stands on its own where many different words stand in front of it and behind it: the
boundary entropy. Chinese phrases are of characters, others of words.
"""

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product

from annotator.model.script import folded
from annotator.model.text import Range
from annotator.suggest.short_forms import places_of_names, short_forms
from annotator.suggest.speakers import speakers_of
from annotator.suggest.topic_words import Stop, has_idle_edge, is_topic, stop_words

_HAN_RUN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_WORD = re.compile(r"(?<![a-z0-9])[a-z][a-z0-9]*(?:['.-][a-z0-9]+)*")
_BETWEEN_WORDS = re.compile(r"[ \t\n]{1,3}\Z")
_ENTROPY = 0.8
"""In nats; three neighbours of four different would have 1.04."""
_SHARE, _SHARE_OF_SHORTEST = 0.7, {1: 0.5, 2: 0.4}
_SHORTEST_HAN, _LONG = 2, 3
_ENOUGH, _FEWEST, _TRIES = 12, 2, 3
"""Where fewer phrases are found, one repeat less is asked for, so often or down to the fewest."""
_MORE = {"zh": {2: 2, 3: 1}, "en": {1: 1}}
"""So much more often than others a phrase of few characters or words must occur."""
_FEW, _ENTROPY_OF_FEW = 3, 0.65
"""So few neighbours must all differ."""
_BREAK = -1
_PAIR = 2
_LENGTHS = {"zh": (2, 9), "en": (1, 4)}
"""Of how many characters or words phrases are."""
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


def repeated_phrases(text: str, bodies: Sequence[Range] = ()) -> Iterator[Phrase]:
    """Yield the phrases that ``text`` repeats, the weightiest first in each language.

    Only what is spoken counts: ``bodies``, or what stands behind names at the starts of lines. An
    acronym counts as the name that it is introduced for. The time is linear in the length of
    the text.
    """
    speakers = speakers_of(text, bodies)
    plain = folded(speakers.spoken)
    in_words = _named_in_full(speakers.spoken, _mined(text, words_of(plain), "en"))
    for phrase in chain(_mined(text, characters_of(plain), "zh"), in_words):
        if not speakers.names(phrase.text, phrase.places):
            yield phrase


def _named_in_full(spoken: str, phrases: Sequence[Phrase]) -> Sequence[Phrase]:
    """Return phrases with the names that acronyms stand for in the place of both."""
    forms = short_forms(spoken)
    if not forms:
        return phrases
    said = {name.lower() for name in (*forms, *forms.values())}
    others = [phrase for phrase in phrases if singular(folded(phrase.text)) not in said]
    named = (
        Phrase(name, places, float(len(places) * min(len(name.split()), _LENGTHS["en"][1])))
        for name, places in places_of_names(spoken, forms)
        if len(places) > _FEWEST
    )
    return sorted((*others, *named), key=lambda phrase: -phrase.weight)


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


def _mined(text: str, words: Words, language: str) -> Sequence[Phrase]:
    """Return the phrases of one language, the weightiest first."""
    least = max(3, round(math.sqrt(len(words.numbers)) / _EVERY))
    found: Sequence[Phrase] = ()
    for fewer in range(min(_TRIES, least - _FEWEST + 1)):
        found = _repeated_often(text, words, language, least - fewer)
        if len(found) >= _ENOUGH:
            break
    return found


def _repeated_often(text: str, words: Words, language: str, least: int) -> Sequence[Phrase]:
    """Return the phrases that occur ``least`` times, the shortest somewhat more often."""
    kept: list[tuple[int, list[int]]] = []
    pairs: dict[tuple[int, int], int] = {}
    stop, lengths = stop_words(language), _LENGTHS[language]
    breaks = _breaks(words, stop)
    for length, at in _repeated(words.numbers, least, lengths[1]):
        if length == _PAIR:
            pairs[words.numbers[at[0]], words.numbers[at[0] + 1]] = len(at)
        if length >= lengths[0] and _is_whole(words, length, at, stop, breaks):
            apart = _apart(at, length)
            if len(apart) >= least + _MORE[language].get(length, 0):
                kept.append((length, apart))
    if language == "zh":
        kept = [one for one in kept if not _cuts_words(words.numbers, *one, pairs)]
    phrases = (_phrase(text, words, *one) for one in _not_inside(words, kept, lengths))
    return sorted((x for x in phrases if x), key=lambda phrase: -phrase.weight)


def _cuts_words(
    numbers: Sequence[int], length: int, at: Sequence[int], pairs: Mapping[tuple[int, int], int]
) -> bool:
    """Say whether a phrase mostly begins or ends between two characters that are oftener a pair."""
    last = len(numbers) - length
    cut = sum(
        pairs.get((numbers[place - 1], numbers[place]), 0) > len(at)
        or (
            place < last
            and pairs.get((numbers[place + length - 1], numbers[place + length]), 0) > len(at)
        )
        for place in at
    )
    return 2 * cut > len(at)


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


def _is_whole(
    words: Words, length: int, at: Sequence[int], stop: Stop, breaks: Collection[int]
) -> bool:
    """Say whether a sequence neither begins nor ends with an idle word and stands on its own."""
    numbers, first = words.numbers, at[0]
    if has_idle_edge([words.names[number] for number in numbers[first : first + length]], stop):
        return False
    size = len(numbers)
    before = Counter(numbers[place - 1] if place else _BREAK for place in at)
    if not _stands_apart(before, breaks):
        return False
    behind = Counter(numbers[place + length] if place + length < size else _BREAK for place in at)
    return _stands_apart(behind, breaks)


def _stands_apart(neighbours: Counter[int], between: Iterable[int]) -> bool:
    """Say whether a sequence with some neighbours on one side ends there by itself.

    Of few neighbours all must differ and one must be a break. What stands ``between`` words is one.
    """
    breaks = sum(neighbours.pop(word, 0) for word in between)
    if neighbours.total() + breaks > _FEW:
        return _entropy(neighbours, breaks) > _ENTROPY
    return breaks > 0 and _entropy(neighbours, breaks) > _ENTROPY_OF_FEW


def _entropy(neighbours: Counter[int], breaks: int) -> float:
    """Return the entropy of the neighbours in nats; each break counts as a neighbour of its own."""
    total = neighbours.total() + breaks
    logarithm = math.log(total)
    inside = sum(count * (logarithm - math.log(count)) for count in neighbours.values())
    return (inside + breaks * logarithm) / total


def _apart(at: Sequence[int], length: int) -> list[int]:
    """Return the places that do not overlap the one before."""
    apart: list[int] = []
    for place in at:
        if not apart or place >= apart[-1] + length:
            apart.append(place)
    return apart


def _breaks(words: Words, stop: Stop) -> list[int]:
    """Return the numbers of what no phrase goes over."""
    return [_BREAK, *(n for n, name in enumerate(words.names) if name in stop.breaks)]


def _known(words: Words, kept: Sequence[tuple[int, list[int]]]) -> set[tuple[int, ...]]:
    return {tuple(words.numbers[at[0] : at[0] + length]) for length, at in kept}


def _not_inside(
    words: Words, kept: Sequence[tuple[int, list[int]]], lengths: Range
) -> Iterator[tuple[int, list[int]]]:
    """Leave out what mostly occurs as a part of one longer phrase that is kept too.

    The shortest ones are left out even if they mostly occur elsewhere, or in several; two long
    ones side by side are no third one.
    """
    covered_by, owners = (array("l", [0]) * len(words.numbers) for _ in range(2))
    known = _known(words, kept)
    for owner, (length, at) in enumerate(reversed(kept)):
        inside = Counter(owners[place] for place in at if covered_by[place] >= length)
        share = _SHARE_OF_SHORTEST[length] if length == lengths[0] else _SHARE
        covered = inside.total() if length == lengths[0] else max(inside.values(), default=0)
        if covered < share * len(at) and not _is_joined(words, length, at[0], known):
            yield length, at
            for place, offset in product(at, range(length)):
                if covered_by[place + offset] < length - offset:
                    covered_by[place + offset] = length - offset
                    owners[place + offset] = owner


def _is_joined(words: Words, length: int, at: int, known: Collection[tuple[int, ...]]) -> bool:
    """Say whether a phrase is two long others, one behind the other."""
    numbers = tuple(words.numbers[at : at + length])
    cuts = range(_LONG, length - _LONG + 1)
    return any(numbers[:cut] in known and numbers[cut:] in known for cut in cuts)


def _phrase(text: str, words: Words, length: int, at: Sequence[int]) -> Phrase | None:
    """Return a phrase as it is mostly written, or None for one that is no topic."""
    places = tuple((words.starts[place], words.ends[place + length - 1]) for place in at)
    written = Counter(text[start:end] for start, end in places)
    said = written.most_common(1)[0][0]
    names = [words.names[number] for number in words.numbers[at[0] : at[0] + length]]
    if not is_topic(text, said, names, places):
        return None
    is_short = length == _SHORTEST_HAN and _HAN_RUN.fullmatch(folded(said))
    return Phrase(said, places, len(at) * (1.0 if is_short else float(length)))
