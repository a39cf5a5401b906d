"""Subjects of press conferences that a text names, however few its phrases repeat.

The subjects are data (``resources/topics/themes.toml``).
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from annotator.model.script import folded
from annotator.model.text import Range
from annotator.model.word_lists import read_lists
from annotator.resources import resource_path
from annotator.suggest.phrases import Phrase, repeated_phrases, singular, words_of
from annotator.suggest.speakers import speakers_of
from annotator.suggest.word_patterns import Pattern, words_pattern

_TWICE = 2
_LONG = 3
_ENOUGH = 10
"""Where fewer are proposed, a subject that is not broad is one even if it is named only once."""


@cache
def theme_patterns() -> Mapping[str, Pattern]:
    """Return what finds the subjects, by language; the longest one at a place is found."""
    lists = read_lists(resource_path("topics", "themes.toml"))
    return {language: words_pattern(lists[language]["themes"]) for language in lists}


def proposed_phrases(text: str, bodies: Sequence[Range] = ()) -> Iterator[Phrase]:
    """Yield the phrases that ``text`` repeats, then the subjects that it names besides."""
    repeated = tuple(repeated_phrases(text, bodies))
    spoken = folded(speakers_of(text, bodies).spoken)
    taken = [place for phrase in repeated for place in phrase.places]
    named = named_themes(text, spoken, taken)
    often = [phrase for phrase in named if len(phrase.places) >= _TWICE]
    once = [one for one in named if len(one.places) < _TWICE and not _is_broad(one.text)]
    once.sort(key=lambda phrase: -phrase.weight)
    yield from (*repeated, *often)
    yield from once[: max(0, _ENOUGH - len(repeated) - len(often))]


@cache
def _broad_themes() -> frozenset[str]:
    lists = read_lists(resource_path("topics", "themes.toml"))
    return frozenset(chain.from_iterable(lists[language]["broad"] for language in lists))


def _is_broad(said: str) -> bool:
    plain = folded(said)
    return plain in _broad_themes() or singular(plain) in _broad_themes()


def named_themes(text: str, plain: str, taken: Sequence[Range]) -> Sequence[Phrase]:
    """Return the subjects named outside the places that are ``taken``, in order.

    ``plain`` is what is spoken of the text, folded, at the same positions.
    """
    places: dict[str, list[Range]] = defaultdict(list)
    ordered = sorted(taken)
    starts = [start for start, _end in ordered]
    for theme, place in (*_in_chinese(plain), *_in_english(plain)):
        if not _is_inside(place, ordered, starts):
            places[theme].append(place)
    return [_phrase(text, theme, found) for theme, found in places.items()]


def _phrase(text: str, theme: str, places: Sequence[Range]) -> Phrase:
    said = Counter(text[start:end] for start, end in places).most_common(1)[0][0]
    return Phrase(said, tuple(places), float(len(places) * _length(theme)))


def _length(theme: str) -> int:
    """Return the words of an English theme; the characters of a Chinese one from three on."""
    if theme.isascii():
        return len(theme.split())
    return len(theme) if len(theme) >= _LONG else 1


def _is_inside(place: Range, ordered: Sequence[Range], starts: Sequence[int]) -> bool:
    """Say whether one of some ranges in order, none far longer than others, holds a place."""
    last = bisect_left(starts, place[0] + 1)
    return any(place[1] <= end for _start, end in ordered[max(0, last - _LONG) : last])


def _in_chinese(plain: str) -> Iterator[tuple[str, Range]]:
    for found in theme_patterns()["zh"].finditer(plain):
        yield found.group(), found.span()


def _in_english(plain: str) -> Iterator[tuple[str, Range]]:
    """Find the themes in words in the singular, with a mark at every break between them."""
    words = words_of(plain)
    names = [words.names[number] if number >= 0 else "|" for number in words.numbers]
    ends, at = [], -1
    for name in names:
        at += len(name) + 1
        ends.append(at)
    for found in theme_patterns()["en"].finditer(" ".join(names)):
        first, last = bisect_left(ends, found.start() + 1), bisect_left(ends, found.end())
        yield found.group(), (words.starts[first], words.ends[last])
